"""The chance of Theorem 2 for every number of neurons and of needs, by counting signs."""

from sympy import Integer, Matrix, Rational, Symbol, binomial

from verification.methods import symbolic

n, p = Symbol("n", integer=True, positive=True), Symbol("p", integer=True, nonnegative=True)
HALF, THREE_QUARTERS = Rational(1, 2), Rational(3, 4)
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
    "probability",
    wrong={
        "no neuron covers both sides": {"empty": 0},
        "one lost pattern for both sides": {"lost": 1},
        "two lost patterns for one side": {"lost_alone": 2},
        "every p alike": {"choose": lambda neurons, positive: Integer(1)},
    },
    at={"p": 0, "n": 4},
)
def counting_sign_columns(lost=2, empty=1, lost_alone=1, choose=choices):
    """Signs are fair and independent (Assumption 1), so chances are counts over 2^(n + n d); all of it by induction.

    Given the output signs, the columns of weight signs of different coordinates are chosen independently: counts
    multiply. A coordinate that needs the output sign b concerns the k neurons with this sign alone. Sort the 2^k
    columns by the signs that they hold: none, plus alone, minus alone, both. One more neuron leads from counts c to
    M c. The stated numbers are right for k = 0 (first residual) and follow M (third), so they hold for every k: both
    signs, which covers two sides, and some plus, which covers one. A coordinate whose sides need different output
    signs counts as one side with each. Last two: Pascal's rule, and one choice of no sign: C(n, p) output signs have p
    plus.
    """

    def counts(k):
        both = met_on_both_sides(k, lost, empty) * 2**k
        plus = met_on_one_side(k, lost_alone) * 2**k
        return Matrix([Integer(0) ** k, plus - both, plus - both, both])

    yield counts(Integer(0)) - Matrix([1, 0, 0, 0])
    yield sum(counts(p)) - 2**p
    yield from (counts(p + 1) - HOLDING_BEFORE * counts(p)).applyfunc(lambda entry: entry.expand())[1:]
    yield choose(n + 1, p + 1) - choose(n, p + 1) - choose(n, p)
    yield choose(Integer(0), Integer(0)) - 1


@symbolic.check(
    "basin.theorem-2",
    "one-input",
    wrong={
        "3/2 for 2": {"first": Rational(3, 2)},
        "2/3 for 3/4": {"missed": Rational(2, 3)},
        "no last term": {"last": 0},
    },
)
def sum_by_the_binomial_theorem(first=2, missed=THREE_QUARTERS, last=1):
    """The sum of C(n, p) 2^-n x^p y^(n-p) is ((x + y)/2)^n; the products G+(p) G-(n - p) are sums of such powers.

    Both needs of one sign: 1 - 2 (1/2)^p 1^q + 0^p 1^q. One of each: (1 - (1/2)^p)(1 - (1/2)^q).
    """

    def mixed(x, y):
        return (Rational(x + y) / 2) ** n

    stated = 1 - first * missed**n + last * HALF**n
    yield mixed(1, 1) - 2 * mixed(HALF, 1) + mixed(0, 1) - stated
    yield mixed(1, 1) - mixed(HALF, 1) - mixed(1, HALF) + mixed(HALF, HALF) - stated
