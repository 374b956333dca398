"""How far the discrepancy of random units is from its mean, and the Bernstein bound of random samples."""
