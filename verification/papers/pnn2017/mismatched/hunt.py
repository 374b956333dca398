"""Hunts for local minima that Theorem 9 does not admit, target lines being any."""

from verification.methods import hunt
from verification.papers.pnn2017.hunted.minima import Assumed, any_minima, bad_minima
from verification.papers.pnn2017.mismatched.counterexamples import kernel

FORMS = ("pnn2017/kernel",)


@hunt.check(
    "pnn.theorem-9",
    "value",
    wrong={"one target neuron": {"single": True}},
    false=True,
)
def nets_with_as_many_mixed_lines_as_inputs(forms, single=False):
    """As printed: at least d lines with both signs, no zero weight. Is a local minimum not global?

    The lines are distinct and span the inputs. For one target neuron no minimum at all was expected in such a region.
    """
    return bad_minima(kernel(forms), Assumed(whole=True, count=True, single=single))


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


@hunt.check(
    "ours.theorem-9-vacuous",
    "good-regions-empty",
    wrong={
        "any number of target neurons": {"single": False},
        "lines with both signs that need not span": {"span": False},
        "zero weights": {"nonzero": False},
    },
    conveniences={
        "a target on none of the lines": (
            {"off": False},
            "a minimum with z = 0 then exists, but on the region's boundary: the part on balance needs it",
        )
    },
)
def one_target_neuron_off_the_lines(forms, single=True, span=True, nonzero=True, off=True):
    """Lines with both signs that span the inputs, one target neuron on none: does the region hold a local minimum?"""
    return any_minima(kernel(forms), Assumed(count=True, single=single, span=span, nonzero=nonzero, off=off))
