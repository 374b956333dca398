"""Targets that a small network realizes, and the chance that random neurons come near its neurons: Theorem 3."""
