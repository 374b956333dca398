"""The first steps in 1,500 inputs, in balls, each eigenvalue integrated against its Legendre polynomial."""

from functools import cache

from flint import fmpq

from pnn.spectrum import multiplicity
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.diversity2017 import eigenvalues_as_data
from verification.papers.diversity2017.funk_hecke import by_funk_hecke

HALF, QUARTER = fmpq(1, 2), fmpq(1, 4)
BEGINS, FINISHES = fmpq(22, 10**5), fmpq(1593, 10**4)
SINGLE, LONG = fmpq(4, 25), fmpq(1, 4000)
ENDS = {1501: (fmpq(15931, 100000), fmpq(15932, 100000)), 1127250: (fmpq(15936, 100000), fmpq(15937, 100000))}


@cache
def eigenvalue(inputs, degree):
    """A ball of the eigenvalue of a degree."""
    return by_funk_hecke(inputs, degree)


def beyond(inputs, degrees):
    """A bound of every eigenvalue of another degree >= 2: what these leave of the trace, over the fewest harmonics."""
    left = HALF - sum(multiplicity(inputs, degree) * eigenvalue(inputs, degree) for degree in degrees)
    return left / min(multiplicity(inputs, degree) for degree in range(2, 6) if degree not in degrees)


def in_order(inputs, order):
    """Items: eigenvalues of three degrees fall, and the last is larger than those of all other degrees."""
    first, second, last = (eigenvalue(inputs, degree) for degree in order)
    yield Positive("the first less the second", first - second)
    yield Positive("the second less the third", second - last)
    yield Positive("the third less the bound of all others", last - beyond(inputs, order))


ORDERS = {
    "degree 0 first": {"order": (0, 1, 2)},
    "degree 0 last": {"order": (1, 2, 0)},
    "degree 4 for 2": {"order": (1, 0, 4)},
}


@leaves(eigenvalues_as_data.first_steps)
@certified.check("diverse.figure-1", "first-steps", wrong={"1,000 inputs": {"inputs": 1000}} | ORDERS)
def steps_and_their_ends(inputs=1500, order=(1, 0, 2)):
    r"""The eigenvalues of degrees 1, 0 and 2 fall; the last exceeds what they leave of the trace over the fewest
    harmonics of another degree.

    1,500 times the first is $\frac14$. The second has its bounds at $m = 1501$, the third at $m = 1502$ and
    $m = 1127250$.
    """
    yield from in_order(inputs, order)
    first, second, last = (eigenvalue(inputs, degree) for degree in order)
    yield Agreement("the first end less a quarter", 1500 * first - QUARTER)
    for (number, (low, high)), value in zip(ENDS.items(), (second, last), strict=True):
        yield Positive(f"above the lower bound at {number}", number * value - low)
        yield Positive(f"below the upper bound at {number}", high - number * value)
    yield Positive("above the lower bound where the third begins", 1502 * last - fmpq(212, 10**6))
    yield Positive("below the upper bound where the third begins", fmpq(213, 10**6) - 1502 * last)


@leaves(eigenvalues_as_data.inside_steps)
@certified.check(
    "diverse.figure-1",
    "inside-steps",
    wrong={
        "below 0.0002 where it begins": {"begins": fmpq(2, 10**4)},
        "above 0.16 at its end": {"ends": fmpq(16, 100)},
    },
)
def both_ends_of_the_long_step(begins=BEGINS, ends=FINISHES):
    r"""$m \gamma_m$ against its bounds at $m = 1502$ and $m = 1127250$."""
    yield Positive("where it begins", begins - 1502 * eigenvalue(1500, 2))
    yield Positive("at its end", 1127250 * eigenvalue(1500, 2) - ends)


@leaves(eigenvalues_as_data.falls)
@certified.check(
    "diverse.figure-1",
    "falls",
    wrong={
        "below 0.159 at 1,501": {"single": fmpq(159, 1000)},
        r"below $\frac{1}{5000}$ at 1,502": {"long": fmpq(1, 5000)},
        r"$\frac15$ at 1,500": {"start": fmpq(1, 5)},
    }
    | ORDERS,
)
def across_the_first_steps(start=QUARTER, single=SINGLE, long=LONG, order=(1, 0, 2)):
    r"""$m \gamma_m$ against its value at $m = 1500$, and its bounds at $m = 1501$ and $m = 1502$; the eigenvalues of
    degrees 1, 0 and 2 fall, and the last exceeds all others.
    """
    yield from in_order(1500, order)
    yield Agreement("at 1,500", 1500 * eigenvalue(1500, 1) - start)
    yield Positive("at 1,501", single - 1501 * eigenvalue(1500, 0))
    yield Positive("at 1,502", long - 1502 * eigenvalue(1500, 2))
