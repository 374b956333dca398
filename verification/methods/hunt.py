"""Hunts: a search for counterexamples over instances that meet a statement's assumptions, boundaries first.

A check returns a `Hunt`: samplers of instances, one a stratum, and a margin that is negative where the statement fails
and infinite where an instance meets not every assumption. From the worst instances a local search goes on downhill.
Wrong variants are the assumptions, dropped one at a time: without one a counterexample must be found, or the check
owns that the assumption is a convenience. A counterexample counts only when it is certified, in balls or fractions,
and is shown shrunk to small numbers. A hunt that finds nothing leaves its part consistent, never more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from verification.check import Check, Formula, Record, declare, record_of
from verification.verdict import Verdict

METHOD = "hunt"
SETTINGS = ("seed", "hunt")
PER_STRATUM = 300  # instances of a stratum in a round
PERSISTENCE = 10  # times the rounds that are spent on a counterexample that is expected, at most
STARTS = 4  # instances of a stratum from which a round's local search goes on, the worst ones, at most
STEPS = 50  # tries of each local search
ATTEMPTS = 40  # certificates tried of a hunt, the first below zero
CLEAR = 1e-6  # a margin below minus this that no certificate bears out leaves the hunt undecided
GRIDS = (1, 2, 3, 4, 5, 8, 10, 20, 100, 1000, 10**6)  # denominators to which numbers are rounded, coarse first
SHRINKS = 400  # certificates spent on smaller numbers

Numbers = Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Instance:
    """numbers: what local search moves and shrinking rounds, arrays by name. kind: what both leave as it is."""

    numbers: Numbers
    kind: Mapping[str, object] = field(default_factory=dict)

    def rounded(self, denominator: int) -> Instance:
        """All numbers to the nearest multiples of one over a denominator."""
        return replace(self, numbers={k: np.round(v * denominator) / denominator for k, v in self.numbers.items()})

    def fractions(self, name: str) -> list[tuple[Fraction, ...]]:
        """The rows of an array as fractions: of small denominators where they are the nearest float to such a one."""
        return [tuple(as_fraction(entry) for entry in row) for row in np.atleast_2d(self.numbers[name])]


@dataclass(frozen=True)
class Hunt:
    """Where to look and what counts.

    strata: samplers by name, each a function of a random generator. margin: negative where the statement fails at an
    instance, `math.inf` where it does not meet the assumptions; scaled so that 1e-6 is more than rounding.
    certify: words on a certified counterexample at exactly the numbers of `Instance.fractions`, empty where it is none.
    show: an instance for the reader.
    """

    strata: Mapping[str, Callable[[np.random.Generator], Instance]]
    margin: Callable[[Instance], float]
    certify: Callable[[Instance], str]
    show: Callable[[Instance], str]


@dataclass
class Outcome:
    """What one hunt saw: instances tried and those that meet the assumptions, the least margin, what was found."""

    tried: int = 0
    eligible: int = 0
    least: float = math.inf
    at: str = ""
    found: str = ""
    unsure: int = 0

    def look(self, hunt: Hunt, instance: Instance, stratum: str) -> float:
        """The margin of one more instance; a negative one is certified, if attempts are left."""
        self.tried += 1
        margin = hunt.margin(instance)
        if math.isnan(margin):
            raise ValueError(f"a margin in {stratum!r} is no number")
        self.eligible += margin < math.inf
        if margin < self.least:
            self.least, self.at = margin + 0.0, stratum
        if margin < 0 and self.unsure < ATTEMPTS:
            found = shrunk(hunt, instance)
            self.found = f"{hunt.show(found[0])}: {found[1]}" if found else ""
            self.unsure += not found
        return margin

    @property
    def verdict(self) -> Verdict:
        """Refuted by a certified counterexample; undecided where nothing met the assumptions or a clear one is left."""
        if self.found:
            return Verdict.REFUTED
        return Verdict.CONSISTENT if self.eligible and self.least > -CLEAR else Verdict.UNDECIDED

    def shown(self) -> str:
        """One line for the record."""
        if self.found:
            return f"counterexample after {self.tried} instance{'s' if self.tried != 1 else ''}: {self.found}"
        least = f", the least margin {self.least:.2g} in {self.at}" if self.eligible else ""
        return f"no counterexample in {self.tried} instances, {self.eligible} of which meet the assumptions{least}"


def check(claim, part, wrong, conveniences=None, per_stratum=PER_STRATUM, false=False, starts=STARTS):
    """Make a function of the assumptions that returns a `Hunt` a check; its keyword defaults are the assumptions.

    wrong: assumptions dropped one at a time, each to be refuted.
    false: the part itself is expected to be refuted, so that its hunt is as persistent as those of its variants.
    conveniences: assumptions without which no counterexample is found: name to (formula, why it is there).
    per_stratum: instances of every stratum in a round; `checks.hunt` says how many rounds. starts: those of them from
    which a round's local search goes on.
    """
    options = {"conveniences": conveniences or {}, "per_stratum": per_stratum, "false": false, "starts": starts}
    return declare(METHOD, claim, part, wrong, "instances", **options)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Hunt under the assumptions, and with each of them dropped."""
    record = record_of(check)
    outcome = pursue(check, provided, persistent=bool(check.options["false"]))
    record.verdict = outcome.verdict
    record.margin = outcome.least if outcome.eligible else None
    record.cost = outcome.tried
    record.numbers["hunted"] = outcome.shown()
    for name, formula in check.wrong.items():
        dropped = pursue(check, provided, formula, persistent=True)
        record.wrong_variants[name] = dropped.verdict is Verdict.REFUTED
        record.numbers[f"variant {name}"] = dropped.shown()
    for name, (formula, why) in check.options["conveniences"].items():  # type: ignore[attr-defined]
        dropped = pursue(check, provided, formula)
        record.numbers[f"convenience {name}"] = f"{dropped.shown()}; it is there because {why}"
        if dropped.verdict is not Verdict.CONSISTENT:
            record.verdict = Verdict.UNDECIDED
    return record


