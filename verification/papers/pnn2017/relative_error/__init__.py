"""The least risk and the Schur value over the target's mean square and its variance: Proposition 1."""
