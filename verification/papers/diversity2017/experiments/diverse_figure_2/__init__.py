"""Figure 2: eigenvalues of the kernel matrix of random samples."""
