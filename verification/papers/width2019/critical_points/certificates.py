"""Losses, projections and the paper's right sides at small networks as data for anybody's program."""

from collections.abc import Iterator
from fractions import Fraction

from verification.networks_on_samples import fact
from verification.papers.width2019.exact_algebra import stacked
from verification.papers.width2019.exact_nets import Net, critical, unstacked
from verification.papers.width2019.nets_as_data import (
    AT_REST,
    KINKED,
    ONE_LAYER,
    SHAPES,
    any_points,
    as_data,
    critical_points,
    every,
    instances,
    least,
    loss,
    outputs,
    projection,
    regular_points,
    rows,
    terms,
)

TWO_INPUTS = (ONE_LAYER[0], ((2, 2, 2, 1), (Fraction(1, 2), 0)))  # with one input the last layer is often enough


def sides(one: Net) -> dict:
    """The printed right side, with its terms."""
    return terms(one, (), every(one))


def projected_loss(one: Net) -> dict:
    """J."""
    return least(one, layers=every(one))


def at_one_layer():
    """Critical points of one hidden layer: the loss, and the printed right side."""
    return instances(critical_points, ONE_LAYER, lambda one: as_data(one, AT_REST, loss(one), sides(one)), seed=0)


def at_any_depth():
    """Critical points: the loss, the printed right side, and J."""

    def says(one):
        return as_data(one, AT_REST, loss(one), sides(one), projected_loss(one))

    return instances(critical_points, SHAPES, says, seed=1)


def gaps():
    """Points with kinks: the loss, J, and the projection of the residuals to D."""

    def says(one):
        return as_data(one, loss(one), projected_loss(one), projection(one, "residuals", every(one)))

    return instances(any_points, KINKED, says, seed=2)


def equal_or_not():
    """Critical points, where the loss is J, and points that are critical for the last layer alone, where it is more."""
    rest = instances(critical_points, SHAPES, lambda one: as_data(one, AT_REST, loss(one), projected_loss(one)), seed=3)
    return rest + instances(critical_for_the_last_layer, TWO_INPUTS, with_slopes, seed=4)


def critical_for_the_last_layer(rng, shape) -> Iterator[Net]:
    """Regular points at which the slopes by the last layer's weights vanish, and others do not."""
    drawn = (critical(rng, one, one.layer(one.hidden + 1)) for one in regular_points(rng, shape))
    return (one for one in drawn if any(one.gradient()))


def with_slopes(one: Net) -> dict:
    """Slopes of the loss by all layers, the loss and J."""
    slopes = (one.layer(layer).transpose() * stacked(one.residual) for layer in every(one))
    by_layer = [rows(unstacked(found, weight.ncols())) for found, weight in zip(slopes, one.weights, strict=True)]
    moving = [fact("slopes", found, layer=layer) for layer, found in enumerate(by_layer, start=1)]
    return as_data(one, *moving, loss(one), projected_loss(one))


def linearised():
    """Points with kinks: the least loss of the linearised network, and J."""

    def says(one):
        return as_data(one, fact("linearised", one.projected_loss), projected_loss(one))

    return instances(any_points, KINKED, says, seed=5)


def single_layers():
    """Critical points: the outputs, and the projections of the targets to D of each layer."""

    def says(one):
        return as_data(one, AT_REST, outputs(one), *(projection(one, "targets", [layer]) for layer in every(one)))

    return instances(critical_points, SHAPES, says, seed=6)


def later_terms():
    """Critical points: the terms in the paper's order."""
    return instances(critical_points, SHAPES, lambda one: as_data(one, AT_REST, sides(one)), seed=7)


def sides_at_one_layer():
    """Points with kinks, one hidden layer: the right side of (3.2), and J."""
    return instances(any_points, KINKED[:2], lambda one: as_data(one, sides(one), projected_loss(one)), seed=8)


def sides_at_any_depth():
    """Points with kinks: the right side of (4.2), and J."""
    return instances(any_points, KINKED, lambda one: as_data(one, sides(one), projected_loss(one)), seed=9)
