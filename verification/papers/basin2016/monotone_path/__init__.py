"""Theorem 1: a path along which the loss falls strictly, from the ray of every network on a path between two."""
