"""Which figures there are."""

from verification.figures.index import Entry

FIGURES = (Entry("mykey_means", "Lemma 1", "Means of the ReLU", "means", ("mykey_means",), published=True),)
