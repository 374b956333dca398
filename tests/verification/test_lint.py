"""Claims that contradict nothing and are yet not ready: each rule is seen failing, and no paper breaks one."""

from dataclasses import replace

import pytest

from verification import __main__ as command_line
from verification import assemble_ledger, catalogue, judge_ledger
from verification.check import Record, collect
from verification.claim import DERIVED, Claim, Part, Role, Source, Status, Step, counterexample
from verification.jobs import jobs, topics
from verification.lint import bare_formulas, faults, unsearched
from verification.wings import imported

SOURCE = Source("test", "1", "Theorem 0")
RECONSTRUCTED = Source("test", "1", "Theorem 0", "reconstructed")
REFUTED = Part("printed", "x", expected=False, refuted_by="case")
REFUTED_OURS = Part("beyond", "x", Role.OURS, expected=False)
CASE = counterexample("case", "y")
REPAIRED = Part("repaired", "z", Role.REPAIRED)
VALUE = Part("value", "x")


def claim(status: Status = Status.TRUE, *parts: Part, source: Source = SOURCE, **fields) -> Claim:
    words = {} if status is Status.TRUE else {"reason": "r", "repair": "r"}
    return Claim("test.zero", source, status, "T", "S", parts or (VALUE,), **words, **fields)


def found(one: Claim) -> list[str]:
    return [f"{fault.part}: {fault.why}" for fault in faults(one)]


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (claim(source=RECONSTRUCTED), [": its formula is reconstructed"]),
        (claim(source=RECONSTRUCTED, reading="  "), [": its formula is reconstructed"]),
        (claim(Status.FALSE, REFUTED, CASE), [": it is false: wanted a repaired part"]),
        (claim(Status.FALSE, REFUTED_OURS, CASE, REPAIRED), [": it is false: wanted a printed part that is expected"]),
        (
            claim(Status.TRUE_IF_REPAIRED),
            [": it is true-if-repaired: wanted " + k for k in ("a printed", "a c", "a r")],
        ),
        (claim(Status.FALSE, REFUTED, CASE, lacks={"repaired": " "}), [": it is false: wanted a repaired part"]),
        (claim(Status.FALSE, REFUTED, CASE, REPAIRED, lacks={"repaired": "w"}), [": it has a repaired part, and says"]),
        (claim(Status.TRUE, VALUE, REFUTED, CASE), ["printed: a printed part of a true claim"]),
        (claim(Status.TRUE, Part("value", "$x$")), [": it has formulas, and `where` says of none"]),
        (replace(claim(), says="$x$"), [": it has formulas, and `where` says of none"]),
    ],
)
def test_a_fault_is_named(one, wanted):
    reasons = found(one)
    assert len(reasons) == len(wanted)
    assert all(reason.startswith(start) for reason, start in zip(reasons, wanted, strict=True)), reasons


@pytest.mark.parametrize(
    "one",
    [
        claim(),
        claim(source=RECONSTRUCTED, reading="as a mean"),
        claim(Status.FALSE, REFUTED, CASE, REPAIRED),
        claim(Status.FALSE, REFUTED, CASE, lacks={"repaired": "no bound of this form holds"}),
        claim(Status.TRUE, VALUE, REFUTED_OURS),
        claim(Status.TRUE, Part("value", "$x$"), where={"x": "a number"}),
        claim(Status.AMBIGUOUS, REFUTED, CASE),
    ],
)
def test_a_claim_that_is_ready_has_no_fault(one):
    assert not found(one)


def test_no_claim_of_the_house_has_a_fault():
    papers = tuple({paper for paper, _ in topics()})
    claims, checks = catalogue.claims(papers), [c for job in jobs(papers) for c in collect(imported(job.module))]
    assert not {claim.id: reasons for claim in claims.values() if (reasons := found(claim))}
    assert not {(one.id, part): why for one in claims.values() for part, why in unsearched(one, checks)}


ARGUED = Part("value", "x", strength=DERIVED, why="w", argument=(Step("so", cites="a theorem"),))


