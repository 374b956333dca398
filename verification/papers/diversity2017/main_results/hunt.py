"""The uniform reading of Lemma 7, hunted in the plane: units that know the samples."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

import numpy as np

from verification.methods import hunt
from verification.methods.hunt import Hunt, Instance
from verification.papers.diversity2017.main_results import counted, pulled

PARTS = 4 * 10**6


def samples_and_units(count: int, moved: int) -> Callable[[np.random.Generator], Instance]:
    """Random samples on the grid; units equally spaced, and of them so many moved at each boundary.

    The bounds depend on the numbers of samples and units alone: there is nothing to go downhill on, or to shrink.
    """

    def sampler(rng: np.random.Generator) -> Instance:
        samples = tuple(int(place) for place in rng.integers(PARTS, size=count))
        return Instance({}, {"samples": samples, "moved": moved})

    return sampler


STRATA = {
    "units equally spaced": samples_and_units(40, 0),
    "few samples, units moved": samples_and_units(3, 20),
    "forty samples, units moved": samples_and_units(40, 20),
    "a hundred samples, units moved": samples_and_units(100, 20),
}


def places(one: Instance) -> tuple[int, ...]:
    """The samples' places on the grid."""
    return one.kind["samples"]  # type: ignore[return-value]


def uniform(constant: int, delta: Fraction) -> Hunt:
    """|G_n - G| above c rho(W), c that constant times sqrt(2)/ln 2."""

    def difference(one: Instance) -> tuple[int, int]:
        return len(places(one)), int(str(one.kind["moved"]))

    def margin(one: Instance) -> float:
        count, moved = difference(one)
        if not pulled.apart(places(one), PARTS, moved):
            return math.inf
        low = float(pulled.norm(count, PARTS, moved))
        high = float(pulled.cost(count, PARTS, moved, delta, Fraction(constant)))
        return (high - low) / high

    def certify(one: Instance) -> str:
        count, moved = difference(one)
        low, high = pulled.norm(count, PARTS, moved), pulled.cost(count, PARTS, moved, delta, Fraction(constant))
        found = low > high and counted.bear_out(places(one), PARTS, moved)
        return (
            f"|G_n - G| is at least {low.str(5, radius=False)}, c rho(W) below {high.str(5, radius=False)}"
            if found
            else ""
        )

    def show(one: Instance) -> str:
        count, moved = difference(one)
        return f"{count} samples, {PARTS} equally spaced units, {moved} of them moved at each end of a half circle"

    return Hunt(STRATA, margin, certify, show)


@hunt.check(
    "diverse.theorem-1",
    "uniform-in-the-plane",
    wrong={"twice the constant": {"constant": 2}, r"$\delta = \frac{1}{20}$": {"delta": Fraction(1, 20)}},
    per_stratum=20,
    starts=0,
    false=True,
)
def units_that_know_the_samples(constant=1, delta=Fraction(1, 2)):
    r"""Random samples in the plane, units equally spaced or moved across boundaries: is $\|G_n - G\|$ above
    $c \, \rho(W)$? The variants ask for more.
    """
    return uniform(constant, delta)
