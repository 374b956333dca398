"""Neurons that cover samples, and the chance that they do, as expressions of certificates.

A network covers a sample with a target if some neuron is positive on it and has the target's sign as output sign.
"""

from itertools import combinations

from verification.enumerations import added, times

HALF = ["/", 1, 2]


def product_with(letters, sample):
    """The product of a weight vector with a sample that is not zero."""
    terms = [
        letter if entry == 1 else times(entry, letter) for letter, entry in zip(letters, sample, strict=True) if entry
    ]
    return added(*terms) if len(terms) > 1 else terms[0]


def covered(neurons, samples, targets):
    """That every sample with a target is covered by one of the neurons, each the letters of its weights and output."""
    each = []
    for sample, target in zip(samples, targets, strict=True):
        if target:
            side = [["<", 0, v] if target > 0 else ["<", v, 0] for _, v in neurons]
            active = [["<", 0, product_with(w, sample)] for w, _ in neurons]
            each.append(["or", *(["and", *both] for both in zip(side, active, strict=True))])
    return ["and", *each]


def dot(x, y):
    """The inner product of two vectors."""
    return sum(a * b for a, b in zip(x, y, strict=True))


def angle(x, y):
    """The angle between two samples."""
    return ["acos", ["/", dot(x, y), ["sqrt", dot(x, x) * dot(y, y)]]]


def orthant(samples):
    """The chance that a direction is negative on all of at most three samples: by the angles between them, 1, 1/2,
    (pi - angle)/(2 pi) or (2 pi - angles)/(4 pi)."""
    angles = added(*(angle(x, y) for x, y in combinations(samples, 2)), 0)
    less = {2: ["-", "pi", angles], 3: ["-", ["*", 2, "pi"], angles]}
    return (
        [1, HALF][len(samples)] if len(samples) < 2 else ["/", less[len(samples)], ["*", 2 ** (len(samples) - 1), "pi"]]
    )


def printed_bound(needs, width):
    """1 - m (3/4)^n."""
    return ["-", 1, ["*", needs, ["^", ["/", 3, 4], width]]]


def subsets(samples):
    """All subsets."""
    return [some for size in range(len(samples) + 1) for some in combinations(samples, size)]


def signed(subset, term):
    """A term of inclusion and exclusion."""
    return ["*", (-1) ** len(subset), term]


def chance(samples, targets, width, orthant_of=orthant):
    """The sum over p of C(n, p) 2^-n G+(p) G-(n - p), G_b(k) the sum over subsets U of those that need b, at most
    three, of (-1)^|U| O(U)^k."""

    def covering(sign, neurons):
        needing = [x for x, y in zip(samples, targets, strict=True) if y * sign > 0]
        return added(*(signed(some, ["^", orthant_of(some), neurons]) for some in subsets(needing)), 0)

    ways = ["*", ["binomial", width, "p"], ["^", HALF, width]]
    return ["sum", "p", 0, width, ["*", ways, covering(1, "p"), covering(-1, ["-", width, "p"])]]
