"""Mutation tests: small faults planted one at a time, in a copy of the tree, and the tests that should notice them."""
