import json
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verification.claim import CERTIFIED, Claim, Paper, Part, Role, Source, Status, Step, counterexample, derived
from verification.ledger import Ledger
from verification.verdict import Verdict

SOURCE = Source("pnn2017", "5.1", "Theorem 0")


def claim(**changes) -> Claim:
    fields = {
        "id": "test.theorem-0",
        "source": SOURCE,
        "status": Status.TRUE,
        "title": "A title",
        "says": "Words",
        "parts": (Part("value", "x"),),
    }
    return Claim(**{**fields, **changes})


def test_a_claim_finds_its_parts_by_name():
    assert claim().part("value").says == "x"
    with pytest.raises(KeyError, match="no part 'other'"):
        claim().part("other")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "Theorem 0"}, "wanted paper.name"),
        ({"id": "theorem"}, "wanted paper.name"),
        ({"id": "test.theorem-0:value"}, "wanted paper.name"),
        ({"parts": ()}, "at least one part"),
        ({"parts": (Part("value", "x"), Part("value", "y"))}, "a name of its own"),
        ({"status": Status.TRUE_IF_REPAIRED, "reason": "r"}, "needs the repair"),
        ({"status": Status.FALSE, "reason": "r"}, "needs the repair"),
        ({"status": Status.FALSE, "reason": "r", "repair": "r"}, "expected to be refuted"),
        ({"status": Status.OPEN, "reason": "r"}, "truth is not known"),
        ({"parts": (Part("value", "x", expected=False, refuted_by="gone"),)}, "no part of it"),
        ({"parts": (Part("value", "x", expected=False, refuted_by="y"), Part("y", "x"))}, "no counterexample"),
        ({"reading": "as a mean"}, "a reading is of a reconstructed formula"),
        ({"lacks": {"repaired": "none is known"}}, "promises no part"),
        ({"lacks": {"ours": "none is known"}}, "lacks ours; wanted of printed, counterexample, repaired"),
    ],
)
def test_a_claim_that_contradicts_itself_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        claim(**changes)


REFUTATION = (Part("value", "x", expected=False, refuted_by="case"), counterexample("case", "there is one"))
TOLD = {"reason": "r", "repair": "r"}


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "a.b.c-1"},
        {"reason": "r", "repair": "r"},
        {"parts": (Part("one", "x"), Part("two-3", "y"))},
        {"status": Status.FALSE, "parts": REFUTATION, "lacks": {"repaired": "none is known"}, **TOLD},
        {"status": Status.FALSE, "parts": (Part("other", "x"), *REFUTATION), **TOLD},
        {"status": Status.TRUE_IF_REPAIRED, "lacks": {"counterexample": "none", "printed": "none"}, **TOLD},
        {"status": Status.VACUOUS, "reason": "r"},
        {"status": Status.AMBIGUOUS, "reason": "r"},
        {"status": Status.OPEN, "parts": (Part("value", "x"), Part("other", "x", expected=None)), "reason": "r"},
        {"source": replace(SOURCE, formula="reconstructed"), "reading": "as a mean"},
        {"source": replace(SOURCE, formula="reconstructed")},
    ],
)
def test_a_claim_that_agrees_with_itself_is_taken(changes):
    made = claim(**changes)
    assert {name: getattr(made, name) for name in changes} == changes


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.TRUE])
def test_a_status_other_than_true_wants_its_reason(status):
    with pytest.raises(ValueError, match=f"status {status} needs its reason"):
        claim(status=status, repair="r")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"strength": CERTIFIED}, "asks for less than a proof and does not say why"),
        ({"strength": CERTIFIED, "expected": None}, "asks for less than a proof and does not say why"),
        ({"strength": Verdict.REFUTED, "why": "so"}, "refuted is no strength"),
        ({"strength": Verdict.UNDECIDED, "why": "so"}, "undecided is no strength"),
        ({"refuted_by": "other"}, "is refuted by 'other' but not expected to be false"),
        ({"refuted_by": "other", "expected": None}, "is refuted by 'other' but not expected to be false"),
        ({"name": "Value"}, "wanted lower-case words joined by hyphens"),
        ({"name": "a value"}, "wanted lower-case words joined by hyphens"),
        ({"name": "value-"}, "wanted lower-case words joined by hyphens"),
        ({"name": ""}, "wanted lower-case words joined by hyphens"),
    ],
)
def test_a_part_that_contradicts_itself_is_refused(fields, message):
    with pytest.raises(ValueError, match=message):
        Part(**{"name": "value", "says": "x", **fields})


