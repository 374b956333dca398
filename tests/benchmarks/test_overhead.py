"""What of a run counts as outside its computations."""

from pathlib import Path

import pytest

from benchmarks import overhead
from benchmarks.stages import Took


def test_all_but_the_computations_is_outside():
    said = overhead.told(20.0, [Took(10.0, 0.5), Took(8.0, 1.5)])
    assert said.startswith(
        "2 stages and what runs them took 20 s of processor time: 16 to compute, 2 to start stages, 2 "
    )
    assert said.endswith("outside the computations: 20.0%")


def test_the_run_goes_to_a_folder_of_its_own(monkeypatch, capsys):
    """Snakemake's words are handed on, and the logs that the run left are read before its folder goes."""
    folders = []

    def run(results, cores, words):
        folders.append(results)
        log = results / "logs" / "formal" / "pnn2017.log"
        log.parent.mkdir(parents=True)
        log.write_text("a command\n3.00 s of processor time, 1.00 of them to start\n")
        assert (cores, words) == ("2", ["--configfile", "small.yaml"])
        return 4.0

    monkeypatch.setattr(overhead, "seconds_of_run", run)
    assert overhead.main(["--cores", "2", "--", "--configfile", "small.yaml"]) == 0
    assert "1 stages" in (told := capsys.readouterr().out) and "50.0%" in told
    assert not folders[0].exists()


def test_a_run_that_fails_is_no_measurement():
    with pytest.raises(overhead.subprocess.CalledProcessError):
        overhead.seconds_of_run(Path("nowhere"), "1", ["--no-such-option"])
