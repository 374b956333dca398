"""The program that checks certificates: what it accepts, and that no forgery and no malformed file gets by."""

import ast
import copy
import inspect
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import sympy
from jinja2 import Environment

from tests.workflow.certificate_forgeries import FORGERIES, forged
from verification.certificates import gaussian_minimum
from verification.enumerations import count, distinct, enumeration
from verification.inequalities import expression, inequalities
from verification.networks_on_samples import fact, network
from verification.papers.basin2016.spurious import certificates as spurious
from workflow.certificates import (
    check_certificate,
    check_enumeration,
    check_gaussian_minimum,
    check_inequalities,
    check_isolated_minimum,
    check_network,
)
from workflow.report import certificates
from workflow.report.site import Site

HALF = Fraction(1, 2)
LEAST = gaussian_minimum((Fraction(0), HALF), [(Fraction(1, 4), 1)], [(0, "+"), (1, "+")], "global",
                         bounds=["schur form"])  # fmt: skip
LINES, AXES = ((-8, 4, -1), (-1, -8, 4), (4, -1, -8)), ((1, 0, 0), (0, 1, 0), (0, 0, 1))
BAD = gaussian_minimum(LINES, [(axis, 1) for axis in AXES], [(k, "+") for k in range(3)],
                       others=[[(k, "-") for k in range(3)]], bounds=["regular norm"])  # fmt: skip
k = sympy.Symbol("k")
COMPARED = inequalities(
    ("a root", (1 + 2 * sympy.sqrt(2) / 10) ** 2 / 2, "<", 1),
    ("a tail", sympy.Sum(sympy.binomial(20, k) / 2**20, (k, 0, 3)), "=", Fraction(1351, 2**20)),
    ("functions", sympy.exp(sympy.Rational(-1, 3)) + sympy.atan(2) - sympy.log(5), ">", Fraction(214, 10**3)),
    ("angles", sympy.cos(2) + sympy.asin(HALF) * sympy.pi, "<", sympy.acos(Fraction(1, 7)) + Fraction(1, 10)),
    ("squares", k**2, "<", 2**k, (k, 5, 12)),
)
MINIMUM = fact("local minimum", sides=())
SPAN = fact("least loss", Fraction(9, 5), features=(0,), derivatives=(), gates=())
STAR, ONE = ((0, 1), (0, -1), (1, -1), (1, 0)), (((1,), (0,)), ((1,),))
VALUES = fact("values", ((0,), (0,), (1,), (1,)), layer=1)
E1 = network(STAR, (-1, 1, 0, 2), ONE, (0,), fact("loss", 2), MINIMUM, VALUES, SPAN,
             fact("other weights", Fraction(3), weights=(((1,), (0,)), ((0,),))))  # fmt: skip
FIRST = {"layer": 1, "sample": 1, "output": 1}
E16 = network(((0, 1), (1, 0), (1, 1)), (-1, Fraction(-3, 2), HALF), (((1,), (0,)), ((-1,),), ((1,),)), (HALF, HALF),
              fact("loss", Fraction(3, 2)), MINIMUM, fact("derivative", (0, -HALF), **FIRST),
              fact("row", (0, 0), **FIRST))  # fmt: skip
PAIR, GRAM = ((1, 0), (Fraction(3, 5), Fraction(4, 5))), ((1, Fraction(3, 5)), (Fraction(3, 5), 1))
TWO = network(PAIR, (0, 0), ONE, (0,), fact("rank", 2, layers=(1,)),
              fact("least eigenvalue", Fraction(2, 5), layers=(1,)), fact("gram", GRAM, layers=(1,)))  # fmt: skip
KINK = network([(1, 0)], [-1], (((0,), (1,)), ((1,),)), (0,), MINIMUM, fact("no derivative"),
               fact("row", (1, 0), **FIRST), at_zero=1)  # fmt: skip
