"""What is compared with what the paper prints."""

from verification.reproduction import Comparison

COMPARISONS = (Comparison("spectrum", "Figure 2: the spectrum of a kernel matrix", "diverse_figure_2"),)
