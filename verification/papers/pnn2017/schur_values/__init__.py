"""Values of the Schur complement: whether they are attained, one line more, and Proposition 1."""
