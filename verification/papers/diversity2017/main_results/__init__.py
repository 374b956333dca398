"""Theorems 1 and 3, Corollaries 2 and 4, and why Lemma 7 does not hold for all units at once."""
