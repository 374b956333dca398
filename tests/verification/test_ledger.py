import math

import pytest
from scipy import stats

from pnn import store
from verification import judge_ledger
from verification.__main__ import describe
from verification.check import Record
from verification.claim import (
    CERTIFIED,
    CONSISTENT,
    DERIVED,
    Claim,
    Part,
    Role,
    Source,
    Status,
    Step,
    counterexample,
)
from verification.ledger import Ledger, totals

SOURCE = Source("pnn2017", "5.1", "Theorem 0")
REFUTED = {"a variant": True}


def claim(*parts: Part, id: str = "test.zero", status: Status = Status.TRUE) -> Claim:
    words = {} if status is Status.TRUE else {"reason": "r", "repair": "r"}
    return Claim(id=id, source=SOURCE, status=status, title="T", says="S", parts=parts, **words)


def record(part: str, verdict: str, method="symbolic", scope="general", wrong=None, claim="test.zero") -> Record:
    variants = REFUTED if wrong is None else wrong
    return Record(claim, part, "check", method, scope, "says", verdict, wrong_variants=dict(variants))


def ledger(claims, records) -> Ledger:
    return Ledger({c.id: c for c in claims}, records, 1e-6)


def reasons(found: Ledger) -> str:
    return "; ".join(f"{f['claim']}:{f['part']} {f['why']}" for f in found.failures)


def test_a_proved_part_stands():
    found = ledger([claim(Part("value", "x"))], [record("value", "proved")])
    assert not found.failures
    assert found.entries[0]["verdict"] == "proved"
    counts = totals(found.entries)
    assert counts["wrong_variants"] == {"tried": 1, "refuted": 1}
    assert counts["printed"] == counts["status"] and counts["ours"] == {} and counts["reconstructed"] == 0


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("printed", "printed statement: true"),
        ("reconstructed", "printed statement: true"),
        ("ours", "statement of ours: true"),
    ],
)
def test_a_statement_of_ours_is_not_called_printed(formula, words):
    source = Source("pnn2017", "5.1", "beyond Theorem 0", formula)
    one = Claim("test.zero", source, Status.TRUE, "T", "S", (Part("value", "x"),))
    assert words in describe(ledger([one], [record("value", "proved")]).entries[0])


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        ([], "no check"),
        ([record("value", "undecided")], "is undecided"),
        ([record("value", "refuted")], "wanted proved, found refuted"),
        ([record("value", "consistent", "numerical", "instances")], "wanted proved, found consistent"),
        ([record("value", "proved", "exact", "instances")], "wanted proved, found consistent"),
        ([record("value", "proved", wrong={"v": False})], "lets a wrong variant pass: v"),
        ([record("value", "proved", wrong={})], "lets a wrong variant pass"),
        *(
            ([record("value", found), record("value", "refuted", "numerical", "instances")], "contradict each other")
            for found in ("proved", "consistent")
        ),
        ([record("value", "proved"), record("other", "proved")], "a part that the claim does not have"),
        ([record("value", "proved"), record("value", "proved", claim="test.one")], "does not exist"),
    ],
)
def test_the_run_fails_and_names_the_claim(records, reason):
    found = ledger([claim(Part("value", "x"))], records)
    assert reason in reasons(found)
    assert "test." in reasons(found)


def test_each_check_of_a_part_is_looked_at():
    lax = record("value", "proved", wrong={"v": False, "w": True, "x": False})
    for records in (
        [record("value", "undecided"), lax],
        [lax, record("value", "undecided"), record("value", "proved")],
    ):
        found = ledger([claim(Part("value", "x"))], records)
        why = {failure["why"] for failure in found.failures}
        assert why == {"the symbolic check check is undecided", "check lets a wrong variant pass: v, x"}


def test_an_expected_refutation_counts_by_its_counterexample():
    parts = (Part("printed", "x", expected=False, refuted_by="case"), counterexample("case", "y"))
    good = ledger([claim(*parts, status=Status.FALSE)], [record("case", "certified", "certified", "instances")])
    assert not good.failures
    assert [part["verdict"] for part in good.entries[0]["parts"]] == ["refuted", "certified"]
    assert good.entries[0]["verdict"] == "certified"
    assert [check["of"] for check in good.entries[0]["parts"][0]["checks"]] == ["case"]
    assert totals(good.entries)["checks"] == 1
    bad = ledger([claim(*parts, status=Status.FALSE)], [record("case", "consistent", "numerical", "instances")])
    assert "expected to be refuted" in reasons(bad)


