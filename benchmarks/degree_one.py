"""How much faster the training engine is than one trial at a time by automatic differentiation.

python -m benchmarks.degree_one [--rounds N]

The reference is what a careful user of torch writes: one scalar weight a neuron, float32, the built-in optimizer,
no number brought back inside an epoch. Both train the authors' own trials of Figure 10 on the same shuffles, turn by
turn on one thread, and must come to the same losses. Printed: time of a trial's epoch by each, and the ratio of the
processor's time with its range.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence

import numpy as np
import torch

from pnn.experiments import degree_one_trials
from pnn.experiments.degree_one_settings import Settings
from pnn.training.permutations import shuffle
from pnn.training.problem import Ends, FixedBatches, ShuffledBatches, masses
from pnn.training.train import train

EPOCHS = {"reference": 3, "shuffled batches": 5, "shuffled batches, torch": 5, "fixed batches": 40}
TRIALS, RATIO, WANTED = 100, 5, 100.0


def settings(mode: str, epochs: int, engine: str = "compiled") -> Settings:
    return Settings(
        mode=mode, ratio=RATIO, inputs=5, trials=TRIALS, samples=10_000, batch=100, epochs=epochs, momentum=0.9,
        learning_rate=0.01, decay=0.95, decay_epochs=390.0, stop_loss=0.0, stop_window=10, bad_threshold=1e-6,
        seed=1, device="cpu", engine=engine,
    )  # fmt: skip


def autograd(trials: degree_one_trials.Trials, trial: int, epochs: int) -> np.ndarray:
    """Final weights of one trial by the reference."""
    batches = trials.batches
    assert isinstance(batches, ShuffledBatches)
    schedule = settings("replay", epochs).schedule()
    line_of = torch.from_numpy(trials.problem.line_of)
    samples, outputs = (torch.from_numpy(part[trial]) for part in (batches.projections, batches.outputs))
    weights = torch.tensor(trials.problem.start[trial], requires_grad=True)
    optimizer = torch.optim.SGD([weights], lr=schedule.learning_rate, momentum=schedule.momentum)
    key, position = batches.streams.keys[trial].copy(), int(batches.streams.positions[trial])
    words = np.empty(624, np.uint32)
    for rate in schedule.rates():
        order = np.arange(len(outputs), dtype=np.uint32)
        position = shuffle(key, position, order, words)
        rows = torch.from_numpy(order.astype(np.int64))
        optimizer.param_groups[0]["lr"] = float(rate)
        for batch, wanted in zip(samples[rows].split(100), outputs[rows].split(100), strict=True):
            loss = ((batch[:, line_of] * weights).relu().sum(1) - wanted).square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return weights.detach().numpy()


def seconds_per_epoch(work: Callable[[], object], epochs: int, trials: int) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) / (epochs * trials)


def losses(weights: np.ndarray, trials: degree_one_trials.Trials) -> np.ndarray:
    excess = masses(weights.astype(np.float64), trials.problem.line_of) - trials.target[: len(weights)]
    return np.einsum("ti,tij,tj->t", excess, trials.gram[: len(weights)], excess)


def check_agreement(trials: degree_one_trials.Trials, epochs: int) -> float:
    """The largest difference of a weight between the two on the first trials; raises if they disagree."""
    few = range(3)
    ours = train(trials.problem, settings("replay", epochs).schedule(), trials.batches, engine="compiled")
    theirs = np.stack([autograd(trials, trial, epochs) for trial in few])
    difference = float(np.abs(ours.weights[: len(few)] - theirs).max())
    if difference > 1e-3 or not np.allclose(
        losses(ours.weights[: len(few)], trials), losses(theirs, trials), rtol=0.05, atol=1e-6
    ):
        raise SystemExit(f"the engine and the reference disagree: weights by {difference:.1e}")
    return difference


def contenders(replayed: degree_one_trials.Trials) -> dict[str, tuple[int, Callable[[], object]]]:
    """Name -> how many trials a call trains, and the call."""
    fixed = degree_one_trials.make(settings("fixed", 1), 0, TRIALS)
    assert isinstance(fixed.batches, FixedBatches)

    def engine(trials: degree_one_trials.Trials, name: str, engine: str) -> Callable[[], Ends]:
        schedule = settings("replay", EPOCHS[name]).schedule()
        return lambda: train(trials.problem, schedule, trials.batches, engine=engine, device="cpu")

    return {
        "reference": (1, lambda: autograd(replayed, 0, EPOCHS["reference"])),
        "shuffled batches": (TRIALS, engine(replayed, "shuffled batches", "compiled")),
        "shuffled batches, torch": (TRIALS, engine(replayed, "shuffled batches, torch", "torch")),
        "fixed batches": (TRIALS, engine(fixed, "fixed batches", "compiled")),
    }


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="how often each is timed, turn by turn")
    rounds = parser.parse_args(words).rounds
    torch.set_num_threads(1)
    replayed = degree_one_trials.make(settings("replay", 1), 0, TRIALS)
    print(f"same results: weights differ by at most {check_agreement(replayed, 10):.1e} after 10 epochs")
    works = contenders(replayed)
    for _, work in works.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, (count, work) in works.items():
            times[name].append(seconds_per_epoch(work, EPOCHS[name], count))
    for name, found in times.items():
        ratios = np.array(times["reference"]) / np.array(found)
        print(
            f"{name}: {1e6 * float(np.median(found)):.0f} us for an epoch of a trial, "
            f"ratio {np.median(ratios):.0f} (lowest {ratios.min():.0f}, highest {ratios.max():.0f})"
        )
    reached = float(np.median(np.array(times["reference"]) / np.array(times["shuffled batches"])))
    print(f"wanted: {WANTED:.0f} on the same shuffles; reached: {reached:.0f}")
    return 0 if reached >= WANTED else 1


if __name__ == "__main__":
    raise SystemExit(main())
