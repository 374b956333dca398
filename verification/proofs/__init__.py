"""Proofs in Coq: their sources, the gate that compiles and questions them, and what it lets pass."""
