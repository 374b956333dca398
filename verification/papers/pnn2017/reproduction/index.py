"""Which printed numbers are compared with reproduced ones, in the order in which they are shown."""

from verification.reproduction import Comparison

COMPARISONS = (
    Comparison("degree_one", "Figure 10: degree-one networks", "degree_one"),
    Comparison("random_networks", "Figures 2 and 11: random networks", "random_pnn"),
    Comparison("images", "The notebook on images: digits 1 and 2", "images"),
)