def argued(name: str, role: Role) -> Part:
    return Part(name, "z", role, strength=DERIVED, why="no engine holds it", argument=(Step("s", cites="Euler"),))


def test_a_derived_counterexample_refutes_at_its_own_strength():
    parts = (Part("printed", "x", expected=False, refuted_by="case"), argued("case", Role.COUNTEREXAMPLE))
    found = ledger([claim(*parts, status=Status.FALSE)], [record("case", "consistent", "numerical", "instances")])
    assert not found.failures
    entry = found.entries[0]
    assert (entry["verdict"], entry["refuted_at"]) == ("derived", "derived")
    assert [part["refuted_at"] for part in entry["parts"]] == ["derived", ""]
    assert totals(found.entries)["refuted_at"] == {"derived": 1}


def test_one_reading_refuted_does_not_say_how_firmly_an_ambiguous_statement_is():
    parts = (
        Part("printed", "x", expected=False, refuted_by="case"),
        Part("other", "y"),
        counterexample("case", "z"),
    )
    records = [record("case", "certified", "certified", "instances"), record("other", "proved")]
    found = ledger([claim(*parts, status=Status.AMBIGUOUS)], records)
    assert not found.failures
    assert (found.entries[0]["verdict"], found.entries[0]["refuted_at"]) == ("certified", "")


def test_results_of_ours_neither_lift_nor_lower_the_verdict_on_what_is_printed():
    weak = Part("beyond", "y", Role.OURS, strength=CONSISTENT, why="w")
    sample = record("beyond", "consistent", "numerical", "instances")
    high = ledger([claim(Part("value", "x"), weak)], [record("value", "proved"), sample])
    assert high.entries[0]["verdict"] == "proved"
    low = ledger(
        [claim(argued("value", Role.PRINTED), Part("beyond", "y", Role.OURS))],
        [record("value", "consistent", "numerical", "instances"), record("beyond", "proved")],
    )
    assert (low.entries[0]["verdict"], low.entries[0]["refuted_at"]) == ("derived", "")
    ours = ledger([claim(Part("lemma", "x", Role.OURS), weak)], [record("lemma", "proved"), sample])
    assert ours.entries[0]["verdict"] == "consistent"


def test_a_refutation_by_a_check_of_its_own_counts_by_its_method():
    part = Part("printed", "x", expected=False)
    for method, firmly in (("symbolic", "proved"), ("certified", "certified"), ("numerical", "consistent")):
        found = ledger([claim(part, status=Status.FALSE)], [record("printed", "refuted", method, "instances")])
        assert (found.entries[0]["verdict"], found.entries[0]["refuted_at"]) == (firmly, firmly)


def test_a_claim_is_refuted_as_firmly_as_its_printed_parts_that_are_false():
    parts = (
        Part("printed", "x", expected=False),
        Part("half", "y"),
        Part("beyond", "z", Role.OURS, expected=False),
    )
    records = [record("printed", "refuted", "certified"), record("half", "proved"), record("beyond", "refuted")]
    found = ledger([claim(*parts, status=Status.FALSE)], records)
    assert not found.failures and found.entries[0]["refuted_at"] == "certified"
    assert [part["refuted_at"] for part in found.entries[0]["parts"]] == ["certified", "", "proved"]


def derived(*steps: Step) -> Part:
    return Part("result", "z", strength=DERIVED, why="no engine holds it", argument=steps)


def test_an_argument_is_never_stronger_than_its_weakest_step():
    sample = record("result", "consistent", "numerical", "instances")
    parts = (
        Part("lemma", "x", strength=CONSISTENT, why="w"),
        derived(Step("s", uses="lemma"), Step("t", cites="Euler")),
    )
    strong = ledger([claim(Part("lemma", "x"), parts[1])], [record("lemma", "proved"), sample])
    weak = ledger([claim(*parts)], [record("lemma", "consistent", "numerical", "instances"), sample])
    alone = ledger([claim(*parts)], [record("lemma", "consistent", "numerical", "instances")])
    broken = ledger([claim(*parts)], [record("lemma", "refuted"), sample])
    assert alone.verdict("test.zero", "result") == "consistent"
    assert strong.verdict("test.zero", "result") == "derived"
    assert not strong.failures
    assert "result wanted derived, found consistent" in reasons(weak)
    assert broken.verdict("test.zero", "result") == "consistent"
    assert broken.failures


