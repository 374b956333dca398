"""What is compared with what the paper prints."""

from verification.reproduction import Comparison

COMPARISONS = (
    Comparison("spectrum", "Figure 2: the spectrum of a kernel matrix", "diverse_figure_2"),
    Comparison("trained_units", "Figure 3: the discrepancy of trained units", "diverse_figure_3"),
    Comparison("singular", "Figure 4: the smallest singular value, before and after", "diverse_figure_4"),
    Comparison("regularised", "Table 1: losses with the regulariser and without", "diverse_table_1"),
)
