"""Losses and regressions at critical points of small networks as data for anybody's program."""

from itertools import repeat

from verification.networks_on_samples import fact
from verification.papers.width2019.exact_algebra import rank
from verification.papers.width2019.exact_nets import critical, random_net
from verification.papers.width2019.nets_as_data import (
    AT_REST,
    HALF,
    as_data,
    inner,
    instances,
    least,
    loss,
    path_product,
    products,
    separation,
    terms,
)
from verification.papers.width2019.separation import ARCHITECTURES, at_rest, regression

LINEAR = ((2, 2, 1), (3, 2, 2, 2))


def all_units(one):
    """All units as sets of linear ones."""
    return {layer: tuple(range(weight.ncols())) for layer, weight in enumerate(one.weights, start=1)}


def linear_nets(rng, sizes):
    """Linear networks, critical, with a loss and outputs that are not 0, the later weights' product of full rank."""
    while True:
        one = random_net(rng, sizes, 5, [1] * (len(sizes) - 2), reach=2)
        here = critical(rng, one)
        if rank(one.whole) and here.loss and rank(here.outputs) == sizes[-1]:
            yield here


def deep_linear():
    """Critical linear networks: the loss, and that of linear regression."""

    def says(one):
        return as_data(one, AT_REST, path_product(one, all_units(one), 0), loss(one), least(one, features=(0,)))

    return instances(linear_nets, LINEAR, says, seed=0)


def featured(rng, slopes):
    """Networks with as many independent last features as samples, kinks among them, at rest in the last layer."""
    for _ in repeat(None):
        one = random_net(rng, (2, 6, 1), 4, [slopes])
        if rank(one.features[-1]) == 4 and not one.regular():
            yield critical(rng, one, one.layer(2))


def features_of_full_rank():
    """The rank of the last features, their products with the residuals, and the loss."""

    def says(one):
        return as_data(one, fact("rank of features", 4, layer=1), products(one, 1), loss(one))

    return instances(featured, [(0, 0, -1, HALF, 0, 1)], says, seed=1)


def separated(rng, architecture):
    """Critical points with strictly linear units and paths of full rank, the loss not 0 and less than that of
    regression on the features of layer t.
    """
    nets = at_rest(rng, 10**6, samples=6, architectures=[architecture])
    return (one for t, _, one in nets if regression(one, (t,)) > one.loss > 0)


def differences():
    """The least loss of regression on features, and the terms that bring it to the loss."""
    return [made for architecture in ARCHITECTURES[:3] for made in differences_of(architecture)]


def differences_of(architecture):
    """The same for linear units of one architecture."""
    t, _, _, sets = architecture

    def says(one):
        chosen = range(t, one.hidden + 1)
        full = [path_product(one, sets, layer) for layer in range(t, one.hidden)]
        by_layer = [made for s in chosen for made in (least(one, (s,)), terms(one, (s,), inner(one)))]
        return as_data(one, AT_REST, separation(sets), *full, loss(one), *by_layer)

    return instances(separated, [architecture], says, seed=2)
