"""Figure 1: how fast the eigenvalues fall in 1,500 inputs."""
