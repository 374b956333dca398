"""The training experiments: each a plain function with a thin command line."""
