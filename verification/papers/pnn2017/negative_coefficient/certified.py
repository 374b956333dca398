"""Certificates: coefficients of random lines in the plane, in balls."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.pnn2017.mismatched import counterexamples as nets
from verification.papers.pnn2017.mismatched.counterexamples import kernel, one
from verification.papers.pnn2017.negative_coefficient import lines_as_data
from verification.streams import streams

FORMS = ("pnn2017/kernel",)
GRID = 997  # random angles are multiples of pi over this prime: no two of them are symmetric by chance


@leaves(lines_as_data.random_lines, whole=False)
@certified.check(
    "ours.negative-coefficient",
    "negative-entry",
    wrong={
        "two lines": {"fewest": 2},
        "every entry negative": {"entry": max},
        "an entry below $-1$": {"below": 1},
    },
)
def random_grids_in_balls(rng, instances, forms, fewest=3, entry=min, below=0):
    r"""Three or more random lines and one target line in the plane: an entry of $\psi_{11}^{-1} \psi_{12}$ is
    negative, its ball included."""
    psi = kernel(forms)
    for index, stream in enumerate(streams(rng, max(instances // 2, 20), fixed=tuple(range(8)))):
        count = fewest + index % 5 if fewest > 2 else 2
        angles = [Fraction(int(k), GRID) for k in stream.choice(GRID, count + 1, replace=False)]
        entries = nets.even_solution(psi, angles[:-1], one(angles[-1]))
        chosen = entry(entries, key=lambda e: float(e.mid()))
        yield Positive(f"{count} lines, case {index}", -chosen - below)
