import dataclasses

import numpy as np
import pytest
import torch

from pnn.training import batched
from pnn.training.permutations import shuffle
from pnn.training.problem import Problem, Schedule, ShuffledBatches, Streams, data_of, masses
from pnn.training.train import train
from tests.pnn.training.networks import BATCH, autograd_run, fixed, problem_and_samples, shuffled

SCHEDULE = Schedule(30, 0.01, 0.9, 0.95, 10, 1e-5, 10)
NEVER = dataclasses.replace(SCHEDULE, stop_loss=0.0)
ENGINES = [("compiled", "cpu"), ("torch", "cpu")]
cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")


def both_batches(dtype=np.float64, **size):
    problem, projections, wanted = problem_and_samples(dtype=dtype, **size)
    return problem, [shuffled(projections, wanted), fixed(projections, wanted)]


def orders_of(streams, trial, samples, epochs):
    key, position, words = streams.keys[trial].copy(), streams.positions[trial], np.empty(624, np.uint32)
    for _ in range(epochs):
        order = np.arange(samples, dtype=np.uint32)
        position = shuffle(key, position, order, words)
        yield order.astype(np.int64)


def rows_of(batches, rows):
    """The batches of some trials alone."""
    parts = {field.name: getattr(batches, field.name) for field in dataclasses.fields(batches)}
    for name, part in parts.items():
        if isinstance(part, np.ndarray):
            parts[name] = part[rows]
        elif isinstance(part, Streams):
            parts[name] = Streams(part.keys[rows], part.positions[rows])
    return type(batches)(**parts)


@pytest.mark.parametrize("engine", ["compiled", "torch"])
def test_shuffled_training_is_that_of_automatic_differentiation(engine):
    problem, (batches, _) = both_batches()
    ends = train(problem, NEVER, batches, engine=engine, device="cpu")
    for trial in range(problem.trials):
        data = batches.projections[trial], batches.outputs[trial]
        orders = orders_of(batches.streams, trial, batches.outputs.shape[1], NEVER.epochs)
        weights, losses = autograd_run(problem.start[trial], problem.line_of, *data, orders, NEVER)
        assert ends.weights[trial] == pytest.approx(weights, abs=1e-11)
        assert ends.losses[trial] == pytest.approx(losses, rel=1e-9, abs=1e-20)


@pytest.mark.parametrize("engine", ["compiled", "torch"])
def test_fixed_training_is_that_of_automatic_differentiation(engine):
    problem, (samples, batches) = both_batches()
    ends = train(problem, NEVER, batches, engine=engine, device="cpu")
    order = np.arange(samples.outputs.shape[1])
    for trial in range(problem.trials):
        data = samples.projections[trial], samples.outputs[trial]
        weights, losses = autograd_run(problem.start[trial], problem.line_of, *data, [order] * NEVER.epochs, NEVER)
        assert ends.weights[trial] == pytest.approx(weights, abs=1e-11)
        assert ends.losses[trial] == pytest.approx(losses, rel=1e-9, abs=1e-20)


def test_a_wrong_step_is_noticed():
    """The reference differs where momentum, the factor of the loss or the decay of the rate is another."""
    problem, (batches, _) = both_batches(trials=1)
    right = train(problem, NEVER, batches, engine="compiled").weights
    for change in ({"momentum": 0.8}, {"learning_rate": 0.005}, {"decay": 1.0}):
        wrong = train(problem, dataclasses.replace(NEVER, **change), batches, engine="compiled").weights
        assert np.abs(wrong - right).max() > 1e-6


@pytest.mark.parametrize("kind", [0, 1])
def test_engines_agree_and_stop_at_the_same_epochs(kind):
    problem, both = both_batches(trials=8, ratio=4, samples=400)
    schedule = dataclasses.replace(SCHEDULE, epochs=60, stop_loss=1e-4)
    first, second = (train(problem, schedule, both[kind], engine=name, device=where) for name, where in ENGINES)
    assert np.array_equal(first.stop_epoch, second.stop_epoch)
    assert len(set(first.stop_epoch)) > 1
    assert first.weights == pytest.approx(second.weights, abs=1e-9)
    assert np.array_equal(np.isnan(first.losses), np.isnan(second.losses))


