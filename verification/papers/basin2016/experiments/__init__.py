"""What the wing trains and traces; each a plain function with a thin command line."""