def test_a_part_is_printed_universal_and_to_be_proved_unless_it_says_otherwise():
    part = Part("value", "x")
    assert (part.role, part.expected, part.strength, part.universal) == (Role.PRINTED, True, Verdict.PROVED, True)
    assert (part.why, part.argument, part.refuted_by, part.unhunted) == ("", (), "", "")
    for strength in (Verdict.PROVED, Verdict.CERTIFIED, Verdict.DERIVED, Verdict.CONSISTENT):
        assert Part("value", "x", strength=strength, why="so").strength is strength
        assert Part("value", "x", strength=strength, expected=False).why == ""


def test_a_derived_part_is_ours_and_rests_on_its_argument():
    steps = (Step("It follows.", uses="value"), Step("So it is known.", cites="Euler"))
    wanted = Part("bound", "x", Role.OURS, strength=Verdict.DERIVED, why="long", argument=steps)
    assert derived("bound", "x", "long", *steps) == wanted
    elsewhere = derived("bound", "x", "long", *steps, role=Role.REPAIRED, unhunted="no sizes")
    assert elsewhere == replace(wanted, role=Role.REPAIRED, unhunted="no sizes")


@pytest.mark.parametrize(
    ("authors", "cited"), [("Ann B. Lee", "Lee 2016"), ("A B, C D", "B and D 2016"), ("A B, C D, E F", "B et al. 2016")]
)
def test_a_paper_is_cited_by_its_authors(authors, cited):
    assert Paper("key", "Title", authors, 2016, "arXiv").cited == cited


@pytest.mark.parametrize("authors", ["", " ", "A B, , C D", "A B, "])
def test_a_paper_has_names_of_authors_between_its_commas(authors):
    with pytest.raises(ValueError, match=f"paper 'key': its authors are '{authors}'; wanted names"):
        Paper("key", "Title", authors, 2016, "arXiv")


def test_a_paper_says_where_its_statements_stand():
    paper = Paper("key", "Title", "Ann Lee", 2016, "arXiv")
    assert paper.section("5.1", "Theorem 0") == Source("key", "5.1", "Theorem 0", "printed")
    assert paper.section("5.1", "Theorem 0", "ours") == Source("key", "5.1", "Theorem 0", "ours")


def test_a_step_names_what_it_rests_on():
    with pytest.raises(ValueError, match="the part it uses or the theorem"):
        Step("It follows.")
    with pytest.raises(ValueError, match="the part it uses or the theorem"):
        Step("It follows.", uses="value", cites="Euler")


def test_a_counterexample_is_settled_by_one_instance():
    """In balls, and then it says why, or to the last digit."""
    for strength in (CERTIFIED, Verdict.PROVED):
        part = counterexample("case", "there is one", strength)
        assert (part.name, part.says, part.role) == ("case", "there is one", Role.COUNTEREXAMPLE)
        assert (part.expected, part.universal, part.strength) == (True, False, strength)
        assert ("strict inequalities in balls" in part.why) == (strength is CERTIFIED)
    assert counterexample("case", "there is one").strength is CERTIFIED


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"parts": Part("value", "x")}, r"Claim.parts is .*; wanted tuple\[Part"),
        ({"assumptions": "one without its comma"}, r"Claim.assumptions is .*; wanted tuple\[str"),
        ({"where": ("x",)}, "Claim.where"),
        ({"status": "true"}, "Claim.status is 'true'; wanted Status"),
        ({"title": None}, "Claim.title is None; wanted str"),
        ({"says": "\ud800"}, "Claim.says"),
    ],
)
def test_a_field_of_another_type_is_named(changes, message):
    with pytest.raises(ValueError, match=message):
        claim(**changes)


CASES = (
    SOURCE,
    Paper("key", "Title", "Ann Lee", 2016, "arXiv"),
    Step("It follows.", cites="Euler"),
    Part("value", "x"),
    claim(),
)


