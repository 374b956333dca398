"""What of a run counts as its start: the modules behind every file that Snakemake's `benchmark:` leaves."""

import importlib

import pytest

from benchmarks import overhead


@pytest.fixture
def results(tmp_path):
    """Folders of a run with a file for each of some jobs, two of them no more."""
    for name, seconds in {
        "checks/pnn2017/kernel/exact": "3.5",
        "checks/pnn2017/kernel/guessed": "1.0",
        "experiments/degree_one/replay-10-from-0": "60.25",
        "experiments/basin_path": "NA",
        "experiments/no_longer": "1.0",
    }.items():
        path = tmp_path / "benchmarks" / f"{name}.tsv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"s\tmax_rss\tcpu_time\n9.0\t100.0\t{seconds}\n")
    return tmp_path


def test_every_job_counts_with_the_modules_that_it_loads(results):
    found = dict(overhead.jobs(results))
    assert found == {
        ("verification.run_topic", "verification.methods.exact", "verification.papers.pnn2017.kernel.exact"): 3.5,
        (
            "verification.experiments.run_job",
            "verification.papers.pnn2017.experiments.degree_one.run",
            "pnn.training.compiled",
        ): 60.25,
        ("verification.experiments.run_job", "verification.papers.basin2016.experiments.basin_path.run"): 0.0,
    }
    for modules in found:
        assert all(importlib.import_module(name) for name in modules)


def test_a_share_of_all_time_is_told(results, monkeypatch, capsys):
    monkeypatch.setattr(overhead, "seconds_to_start", lambda names: float(len(names)))
    monkeypatch.setattr(overhead, "seconds_to_plan", lambda: 2.25)
    assert overhead.main(["--results", str(results)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("3 jobs, 64 s of processor time, of which 8 s to start; 2.2 s to plan the run")
    assert told.endswith(f"outside the computations: {10.25 / 66:.1%}\n")


def test_a_folder_without_a_run_is_refused(tmp_path, capsys):
    assert overhead.main(["--results", str(tmp_path)]) == 1
    assert "run the pipeline first" in capsys.readouterr().err
