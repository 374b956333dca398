"""Counts of bad ends and exact tests of two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy  # its statistics, slow to import, come when they are first asked for

from verification.experiments.rates import seldom_exceeded
from verification.methods.experiment import Within


@dataclass(frozen=True)
class Count:
    """How many of so many trials ended badly."""

    bad: int
    trials: int

    @property
    def rate(self) -> float:
        """The share of them."""
        return self.bad / self.trials

    def __add__(self, other: Count) -> Count:
        return Count(self.bad + other.bad, self.trials + other.trials)


def tails(count: np.ndarray, trials: int, other: Count) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities of at most and of at least `count` bad ends of `trials`, given all bad ends and equal rates.

    With equal rates the bad ends fall on the two groups like a hypergeometric draw (Fisher's exact test).
    """
    law = scipy.stats.hypergeom(trials + other.trials, count + other.bad, trials)
    return law.cdf(count), law.sf(count - 1)


def same_rate(name: str, count: Count, other: Count, level: float) -> Within:
    """The count in the interval that a two-sided exact test at `level` against the other count accepts.

    The name says below and above which difference of the rates it would have been refused: beyond what can be where no
    count would.
    """
    possible = np.arange(count.trials + 1)
    accepted = possible[2 * np.minimum(*tails(possible, count.trials, other)) > level]
    low, high = int(accepted[0]), int(accepted[-1])
    seen = ", ".join(f"{(k - count.trials * other.rate) / count.trials:+.3f}" for k in (low - 1, high + 1))
    text = f"{name}: bad of {count.trials}, against {other.bad} of {other.trials}"
    return Within(f"{text} (differences refused at {level:g}: {seen})", count.bad, low, high)


def same_rates(name: str, pairs: Sequence[tuple[Count, Count]], level: float) -> Within:
    """The sum of the first counts in the interval that a two-sided exact test at `level` of all pairs together accepts.

    With equal rates in each pair its first count is a hypergeometric draw, given both: their sum's law is the
    convolution. The name says which common difference of the rates would have been refused.
    """
    law, found = np.ones(1), sum(first.bad for first, _ in pairs)
    for first, other in pairs:
        own = scipy.stats.hypergeom(first.trials + other.trials, first.bad + other.bad, first.trials)
        law = np.convolve(law, own.pmf(np.arange(first.trials + 1)))
    below, above = np.cumsum(law), np.cumsum(law[::-1])[::-1]
    accepted = np.flatnonzero(2 * np.minimum(below, above) > level)
    expected = float(law @ np.arange(len(law)))
    spare = sum(1 / (1 / first.trials + 1 / other.trials) for first, other in pairs)
    seen = max(accepted[-1] + 1 - expected, expected - accepted[0] + 1) / spare
    text = (
        f"{name}: bad of {sum(first.trials for first, _ in pairs)} (common difference refused at {level:g}: {seen:.3f})"
    )
    return Within(text, found, int(accepted[0]), int(accepted[-1]))


def at_most(name: str, count: Count, rate: float, level: float) -> Within:
    """A count that a rate up to `rate` exceeds with a chance of at most `level`."""
    return Within(name, count.bad, 0, seldom_exceeded(count.trials, rate, level))


def drawn_from(name: str, count: Count, whole: Count, level: float, slack: float) -> Within:
    """The count in the two-sided interval of a draw of its trials from the whole, widened by a share of the trials."""
    law, extra = scipy.stats.hypergeom(whole.trials, whole.bad, count.trials), int(np.ceil(slack * count.trials))
    low, high = max(0, int(law.ppf(level / 2)) - extra), min(count.trials, int(law.isf(level / 2)) + extra)
    return Within(f"{name}: bad of {count.trials}, among {whole.bad} of {whole.trials}", count.bad, low, high)


def chance_of_fall(first: Count, second: Count) -> float:
    """The probability, if rates were equal, that the second falls as far below the first as it does."""
    return float(tails(np.array(second.bad), second.trials, first)[0])


def fewest_discordant(level: float) -> int:
    """The fewest discordant trials that an exact McNemar test at `level` refuses where all lie on one side."""
    return int(np.ceil(np.log2(2 / level)))


def paired(name: str, first: np.ndarray, second: np.ndarray, level: float) -> Within:
    """Trials that the first alone calls bad, in the interval of an exact McNemar test at `level`.

    The name says which difference of the rates would have been refused: with so few discordant trials that no split
    of them is, that of the fewest which all on one side would be; above 1 where there are not as many trials.
    """
    alone, discordant = int((first & ~second).sum()), int((first ^ second).sum())
    accepted = [
        k for k in range(discordant + 1) if not discordant or scipy.stats.binomtest(k, discordant).pvalue > level
    ]
    seen = (discordant - 2 * (accepted[0] - 1) if accepted[0] else fewest_discordant(level)) / len(first)
    text = f"{name}: bad in the first alone, of {discordant} discordant of {len(first)}"
    return Within(f"{text} (difference refused at {level:g}: {seen:.3f})", alone, accepted[0], accepted[-1])
