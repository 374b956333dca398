"""Figure 9: the Schur value by the number of inputs."""