FACE = network(((1, 0), (0, 1)), (1, -3), (((1,), (1,)), ((0,),)), (0,), fact("local minimum", sides=(1,)))
SIGNED = {
    "h": ["max", "w", 0],
    "p": ["*", "s", ["+", *(["*", 2**k, ["max", ["*", f"u{k}", "h"], 0]] for k in range(4))]],
}
COUNTED = enumeration(dict.fromkeys(("w", "u0", "u1", "u2", "u3", "s"), (1, -1)), [
    count("not 0", ["not", ["=", "p", 0]], 30, 64), count("positive", ["<", 0, "p"], 15, 64),
    count("active, with an even output", ["or", ["=", "p", 2], ["=", "p", 4]], 2, 30, ["not", ["=", "p", 0]]),
    distinct("sizes", [["abs", "p"]], 15, 30, ["not", ["=", "p", 0]])], SIGNED)  # fmt: skip
KINDS = {"inequalities": [COMPARED], "gaussian minimum": [LEAST, BAD], "network": [E1, E16, TWO, KINK, FACE],
         "isolated minimum": [spurious.minimum(6)], "enumeration": [COUNTED]}  # fmt: skip
PROGRAMS = check_enumeration, check_gaussian_minimum, check_inequalities, check_isolated_minimum, check_network
CHECKERS = {one.KIND: one for one in PROGRAMS}
REFUSED = tuple(one.Refused for one in CHECKERS.values())


def whole(made: dict) -> dict:
    """A certificate as it stands in a file."""
    found = {"certificate": "1", "claim": "a.b", "part": "c", "statement": "", **made}
    return found | {"statement": check(found, words=True)}


def check(certificate: object, words: bool = False) -> str:
    """What the program of its kind says of a certificate."""
    kind = certificate.get("kind") if isinstance(certificate, dict) else None
    return CHECKERS[kind if isinstance(kind, str) and kind in CHECKERS else "inequalities"].check(certificate, words)


@pytest.fixture(scope="module")
def accepted() -> dict[str, list[dict]]:
    return {kind: [whole(one) for one in made] for kind, made in KINDS.items()}


def refused(certificate: object) -> str:
    try:
        check(certificate)
    except (*REFUSED, ValueError, RecursionError) as why:
        return str(why) or "refused"
    return ""


