"""Forgeries of certificates of the kind `kernel matrix`."""

from collections.abc import Callable

from tests.workflow.certificate_forgeries import Unfit, drop, put

Change = Callable[[dict], object]


def of(name: str, change: Change) -> Change:
    """A change to the fact of a name."""

    def changed(data):
        found = [fact for fact in data["facts"] if fact["of"] == name]
        if not found:
            raise Unfit
        change(found[0])

    return changed


def same_lines(name: str) -> Change:
    """What makes the other lines of a fact these."""
    return lambda data: of(name, put("lines", data["lines"]))(data)


def vectors(change: Change) -> Change:
    """A change where lines are vectors."""

    def changed(data):
        if isinstance(data["lines"][0], str):
            raise Unfit
        change(data)

    return changed


FORGERIES = {
    "an eigenvalue more": of("eigenvalues", put("number", "2")),
    "an eigenvalue fewer": of("eigenvalues", put("number", "0")),
    "eigenvalues below zero in number": of("eigenvalues", put("number", "-1")),
    "half an eigenvalue": of("eigenvalues", put("number", "1/2")),
    "another bound": of("eigenvalues", put("above", "0.1")),
    "a bound past all": of("eigenvalues", put("above", "2")),
    "eigenvalues without a bound": of("eigenvalues", drop("above")),
    "all of what two lines attain": of("tails", put("share", "1")),
    "more than the bound": of("tails", put("share", "1.1")),
    "nothing of the bound": of("tails", put("share", "0")),
    "no terms": of("tails", put("terms", "0")),
    "too many terms": of("tails", put("terms", "201")),
    "the complement of the same lines": same_lines("complement"),
    "the trace of the same lines": same_lines("trace"),
    "a complement of fewer lines": of("complement", put("lines", [["9", "1"]])),
    "a trace of more lines": of("trace", put("lines", [["9", "1"], ["9", "8"], ["0", "1"]])),
    "a complement of angles": of("complement", put("lines", ["1/7", "1/3"])),
    "a line on one of the others": of("coefficients", put("line", "31/997")),
    "a vector beside angles": of("coefficients", put("line", ["1", "2"])),
    "coefficients of no line": of("coefficients", put("line", "x")),
    "a line fewer": lambda data: drop("lines", 2)(data),
    "a rank more": of("hessian", put("rank", "4")),
    "a rank less": of("hessian", put("rank", "2")),
    "a rank of zero": of("hessian", put("rank", "0")),
    "no null vectors": of("hessian", put("null", [])),
    "a null vector that is none": of("hessian", put("null", 0, 0, "2")),
    "a null vector of zeros": of("hessian", put("null", 0, ["0"] * 5)),
    "a null vector for another": of("hessian", lambda fact: put("null", 0, fact["null"][1])(fact)),
    "a null vector of other length": of("hessian", put("null", 0, ["1"])),
    "null vectors of other neurons": of("hessian", put("neurons", 2, 1, "-1")),
    "a neuron fewer": of("hessian", drop("neurons", -1)),
    "a neuron on no line": of("hessian", put("neurons", 0, 0, "2")),
    "a neuron of no sign": of("hessian", put("neurons", 0, 1, "0")),
    "a fact that is none": put("facts", 0, "of", "eigenvalue"),
    "no facts": put("facts", []),
    "no lines": put("lines", []),
    "a line along zero": vectors(put("lines", 0, ["0", "0"])),
    "an angle beside vectors": vectors(put("lines", 0, "1/3")),
    "the same line twice": lambda data: data.update(lines=[data["lines"][0]] * len(data["lines"])),
    "an input more": lambda data: data.update(inputs=str(int(data["inputs"]) + 1)),
    "a number that is no text": put("inputs", 2),
    "something more": lambda data: data.update(more="1"),
}
