"""Networks that meet Definitions 1 and 2 as data for anybody's program."""

from verification.networks_on_samples import projections
from verification.papers.width2019.nets_as_data import separation

SINGLES = {1: (0,), 2: (0,), 3: (0,)}


def zero_weights():
    """Widths 3 and 2, two outputs, all weights 0, ReLUs: Definition 1 is met with two units a layer, not strictly."""
    sets = {1: (0, 1), 2: (0, 1), 3: (0, 1)}
    weights = [[0] * 3] * 2, [[0] * 2] * 3, [[0] * 2] * 2
    met = separation(sets, strictly=False), separation(sets, met=False)
    return projections(((1, 2), (0, 1)), ((1, 1), (0, 1)), weights, ((0, 0, 0), (0, 0)), *met)


def one_path():
    """One linear unit a layer, which read from and feed each other alone: both definitions are met."""
    weights = ((1, -1), (2, 1)), ((1, 0), (0, 1)), ((1,), (1,))
    met = (separation(SINGLES, definition, strictly=False) for definition in (1, 2))
    return projections(((1, 2), (0, 1)), ((1,), (0,)), weights, ((1, 0), (1, 0)), *met)


def three_layers():
    """One linear unit in each of three layers of two units, feeding the next alone: Definition 1 is met."""
    inner = (1, 0), (2, 1)
    weights = ((1, -1), (2, 1)), inner, inner, ((1,), (1,))
    met = separation(SINGLES | {4: (0,)}, strictly=False)
    return projections(((1, 2), (-3, 1)), ((1,), (0,)), weights, ((1, 0),) * 3, met)