def test_what_holds_is_accepted_and_said_in_words(accepted):
    assert set(accepted) == set(CHECKERS) == set(FORGERIES)
    for one in (one for made in accepted.values() for one in made):
        assert check(one) == one["statement"]
    assert '"squares": (k ^ 2) < (2 ^ k), for each k from 5 to 12.' in accepted["inequalities"][0]["statement"]
    assert 'under names that nothing checks: "a root": ' in accepted["inequalities"][0]["statement"]
    assert "of the least risk of all networks" in accepted["gaussian minimum"][0]["statement"]
    assert "3 standard normal inputs" in accepted["gaussian minimum"][1]["statement"]
    assert "exactly one W is a critical point" in accepted["isolated minimum"][0]["statement"]
    assert "no weights nearby have less" in accepted["network"][0]["statement"]
    assert "of unit 1 to the side 1: none of these nearby have less." in accepted["network"][4]["statement"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_forgeries_of_a_kind_are_refused(accepted, kind):
    """Twenty and more that each say something wrong, or lack something; whatever the words beside it."""
    tried = set()
    for one in accepted[kind]:
        for name, forgery in forged(one, FORGERIES[kind]):
            with pytest.raises((*REFUSED, ValueError)):
                check(forgery, words=True)
            tried.add(name)
    assert len(tried) >= 20 and tried == set(FORGERIES[kind])


def test_words_of_other_data_are_refused(accepted):
    """Each statement fits one certificate alone."""
    every = [one for made in accepted.values() for one in made]
    for one, other in zip(every, [*every[1:], every[0]], strict=True):
        assert refused(one | {"statement": other["statement"]})
        assert refused(one | {"statement": one["statement"].replace("1", "2", 1)})


def leaves_of(node: object, path: tuple = ()) -> Iterator[tuple]:
    """Where the texts of a certificate are."""
    if isinstance(node, str):
        yield path
    else:
        for key, below in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves_of(below, (*path, key))


def spoiled(one: dict, rng: random.Random) -> object:
    """A certificate with something at a random place made another thing."""
    found = copy.deepcopy(one)
    path = ("data", *rng.choice(list(leaves_of(found["data"]))))
    depth, node = rng.randrange(1, len(path)), found
    for key in path[:depth]:
        node = node[key]
    node[path[depth]] = rng.choice([None, [], {}, "", "x", "1/0", 3, 1.5, True, [[]], "9" * 401, {"sum": "1"}, "-"])
    return found


@pytest.mark.parametrize("number", [100, pytest.param(10_000, marks=pytest.mark.slow)])
def test_malformed_files_are_refused_in_words(accepted, number):
    """None ends in anything but a refusal."""
    rng = random.Random(number)
    every = [one for made in accepted.values() for one in made if len(json.dumps(one)) < 1500 or len(made) == 1]
    for _ in range(number):
        one = spoiled(rng.choice(every), rng)
        assert refused(one), one


@pytest.mark.parametrize("kind", sorted(CHECKERS))
@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "{}",
        "null",
        "\ud800".encode("utf-8", "surrogatepass"),
        b"\xff\xfe",
        '{"certificate": "1", "certificate": "1"}',
        "[NaN]",
        "[1e999]",
        f"[{'9' * 5000}]",
        " " * 1_000_001,
        json.dumps({"certificate": "1", "kind": [], "claim": "a", "part": "b", "statement": "", "data": {}}),
    ],
)
def test_what_is_no_certificate_is_refused_by_every_program(tmp_path, kind, text, capsys):
    path = tmp_path / "one.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert CHECKERS[kind].main([str(path)]) == 1
    assert capsys.readouterr().out.startswith(f"refused {path}: ")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (["^", "2", "1000001"], "an exponent"),
        (["^", "2", "1000000"], "too large or too small"),
        (["sum", "k", "0", "100001", "1"], "an end of a sum"),
        (["sum", "k", "0", "99999", ["sum", "j", "0", "99999", "1"]], "too much work"),
        (["^", ["^", "1/3", "9999"], "2"], "too large or too small"),
        (["binomial", "5001", "2"], "a binomial"),
        (["exp", "10001"], "an exponential"),
        (["exp", ["exp", ["exp", "3"]]], "an exponential"),
        (["/", "1", ["-", ["sqrt", "2"], ["sqrt", "2"]]], "a divisor"),
        (["sin", "41"], "an angle"),
        (["log", "0"], "the logarithm"),
        (["sqrt", "-1"], "the root"),
        (["asin", "2"], "the arcsine"),
        (["+"], "terms"),
        (["sum", "k", "1", "0", "0; 2 < 1"], "no fraction"),
        (["product", "k", "1", "0", ["log", "0"]], "the logarithm"),
        (["sum", "k", "1", "-1", "1"], "backwards"),
        (["power", "1", "2"], "no function"),
        (["sum", "pi", "0", "1", "1"], "a new letter"),
        (["sum", "k", "0", "1", ["sum", "k", "0", "1", "1"]], "a new letter"),
    ],
)
def test_an_expression_without_a_value_is_refused(entry, why):
    data = {"comparisons": [{"what": "x", "left": entry, "is": ">", "right": "-1"}]}
    check_inequalities.Interval.steps = 0
    with pytest.raises(check_inequalities.Refused, match=why):
        check_inequalities.inequalities(data)


def compared(left: object, relation: str, right: object, what: str = "x") -> dict:
    return {"kind": "inequalities", "data": {"comparisons": [
        {"what": what, "left": left, "is": relation, "right": right}]}}  # fmt: skip


