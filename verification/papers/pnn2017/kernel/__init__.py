"""The kernel psi and its expansions."""
