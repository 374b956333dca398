"""What is compared with what the paper prints."""

from verification.reproduction import Comparison

COMPARISONS = (Comparison("grid", "Figure 1: the projected loss over depths and widths", "width_figure_1"),)