@pytest.mark.parametrize(
    "what", ["", 'x": 2 < 1; "y', "x\naccepted one.json: 2 < 1", "\ud800", "2 \uff1c 1", "x" * 300]
)
def test_the_name_of_a_comparison_cannot_pass_for_what_is_checked(what):
    """It stands in quotes on one line, in ASCII; so does that of a count."""
    with pytest.raises(check_inequalities.Refused, match="a name in plain characters"):
        check_inequalities.inequalities(compared("1", "<", "2", what)["data"])
    with pytest.raises(check_enumeration.Refused, match="a name in plain characters"):
        check_enumeration.enumeration(enumeration({"w": (1, -1)}, [count(what, ["<", 0, "w"], 1, 2)])["data"])


def test_among_no_choice_nothing_is_counted():
    """The words of what is counted would not be read."""
    one = enumeration({"w": (1, -1)}, [count("positive", ["<", 0, "w"], 1, 2)])["data"]
    assert '"positive": of all 2 choices, 1 have (0 < w).' in check_enumeration.enumeration(one)
    one["counts"][0].update({"among": ["<", "1", "w"], "has": ["0; 2 < 1"], "count": "0", "of": "0"})
    with pytest.raises(check_enumeration.Refused, match="there are 0 choices"):
        check_enumeration.enumeration(one)


def test_the_words_of_a_sum_say_where_it_ends():
    """One of nothing is 0, and a product 1, as in SymPy."""
    sums = ["sum", "k", "0", "3", "k"]
    assert "((sum over k from 0 to 3 of k) + 1) = 7." in whole(compared(["+", sums, "1"], "=", "7"))["statement"]
    assert "(sum over k from 0 to 3 of (k + 1)) = 10." in whole(
        compared([*sums[:4], ["+", "k", "1"]], "=", "10"))["statement"]  # fmt: skip
    assert whole(compared(["sum", "k", "1", "0", "k"], "=", "0"))
    assert whole(compared(["product", "k", "1", "0", "k"], "=", "1"))


@pytest.mark.parametrize("name", ["sqrt", "exp", "log", "sin", "cos", "asin", "acos", "atan"])
def test_intervals_hold_the_values_of_functions(name):
    """Against SymPy at 60 digits, at fractions of many sizes and in intervals of many widths."""
    rng = random.Random(name)
    domain = {"sqrt": (0, 10**9), "log": (1, 10**9), "asin": (-1, 1), "acos": (-1, 1), "exp": (-30, 30)}.get(
        name, (-8, 8)
    )
    for _ in range(20):
        at = Fraction(rng.randint(domain[0] * 10**6, domain[1] * 10**6), 10**6) or HALF
        exact = getattr(sympy, name)(sympy.Rational(at)).evalf(60)
        checker = check_inequalities
        found = checker.FUNCTIONS[name](checker.Interval(at))
        low, high = (sympy.Rational(end).evalf(60) for end in (found.low, found.high))
        assert low <= exact <= high and high - low <= sympy.Float("1e-33") * max(1, abs(exact))
        wide = checker.FUNCTIONS[name](checker.Interval(min(at, domain[1] - HALF), at))
        assert wide.low <= found.low and found.high <= wide.high


def test_expressions_are_those_of_sympy():
    x = sympy.Symbol("x")
    assert expression(sympy.sqrt(2) / 3) == ["*", "1/3", ["sqrt", "2"]]
    assert expression(sympy.Rational(2) ** sympy.Rational(-1, 4)) == expression(sympy.root(8, 4) / 2)
    assert expression(sympy.Sum(x**2, (x, 1, 5))) == ["sum", "x", "1", "5", ["^", "x", "2"]]
    with pytest.raises(ValueError, match="gamma is no function"):
        expression(sympy.gamma(x))