@cuda
@pytest.mark.parametrize("kind", [0, 1])
def test_gpu_agrees_with_the_compiled_engine(kind):
    problem, both = both_batches(trials=8, ratio=4, samples=400)
    first, second = (train(problem, SCHEDULE, both[kind], device=where) for where in ("cpu", "cuda"))
    assert np.array_equal(first.stop_epoch, second.stop_epoch)
    assert first.weights == pytest.approx(second.weights, abs=1e-9)


def test_each_trial_stops_by_itself_by_the_mean_of_its_last_losses():
    problem, (batches, _) = both_batches(trials=8, ratio=4, samples=400)
    ends = train(problem, dataclasses.replace(SCHEDULE, epochs=80), batches, engine="compiled")
    for losses, stop in zip(ends.losses, ends.stop_epoch, strict=True):
        windows = [losses[max(0, epoch - 10) : epoch].mean() for epoch in range(1, stop + 1)]
        assert all(mean > 1e-5 for mean in windows[:-1])
        assert windows[-1] <= 1e-5 or stop == 80
        assert np.isnan(losses[stop:]).all() and np.isfinite(losses[:stop]).all()


@pytest.mark.parametrize(("engine", "device"), ENGINES)
@pytest.mark.parametrize("kind", [0, 1])
def test_results_do_not_depend_on_the_other_trials(engine, device, kind):
    problem, both = both_batches(trials=6, dtype=np.float32)
    whole = train(problem, SCHEDULE, both[kind], engine=engine, device=device)
    for rows in ([0, 1], [2, 3, 4], [5]):
        part_problem = Problem(problem.start[rows], problem.line_of)
        part = train(part_problem, SCHEDULE, rows_of(both[kind], rows), engine=engine, device=device)
        tolerance = 0 if engine == "compiled" else 1e-5
        assert np.abs(part.weights - whole.weights[rows]).max() <= tolerance
        assert np.array_equal(part.stop_epoch, whole.stop_epoch[rows])


@pytest.mark.parametrize(("engine", "device"), ENGINES)
@pytest.mark.parametrize("kind", [0, 1])
def test_a_diverging_trial_is_reported_and_leaves_the_others_alone(engine, device, kind):
    problem, both = both_batches(dtype=np.float32)
    quiet = train(problem, SCHEDULE, both[kind], engine=engine, device=device)
    data_of(both[kind])[0][1] *= 1000
    ends = train(problem, SCHEDULE, both[kind], engine=engine, device=device)
    assert ends.diverged.tolist() == [False, True, False, False]
    stop = ends.stop_epoch[1]
    assert stop < SCHEDULE.epochs and not np.isfinite(ends.losses[1, stop - 1 :]).any()
    others = [0, 2, 3]
    assert np.array_equal(ends.weights[others], quiet.weights[others])


@pytest.mark.parametrize(("engine", "device"), ENGINES)
def test_a_neuron_at_zero_stays_there(engine, device):
    problem, both = both_batches()
    start = problem.start.copy()
    start[:, 0] = 0
    for batches in both:
        ends = train(Problem(start, problem.line_of), SCHEDULE, batches, engine=engine, device=device)
        assert (ends.weights[:, 0] == 0).all() and (ends.weights[:, 1] != 0).all()


def test_single_and_double_precision_give_the_same_verdicts():
    verdicts = []
    for dtype in (np.float32, np.float64):
        problem, projections, wanted = problem_and_samples(20, 5, 2, 1000, np.float32)
        batches = shuffled(projections.astype(dtype), wanted)
        typed = Problem(problem.start.astype(dtype), problem.line_of)
        ends = train(typed, dataclasses.replace(SCHEDULE, epochs=200, decay_epochs=390), batches)
        excess = masses(ends.weights.astype(np.float64), problem.line_of) - wanted
        verdicts.append((excess**2).sum(axis=1) > 1e-4)
    assert np.array_equal(*verdicts) and 0 < verdicts[0].sum() < 20


