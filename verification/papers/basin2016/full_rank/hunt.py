"""A hunt over starts on independent samples, in fractions."""

from fractions import Fraction

from verification.comparisons import Comparison, search
from verification.methods import hunt
from verification.papers.basin2016.hunted_starts import basin, covered, rays, read, starts
from verification.papers.basin2016.mathematics.rays import independent_columns


@hunt.check("basin.theorem-4", "coverage", wrong={"dependent samples": {"independent": False}}, per_stratum=150)
def basins_of_independent_samples(independent=True):
    """The exact least loss over the basin against zero, and whether every sample with a target is covered."""

    def compare(instance):
        found = read(instance)
        if found is None:
            return None
        samples, targets, weights, output = found
        if independent and len(independent_columns(list(zip(*whole(samples), strict=True)))) < len(samples):
            return None
        reached = basin(*found) == 0
        met = covered(rays(samples, targets), weights, output)
        return Comparison(
            Fraction(0 if reached == met else -1), f"every need is covered: {met}, and the loss zero {reached}"
        )

    return search(starts(), compare)


def whole(rows):
    """Rows of integers."""
    return [tuple(map(int, row)) for row in rows]
