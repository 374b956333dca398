"""Hunts over lines for kernel matrices that are not as stated."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import numpy as np
from flint import arb, arb_mat

from verification.comparisons import Comparison, at_most, ball, least_form, least_norm, most_norm, not_negative, search
from verification.methods import hunt
from verification.methods.hunt import Instance
from verification.papers.pnn2017.hunted.certificates import cosines, unit_rows
from verification.papers.pnn2017.hunted.risks import distinct, kernel_matrix
from verification.papers.pnn2017.hunted.strata import LINES
from verification.papers.pnn2017.mismatched.counterexamples import kernel

FORMS = ("pnn2017/kernel",)


def lines_alone(**more):
    """A sampler of lines for every stratum, with further arrays that are functions of the generator and the lines."""

    def sampler(sample):
        def draw(rng):
            rows = sample(rng)
            return Instance({"lines": rows, **{name: array(rng, rows) for name, array in more.items()}})

        return draw

    return {name: sampler(sample) for name, sample in LINES.items()}


def usable(lines):
    """Whether every line has a direction."""
    return all(map(any, lines))


@hunt.check(
    "pnn.lemma-1", "semidefinite", wrong={"cosines of no vectors": {"vectors": False}}, per_stratum=40, starts=1
)
def kernel_matrices_below_zero(forms, vectors=True):
    r"""The least eigenvalue of $\psi[K]$ for the lines' cosines, from above: is it negative? Without the vectors $K$
    has any numbers from $-1$ to 1 off its diagonal."""
    psi = kernel(forms)

    def compare(instance):
        lines = instance.fractions("lines")
        if not usable(lines):
            return None
        rho = cosines(lines, lines)
        if not vectors:
            moves = [entry for row in instance.fractions("moves") for entry in row]
            for k, (i, j) in enumerate(combinations(range(len(lines)), 2)):
                rho[i][j] = rho[j][i] = ball(max(min(moves[k], Fraction(1)), Fraction(-1)))
        return not_negative(
            least_form(arb_mat([[psi(c) for c in row] for row in rho])), "the least eigenvalue is at most"
        )

    def moves(rng, rows):
        return rng.choice([-1, -0.5, 0, 0.5, 1], (1, max(len(rows) * (len(rows) - 1) // 2, 1)))

    return search(lines_alone() if vectors else lines_alone(moves=moves), compare)


@hunt.check(
    "ours.distinct-lines", "definite", wrong={"equal or opposite lines": {"apart": False}}, per_stratum=40, starts=1
)
def kernel_matrices_that_are_singular(forms, apart=True):
    r"""Distinct lines: is the least eigenvalue of $\psi[K]$, from above, negative? Two lines that are exactly
    parallel make two rows agree."""
    psi = kernel(forms)

    def compare(instance):
        lines = instance.fractions("lines")
        if not usable(lines) or (apart and not distinct(lines)):
            return None
        if not distinct(lines):
            return Comparison(Fraction(-1), "two rows agree")
        return not_negative(least_form(kernel_matrix(psi, lines, lines)), "the least eigenvalue is at most")

    return search(lines_alone(), compare)


def near_targets(rng, rows):
    """A target vector for each line: the lines themselves, near to them, or anywhere."""
    return rows + (0, 10.0 ** -rng.uniform(0, 3), 1)[int(rng.integers(3))] * rng.standard_normal(rows.shape)


@hunt.check(
    "ours.lemma-2-sharp", "trace", wrong={"half the distance": {"share": Fraction(1, 2)}}, per_stratum=40, starts=1
)
def complements_beyond_the_distance(forms, share=Fraction(1)):
    r"""Distinct lines with a target line each: does $\|S\|$, from below, exceed $\|U - U^*\|_F^2$, in balls?"""
    psi = kernel(forms)

    def compare(instance):
        lines, targets = instance.fractions("lines"), instance.fractions("target")
        if not distinct(lines) or not usable(targets):
            return None
        pairs = [cosines([u], [v])[0][0] for u, v in zip(lines, targets, strict=True)]
        distance = sum((2 - 2 * c for c in pairs), arb(0))
        return at_most(least_norm(complement(psi, lines, targets)), ball(share) * distance, "norm and bound")

    return search(lines_alone(target=near_targets), compare)


def complement(psi, lines, targets):
    """S of lines and target lines."""
    across = kernel_matrix(psi, lines, targets)
    return kernel_matrix(psi, targets, targets) - across.transpose() * kernel_matrix(psi, lines, lines).solve(across)


@hunt.check(
    "ours.lemma-2-sharp", "sandwich", wrong={"the gap of the next pair": {"shift": 1}}, per_stratum=40, starts=1
)
def complements_beyond_the_gap(forms, shift=0):
    """The least eigenvalues of $S$ and $G - S$, from above: is one negative? In the variant $G$ has its pairs moved
    on by one."""
    psi = kernel(forms)

    def compare(instance):
        lines, targets = instance.fractions("lines"), instance.fractions("target")
        if not distinct(lines) or not usable(targets) or (shift and len(lines) < 2):
            return None
        inner, across = kernel_matrix(psi, lines, lines), kernel_matrix(psi, lines, targets)
        gap = inner - across - across.transpose() + kernel_matrix(psi, targets, targets)
        entries = np.roll(np.array(gap.tolist(), dtype=object), shift, axis=(0, 1))
        found = complement(psi, lines, targets)
        least = min(least_form(found), least_form(arb_mat(entries.tolist()) - found), key=lambda e: float(e.mid()))
        return not_negative(least, "the least eigenvalue is at most")

    return search(lines_alone(target=near_targets), compare)


@hunt.check("pnn.lemma-2", "norm", wrong={"a sixth of the bound": {"share": Fraction(1, 6)}}, per_stratum=40, starts=1)
def complements_beyond_the_norms(forms, share=Fraction(1)):
    r"""Distinct lines with a target line each: does $\|S\|$, from below, exceed $(\|U\| + \|U^*\|) \|U - U^*\|_F$,
    in balls?"""
    psi = kernel(forms)

    def compare(instance):
        lines, targets = instance.fractions("lines"), instance.fractions("target")
        if not distinct(lines) or not usable(targets):
            return None
        rows, wanted = arb_mat(unit_rows(lines)), arb_mat(unit_rows(targets))
        distance = sum((e * e for row in (rows - wanted).tolist() for e in row), arb(0)).sqrt()
        bound = ball(share) * (most_norm(rows) + most_norm(wanted)) * distance
        return at_most(least_norm(complement(psi, lines, targets)), bound, "norm and bound")

    return search(lines_alone(target=near_targets), compare)


def tail(psi, rho, terms):
    """T_N: psi less the first N terms of its Taylor series."""
    found, coefficient = psi(rho), 2 / arb.pi()
    for n in range(terms):
        found -= coefficient * rho ** (2 * n)
        coefficient *= arb((2 * n - 1) ** 2) / ((2 * n + 1) * (2 * n + 2))
    return found


@hunt.check(
    "ours.smallest-eigenvalue",
    "bound",
    wrong={"the smallest cosine for the largest": {"closest": min}},
    per_stratum=40,
    starts=1,
)
def eigenvalues_below_the_bound(forms, closest=max):
    r"""Two lines or more: is the least eigenvalue, from above, below $T_N(1) - (R - 1) T_N(\mu)$, for $N$ of 0, 1 or
    3?"""
    psi = kernel(forms)

    def compare(instance):
        lines = instance.fractions("lines")
        if not usable(lines) or len(lines) < 2:
            return None
        found = cosines(lines, lines)
        sizes = [abs(c) for i, row in enumerate(found) for c in row[:i]]
        mu, terms = closest(sizes, key=lambda c: float(c.mid())), instance.kind["terms"]
        bound = tail(psi, arb(1), terms) - (len(lines) - 1) * tail(psi, mu, terms)
        return not_negative(least_form(kernel_matrix(psi, lines, lines)) - bound, f"N = {terms}: the excess is at most")

    strata = {
        f"{name}, N = {terms}": (lambda rng, draw=draw, terms=terms: replace(draw(rng), kind={"terms": terms}))
        for name, draw in lines_alone().items()
        for terms in (0, 1, 3)
        if name in ("generic lines", "nearly equal or opposite lines", "equal or opposite lines", "axes")
    }
    return search(strata, compare)
