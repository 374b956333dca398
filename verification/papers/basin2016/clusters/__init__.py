"""Samples in small clusters, and the chance that random neurons serve every cluster: Theorem 5."""
