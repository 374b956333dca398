"""Published numbers beside reproduced ones."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy import stats

from pnn.store import Group

CONFIDENCE = 0.95
MODES = {
    "replay": "the authors' random numbers, trial by trial",
    "fixed": "the same trials, batches fixed",
    "fresh": "seeds of ours, batches fixed",
}


def interval(bad: int, trials: int) -> tuple[float, float]:
    """Exact binomial (Clopper-Pearson) interval of a rate."""
    low, high = stats.binomtest(bad, trials).proportion_ci(CONFIDENCE, method="exact")
    return float(low), float(high)


def degree_one(data: Group, published: Mapping) -> dict:
    """Rows of the comparison for Figure 10, one a ratio, and what became of the bad trials."""
    ratios = data.groups["replay"].axes["ratio"].values.tolist()
    counts = published["figure_10_bad_optima_per_100"]
    rows = [
        {
            "ratio": ratio,
            "published": counts.get(ratio),
            "modes": {m: _mode(data.groups[m], i) for m in MODES},
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


def _mode(group: Group, index: int) -> dict:
    bad = group.arrays["bad"].values[index].astype(bool)
    low, high = interval(int(bad.sum()), bad.size)
    return {"bad": int(bad.sum()), "trials": bad.size, "rate": float(bad.mean()), "low": low, "high": high}


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
