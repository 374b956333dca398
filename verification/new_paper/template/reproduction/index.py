"""Which printed numbers are compared with reproduced ones."""

from verification.reproduction import Comparison

COMPARISONS = (Comparison("means", "Lemma 1: the mean of a ReLU", "mykey_means"),)
