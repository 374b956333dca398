"""The exact mean square of the entries of the Gram matrix's error, in the place of (21)."""
