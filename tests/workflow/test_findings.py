"""What the page says was found of a claim, and that it explains each of its words."""

import pytest

from verification import catalogue
from verification.claim import Role, Status
from verification.jobs import METHODS, topics
from verification.ledger import Ledger
from verification.verdict import Scope, Verdict
from workflow.report import findings, words


def part(role="printed", verdict="proved", expected=True, says="x"):
    return {"role": role, "verdict": verdict, "expected": expected, "says": says}


def claim(*parts, status="true", refuted_at="", formula="printed"):
    return {"status": status, "refuted_at": refuted_at, "source": {"formula": formula}, "parts": parts}


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (claim(part()), "The printed statement is true. The printed part stands, proved."),
        (
            claim(part(), part(verdict="consistent")),
            "The printed statement is true. All printed parts stand, each at least consistent.",
        ),
        (
            claim(part("ours"), part("ours"), formula="ours"),
            "The statement of ours is true. All added parts stand, each proved.",
        ),
        (
            claim(
                part(verdict="refuted", expected=False),
                part(verdict="derived"),
                part("counterexample"),
                part("repaired", "derived"),
                status="false",
                refuted_at="certified",
            ),
            "The printed statement is false, certified by a counterexample. 1 of 2 printed parts stand, each derived. "
            "The repaired part stands, derived.",
        ),
        (claim(part(verdict="undecided")), "The printed statement is true. Not every printed part is settled."),
    ],
)
def test_what_was_found_is_said_with_its_strength(entry, said):
    assert findings.found(entry) == said


def test_the_shortest_counterexample_is_shown():
    parts = [part("counterexample", says="a long one"), part("counterexample", says="short"), part(says="x")]
    assert [one["says"] for one in findings.counterexamples(claim(*parts))] == ["short"]
    assert findings.counterexamples(claim(part())) == []


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("arXiv:1710.02196", "https://arxiv.org/abs/1710.02196"),
        ("Journal 1, 2; arXiv:1811.08150v2", "https://arxiv.org/abs/1811.08150v2"),
        ("a book", ""),
    ],
)
def test_a_reference_leads_to_arxiv_where_it_has_a_number(reference, address):
    assert findings.arxiv(reference) == address


def test_sections_keep_the_order_of_their_first_claims():
    def at(paper, section, name):
        return {"paper": paper, "source": {"section": section}, "id": name}

    claims = [at("p", "10", 1), at("q", "1", 2), at("p", "9", 3), at("p", "10", 4)]
    groups = [(paper, section, [one["id"] for one in group]) for paper, section, group in findings.by_section(claims)]
    assert groups == [("p", "10", [1, 4]), ("p", "9", [3]), ("q", "1", [2])]


def test_every_word_of_the_page_is_explained_once():
    asked = [*map(str, Status), *map(str, Verdict), *map(str, Role), *map(str, Scope), *METHODS]
    assert set(asked) <= set(words.meanings())
    assert sum(len(group) for group in words.groups().values()) == len(words.meanings())
    assert len({words.anchor(word) for word in words.meanings()}) == len(words.meanings())


def test_a_search_finds_what_a_claim_says_and_assumes():
    claims = catalogue.claims(tuple({paper for paper, _ in topics()}))
    entries = {entry["id"]: entry for entry in Ledger(claims, [], 1e-6).entries}
    text = findings.words_of(entries["pnn.theorem-7"])
    assert all(word in text for word in ("pnn.theorem-7", "mixed lines", "local minimum", "psi"))
    assert "$" not in text
