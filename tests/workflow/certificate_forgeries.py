"""Forgeries of certificates: each changes the data of one so that they say something wrong, or lack something."""

import copy
from collections.abc import Callable, Iterator, Mapping


class Unfit(Exception):
    """A certificate has nothing that a forgery changes."""


def unfit() -> None:
    """Nothing to change."""
    raise Unfit


def forged(certificate: dict, forgeries: Mapping[str, Callable[[dict], object]]) -> Iterator[tuple[str, dict]]:
    """The forgeries of a certificate that it can be made into, by name."""
    for name, change in forgeries.items():
        one = copy.deepcopy(certificate)
        try:
            change(one["data"])
        except (KeyError, IndexError, Unfit):
            continue
        assert one["data"] != certificate["data"], name
        yield name, one


def put(*path) -> Callable[[dict], None]:
    """What puts the last of `path` at the place that the others name."""
    *above, last, value = path

    def change(data):
        for key in above:
            data = data[key]
        if isinstance(data, str) or data[last] == value:
            raise Unfit
        data[last] = value

    return change


def drop(*path) -> Callable[[dict], None]:
    """What takes an entry out."""
    *above, last = path

    def change(data):
        for key in above:
            data = data[key]
        del data[last]

    return change


def digit(*path) -> Callable[[dict], None]:
    """What changes the first digit after the point of one end, or of a number, by one."""

    def change(data):
        *above, last = path
        for key in above:
            data = data[key]
        whole, point, rest = data[last].partition(".")
        if not point:
            raise Unfit
        data[last] = f"{whole}.{(int(rest[0]) + 1) % 10}{rest[1:]}"

    return change


def swap(*path) -> Callable[[dict], None]:
    """What exchanges the two ends of an interval."""

    def change(data):
        for key in path:
            data = data[key]
        data.reverse()

    return change


def turned(k: int) -> Callable[[dict], None]:
    """What turns an inequality."""

    def change(data):
        one = data["comparisons"][k]
        one["is"] = {"<": ">", ">": "<", "=": "<"}[one["is"]]

    return change


def where(of: str, change: Callable[[dict], object], slopes: int = 0) -> Callable[[dict], None]:
    """A change to a network whose first fact is this one, and so many hidden layers, as it tells others apart."""

    def changed(data):
        if data["facts"][0]["of"] != of or len(data["slopes"]) < slopes:
            raise Unfit
        change(data)

    return changed


def together(change: Callable[[list, list], object]) -> Callable[[dict], None]:
    """A change to letters that are chosen together, and to the rows of numbers that they may be."""

    def changed(data):
        letters, rows = data["letters"][0]
        if isinstance(letters, str):
            raise Unfit
        change(letters, rows)

    return changed


