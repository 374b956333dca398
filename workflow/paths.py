"""Names of files and the settings of jobs: pure functions that the rules and the tests share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pnn.figures.index import Entry
from verification.jobs import Job, jobs, method_settings, topics
from workflow import settings, sweeps, wings
from workflow.closure import Closure

MODES = {"degree_one": ("replay", "fixed", "fresh"), "random_pnn": ("replay", "fresh")}  # of training experiments
COUNTED = {"degree_one": "trials", "random_pnn": "simulations"}
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Plan:
    """Everything that a run makes, from its validated configuration."""

    config: Mapping
    closure: Closure

    @cached_property
    def jobs(self) -> list[Job]:
        """Every topic by every method that it has."""
        return jobs(tuple(self.config["papers"]))

    def at(self, *parts: str) -> str:
        """A path below the results folder."""
        return "/".join([self.config["results"], *parts])

    def checks(self, job: Job) -> str:
        """The file of a job's records."""
        return self.at("checks", job.paper, job.topic, f"{job.method}.h5")

    @property
    def all_checks(self) -> list[str]:
        """The files of all jobs."""
        return [self.checks(job) for job in self.jobs]

    def forms(self, job: Job) -> list[str]:
        """The symbolic files whose closed forms a job computes with."""
        return [self.at("checks", *topic.split("/"), "symbolic.h5") for topic in job.forms]

    def experiment(self, name: str) -> str:
        """The file of an experiment."""
        return self.at("experiments", f"{name}.h5")

    def data(self, job: Job) -> list[str]:
        """The experiments that a job reads."""
        return [self.experiment(name) for name in job.data]

    def files(self, job: Job) -> list[str]:
        """Files of the paper's folder that a job reads: what was printed, to compare with."""
        return [str(wings.PAPERS / job.paper / name) for name in job.literal("FILES")]

    def total(self, training: str, mode: str) -> int:
        """How many trials a condition of a training experiment has."""
        return self.config[training][f"{'fresh' if mode == 'fresh' else 'replay'}_{COUNTED[training]}"]

    def training_jobs(self, training: str) -> list[str]:
        """The files of all conditions of a training experiment, each cut into jobs of so many trials at most."""
        part = self.config[training]
        return [
            self.at("experiments", training, f"{mode}-{neurons}-from-{first}.h5")
            for mode in MODES[training]
            for neurons in part["neurons"]
            for first in range(0, self.total(training, mode), part["trials_per_job"])
        ]

    def sweep_conditions(self, sweep: str) -> list[str]:
        """The files of all conditions of a sweep."""
        return [self.at("experiments", sweep, f"{name}.h5") for name in sweeps.conditions(sweep, self.config)]

    def sweep_condition(self, sweep: str, name: str) -> dict:
        """The settings of one condition of a sweep."""
        return sweeps.conditions(sweep, self.config)[name]

    @property
    def kernels_code(self) -> str:
        """The digest of the compiled training kernels."""
        return self.closure.digest("pnn.training.compiled", "pnn.training.shared")

    @property
    def gpus(self) -> int:
        """GPUs that a training job asks a cluster for: one where the configuration wants to train on it."""
        return int(self.config["device"] == "cuda")

    @property
    def first(self) -> bool:
        """Whether the first paper, whose experiments are cut into conditions, is part of the run."""
        return wings.FIRST in self.config["papers"]

    @cached_property
    def wing_experiments(self) -> dict[str, str]:
        """The modules of the experiments that stand beside their paper's claims, by name."""
        return wings.experiments(self.config["papers"])

    @property
    def experiments(self) -> list[str]:
        """The files that the experiments leave for checks and figures."""
        names = ("decay", "degree_one", "random_pnn", "figure_data", "images", *sweeps.SWEEPS)
        first = names if self.first else ()
        return [self.experiment(name) for name in (*first, *self.wing_experiments)]

    @cached_property
    def figures(self) -> dict[str, Entry]:
        """All figures by name, in their papers' order."""
        return wings.figures(self.config["papers"])

    def figure(self, name: str, extension: str) -> str:
        """A figure's file."""
        return self.at("figures", f"{name}.{extension}")

    @property
    def all_data(self) -> list[str]:
        """Every data file of the run, for the manifest."""
        jobs = [path for training in MODES for path in self.training_jobs(training)]
        swept = [path for sweep in sweeps.SWEEPS for path in self.sweep_conditions(sweep)]
        return [*self.all_checks, *([*jobs, *swept] if self.first else []), *self.experiments]

    def job_settings(self, job: Job) -> str:
        """The config keys that a job uses, as JSON."""
        known = {"seed": self.config["seed"], **self.config["checks"]}
        return encode({key: known[key] for key in method_settings(job.method)})

    def job_code(self, job: Job) -> str:
        """The digest of what a job runs: the stage, the engine and the checks with all they import."""
        engine = f"verification.methods.{job.method}"
        return self.closure.digest("verification.run_topic", engine, job.module)

    def training_settings(self, training: str, mode: str, neurons: int, first: int) -> str:
        """The settings of one job; a replay has the authors' seeds and no use for ours."""
        part, counted = self.config[training], COUNTED[training]
        own = ("neurons", "trials_per_job", f"replay_{counted}", f"fresh_{counted}")
        shared = {key: value for key, value in part.items() if key not in own}
        condition = {"ratio": neurons // part["inputs"]} if training == "degree_one" else {"neurons": neurons}
        count = min(part["trials_per_job"], self.total(training, mode) - first)
        seed = self.config["seed"] if mode == "fresh" else 0
        job = {"mode": mode, "first": first, counted: count, "seed": seed, "device": self.config["device"]}
        return encode({**shared, **condition, **job})

    def gathered_settings(self, training: str) -> str:
        """The settings of a whole training experiment, however it is cut into jobs."""
        return encode({**self.uncut(training), "seed": self.config["seed"], "device": self.config["device"]})

    def uncut(self, name: str) -> dict:
        """A section of the configuration without the key that cuts it into jobs, on which no result depends."""
        return {key: value for key, value in self.config[name].items() if key != "trials_per_job"}

    def wing_settings(self, name: str) -> str:
        """The settings of an experiment beside its paper's claims: the section of its name, and the seed."""
        return encode({**self.config[name], "seed": self.config["seed"]})

    def figure_needs(self, name: str) -> list[str]:
        """The experiments that a figure draws."""
        return [self.experiment(need) for need in self.figures[name].needs]

    def figure_index(self, name: str) -> str:
        """The module that lists a figure."""
        return str(wings.figure_index(self.figures[name].paper))

    def figure_code(self, name: str) -> str:
        """The digest of what draws a figure."""
        return self.closure.digest("pnn.figures.draw", self.figures[name].module)

    def figure_data_settings(self) -> str:
        """The grids of the figures."""
        return encode(self.config["figures"])

    def published(self, paper: str) -> str:
        """Numbers printed in a paper."""
        return str(wings.PAPERS / paper / "published.yaml")

    @property
    def all_published(self) -> list[str]:
        """Numbers printed in all papers of the run."""
        return [self.published(paper) for paper in self.config["papers"]]

    def ledger_settings(self) -> str:
        """What the ledger says of the run, and the error rate that it applies."""
        rate = self.config["checks"]["false_alarm_rate"]
        read = {name for job in self.jobs for name in job.data if name in self.config}
        run = {key: self.config[key] for key in ("size", "papers", "seed", "checks")}
        return encode({"false_alarm_rate": rate, **run, **{name: self.uncut(name) for name in sorted(read)}})

    def ledger_code(self) -> str:
        """The digest of the ledger: the model and every claim's wording."""
        papers = self.config["papers"]
        wording = [f"verification.papers.{p}.{t}.claims" for p, t in topics() if p in papers]
        return self.closure.digest("verification.assemble_ledger", "verification.judge_ledger", *wording)

    @property
    def templates(self) -> list[str]:
        """The page's templates, style, script and font."""
        report = ROOT / "workflow" / "report"
        return sorted(str(path) for folder in ("templates", "fonts") for path in (report / folder).iterdir())

    def page_settings(self) -> str:
        """The whole configuration: the page shows it."""
        return encode(self.config)

    def page_code(self) -> str:
        """The digest of what makes the page."""
        return self.closure.digest("workflow.report.build_page")


def planned(config: Mapping, cache: Path) -> Plan:
    """The plan of a configuration as it was loaded. Raises ValueError, in one line, for one that cannot be run."""
    complete = settings.validated(config)
    jobs(tuple(complete["papers"]))
    plan = Plan(complete, Closure(ROOT, cache))
    unnamed = [name for name in plan.wing_experiments if name not in complete]
    if unnamed:
        raise settings.BadConfig(f"config: the schema has no section for the experiments {', '.join(unnamed)}")
    if problem := settings.missing_images(complete["images"]):
        raise settings.BadConfig(problem)
    return plan


def encode(settings: Mapping) -> str:
    """Settings as one line of JSON, keys sorted: the form in which they reach a stage."""
    return json.dumps(settings, sort_keys=True, ensure_ascii=True)
