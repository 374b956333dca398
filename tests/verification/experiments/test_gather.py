"""What is gathered fits together, and what does not is named."""

import numpy as np
import pytest

from pnn import store
from verification.experiments import gather
from verification.papers.pnn2017.experiments.random_pnn import settings as random_pnn_settings

KIND = random_pnn_settings.Settings


def job(path, neurons=4, simulations=2, mode="replay", first=0):
    """A file of a job of the random-network experiment, its numbers telling where they come from."""
    numbers = np.arange(first, first + simulations)
    axes = {"simulation": store.Array(numbers, ("simulation",))}
    errors = store.Array(100.0 * neurons + numbers, ("simulation",), "", "errors")
    about = {"mode": mode, "neurons": neurons, "first": first, "engine": "compiled", "device": "cpu"}
    group = store.Group(axes, {"error": errors}, about)
    store.write(path, group, store.Provenance("job", {}, 0, "test"))
    return path


def test_conditions_are_in_order_and_modes_apart(tmp_path):
    paths = [job(tmp_path / f"{mode}-{n}.h5", n, mode=mode) for mode in ("fresh", "replay") for n in (8, 4)]
    root = gather.gather(KIND, paths)
    assert list(root.groups) == ["replay", "fresh"]
    for group in root.groups.values():
        assert group.axes["neurons"].values.tolist() == [4, 8]
        assert group.arrays["error"].axes == ("neurons", "simulation")
        assert group.arrays["error"].values.tolist() == [[400, 401], [800, 801]]


def test_jobs_of_one_condition_are_one_in_the_order_of_their_trials(tmp_path):
    cuts = [(3, 1), (0, 2), (2, 1)]
    root = gather.gather(KIND, [job(tmp_path / f"{first}.h5", 4, count, first=first) for first, count in cuts])
    group = root.groups["replay"]
    assert group.axes["simulation"].values.tolist() == [0, 1, 2, 3]
    assert group.arrays["error"].values.tolist() == [[400, 401, 402, 403]]


def test_what_does_not_fit_is_refused(tmp_path):
    first, again, longer = job(tmp_path / "a.h5"), job(tmp_path / "b.h5"), job(tmp_path / "c.h5", 6, simulations=3)
    with pytest.raises(ValueError, match=r"replay, neurons 4: .* every simulation from 0 on once, not \[0, 1, 0, 1\]"):
        gather.gather(KIND, [first, again])
    with pytest.raises(ValueError, match="replay: the jobs must have equally many simulations"):
        gather.gather(KIND, [first, longer])
    with pytest.raises(ValueError, match=r"not \[0, 1, 3, 4\]"):
        gather.gather(KIND, [first, job(tmp_path / "d.h5", first=3)])


def test_a_damaged_input_is_named(tmp_path, capsys):
    path = job(tmp_path / "job.h5")
    path.write_bytes(path.read_bytes()[:-3])
    words = [
        "random_pnn",
        "--inputs",
        str(path),
        "--settings",
        "{}",
        "--code",
        "",
        "--output",
        str(tmp_path / "all.h5"),
    ]
    assert gather.main(words) == 1
    assert "job.h5" in capsys.readouterr().err and not (tmp_path / "all.h5").exists()
