"""One hidden layer without output weights (Lemma 5), points that are not regular, and the rank of D."""
