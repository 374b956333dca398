"""What of a run counts as outside its computations."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import overhead

LOG = """a command
{spent} s of processor time
{load} s of processor time to load
"""


def test_all_but_the_computations_is_outside():
    said = overhead.told(20.0, 18.0, 2.0)
    assert said == "20 s of processor time: 16 to compute, 2 to start stages, 2 else; outside the computations: 20.0%"


def test_the_run_goes_to_a_folder_of_its_own(monkeypatch, capsys):
    """Snakemake's words are handed on, and the logs that the run left are read before its folder goes."""
    folders = []

    def run(results, cores, words):
        folders.append(results)
        log = results / "logs" / "formal" / "pnn2017.log"
        log.parent.mkdir(parents=True)
        log.write_text(LOG.format(spent="7.00", load="0.500"))
        (results / "logs" / "build_page.log").write_text(
            "0.500 s of processor time to load\n" + LOG.format(spent=2, load=1)
        )
        (results / "logs" / "judge_ledger.log").write_text(
            "0.500 s of processor time to load\n"
        )  # not of what is inside
        assert (cores, words) == ("2", ["--configfile", "small.yaml"])
        return 10.0

    monkeypatch.setattr(overhead, "seconds_of_run", run)
    assert overhead.main(["--cores", "2", "--", "--configfile", "small.yaml"]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    assert last == "10 s of processor time: 7 to compute, 2 to start stages, 1 else; outside the computations: 30.0%"
    assert not folders[0].exists()


def test_a_run_that_fails_is_no_measurement():
    with pytest.raises(subprocess.CalledProcessError):
        overhead.seconds_of_run(Path("nowhere"), "1", ["--no-such-option"])


def test_whatever_is_loaded_is_counted_once_and_nothing_else(tmp_path):
    """A tenth of a second within a module, twice within one that is loaded by it and by name, and one beside."""
    burn = "import time\nend = time.process_time() + 0.1\nwhile time.process_time() < end: pass\n"
    (tmp_path / "inner.py").write_text(burn)
    (tmp_path / "outer.py").write_text("import inner\n" + burn)
    (tmp_path / "late.py").write_text(burn)
    program = (
        "def later():\n    import importlib; importlib.import_module('late')\nimport outer; later(); import outer\n"
    )
    found = []
    for code in "pass", program + burn:
        path = os.pathsep.join([str(Path(overhead.__file__).parent / "loads"), str(tmp_path)])
        words = {"env": os.environ | {"PYTHONPATH": path}, "capture_output": True, "text": True, "check": True}
        told = subprocess.run([sys.executable, "-c", code], **words).stderr
        found.append(float(re.fullmatch(overhead.LOADS.pattern, told.strip())[1]))
    assert 0.26 < found[1] - found[0] < 0.38
