"""Units that add nothing, counted, as data for anybody's program."""

from verification.enumerations import added, count, enumeration, relu, times

GRID = (-1, 0, 1)


def silent():
    """Weights of entries -1, 0, 1 on the samples (1, 0), (-1, 0), (0, 1), (0, -1): zero alone is silent on all."""
    values = [relu(times(side, letter)) for letter in "pq" for side in (1, -1)]
    zero = ["and", ["=", "p", 0], ["=", "q", 0]]
    quiet = ["=", added(*values), 0]
    counts = [
        count("units that are 0 on all four samples", quiet, 1, 9),
        count("zero among them", ["and", quiet, zero], 1, 9),
        count("units with the coefficient 0 that add something", ["not", ["=", times(0, added(*values)), 0]], 0, 9),
    ]
    return enumeration({"p": GRID, "q": GRID}, counts)
