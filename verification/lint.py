"""What a claim lacks without contradicting itself: symbols, a reading, a hunt, the parts that its status promises.

And what no reader of the page can read: mathematics that stands outside the dollar signs of a check's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verification.check import Check, Record
from verification.claim import PROMISED, Claim, Role, Status
from verification.ledger import Ledger
from verification.methods import hunt
from verification.verdict import Scope


class Fault(NamedTuple):
    """What is wrong with a claim; `part` is empty where it is no part's."""

    part: str
    why: str


def faults(claim: Claim) -> Iterator[Fault]:
    """Everything for which a claim is not ready to be printed."""
    if claim.source.formula == "reconstructed" and not claim.reading.strip():
        yield Fault("", "its formula is reconstructed, and no reading says what fixes it")
    if not claim.where and any("$" in text for text in (claim.says, *(part.says for part in claim.parts))):
        yield Fault("", "it has formulas, and `where` says of none of their symbols what it is")
    if claim.status in (Status.FALSE, Status.TRUE_IF_REPAIRED):
        yield from _unkept(claim)
    if claim.status is Status.TRUE:
        yield from (Fault(name, "a printed part of a true claim is expected to be false") for name in _refuted(claim))


def _unkept(claim: Claim) -> Iterator[Fault]:
    """What a claim that is false, or true if repaired, neither has nor says why it lacks; and what it has after all."""
    roles = {part.role for part in claim.parts}
    has = {
        "printed": bool(_refuted(claim)),
        "counterexample": Role.COUNTEREXAMPLE in roles,
        "repaired": Role.REPAIRED in roles,
    }
    for kind, what in PROMISED.items():
        if has[kind] and kind in claim.lacks:
            yield Fault("", f"it has {what}, and says why it lacks it")
        elif not has[kind] and not claim.lacks.get(kind, "").strip():
            yield Fault("", f"it is {claim.status}: wanted {what}, or in `lacks` why there is none")


def _refuted(claim: Claim) -> list[str]:
    return [part.name for part in claim.parts if part.role is Role.PRINTED and part.expected is False]


def unsearched(claim: Claim, checks: Iterable[Check | Record]) -> Iterator[Fault]:
    """The parts that want a hunt or the reason why there is none, and those that have both.

    A hunt is wanted of what holds for all instances and is settled by an argument or by a check of scope `general`.
    """
    found = [(check.part, check.method, check.scope) for check in checks if check.claim == claim.id]
    hunted = {part for part, method, _ in found if method == hunt.METHOD}
    general = {part for part, _, scope in found if scope == Scope.GENERAL}
    for part in claim.parts:
        reason = part.unhunted.strip()
        if part.name in hunted and reason:
            yield Fault(part.name, "it has a hunt, and says why it has none")
        settled = part.universal and part.expected is True and (bool(part.argument) or part.name in general)
        if settled and part.name not in hunted and not reason:
            yield Fault(part.name, "it holds for all instances: wanted a hunt, or in `unhunted` why there is none")


SET = re.compile(r"\$[^$]+\$|`[^`]+`")  # what the page sets: formulas, and code
LABEL = re.compile(r"\b(Figure|Section|Appendix|Table|Theorem|Lemma)s? [\w.]+( (and|to|or) \w+)?|\b(e\.g|i\.e)\.")
NAMES = "alpha beta gamma delta epsilon eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega"
NAMES += " sqrt cos sin tan arccos arcsin arctan acos asin atan erf erfc ln exp tr det diag argmin inf"
BARE = (
    re.compile(r"\S*[=<>^|*~+_$`\\≤≥≠±×−√∞∑∏∫·⊤²³α-ωΓΔΘΛΞΠΣΦΨΩ]\S*"),  # signs that no prose needs
    re.compile(r"\w\((?!s\))|\[[^\]]*\]|\(-?[\d.]+, -?[\d.]+\)"),  # values of functions, intervals, tuples
    re.compile(r"(?<!\w)(?<!\w\w')(?!s\))[b-zB-HJ-Z](?!\w)"),  # one letter is a variable; "a", "A" and "I" are words
    re.compile(r"(?i)\b(" + NAMES.replace(" ", "|") + r")\b(?!\s(function|integral|law)|-squared)"),
    re.compile(r"\d ?/ ?\w|\w ?/ ?\d| - |(?<![\w)])-\d|\d!"),  # quotients, differences, signs, factorials
    re.compile(r"\b\d+[a-zA-Z]\b|\b\d+e-?\d"),  # products such as 2d, powers of ten
)


def bare_formulas(text: str) -> list[str]:
    """The pieces of a text that are mathematics outside dollar signs, or a dollar sign without its other.

    Labels such as "Figure 4b" are none.
    """
    prose = LABEL.sub("", SET.sub("XX", text))
    return [found[0].strip() for rule in BARE for found in rule.finditer(prose)]


def fail_unfinished(ledger: Ledger) -> None:
    """Let the run fail for every fault of a claim in the ledger."""
    for claim in ledger.claims.values():
        for fault in (*faults(claim), *unsearched(claim, ledger.records)):
            ledger.fail(claim.id, fault.part, fault.why)
