"""The preliminary lemmas: Gaussian moments over half-spaces, matrix inequalities, the kernel matrix."""
