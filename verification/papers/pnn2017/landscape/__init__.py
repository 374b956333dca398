"""The landscape of a porcupine network: which points are local minima, and which of those are bad."""
