"""Forgeries of certificates of what features and D of a network span, and of linear units."""

from collections.abc import Callable

from tests.workflow.certificate_forgeries import drop, put, unfit


def of(name: str, change: Callable[[dict], object]) -> Callable[[dict], None]:
    """A change to the first fact of a name."""

    def changed(data):
        found = [fact for fact in data["facts"] if fact["of"] == name]
        change(found[0] if found else unfit())

    return changed


def beside(name: str, change: Callable[[dict], object]) -> Callable[[dict], None]:
    """A change to the data where there is a fact of a name."""

    def changed(data):
        change(data if any(fact["of"] == name for fact in data["facts"]) else unfit())

    return changed


def held(change: Callable[[list], object]) -> Callable[[dict], None]:
    """A change to weights that are held, two at least."""
    return lambda data: change(data["held"] if data["held"][1:] else unfit())


def called(name: str) -> Callable[[dict], None]:
    """A fact without entries for another one."""

    def changed(fact):
        fact.clear()
        fact.update(of=name)

    return changed


FLAT, TINY = [["0", "1"], ["0", "1"]], [["-1/1000000000000", "1"], ["-1/1000000000000", "1"]]
FORGERIES = {
    "another loss": of("loss", put("is", "1/7")),
    "a target by a little": beside("loss", put("targets", 0, 0, "1/7")),
    "another weight": beside("loss", put("weights", -1, 0, 0, "1/7")),
    "another least loss": of("least loss", put("is", "1/7")),
    "a least loss of nothing": of("least loss", put("derivatives", [])),
    "a layer that is none": of("least loss", put("derivatives", ["9"])),
    "a layer twice": of("least loss", put("derivatives", ["1", "1"])),
    "features of a layer that is none": of("least loss", put("features", ["-1"])),
    "a term more": of("terms", lambda one: one["is"].append("0")),
    "terms in another order": of("terms", lambda one: one["is"].reverse()),
    "another term": of("terms", put("is", 0, "1/7")),
    "another right side": of("terms", put("side", "1/7")),
    "one block for many": of("terms", put("blocks", "one")),
    "blocks of no kind": of("terms", put("blocks", "layers")),
    "terms beside other features": of("terms", put("features", ["0"])),
    "terms of the first layer alone": of("terms", put("derivatives", ["1"])),
    "another projection": of("projection", put("is", 0, 0, "1/7")),
    "the projection of the targets": of("projection", put("what", "targets")),
    "the projection of something else": of("projection", put("what", "outputs")),
    "the projection to nothing": of("projection", put("layers", [])),
    "another slope of the loss": of("slopes", put("is", 0, 0, "1/7")),
    "slopes by another layer": of("slopes", put("layer", "2")),
    "a slope called none": of("slopes", called("at rest")),
    "a kink called regular": of("linearised", called("regular")),
    "a kink called a derivative": of("linearised", called("derivative")),
    "another linearised loss": of("linearised", put("is", "1/7")),
    "another output": of("outputs", put("is", 0, 0, "1/7")),
    "another image": of("image", put("is", 0, 0, "1/7")),
    "the image of no layer": of("image", put("layer", "4")),
    "a kink": beside("derivative", put("weights", 0, FLAT)),
    "a kink nearer than the step": beside("derivative", put("weights", 0, TINY)),
    "another product": of("products", put("is", 0, 0, "1/7")),
    "a rank of features by one": of("rank of features", put("is", "3")),
    "a rank by one": of("rank", put("is", "4")),
    "relations of the last layer": of("relations", put("layer", "3")),
    "another linear map": of("linear map", put("is", 0, 0, "1/7")),
    "a linear map of other inputs": of("linear map", lambda one: one["is"].append(["0"])),
    "another loss elsewhere": of("other weights", put("is", "1/7")),
    "another layer elsewhere": of("other weights", drop("weights", -1)),
    "a held weight that is moved": of("other weights", lambda one: put("weights", 1, 0, 1, "1/7")(one)),
    "a kink elsewhere": of("regular elsewhere", put("weights", 0, [["0", "1"], ["0", "1"]])),
    "no kink here": beside("regular elsewhere", put("slopes", [["1", "1"], ["1", "1"]])),
    "a definition that is not met": of("separation", put("is", "not met")),
    "a definition that is neither": of("separation", put("is", "maybe")),
    "a third definition": of("separation", put("definition", "3")),
    "a way of meeting it that is none": of("separation", put("how", "strict")),
    "strictly at kinks": lambda data: put("facts", 0, "how", "strictly")(
        data if data["weights"][0][0] == ["0"] * 3 else unfit()
    ),
    "a set without units": of("separation", put("sets", 0, [])),
    "a unit twice": of("separation", put("sets", 0, ["1", "1"])),
    "a unit that is none": of("separation", put("sets", 0, ["9"])),
    "units in another order": of("separation", put("sets", 0, ["2", "1"])),
    "no sets": of("separation", put("sets", [])),
    "a set too many": of("separation", lambda one: one.update(sets=[["1"], *one["sets"]])),
    "another path": of("paths", put("is", 0, 0, "1/7")),
    "a path from the outputs": of("paths", put("layer", "3")),
    "a move that the paths see": of("move", put("c", ["1", "1"])),
    "a move of nothing": of("move", put("b", ["0", "0"])),
    "a move to nowhere": of("move", put("c", ["0", "0"])),
    "a move of no layer": of("move", put("layer", "2")),
    "a weight held that is free": held(lambda one: one.append(["3", "1", "1"])),
    "a weight free that is held": held(lambda one: one.pop(1)),
    "a weight held twice": held(lambda one: one.append(one[-1])),
    "weights held in another order": held(lambda one: one.reverse()),
    "a weight held that is none": held(lambda one: one.append(["4", "1", "1"])),
    "a sample too few": drop("samples", -1),
    "a layer too few": drop("weights", -1),
    "a layer without slopes": drop("slopes", -1),
    "a unit without a slope": drop("slopes", 0, -1),
    "no held weights": drop("held"),
    "no facts": put("facts", []),
    "a fact that is none": put("facts", 0, "of", "losses"),
    "a fact with more": lambda data: data["facts"][0].update(more="1"),
    "a number that is no text": put("samples", 0, 0, 1),
    "a number of many digits": put("samples", 0, 0, "1" * 31),
    "something more": lambda data: data.update(more="1"),
}
