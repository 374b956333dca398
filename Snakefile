"""Wiring only: configuration, stages, targets. `snakemake --cores N` makes everything below the results folder."""

import atexit
import sys
from pathlib import Path

sys.path.insert(0, str(workflow.current_basedir))  # this file's folder, also where it is a module of another workflow

from workflow import environment, outside
from workflow.paths import ROOT, Job, planned
from workflow.settings import missing_device


configfile: ROOT / "config.yaml"


try:
    plan = planned(config, cache=Path(".snakemake") / "closure.json")
    told = list(outside.report(plan.config["papers"], plan.closure))
except ValueError as error:
    sys.exit(str(error))
atexit.register(plan.closure.save)
environment.prepare(plan)


wildcard_constraints:
    piece=plan.alternatives(plan.pieces),
    gathered=plan.alternatives(plan.gathered),
    figure=plan.alternatives(plan.figures),


localrules:
    all,
    verify,
    experiments,
    figures,
    report,


onstart:
    from pnn.store import discard_leftovers

    discard_leftovers(Path(plan.config["results"]))
    for line in told:
        print(line, file=sys.stderr)
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
    """Every experiment, and what the figures need."""
    input:
        plan.all_experiments,


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
