"""What was found of a claim, in sentences made of its entry in the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from verification.ledger import whose
from verification.verdict import POSITIVE
from workflow.report.formulas import plain

ARXIV = re.compile(r"arXiv:(\d{4}\.\d{4,5}(?:v\d+)?)")
HOLDS = {
    "true": "is true",
    "true-if-repaired": "is true after a repair, not as it is printed",
    "false": "is false",
    "vacuous": "says nothing: it is vacuous",
    "ambiguous": "can be read in ways of which not all are true",
    "open": "is neither proved nor refuted here",
}


def found(claim: Mapping) -> str:
    """One sentence of what holds, and one of how firmly."""
    refuted = f", {claim['refuted_at']} by a counterexample" if claim["refuted_at"] else ""
    sentences = [f"The {whose(claim['source'])} {HOLDS[claim['status']]}{refuted}."]
    for role, name in (("printed", "printed"), ("repaired", "repaired"), ("ours", "added")):
        standing = [p for p in claim["parts"] if p["role"] == role and p["expected"] is not False]
        if standing:
            sentences.append(_standing(standing, name, fallen=_fallen(claim["parts"], role)))
    return " ".join(sentences)


def _fallen(parts: Iterable[Mapping], role: str) -> int:
    return sum(part["role"] == role and part["expected"] is False for part in parts)


def _standing(parts: list[Mapping], name: str, fallen: int) -> str:
    """How many parts of a kind stand, and how firmly the least firm of them."""
    of = f"{len(parts)} of {len(parts) + fallen}" if fallen else "all" if len(parts) > 1 else "the"
    verdicts = [part["verdict"] for part in parts]
    if not set(verdicts) <= {str(verdict) for verdict in POSITIVE}:
        return f"Not every {name} part is settled."
    weakest = min(verdicts, key=[str(verdict) for verdict in POSITIVE].index)
    stand, every = ("stand", "each ") if len(parts) > 1 or fallen else ("stands", "")
    least = "" if set(verdicts) == {weakest} else "at least "
    return f"{of.capitalize()} {name} part{'s' if len(parts) + fallen > 1 else ''} {stand}, {every}{least}{weakest}."


def arxiv(reference: str) -> str:
    """The address of a paper that its reference gives a number on arXiv for; "" for others."""
    number = ARXIV.search(reference)
    return f"https://arxiv.org/abs/{number[1]}" if number else ""


def counterexamples(claim: Mapping) -> list[Mapping]:
    """The counterexample that is said in the fewest words, if there is one."""
    parts = [part for part in claim["parts"] if part["role"] == "counterexample"]
    return sorted(parts, key=lambda part: len(part["says"]))[:1]


def words_of(claim: Mapping) -> str:
    """What a search looks through: names, statements, what was found and assumed, in lower case and without markup."""
    own = [claim[key] for key in ("id", "label", "title", "says", "reason", "repair", "reading")]
    texts = [*own, *claim["assumptions"], *(part["says"] for part in claim["parts"])]
    return plain(" ".join(texts)).lower()


def by_section(claims: Iterable[Mapping]) -> list[tuple[str, str, list[Mapping]]]:
    """The claims by paper and section, each in the order of its first claim."""
    groups: dict[tuple[str, str], list[Mapping]] = {}
    for claim in claims:
        groups.setdefault((claim["paper"], claim["source"]["section"]), []).append(claim)
    order = list(dict.fromkeys(paper for paper, _ in groups))
    return sorted(((*key, entries) for key, entries in groups.items()), key=lambda group: order.index(group[0]))
