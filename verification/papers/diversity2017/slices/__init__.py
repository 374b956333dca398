"""Slices of the sphere, their areas, and how far the share of units in them is from these."""
