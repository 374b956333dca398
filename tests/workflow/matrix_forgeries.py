"""Forgeries of certificates of matrices."""

from tests.workflow.certificate_forgeries import drop, put, unfit
from tests.workflow.projection_forgeries import beside, of

SIDE = ["1", "0", "0"]
FORGERIES = {
    "columns at an angle": beside("orthogonal", put("matrices", 1, 0, ["1"])),
    "one matrix alone": beside("orthogonal", drop("matrices", 1)),
    "said to be orthogonal": lambda data: data["facts"].insert(
        0, {"of": "orthogonal"} if data["facts"][0]["of"] != "orthogonal" else unfit()
    ),
    "another entry of a projector": of("projectors", put("each", 0, 0, 0, "1/3")),
    "a projector to less": of("projectors", put("each", 0, [["0"] * 3] * 3)),
    "a projector to more": of("projectors", put("each", 1, [SIDE, ["0", "1", "0"], ["0"] * 3])),
    "a slanted projector": of("projectors", put("each", 0, [SIDE, ["0"] * 3, SIDE])),
    "a symmetric matrix that is no projector": of("projectors", put("each", 1, 1, 1, "2")),
    "a projector too few": of("projectors", drop("each", -1)),
    "a projector of another size": of("projectors", put("each", 0, [["1"]])),
    "projectors in another order": of("projectors", lambda one: one["each"].reverse()),
    "the whole of one": of("projectors", lambda one: one.update(whole=one["each"][0])),
    "another whole": of("projectors", put("whole", 0, 0, "1/3")),
    "called no sum": of("projectors", put("is", "no sum")),
    "a sum that is none": of(
        "projectors", lambda one: one.update({"is": "the sum" if one["is"] == "not the sum" else "not the sum"})
    ),
    "a block of other columns": beside("projectors", put("matrices", 1, [["0"], ["3"], ["1"]])),
    "sets of more rows": of("rows", put("count", "1")),
    "sets of too many rows": of("rows", put("count", "5")),
    "sets of other ranks": of("rows", put("is", "1")),
    "a row like another": beside("rows", put("matrices", 0, 1, ["3", "0"])),
    "another least number": of("union", put("is", "2")),
    "a least number of more inputs": of("union", lambda one: one.update(inputs="1")),
    "no inputs": of("union", put("inputs", "0")),
    "another largest sum": of("colourings", put("is", "2")),
    "one colour": of("colourings", put("inputs", "1")),
    "too many colours": of("colourings", put("inputs", "9")),
    "another rank of products": of("products", put("is", "2")),
    "samples that are not generic": of("products", put("samples", [["1", "0"]] * 4)),
    "a sample too few": of("products", drop("samples", -1)),
    "samples of many inputs": of("products", put("samples", [["1"] * 30] * 4)),
    "rows of other lengths": put("matrices", 0, 0, ["1"] * 9),
    "no matrices": put("matrices", []),
    "matrices of other lengths": lambda data: data["matrices"].append([["1"]]),
    "too many rows": put("matrices", [[["1"]] * 9]),
    "too many columns": put("matrices", [[["1"] * 13] * 4]),
    "no facts": put("facts", []),
    "a fact that is none": put("facts", 0, "of", "angles"),
    "a fact without a value": lambda data: data["facts"][-1].pop("is"),
    "a number that is no text": put("matrices", 0, 0, 0, 1),
    "a number of many digits": put("matrices", 0, 0, 0, "1" * 19),
    "something more": lambda data: data.update(more="1"),
}
