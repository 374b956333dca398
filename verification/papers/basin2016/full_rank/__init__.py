"""Linearly independent samples, and the chance that random neurons cover all of them: Theorem 4."""
