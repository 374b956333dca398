"""The claims of the house, by paper and topic."""

from __future__ import annotations

import difflib
import re

from verification.claim import Claim, Paper
from verification.jobs import mentions, topics
from verification.wings import imported

KINDS = ("Lemma", "Theorem", "Proposition", "Corollary", "Example", "Figure")
DIGITS = re.compile(r"(\d+)")


def claims(papers: tuple[str, ...]) -> dict[str, Claim]:
    """Every claim of these papers, by id, in the order of the papers' sections.

    Raises ValueError for an id used twice, and for a claim of another paper than the one in whose folder it stands.
    """
    found: dict[str, Claim] = {}
    for paper, topic in topics():
        if paper in papers:
            for claim in _claims_in(f"verification.papers.{paper}.{topic}.claims"):
                if claim.id in found:
                    raise ValueError(f"the claim id {claim.id} is used twice")
                if claim.source.paper != paper:
                    raise ValueError(
                        f"{claim.id} is a claim of {claim.source.paper!r} in the folder of {paper!r}; "
                        f"wanted key={paper!r} in its paper.py"
                    )
                found[claim.id] = claim
    return dict(sorted(found.items(), key=lambda item: _place(item[1])))


def _place(claim: Claim) -> tuple:
    """Where a claim stands: by paper, section and kind of statement; ours come after the section's printed ones.

    Those of no known section come last.
    """
    source = claim.source
    kind = next((i for i, word in enumerate(KINDS, 1) if source.label.startswith(word)), 0)
    section = not source.section, _natural(source.section)
    return _natural(source.paper), section, source.formula == "ours", kind, _natural(claim.id)


def _natural(text: str) -> tuple:
    """A sort key that counts: 2 before 10."""
    return tuple((not word.isdigit(), int(word) if word.isdigit() else word) for word in DIGITS.split(text) if word)


def claim(claim_id: str) -> Claim:
    """The claim of that id. Raises ValueError as `topic_of` does."""
    return _home(claim_id)[1]


def topic_of(claim_id: str) -> tuple[str, str]:
    """The (paper, topic) in which a claim is worded. Raises ValueError with the nearest ids where there is none."""
    return _home(claim_id)[0]


def _home(claim_id: str) -> tuple[tuple[str, str], Claim]:
    """Topics whose files name the id are looked at first: a lookup seldom imports the others."""
    homes: dict[str, tuple[tuple[str, str], Claim]] = {}
    for paper, topic in sorted(topics(), key=lambda home: not mentions(home[0], home[1], claim_id)):
        found = _claims_in(f"verification.papers.{paper}.{topic}.claims")
        homes |= {claim.id: ((paper, topic), claim) for claim in found}
        if claim_id in homes:
            return homes[claim_id]
    papers = ", ".join(sorted({paper for (paper, _), _ in homes.values()}))
    near = ", ".join(difflib.get_close_matches(claim_id, homes, n=3))
    raise ValueError(f"there is no claim {claim_id!r} in {papers}" + (f"; did you mean {near}?" if near else ""))


def paper(key: str) -> Paper:
    """The paper's title, authors and reference."""
    return imported(f"verification.papers.{key}.paper").PAPER


def _claims_in(module: str) -> list[Claim]:
    return [value for value in vars(imported(module)).values() if isinstance(value, Claim)]
