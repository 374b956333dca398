"""The recursion of sets covered by one neuron more, and the arcs that orthants are made of."""

from itertools import combinations

from sympy import Integer, Rational, Symbol, cos, pi, symbols

from verification.methods import symbolic


def subsets(items):
    """All subsets as frozensets, the smaller first."""
    return [frozenset(chosen) for size in range(len(items) + 1) for chosen in combinations(sorted(items), size)]


@symbolic.check(
    "basin.theorem-4",
    "covering-recursion",
    wrong={
        "no alternation": {"sign": 1},
        "chances to be positive on all, not negative": {"disjoint": lambda s, u: u <= s},
        "pairs left out": {"largest": 1},
        "0 for the empty set too": {"at_first": 0},
    },
)
def covering_by_induction(sign=-1, disjoint=lambda s, u: not s & u, largest=3, at_first=1):
    """Both equations for every set $V$ of one to three samples, left sides less right; for the second the powers
    $B_W^k$ are free symbols.
    """
    for size in (1, 2, 3):
        everything = frozenset(range(size))
        chance = {s: Symbol("c" + "".join(map(str, sorted(s)))) for s in subsets(everything)}
        missed = {v: sum(chance[s] for s in chance if disjoint(s, everything - v)) for v in chance}
        power = {v: Symbol("b" + "".join(map(str, sorted(v)))) for v in chance}

        def union_is(v, powers):
            inside = [w for w in subsets(v) if len(v - w) <= largest]
            return sum(sign ** len(v - w) * powers[w] for w in inside)

        for v in chance:
            kind = "no neuron, other sets" if v else "no neuron, the empty set"
            yield {kind: union_is(v, dict.fromkeys(chance, 1)) - (0 if v else at_first)}
            grown = union_is(v, {w: power[w] * missed[w] for w in chance})
            steps = [union_is(w, power) * chance[s] for w in chance for s in chance if w | s == v]
            yield {"one neuron more": (grown - sum(steps)).expand()}


@symbolic.check(
    "basin.theorem-4",
    "arcs",
    wrong={
        "angle for its supplement": {"two": lambda angle: angle / (2 * pi)},
        r"$\pi$ for $2 \pi$ with three": {"start": pi},
        "the angles added": {"turned": 1},
        "half circles from the sample on": {"ends": (Integer(0), pi)},
    },
)
def arcs_and_opposite_orthants(
    two=lambda angle: (pi - angle) / (2 * pi), start=2 * pi, turned=-1, ends=(pi / 2, 3 * pi / 2)
):
    r"""The cosines at the four ends, the share of the arc less $O_\theta$, and the equation for three with its solution
    put in.
    """
    theta, a, b, c = symbols("theta a b c", positive=True)
    yield from (cos(end) for end in ends)
    yield from (cos((end + theta) - theta) for end in ends)
    yield (ends[1] - (ends[0] + theta)) / (2 * pi) - two(theta)
    three = (start + turned * (a + b + c)) / (4 * pi)
    yield 1 - Rational(3, 2) + two(a) + two(b) + two(c) - 2 * three
