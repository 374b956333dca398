"""Equally spaced lines in the plane (Example 1, Figure 7)."""