def test_an_output_weight_is_held_to_a_side_with_one_input_too():
    held = network(((1,),), (-1,), (((1,),), ((0,),)), (0,), fact("local minimum", sides=(1,)))
    assert "none of these nearby" in check(whole(held))


def test_sides_are_as_many_as_units_or_none():
    """Also where none is held, and where a layer of several outputs has none."""
    two = network([(1, 0)], [0], (((1, 1), (0, 0)), ((0,), (0,))), (0,), fact("local minimum", sides=(0,)))
    with pytest.raises(check_network.Refused, match="sides where there may be none"):
        whole(two)
    two["data"]["facts"][0]["sides"] = ["0", "0"]
    assert "no weights nearby have less" in whole(two)["statement"]


def test_layers_that_do_not_fit_are_named():
    one = network([(1, 0)], [0], (((1,), (0,)), ((1,),)), (0,), fact("loss", HALF))
    one["data"]["weights"][1].append(["1"])
    with pytest.raises(check_network.Refused, match="layers that do not fit together"):
        check_network.network(one["data"])


def random_point(rng: random.Random) -> check_network.Network:
    """One or two hidden units, often at kinks, with few samples and residuals that often cancel."""
    units = rng.randint(1, 2)
    samples = [[Fraction(rng.randint(-1, 1)) for _ in range(2)] for _ in range(rng.randint(1, 4))]
    first = [[Fraction(rng.randint(-1, 1)) for _ in range(units)] for _ in range(2)]
    second = [[Fraction(rng.randint(-1, 1))] for _ in range(units)]
    net = check_network.Network(
        samples, [[Fraction(0)]] * len(samples), [first, second], [rng.choice([HALF, 0, 0])], 0, 1
    )
    targets = [[row[0] + rng.randint(-1, 1)] for row in net.outputs]
    return check_network.Network(samples, targets, net.weights, net.slopes, Fraction(0), Fraction(1))


def test_no_weights_near_a_local_minimum_have_less_loss():
    """Among random points with kinks, those that pass: all steps by a small fraction of some vectors go up, or stay."""
    rng, passed = random.Random(1), 0
    while passed < 30:
        net = random_point(rng)
        try:
            check_network.a_local_minimum(net, [])
        except check_network.Refused:
            continue
        passed += 1
        for _ in range(40):
            step = Fraction(1, rng.choice([30, 1000]))
            moved = [[[w + step * rng.randint(-2, 2) for w in row] for row in one] for one in net.weights]
            other = check_network.Network(net.samples, net.targets, moved, net.slopes, Fraction(0), Fraction(1))
            assert other.loss() >= net.loss(), (net.samples, net.targets, net.weights, moved)


@pytest.mark.parametrize("path", certificates.programs(), ids=lambda path: path.name)
def test_a_program_is_one_short_file_of_the_standard_library(path):
    text = path.read_text(encoding="utf-8")
    found = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in found if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names and len(text.splitlines()) < 600


def test_what_two_programs_both_carry_is_one_text():
    """A mend to one is a mend to all."""
    carried: dict[str, set[str]] = {}
    for module in CHECKERS.values():
        for one in vars(module).values():
            if getattr(one, "__module__", None) == module.__name__ and hasattr(one, "__qualname__"):
                carried.setdefault(one.__name__, set()).add(inspect.getsource(one))
    assert {name for name, texts in carried.items() if len(texts) > 1} == set()


def write(folder: Path, *made: tuple[str, dict]) -> list[str]:
    """The certificates of a claim, written into a site."""
    found = [{"file": f"{name}.json", **one} for name, one in made]
    return certificates.write(
        Site(folder, Environment(autoescape=True), {}), [{"id": "a.b", "parts": [{"name": "c", "certificates": found}]}]
    )


