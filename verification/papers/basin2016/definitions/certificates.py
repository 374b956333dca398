"""Numbers of cells in the plane as data for anybody's program."""

from verification.enumerations import added, count, different, distinct, enumeration, times

GRID = range(-4, 5)


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
