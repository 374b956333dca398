"""Certificates by Krawczyk: one critical point in each box, its risk and the sign of its curvature."""

import numpy as np
from flint import arb, arb_mat, arb_series

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive, ZeroWithin
from verification.papers.basin2016.spurious import certificates as leaving
from verification.papers.basin2016.spurious.balls import Risk
from verification.papers.basin2016.spurious.family import critical_point
from verification.papers.basin2016.spurious.hessian_as_data import curvature_along

FORMS = ("basin2016/spurious",)
RADIUS = 1e-9


def rows(entries, neurons):
    """A flat list of entries as rows of weights."""
    inputs = len(entries) // neurons
    return [entries[i * inputs : (i + 1) * inputs] for i in range(neurons)]


def exact(matrix):
    """A float matrix as exact balls."""
    return arb_mat([[arb(float(x)) for x in row] for row in matrix])


def column(entries):
    """A column of balls."""
    return arb_mat([[x] for x in entries])


class Box:
    """All weights within RADIUS of a critical point of the family in floats, moved by `shift`."""

    def __init__(self, forms, neurons, turned=1, shift=0.0, **statement):
        self.risk = Risk(forms, neurons, **statement)
        self.neurons = neurons
        centre = critical_point(neurons, turned).ravel() + shift
        self.middle = [arb(float(x)) for x in centre]
        self.entries = [arb(float(x), RADIUS) for x in centre]
        self.hessian = self.risk.hessian(rows(self.entries, neurons))
        self.approximate = np.array([[float(x.mid()) for x in row] for row in self.hessian.tolist()])

    def value(self):
        """F over the box."""
        return self.risk.value(rows(self.entries, self.neurons))

    def image(self):
        """The Krawczyk operator, K = m - Y g(m) + (I - Y H(box)) (box - m), Y a float inverse of the Hessian.

        If K lies inside the box, it holds exactly one zero of the gradient; where they are apart, it holds none.
        """
        inverse = exact(np.linalg.inv(self.approximate))
        gradient = column(self.risk.gradient(rows(self.middle, self.neurons)))
        around = column([x - m for x, m in zip(self.entries, self.middle, strict=True)])
        size = len(self.entries)
        contraction = (
            arb_mat(size, size, [int(i == j) for i in range(size) for j in range(size)]) - inverse * self.hessian
        )
        moved = contraction * around - inverse * gradient
        return [m + moved[i, 0] for i, m in enumerate(self.middle)]

    def curvatures(self):
        """Diagonal and Gershgorin bounds of V' H V over the box, V the float eigenvectors of the Hessian.

        If all bounds are positive, so is V' H V, and with it H; an entry of the diagonal is u' H u for a column u of V.
        """
        vectors = exact(np.linalg.eigh(self.approximate)[1])
        turned = (vectors.transpose() * self.hessian * vectors).tolist()
        diagonal = [row[i] for i, row in enumerate(turned)]
        off = [sum((abs(x) for j, x in enumerate(row) if j != i), arb(0)) for i, row in enumerate(turned)]
        return diagonal, [d - o for d, o in zip(diagonal, off, strict=True)]


def least(balls):
    """The ball whose lower end is the lowest."""
    return min(balls, key=lambda ball: float(ball.lower()))


def spurious_minimum(name, box, above=0):
    """Items: a critical point in the box, its risk, and a positive definite Hessian over all of the box."""
    yield ZeroWithin(f"{name}: critical point", box.entries, box.image())
    yield Positive(f"{name}: risk", box.value() - above)
    diagonal, bounds = box.curvatures()
    yield Positive(f"{name}: least curvature along an eigenvector", least(diagonal))
    yield Positive(f"{name}: Gershgorin bound of all curvatures", least(bounds))


def spurious_minima(forms, sizes, above=0, **statement):
    """These items for the family with one turned neuron."""
    for neurons in sizes:
        yield from spurious_minimum(f"k = {neurons}", Box(forms, neurons, **statement), above)


@leaves(leaving.one_turned)
@certified.check(
    "ours.spurious-minima-6-7-8",
    "minima",
    wrong={
        "five neurons": {"sizes": (5,)},
        "a shifted box": {"shift": 1e-6},
        "a teacher of norm 1.01": {"size": arb("1.01")},
        r"a risk above $\frac{1}{20}$": {"sizes": (6,), "above": arb("0.05")},
    },
)
def isolated_minima(forms, sizes=(6, 7, 8), **statement):
    """For $k = 6, 7, 8$ Krawczyk's operator on all $k^2$ weights, $F$ and the Hessian over the whole box."""
    return spurious_minima(forms, sizes, **statement)


