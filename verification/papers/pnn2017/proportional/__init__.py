"""Lines, target lines and inputs growing in proportion: the limits of the Schur complement."""
