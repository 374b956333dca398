"""Counts of signs for every number of neurons, by induction."""

from sympy import Integer, Matrix, Rational, Symbol, binomial, symbols

from verification.methods import symbolic

n, p = Symbol("n", integer=True, positive=True), Symbol("p", integer=True, nonnegative=True)
HOLDING_BEFORE = Matrix([[0, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 1, 2]])


def met_on_both_sides(k, lost=2, empty=1):
    """The chance that k fair signs are not all alike."""
    return 1 - lost * Integer(2) ** -k + empty * Integer(0) ** k


def met_on_one_side(k, lost=1):
    """The chance that k fair signs hold a plus."""
    return 1 - lost * Integer(2) ** -k


def choices(neurons, positive):
    """The number of output signs with so many plus."""
    return binomial(neurons, positive)


@symbolic.check(
    "basin.theorem-2",
    "counting",
    wrong={
        "no neuron covers both sides": {"empty": 0},
        "one lost pattern for both sides": {"lost": 1},
        "two lost patterns for one side": {"lost_alone": 2},
        "every $p$ alike": {"choose": lambda neurons, positive: Integer(1)},
        "no column of no signs": {"nothing": 0},
        "twice the choices": {"choose": lambda neurons, positive: 2 * choices(neurons, positive)},
    },
    at={"p": 0, "n": 4},
)
def counting_sign_columns(lost=2, empty=1, lost_alone=1, choose=choices, nothing=1):
    r"""The numbers for $k = 0$ less $(1, 0, 0, 0)$, their sum less $2^k$, and those for $k + 1$ less what one more sign
    makes of those for $k$; Pascal's rule, and $\binom00 = 1$.
    """

    def counts(k):
        both = met_on_both_sides(k, lost, empty) * 2**k
        plus = met_on_one_side(k, lost_alone) * 2**k
        return Matrix([nothing * Integer(0) ** k, plus - both, plus - both, both])

    yield counts(Integer(0)) - Matrix([1, 0, 0, 0])
    yield sum(counts(p)) - 2**p
    yield from (counts(p + 1) - HOLDING_BEFORE * counts(p)).applyfunc(lambda entry: entry.expand())[1:]
    yield choose(n + 1, p + 1) - choose(n, p + 1) - choose(n, p)
    yield choose(Integer(0), Integer(0)) - 1


@symbolic.check(
    "basin.constant-coordinate",
    "three-in-a-row",
    wrong={
        "a last sample further off": {"places": (3, 4, 6)},
        "another middle target": {"targets": (1, 0, 1)},
        r"$\frac79$ for $\frac89$": {"least": Rational(7, 9)},
    },
)
def errors_of_a_cell_without_a_bend(places=(3, 4, 5), targets=(1, -1, 1), least=Rational(8, 9)):  # noqa: B008
    r"""For a neuron $w x + b$: its value at the middle sample less the mean of those at the others, so that its sign
    there is theirs where these agree, and the neuron is linear or 0 on the samples. For a network $p x + q$: its mean
    square error less $\frac89$ and less a sum of three squares.
    """
    w, b, p, q = symbols("w b p q", real=True)
    first, middle, last = (w * place + b for place in places)
    yield middle - (first + last) / 2
    one, two, three = (p * place + q - target for place, target in zip(places, targets, strict=True))
    squares = (2 * one + two) ** 2 + (one - three) ** 2 + (two + 2 * three) ** 2
    yield (one**2 + two**2 + three**2) / 3 - least - squares / 18
