"""Nets of lines: how near the nearest line is, and how many lines that takes."""
