"""Frequencies over independent trials held against a chance: exact tests that refuse a true statement seldom."""

from scipy.special import bdtr, bdtrc

from verification.experiments.rates import binomial_interval
from verification.methods.experiment import Within

LEVEL = 1e-6  # the chance that a true statement is refused, all tests of a part together
REFUSED = "If it is true, the chance that the trials of any seed refuse it is below one in a million (exact tests)."


def at_least(name, events, share):
    """An item: the chance of so few of the events, shape (trials,), were each as likely as `share`."""
    count, trials = int(events.sum()), len(events)
    return so_few(_told(name, count, trials), count, trials, share)


def so_few(told, count, trials, share, level=LEVEL):
    """An item: the chance of no more than `count` in independent trials of a chance of `share`."""
    return Within(f"{told}; chance of so few", float(bdtr(count, trials, share)), level, 1)


def at_most(name, events, share):
    """An item: the chance of so many of the events, shape (trials,), were each as likely as `share`."""
    count, trials = int(events.sum()), len(events)
    return Within(f"{_told(name, count, trials)}; chance of so many", float(bdtrc(count - 1, trials, share)), LEVEL, 1)


def _told(name, count, trials):
    low, high = binomial_interval(count, trials, 0.99)
    return f"{name}: {count} of {trials}, [{low:.3f}, {high:.3f}]"