INEQUALITIES = {
    **{f"comparison {k} turned": turned(k) for k in range(5)},
    **{f"comparison {k} as an equality": put("comparisons", k, "is", "=") for k in (0, 2, 3, 4)},
    **{f"comparison {k} with a relation that is none": put("comparisons", k, "is", "<=") for k in range(4)},
    "another right side": put("comparisons", 0, "right", "82/100"),
    "a digit of a fraction": put("comparisons", 1, "right", "1352/1048576"),
    "a bound past the truth": put("comparisons", 2, "right", "215/1000"),
    "no comparison": put("comparisons", []),
    "a comparison without a side": drop("comparisons", 0, "right"),
    "a comparison without words": drop("comparisons", 0, "what"),
    "a sum that begins later": put("comparisons", 1, "left", 2, "1"),
    "a sum that ends later": put("comparisons", 1, "left", 3, "4"),
    "another letter": put("comparisons", 1, "left", 1, "j"),
    "a letter's first number too low": put("comparisons", 4, "for", 1, "4"),
    "a letter without a number": put("comparisons", 4, "for", 1, "13"),
    "a letter that is none": put("comparisons", 4, "for", 0, "pi"),
    "another letter than that of the sides": put("comparisons", 4, "for", 0, "n"),
    "no numbers for a letter": drop("comparisons", 4, "for"),
    "an integral past the truth": put("comparisons", 5, "right", "855624/1000000"),
    "an integral from further left": put("comparisons", 5, "left", 2, "-1/100"),
    "an integral in no piece": put("comparisons", 5, "left", 4, "0"),
    "an integral in part of a piece": put("comparisons", 5, "left", 4, "3/2"),
    "an integral that runs backwards": put("comparisons", 5, "left", 2, "2"),
    "an integral without a letter": put("comparisons", 5, "left", 1, "pi"),
    "an integral of another letter": put("comparisons", 5, "left", 1, "v"),
    "an integral without pieces": drop("comparisons", 5, "left", 4),
    "all numbers as whole ones": lambda data: data["comparisons"][6].update({"for": ["u", "1", "1"]}),
    "all numbers of an equation": put("comparisons", 6, "is", "="),
    "all numbers, turned": put("comparisons", 6, "is", ">"),
    "all numbers on to where it fails": put("comparisons", 6, "between", 2, "5"),
    "all numbers from below zero": put("comparisons", 6, "between", 1, "-1"),
    "all numbers, backwards": put("comparisons", 6, "between", 1, "2"),
    "all numbers, not said to vanish": put("comparisons", 6, "between", 3, "0"),
    "all numbers, vanishing to lower order": put("comparisons", 6, "between", 3, "2"),
    "all numbers, vanishing to higher order": put("comparisons", 6, "between", 3, "4"),
    "all numbers, vanishing where it does not": put("comparisons", 6, "between", 4, "1"),
    "all numbers, to no order": put("comparisons", 6, "between", 3, "-1"),
    "all numbers of another letter": put("comparisons", 6, "between", 0, "v"),
    "all numbers without orders": drop("comparisons", 6, "between", 4),
    "a coefficient of another power": put("comparisons", 7, "left", 3, "2"),
    "a coefficient at another point": put("comparisons", 7, "left", 2, "1"),
    "a coefficient in another letter": put("comparisons", 7, "left", 1, "v"),
    "a coefficient by one": put("comparisons", 7, "right", "1/25"),
    "a coefficient without a point": drop("comparisons", 7, "left", 2),
    "a number that is no text": put("comparisons", 0, "right", 1),
    "a float": put("comparisons", 0, "right", "1e0"),
    "something more": lambda data: data.update(more="1"),
}
NET, OTHER = ("network",), ("others", 0, "network")
GAUSSIAN = {
    **{f"weight {k} by a digit": digit("network", k, 1, 0) for k in range(3)},
    **{f"weight {k} zero": put("network", k, 1, "0") for k in range(3)},
    **{f"weight {k} of any sign": put("network", k, 1, ["-1", "1"]) for k in range(3)},
    **{f"weight {k} given and not sought": put("network", k, 1, "1/2") for k in range(3)},
    **{f"line {k} turned away": put("lines", k, 0, "7") for k in range(3)},
    **{f"ends of weight {k} exchanged": swap("network", k, 1) for k in range(2)},
    "the risk by a digit": digit("risk", 0),
    "a risk below the bound": put("risk", ["0", "1"]),
    "ends of the risk exchanged": swap("risk"),
    "the bound by a digit": digit("bounds", 0, "is", 0),
    "another bound": put("bounds", 0, "of", "schur norms"),
    "no more risk than the bound": put("bounds", 0, "is", ["0", "9"]),
    "a line too few": drop("lines", -1),
    "a line twice": lambda data: data["lines"].append(data["lines"][0]),
    "a neuron too few": drop("network", -1),
    "a neuron twice": lambda data: data["network"].append(data["network"][0]),
    "a target neuron too few": lambda data: data["target"].pop() if data["target"][1:] else unfit(),
    "a bound from above by a digit": digit("bounds", 1, "is", 0),
    "a bound from above that is below": put("bounds", 1, "is", ["0", "1"]),
    "a bound from above for one from below": put("bounds", 0, "of", "repaired norm"),
    "a bound from below for one from above": put("bounds", 1, "of", "schur form"),
    "a sum by a digit": digit("sums", 0, 1),
    "no sum that is negative": put("sums", 0, ["1", "2"]),
    "a sum too few": drop("sums", -1),
    "a side too few": drop("sides", -1),
    "a side twice": lambda data: data["sides"].append(data["sides"][0]),
    "a side of no sign": put("sides", 0, 1, "0"),
    "the other side": put("sides", 0, 1, "-1"),
    "a side of a line that is none": put("sides", 0, 0, "9"),
    "a target weight by a little": put("target", 0, 1, "1001/1000"),
    "a target weight turned": put("target", 0, 1, "-1"),
    "a target weight of zero": put("target", 0, 1, "0"),
    "a target neuron more, without a weight": lambda data: data["target"].append([data["target"][0][0], "0"]),
    "no target": put("target", []),
    "an input more": lambda data: data.update(inputs=str(int(data["inputs"]) + 1)),
    "a minimum of no kind": put("minimum", "strict"),
    "a local minimum called the least": lambda data: data.update(minimum="global") if data["others"] else unfit(),
    "the other risk by a digit": digit("others", 0, "risk", 0),
    "the other risk not lower": put("others", 0, "risk", ["0", "9"]),
    "another weight of the other network": put(*OTHER, 0, 1, "1"),
    "the other network on other lines": put(*OTHER, 0, 0, "1"),
    "the other network without a neuron": drop(*OTHER, 0),
    "the other network with a weight that is sought": put(*OTHER, 0, 1, ["-2", "-1"]),
    "the network itself for the other": lambda data: data["others"][0].update(network=data["network"]),
    "a neuron on a line that is none": put(*NET, 0, 0, "9"),
    "a line that is no number": put(*NET, 0, 0, "x"),
    "something more": lambda data: data.update(more="1"),
}
NETWORK = {
    "the loss by a half": put("facts", 0, "is", "5/2"),
    "a target by a little": where("loss", put("targets", 0, 0, "-11/10")),
    "a sample turned": put("samples", 3, 0, "-1"),
    "a sample by a little": put("samples", 2, 1, "-11/10"),
    "a weight off the kink": where("loss", put("weights", 0, 1, 0, "1/10")),
    "another weight": where("loss", put("weights", 0, 0, 0, "2")),
    "another output weight": put("weights", 1, 0, 0, "2"),
    "an output weight turned": where("loss", put("weights", 1, 0, 0, "-1")),
    "a slope below zero": where("loss", put("slopes", 0, "1/3")),
    "a linear unit": where("loss", put("slopes", 0, "1")),
    "another share": where("loss", put("share", "1")),
    "a share that is negative": put("share", "-1/2"),
    "another slope at zero": where("loss", put("slope at zero", "1/2"), slopes=2),
    "a sample too few": drop("samples", -1),
    "a target too few": drop("targets", -1),
    "a layer too few": drop("weights", -1),
    "a slope too many": lambda data: data["slopes"].append("0"),
    "layers that do not fit": lambda data: data["weights"][0].append(data["weights"][0][0]),
    "no facts": put("facts", []),
    "a fact that is none": put("facts", 0, "of", "losses"),
    "a fact without a value": drop("facts", 0, "is"),
    "another fact's name": put("facts", 0, "of", "outputs"),
    "a side where there is none": put("facts", 1, "sides", ["1"]),
    "a value by one": put("facts", 2, "is", 3, 0, "2"),
    "a span's loss": put("facts", 3, "is", "17/10"),
    "a span without features": put("facts", 3, "features", []),
    "a layer that is none": put("facts", 3, "features", ["2"]),
    "a layer twice": put("facts", 3, "features", ["0", "0"]),
    "the loss elsewhere": put("facts", 4, "is", "1"),
    "other sizes elsewhere": put("facts", 4, "weights", [[["1", "1"], ["0", "0"]], [["1"], ["1"]]]),
    "another derivative": put("facts", 2, "is", 1, "-1/3"),
    "the row for the derivative": put("facts", 2, "of", "row"),
    "the derivative for the row": put("facts", 3, "of", "derivative"),
    "a kink whose sign is open": put("weights", 1, 0, 0, "0"),
    "unequal slopes": put("slopes", 1, "1/3"),
    "a sample that is none": put("facts", 2, "sample", "4"),
    "an output that is none": put("facts", 2, "output", "0"),
    "a smaller rank": put("facts", 0, "is", "1"),
    "another eigenvalue that is not least": put("facts", 1, "is", "8/5"),
    "no eigenvalue": put("facts", 1, "is", "3/10"),
    "an entry of the products": put("facts", 2, "is", 0, 1, "4/5"),
    "called differentiable": put("facts", 1, "of", "stationary"),
    "units that are active on one of two": where("overlaps", put("facts", 0, "is", 0, 1, "0")),
    "twice the gradient": where("overlaps", put("facts", 1, "is", ["18/25", "24/25"])),
    "a step across a kink": where("overlaps", put("facts", 1, "step", "2")),
    "no step": where("overlaps", put("facts", 1, "step", "0")),
    "the gradient of another layer": where("overlaps", put("facts", 1, "layer", "2")),
    "a bound that is too low": where("overlaps", put("facts", 2, "is", "9/25")),
    "a bound by another eigenvalue": where("overlaps", put("facts", 2, "least", "8/5")),
    "an eigenvalue more below": where("overlaps", put("facts", 3, "is", "2")),
    "an eigenvalue below itself": where("overlaps", put("facts", 4, "is", "1")),
    "eigenvalues of no layer": where("overlaps", put("facts", 4, "layers", [])),
    "the other side": put("facts", 0, "sides", ["-1"]),
    "no side": put("facts", 0, "sides", []),
    "a number that is no text": put("share", 1),
    "a number of many digits": put("share", "1234567890"),
    "something more": lambda data: data.update(more="1"),
}


