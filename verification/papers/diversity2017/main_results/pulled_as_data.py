"""Units in the plane that are pulled across boundaries, and random ones, as data for anybody's program."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from verification.networks_on_samples import fact
from verification.papers.diversity2017.discrepancies_as_data import discrepancies, in_parts, largest, moment
from verification.papers.diversity2017.main_results import pulled
from verification.papers.diversity2017.mathematics.plane import discrepancy_moment
from verification.papers.diversity2017.places import drawn

CASES = ((24, 1, (0,)), (40, 2, (0, 5)), (60, 3, (2, 9)), (80, 2, (1, 8, 15)))  # parts, moved, samples


def pulled_units() -> Iterator[dict]:
    """All E_ij are -2 s/N; of up to 40 units L_inf, and L_2^2 in closed form, too."""
    for parts, moved, samples in CASES:
        units = pulled.units(samples, parts, moved)
        entries = fact("entries", -Fraction(2 * moved, parts), samples=[Fraction(x, parts) for x in samples])
        squared = fact("moment", pulled.mean_square(len(samples), parts, moved), power=2)
        yield discrepancies(units, entries, *((squared, largest(units)) if parts <= 40 else ()))


def forty_boundaries() -> dict:
    """All E_ij of forty samples are -2 s/N, L_inf is at most (2 s + 2)/N, and L_2^2 as in closed form."""
    parts, moved = 4 * 10**6, 20
    samples = [place * parts // 160 for place in range(40)]
    counts = pulled.occupied(samples, parts, moved)
    entries = fact("entries", -Fraction(2 * moved, parts), samples=[Fraction(x, parts) for x in samples])
    squared = fact("moment", pulled.mean_square(40, parts, moved), power=2)
    return in_parts(counts, entries, fact("at most", pulled.largest(parts, moved)), squared)


def variances() -> Iterator[dict]:
    """L_2^2, integrated over slices, and twice the variance of D(t), for the two first sets of units."""
    for seed in (0, 1):
        units = drawn(np.random.default_rng(seed), 36, 6)
        yield discrepancies(units, moment(units, 2), fact("variance", discrepancy_moment(units, 2)))
