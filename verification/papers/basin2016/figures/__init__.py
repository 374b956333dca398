"""The figures of the wing: data in, Figure out."""
