"""The variance of a quadratic form, over all signs of its entries."""

from fractions import Fraction
from itertools import combinations, product

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.theorem_11 import signs_as_data

WEIGHTS = ((1, 1), (-2, 1), (Fraction(-1, 2), Fraction(-1, 2), 1), (-1, -1, 1, 1), (-3, 1, 1, 1), (0, 2, 5, 1))


@leaves(signs_as_data.variance, whole=False)
@exact.check(
    "ours.theorem-11-finite",
    "variance",
    wrong={"1 for 2": {"factor": 1}, "the fourth powers left out": {"fourth": 0}},
    scope="instances",
)
def all_signs_of_the_entries(factor=2, fourth=1):
    r"""Entries of fair signs, 1 or $-1$, are uncorrelated of variance 1: the mean of $(w^\top F w)^2$ over all
    symmetric $F$ of such entries off the diagonal is $2 ((\sum w^2)^2 - \sum w^4)$."""
    for row in WEIGHTS:
        weights = [Fraction(w) for w in row]
        pairs = [2 * v * w for v, w in combinations(weights, 2)]
        forms = [sum(s * p for s, p in zip(signs, pairs, strict=True)) for signs in product((1, -1), repeat=len(pairs))]
        squares, fourths = sum(w**2 for w in weights), sum(w**4 for w in weights)
        mean = sum(f**2 for f in forms) / len(forms)
        yield {f"{len(row)} weights": mean - factor * (squares**2 - fourth * fourths)}
