"""Hunts for local minima that are not global, the target's weights lying on the lines of the network."""

from verification.methods import hunt
from verification.papers.pnn2017.hunted.minima import Assumed, bad_minima
from verification.papers.pnn2017.mismatched.counterexamples import kernel

FORMS = ("pnn2017/kernel",)
ANY_TARGET = "it makes the least risk zero; that local minima are global holds for every target"


@hunt.check(
    "pnn.theorem-7",
    "at-least-d-mixed-lines",
    wrong={"lines that span the inputs": {"whole": True}},
    false=True,
)
def matched_nets_with_as_many_mixed_lines_as_inputs(forms, whole=False):
    """As printed: at least d lines with both signs. Is a local minimum without zero weights not global?"""
    return bad_minima(kernel(forms), Assumed(whole=whole, count=True, matched=True))


@hunt.check(
    "pnn.theorem-7",
    "repaired",
    wrong={"lines with both signs that need not span": {"span": False}, "zero weights": {"nonzero": False}},
    conveniences={"a matched target": ({"matched": False}, ANY_TARGET)},
)
def matched_nets_whose_mixed_lines_span(forms, span=True, nonzero=True, matched=True):
    """Lines with both signs that span the inputs, no weight zero: is a local minimum not global?"""
    return bad_minima(kernel(forms), Assumed(count=True, span=span, nonzero=nonzero, matched=matched))


@hunt.check(
    "ours.good-regions",
    "good-regions",
    wrong={
        "any lines": {"general": False},
        "fewer lines with both signs": {"count": False},
        "zero weights": {"nonzero": False},
    },
    conveniences={"a matched target": ({"matched": False}, ANY_TARGET)},
)
def regions_of_lines_in_general_position(forms, general=True, count=True, nonzero=True, matched=True):
    """Example 2: any d lines independent, at least d with both signs. Is a local minimum not global?"""
    return bad_minima(kernel(forms), Assumed(count=count, general=general, nonzero=nonzero, matched=matched))
