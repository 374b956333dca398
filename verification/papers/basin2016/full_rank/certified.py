"""Theorem 4 in balls: the library's chance on whole vectors, against counts of permutations and the printed bound."""

from itertools import combinations, islice, product

from flint import arb, fmpq

from verification.certificates import leaves
from verification.inequalities import inequalities
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.basin2016.coverage_as_data import chance, printed_bound
from verification.papers.basin2016.full_rank import certificates as leaving
from verification.papers.basin2016.full_rank.permutations import chance_covered, rows
from verification.papers.basin2016.mathematics.coverage import theorem_4_ball

SIGNS = {1: (1,), 2: (1, 1), 3: (1, 1, 1), 4: (1, 1, 1, -1), 5: (1, -1, 1, 1, -1), 6: (1, 1, -1, -1, 1, -1)}


@leaves(leaving.chances_by_angles)
@certified.check(
    "basin.theorem-4",
    "probability",
    wrong={
        "one neuron more": {"more": 1},
        "a target of the other sign": {"turned": 0},
    },
)
def balls_around_the_counts(more=0, turned=None):
    """For samples of permutations, one to five of them, the ball of the chance holds the counted one."""
    for samples, width in product((1, 2, 3, 4, 5), (1, 2, 4, 8)):
        signs = SIGNS[samples]
        targets = [-sign if t == turned else sign for t, sign in enumerate(signs)] if samples > 2 else signs
        exact = chance_covered(width, signs)
        ball = theorem_4_ball(rows(samples), targets, width + more)
        yield Agreement(f"{samples} samples, {width} neurons", ball - arb(fmpq(exact.numerator, exact.denominator)))


def whole_samples(rng, instances):
    """Independent random samples of whole entries, at most three targets of a sign, and a width."""
    for case in range(max(20, instances // 3)):
        samples = 2 + case % 5
        found = rng.integers(-5, 6, (samples, samples + 1)) + 7 * (rng.permutation(samples + 1) == 0)
        lower = [[int(x) if j < i else int(i == j) for j, x in enumerate(row)] for i, row in enumerate(found)]
        yield lower, rng.permutation(SIGNS[samples]), int(rng.integers(2, 30))


def orthogonal(samples):
    """Whether all samples are orthogonal, so that every chance is a fraction over a power of two."""
    return not any(sum(a * b for a, b in zip(x, y, strict=True)) for x, y in combinations(samples, 2))


def bounds_as_data(rng, instances):
    """The first two instances with at most four samples and twelve neurons: by the angles, the chance and the bound."""
    small = ((samples, targets, width) for samples, targets, width in whole_samples(rng, instances)
             if len(samples) <= 4 and width <= 12)  # fmt: skip
    for samples, targets, width in islice(small, 2):
        by_angles = chance(samples, targets.tolist(), width)
        yield inequalities(
            (f"the chance, and the printed bound, n = {width}", by_angles, ">", printed_bound(len(samples), width))
        )


@leaves(bounds_as_data, whole=False)
@certified.check(
    "basin.theorem-4",
    "bound",
    wrong={r"$\frac23$ for $\frac34$": {"missed": fmpq(2, 3)}, "half of the samples": {"share": fmpq(1, 2)}},
)
def chance_above_the_bound(rng, instances, missed=fmpq(3, 4), share=fmpq(1)):  # noqa: B008
    r"""For two to six independent samples of whole entries the chance less $1 - m \left( \frac34 \right)^n$ is strictly
    positive.
    """
    for index, (samples, signs, width) in enumerate(whole_samples(rng, instances)):
        bound = 1 - share * len(samples) * missed**width
        chance = theorem_4_ball(samples, signs, width)
        yield Positive(f"instance {index}", chance - arb(bound), rational=orthogonal(samples))
