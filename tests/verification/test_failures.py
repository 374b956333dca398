"""A failure of the run names its claim and its part, each in its place, and nothing else fails."""

import pytest
from scipy import stats

from verification import assemble_ledger, judge_ledger
from verification.check import Record
from verification.claim import Claim, Part, Source, Status, Step, counterexample
from verification.closed_forms import Refused, read
from verification.ledger import Ledger
from verification.lint import fail_unfinished
from verification.methods import monte_carlo, symbolic

SOURCE = Source("test", "1", "Theorem 0")
VALUE = Part("value", "x")
REFUTED = Part("printed", "x", expected=False, refuted_by="case")


def claim(*parts: Part, id: str = "test.zero", **fields) -> Claim:
    return Claim(id, SOURCE, fields.pop("status", Status.TRUE), "T", "S", parts or (VALUE,), **fields)


def record(part: str = "value", verdict: str = "proved", claim: str = "test.zero", wrong=None, **fields) -> Record:
    variants = {"v": True} if wrong is None else wrong
    return Record(claim, part, "check", "symbolic", "general", "says", verdict, wrong_variants=variants, **fields)


def failures(claims: list[Claim], records: list[Record]) -> list[tuple[str, str, str]]:
    found = Ledger({one.id: one for one in claims}, records, 1e-6)
    return [(failure["claim"], failure["part"], failure["why"]) for failure in found.failures]


@pytest.mark.parametrize(
    ("claims", "records", "wanted"),
    [
        ([claim()], [record()], []),
        ([claim()], [], [("test.zero", "value", "no check"), ("test.zero", "value", "wanted proved, found undecided")]),
        (
            [claim()],
            [record(), record(verdict="refuted")],
            [
                ("test.zero", "value", "its checks contradict each other"),
                ("test.zero", "value", "wanted proved, found refuted"),
            ],
        ),
        (
            [claim()],
            [record(), record("other")],
            [("test.zero", "other", "a check names a part that the claim does not have")],
        ),
        (
            [claim()],
            [record(), record("part", claim="test.one")],
            [("test.one", "part", "a check names a claim that does not exist")],
        ),
        (
            [claim()],
            [record(), record(verdict="undecided")],
            [("test.zero", "value", "the symbolic check check is undecided")],
        ),
        (
            [claim()],
            [record(wrong={"v": True, "w": False, "u": False})],
            [("test.zero", "value", "check lets a wrong variant pass: w, u")],
        ),
        ([claim()], [record(wrong={})], [("test.zero", "value", "check lets a wrong variant pass: ")]),
        (
            [claim()],
            [record(items={"a": 3, "2": 1, "b": 1}, moved={"a": "v"}, auxiliary={"b": "where the series begins"})],
            [("test.zero", "value", "check: no wrong variant moves residual 2")],
        ),
        (
            [claim()],
            [record(items={"a": 3}, moved={"a": "v"}, auxiliary={"a": "for show"})],
            [("test.zero", "value", "check: 'a', auxiliary, is moved by 'v'")],
        ),
        (
            [claim(REFUTED, counterexample("case", "y"), status=Status.FALSE, reason="r", repair="r")],
            [record("case", "undecided")],
            [
                ("test.zero", "printed", "expected to be refuted, found undecided"),
                ("test.zero", "case", "wanted certified, found undecided"),
                ("test.zero", "case", "the symbolic check check is undecided"),
            ],
        ),
        (
            [claim(Part("value", "x", argument=(Step("s", uses="value"),)))],
            [record()],
            [
                ("test.zero", "value", "its argument uses itself"),
                ("test.zero", "value", "wanted proved, found undecided"),
            ],
        ),
        (
            [claim(Part("value", "x", argument=(Step("s", uses="test.gone:lemma"),)))],
            [record()],
            [
                ("test.zero", "", "its argument uses 'test.gone:lemma', which is no part of any claim"),
                ("test.zero", "value", "wanted proved, found undecided"),
            ],
        ),
    ],
)
def test_a_failure_names_its_claim_and_its_part(claims, records, wanted):
    assert failures(claims, records) == wanted


def test_a_fault_of_a_claim_names_both_too():
    ledger = Ledger({"test.zero": claim(VALUE, REFUTED, counterexample("case", "y"))}, [], 1e-6)
    before = len(ledger.failures)
    fail_unfinished(ledger)
    [fault] = ledger.failures[before:]
    assert (fault["claim"], fault["part"]) == ("test.zero", "printed") and "of a true claim" in fault["why"]


@pytest.mark.parametrize("scores", [[0.1], [3.0], [1.0] * 10, [0.01] * 50, [2.0] * 50, [0.7, -1.9, 0.2]])
def test_the_fit_of_all_scores_is_the_two_sided_chance_of_their_squares(scores):
    law = stats.chi2(len(scores))
    total = sum(score**2 for score in scores)
    expected = min(1.0, 2 * min(law.cdf(total), law.sf(total)))
    assert monte_carlo.goodness_of_fit(scores) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("body", ["Add()", "Mul()", "Pow(pi)", "Pow(pi, pi, pi)", "sin()", "sin(pi, pi)", "Integer()"])