def everywhere(name: str, change: Callable[[str], str]) -> Callable[[dict], None]:
    """What changes every entry of a matrix."""

    def changed(data):
        data[name] = [[change(x) for x in row] for row in data[name]]

    return changed


ISOLATED = {
    **{f"weight {k} by a digit": digit("middle", k, k) for k in range(3)},
    **{f"weight {k} of zero": put("middle", k, ["0"] * 6) for k in range(3)},
    **{f"a target weight of neuron {k} by a little": put("target", k, k, "1000001/1000000") for k in range(3)},
    "a weight turned": lambda data: put("middle", 0, 0, f"-{data['middle'][0][0]}")(data),
    "the target itself": lambda data: data.update(middle=data["target"]),
    "weights at a point that is not critical": everywhere("middle", lambda x: x[:6]),
    "weights a millionth away": everywhere("middle", lambda x: f"{x[:8]}{(int(x[8]) + 3) % 10}{x[9:]}"),
    "two neurons alike": lambda data: put("middle", 0, data["middle"][1])(data),
    "a neuron too few": drop("middle", -1),
    "a neuron twice": lambda data: data["middle"].append(data["middle"][0]),
    "a target neuron too few": drop("target", -1),
    "a target neuron twice": lambda data: data["target"].append(data["target"][0]),
    "no target": put("target", []),
    "vectors of other lengths": drop("middle", 0, 0),
    "a target of other lengths": drop("target", 1, 0),
    "a radius that is too large": put("radius", "1/10"),
    "a radius that is too small": put("radius", "1/1000000000000000000000"),
    "a radius of zero": put("radius", "0"),
    "a radius below zero": put("radius", "-1/1000000000"),
    "more curvature than there is": put("curvature", "0.0048"),
    "curvature below zero": put("curvature", "-1"),
    "the risk by a digit": digit("risk", 0),
    "another risk": put("risk", ["0.0251", "0.0252"]),
    "a risk that may be zero": put("risk", ["-1", "1"]),
    "ends of the risk exchanged": swap("risk"),
    "a number that is no text": put("radius", 1),
    "something more": lambda data: data.update(more="1"),
}
ENUMERATION = {
    "a choice more": put("counts", 0, "count", "31"),
    "a choice fewer": put("counts", 0, "count", "29"),
    "of more choices": put("counts", 0, "of", "65"),
    "another count": put("counts", 1, "count", "16"),
    "a value more": put("counts", 3, "count", "4"),
    "values at more choices": put("counts", 3, "of", "64"),
    "values at all choices": put("counts", 3, "among", []),
    "values of something else": put("counts", 3, "values", 0, "h"),
    "no values": put("counts", 3, "values", []),
    "a test turned": put("counts", 1, "has", ["<", "p", "0", "1"]),
    "a weak test": put("counts", 1, "has", 0, "<="),
    "a number for a test": put("counts", 1, "has", "p"),
    "a test for a number": put("with", 1, 1, ["<", "p", "0"]),
    "a letter without numbers": put("letters", 0, 1, []),
    "a letter of one sign": put("letters", 0, 1, ["1"]),
    "a letter with a number twice": put("letters", 0, 1, ["1", "1"]),
    "a letter with another number": put("letters", 5, 1, ["1", "-2"]),
    "a letter more": lambda data: data["letters"].append(["x", ["0", "1"]]),
    "a letter twice": lambda data: data["letters"].append(data["letters"][0]),
    "a letter too few": drop("letters", 0),
    "a letter that is none": put("letters", 0, 0, "pi"),
    "no letters": put("letters", []),
    "too many choices": put("letters", 0, 1, [str(k) for k in range(400)]),
    "another output weight": put("with", 1, 1, 2, 2, 1, "1"),
    "no rectifier": put("with", 0, 1, "w"),
    "what follows too late": lambda data: data["with"].reverse() if data["with"] else unfit(),
    "nothing that follows": put("with", []),
    "another function": put("with", 0, 1, 0, "relu"),
    "a quotient by zero": put("with", 0, 1, ["/", "w", "0"]),
    "too many terms": put("with", 0, 1, ["-", "w", "0", "0"]),
    "an order too few": together(lambda letters, orders: orders.pop()),
    "an order twice": together(lambda letters, orders: orders.append(orders[0])),
    "an order of fewer": together(lambda letters, orders: orders[0].pop()),
    "no order": together(lambda letters, orders: orders.append(["2", "2", "1"])),
    "a letter twice in an order": together(lambda letters, orders: letters.__setitem__(1, letters[0])),
    "an order of one letter": together(lambda letters, orders: letters.__delitem__(slice(1, None))),
    "no words": put("counts", 0, "what", ""),
    "no counts": put("counts", []),
    "a count without a number": drop("counts", 0, "count"),
    "a number that is no text": put("counts", 0, "count", 30),
    "something more": lambda data: data.update(more="1"),
}
FORGERIES = {
    "inequalities": INEQUALITIES,
    "gaussian minimum": GAUSSIAN,
    "network": NETWORK,
    "isolated minimum": ISOLATED,
    "enumeration": ENUMERATION,
}
