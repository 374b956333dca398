"""What the smallest singular value of D is at least: Lemma 5 and its equations, and what holds in their place."""
