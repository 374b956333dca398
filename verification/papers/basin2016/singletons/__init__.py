"""Samples with one non-zero coordinate each, and the chance that random neurons cover all that they need: Theorem 2."""
