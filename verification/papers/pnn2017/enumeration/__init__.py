"""Finding all local minima of a porcupine network, and what the Hessian tells of them."""
