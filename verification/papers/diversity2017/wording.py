"""Words and parts that the topics of this wing share."""

from verification.claim import Part, Role, Step, derived

UNITS = {
    "w_1, ..., w_n": "the units' weights, shape (units, inputs), none of them zero; only their directions matter here",
    "d": "the number of inputs, at least 2",
    "k(t)": r"$\frac{\pi - \arccos t}{2 \pi}$, at directions $u, v$ with $u \cdot v = t$",
}


def printed(name: str, says: str, why: str, *steps: Step, unhunted: str = "") -> Part:
    """A printed part that rests on a written argument."""
    return derived(name, says, why, *steps, role=Role.PRINTED, unhunted=unhunted)
