"""Hunts for risks and local minima that Theorems 8 and 9 do not admit, target lines being any."""

from verification.comparisons import at_most, equal, search
from verification.methods import hunt
from verification.papers.pnn2017.hunted import risks
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
    """As printed: at least $d$ lines with both signs, no zero weight. Is a local minimum not global?

    The lines are distinct and span the inputs. The variant has one target neuron, for which Theorem 9 fails as well.
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


@hunt.check(
    "pnn.theorem-8",
    "value",
    wrong={"neurons off their lines": {"turned": True}, "vectors that are no unit vectors": {"unit": False}},
    per_stratum=40,
)
def risks_on_other_lines(forms, turned=False, unit=True):
    """Two neurons a line, target lines equal to some, zero weights and sizes far apart: is the risk by its
    definition not the formula?"""
    psi = kernel(forms)

    def compare(instance):
        at = risks.nets(instance)
        return equal(at.risk, risks.two_squares(psi, at, unit), "risk and formula")

    return search(risks.strata(turned=turned), compare, nonzero_lines)


def nonzero_lines(instance):
    """Whether every line has a direction."""
    at = risks.nets(instance)
    return all(map(any, [*at.lines, *at.target_lines]))


@hunt.check("pnn.corollary-4", "lower-bound", wrong={"neurons off their lines": {"turned": True}}, per_stratum=40)
def risks_below_the_schur_value(forms, turned=False):
    r"""Distinct lines, nearly equal ones among them: is the risk by its definition below $\frac14 {q^*}^\top S q^*$?"""
    psi = kernel(forms)

    def compare(instance):
        at = risks.nets(instance)
        wanted = risks.masses(at.target)
        return at_most(risks.form(wanted, risks.schur(psi, at), wanted) / 4, at.risk, "bound and risk")

    def met(instance):
        return nonzero_lines(instance) and risks.distinct(risks.nets(instance).lines)

    return search(risks.strata(turned=turned), compare, met)
