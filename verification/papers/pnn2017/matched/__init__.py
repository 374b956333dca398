"""Matched networks: the target lies on the lines of the network (Section 5)."""
