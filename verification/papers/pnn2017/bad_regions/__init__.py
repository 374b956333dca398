"""Regions where every line carries one sign: stationary points, their risk, and the sum of the target's weights."""
