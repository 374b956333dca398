"""Figures 2 and 11: descent in random networks."""
