"""Kernel matrices of random lines whose number grows with the inputs: equations (7.9), (7.10), Lemma 9."""