def pursue(
    check: Check, provided: Mapping[str, object], formula: Formula | None = None, persistent: bool = False
) -> Outcome:
    """The rounds of one hunt, until a counterexample is found; each round has a random stream of its own."""
    hunt: Hunt = check.call(provided, formula)
    rounds = int(str(provided.get("hunt", 1))) * (PERSISTENCE if persistent else 1)
    outcome = Outcome()
    for rng in provided["rng"].spawn(rounds):  # type: ignore[attr-defined]
        sizes = int(str(check.options["per_stratum"])), int(str(check.options["starts"]))
        for _ in _round(hunt, rng, *sizes, outcome):
            if outcome.found:
                return outcome
    return outcome


def _round(hunt: Hunt, rng: np.random.Generator, per_stratum: int, starts: int, outcome: Outcome) -> Iterator[None]:
    """Every stratum in turn, one instance of each after the other, then the local searches."""
    seen: dict[str, list[tuple[float, int, Instance]]] = {stratum: [] for stratum in hunt.strata}
    for index in range(per_stratum):
        for stratum, sampler in hunt.strata.items():
            instance = sampler(rng)
            margin = outcome.look(hunt, instance, stratum)
            if 0 < margin < math.inf:
                seen[stratum].append((margin, index, instance))
            yield
    for stratum, ones in seen.items():
        for margin, _, instance in nsmallest(starts, ones):
            yield from _downhill(hunt, rng, instance, margin, stratum, outcome)


def _downhill(hunt: Hunt, rng, instance: Instance, margin: float, stratum: str, outcome: Outcome) -> Iterator[None]:
    scale = 0.3
    for _ in range(STEPS):
        moved = neighbour(instance, rng, scale)
        found = outcome.look(hunt, moved, f"{stratum}, downhill")
        if found < margin:
            instance, margin = moved, found
        else:
            scale *= 0.93
        yield


def neighbour(instance: Instance, rng: np.random.Generator, scale: float) -> Instance:
    """One array moved by a share of its entries, which keeps zeros and ties of zeros, or by a share of its size."""
    names = [name for name, array in instance.numbers.items() if array.size]
    name = names[int(rng.integers(len(names)))]
    array = instance.numbers[name]
    noise = scale * rng.standard_normal(array.shape) * (rng.random(array.shape) < 0.5)
    moved = array * (1 + noise) if rng.random() < 0.7 else array + noise * np.abs(array).max()
    return replace(instance, numbers={**instance.numbers, name: moved})


def shrunk(hunt: Hunt, instance: Instance) -> tuple[Instance, str] | None:
    """A certified counterexample near an instance, its numbers as small as was found; None where none is certified."""
    best = None
    for candidate in (*(instance.rounded(grid) for grid in GRIDS), instance):
        words = _certified(hunt, candidate)
        if words:
            best = candidate, words
            break
    budget = SHRINKS
    while best:
        for candidate in simpler(best[0]):
            budget -= 1
            words = _certified(hunt, candidate) if budget > 0 else ""
            if words:
                best = candidate, words
                break
        else:
            return best
    return None


def _certified(hunt: Hunt, instance: Instance) -> str:
    """The certificate's words, where the instance meets the assumptions and fails in floating point too."""
    return hunt.certify(instance) if hunt.margin(instance) < 0 else ""


def simpler(instance: Instance) -> Iterator[Instance]:
    """The instance with one entry replaced by a simpler number: 0, whole, or of a smaller denominator."""
    for name, array in instance.numbers.items():
        for index in np.ndindex(array.shape):
            for value in simpler_numbers(float(array[index])):
                changed = array.copy()
                changed[index] = value
                yield replace(instance, numbers={**instance.numbers, name: changed})


def simpler_numbers(value: float) -> Iterable[float]:
    """Fewer digits in numerator and denominator: 0, 1 or -1, and what coarser grids round to."""
    size = complexity(value)
    tried = (0.0, math.copysign(1.0, value), *(round(value * grid) / grid for grid in GRIDS))
    return dict.fromkeys(number for number in tried if complexity(number) < size)


def complexity(value: float) -> int:
    """Numerator and denominator, in size; 0 for 0."""
    fraction = as_fraction(value)
    return abs(fraction.numerator) + fraction.denominator - 1


@lru_cache(maxsize=4096)
def as_fraction(value: float) -> Fraction:
    """The fraction of the smallest denominator, up to a million, whose nearest float this is; else the float itself."""
    near = Fraction(value).limit_denominator(10**6)
    return near if float(near) == value else Fraction(value)
