"""How fast the error falls with the number of random lines when the number of inputs stays."""
