"""Exponentially many bad basins of one ReLU unit, and how width makes most starts good, after Auer et al. (1996)."""
