"""Figure 11: errors of random networks, published and reproduced, and how far they are from the optimum."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.stats import ttest_ind

from pnn.store import Group
from verification.papers.pnn2017.experiments.random_pnn.errors import best, gamma_peak, mean_error, over_variance

CONFIDENCE = 0.95
MODES = {"replay": "the authors' random numbers", "fresh": "seeds of ours"}


def compare(data: Group, published: Mapping) -> dict:
    """Rows of the comparison for Figure 11, one a number of neurons, and its gamma fits."""
    groups = {mode: data.groups[mode] for mode in MODES}
    neurons = groups["replay"].axes["neurons"].values.tolist()
    printed = published["figure_11a_normalised_mse"]
    rows = [_row(groups, printed, place, count) for place, count in enumerate(neurons)]
    tests = [row["fresh_against_replay"]["p"] for row in rows if row["fresh_against_replay"]]
    return {
        "rows": rows,
        "smallest_p": min(1.0, min(tests) * len(tests)) if tests else None,
        "fits": [_fit(groups, published, neurons, count) for count in published["figure_11b_gamma_fit_peak"]],
        "modes": MODES,
        "counts": {mode: best(group).shape[1] for mode, group in groups.items()},
        "diverged": {mode: int(group.arrays["diverged"].values.sum()) for mode, group in groups.items()},
        "restarts": len(groups["replay"].axes["restart"].values),
        "confidence": CONFIDENCE,
    }


def _row(groups: Mapping[str, Group], printed: Mapping, place: int, neurons: int) -> dict:
    replay, fresh = (best(group)[place] for group in groups.values())
    known, found = printed.get(neurons), _mean(replay)
    return {
        "neurons": neurons,
        "published": known,
        "replay": found,
        "fresh": _mean(fresh),
        "untrained": _mean(groups["replay"].arrays["empirical_optimum_test"].values[place]),
        "from_published": None if known is None or np.isnan(found["mean"]) else found["mean"] / known - 1,
        "fresh_against_published": None if known is None else _two_samples(fresh, known, replay),
        "fresh_against_replay": _two_samples(fresh, found["mean"], replay),
        **{name: _range([shares(group)[place] for group in groups.values()]) for name, shares in SHARES.items()},
        "over_variance": {mode: _mean((best(g) * over_variance(g))[place]) for mode, g in groups.items()},
    }


SHARES = {
    "train_excess": lambda group: best(group, "train_mse") / group.arrays["empirical_optimum_train"].values - 1,
    "risk_excess": lambda group: best(group, "population_mse") / group.arrays["population_optimum"].values - 1,
    "over_schur": lambda group: group.arrays["population_optimum"].values / group.arrays["schur_value"].values,
    "over_affine": lambda group: best(group, "population_mse") / group.arrays["affine_optimum"].values,
    "worst": lambda group: _worst(group) / best(group) - 1,
}


def _worst(group: Group) -> np.ndarray:
    return np.where(group.arrays["diverged"].values, -np.inf, group.arrays["test_mse"].values).max(axis=-1)


def _range(parts: list[np.ndarray]) -> dict:
    values = np.concatenate(parts)
    return {"mean": float(np.nanmean(values)), "most": float(np.nanmax(values)), "least": float(np.nanmin(values))}


def _mean(values: np.ndarray) -> dict:
    mean, error = mean_error(values)
    return {"mean": float(mean), "error": float(error)}


def _two_samples(values: np.ndarray, mean: float, spread: np.ndarray) -> dict | None:
    """Welch's test of values against a mean of as many others as are in `spread`, whose spread they have.

    The detectable difference would have shown at the level with probability one half. None where a sample is single.
    """
    values, spread = values[np.isfinite(values)], spread[np.isfinite(spread)]
    if min(len(values), len(spread)) < 2:
        return None
    test = ttest_ind(values, spread - spread.mean() + mean, equal_var=False)
    low, high = test.confidence_interval(CONFIDENCE)
    difference, detectable = float(values.mean() - mean), float(high - low) / 2
    error = float(np.hypot(values.std(ddof=1) / np.sqrt(len(values)), spread.std(ddof=1) / np.sqrt(len(spread))))
    return {"difference": difference, "error": error, "p": float(test.pvalue), "detectable": detectable}


def _fit(groups: Mapping[str, Group], published: Mapping, neurons: list[int], count: int) -> dict:
    """Peaks of the gamma fits at a number of neurons, and the bins of the histogram where all of it was replayed."""
    height, place = published["figure_11b_gamma_fit_peak"][count]
    bins = published["figure_11b_histogram"][count]
    row = {"neurons": count, "published": {"height": height, "place": place}, "bins": bins, "replayed_bins": None}
    for mode, group in groups.items():
        found = best(group)[neurons.index(count)] if count in neurons else np.zeros(0)
        found = found[np.isfinite(found)]
        row[mode] = dict(zip(("height", "place"), gamma_peak(found), strict=True)) if len(found) > 2 else None
        if mode == "replay" and len(found) == sum(bins):
            row["replayed_bins"] = np.histogram(found, len(bins))[0].tolist()
    return row
