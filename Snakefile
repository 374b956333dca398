"""Wiring only: configuration, stages, targets. `snakemake --cores N` makes everything below the results folder."""

import atexit
import os
import sys
from pathlib import Path

sys.path.insert(0, str(workflow.basedir))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(workflow.basedir), os.environ.get("PYTHONPATH")]))
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"  # jobs run side by side, each on one core
os.environ["PYTHONHASHSEED"] = "0"  # SymPy's results depend on the order of sets: the same bytes every time

from workflow.paths import MODES, ROOT, Job, encode, planned
from workflow.settings import missing_device
from workflow.sweeps import SWEEPS, memory


configfile: ROOT / "config.yaml"


try:
    plan = planned(config, cache=Path(".snakemake") / "closure.json")
    atexit.register(plan.closure.save)
except ValueError as error:
    sys.exit(str(error))
# Numba looks at a kernel's own file only: machine code is kept by the digest of all that a kernel is made of.
os.environ["NUMBA_CACHE_DIR"] = str(Path(".snakemake", "numba", plan.kernels_code).absolute())


wildcard_constraints:
    experiment="|".join(plan.wing_experiments) or "none",
    figure="|".join(plan.figures),
    mode="|".join(sorted({mode for modes in MODES.values() for mode in modes})),
    neurons=r"\d+",
    first=r"\d+",
    condition=r"[\w-]+",
    sweep="|".join(SWEEPS),


localrules:
    all,
    verify,
    experiments,
    figures,
    report,


onstart:
    from pnn.store import discard_leftovers

    discard_leftovers(Path(plan.config["results"]))
    if workflow.local_exec and (problem := missing_device(plan.config["device"])):
        sys.exit(problem)


rule all:
    """Everything: the judged ledger, the experiments, the figures, the page and the manifest."""
    input:
        plan.all_data,
        plan.at("verdict.txt"),
        plan.at("report", "index.html"),
        plan.at("manifest.sha256"),


rule verify:
    """The ledger of all claims, judged."""
    input:
        plan.all_checks,
        plan.at("verdict.txt"),


rule experiments:
    """Every training run and what the figures need."""
    input:
        plan.experiments,


rule figures:
    """Every figure in every format, and all of them in one PDF."""
    input:
        plan.at("figures", "figures.pdf"),


rule report:
    """The page."""
    input:
        plan.at("report", "index.html"),


include: "workflow/rules/verify.smk"
include: "workflow/rules/experiments.smk"
include: "workflow/rules/figures.smk"
include: "workflow/rules/report.smk"
