"""The mathematics of the paper: cells of the parameter space, their least loss, and certificates for it."""
