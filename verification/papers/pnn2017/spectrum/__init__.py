"""The kernel's spectrum on the sphere, and what it says of the least error with a number of lines."""
