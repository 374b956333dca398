"""The kernel's spectrum on the sphere: how many harmonics there are of a degree."""
