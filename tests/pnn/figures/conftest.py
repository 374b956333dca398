"""Small data for figures: real landscapes and eigenvalues on coarse grids, invented training runs."""

import numpy as np
import pytest
import yaml

from pnn import store
from pnn.experiments import figure_data

RATIOS, TRIALS, EPOCHS = (2, 3, 10), 12, 30


def trained(rng: np.random.Generator) -> store.Group:
    """One mode of the degree-one experiment with a third of bad ends, one of them below the threshold."""
    bad = rng.random((len(RATIOS), TRIALS)) < 1 / 3
    bad[0, :2], bad[1, 0] = True, False
    optimum = np.where(bad, 10 ** rng.uniform(-5, -1, bad.shape), 0.0)
    optimum[1, 0] = 1e-8
    loss = np.where(optimum > 0, 1.01 * optimum, 1e-15)
    arrays = {
        "bad": bad,
        "final_loss": loss,
        "region_optimum": optimum,
        "limit_loss": optimum,
        "end_is_local_minimum": optimum > 0,
        "misjudged": (optimum > 0) & ~bad,
        "diverged": np.zeros_like(bad),
    }
    axes = {"ratio": store.Array(np.array(RATIOS)), "trial": store.Array(np.arange(TRIALS))}
    return store.Group(axes, {name: store.Array(values, ("ratio", "trial")) for name, values in arrays.items()})


def degree_one() -> store.Group:
    rng = np.random.default_rng(5)
    epochs = np.arange(1, EPOCHS + 1)
    losses = np.stack([0.3 * np.exp(-epochs / 3.0), 0.01 + 0.3 * np.exp(-epochs / 3.0)])
    losses[0, 20:] = np.nan
    axes = {"curve": store.Array(np.arange(2)), "epoch": store.Array(epochs)}
    curves = store.Group(axes, {"loss": store.Array(losses, ("curve", "epoch"))})
    return store.Group(groups={mode: trained(rng) for mode in ("replay", "fixed", "fresh")} | {"curves": curves})


PRINTED = {"figure_10_bad_optima_per_100": {2: 55, 3: 51, 10: 4}, "figure_10a_poor_local_plateau": 0.012}


@pytest.fixture(scope="session")
def groups() -> dict[str, store.Group]:
    return {"figure_data": figure_data.compute({"grid": 21, "lines": 9}), "degree_one": degree_one()}


@pytest.fixture(scope="session")
def files(groups, tmp_path_factory):
    """Experiment files by stem, and the table of printed numbers."""
    folder = tmp_path_factory.mktemp("experiments")
    paths = {stem: folder / f"{stem}.h5" for stem in groups}
    for stem, path in paths.items():
        store.write(path, groups[stem], store.Provenance(stem, {}, 0, "test"))
    paths["published"] = folder / "published.yaml"
    paths["published"].write_text(yaml.safe_dump(PRINTED))
    return paths
