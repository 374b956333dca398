"""Figure 10: counts of bad ends, published and reproduced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import numpy as np

from pnn.store import Group
from verification.experiments.rates import binomial_interval, compare_counts, compare_paired
from verification.papers.pnn2017.experiments.degree_one.verdicts import judged_ends

CONFIDENCE = 0.95
MODES = {
    "replay": "the authors' random numbers, trial by trial",
    "fixed": "the same trials, batches fixed",
    "fresh": "seeds of ours, batches fixed",
}


def compare(data: Group, published: Mapping) -> dict:
    """Rows of the comparison for Figure 10, one a ratio, and what became of the bad trials."""
    ratios = data.groups["replay"].axes["ratio"].values.tolist()
    counts = published["figure_10_bad_optima_per_100"]
    rows = [
        {
            "ratio": ratio,
            "published": counts.get(ratio),
            "modes": {mode: _mode(data.groups[mode], i) for mode in MODES},
            "paired": _paired(data, i),
            "apart": _apart(data, i),
        }
        for i, ratio in enumerate(ratios)
    ]
    ends = {mode: _ends(data.groups[mode]) for mode in MODES}
    return {
        "rows": rows,
        "ends": ends,
        "modes": MODES,
        "source": published["source"],
        "confidence": CONFIDENCE,
    }


def _mode(group: Group, index: int) -> dict | None:
    """Counts of the trials with a verdict; None where there is none."""
    bad, judged = judged_ends(group)
    count, trials = int(bad[index].sum()), int(judged[index].sum())
    if not trials:
        return None
    low, high = binomial_interval(count, trials, CONFIDENCE)
    return {"bad": count, "trials": trials, "rate": count / trials, "low": low, "high": high}


def _paired(data: Group, index: int) -> dict | None:
    """Replay and fixed batches, trial by trial: the exact McNemar test and the difference it could have shown."""
    (replay, judged), (fixed, also_judged) = (judged_ends(data.groups[mode]) for mode in ("replay", "fixed"))
    both = judged[index] & also_judged[index]
    return asdict(compare_paired(replay[index][both], fixed[index][both], level=CONFIDENCE)) if both.any() else None


def _apart(data: Group, index: int) -> dict | None:
    """Fresh against replayed rates, from different trials."""
    fresh, replay = (_mode(data.groups[mode], index) for mode in ("fresh", "replay"))
    if not (fresh and replay):
        return None
    counts = (fresh["bad"], fresh["trials"]), (replay["bad"], replay["trials"])
    difference, error, detectable = compare_counts(*counts, CONFIDENCE)
    return {"difference": difference, "error": error, "detectable": detectable}


def _ends(group: Group) -> dict:
    values = {name: group.arrays[name].values for name in ("bad", "end_is_local_minimum", "misjudged", "diverged")}
    bad = values["bad"].astype(bool)
    minima = bad & values["end_is_local_minimum"].astype(bool)
    return {
        "trials": bad.size,
        "bad": int(bad.sum()),
        "minima": int(minima.sum()),
        "misjudged": int(np.sum(values["misjudged"])),
        "diverged": int(np.sum(values["diverged"])),
    }
