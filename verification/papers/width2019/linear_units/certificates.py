"""Networks with linear units as data for anybody's program: products, right sides and moves."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from verification.networks_on_samples import fact, projections
from verification.papers.width2019.exact_algebra import columns, entries
from verification.papers.width2019.exact_nets import Net, null_space
from verification.papers.width2019.linear_units.inner_layer import (
    SINGLES,
    free_weights,
    moved_by,
    strong_example,
    with_inner_residual,
)
from verification.papers.width2019.nets_as_data import (
    AT_REST,
    as_data,
    inner,
    instances,
    least,
    loss,
    path_product,
    products,
    rows,
    separation,
    terms,
)
from verification.papers.width2019.separation import (
    ARCHITECTURES,
    at_rest,
    deficient,
    fixed,
    paths,
    regression,
    separated_net,
    subsets,
)

# smaller than those of the checks that hold weights
LEAKY = (0, (2, 2, 2, 1), [(1, Fraction(1, 2)), (1, Fraction(1, 2))], SINGLES)


def critical_with(facts: Callable, held: str = "any") -> list[dict]:
    """Critical points with strictly linear units and paths of full rank, by architecture.

    held: which weights are, "any" for none, "kept" by Definition 1, "strong" by Definition 2. facts: of a network, of t
    and of the weights that are held.
    """
    architectures, samples = (ARCHITECTURES[:3], 6) if held == "any" else ([LEAKY], 7)

    def of(architecture):
        t, _, _, sets = architecture

        def says(one):
            without = () if held == "any" else tuple(fixed(one, sets, strong=held == "strong"))
            full = (path_product(one, sets, layer) for layer in range(t, one.hidden))
            said = facts(one, t, without)
            return as_data(one, separation(sets, 1 + (held == "strong")), AT_REST, *full, *said, held=without)

        def nets(rng, _):
            found = at_rest(rng, 10**6, held, samples=samples, architectures=[architecture])
            return (one for t, _, one in found if regression(one, (t,)) > one.loss > 0)

        return instances(nets, [architecture], says, seed=0)

    return [made for architecture in architectures for made in of(architecture)]


def residuals():
    """Features of the layers from t on, times residuals."""
    return critical_with(lambda one, t, _: [products(one, layer) for layer in range(t, one.hidden + 1)])


def right_sides(held: str = "any", chosen: Callable = lambda t, last: range(t, last + 1)) -> list[dict]:
    """The loss, and the right sides of (5.1) for all subsequences of some layers."""

    def facts(one, t, without):
        sets = subsets(dict.fromkeys(chosen(t, one.hidden)))
        return [loss(one), *(terms(one, layers, inner(one), without) for layers in sets)]

    return critical_with(facts, held)


def with_weights_held():
    """The same with the weights held that Definition 1 holds."""
    return right_sides("kept")


def of_strong_separation():
    """The same with those that Definition 2 holds, for the layers t and H."""
    return right_sides("strong", lambda t, last: (t, last))


def one_projection():
    """The loss, and what one projection leaves, for all subsequences of the layers from t on."""

    def facts(one, t, _):
        return [loss(one), *(least(one, layers, inner(one)) for layers in subsets(range(t, one.hidden + 1)))]

    return critical_with(facts)


def moves():
    """Deficient paths: weights into linear units that are moved and keep the outputs."""
    return [made for architecture in ARCHITECTURES[:3] for made in moves_of(architecture)]


def moves_of(architecture):
    """The same for linear units of one architecture."""
    t, _, _, sets = architecture

    def nets(rng, _):
        return (deficient(separated_net(rng, architecture, 3), sets) for _ in range(10**6))

    def says(one):
        return as_data(one, *(facts for layer in range(t, one.hidden) for facts in moved(one, sets, layer)))

    return instances(nets, [architecture], says, seed=1)


def moved(one: Net, sets, layer: int):
    """The product of the paths, and a move of the weights into its first units."""
    along = entries(columns(null_space(paths(one, sets, layer).transpose()), [0]))
    b = range(1, one.weights[layer].nrows() + 1)
    given = path_product(one, sets, layer)
    return given, fact("move", sets=given["sets"], layer=layer + 1, b=b, c=along)


def cut_sets():
    """E17: sets of one, two and one units, and the same cut to one unit each."""
    sets = {1: (0,), 2: (0, 1), 3: (0,)}
    cut = [{**sets, 2: (unit,)} for unit in (0, 1)]
    facts = [separation(one, strictly=False, met=False) for one in cut]
    paths_of = [fact("paths", ((1,),), sets=one["sets"], layer=1) for one in facts]
    weights = ((1,),), ((1, 1),), ((1,), (1,))
    whole = separation(sets, strictly=False), fact("paths", ((2,),), sets=separation(sets)["sets"], layer=1)
    return projections(((1,),), ((0,),), weights, ((1,), (1, 1)), fact("outputs", ((2,),)), *whole, *facts, *paths_of)


def restricted(*facts) -> dict:
    """The point of strong separation with a residual that sees the layer between, its weights held."""
    one = with_inner_residual(strong_example(0), 1, True)
    held = tuple(fixed(one, SINGLES, strong=True))
    known = separation(SINGLES, 2), AT_REST, loss(one)
    return as_data(one, *known, *(made for say in facts for made in say(one, held)), held=held)


def inner_layer():
    """Its features of the layer between, times residuals, and the right side of (5.1) with that layer."""
    return restricted(lambda one, held: (products(one, 1), terms(one, (1,), inner(one), held)))


def losses_nearby():
    """Its loss at weights nearby."""
    return restricted(lambda one, held: elsewhere(one))


def elsewhere(one: Net):
    """The losses where free weights are moved by up to a tenth."""
    count = len(list(free_weights(one)))
    for seed in range(6):
        move = np.random.default_rng(seed).integers(-9, 10, count).tolist()
        other = moved_by(one, move, Fraction(1, 100))
        yield fact("other weights", other.loss, weights=list(map(rows, other.weights)))
