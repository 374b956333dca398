"""Counts of signs at a random start as data for anybody's program."""

from verification.enumerations import SIGNS, added, count, different, enumeration, relu, times
from verification.inequalities import inequalities

CLASSES = {2: 1, 3: 3, 4: 7, 5: 15}  # classes, how often the loss is above that of the prediction 0
TARGET = 100


def one_unit():
    """A unit that is on or off, and a factor 1 or 2 for each class, for exp of its output weight times its output.

    The loss of a sample of the first class is the logarithm of the sum of factors over that of the first, and is above
    log k where the sum is above k.
    """
    found = []
    for classes, above in CLASSES.items():
        factors = [f"e{k}" for k in range(1, classes + 1)]
        ratios = [added(1, times("h", ["-", ["/", factor, "e1"], 1])) for factor in factors]
        what = f"the loss is above log {classes}, the hidden unit on for h = 1"
        test = ["<", classes, added(*ratios)]
        letters = {"h": (0, 1), **dict.fromkeys(factors, (1, 2))}
        found.append(enumeration(letters, [count(what, test, above, 2 ** (classes + 1))]))
    return found


def bias_free():
    """Layers of one unit w and four units u on the sample 1; output weights 1, 2, 4, 8 times s, of either sign."""
    units = [f"u{k}" for k in range(1, 5)]
    letters = dict.fromkeys(["w", *units, "s"], SIGNS)
    active = [times(2**k, relu(times(unit, "h"))) for k, unit in enumerate(units)]
    following = {"h": relu("w"), "p": times("s", added(*active))}
    miss = ["-", "p", TARGET]
    counts = [
        count("the output is not 0", different("p", 0), 30, 64),
        count("the other class has the larger output", ["<", 0, "p"], 15, 64),
        count("the squared loss exceeds that of 0", ["<", TARGET**2, times(miss, miss)], 15, 64),
    ]
    return enumeration(letters, counts, following)


def one_class():
    """The loss of the only class is the logarithm of e^p / e^p, e^p up to 1,000."""
    return inequalities(("the loss of one class, n for e^p", ["log", ["/", "n", "n"]], "=", 0, ("n", 1, 1000)))
