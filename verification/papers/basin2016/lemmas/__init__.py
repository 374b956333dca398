"""Lemmas 1 and 2: whether closed cells are basins, and that more neurons do not raise the least loss."""
