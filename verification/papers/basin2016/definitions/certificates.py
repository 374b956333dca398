"""Functions on an interval, cells in the plane and moments of starts as data for anybody's program."""

from fractions import Fraction
from itertools import combinations, pairwise

from sympy import Rational

from verification.enumerations import SIGNS, added, count, different, distinct, enumeration, times
from verification.inequalities import inequalities, integral

HALF, SMALL = Rational(1, 2), Rational(1, 10**20)
GRID, WIDE = range(-4, 5), range(-8, 9)
CELLS = {2: (4, 256), 3: (6, 248), 4: (8, 244), 5: (10, 240)}  # samples, cells, whole weights off all normals


def is_connected(heights):
    """No height above one on either side of it.

    Then all sublevel sets of the function with these values at 0, 1, 2, ..., linear between, are intervals, and else
    one is not: above any gap in a sublevel set the function is largest at a whole number.
    """
    return ["and", *(["<=", middle, ["max", left, right]] for left, middle, right in combinations(heights, 3))]


def has_no_other_minima(heights):
    """All local minima are global: whole numbers with no lower neighbour, and points of level pieces."""
    least = ["min", *heights]
    level = [["or", different(a, b), ["<=", a, least]] for a, b in pairwise(heights)]
    beside = [heights[max(k - 1, 0) : k] + heights[k + 1 : k + 2] for k in range(len(heights))]
    lowest = [
        ["or", ["<=", height, least], *(["<", other, height] for other in others)]
        for height, others in zip(heights, beside, strict=True)
    ]
    return ["and", *level, *lowest]


def convex():
    """All functions with five whole heights from 0 to 3, of which 65 are convex."""
    letters = "abcde"
    slopes = [["-", b, a] for a, b in pairwise(letters)]
    among = ["and", *(["<=", before, after] for before, after in pairwise(slopes))]
    counts = [
        count("connected sublevel sets of convex functions", is_connected(letters), 65, 65, among),
        count("convex functions without local minima but global ones", has_no_other_minima(letters), 65, 65, among),
    ]
    return enumeration(dict.fromkeys(letters, range(4)), counts)


def one_function(*heights):
    """Letters for heights, each with one number."""
    return {letter: [height] for letter, height in zip("abcde", heights, strict=False)}


def step():
    """The heights 2, 1, 1, 0."""
    counts = [
        count("connected sublevel sets", is_connected("abcd"), 1, 1),
        count("a local minimum that is not global", ["not", has_no_other_minima("abcd")], 1, 1),
    ]
    return enumeration(one_function(2, 1, 1, 0), counts)


def wells():
    """The heights 0, 1, 0."""
    counts = [
        count("a sublevel set in pieces", ["not", is_connected("abc")], 1, 1),
        count("no local minimum but global ones", has_no_other_minima("abc"), 1, 1),
    ]
    return enumeration(one_function(0, 1, 0), counts)


def sums(samples, weight=("p", "q")):
    """The products of a weight vector with samples of two entries."""
    return [added(*(times(w, x) for w, x in zip(weight, sample, strict=True))) for sample in samples]


def clear(values):
    """That no number is zero."""
    return ["and", *(different(value, 0) for value in values)]


def turns():
    """Whole weights with entries up to 8 on the samples (1, 0), (1, 1), ..., and all points within 1/16 of those."""
    for m, (cells, weights) in CELLS.items():
        values = sums([(1, k) for k in range(m)])
        signs = [positive(value) for value in values]
        counts = [distinct(f"cells on {m} samples", signs, cells, weights, clear(values))]
        yield enumeration(dict.fromkeys("pq", WIDE), counts)
    moved = sums([(1, k) for k in range(m)], (added("p", "i"), added("q", "j")))
    kept = ["and", *(["<", 0, times(*pair)] for pair in zip(values, moved, strict=True))]
    steps = Fraction(-1, 16), Fraction(0), Fraction(1, 16)
    counts = [count("the signs nearby", kept, 9 * weights, 9 * weights, clear(values))]
    yield enumeration({"p": WIDE, "q": WIDE, "i": steps, "j": steps}, counts)


