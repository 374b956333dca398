"""How far the Gram matrix of the activations is from its mean: (21), (26) and Lemma 7."""
