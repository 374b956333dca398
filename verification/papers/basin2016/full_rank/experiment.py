"""What random starts of the experiment say of Theorem 4. Nothing here draws or solves."""

from verification.methods import experiment
from verification.papers.basin2016.frequencies import held_against_the_chances

DATA = ("basin_probability",)


@experiment.check(
    "basin.theorem-4",
    "probability",
    wrong={
        "the printed bound for the chance": {"chance": "printed"},
        "failures counted": {"counted": False},
        "every basin good": {"always": True},
    },
)
def random_starts(data, chance="exact", counted=True, always=False):
    """How often every need is covered, the basins of the solved starts, and the printed bound."""
    return held_against_the_chances(data["basin_probability"], "full_rank", chance, counted, always)
