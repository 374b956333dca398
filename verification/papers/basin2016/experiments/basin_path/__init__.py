"""Paths of falling loss between networks."""
