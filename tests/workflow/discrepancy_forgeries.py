"""Forgeries of certificates of units and slices."""

from collections.abc import Callable

from tests.workflow.certificate_forgeries import drop, put, unfit


def said(of: str, **changes: object) -> Callable[[dict], None]:
    """What changes the first fact of a name."""

    def change(data):
        found = [fact for fact in data["facts"] if fact["of"] == of]
        if not found or found[0] == found[0] | changes:
            unfit()
        found[0].update(changes)

    return change


def unsaid(of: str, name: str) -> Callable[[dict], None]:
    """What takes a field out of the first fact of a name."""

    def change(data):
        for fact in data["facts"]:
            if fact["of"] == of:
                del fact[name]
                return
        unfit()

    return change


def of_parts(change: Callable[[dict], object]) -> Callable[[dict], None]:
    """A change to units that are given by parts."""

    def changed(data):
        if not isinstance(data["units"], dict):
            unfit()
        change(data)

    return changed


FORGERIES = {
    "a mean by a little": said("moment", **{"is": "1001/50000"}),
    "the mean of another power": said("moment", power="4"),
    "the mean of a power that is none": said("moment", power="0"),
    "the mean of half a power": said("moment", power="3/2"),
    "the mean of a high power": said("moment", power="9"),
    "a lower supremum": said("largest", **{"is": "1/10"}),
    "a higher supremum": said("largest", **{"is": "1"}),
    "another sum of kernels": said("kernel", **{"is": "31/300"}),
    "another mean over pairs": said("statistic", pairs="1/12"),
    "another sum of the mean over pairs": said("statistic", **{"is": "-1/60"}),
    "half of twice the variance": said("variance", **{"is": "1/100"}),
    "another variance of squares": said("variance of squares", **{"is": "1/1250"}),
    "a unit fewer active": said("active", **{"is": "1"}),
    "a unit more active": said("active", **{"is": "3"}),
    "dsp by a fifth": said("slice", **{"is": "13/30"}),
    "dsp without the area": said("slice", **{"is": "3/5"}),
    "dsp turned": said("slice", **{"is": "-4/15"}),
    "another end of a slice": said("slice", y="2/3"),
    "a slice of one direction": said("slice", y="1/3"),
    "a slice without an end": unsaid("slice", "y"),
    "another entry for all": said("entries", **{"is": "-1/24"}),
    "another sample": said("entries", samples=["1/24"]),
    "a sample with another entry beside it": said("entries", samples=["0", "1/2", "1/3"]),
    "no samples": said("entries", samples=[]),
    "a unit turned": put("units", 0, "1/4"),
    "a unit by a little": put("units", 1, "501/1000"),
    "a unit too few": drop("units", -1),
    "a unit twice": lambda data: data["units"].insert(1, data["units"][0]) if len(data["units"]) > 2 else unfit(),
    "no units": put("units", []),
    "a unit that is a vector": put("units", 0, ["1", "0"]),
    "a unit between all places": put("units", 0, "1/10000000019"),
    "several lengths": lambda data: unfit() if isinstance(data["units"][0], str) else data["units"][0].pop(),
    "a unit of zero": put("units", 0, ["0", "0", "0"]),
    "a vector that leaves the slice": put("units", 0, 0, "2"),
    "directions that are neither equal nor opposite": said("slice", x=["2", "-3", "2"]),
    "a direction of zero": said("slice", x=["0", "0", "0"]),
    "a direction of another length": said("slice", x=["2", "-3"]),
    "a fact of the plane in space": lambda data: data.update(
        units=[["1", "0"]] if len(data["facts"]) > 2 else unfit()),
    "a unit less in a part": of_parts(put("units", "but", 1, 2, "20")),
    "units taken away": of_parts(put("units", "but", 0, 1, "999998")),
    "parts out of order": of_parts(lambda data: data["units"]["but"].reverse()),
    "another number of parts": of_parts(put("units", "parts", "4000004")),
    "a number of parts without quarters": of_parts(put("units", "parts", "4000002")),
    "too many uneven parts": of_parts(put("units", "but", [["0", "9999", "1"]])),
    "half a part": of_parts(put("units", "but", 0, 0, "1/2")),
    "a bound below a supremum": said("at most", **{"is": "41/4000000"}),
    "no facts": put("facts", []),
    "a fact that is none": put("facts", 0, "of", "means"),
    "a fact without a value": drop("facts", 0, "is"),
    "a value that is no text": put("facts", 0, "is", 1),
    "a float": put("facts", 0, "is", "2e-2"),
    "something more": lambda data: data.update(more="1"),
}  # fmt: skip
