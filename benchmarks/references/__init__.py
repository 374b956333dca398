"""The programs that a careful user would write first: one trial, one size, one sample after the other."""
