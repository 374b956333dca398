"""The spectrum of the kernel in closed form, its order, and how large m times the m-th eigenvalue gets."""
