"""Sign patterns of neurons on lines, counted, as data for anybody's program."""

from math import comb

from verification.enumerations import SIGNS, added, count, different, enumeration
from verification.papers.pnn2017.matched import certificates

SIZES = (2, 3, 2), (2, 4, 2), (1, 3, 3), (3, 3, 3), (2, 3, 4)  # inputs, lines, neurons a line


def neurons(lines, each):
    """Letters of the neurons of each line."""
    return [[f"{chr(ord('a') + line)}{k}" for k in range(1, each + 1)] for line in range(lines)]


def mixed(line):
    """1 where not all neurons of a line have one sign, else 0: the largest less the least is 2."""
    return ["/", ["-", ["max", *line], ["min", *line]], 2]


def good_patterns():
    """At least d mixed lines, where each is mixed in 2^t - 2 of 2^t patterns."""
    found = []
    for inputs, lines, each in SIZES:
        rows = neurons(lines, each)
        number = sum(comb(lines, k) * (2**each - 2) ** k * 2 ** (lines - k) for k in range(inputs, lines + 1))
        what = f"{inputs} of {lines} lines with {each} neurons each are mixed"
        test = ["<=", inputs, added(*map(mixed, rows))]
        letters = dict.fromkeys((one for row in rows for one in row), SIGNS)
        found.append(enumeration(letters, [count(what, test, number, 2 ** (lines * each))]))
    return found


def drawn_region():
    """Of eight neurons, two on each of four lines: the first three mixed, the last two positive; and the minimum."""
    rows = neurons(4, 2)
    test = ["and", *(different(*row) for row in rows[:3]), *(["=", neuron, 1] for neuron in rows[3])]
    letters = dict.fromkeys((one for row in rows for one in row), SIGNS)
    return certificates.dependent_lines(), enumeration(letters, [count("the region is drawn", test, 8, 256)])
