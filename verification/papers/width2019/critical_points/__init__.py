"""The loss at critical points as what the range of D leaves of the targets: Proposition 1, Theorem 1, and beyond."""
