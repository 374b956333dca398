"""Mismatched networks: the target lies on lines of its own."""
