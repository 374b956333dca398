"""Lemmas 1 to 3: the network as a product, projectors onto orthogonal ranges, and their sum block by block."""
