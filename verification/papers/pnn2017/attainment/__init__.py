"""Whether the Schur value, the lower bound of the risk, is attained."""
