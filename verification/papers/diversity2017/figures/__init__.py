"""The figures of this wing."""
