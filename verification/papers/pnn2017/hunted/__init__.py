"""Nets for hunts: instances on every boundary, their stationary points in floating point, certificates in balls."""
