"""Ten times as many trials: cut into jobs without a trace, in the memory of one block, with the time that is left."""

import tracemalloc

import pytest

from tests.verification.experiments.command_lines import gathering, job
from tests.verification.papers.pnn2017.experiments import degree_one_jobs, random_pnn_jobs
from verification.experiments import gather, run_job
from verification.experiments.job import Job
from verification.papers.pnn2017.experiments.degree_one import run as degree_one
from verification.papers.pnn2017.experiments.random_pnn import run as random_pnn

EXPERIMENTS = {
    "degree_one": (degree_one, degree_one_jobs, "trials", ("replay", "fixed", "fresh")),
    "random_pnn": (random_pnn, random_pnn_jobs, "simulations", ("replay", "fresh")),
}
KEPT = 8000  # bytes of a trial that stay to the end, its random streams most of them; its samples are five times that
CASES = [(name, mode) for name, (*_, modes) in EXPERIMENTS.items() for mode in modes]


def gathered(folder, name, mode, cuts, **changes):
    """Bytes of the file that the jobs of one condition, (first, count) each, are gathered into."""
    _, jobs, counted, _ = EXPERIMENTS[name]
    condition = "ratio" if name == "degree_one" else "neurons"
    places = {}
    for first, count in cuts:
        output = folder / f"{first}-{count}.h5"
        settings = {**jobs.SMALL, **changes, "mode": mode, "first": first, counted: count}
        assert run_job.main(job("pnn2017", f"{name}/from-{first}", settings, output)) == 0
        places[output] = mode, {condition: settings[condition]}
    total = folder / "all.h5"
    assert gather.main(gathering("pnn2017", name, places, total)) == 0
    return total.read_bytes()


@pytest.mark.parametrize(("name", "mode"), CASES)
def test_the_gathered_bytes_do_not_depend_on_the_cut(name, mode, tmp_path):
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    whole.mkdir(), cut.mkdir()
    cuts = [(6, 1), (0, 3), (3, 3)]
    assert gathered(whole, name, mode, [(0, 7)]) == gathered(cut, name, mode, cuts)
    assert gathered(cut, name, mode, [(0, 6)]) != gathered(cut, name, mode, [(0, 7)])


def test_trials_that_are_trained_twice_stay_in_one_job():
    with pytest.raises(ValueError, match="the first 3 trials, trained twice, must be in one job"):
        degree_one_jobs.settings(first=2)
    assert degree_one_jobs.settings(first=3).first == 3 and degree_one_jobs.settings(first=2, ratio=3).first == 2


@pytest.mark.parametrize(("name", "mode"), [("degree_one", "replay"), ("degree_one", "fresh"), ("random_pnn", "fresh")])
def test_ten_times_the_trials_need_no_more_memory_than_a_block(name, mode, monkeypatch):
    module, jobs, counted, _ = EXPERIMENTS[name]
    monkeypatch.setattr(module, "BLOCK", 4)
    size = {"mode": mode, "samples": 2000, "epochs": 2, "stop_window": 2}
    module.run(Job(jobs.settings(**size, **{counted: 4})))
    peaks = []
    for count in (4, 40):
        tracemalloc.start()
        module.run(Job(jobs.settings(**size, **{counted: count})))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0] + 36 * KEPT


@pytest.mark.parametrize(("name", "mode"), CASES)
def test_the_progress_line_goes_over_the_whole_job(name, mode, monkeypatch, capsys):
    module, jobs, counted, _ = EXPERIMENTS[name]
    monkeypatch.setattr(module, "BLOCK", 3)
    long = Job(jobs.settings(mode=mode, first=3, **{counted: 6}, stop_loss=0.0, epochs=30), f"{name}/{mode}-from-3")
    long.progress.pause = 0
    module.run(long)
    lines = capsys.readouterr().err.splitlines()
    shares = [int(line.split(": ")[1].split("%")[0]) for line in lines]
    assert shares == sorted(shares) and shares[-1] == 100 and any(share < 50 for share in shares)
    assert all(line.startswith(f"{name}/{mode}-from-3: ") and line.endswith("s left") for line in lines)
