"""Networks with units that are linear on the samples: Definitions 1 and 2, Lemma 4, Theorem 2 and what follows."""
