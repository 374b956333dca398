"""Hunts for local minima that Theorem 9 does not admit, target lines being any."""

from verification.methods import hunt
from verification.papers.pnn2017.hunted.minima import Assumed, bad_minima
from verification.papers.pnn2017.mismatched.counterexamples import kernel

FORMS = ("pnn2017/kernel",)


@hunt.check(
    "pnn.theorem-9",
    "value",
    wrong={"one target neuron": {"single": True}, "fewer lines with both signs": {"count": False}},
    false=True,
)
def nets_with_as_many_mixed_lines_as_inputs(forms, single=False, count=True):
    """As printed: at least d lines with both signs, no zero weight. Is a local minimum not global?

    The lines are distinct and span the inputs. For one target neuron no minimum at all was expected in such a region.
    """
    return bad_minima(kernel(forms), Assumed(whole=True, count=count, single=single))


@hunt.check(
    "pnn.theorem-9",
    "repaired",
    wrong={
        "lines with both signs that need not span": {"span": False},
        "zero weights": {"nonzero": False},
        "fewer lines with both signs": {"span": False, "count": False},
    },
    conveniences={
        "distinct lines": (
            {"distinct": False},
            "on equal lines the masses of a minimum are not unique; the argument does without it",
        )
    },
)
def nets_whose_mixed_lines_span(forms, span=True, count=True, nonzero=True, distinct=True):
    """Lines with both signs that span the inputs, no weight zero: is a local minimum not global?"""
    return bad_minima(kernel(forms), Assumed(whole=True, count=count, span=span, nonzero=nonzero, distinct=distinct))
