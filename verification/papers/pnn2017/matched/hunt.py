"""Hunts for local minima that are not global, and other risks, the target lying on the lines of the network."""

from dataclasses import replace

import numpy as np

from verification.comparisons import equal, search
from verification.methods import hunt
from verification.papers.pnn2017.hunted import risks, strata
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
    """As printed: target neurons on the lines of the network, at least $d$ lines with both signs. Is a local minimum
    without zero weights not global?"""
    return bad_minima(kernel(forms), Assumed(whole=whole, count=True, matched=True))


@hunt.check(
    "pnn.theorem-7",
    "repaired",
    wrong={
        "lines with both signs that need not span": {"span": False, "nonzero": True},
        "a zero weight for a negative one": {"strict": False},
    },
    conveniences={"a matched target": ({"matched": False}, ANY_TARGET)},
)
def matched_nets_whose_mixed_lines_span(forms, span=True, nonzero=False, strict=True, matched=True):
    """Lines with a positive and a negative weight that span the inputs, on others a zero weight beside a positive one
    too: is a local minimum not global?"""
    return bad_minima(kernel(forms), Assumed(count=True, span=span, nonzero=nonzero, strict=strict, matched=matched))


@hunt.check(
    "ours.good-regions",
    "good-regions",
    wrong={
        "any lines": {"general": False, "nonzero": True},
        "fewer lines with both signs": {"count": False, "nonzero": True},
        "a zero weight for a negative one": {"strict": False},
    },
    conveniences={"a matched target": ({"matched": False}, ANY_TARGET)},
)
def regions_of_lines_in_general_position(forms, general=True, count=True, nonzero=False, strict=True, matched=True):
    """Example 2: any $d$ lines independent, at least $d$ with a positive and a negative weight, on others a zero weight
    beside a positive one too. Is a local minimum not global?"""
    assumed = Assumed(count=count, general=general, nonzero=nonzero, strict=strict, matched=matched)
    return bad_minima(kernel(forms), assumed)


@hunt.check(
    "pnn.theorem-6",
    "value",
    wrong={
        "neurons off their lines": {"turned": True},
        "a target off the lines": {"matched": False},
        "vectors that are no unit vectors": {"unit": False},
    },
    per_stratum=40,
)
def risks_on_the_same_lines(forms, turned=False, matched=True, unit=True):
    """Two neurons a line, equal and dependent lines and zero weights among them: is the risk by its definition not
    the formula?"""
    psi = kernel(forms)

    def compare(instance):
        at = risks.nets(instance)
        formula = risks.two_squares(psi, replace(at, target_lines=at.lines), unit)
        return equal(at.risk, formula, "risk and formula")

    def met(instance):
        at = risks.nets(instance)
        return all(map(any, at.lines)) and len(at.target) == len(at.net)

    return search(risks.strata(matched, turned), compare, met)


PLANE = {
    "lines in the plane": lambda rng: rng.standard_normal((int(rng.integers(1, 5)), 2)),
    "whole numbers": lambda rng: strata.whole(rng, (int(rng.integers(2, 5)), 2)),
    "a line twice": lambda rng: np.concatenate([np.eye(2), np.eye(2)[:1] * rng.choice([-1, 1, 2])]),
    "nearly equal lines": lambda rng: np.array([[1, 0], [1, 10.0 ** -rng.uniform(1, 3)], [0, 1]]),
}


@hunt.check(
    "pnn.theorem-7",
    "plane",
    wrong={
        "fewer lines with both signs": {"count": False, "nonzero": True},
        "a zero weight for a negative one": {"strict": False},
    },
    conveniences={"a matched target": ({"matched": False}, ANY_TARGET)},
)
def matched_nets_in_the_plane(forms, count=True, nonzero=False, strict=True, matched=True):
    """Two inputs, two distinct lines with a positive and a negative weight, on others a zero weight beside a positive
    one too: is a local minimum not global?"""
    return bad_minima(kernel(forms), Assumed(count=count, nonzero=nonzero, strict=strict, matched=matched), PLANE)
