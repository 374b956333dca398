"""Small data for figures: real landscapes and eigenvalues on coarse grids, invented training runs."""

import numpy as np
import pytest
import yaml

from pnn import store
from verification.experiments.job import Job
from verification.experiments.settings import read
from verification.figures import draw
from verification.figures.drawing import Data, Drawing
from verification.papers.pnn2017.experiments.decay import run as decay
from verification.papers.pnn2017.experiments.figure_data import run as figure_data
from verification.papers.pnn2017.experiments.schur_by_inputs import run as schur_by_inputs
from verification.papers.pnn2017.experiments.schur_by_lines import run as schur_by_lines

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


NEURONS, SIMULATIONS, RESTARTS = (10, 50, 100), 6, 3


def approximated(rng: np.random.Generator) -> store.Group:
    """One mode of the random-network experiment: errors that fall with the neurons, one restart of them diverged."""
    bound = 1.0 / np.array(NEURONS)[:, None] * rng.uniform(0.9, 1.1, (len(NEURONS), SIMULATIONS))
    optimum = bound * rng.uniform(1.05, 1.6, bound.shape)
    errors = optimum[..., None] * rng.uniform(1, 1.05, (*bound.shape, RESTARTS))
    diverged = np.zeros(errors.shape, bool)
    diverged[0, 0, 0], errors[0, 0, 0] = True, np.nan
    both = {"test_mse": errors, "train_mse": errors, "population_mse": errors, "diverged": diverged}
    single = dict.fromkeys(("population_optimum", "empirical_optimum_test", "empirical_optimum_train"), optimum)
    single |= {"schur_value": bound, "affine_optimum": np.full(bound.shape, 0.054)}
    for sample in ("test", "output"):
        single |= {f"{sample}_mean": np.full(bound.shape, 8.0), f"{sample}_variance": np.full(bound.shape, 9.0)}
    axes = {"neurons": np.array(NEURONS), "simulation": np.arange(SIMULATIONS), "restart": np.arange(RESTARTS)}
    return store.Group(
        {name: store.Array(values, (name,)) for name, values in axes.items()},
        {name: store.Array(values, tuple(axes)[: values.ndim]) for name, values in (both | single).items()},
    )


def random_pnn() -> store.Group:
    rng = np.random.default_rng(7)
    return store.Group(groups={mode: approximated(rng) for mode in ("replay", "fresh")})


def images() -> store.Group:
    """Two nets, three trials; one porcupine net has diverged."""
    rng = np.random.default_rng(6)
    axes = {
        "net": np.array(["dense", "porcupine"]),
        "neurons": np.array([8, 16]),
        "epochs": np.array([10, 100]),
        "trial": np.arange(3),
        "epoch": np.array([1, 10, 100]),
    }
    shape = 2, 2, 2, 3
    accuracy, errors = rng.uniform(0.6, 1, shape), rng.uniform(0.01, 0.1, shape)
    accuracy[1, 1, 1, 0] = errors[1, 1, 1, 0] = np.nan
    losses = 0.01 + np.exp(-np.arange(3.0)) * rng.uniform(0.5, 1, (2, 2, 3, 3))
    losses[1, 1, 0, 1:] = np.nan
    arrays = {"test_accuracy": accuracy, "test_mse": errors, "train_mse": errors / 2, "live": accuracy}
    arrays["train_accuracy"] = accuracy
    arrays["diverged"] = np.isnan(accuracy)
    run, least = ("net", "neurons", "epochs", "trial"), ("neurons", "trial")
    best = {name: store.Array(values[0, :, 0], least) for name, values in arrays.items() if name != "diverged"}
    best["kkt_residual"] = store.Array(np.full((2, 3), 1e-15), least)
    made = {name: store.Array(values, run) for name, values in arrays.items()}
    made["loss"] = store.Array(losses, ("net", "neurons", "trial", "epoch"))
    about = {"data": "digits", "training_images": 200, "test_images": 159, "inputs": 64, "steps_an_epoch": 2}
    coordinates = {name: store.Array(values) for name, values in axes.items()}
    return store.Group(coordinates, made, about, {"optimum": store.Group(arrays=best)})


def by_lines() -> store.Group:
    """Small sweeps of two pairs, one of them in a long sweep too."""
    sizes = {"short-4-3": (4, 3, 60, 3), "short-6-5": (6, 5, 60, 3), "long-6-5": (6, 5, 150, 2)}
    made = {
        name: schur_by_lines.Settings(inputs, targets, lines, sizes=6, draws=draws, seed=1)
        for name, (inputs, targets, lines, draws) in sizes.items()
    }
    return store.Group(groups={name: schur_by_lines.run(Job(settings)) for name, settings in made.items()})


def by_inputs() -> store.Group:
    """Small sweeps of as many lines as inputs, and of three times as many."""
    made = {
        f"{lines}-{inputs}": schur_by_inputs.Settings(inputs, lines, [0.5, 1], draws=4, seed=1)
        for lines in (1, 3)
        for inputs in (20, 30, 40)
    }
    return store.Group(groups={name: schur_by_inputs.run(Job(settings)) for name, settings in made.items()})


PRINTED = {
    "figure_10_bad_optima_per_100": {2: 55, 3: 51, 10: 4},
    "figure_10a_poor_local_plateau": 0.012,
    "figure_11a_normalised_mse": {10: 0.14, 50: 0.03, 100: 0.015},
    "figure_11b_gamma_fit_peak": {10: [26, 0.14], 50: [61, 0.03]},
    "images_test_accuracy": {"dense": {8: 0.976}, "porcupine": {8: 0.989, 16: 0.994}},
    "images_train_accuracy": {"dense": {8: 0.998}, "porcupine": {8: 0.986, 16: 0.992}},
}


DECAY = {
    "dimensions": [{"inputs": d, "lines": 16, "draws": 3} for d in (2, 3, 6)],
    "octaves": 3,
    "targets": 20,
    "optima": 3,
    "seed": 1,
}


def without_an_end(group: store.Group, rows=slice(None)) -> store.Group:
    """The same runs, of which all in these rows have diverged."""
    arrays = dict(group.arrays)
    if "diverged" in arrays:
        lost = np.zeros(arrays["diverged"].values.shape, bool)
        lost[rows] = True
        for name, array in group.arrays.items():
            if array.values.shape == lost.shape:
                kind = array.values.dtype.kind
                arrays[name] = store.Array(
                    np.where(lost, np.nan if kind == "f" else name == "diverged", array.values), array.axes
                )
    groups = {name: without_an_end(inner, rows) for name, inner in group.groups.items()}
    return store.Group(group.axes, arrays, group.attributes, groups)


def drawn(name: str, data: Data) -> Drawing:
    """A figure of the paper."""
    return draw.draw(draw.entry("pnn2017", name), data)


@pytest.fixture(scope="session")
def groups() -> dict[str, store.Group]:
    return {
        "figure_data": figure_data.run(Job(figure_data.Settings(grid=21, lines=9))),
        "degree_one": degree_one(),
        "random_pnn": random_pnn(),
        "images": images(),
        "decay": decay.run(Job(read(decay.Settings, DECAY))),
        "schur_by_lines": by_lines(),
        "schur_by_inputs": by_inputs(),
    }


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