@leaves(leaving.larger_nets, whole=False)
@certified.check(
    "ours.spurious-minima-6-7-8",
    "larger-nets",
    wrong={
        "five neurons": {"sizes": (5,)},
        "a shifted box": {"sizes": (9,), "shift": 1e-6},
        "a teacher of norm 1.01": {"sizes": (10,), "size": arb("1.01")},
        r"a risk above $\frac{1}{20}$": {"sizes": (9,), "above": arb("0.05")},
    },
)
def isolated_minima_of_larger_nets(forms, sizes=(9, 10, 11, 12, 20), **statement):
    """For $k = 9, 10, 11, 12, 20$ Krawczyk's operator on all $k^2$ weights, $F$ and the Hessian over the whole box."""
    return spurious_minima(forms, sizes, **statement)


DIGITS = {
    **{(6, 1): "0.0250", (6, 6): "0.0556"},
    **{(7, 1): "0.0232", (7, 6): "0.0553", (7, 7): "0.0622"},
    **{(8, 1): "0.0215", (8, 2): "0.0397", (8, 6): "0.0550", (8, 7): "0.0618", (8, 8): "0.0677"},
}


@leaves(leaving.more_turned)
@certified.check(
    "ours.spurious-minima-6-7-8",
    "other-forms",
    wrong={
        "five neurons, all turned": {"digits": {(5, 5): "0.0477"}},
        "three turned neurons of eight": {"digits": {(8, 3): "0.0549"}},
        "a shifted box": {"digits": {(6, 6): "0.0556"}, "shift": 1e-6},
        "a teacher of norm 1.01": {"digits": {(7, 7): "0.0622"}, "size": arb("1.01")},
        "the risk of one turned neuron": {"digits": {(8, 2): "0.0215"}},
        "the risk of two turned neurons": {"digits": {(8, 1): "0.0397"}},
        r"a risk above $\frac{1}{10}$": {"digits": {(6, 6): "0.0556"}, "above": arb("0.1")},
    },
)
def isolated_minima_of_other_forms(forms, digits=DIGITS, above=0, **statement):
    """For $k$ neurons, $r$ of them turned, Krawczyk's operator, the Hessian over the whole box, and the first four
    digits of $F$, by which no two of one $k$ are renamings of each other; the minimum with one turned neuron among
    them.
    """
    for (neurons, turned), risk in digits.items():
        name, box = f"k = {neurons}, r = {turned}", Box(forms, neurons, turned, **statement)
        yield from spurious_minimum(name, box, above)
        yield Positive(f"{name}: risk above {risk}", box.value() - arb(risk))
        yield Positive(f"{name}: risk below the next four digits", arb(risk) + arb("0.0001") - box.value())


@leaves(leaving.saddle)
@certified.check(
    "ours.spurious-minima-6-7-8",
    "saddle-at-five",
    wrong={"six neurons": {"neurons": 6}, "a shifted box": {"shift": 1e-6}},
)
def negative_curvature(forms, neurons=5, **statement):
    """Krawczyk's operator, and a direction in which the curvature is negative over the whole box."""
    box = Box(forms, neurons, **statement)
    yield ZeroWithin("critical point", box.entries, box.image())
    yield Positive("minus the least curvature", -least(box.curvatures()[0]))


@leaves(curvature_along, whole=False)
@certified.check(
    "ours.spurious-minima-6-7-8",
    "hessian",
    wrong={"without the direction across": {"bend": 0}, "a teacher of norm 1.01": {"size": arb("1.01")}},
)
def derivative_of_the_gradient(forms, rng, neurons=4, inputs=3, **statement):
    """At random weights, in a random direction: the gradient's power series in balls minus the Hessian's product."""
    weights, way = ([arb(float(x)) for x in rng.standard_normal(neurons * inputs)] for _ in range(2))
    truth = Risk(forms, inputs)

    def along(step):
        return truth.gradient(rows([w + u * step for w, u in zip(weights, way, strict=True)], neurons))

    product = Risk(forms, inputs, **statement).hessian(rows(weights, neurons)) * column(way)
    slopes = along(arb_series([0, 1], prec=2))
    for number, slope in enumerate(slopes):
        yield Agreement(f"derivative {number}", slope[1] - product[number, 0])
