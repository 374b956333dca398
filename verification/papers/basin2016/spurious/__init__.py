"""Spurious minima: the population risk of k ReLU neurons against k orthonormal ones, k = 6 and more."""