def test_checks_that_may_each_decide_a_piece_settle_a_part_as_firmly_as_the_weakest():
    balls = record("value", "certified", "certified")
    counted = record("value", "proved", "exact", "finite")
    sample = record("value", "consistent", "numerical", "instances")
    one = claim(Part("value", "x", strength=CONSISTENT, why="w"))
    for records, firmly in (
        ([balls, counted, sample], "certified"),
        ([counted, sample], "proved"),
        ([balls, record("value", "proved", "formal")], "proved"),
        ([counted, record("value", "consistent", "exact", "instances")], "proved"),
        ([balls, record("value", "undecided", "exact", "finite")], "certified"),  # which fails the run
    ):
        assert ledger([one], records).verdict("test.zero", "value") == firmly


def test_no_check_beside_an_argument_settles_what_the_argument_is_for():
    parts = (Part("lemma", "x"), derived(Step("s", uses="lemma")))
    lemma = record("lemma", "proved")
    assert ledger([claim(*parts)], [lemma, record("result", "certified")]).verdict("test.zero", "result") == "derived"
    assert (
        ledger([claim(*parts)], [lemma, record("result", "proved", "formal")]).verdict("test.zero", "result")
        == "proved"
    )
    lost = ledger([claim(*parts)], [record("lemma", "undecided"), record("result", "proved")])
    assert lost.verdict("test.zero", "result") == "undecided"


def test_a_part_that_asks_for_less_than_its_checks_find_fails_but_for_coq():
    part = Part("value", "x", strength=DERIVED, why="half of it is argued")
    told = reasons(ledger([claim(part)], [record("value", "certified", "certified")]))
    assert told.startswith("test.zero:value asks for derived alone")
    assert not ledger([claim(part)], [record("value", "proved", "formal")]).failures
    false = Part("value", "x", expected=False, strength=DERIVED, why="w")
    assert not ledger([claim(false, status=Status.FALSE)], [record("value", "refuted", "certified")]).failures


def test_an_argument_may_use_another_claim_but_not_itself():
    sample = record("result", "consistent", "numerical", "instances")
    other = claim(Part("lemma", "x"), id="test.one")
    found = ledger(
        [claim(derived(Step("s", uses="test.one:lemma"))), other],
        [sample, record("lemma", "proved", claim="test.one")],
    )
    assert not found.failures
    circular = ledger([claim(derived(Step("s", uses="result")))], [sample])
    assert "uses itself" in reasons(circular)
    stray = ledger([claim(derived(Step("s", uses="test.gone:lemma")))], [sample])
    assert "no part of any claim" in reasons(stray)


def test_an_open_part_is_shown_and_does_not_fail():
    part = Part("guess", "x", expected=None, strength=CONSISTENT, why="a conjecture")
    found = ledger([claim(part, status=Status.OPEN)], [record("guess", "consistent", "numerical", "instances")])
    assert not found.failures
    assert found.entries[0]["parts"][0]["expected"] is None


def test_instances_settle_a_counterexample_but_not_a_general_part():
    general = ledger(
        [claim(Part("value", "x", strength=CERTIFIED, why="w"))],
        [record("value", "certified", "certified", "instances")],
    )
    assert "wanted certified, found consistent" in reasons(general)


def test_a_ledger_whose_bytes_have_changed_is_not_judged(tmp_path):
    path = tmp_path / "ledger.json"
    path.write_text("{}\n")
    store.write_digests(store.sidecar(path), [path])
    path.write_text("{ }\n")
    with pytest.raises(SystemExit, match=r"ledger\.json: its bytes do not match"):
        judge_ledger.main([str(path)])


