"""The least loss over a basin is a convex program: the cone of a cell, its dual bound, and when both are explicit."""