def test_certificates_are_written_with_their_words_and_checked_from_the_folder(tmp_path):
    written = ["certificates/one.json", "certificates/two.json"]
    assert write(tmp_path, ("one", COMPARED), ("two", LEAST)) == written
    folder = tmp_path / "certificates"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert set(before) == {"one.json", "two.json"} | {path.name for path in certificates.programs()}
    write(tmp_path, ("one", COMPARED), ("two", LEAST))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    command = [sys.executable, "-I", "check_certificate.py", "."]
    done = subprocess.run(command, cwd=folder, env={}, capture_output=True, text=True, check=True)
    assert {line.split(":")[0] for line in done.stdout.splitlines()} == {"accepted one.json", "accepted two.json"}


def test_a_program_leaves_the_other_kinds_of_a_folder_and_refuses_one_by_itself(tmp_path, accepted, capsys):
    for kind, made in accepted.items():
        (tmp_path / f"{CHECKERS[kind].__name__.rpartition('.')[2]}.json").write_text(json.dumps(made[0]))
    for kind, module in CHECKERS.items():
        assert module.main([str(tmp_path)]) == 0
        first = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
        assert sorted(first) == ["accepted", *["left"] * (len(CHECKERS) - 1)]
        other = next(one for one in CHECKERS if one != kind)
        assert module.main([str(tmp_path / f"{CHECKERS[other].__name__.rpartition('.')[2]}.json")]) == 1
        assert f"wanted the kind {kind}" in capsys.readouterr().out


def test_a_kind_without_a_program_is_refused(tmp_path, capsys):
    """Nor is the program that reads kinds one of a kind: it would hand the file to itself for ever."""
    for name, kind in (("one", "no such kind"), ("two", "../x"), ("three", None), ("four", "certificate")):
        (tmp_path / f"{name}.json").write_text(json.dumps({"kind": kind}))
    assert check_certificate.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("refused") == 4


def test_a_file_whose_name_is_an_option_is_refused(tmp_path, monkeypatch, accepted):
    """As an option it would turn the comparison of words off for the files after it."""
    monkeypatch.chdir(tmp_path)
    for name in ("--words", "one.json"):
        Path(name).write_text(json.dumps(accepted["inequalities"][0]))
    assert check_certificate.program(Path("--words")) is None
    assert check_certificate.program(Path("one.json")) == Path(check_inequalities.__file__)


@pytest.mark.parametrize("kind", sorted(CHECKERS))
def test_nothing_is_not_accepted(tmp_path, kind, capsys):
    """No file, an empty folder, one with certificates of other kinds alone."""
    for arguments in ([], ["--words"], [str(tmp_path)]):
        assert CHECKERS[kind].main(arguments) == 1
        assert capsys.readouterr().out == f"refused: there is no certificate of the kind {kind}\n"
    (tmp_path / "one.json").write_text(json.dumps(dict.fromkeys(CHECKERS[kind].NAMES, "") | {"certificate": "1"}))
    assert CHECKERS[kind].main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith("left ")
    assert check_certificate.main([]) == check_certificate.main([str(tmp_path / "none")]) == 1


def test_a_run_without_certificates_has_the_program_alone(tmp_path):
    assert write(tmp_path) == []
    assert sorted(path.name for path in (tmp_path / "certificates").iterdir()) == [
        p.name for p in certificates.programs()
    ]


def test_a_certificate_that_is_not_accepted_stops_the_page(tmp_path):
    wrong = copy.deepcopy(LEAST)
    wrong["data"]["risk"] = ["0.1", "0.2"]
    with pytest.raises(certificates.RefusedCertificate, match=r"one.json: the risk is not found"):
        write(tmp_path, ("one", wrong))


def test_every_kind_has_the_program_of_its_name():
    names = {certificates.program(kind): Path(one.__file__) for kind, one in CHECKERS.items()}
    assert {certificates.PROGRAMS / name for name in names} == set(names.values())
    assert {*names.values(), Path(check_certificate.__file__)} == set(certificates.programs())
