"""Nets of the real line, counted, as data for anybody's program."""

from verification.enumerations import added, count, enumeration


def one_input():
    """A set holds the direction 1 where p = 1 and -1 where m = 1: as lines each covers both, as directions itself."""
    size, lines, directions = added("p", "m"), ["<=", 1, added("p", "m")], ["and", ["=", "p", 1], ["=", "m", 1]]
    counts = [
        count("nets of lines among sets of one", lines, 2, 2, ["=", size, 1]),
        count("nets of lines among empty sets", lines, 0, 1, ["=", size, 0]),
        count("nets of directions among sets of one", directions, 0, 2, ["=", size, 1]),
        count("nets of directions among sets of two", directions, 1, 1, ["=", size, 2]),
    ]
    return enumeration({"p": (0, 1), "m": (0, 1)}, counts)
