"""No stage loads a heavy library that it does not use."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from verification import loading, wings
from verification.jobs import Job, jobs, topics

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "sympy", "matplotlib")
PAPERS = tuple(sorted({paper for paper, _ in topics()}))
EXPERIMENTS = tuple(wings.experiments(PAPERS).values())
CHECKS_AND_JOBS = ("verification.run_topic", "verification.experiments.run_job")
DRAWS = {"verification.figures.draw", "verification.figures.bind"}
PROGRAM = """
import importlib, json, sys
loaded = {}
for name in sys.argv[2:]:
    importlib.import_module(name)
    loaded[name] = [heavy for heavy in sys.argv[1].split() if heavy in sys.modules]
print(json.dumps(loaded))
"""
LOADED = """
import sys
before = set(sys.modules)
import importlib, json
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def stages() -> set[str]:
    """Every module that a rule runs."""
    rules = " ".join(path.read_text() for path in (ROOT / "workflow/rules").glob("*.smk"))
    return set(re.findall(r"python -P -m ([\w.]+)", rules)) | {f"{one.room}.run" for one in EXPERIMENTS}


def heavy(modules: list[str]) -> dict[str, list[str]]:
    """The heavy libraries that are loaded after each of these modules, imported in a row by a fresh interpreter."""
    words = [sys.executable, "-c", PROGRAM, " ".join(HEAVY), *modules]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def test_stages_but_figures_load_nothing_heavy():
    plain = sorted(stages() - DRAWS)
    assert len(plain) >= 10 and stages() >= DRAWS | {"verification.experiments.run_job", "pnn.manifest"}
    assert set(map(tuple, heavy(plain).values())) == {()}


@pytest.mark.parametrize("stage", sorted(DRAWS))
def test_figures_load_matplotlib_alone(stage):
    assert heavy([stage]) == {stage: ["matplotlib"]}


def test_plans_load_nothing_but_the_standard_library():
    plans = [f"{one.room}.plan" for one in EXPERIMENTS]
    assert len(plans) > 10
    words = [sys.executable, "-c", LOADED, *plans]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(json.loads(done.stdout))
    assert loaded >= set(plans)
    assert {name.split(".")[0] for name in loaded} - sys.stdlib_module_names == {"verification"}


def _with_certificates(job: Job) -> str:
    """The source of a job's module, and of what it leaves as certificates, beside it or of its wing."""
    text = job.path.read_text()
    names = set(re.findall(r"\b(?:certificates|\w+_as_data)\b", text)) if ".certificates import" in text else set()
    beside = [folder / f"{name}.py" for name in sorted(names) for folder in (job.path.parent, job.path.parents[1])]
    return text + "".join(path.read_text() for path in beside if path.is_file())


def test_checks_load_sympy_where_their_source_names_it_and_nothing_else():
    """One interpreter for all that must stay light, so that a single one that does not is seen."""
    made = [(job, f"verification.methods.{job.method}") for job in jobs(PAPERS) if job.method != "symbolic"]
    sources = {job.module: _with_certificates(job) for job, _ in made}
    words = "sympy", "verification.inequalities"  # which takes SymPy's expressions
    named = {module for module, source in sources.items() if any(word in source for word in words)}
    light = [name for job, engine in made for name in (engine, job.module) if job.module not in named]
    assert len(light) > 50
    assert {name: found for name, found in heavy(light).items() if found} == {}


def test_checks_that_load_scipy_load_no_parts_of_numpy_that_nobody_asks_for():
    """SciPy by itself does, so that the program that keeps it from that is seen to matter."""
    asks = (
        "import {}, scipy.special, scipy.optimize, sys; print([one for one in {} if f'numpy.{{one}}' in sys.modules])"
    )
    for first, found in ("numpy", list(loading.UNASKED)), ("verification.run_topic", []):
        words = [sys.executable, "-c", asks.format(first, loading.UNASKED)]
        done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
        assert done.stdout == f"{found}\n"


SCIPY = """
import json, {}, scipy
from scipy import linalg, optimize, sparse, special, stats
rooms = linalg, optimize, sparse, special, stats
names = [(room, name) for room in rooms for name in dir(room) if name[0] != "_"]
written = sum("Array API Standard Support" in (getattr(room, name).__doc__ or "") for room, name in names)
found = optimize.nnls([[2.0, 1.0], [1.0, 3.0]], [1.0, -1.0])[0], stats.hypergeom.sf(2, 20, 7, 12), special.ndtri(0.3)
print(json.dumps([written, [name for _, name in names], repr(found), repr(linalg.expm([[0.0, 1.0], [-1.0, 0.0]]))]))
"""


def test_scipy_is_the_same_but_for_its_documentation():
    """Which SciPy by itself reads and writes as it is loaded."""
    found = []
    for first in ("numpy", "verification.run_topic"):
        words = [sys.executable, "-c", SCIPY.format(first)]
        found.append(json.loads(subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT).stdout))
    (notes, *whole), (left, *bare) = found
    assert notes > 100 and left == 0
    assert whole == bare and len(whole[0]) > 500


@pytest.mark.parametrize("stage", [*sorted(DRAWS), *CHECKS_AND_JOBS, "verification.__main__"])
def test_libraries_are_loaded_with_few_looks_for_garbage(stage):
    """The program that sees to it is the first to be loaded that loads others."""
    path = ROOT / f"{stage.replace('.', '/')}.py"
    ours = [
        line for line in path.read_text().splitlines() if re.match("(from|import) (verification|pnn|numpy|yaml)", line)
    ]
    assert "import loading " in ours[1 if "one_thread" in ours[0] else 0]
    asks = f"import gc, {stage}; print(gc.get_threshold()[0])"
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True, cwd=ROOT)
    assert int(done.stdout) == loading.OBJECTS > 700


@pytest.mark.parametrize("stage", CHECKS_AND_JOBS)
def test_stages_load_neither_what_reads_papers_nor_what_reads_the_records_of_packages(stage):
    done = subprocess.run([sys.executable, "-c", LOADED, stage], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(json.loads(done.stdout))
    assert stage in loaded and not loaded & {"yaml", "importlib.metadata", "jsonschema", "scipy"}


def test_proofs_load_neither_torch_nor_matplotlib():
    proofs = [job.module for job in jobs(PAPERS) if job.method == "symbolic"]
    assert set(map(tuple, heavy(["verification.methods.symbolic", *proofs]).values())) == {("sympy",)}
