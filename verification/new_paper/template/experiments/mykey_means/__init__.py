"""Means over drawn samples."""
