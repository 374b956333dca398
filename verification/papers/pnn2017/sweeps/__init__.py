"""Figures 8 and 9: Schur values of random lines, by their number and in proportion to the inputs."""
