"""Forgeries of certificates of the kind `saddle`."""

from tests.workflow.certificate_forgeries import digit, drop, everywhere, put, swap

FORGERIES = {
    **{f"weight {k} by a digit": digit("middle", k, k) for k in range(3)},
    **{f"weight {k} of zero": put("middle", k, ["0"] * 3) for k in range(3)},
    **{f"a target weight of neuron {k} by a little": put("target", k, k, "1000001/1000000") for k in range(3)},
    "the target itself": lambda data: data.update(middle=data["target"]),
    "weights at a point that is not critical": everywhere("middle", lambda x: x[:6]),
    "weights a millionth away": everywhere("middle", lambda x: f"{x[:8]}{(int(x[8]) + 3) % 10}{x[9:]}"),
    "two neurons alike": lambda data: put("middle", 0, data["middle"][1])(data),
    "a neuron too few": drop("middle", -1),
    "a neuron twice": lambda data: data["middle"].append(data["middle"][0]),
    "a target neuron too few": drop("target", -1),
    "no target": put("target", []),
    "vectors of other lengths": drop("middle", 0, 0),
    "a radius that is too large": put("radius", "1/10"),
    "a radius that is too small": put("radius", "1/1000000000000000000000"),
    "a radius of zero": put("radius", "0"),
    "a radius below zero": put("radius", "-1/1000000000"),
    "another curvature": put("curvature", ["-0.0070", "-0.0060"]),
    "a positive curvature": put("curvature", ["0.001", "1"]),
    "a curvature that may be positive": put("curvature", ["-1", "1"]),
    "ends of the curvature exchanged": swap("curvature"),
    "a direction with positive curvature": lambda data: data.update(direction=data["target"]),
    "no direction": everywhere("direction", lambda x: "0"),
    "a direction twice as long": everywhere("direction", lambda x: f"{2 * float(x):.3f}"),
    "a direction of fewer neurons": drop("direction", -1),
    "a number that is no text": put("radius", 1),
    "something more": lambda data: data.update(more="1"),
}
