"""Experiments of every paper: how they are planned, run and gathered, and what their numbers are read with."""