@pytest.mark.parametrize(
    ("whole", "name"), [(one, field.name) for one in CASES for field in fields(one)], ids=lambda one: str(one)[:20]
)
def test_no_field_of_anything_that_a_claim_says_takes_another_type(whole, name):
    with pytest.raises(ValueError, match=rf"{type(whole).__name__}\.{name} is .*; wanted "):
        replace(whole, **{name: b"bytes"})


def test_a_source_says_whose_its_formula_is():
    with pytest.raises(ValueError, match="wanted one of printed, reconstructed, ours"):
        Source("pnn2017", "5.1", "Theorem 0", "mine")


words = st.sampled_from(
    ["", "value", "other", "test.zero", "test.zero:value", "a:b:c", "<script>x</script>", "$x$", "$"]
)
anything = words | st.text(max_size=6) | st.none() | st.booleans() | st.integers() | st.floats()
anything |= st.lists(words, max_size=2) | st.dictionaries(words, words, max_size=2) | st.just(Part("value", "x"))


def mostly(strategy):
    """What fits, or now and then anything."""
    return st.integers(0, 40).flatmap(lambda lot: anything if lot == 17 else strategy)


def some(strategy):
    return mostly(st.lists(strategy, max_size=3).map(tuple))


sources = st.fixed_dictionaries(
    {"paper": mostly(words), "section": mostly(words), "label": mostly(words)},
    optional={"formula": mostly(st.sampled_from(["printed", "ours"]))},
)
uses = st.sampled_from(["value", "other", "test.zero:value", "a:b:c"])
steps = st.one_of(
    st.fixed_dictionaries({"text": words, "uses": uses}),
    st.fixed_dictionaries({"text": words, "cites": st.just("Euler")}),
    st.fixed_dictionaries({"text": mostly(words)}, optional={"uses": mostly(words), "cites": mostly(words)}),
)
parts = st.fixed_dictionaries(
    {
        "name": mostly(st.sampled_from(["value", "other", "more"])),
        "says": mostly(words),
        "why": mostly(st.just("so")),
        "strength": mostly(st.sampled_from([Verdict.PROVED, Verdict.CONSISTENT, Verdict.REFUTED])),
    },
    optional={
        "role": mostly(st.sampled_from(list(Role))),
        "expected": mostly(st.sampled_from([True, False, None])),
        "universal": mostly(st.booleans()),
        "argument": some(steps),
        "refuted_by": mostly(st.sampled_from(["", "value", "other"])),
        "unhunted": mostly(words),
    },
)
claims = st.fixed_dictionaries(
    {
        "id": mostly(st.just("test.zero")),
        "source": mostly(sources),
        "status": mostly(st.sampled_from(list(Status))),
        "title": mostly(words),
        "says": mostly(words),
        "parts": some(parts),
        "reason": mostly(st.just("because")),
        "repair": mostly(st.just("so")),
    },
    optional={
        "where": mostly(st.dictionaries(words, words, max_size=2)),
        "assumptions": some(words),
        "reading": mostly(words),
        "lacks": mostly(st.dictionaries(st.sampled_from(["printed", "repaired", "value"]), words, max_size=1)),
    },
)
KINDS = {"source": Source, "parts": Part, "argument": Step}


def build(kind, described):
    """An object out of its description, built as its author would: the inner ones first."""
    if isinstance(described, tuple):
        return tuple(build(kind, one) for one in described)
    if not isinstance(described, dict) or not set(described) & {"text", "says", "label"}:
        return described
    return kind(**{name: build(KINDS[name], value) if name in KINDS else value for name, value in described.items()})


def refused_in_words_or_judged(described):
    try:
        made = build(Claim, described)
    except ValueError as error:
        assert str(error) and "Traceback" not in str(error)
        return
    ledger = Ledger({made.id: made}, [], 1e-6)
    assert ledger.failures, "a claim without a check stands"
    assert json.loads(json.dumps(ledger.entries, allow_nan=False))[0]["id"] == made.id


@settings(deadline=None, max_examples=200)
@given(claims)
def test_any_claim_is_judged_or_refused_in_words(described):
    refused_in_words_or_judged(described)


@pytest.mark.slow
@settings(deadline=None, max_examples=10_000)
@given(claims)
def test_ten_thousand_claims_are_judged_or_refused_in_words(described):
    refused_in_words_or_judged(described)
