"""Proposition 2 and Lemmas 6 and 7: random data with fixed patterns, and from which sizes on they say anything."""
