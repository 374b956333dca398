"""Hunts for bad local minima of degree-one nets, whose lines are the axes, and for nets of another risk."""

from flint import arb

from verification.comparisons import equal, search
from verification.methods import hunt
from verification.papers.pnn2017.hunted import risks
from verification.papers.pnn2017.hunted.minima import Assumed, bad_minima
from verification.papers.pnn2017.hunted.strata import LINES, axes
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


def two_values(rho):
    """1 for an input with itself, 2/pi for two inputs."""
    return arb(1) if abs(rho) == 1 else 2 / arb.pi()


@hunt.check(
    "pnn.theorem-4",
    "value",
    wrong={"lines that are not the axes": {"on_axes": False}, "neurons off the axes": {"turned": True}},
    per_stratum=200,
)
def risks_of_degree_one(on_axes=True, turned=False):
    """Two neurons an input, zero weights and sizes far apart among them: is the risk by its definition not the
    formula? In balls."""

    def met(instance):
        at = risks.nets(instance)
        return all(map(any, at.lines)) and (not on_axes or all(sum(map(bool, u)) == 1 for u in at.lines))

    strata = {"axes": axes} if on_axes else LINES
    return search(
        risks.strata(matched=True, turned=turned, lines=strata),
        lambda instance: equal(
            (at := risks.nets(instance)).risk, risks.two_squares(two_values, at), "risk and formula"
        ),
        met,
    )
