"""A hunt for sets of lines that are apart and yet too many."""

import numpy as np
from flint import arb

from verification.comparisons import at_most, search
from verification.methods import hunt
from verification.methods.hunt import Instance
from verification.papers.pnn2017.hunted.certificates import cosines
from verification.papers.pnn2017.hunted.strata import LINES


def polygon(rng):
    """Equally spaced directions in the plane, all round or half round."""
    count = int(rng.integers(2, 9))
    angles = np.arange(count) * np.pi / count * int(rng.integers(1, 3))
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def both_ways(rng):
    """One input, in both directions."""
    return np.array([[1.0], [-1.0]])


SETS = {**LINES, "a polygon": polygon, "one input, both ways": both_ways}


@hunt.check("pnn.lemma-5", "shell", wrong={"directions for lines": {"lines": False}}, per_stratum=40, starts=2)
def lines_apart(lines=True):
    r"""Is twice the number of lines above $(\rho + 1)^d - (\rho - 1)^d$, $\rho$ two over the least distance of two
    of them, the angle between lines being the smaller one?"""

    def compare(instance):
        rows = instance.fractions("lines")
        if not all(map(any, rows)) or len(rows) < 2:
            return None
        found = cosines(rows, rows)
        pairs = [abs(c) if lines else c for i, row in enumerate(found) for c in row[:i]]
        distance = (2 - 2 * max(pairs, key=lambda c: float(c.mid()))).sqrt()
        if not distance > 0:
            return None
        inputs, ratio = len(rows[0]), 2 / distance
        return at_most(arb(2 * len(rows)), (ratio + 1) ** inputs - (ratio - 1) ** inputs, "twice the lines, and bound")

    return search({name: drawn(sample) for name, sample in SETS.items()}, compare)


def drawn(sample):
    """A sampler of lines as instances."""
    return lambda rng: Instance({"lines": sample(rng)})
