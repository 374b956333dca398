"""Forgeries of certificates of the kind `basin`."""

from tests.workflow.certificate_forgeries import drop, put

STUCK, LEAST, BOUND, COVERED, POINT, PATH, LIFT = (("facts", k) for k in range(7))
SIDES = "facts", 0


def high_point(data):
    """A point on the way with its true loss, above that of both ends."""
    path = data["facts"][5]
    path["points"][1], path["is"][1] = [[["1", "1"], "1"]], "8"


def one_point(data):
    """One end alone."""
    path = data["facts"][5]
    path.update({"points": path["points"][:1], "is": path["is"][:1]})


def least_as_local(data):
    """The point of least loss, where no neuron is stuck, called a local minimum."""
    local, least = data["facts"][:2]
    local.update({name: least[name] for name in ("at", "multipliers")})


FORGERIES = {
    "a target by a little": put("targets", 0, "11/10"),
    "a sample turned": put("samples", 0, 0, "-5"),
    "the other cell": put("start", 0, 0, 0, "-7"),
    "the other side": put("start", 0, 1, "-1"),
    "a start on a face": put("start", 0, 1, "0"),
    "a start on a boundary": put("start", 0, 0, ["1", "0"]),
    "a start of no neurons": put("start", []),
    "a neuron of the start without output": drop("start", 0, 1),
    "a sample too few": drop("samples", -1),
    "a target too few": drop("targets", -1),
    "no facts": put("facts", []),
    "a fact that is none": put("facts", 0, "of", "losses"),
    "a fact without a value": drop(*LEAST, "is"),
    "less than the least": put(*LEAST, "is", "1/1000"),
    "another point": put(*LEAST, "at", 0, 1, "2"),
    "a point outside the cell": put(*LEAST, "at", 0, 0, ["1", "-1"]),
    "an output weight outside the cell": put(*LEAST, "at", 0, 1, "-1"),
    "no multipliers": put(*LEAST, "multipliers", []),
    "a multiplier below zero": put(*LEAST, "multipliers", 0, 0, "-1"),
    "another multiplier": put(*LEAST, "multipliers", 0, 1, "4"),
    "a neuron twice": put(*LEAST, "neurons", ["1", "1"]),
    "a neuron that is none": put(*LEAST, "neurons", ["9"]),
    "the least loss of no neurons": put(*LEAST, "neurons", []),
    "a larger bound": put(*BOUND, "is", "5"),
    "another dual point": put(*BOUND, "dual", 1, "-2"),
    "a dual point that gains": put(*BOUND, "dual", ["0", "3"]),
    "a covered sample more": put(*COVERED, "samples", ["1", "2"]),
    "a covered sample fewer": put(*COVERED, "samples", []),
    "squares of the wrong targets": put(*COVERED, "is", "1/2"),
    "another output": put(*POINT, "is", 0, "1"),
    "an output of another point": put(*POINT, "at", 0, 1, "1"),
    "another loss on the way": put(*PATH, "is", 1, "5"),
    "a higher point on the way": high_point,
    "a path of one point": one_point,
    "another share": put(*LIFT, "share", "1/3"),
    "a share of nothing": put(*LIFT, "share", "0"),
    "nearer than it is": put(*LIFT, "near", "1/5"),
    "another loss of the lift": put(*LIFT, "is", "5"),
    "a lift towards another point": put(*LIFT, "towards", 0, 0, 1, "1"),
    "a local minimum where the loss falls": put(*STUCK, "at", 0, 0, ["4", "1"]),
    "a local minimum off the face": put(*STUCK, "at", 0, 1, "1"),
    "the least loss as a local minimum": least_as_local,
    "a need of the other sign": put(*SIDES, "needs", 0, 2, "-1"),
    "a need too few": drop(*SIDES, "needs", -1),
    "another number of needs covered": put(*SIDES, "covered", "7"),
    "another least loss of all": put(*SIDES, "is", "7"),
    "a sample off the axes": put("samples", 0, []),
    "a number that is no text": put("targets", 0, 1),
    "something more": lambda data: data.update(more="1"),
}
