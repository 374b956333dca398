"""The small computations that figures show."""
