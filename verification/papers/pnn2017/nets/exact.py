"""One input, where there are two directions and one line."""

from itertools import combinations

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.nets import sets_as_data

DIRECTIONS = (1, -1)


def covers(net, lines):
    """Whether every direction has one of the net, or its line, at an angle below pi: here, at angle zero."""
    return all(any(w == u or (lines and w == -u) for u in net) for w in DIRECTIONS)


@leaves(sets_as_data.one_input)
@exact.check(
    "pnn.definition-1",
    "readings-differ",
    wrong={"both readings mod sign": {"directed": True}, "no reading mod sign": {"lines": False}},
    scope="instances",
)
def nets_in_one_input(directed=False, lines=True):
    """All sets of directions of the real line: the least net has one line, and two directions."""
    sets = [net for size in range(3) for net in combinations(DIRECTIONS, size)]
    yield min(len(net) for net in sets if covers(net, lines)) - 1
    yield min(len(net) for net in sets if covers(net, directed)) - 2
