"""Certificates of matrices that are accepted."""

from fractions import Fraction

from verification.networks_on_samples import fact
from verification.papers.width2019.lemmas import certificates as lemmas
from verification.papers.width2019.matrices_as_data import matrices

HALF = Fraction(1, 2)
AXES = matrices([((1, 2), (0, 0), (1, 2)), ((0,), (3,), (0,))], fact("orthogonal"),
                fact("projectors", "the sum", each=[((HALF, 0, HALF), (0, 0, 0), (HALF, 0, HALF)),
                                                    ((0, 0, 0), (0, 1, 0), (0, 0, 0))],
                     whole=((HALF, 0, HALF), (0, 1, 0), (HALF, 0, HALF))))  # fmt: skip
PATTERN = matrices([((1, 0), (0, 1), (1, 1), (1, 2))], fact("rows", 2, count=2), fact("union", 4, inputs=2),
                   fact("colourings", 4, inputs=2),
                   fact("products", 4, samples=((1, 0), (0, 1), (2, 5), (-1, 3))))  # fmt: skip
REPEATED = matrices([((1, 0), (1, 0), (1, 0), (0, 1))], fact("union", 3, inputs=2), fact("colourings", 3, inputs=2),
                    fact("products", 3, samples=((1, 2), (2, -1), (3, 5), (1, 1))))  # fmt: skip
MATRICES = [AXES, PATTERN, REPEATED, lemmas.not_orthogonal()]
