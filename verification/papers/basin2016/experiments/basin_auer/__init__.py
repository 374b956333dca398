"""Random starts for samples on the axes."""
