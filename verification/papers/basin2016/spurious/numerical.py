"""Float64: the ball formulas against the library's risk, the compiled descent's gradient, and the symmetries of F."""

import numpy as np
from flint import arb

from pnn.risk import population_gradient, population_hessian, population_risk
from verification.methods import numerical
from verification.methods.numerical import Same
from verification.papers.basin2016.spurious import descent
from verification.papers.basin2016.spurious.balls import Risk
from verification.papers.basin2016.spurious.family import critical_point, risk

FORMS = ("basin2016/spurious",)
SIZES = ((3, 2), (4, 4), (5, 3))


def in_balls(weights):
    """Float weights as rows of exact balls."""
    return [[arb(float(x)) for x in row] for row in weights]


def random_weights(rng, instances):
    """Gaussian weights (neurons, inputs) of three shapes."""
    for case in range(max(6, instances // 10)):
        yield rng.standard_normal(SIZES[case % len(SIZES)])


@numerical.check(
    "ours.spurious-minima-6-7-8",
    "gradient",
    wrong={"without the half": {"share": 1.0}, "a teacher of norm 1.01": {"size": arb("1.01")}},
)
def three_gradients(forms, rng, instances, share=0.5, size=1):
    """$F$ and its gradient by the formulas for pairs, summed in balls, against the library's kernel form; the gradient
    also against that of the compiled descent.
    """
    for case, weights in enumerate(random_weights(rng, instances)):
        teacher, formulas = np.eye(weights.shape[1]), Risk(forms, weights.shape[1], size)
        value = float(formulas.value(in_balls(weights)))
        slopes = np.array([float(x) for x in formulas.gradient(in_balls(weights))]).reshape(weights.shape)
        yield Same(f"risk, {case}", value, share * population_risk(weights, teacher), 1e-11)
        yield Same(f"gradient, {case}", slopes, share * population_gradient(weights, teacher), 1e-11)
        yield Same(f"compiled gradient, {case}", slopes, descent.gradient(weights), 1e-11)


@numerical.check(
    "ours.spurious-minima-6-7-8",
    "hessian",
    wrong={"without the half": {"share": 1.0}, "without the direction across": {"bend": 0}},
)
def two_hessians(forms, rng, instances, share=0.5, bend=1):
    """The Hessian of $F$ by the formulas for pairs, summed in balls, against the library's kernel form."""
    for case, weights in enumerate(random_weights(rng, instances)):
        formulas = Risk(forms, weights.shape[1], bend=bend).hessian(in_balls(weights)).tolist()
        reference = share * population_hessian(weights, np.eye(weights.shape[1]))
        yield Same(f"Hessian, {case}", [[float(x) for x in row] for row in formulas], reference, 1e-11)


def permuted(rng, weights):
    """Neurons and inputs in another order, each in its own."""
    neurons, inputs = (rng.permutation(size) for size in weights.shape)
    return weights[np.ix_(neurons, inputs)]


def turned(rng, weights):
    """Inputs turned by a random orthogonal matrix."""
    return weights @ np.linalg.qr(rng.standard_normal((weights.shape[1],) * 2))[0]


@numerical.check(
    "ours.spurious-minima-in-descent",
    "five-numbers",
    wrong={"any rotation of the inputs": {"moved": turned}, "any sign": {"moved": lambda rng, weights: -weights}},
)
def renamed_neurons_and_inputs(rng, instances, moved=permuted):
    """$F$ at the critical point of six neurons and at random weights, before and after renaming."""
    for case, weights in enumerate((critical_point(6), *random_weights(rng, instances))):
        yield Same(f"risk, {case}", risk(moved(rng, weights)), risk(weights), 1e-11)
