"""Discrepancies of a few sets of units as data for anybody's program."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from verification.networks_on_samples import fact
from verification.papers.diversity2017.discrepancies_as_data import discrepancies, in_slice, largest, moment
from verification.papers.diversity2017.mathematics.plane import Turns, discrepancy_moment
from verification.papers.diversity2017.places import PLACES, polygon
from verification.papers.diversity2017.slices.space import in_slice as holds
from verification.papers.diversity2017.slices.space import orthogonal, whole_units

SOME = PLACES[2], PLACES[6], PLACES[8]  # a triangle, five units with two equal ones, eight anywhere


def each(sets: Iterable[Turns], *facts: Callable[[Turns], dict]) -> Iterator[dict]:
    """A certificate of each set of units, with these facts."""
    return (discrepancies(units, *(of(units) for of in facts)) for units in sets)


def squared(units: Turns) -> dict:
    """L_2^2."""
    return moment(units, 2)


def integrals():
    """L_2^2, integrated over slices, and the sum over pairs of units less the mean, both one number."""
    return each(SOME, squared, lambda units: fact("kernel", discrepancy_moment(units, 2)))


def means():
    """The mean of dsp over slices, 0."""
    return each(SOME, lambda units: moment(units, 1))


def bounds():
    """L_inf."""
    return each(SOME, largest)


def variances():
    """Sigma^2, at most L_2^2 L_inf^2."""
    return each(
        SOME,
        lambda units: fact("variance of squares", discrepancy_moment(units, 4) - discrepancy_moment(units, 2) ** 2),
    )


def polygons_squared():
    """L_2^2 = 1/(6 n^2)."""
    return each(map(polygon, (1, 2, 5, 12)), lambda units: fact("moment", Fraction(1, 6 * len(units) ** 2), power=2))


def polygons_largest():
    """L_inf = 1/n for odd n, 2/n for even n."""
    return each(
        map(polygon, (1, 2, 5, 14)), lambda units: fact("largest", Fraction(1 if len(units) % 2 else 2, len(units)))
    )


def opposite(units: list[list[int]], chosen: int) -> dict:
    """The slice of x and -x, where x is orthogonal to the first units."""
    x = orthogonal(units[:chosen])
    back = [-a for a in x]
    inside = sum(holds(unit, x, back) for unit in units)
    return discrepancies(units, fact("slice", Fraction(inside, len(units)), x=x, y=back))


def area_zero():
    """Slices of area 0 that hold d - 1 of some units in d inputs."""
    return [opposite(whole_units(n, inputs), inputs - 1) for inputs, n in ((3, 2), (3, 4), (4, 8), (5, 8))]


def both_ends():
    """Two units of three inputs in a slice of area 0, and a half circle of the plane without the one unit there is."""
    unit = [Fraction(0)]
    return opposite(whole_units(2, 3), 2), discrepancies(unit, in_slice(unit, Fraction(1, 2), Fraction(1, 2)))
