"""Hunts over nets with one weight on every line: slopes, stationary risks and their bound, in balls."""

from dataclasses import dataclass
from fractions import Fraction

from flint import arb, arb_mat

from verification.comparisons import at_most, ball, equal, most_norm, search
from verification.methods import hunt
from verification.methods.hunt import Instance
from verification.papers.pnn2017.hunted.certificates import unit_rows
from verification.papers.pnn2017.hunted.risks import (
    distinct,
    form,
    kernel_matrix,
    length,
    masses,
    relu_mean,
    risk,
    sizes,
    targets,
)
from verification.papers.pnn2017.hunted.strata import LINES, whole
from verification.papers.pnn2017.mismatched.counterexamples import kernel

FORMS = ("pnn2017/kernel",)


def strata(balanced=False, turned=False):
    """Lines with a sign and a size each, target neurons on other lines; balanced ones stand in opposite pairs."""

    def sampler(sample):
        def draw(rng):
            rows = sample(rng)
            towards = targets(rng, rows)
            amounts = sizes(rng, len(towards))
            if balanced:
                amounts[:, 1] = -amounts[:, 0]
            found = {"lines": rows, "sizes": rng.exponential(1, (len(rows), 1)), "target": towards, "amounts": amounts}
            if turned:
                found["turns"] = whole(rng, rows.shape)
            return Instance(found, {"signs": tuple(rng.choice([-1, 1], len(rows)).tolist())})

        return draw

    return {name: sampler(sample) for name, sample in LINES.items()}


@dataclass(frozen=True)
class OneSigned:
    """Rows s_r u_r of D as vectors of any length, their kernel matrices, and the target's weights, masses and sum."""

    rows: list
    unit: arb_mat
    kernel: arb_mat
    across: arb_mat
    outer: arb_mat
    wanted: arb_mat
    weights: list
    sum: arb_mat

    @property
    def shifted(self):
        """Psi11 + D D'."""
        return self.kernel + self.unit * self.unit.transpose()

    @property
    def stationary(self):
        """q where (7.13) vanishes, or None where an entry is not positive."""
        q = self.shifted.solve(self.across * self.wanted + self.unit * self.sum)
        return q if all(entry[0] > 0 for entry in q.tolist()) else None

    def risk(self, q):
        """The risk of these sizes by its definition."""
        net = [(size / length(row), row) for (size,), row in zip(q.tolist(), self.rows, strict=True)]
        return risk(net, [(arb(1), v) for v in self.weights])

    def balance(self, q):
        """z = D'q - w0."""
        return self.unit.transpose() * q - self.sum


def read(psi, instance, turned=False):
    """What an instance holds; None where lines are not distinct, or a target line is zero."""
    lines, towards = instance.fractions("lines"), instance.fractions("target")
    if not distinct(lines) or not all(map(any, towards)):
        return None
    rows = [tuple(s * e for e in u) for s, u in zip(instance.kind["signs"], lines, strict=True)]
    if turned:
        rows = [
            tuple(a + b for a, b in zip(u, t, strict=True))
            for u, t in zip(rows, instance.fractions("turns"), strict=True)
        ]
        if not all(map(any, rows)):
            return None
    pairs = [
        [tuple(a * e for e in u) for a in both] for u, both in zip(towards, instance.fractions("amounts"), strict=True)
    ]
    weights = [v for pair in pairs for v in pair]
    total = [[ball(sum(column, Fraction(0)))] for column in zip(*weights, strict=True)]
    return OneSigned(
        rows,
        arb_mat(unit_rows(rows)),
        kernel_matrix(psi, lines, lines),
        kernel_matrix(psi, lines, towards),
        kernel_matrix(psi, towards, towards),
        masses(pairs),
        weights,
        arb_mat(total),
    )


@hunt.check("pnn.equation-7.13", "stationary", wrong={"neurons off their lines": {"turned": True}}, per_stratum=40)
def slopes_of_sizes(forms, turned=False):
    r"""$2 E \max(s u^\top x, 0)(h - h^*)$ by its definition against half the first entry of (7.13), at any sizes."""
    psi = kernel(forms)

    def compare(instance):
        at = read(psi, instance, turned)
        if at is None:
            return None
        q = arb_mat([[ball(abs(e))] for (e,) in instance.fractions("sizes")])
        first = at.rows[0]
        pulls = [size / length(row) * relu_mean(first, row) for (size,), row in zip(q.tolist(), at.rows, strict=True)]
        slope = 2 * (sum(pulls, arb(0)) - sum((relu_mean(first, v) for v in at.weights), arb(0))) / length(first)
        formula = at.unit * at.balance(q) + at.kernel * q - at.across * at.wanted
        return equal(slope, formula[0, 0] / 2, "slope and formula")

    return search(strata(turned=turned), compare)


def value_of_z(at, q):
    """(7.14): z'(I + D'Psi^-1 D)z + q*'S q*."""
    z = at.balance(q)
    pushed = at.unit * z
    reached = at.kernel.solve(at.across)
    left = form(z, arb_mat([[int(i == j) for j in range(z.nrows())] for i in range(z.nrows())]), z)
    return (
        left
        + form(pushed, at.kernel.inv(), pushed)
        + form(at.wanted, at.outer - at.across.transpose() * reached, at.wanted)
    )


@hunt.check(
    "pnn.equation-7.14", "value", wrong={"weights that are not stationary": {"stationary": False}}, per_stratum=40
)
def risks_at_stationary_points(forms, stationary=True):
    """Four times the risk by its definition against (7.14), at positive stationary sizes, or at any in the variant."""
    psi = kernel(forms)

    def compare(instance):
        at = read(psi, instance)
        if at is None:
            return None
        q = at.stationary if stationary else arb_mat([[ball(abs(e))] for (e,) in instance.fractions("sizes")])
        return None if q is None else equal(4 * at.risk(q), value_of_z(at, q), "four risks and formula")

    return search(strata(), compare)


@hunt.check(
    "pnn.theorem-12",
    "bound",
    wrong={"a target that is not balanced": {"balanced": False}},
    per_stratum=40,
    starts=1,
)
def stationary_risks_beyond_the_bound(forms, balanced=True):
    r"""Is the risk by its definition, at a local minimum of a region of one sign a line, above
    $\frac14 |q^*|^2 \|M\|$, the norm from above?"""
    psi = kernel(forms)

    def compare(instance):
        at = read(psi, instance)
        if at is None or not any(e[0] > 0 for e in at.wanted.tolist()):
            return None
        if balanced and any(sum(column) for column in zip(*at_fractions(instance), strict=True)):
            return None
        q = at.stationary
        if q is None:
            return None
        norm = most_norm(at.outer - at.across.transpose() * at.shifted.solve(at.across))
        size = (at.wanted.transpose() * at.wanted)[0, 0]
        return at_most(at.risk(q), size * norm / 4, "risk and bound")

    return search(strata(balanced), compare)


def at_fractions(instance):
    """The target's weights in fractions."""
    pairs = zip(instance.fractions("target"), instance.fractions("amounts"), strict=True)
    return [tuple(a * e for e in u) for u, both in pairs for a in both]
