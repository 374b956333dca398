"""The smallest eigenvalue of the kernel matrix: when the event of Lemma 6 fails, and a bound in place of it."""
