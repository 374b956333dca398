"""Simulation of random starts from the definition: how often predictions vanish, and how often zero is better."""

import numpy as np

from verification.methods import monte_carlo
from verification.papers.basin2016.starting_loss.networks import cross_entropy, last_hidden, predictions, squared

ONE = np.array([[1.0, -0.5, 2.0]])  # a sample, three inputs
TWO = np.array([[1.0, -0.5, 2.0], [-0.3, 1.0, 0.2]])
SHARE = 10  # of the samples of the run: each stands for a network


def frequencies(rng, samples, events):
    """Means of events, name -> function of (rng, count) that returns booleans (count,)."""

    def draw(count):
        return {name: event(rng, count).astype(float) for name, event in events.items()}

    return monte_carlo.means_of(draw, samples // SHARE)


def alive(widths, biases):
    """Whether the last hidden layer has an output on one sample."""
    return lambda rng, n: last_hidden(rng, n, ONE, widths, biases).any(axis=(1, 2))


WITH_BIASES = ((3,), (1, 4), (2, 1, 2))
WITHOUT = ((3,), (1, 4), (2, 3), (3, 2, 2))


def last_layer(base=2.0, layers=1):
    """1 - 2^-n' for the last layer, or the product over more of them."""
    return {f"widths {w}": np.prod([1 - base**-n for n in w[-layers:]]) for w in WITH_BIASES}


@monte_carlo.check(
    "basin.proposition-2",
    "not-zero",
    predicts=last_layer,
    wrong={"the last two layers": {"layers": 2}, "thirds": {"base": 3.0}},
)
def hidden_layers_with_biases(rng, samples):
    """Networks with one to three hidden layers with biases, one sample."""
    return frequencies(rng, samples, {f"widths {w}": alive(w, True) for w in WITH_BIASES})


def all_layers(base=2.0, first=0):
    """The product of 1 - 2^-n over all layers, or all but the first."""
    return {f"widths {w}": np.prod([1 - base**-n for n in w[first:] or w]) for w in WITHOUT}


@monte_carlo.check(
    "basin.proposition-2",
    "bias-free-product",
    predicts=all_layers,
    wrong={"without the first layer": {"first": 1}, "thirds": {"base": 3.0}},
)
def hidden_layers_without_biases(rng, samples):
    """Networks with one to three hidden layers without biases, one sample."""
    return frequencies(rng, samples, {f"widths {w}": alive(w, False) for w in WITHOUT})


def half_of_the_living(share=0.5, power=1):
    """(1 - 2^-n')/2 for one and three units."""
    return {f"units {n}": share * (1 - 2.0 ** (-power * n)) for n in (1, 3)}


@monte_carlo.check(
    "basin.proposition-2",
    "tight",
    predicts=half_of_the_living,
    wrong={"without the half": {"share": 1.0}, "quarters": {"power": 2}},
)
def squared_losses_of_one_sample(rng, samples):
    """One output with target 40, two hidden layers with biases: how often the squared loss exceeds $40^2$."""

    def above(units):
        return lambda rng, n: squared(predictions(rng, n, ONE, (2, units), 1), np.array([[40.0]])) > 40.0**2

    return frequencies(rng, samples, {f"units {n}": above(n) for n in (1, 3)})


def counts_of_ties(share=0.25, base=2.0):
    """(1 - 2^(1 - k))/4 for two and three classes."""
    return {f"classes {k}": share * (1 - base ** (1 - k)) for k in (2, 3)}


@monte_carlo.check(
    "basin.proposition-1",
    "one-unit",
    predicts=counts_of_ties,
    wrong={"no ties": {"base": 1e9}, "a half for a quarter": {"share": 0.5}},
)
def one_unit_and_output_weights_of_one_size(rng, samples):
    r"""One hidden unit with a bias, output weights $\pm 1$, one sample: how often cross-entropy exceeds $\log k$."""

    def above(classes):
        return lambda rng, n: exceeds(predictions(rng, n, ONE, (1,), classes, length=1.0), [0], classes)

    return frequencies(rng, samples, {f"classes {k}": above(k) for k in (2, 3)})


def exceeds(found, labels, classes):
    """Whether cross-entropy exceeds that of zero by more than rounding: ties are equalities."""
    return cross_entropy(found, np.array(labels)) > np.log(classes) + 1e-12


@monte_carlo.check(
    "basin.proposition-1",
    "cross-entropy-repaired",
    predicts=lambda share=0.5, power=1: {"units 3": share * (1 - 2.0 ** (-3 * power))},
    wrong={"without the half": {"share": 1.0}, "quarters": {"power": 2}},
)
def three_units_and_two_classes(rng, samples):
    """Three hidden units with biases, one sample, two classes: there the bound is an equality."""
    return frequencies(rng, samples, {"units 3": lambda rng, n: exceeds(predictions(rng, n, ONE, (3,), 2), [0], 2)})
