"""Paths and lifts in a closed cell, over fractions: from the convex picture in z back to weights and output weights.

A point is a pair of weights (neurons, inputs) and output weights (neurons,).
"""

from fractions import Fraction

from verification.papers.basin2016.mathematics.networks import dot
from verification.papers.basin2016.mathematics.points import cell_point


def scaled(weights, out):
    """z_i = |v_i| w_i."""
    return [[abs(v) * c for c in w] for w, v in zip(weights, out, strict=True)]


def between(first, last, share):
    """The point at a share of the segment between two lists of rows."""
    return [[a + share * (b - a) for a, b in zip(*rows, strict=True)] for rows in zip(first, last, strict=True)]


def towards_sides(point, sides, share, shrink_first=True):
    """A share in [0, 1] of the path at constant z to the point with output weights +-1."""
    weights, out = [], []
    for w, v, side in zip(*point, sides, strict=True):
        if v:
            size = (1 - share) * abs(v) + share
            weights.append([abs(v) * c / size for c in w])
            out.append(side * size)
        else:
            left = max(1 - 2 * share, Fraction(0)) if shrink_first else 1 - share
            weights.append([left * c for c in w])
            out.append(side * (max(2 * share - 1, Fraction(0)) if shrink_first else share))
    return weights, out


def lifted(samples, point, sides, target, k, power=1):
    """A point with z + (target - z)/k^2 in place of z on all samples, near `point` for large k.

    target (neurons, inputs), of the cone. A neuron with output weight 0 and sums that are not all 0 keeps its weights,
    and its output weight is chosen for the first such sum; that is right in rank one only.
    """
    weights, out = [], []
    for w, v, side, z in zip(*point, sides, target, strict=True):
        sums = [(dot(w, x), dot(z, x)) for x in samples if dot(w, x)]
        if v:
            weights.append([c + (t / abs(v) - c) / k**2 for c, t in zip(w, z, strict=True)])
            out.append(v)
        elif not sums:
            weights.append([c + Fraction(t) / k ** (2 - power) for c, t in zip(w, z, strict=True)])
            out.append(Fraction(side, k**power))
        else:
            weights.append(list(w))
            out.append(side * Fraction(sums[0][1]) / (sums[0][0] * k**2))
    return weights, out


def distance(first, last):
    """The largest difference of an entry between two points."""
    rows = zip([*first[0], first[1]], [*last[0], last[1]], strict=True)
    return max(abs(a - b) for pair in rows for a, b in zip(*pair, strict=True))


def inside(samples, signs, sides, point):
    """Whether a point lies in the closed cell."""
    weights, out = point
    sums = all(
        a * dot(w, x) >= 0 for w, row in zip(weights, signs, strict=True) for a, x in zip(row, samples, strict=True)
    )
    return sums and all(side * v >= 0 for side, v in zip(sides, out, strict=True))


def point_without_faces(rng, start, faces=False):
    """A point of the closed cell whose neurons with output weight 0 have weight 0 as well, or on request have not."""
    weights, out = cell_point(rng, start)
    return [w if v or faces else [Fraction(0)] * len(w) for w, v in zip(weights, out, strict=True)], out
