"""Which figures there are."""

from verification.figures.index import Entry

CLAIMS = ("mykey.relu-of-a-normal",)  # those that the figure illustrates
FIGURES = (Entry("mykey_means", "Lemma 1", "Means of the ReLU", "means", ("mykey_means",), True, CLAIMS),)
