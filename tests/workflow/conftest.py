"""The real pipeline, run once at tiny sizes in a copy of the project."""

import fcntl
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from workflow import trust
from workflow.paths import planned

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's job in the background ignores it, and so do runs

ROOT = Path(__file__).resolve().parents[2]
CLOSURE = Path(".snakemake", "closure.json")
PARTS = (
    "Snakefile",
    "config.yaml",
    "config-quick.yaml",
    "requirements.lock",
    "profiles",
    "workflow",
    "pnn",
    "verification",
)
TINY = yaml.safe_load((ROOT / "config-quick.yaml").read_text(encoding="utf-8")) | {
    "results": "results tiny ü",
    "size": "custom",
    "formal": "off",  # what Coq says has tests of its own, which take less time
    "checks": {"samples": 1_000_000, "instances": 20},
    "degree_one": {
        "neurons": [10, 50],
        "replay_trials": 8,
        "fresh_trials": 20,
        "trials_per_job": 12,
        "samples": 2000,
        "epochs": 400,
    },
    "random_pnn": {
        "neurons": [10, 50],
        "replay_simulations": 3,
        "fresh_simulations": 3,
        "trials_per_job": 2,
        "restarts": 2,
    },
    "images": {"neurons": [512, 1024], "epochs": [20, 200], "trials": 3},
    "decay": {
        "dimensions": [
            {"inputs": 2, "lines": 64, "draws": 60},
            {"inputs": 3, "lines": 128, "draws": 16},
            {"inputs": 5, "lines": 128, "draws": 12},
            {"inputs": 10, "lines": 64, "draws": 10},
        ],
        "octaves": 4,
        "targets": 100,
        "optima": 30,
    },
    "schur_by_lines": {"sizes": 10, "lines": 250, "draws": 32, "long_lines": 600, "long_draws": 3},
    "schur_by_inputs": {"inputs": [40, 80, 160], "draws": [40, 40, 10]},
    "basin_probability": {"draws": 1000, "solved": 10},
    "diverse_figure_3": {"inputs": 10, "teacher_units": 10, "widths": [4, 8, 16, 32], "iterations": 600, "batch": 25},
    "diverse_table_1": {
        "inputs": 8,
        "teacher_units": 8,
        "units": [8, 16, 24],
        "iterations": 800,
        "batch": 25,
        "train": 2000,
        "validation": 500,
        "test": 500,
    },
    "diverse_figure_2": {"samples": 400, "draws": 10},
    "diverse_figure_4": {"inputs": 20, "units": 20, "samples": 120, "trials_per_job": 100},
    "diverse_descent": {"inputs": 6, "samples": 50, "steps": [10, 100, 300], "rate": 0.8, "trials_per_job": 100},
    "figures": {"grid": 31, "lines": 12},
}
JOB = re.compile(r"^(?:local)?rule (\w+):(?:\n .*)*", re.MULTILINE)
WILDCARDS = re.compile(r"^ +wildcards: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Pipeline:
    """A copy of the project and how to run it."""

    folder: Path
    environment: Mapping[str, str]
    within: tuple[str, ...] = ()  # the command that runs it, such as one that takes the network away

    def snakemake(self, *arguments: str) -> subprocess.CompletedProcess:
        """Run to the end."""
        command = self._command(*arguments)
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def start(self, *arguments: str) -> subprocess.Popen:
        """Start and come back; all output goes to a file, read by `output`."""
        with open(self.folder / "run.log", "w") as log:
            return subprocess.Popen(
                self._command(*arguments), cwd=self.folder, env=self.environment, stdout=log, stderr=subprocess.STDOUT
            )

    @property
    def output(self) -> str:
        """What the run that was started last has printed."""
        return (self.folder / "run.log").read_text(errors="replace")

    def configure(self, **changes) -> None:
        merged = {**TINY, **changes}
        (self.folder / "tiny.yaml").write_text(yaml.safe_dump(merged))

    def planned(self) -> set[str]:
        """What a run would do: "rule" or "rule wildcards" for every job."""
        done = self.snakemake("--dry-run", "--cores", "2")
        assert done.returncode == 0, done.stdout + done.stderr
        jobs = set()
        for match in JOB.finditer(done.stdout + done.stderr):
            values = WILDCARDS.search(match[0])
            jobs.add(match[1] + (" " + values[1].replace("=", " ").strip() if values else ""))
        return jobs

    @property
    def results(self) -> Path:
        return self.folder / TINY["results"]

    def _command(self, *arguments: str) -> list[str]:
        return [*self.within, sys.executable, "-m", "snakemake", "--configfile", "tiny.yaml", *arguments]


@contextmanager
def edited(path: Path, old: str, new: str) -> Iterator[None]:
    """A source file with one passage changed, and put back."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    try:
        yield
    finally:
        path.write_text(text)


@contextmanager
def configured(pipeline: Pipeline, **changes) -> Iterator[None]:
    """The tiny configuration changed, and put back."""
    pipeline.configure(**changes)
    try:
        yield
    finally:
        pipeline.configure()


@contextmanager
def put_back(pipeline: Pipeline) -> Iterator[None]:
    """The results and what Snakemake remembers of them, as they were before, times of files included."""
    folders = (pipeline.results, pipeline.folder / ".snakemake")
    kept = {folder: folder.with_name(f"{folder.name} kept") for folder in folders}
    for folder, copy in kept.items():
        shutil.copytree(folder, copy, symlinks=True)
    try:
        yield
    finally:
        for folder, copy in kept.items():
            shutil.rmtree(folder)
            copy.rename(folder)


def without_network() -> tuple[str, ...]:
    """The command that runs another one without a network; empty where that cannot be had."""
    if not shutil.which("unshare"):
        return ()
    command = ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--net")
    return command if subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0 else ()


def copied(folder: Path, environment: Mapping[str, str] = os.environ, within: tuple[str, ...] = ()) -> Pipeline:
    """A copy of the project in `folder`, set to tiny sizes."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = ROOT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / part, **({"ignore": shutil.ignore_patterns("__pycache__")} if source.is_dir() else {}))
    bring_kernels(folder)
    built = _in(folder, environment, within)
    built.configure()
    return built


def bring_kernels(folder: Path) -> None:
    """Give a copy the machine code that a run in this checkout left, if one did: to compile it takes long."""
    from numba.core.caching import _CacheLocator  # names a folder of machine code by that of its source

    code = Path(".snakemake", "numba", planned({}, ROOT / CLOSURE).kernels_code)
    named = _CacheLocator.get_suitable_cache_subpath
    for source in {path.parent for part in ("pnn", "verification") for path in (ROOT / part).rglob("*.py")}:
        kept = ROOT / code / named(source / "any.py")
        if kept.is_dir():
            shutil.copytree(kept, folder / code / named(folder / source.relative_to(ROOT) / "any.py"))


def bring_data(folder: Path) -> None:
    """Give a copy the data that `make quick` left in this checkout, if it did: what fits is not made anew."""
    for path in filter(lambda path: path.endswith(".h5"), trust.wanted(planned(TINY, ROOT / CLOSURE))):
        name = Path(path).relative_to(TINY["results"])
        for part in (name, name.with_name(f"{name.name}.sha256"), Path("logs", name).with_suffix(".log")):
            if (kept := ROOT / "results-quick" / part).is_file():
                (folder / TINY["results"] / part).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(kept, folder / TINY["results"] / part)


def _in(folder: Path, environment: Mapping[str, str] = os.environ, within: tuple[str, ...] = ()) -> Pipeline:
    """A copy that is there, whose stages find this environment's programs."""
    path = f"{Path(sys.executable).parent}:{environment['PATH']}"
    return Pipeline(folder, {**environment, "PATH": path}, within)


def gathered(*experiments: str) -> list[str]:
    """What to ask a run for that is to make these experiments alone: their files."""
    return [f"{TINY['results']}/experiments/{name}.h5" for name in experiments]


def own_data(results: Path) -> list[Path]:
    """The HDF5 files of a run, without those of its page, which are the same."""
    return sorted(path for path in results.rglob("*.h5") if path.relative_to(results).parts[0] != "report")


def data_files(results: Path) -> dict[str, bytes]:
    """Every data file, the ledger and the manifest of a run, by name, as far as they are there."""
    found = [*own_data(results), results / "ledger.json", results / "manifest.sha256"]
    return {path.relative_to(results).as_posix(): path.read_bytes() for path in found if path.is_file()}


def papers_data(results: Path, papers: Collection[str]) -> dict[str, bytes | str]:
    """Every data file of a run by name, and the verdicts of the claims of these papers.

    In a run of these papers alone they are among those of a run of more. The rest of what the ledger says is not: the
    error rate is shared by all simulations of a run.
    """
    claims = json.loads((results / "ledger.json").read_text(encoding="utf-8"))["claims"]
    files = {path.relative_to(results).as_posix(): path.read_bytes() for path in own_data(results)}
    return files | {claim["id"]: claim["verdict"] for claim in claims if claim["paper"] in papers}


def stages(folder: Path) -> dict[int, str]:
    """The stages that run in a folder: process and the file it writes.

    What a stage forks bears its command line until it has one of its own, and is no stage.
    """
    running, parents = {}, {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
            if words[1:3] == ["-P", "-m"] and "--output" in words and (process / "cwd").resolve() == folder.resolve():
                running[int(process.name)] = words[words.index("--output") + 1]
                parents[int(process.name)] = int((process / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return {number: output for number, output in running.items() if parents.get(number) not in running}


@pytest.fixture(scope="session")
def run_once(tmp_path_factory) -> Path:
    """The folder of the one run that all workers share: "a house", and its results "as left" that no test edits.

    Made without a network where that can be had, by the worker that comes first, upon what `make quick` left here.
    """
    mine = tmp_path_factory.getbasetemp()
    shared = mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine
    with open(shared / "run.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "as left").exists():
            built = copied(shared / "a house", within=without_network())
            bring_data(built.folder)
            done = built.snakemake("--cores", "2")
            assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-10000:]
            shutil.copytree(built.results, shared / "as left", copy_function=shutil.copy)
    return shared


@pytest.fixture(scope="session")
def pipeline(run_once) -> Pipeline:
    """The run that tests look at, edit and put back: those of the group "pipeline" alone."""
    return _in(run_once / "a house", within=without_network())


@pytest.fixture(scope="session")
def local_run(run_once) -> Path:
    """The results of that run as it left them."""
    return run_once / "as left"
