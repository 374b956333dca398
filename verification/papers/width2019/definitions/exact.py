"""Definitions 1 and 2 on nets in fractions."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019.definitions import certificates as leaving
from verification.papers.width2019.exact_nets import net, random_net
from verification.papers.width2019.separation import separated

HALF = Fraction(1, 2)


@exact.check(
    "width.definition-1",
    "always",
    wrong={"more linear units than outputs": {"more": 1}, "from layer 1 on": {"start": 1}},
    scope="instances",
)
def every_point_is_separated(rng, instances, more=0, start=None):
    """Random networks, with $S(H + 1)$ all outputs and no other set: they meet Definition 1 with
    $n = d_y$ and $t = H$.
    """
    for index in range(instances):
        sizes, slopes = (((2, 2, 1), [0]), ((2, 2, 2, 2), [0, HALF]))[index % 2]
        one = random_net(rng, sizes, 4, slopes)
        outputs = tuple(range(sizes[-1]))
        sets = dict.fromkeys(range(start or one.hidden + 1, one.hidden + 2), outputs)
        yield {"separated": separated(one, sets, len(outputs) + more, strict=True)}


@leaves(leaving.zero_weights)
@exact.check(
    "width.definition-1",
    "zero-weights",
    wrong={"more units than the narrowest layer has": {"least": 3}, "weights that are not 0": {"weight": -1}},
)
def all_weights_zero(least=2, weight=0):
    """Widths 3 and 2 and two outputs, all weights 0, ReLU: Definition 1 is met with $n = 2$ and $t = 0$, but not
    strictly.
    """
    weights = [[[weight] * 3] * 2, [[weight] * 2] * 3, [[weight] * 2] * 2]
    one = net([[1, 2], [0, 1]], [[1, 1], [0, 1]], weights, [0, 0])
    sets = {1: (0, 1), 2: (0, 1), 3: (0, 1)}
    yield {
        "as printed": separated(one, sets, least),
        "not strictly": separated(one, sets, 2, strict=True) == (weight != 0),
    }


@leaves(leaving.one_path)
@exact.check(
    "width.definition-2",
    "stronger",
    wrong={"read from all units": {"inner": 1}, "feeding other units": {"outer": 1}},
)
def one_linear_path(inner=0, outer=0):
    """Widths 2 and 2: one linear unit a layer, which read from and feed each other alone; both definitions hold."""
    one = net([[1, 2], [0, 1]], [[1], [0]], [[[1, -1], [2, 1]], [[1, outer], [inner, 1]], [[1], [1]]], [(1, 0), (1, 0)])
    sets = {1: (0,), 2: (0,), 3: (0,)}
    yield {"definition 1": separated(one, sets, 1), "definition 2": separated(one, sets, 1, strong=True)}


@leaves(leaving.three_layers)
@exact.check(
    "width.figure-2",
    "example",
    wrong={"a linear unit that feeds another": {"outer": 1}, "a unit that is not linear": {"slope": 0}},
)
def a_path_of_linear_units(outer=0, slope=1):
    """One linear unit in each of three layers of two units, feeding the next alone: Definition 1 is met with
    $n = d_y = 1$ and $t = 0$.
    """
    inner = [[1, outer], [2, 1]]
    one = net([[1, 2], [-3, 1]], [[1], [0]], [[[1, -1], [2, 1]], inner, inner, [[1], [1]]], [(slope, 0)] * 3)
    yield {"separated": separated(one, {1: (0,), 2: (0,), 3: (0,), 4: (0,)}, 1)}
