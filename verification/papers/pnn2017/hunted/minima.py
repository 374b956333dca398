"""The hunt for local minima that are not global, under assumptions that can each be dropped."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import numpy as np

from verification.methods.hunt import Hunt, Instance
from verification.papers.pnn2017.hunted import strata
from verification.papers.pnn2017.hunted.certificates import BadMinimum, Kernel, Vector, certify, minimum, rank
from verification.papers.pnn2017.hunted.stationary import BOTH, HALF, NEGATIVE, POSITIVE, margin, outside, spanned

Lines = Mapping[str, Callable]
WORDS = {BOTH: "+-", POSITIVE: "++", NEGATIVE: "--", HALF: "+0"}


@dataclass(frozen=True)
class Assumed:
    """What a statement asks of lines, target and region; a zero weight has the sign -1, as in the paper.

    whole: all lines together span the inputs. count: at least as many lines with both signs as inputs. span: those
    lines span the inputs. general: any `inputs` lines are independent. all_both: every line has both signs. nonzero:
    no weight is zero. distinct: no two lines are equal or opposite. matched: the target lies on the lines. axes: the
    lines are the axes. single: one target neuron. off: no target weight lies on a line. one_sided: all target
    weights are at acute angles. some_zero: some weight is zero. strict: a zero weight has no sign, after all.
    """

    whole: bool = False
    count: bool = False
    span: bool = False
    general: bool = False
    all_both: bool = False
    nonzero: bool = True
    distinct: bool = True
    matched: bool = False
    axes: bool = False
    single: bool = False
    off: bool = False
    one_sided: bool = False
    some_zero: bool = False
    strict: bool = False

    @property
    def both(self) -> tuple[int, ...]:
        """The codes of lines with both signs."""
        return (BOTH,) if self.strict else (BOTH, HALF)

    def of_region(self, lines: int, inputs: int, region: tuple[int, ...]) -> bool:
        """Whether the signs are as assumed."""
        both = sum(code in self.both for code in region)
        if (self.nonzero and HALF in region) or (self.some_zero and HALF not in region):
            return False
        return (not self.count or both >= inputs) and (not self.all_both or both == lines)

    def met(self, lines, target, region: tuple[int, ...], ranked) -> bool:
        """Whether an instance is as assumed; `ranked` gives the rank of rows, exactly or in floating point."""
        inputs = len(lines[0])
        if not self.of_region(len(lines), inputs, region) or (self.single and len(target) != 1):
            return False
        if self.whole and ranked(list(lines)) < inputs:
            return False
        if self.off and any(ranked([u, w]) < 2 for u in lines for w in target):
            return False
        if self.one_sided and any(
            sum(a * b for a, b in zip(v, w, strict=True)) <= 0 for v, w in combinations(target, 2)
        ):
            return False
        if self.distinct and any(ranked([a, b]) < 2 for a, b in combinations(lines, 2)):
            return False
        if self.span and ranked([u for u, c in zip(lines, region, strict=True) if c in self.both]) < inputs:
            return False
        return not self.general or all(ranked(list(some)) == inputs for some in combinations(lines, inputs))


def float_rank(rows) -> int:
    """The rank of rows of length one, in floating point."""
    return len(spanned(np.array(rows))) if len(rows) else 0


def bad_minima(psi: Kernel, assumed: Assumed, lines: Lines | None = None) -> Hunt:
    """Nets with a local minimum that is not global: two neurons on each line, or as many as you like.

    lines: samplers of lines by stratum, those of `strata` where none are named.
    """

    def words(*net) -> str:
        found: BadMinimum | None = certify(psi, *net)
        return found.shown() if found else ""

    return _nets(assumed, margin, words, lines)


def any_minima(psi: Kernel, assumed: Assumed) -> Hunt:
    """Nets with a local minimum in a region that should hold none."""

    def words(*net) -> str:
        found = minimum(psi, *net)
        return f"a local minimum has the risk {found.str(6, radius=False)}" if found is not None else ""

    return _nets(assumed, outside, words)


def _nets(assumed: Assumed, below: Callable, words: Callable, lines: Lines | None = None) -> Hunt:
    """A hunt over nets that are as assumed, for a margin of lines, target and region and a certificate's words."""
    lines = lines or ({"axes": strata.axes} if assumed.axes else strata.LINES)

    def guarded(instance: Instance) -> float:
        rows, target = unit(instance.numbers["lines"]), target_rows(instance)
        region = np.array(instance.kind["region"])
        if not _usable(rows, target) or not assumed.met(rows, unit(target), tuple(region), float_rank):
            return math.inf
        return below(rows, target, region)

    def certified(instance: Instance) -> str:
        net = exact(instance)
        return words(*net) if assumed.met(*net, rank) else ""

    samplers = strata.nets(assumed.matched, not assumed.nonzero, assumed.single, lines, assumed.strict)
    return Hunt(samplers, guarded, certified, shown)


def _usable(rows, target) -> bool:
    """Whether every line has a direction and the target some mass."""
    return bool(np.isfinite(rows).all() and len(target))


def unit(rows):
    """Rows over their lengths; not a number where one has none."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def target_rows(instance: Instance):
    """The target's weights that are not zero, shape (neurons, inputs)."""
    if "target" in instance.numbers:
        rows = instance.numbers["target"]
    else:
        lines, masses = instance.numbers["lines"], np.abs(instance.numbers["masses"])
        rows = np.concatenate([masses[:, :1] * lines, -masses[:, 1:] * lines])
    return rows[rows.any(axis=1)]


def exact(instance: Instance) -> tuple[list[Vector], list[Vector], tuple[int, ...]]:
    """Lines, target weights and region, in fractions."""
    lines = instance.fractions("lines")
    region: tuple[int, ...] = instance.kind["region"]  # type: ignore[assignment]
    if "target" in instance.numbers:
        rows = instance.fractions("target")
    else:
        pairs = list(zip(lines, instance.fractions("masses"), strict=True))
        rows = [tuple(s * abs(m[i]) * e for e in u) for i, s in ((0, 1), (1, -1)) for u, m in pairs]
    return lines, [row for row in rows if any(row)], region


def shown(instance: Instance) -> str:
    """Lines, their neurons' signs and the target, for the reader."""
    lines, target, region = exact(instance)
    signs = ", ".join(f"{vector(u)} {WORDS[c]}" for u, c in zip(lines, region, strict=True))
    return f"lines along {signs}; target {', '.join(map(vector, target))}"


def vector(row: tuple[Fraction, ...]) -> str:
    """(1, 0, -1/2)"""
    return f"({', '.join(map(str, row))})"
