"""Nets of lines: how near the nearest line is, how many lines that takes, and the error of following the nearest."""