@pytest.mark.parametrize(
    ("part", "method", "scope", "starts"),
    [
        (VALUE, "symbolic", "general", ["it holds for all"]),
        (VALUE, "exact", "instances", []),
        (VALUE, "exact", "finite", []),
        (ARGUED, "exact", "instances", ["it holds for all"]),
        (ARGUED, "hunt", "instances", []),
        (replace(ARGUED, unhunted=" "), "exact", "instances", ["it holds for all"]),
        (replace(ARGUED, unhunted="a limit"), "exact", "instances", []),
        (replace(ARGUED, unhunted="a limit"), "hunt", "instances", ["it has a hunt"]),
        (replace(ARGUED, universal=False), "exact", "instances", []),
    ],
)
def test_a_part_that_holds_for_all_has_a_hunt_or_says_why_not(part, method, scope, starts):
    reasons = [
        why for _, why in unsearched(claim(Status.TRUE, part), [Record("test.zero", "value", "n", method, scope, "")])
    ]
    assert [why.startswith(start) for why, start in zip(reasons, starts, strict=True)] == [True] * len(starts)


def test_a_fault_fails_the_run_and_the_command_line(monkeypatch):
    one = claim(source=RECONSTRUCTED)
    monkeypatch.setattr(catalogue, "claims", lambda papers: {one.id: one})
    ledger = assemble_ledger.assemble(("test",), [], 1e-6, {"size": "quick"})
    assert "  test.zero: its formula is reconstructed, and no reading says" in judge_ledger.summary(ledger)
    monkeypatch.setattr(command_line, "needed", lambda ids: {(one.id, part.name): one for part in one.parts})
    monkeypatch.setattr(command_line, "_jobs", lambda *_: [])
    checked, _ = command_line.check_claims([one.id], None, {})
    assert "its formula is reconstructed" in "; ".join(failure["why"] for failure in checked.failures)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("V_d less the square of c (1 + log d)^k d^(-1/4)", {"V_d", "c", "k", "d"}),
        ("the norm of D'q - w0, at least -1/2", {"D", "q", "-", "-1"}),
        ("psi(rho) at rho in [0, 1]", {"psi", "rho", "[0, 1]"}),
        ("below 1e-9, sqrt 3 away", {"sqrt"}),
        ("2d lines", {"2d"}),
        ("a one-sided bound ≤ another", {"≤"}),
        ("one dollar $ alone", {"$"}),
    ],
)
def test_mathematics_outside_dollar_signs_is_named(text, pieces):
    assert pieces <= set(bare_formulas(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        r"The norm of $D^\top q - w_0$ is at least $-\frac12$, at 20 of the $2 d$ lines (7.13).",
        "A neuron's line and/or its angle: 3-dimensional, 95% of 10,000 (10,000) draws, I think, the 1st and 2nd half.",
        "Figures 4b and 4c, e.g. those of Section 5.3; the lines' masses, neuron(s), one-sided, from 0.5 to 2.",
        "`pnn.risk.population_risk` against the slope of the log in the log of $d$, its $k$-th value.",
        "The $p$-value of a chi-squared law, gamma functions and beta\nintegrals, $E$'s own rows.",
    ],
)
def test_prose_and_formulas_between_dollar_signs_are_no_bare_mathematics(text):
    assert not bare_formulas(text)


def test_every_check_of_the_house_says_its_mathematics_between_dollar_signs():
    papers = tuple(sorted({paper for paper, _ in topics()}))
    said = {(check.claim, check.name): check.says for job in jobs(papers) for check in collect(imported(job.module))}
    assert not {place: bare for place, text in said.items() if (bare := bare_formulas(text))}


def test_every_variant_of_the_house_is_named_with_its_mathematics_between_dollar_signs():
    papers = tuple(sorted({paper for paper, _ in topics()}))
    checks = [check for job in jobs(papers) for check in collect(imported(job.module))]
    assert not {(check.claim, name): bare for check in checks for name in check.wrong if (bare := bare_formulas(name))}
