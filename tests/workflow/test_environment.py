"""What users' machines lack, and what they set."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflow.conftest import ROOT
from workflow import environment

AT_HOME = ROOT / "workflow" / "at_home"
PATH = f"{Path(sys.executable).parent}:/usr/bin:/bin"
WITHOUT_NAME = ("setpriv", "--reuid", "12345", "--ambient-caps", "+dac_override", "--inh-caps", "+dac_override")


@pytest.mark.parametrize(
    ("variable", "value"), [("NUMBA_DISABLE_JIT", "1"), ("PYTHONOPTIMIZE", "2"), ("PYTHONOPTIMIZE", "1")]
)
def test_what_makes_stages_fail_is_refused_in_a_word(monkeypatch, variable, value):
    monkeypatch.setenv(variable, "0")
    assert environment.refusal() == ""
    monkeypatch.setenv(variable, value)
    assert environment.refusal().startswith(variable) and environment.refusal().endswith("unset it")


def test_a_checkout_that_python_cannot_name_is_refused_in_a_word(monkeypatch):
    monkeypatch.setattr(environment, "ROOT", Path("/work/a:b"))
    assert environment.refusal().startswith("the checkout lies in /work/a:b") and "move it" in environment.refusal()


def test_a_home_that_can_be_written_to_is_left_alone(tmp_path):
    done = subprocess.run(
        [AT_HOME, "sh", "-c", "echo $HOME"], env={"HOME": str(tmp_path), "PATH": PATH}, capture_output=True, text=True
    )
    assert done.stdout.strip() == str(tmp_path)


@pytest.mark.parametrize("home", [None, "gone", ""])
def test_without_a_home_there_is_one_below_the_memory(tmp_path, home):
    given = {"PATH": PATH} | ({} if home is None else {"HOME": home and str(tmp_path / home)})
    done = subprocess.run(
        [AT_HOME, "sh", "-c", "echo $HOME"], cwd=tmp_path, env=given, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(tmp_path / ".snakemake" / "home")
    assert (tmp_path / ".snakemake" / "home").is_dir()


@pytest.mark.parametrize("writable", [True, False])
def test_a_cache_is_where_the_user_wants_it_unless_nothing_can_be_written_there(tmp_path, writable):
    (tmp_path / "a file").touch()
    wanted = tmp_path / ("caches" if writable else "a file/caches")
    done = subprocess.run(
        [AT_HOME, "sh", "-c", "echo $XDG_CACHE_HOME"],
        env={"HOME": str(tmp_path), "PATH": PATH, "XDG_CACHE_HOME": str(wanted)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout.strip(), done.stderr) == (str(wanted) if writable else "", "")


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root and setpriv")
def test_snakemake_starts_for_a_user_without_a_name_or_a_home(tmp_path):
    (tmp_path / "Snakefile").write_text("rule all:\n    output: 'made'\n    shell: 'touch {output}'\n")
    tmp_path.chmod(0o777)
    words = [*WITHOUT_NAME, AT_HOME, sys.executable, "-m", "snakemake", "--cores", "1"]
    done = subprocess.run(words, cwd=tmp_path, env={"PATH": PATH}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / "made").is_file()


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
@pytest.mark.parametrize("alive", [True, False])
def test_a_moved_checkout_makes_its_environment_anew(tmp_path, alive):
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.lock").touch()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "ready").touch()
    program = tmp_path / ".venv" / "bin" / "pip"
    program.write_text(f"#!{'/bin/sh' if alive else '/moved/.venv/bin/python'}\n")
    program.chmod(0o755)
    done = subprocess.run(["make", "-n", ".venv/ready"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ("-m venv .venv" in done.stdout) != alive and (tmp_path / ".venv").exists() == alive