def test_streams_go_on_where_a_run_left_them():
    problem, (batches, _) = both_batches(trials=2)
    whole = train(problem, NEVER, batches)
    half = train(problem, dataclasses.replace(NEVER, epochs=15), batches)
    rest = ShuffledBatches(batches.projections, batches.outputs, BATCH, half.streams)
    again = train(problem, dataclasses.replace(NEVER, epochs=15), rest)
    assert np.array_equal(again.streams.keys, whole.streams.keys)
    assert np.array_equal(again.streams.positions, whole.streams.positions)


@pytest.mark.parametrize("program", ["fixed", "shuffled"])
def test_an_epoch_never_waits_for_a_number(program):
    """On the meta device there are no numbers: whatever needs one on the host fails there."""
    meta = {"device": "meta", "dtype": torch.float32}
    state = [torch.zeros(3, 4, **meta) for _ in range(2)]
    descent = batched.Descent(*state, torch.zeros(4, 2, **meta), 0.9)
    if program == "fixed":
        batched.fixed_epoch(descent, torch.zeros(3, 5, 4, 4, **meta), torch.zeros(3, 4, **meta))
    else:
        order = torch.zeros(3, 40, device="meta", dtype=torch.int64)
        table, room = (torch.zeros(3, 40, 5, **meta) for _ in range(2))
        batched.shuffled_epoch(descent, table, order, room, 20)
    assert descent.loss.shape == (3,) and descent.weights is state[0]


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"device": "tpu"}, "device must be in"),
        ({"engine": "jax"}, "engine in"),
        ({"device": "cuda", "engine": "compiled"}, "runs on the cpu"),
    ],
)
def test_unknown_engines_and_devices_are_refused(choice, message):
    problem, (batches, _) = both_batches(trials=1)
    with pytest.raises(ValueError, match=message):
        train(problem, SCHEDULE, batches, **choice)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device")
def test_a_device_that_is_not_there_is_refused():
    problem, (batches, _) = both_batches(trials=1)
    with pytest.raises(ValueError, match="no CUDA device"):
        train(problem, SCHEDULE, batches, device="cuda")


@pytest.mark.parametrize(("engine", "device"), ENGINES)
@pytest.mark.parametrize("kind", [0, 1])
def test_a_loss_equal_to_the_stopping_loss_stops(engine, device, kind):
    """Networks that start at their target have loss 0 at once, and 0 is what a schedule stops at by default."""
    problem, both = both_batches(trials=3)
    there = Problem(np.sign(problem.start), problem.line_of)
    batches = both[kind]
    if kind:
        batches = dataclasses.replace(batches, target=masses(there.start, there.line_of))
    else:
        silent = np.zeros_like(batches.outputs)
        there, batches = Problem(0 * problem.start, problem.line_of), dataclasses.replace(batches, outputs=silent)
    ends = train(there, NEVER, batches, engine=engine, device=device)
    assert ends.stop_epoch.tolist() == [1, 1, 1] and not ends.losses[:, 0].any()


@pytest.mark.parametrize(("engine", "device"), ENGINES)
def test_streams_stand_still_after_a_stop(engine, device):
    problem, (batches, _) = both_batches(trials=8, ratio=4, samples=400)
    ends = train(
        problem, dataclasses.replace(SCHEDULE, epochs=80, stop_loss=1e-4), batches, engine=engine, device=device
    )
    assert len(set(ends.stop_epoch)) > 1 and ends.stop_epoch.min() < 80
    for trial, epochs in enumerate(ends.stop_epoch):
        key, position, words = (
            batches.streams.keys[trial].copy(),
            batches.streams.positions[trial],
            np.empty(624, np.uint32),
        )
        for _ in range(epochs):
            position = shuffle(key, position, np.arange(400, dtype=np.uint32), words)
        assert np.array_equal(ends.streams.keys[trial], key) and ends.streams.positions[trial] == position