def test_a_derived_counterexample_refutes_and_lends_its_strength():
    why = {"strength": DERIVED, "why": "by hand"}
    case = Part("case", "y", Role.COUNTEREXAMPLE, universal=False, argument=(Step("so", cites="a theorem"),), **why)
    printed = Part("printed", "x", expected=False, refuted_by="case")
    found = ledger([claim(printed, case)], [record("case", "consistent", "numerical", "instances")])
    assert not found.failures
    assert found.entries[0]["verdict"] == "derived"


def test_a_consistent_counterexample_refutes_nothing():
    case = Part("case", "y", Role.COUNTEREXAMPLE, strength=CONSISTENT, why="instances", universal=False)
    printed = Part("printed", "x", expected=False, refuted_by="case")
    found = ledger([claim(printed, case)], [record("case", "consistent", "numerical", "instances")])
    assert "expected to be refuted, found undecided" in reasons(found)


def test_a_claim_keeps_how_its_formula_is_read():
    source = Source("pnn2017", "5.1", "Theorem 0", "reconstructed")
    read = Claim("test.zero", source, Status.TRUE, "T", "S", (Part("value", "x"),), reading="as a mean")
    assert ledger([read], [record("value", "proved")]).entries[0]["reading"] == "as a mean"


def test_an_argument_alone_is_no_check():
    assert "value no check" in reasons(ledger([claim(argued("value", Role.PRINTED))], []))


def pooled(count, lost=0, pooled=True):
    """A ledger of one simulation: estimates that meet their predictions to the last digit, and some that are lost."""
    one = {"name": "n", "mean": 0.0, "samples": 10, "prediction": 0.0, "wrong": {"v": 99.0}, "pooled": pooled}
    simulated = record("value", "undecided", "monte_carlo", "instances", {})
    simulated.estimates = [one | {"error": 1.0}] * count + [one | {"error": math.inf}] * lost
    return ledger([claim(Part("value", "x", strength=CONSISTENT, why="w"))], [simulated])


def test_scores_that_are_too_good_fail_the_run_even_beside_one_that_is_none():
    for found in (pooled(30), pooled(30, lost=1)):
        assert found.simulations["goodness_of_fit"] == 0 and found.simulations["pooled"] == len(
            found.records[0].estimates
        )
        assert {"claim": "", "part": ""}.items() <= found.failures[0].items() and "fit no normal" in reasons(found)
    apart = pooled(30, pooled=False)
    assert not apart.failures and (apart.simulations["pooled"], apart.simulations["goodness_of_fit"]) == (0, 1.0)


@pytest.mark.parametrize(("margin", "kept"), [(2.5, 2.5), (None, None), (math.inf, None), (math.nan, None)])
def test_a_margin_without_end_is_left_out(margin, kept):
    one = record("value", "proved")
    one.margin = margin
    assert ledger([claim(Part("value", "x"))], [one]).entries[0]["parts"][0]["checks"][0]["margin"] == kept


def test_all_estimates_count_and_the_rate_is_that_of_the_ledger():
    one = {"mean": 0.0, "error": 1.0, "samples": 10, "prediction": 0.0, "wrong": {"a variant": 99.0}, "pooled": False}
    simulated = record("value", "undecided", "monte_carlo", "instances", {})
    simulated.estimates = [one | {"name": name} for name in "abc"]
    found = Ledger({"test.zero": claim(Part("value", "x", strength=CONSISTENT, why="w"))}, [simulated], 1e-4)
    assert found.simulations["tests"] == 3
    assert found.simulations["threshold"] == pytest.approx(stats.norm.isf(1e-4 / 6))


@pytest.mark.parametrize(
    ("universal", "scope", "whole"),
    [(True, "instances", False), (True, "general", False), (True, "finite", True), (False, "instances", True)],
)
def test_a_certificate_holds_a_universal_part_only_where_it_is_finite(universal, scope, whole):
    one = record("value", "proved", "exact", scope)
    one.certificates = [{"kind": "network", "data": {}}, {"kind": "network", "data": {}, "whole": False}]
    found = ledger([claim(Part("value", "x", universal=universal))], [one]).entries[0]["parts"][0]["certificates"]
    assert [entry["file"] for entry in found] == ["test.zero.value.json", "test.zero.value-2.json"]
    assert [entry["whole"] for entry in found] == [whole, False]
    assert [entry["file"] for entry in found] == ["test.zero.value.json", "test.zero.value-2.json"]
