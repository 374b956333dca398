"""What rests on what: the parts that arguments use, how weak the weakest step is, and what falls with a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from verification.methods import formal
from verification.verdict import Verdict, settled, strength, verdicts_on, weakest

Part = tuple[str, str]  # claim and name


class Resting:
    """The claims of a ledger, joined by the steps of their arguments and by what refutes a part."""

    def __init__(self, claims: Iterable[Mapping]):
        self.claims = {claim["id"]: claim for claim in claims}
        self.parts = {(one, part["name"]): part for one, claim in self.claims.items() for part in claim["parts"]}
        self.uses = {key: self._used(key) for key in self.parts}
        self.users: dict[Part, list[Part]] = {key: [] for key in self.parts}
        for key, used in self.uses.items():
            for one in used:
                self.users[one].append(key)

    def _used(self, key: Part) -> list[Part]:
        part = self.parts[key]
        steps = [part_of(key[0], step["uses"]) for step in part["argument"] if step["uses"]]
        refuting = [(key[0], part["refuted_by"])] if part["refuted_by"] else []
        return [one for one in dict.fromkeys([*steps, *refuting]) if one in self.parts]

    def rests_on(self, claim: str) -> list[str]:
        """The claims that this one's arguments use, in the order of use."""
        return self._beside(claim, self.uses)

    def used_by(self, claim: str) -> list[str]:
        """The claims whose arguments use this one."""
        return self._beside(claim, self.users)

    def neighbours(self, claim: str) -> list[str]:
        """The claims that this one rests on, and those that rest on it."""
        return [*dict.fromkeys([*self.rests_on(claim), *self.used_by(claim)])]

    def foundation(self, claim: str) -> list[str]:
        """All claims that this one rests on, through whatever is between."""
        return _owners(self._reached(claim, self.uses), claim)

    def above(self, claim: str) -> list[str]:
        """All claims that rest on this one, through whatever is between."""
        return _owners(self._reached(claim, self.users), claim)

    def falls(self, claim: str) -> dict[str, list[str]]:
        """What falls with a claim: by claim the parts that would be settled less firmly were no part of it settled."""
        known: dict[Part, Verdict] = dict.fromkeys(self._own(claim), Verdict.UNDECIDED)
        above = self._reached(claim, self.users)
        fallen: dict[str, list[str]] = {}
        for owner, name in above:
            before, after = Verdict(self.parts[owner, name]["verdict"]), self._verdict((owner, name), known, above)
            if owner != claim and after != before and strength(after) <= strength(before):
                fallen.setdefault(owner, []).append(name)
        return fallen

    def weakest(self, claim: str) -> tuple[Verdict, list[str], int] | None:
        """The weakest verdict among the steps of a claim's arguments, the parts that such steps use, and how many cite.

        None where it has no argument. A theorem that is cited is as firm as a derived part.
        """
        steps = [step for key in self._own(claim) for step in self.parts[key]["argument"]]
        if not steps:
            return None
        least = weakest(Verdict(step["verdict"]) for step in steps)
        weak = [step for step in steps if step["verdict"] == least]
        used = [":".join(part_of(claim, step["uses"])) for step in weak if step["uses"]]
        return least, list(dict.fromkeys(used)), sum(bool(step["cites"]) for step in weak)

    def _own(self, claim: str) -> list[Part]:
        return [(claim, part["name"]) for part in self.claims[claim]["parts"]]

    def _beside(self, claim: str, ways: Mapping[Part, list[Part]]) -> list[str]:
        return _owners([one for key in self._own(claim) for one in ways[key]], claim)

    def _reached(self, claim: str, ways: Mapping[Part, list[Part]]) -> dict[Part, None]:
        """All parts that lie that way from a claim's own, which are not among them unless one leads to another."""
        reached: dict[Part, None] = {}
        ahead = self._own(claim)
        while ahead:
            found = [one for one in ways[ahead.pop(0)] if one not in reached]
            reached |= dict.fromkeys(found)
            ahead += dict.fromkeys(found)
        return reached

    def _verdict(self, key: Part, known: dict[Part, Verdict], above: Mapping[Part, None]) -> Verdict:
        """A part's verdict where those in `known` are settled as it says; what lies not `above` them is as it was."""
        part = self.parts[key]
        if key not in known and key not in above:
            return Verdict(part["verdict"])
        if key not in known:
            known[key] = Verdict.UNDECIDED  # an argument that uses itself settles nothing
            known[key] = settled(self._found(key, known, above))
        return known[key]

    def _found(self, key: Part, known: dict[Part, Verdict], above: Mapping[Part, None]) -> list[Verdict]:
        part = self.parts[key]
        own = [check for check in part["checks"] if not check["of"]]
        checks = [(check["verdict"], check["scope"], check["method"] == formal.METHOD) for check in own]
        steps = [self._step(key[0], step, known, above) for step in part["argument"]]
        by = part["refuted_by"]
        counterexample = self._verdict((key[0], by), known, above) if by else None
        return verdicts_on(checks, part["universal"], steps, counterexample)

    def _step(self, claim: str, step: Mapping, known: dict[Part, Verdict], above: Mapping[Part, None]) -> Verdict:
        used = part_of(claim, step["uses"])
        return self._verdict(used, known, above) if used in self.parts else Verdict(step["verdict"])


def part_of(claim: str, uses: str) -> Part:
    """The part that a step of a claim's argument uses, "part" or "claim.id:part"."""
    owner, _, name = uses.rpartition(":")
    return owner or claim, name


def _owners(parts: Iterable[Part], but: str) -> list[str]:
    return [one for one in dict.fromkeys(owner for owner, _ in parts) if one != but]
