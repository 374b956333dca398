"""What one line more takes off the Schur complement: Theorem 10."""
