"""Hunts for bad local minima of degree-one nets: their lines are the axes."""

from verification.methods import hunt
from verification.papers.pnn2017.hunted.minima import Assumed, bad_minima
from verification.papers.pnn2017.mismatched.counterexamples import kernel

FORMS = ("pnn2017/kernel",)


@hunt.check(
    "pnn.theorem-5",
    "mixed-regions",
    wrong={"an input with one sign": {"all_both": False}},
    conveniences={
        "axes": ({"axes": False}, "Theorem 5 is about them; the conclusion holds on all lines"),
        "a matched target": ({"matched": False}, "the value zero needs it, that a local minimum is global does not"),
        "no zero weights": (
            {"nonzero": False},
            "the paper's signs leave a zero weight open; the conclusion holds beside zero weights too",
        ),
    },
    per_stratum=2000,
)
def nets_on_the_axes(forms, all_both=True, axes=True, matched=True, nonzero=True):
    """Every input with both signs: is a local minimum not global? Other lines are tried where axes are dropped."""
    return bad_minima(kernel(forms), Assumed(all_both=all_both, axes=axes, matched=matched, nonzero=nonzero))
