"""One wing a paper."""
