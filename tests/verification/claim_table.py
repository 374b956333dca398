"""What every claim of the house promises, but for its words: status, symbols, assumptions, and each part in a line.

A part in a line is its role, whether it is expected to hold, how firmly, and what each step of its argument uses, if
it does not cite a theorem.
"""

from pathlib import Path

from verification import catalogue
from verification.claim import Claim, Part, Step
from verification.jobs import topics

TABLE = Path(__file__).with_name("claims.json")


def found() -> dict[str, dict]:
    """Claim -> what it promises."""
    papers = tuple(sorted({paper for paper, _ in topics()}))
    return {key: promised(claim) for key, claim in catalogue.claims(papers).items()}


def promised(claim: Claim) -> dict:
    """The fields of a claim by which it is judged and read; texts only where they name something."""
    return {
        "status": f"{claim.status}, {claim.source.formula}",
        "source": f"{claim.source.section}: {claim.source.label}",
        "where": ", ".join(claim.where),
        "assumptions": len(claim.assumptions),
        "lacks": sorted(claim.lacks),
        "parts": {part.name: _line(part) for part in claim.parts},
    }


def _line(part: Part) -> str:
    holds = {True: "holds", False: "is false", None: "is open"}[part.expected]
    words = [str(part.role), holds, str(part.strength), "" if part.universal else "of one instance"]
    words += [f"refuted by {part.refuted_by}" if part.refuted_by else "", *map(_rests_on, part.argument)]
    return ", ".join(filter(None, words))


def _rests_on(step: Step) -> str:
    return f"uses {step.uses}" if step.uses else "cites"
