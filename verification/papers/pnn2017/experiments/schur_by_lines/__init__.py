"""Figure 8: the Schur value by the number of lines."""
