"""The numerators of the second and third derivative on their whole interval, in balls."""

from flint import arb, fmpq

from verification.certificates import leaves
from verification.covers import positive_between
from verification.methods import certified
from verification.papers.diversity2017.minimisers import certificates as leaving

REACH = fmpq(1, 8)


def curved(u):
    """sin u - u cos u."""
    return u.sin() - u * u.cos()


def third(u):
    """u (2 + cos 2 u) - (3/2) sin 2 u."""
    return u * (2 + (2 * u).cos()) - (2 * u).sin() * 3 / 2


@leaves(leaving.numerators)
@certified.check(
    "ours.simplex-and-cross-polytope",
    "convex",
    wrong={
        "the other way round": {"first": lambda u: -curved(u), "second": lambda u: -third(u)},
        "twice $u$": {"first": lambda u: u.sin() - 2 * u * u.cos()},
    },
)
def numerators_from_zero_to_pi(first=curved, second=third):
    r"""The numerators $\sin u - u \cos u$ and $u (2 + \cos 2 u) - \frac32 \sin 2 u$ are positive for $0 < u < \pi$; at
    0 they vanish to the orders 3 and 5, and no higher.
    """
    for function, order in ((first, 3), (second, 5)):
        yield from positive_between(function, arb(0), arb.pi(), (order, 0), arb(REACH))
