"""Wiring only: configuration, stages, targets. `snakemake --cores N` makes everything below the results folder."""

import os
import sys
from pathlib import Path

from snakemake.exceptions import WorkflowError

sys.path.insert(0, str(workflow.basedir))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(workflow.basedir), os.environ.get("PYTHONPATH")]))
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1"))

from workflow import settings
from workflow.closure import Closure
from workflow.paths import MODES, ROOT, Job, Plan


configfile: ROOT / "config.yaml"


try:
    plan = Plan(settings.validated(config), Closure(ROOT, Path(".snakemake") / "closure.json"))
    papers_known = plan.jobs
except ValueError as error:
    sys.exit(str(error))
if problem := settings.missing_device(plan.config["device"]):
    sys.exit(problem)


include: "workflow/rules/targets.smk"
include: "workflow/rules/verify.smk"
include: "workflow/rules/experiments.smk"
include: "workflow/rules/figures.smk"
include: "workflow/rules/report.smk"


plan.closure.save()
