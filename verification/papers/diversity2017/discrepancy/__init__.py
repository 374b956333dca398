"""Theorem 8 and equation (28): the discrepancy of units by pairs of them, and the regulariser."""