def test_a_constructor_with_too_few_or_too_many_arguments_is_refused(body):
    with pytest.raises(Refused, match="do not fit"):
        read(f"Lambda(Tuple(Symbol('x')), {body})")


def test_a_closed_form_has_the_parameters_of_its_function_without_those_of_the_statement():
    @symbolic.check(
        "test.zero", "value", wrong={"three": {"factor": 3}}, forms={"double": lambda x, factor=2: factor * x}
    )
    def doubled(factor=2):
        """Nothing is left."""
        return [factor - 2]

    form = read(symbolic.closed_forms(doubled.check)["double"])
    assert form.parameters == ("x",) and form(4.0) == 8.0


@pytest.mark.parametrize(
    ("main", "words"),
    [
        (assemble_ledger.main, ["--settings", "{}"]),
        (assemble_ledger.main, ["--output", "ledger.json"]),
        (judge_ledger.main, []),
    ],
)
def test_a_stage_that_is_called_without_its_words_says_so(main, words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2 and "required" in capsys.readouterr().err


def test_a_fit_as_rare_as_the_rate_does_not_fail_the_run_and_a_rarer_one_does(monkeypatch):
    for chance, wanted in (
        (1e-6, []),
        (9e-7, [("", "", "all z-scores together fit no normal distribution: p = 9e-07")]),
    ):
        monkeypatch.setattr(monte_carlo, "goodness_of_fit", lambda scores, chance=chance: chance)
        assert failures([claim()], [record()]) == wanted


def test_what_a_step_rests_on_is_shown_with_its_verdict():
    steps = (Step("s", cites="Euler"), Step("t", uses="test.gone:lemma"), Step("u", uses="lemma"))
    part = Part("value", "x", argument=steps)
    found = Ledger({"test.zero": claim(part, Part("lemma", "y"))}, [record(), record("lemma")], 1e-6)
    shown = [step["verdict"] for step in found.entries[0]["parts"][0]["argument"]]
    assert shown == ["derived", "undecided", "proved"]


def test_a_printed_part_that_stands_is_refuted_at_nothing():
    parts = (REFUTED, counterexample("case", "y"))
    found = Ledger({"test.zero": claim(*parts, status=Status.FALSE, reason="r", repair="r")}, [], 1e-6)
    entry = found.entries[0]
    assert (entry["verdict"], entry["refuted_at"], entry["parts"][0]["refuted_at"]) == ("undecided", "", "")
    assert (entry["id"], entry["paper"], entry["label"], entry["status"]) == ("test.zero", "test", "Theorem 0", "false")


def test_an_argument_alone_is_worth_its_weakest_step():
    """Whether that is weaker than any proof or refuted."""
    value = Part("value", "x", argument=(Step("s", uses="lemma"),))
    worth = {
        ("proved", "general"): "derived",
        ("proved", "instances"): "consistent",
        ("refuted", "general"): "undecided",
    }
    for (verdict, scope), wanted in worth.items():
        lemma = Record("test.zero", "lemma", "check", "exact", scope, "says", verdict, wrong_variants={"v": True})
        found = Ledger({"test.zero": claim(value, Part("lemma", "y"))}, [lemma], 1e-6)
        assert found.verdict("test.zero", "value") == wanted


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Lambda(Tuple(Symbol('x')), os)", "the constant 'os' is not on the allow-list"),
        ("Lambda(Tuple(Symbol('x')), Add(pi, os))", "the constant 'os' is not on the allow-list"),
        ("Lambda(Tuple(Symbol('x')), system(pi))", "the function 'system' is not on the allow-list"),
        ("Lambda(Tuple(Symbol('x')), pi.real)", "not a constructor of a formula"),
        ("Lambda(Tuple(Symbol('x')), pi.system(pi))", "not a constructor of a formula"),
        ("Lambda(Tuple(Symbol('x')), Symbol('y'))", "arguments that do not fit"),
        ("Lambda(Tuple(Symbol('x')), Rational(1, 0))", "arguments that do not fit"),
        ("Lambda(Tuple(Symbol('x')), Rational(1))", "arguments that do not fit"),
        ("Lambda(Tuple(Symbol('x')), Integer(1, 2))", "arguments that do not fit"),
        ("Lambda(Tuple(Symbol('x')), Integer(True))", "wanted integers"),
        ("Lambda(Tuple(pi), pi)", "wanted|not a constructor"),
        ("Lambda(Tuple(Symbol(7)), pi)", "wanted a symbol"),
        ("Lambda(Tuple(Symbol('x')))", "wanted Lambda"),
        ("Other(Tuple(Symbol('x')), pi)", "wanted Lambda"),
    ],
)
def test_what_is_no_formula_is_refused_for_its_reason(text, message):
    with pytest.raises(Refused, match=message):
        read(text)


def test_a_formula_wants_as_many_values_as_it_has_parameters():
    form = read("Lambda(Tuple(Symbol('x'), Symbol('y')), Add(Symbol('x'), Mul(Integer(2), Symbol('y'))))")
    assert form(1.0, 3.0) == 7.0
    for values in ((1.0,), (1.0, 2.0, 3.0)):
        with pytest.raises(ValueError, match="wanted 2 arguments"):
            form(*values)