def limits():
    """Weights of whole entries up to 4 and the cell of (1, 1), on four samples: where the weak inequalities hold, a
    thousandth of (1, 1) leads into the cell, and elsewhere no step of a thousandth does."""
    samples, thousandth = [(1, 0), (1, 1), (0, 1), (-1, 2)], Fraction(1, 1000)
    weak = ["and", *(["<=", 0, value] for value in sums(samples))]
    moved = sums(samples, (added("p", "i"), added("q", "j")))
    inside = ["and", *(["<", 0, value] for value in moved)]
    inwards = ["and", weak, ["=", "i", thousandth], ["=", "j", thousandth]]
    counts = [
        count("in the cell after a step along (1, 1)", inside, 19, 19, inwards),
        count("in the cell after any step, where a weak inequality fails", inside, 0, 62 * 9, ["not", weak]),
    ]
    steps = -thousandth, Fraction(0), thousandth
    return enumeration({"p": GRID, "q": GRID, "i": steps, "j": steps}, counts)


def atoms():
    """A weight that is 1 or -1 with equal chance, and its image under the orthogonal map -1."""
    mass = [count(f"{name} is {one}", ["=", value, one], int(one != 0), 2)
            for name, value in (("w", "w"), ("-w", times(-1, "w"))) for one in (1, 0, -1)]  # fmt: skip
    return enumeration({"w": SIGNS}, mass)


def uniform_weights():
    """Fourth moments of two weights uniform in [-1, 1]: of one of them, and of their sum over the root of 2.

    The sum s has the density (2 - |s|)/4 up to |s| = 2.
    """
    axis = integral("w", -1, 1, 1, ["*", ["^", "w", 4], HALF])
    diagonal = integral("s", 0, 2, 1, ["*", 2, ["^", ["/", "s", ["sqrt", 2]], 4], ["/", ["-", 2, "s"], 4]])
    moments = ("E w^4", axis, Rational(1, 5)), ("E ((v + w)/sqrt(2))^4", diagonal, Rational(4, 15))
    return inequalities(
        *((f"{name} from below", moment, ">", value - SMALL) for name, moment, value in moments),
        *((f"{name} from above", moment, "<", value + SMALL) for name, moment, value in moments),
        ("both", axis, "<", diagonal),
    )


def zero_biases():
    """The second moment of a weight uniform in [-1, 1], and that of a bias 0."""
    square = integral("w", -1, 1, 1, ["*", ["^", "w", 2], HALF])
    return inequalities(("E w^2, and E b^2 of b = 0", square, ">", ["^", 0, 2]))


def positive(value):
    """1 where a number is positive, -1 where it is negative."""
    return ["/", value, ["abs", value]]


def other_counts():
    """Weights of whole entries up to 4, and their signs on three samples and on one."""
    three = ["p", "q", added("p", "q")]
    one = added("p", times(2, "q"))
    signs, clear = [positive(value) for value in three], ["and", *(different(value, 0) for value in three)]
    counts = [
        distinct("cells on (1, 0), (0, 1), (1, 1)", signs, 6, 56, clear),
        distinct("cells on (1, 2)", [positive(one)], 2, 76, different(one, 0)),
    ]
    return enumeration({"p": GRID, "q": GRID}, counts)


def zero_sample():
    """Both entries of a weight vector times the sample zero."""
    value = added(times("p", 0), times("q", 0))
    return enumeration({"p": GRID, "q": GRID}, [count("a sign on the sample (0, 0)", different(value, 0), 0, 81)])


def equal_samples():
    """Weights on two equal samples 1, of which the one should be positive and the other negative."""
    value = times("w", 1)
    strict, weak = (["and", [test, 0, value], [test, value, 0]] for test in ("<", "<="))
    counts = [
        count("the signs + and - on two samples 1", strict, 0, 3),
        count("the weak inequalities of these signs", weak, 1, 3),
    ]
    return enumeration({"w": (-1, 0, 1)}, counts)
