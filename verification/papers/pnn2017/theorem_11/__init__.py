"""Lines, target lines and inputs growing in proportion: the norm of the Schur complement."""
