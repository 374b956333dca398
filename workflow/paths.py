"""Names of files and the settings of jobs: pure functions that the rules and the tests share."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from verification import wings
from verification.experiments import plan as planning
from verification.figures.index import Entry
from verification.jobs import Job, jobs, method_settings, topics
from verification.reproduction import Comparison
from verification.wings import Experiment
from workflow import refusals, settings
from workflow.closure import Closure, with_files
from workflow.formal import Formal

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

    @cached_property
    def formal(self) -> Formal:
        """The stage that has Coq check the formal proofs."""
        return Formal(self.config, self.jobs, self.closure)

    def experiment(self, name: str) -> str:
        """The file of an experiment."""
        return self.at("experiments", f"{name}.h5")

    def data(self, job: Job) -> list[str]:
        """The experiments that a job reads."""
        return [self.experiment(name) for name in job.data]

    def files(self, job: Job) -> list[str]:
        """Files of the paper's folder that a job reads: what was printed, to compare with."""
        return [self.beside(wings.wing(job.paper).folder / name) for name in job.literal("FILES")]

    def beside(self, path: Path) -> str:
        """A file of the house or of a paper, by its path from where the run starts: a moved copy is up to date."""
        return os.path.relpath(path)

    @property
    def image(self) -> str | None:
        """The container image; None where its path has a space, which Snakemake refuses in every run."""
        path = self.beside(ROOT / "containers" / "porcupine.sif")
        return None if " " in path else path

    @cached_property
    def experiments(self) -> dict[str, Experiment]:
        """The experiments of the run's papers, by name."""
        return wings.experiments(self.config["papers"])

    def section(self, name: str) -> Mapping:
        """An experiment's section of the configuration."""
        return self.config[self.experiments[name].section[0]]

    @cached_property
    def planned(self) -> dict[str, dict[str, planning.Job]]:
        """The jobs of every experiment by what their files are called below the experiments' folder."""
        run = settings.run_of(self.config)
        return {name: one.jobs(self.section(name), run) for name, one in self.experiments.items()}

    @cached_property
    def pieces(self) -> dict[str, planning.Job]:
        """The jobs of all experiments."""
        return {piece: job for jobs in self.planned.values() for piece, job in jobs.items()}

    @property
    def gathered(self) -> list[str]:
        """The experiments that are cut into jobs, whose files are gathered."""
        return [name for name, jobs in self.planned.items() if list(jobs) != [name]]

    def alternatives(self, names: Iterable[str]) -> str:
        """What a wildcard may be: one of these names, nothing where there is none."""
        return "|".join(map(re.escape, names)) or "none"

    def owner(self, piece: str) -> Experiment:
        """The experiment of a job."""
        return self.experiments[piece.partition("/")[0]]

    def piece_settings(self, piece: str) -> str:
        """The settings of one job of an experiment."""
        return encode(self.pieces[piece].settings)

    def piece_code(self, piece: str) -> str:
        """The digest of what one job of an experiment runs."""
        return self.closure.digest("verification.experiments.run_job", f"{self.owner(piece).room}.run")

    def piece_files(self, name: str) -> list[str]:
        """The files of all jobs of an experiment."""
        return [self.experiment(piece) for piece in self.planned[name]]

    def places(self, name: str) -> str:
        """Where the jobs of an experiment belong in its gathered file."""
        return json.dumps([{"group": job.group, "at": dict(job.at)} for job in self.planned[name].values()])

    def gathered_settings(self, name: str) -> str:
        """The settings of a whole experiment, however it is cut into jobs."""
        used = {key for job in self.planned[name].values() for key in job.settings}
        run = {key: self.config[key] for key in ("seed", "device") if key in used}
        return encode({**self.experiments[name].uncut(self.section(name)), **run})

    def gathered_code(self, name: str) -> str:
        """The digest of what puts the jobs of an experiment together."""
        return self.closure.digest("verification.experiments.gather", *self.experiments[name].gathers)

    @property
    def kernels_code(self) -> str:
        """The digest of all that is compiled: training with its draws, and non-negative least squares."""
        training = ("compiled", "fixed", "shared", "grams", "normals")
        return self.closure.digest(*(f"pnn.training.{name}" for name in training), "pnn.nonnegative")

    @property
    def all_experiments(self) -> list[str]:
        """The files that the experiments leave for checks and figures."""
        return [self.experiment(name) for name in self.experiments]

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
        experiments = map(self.experiment, dict.fromkeys([*self.pieces, *self.experiments]))
        return [*self.all_checks, *self.formal.files, *experiments]

    @property
    def folders(self) -> list[Path]:
        """The folders into which a run writes."""
        rest = [
            ("figures",),
            ("checkpoints",),
            ("report",),
            *(("report", name) for name in ("claims", "code", "figures", "certificates")),
        ]
        files = [*self.all_data, self.at("ledger.json"), *(self.at(*parts, "a file") for parts in rest)]
        files += [self.at("report", os.path.relpath(file, self.at())) for file in self.all_data]
        return list(dict.fromkeys(Path(file).parent for file in files))

    def job_settings(self, job: Job) -> str:
        """The config keys that a job uses, as JSON."""
        known = {"seed": self.config["seed"], **self.config["checks"]}
        return encode({key: known[key] for key in method_settings(job.method)})

    def job_code(self, job: Job) -> str:
        """The digest of what a job runs (stage, engine and checks with all they import) and of the files it reads."""
        engine = f"verification.methods.{job.method}"
        return with_files(self.closure.digest("verification.run_topic", engine, job.module), self.files(job))

    def figure_needs(self, name: str) -> list[str]:
        """The experiments that a figure draws."""
        return [self.experiment(need) for need in self.figures[name].needs]

    def figure_code(self, name: str) -> str:
        """The digest of what lists and draws a figure, and of the numbers printed in its paper."""
        entry = self.figures[name]
        index = wings.wing(entry.paper).index("figures")
        code = self.closure.digest("verification.figures.draw", entry.place, *index)
        return with_files(code, self.published(entry.paper))

    def binding_code(self) -> str:
        """The digest of what binds the figures."""
        return self.closure.digest("verification.figures.bind")

    def published(self, paper: str) -> list[str]:
        """The file of the numbers printed in a paper, if it has one."""
        return [self.beside(path) for path in wings.wing(paper).published]

    @property
    def all_published(self) -> list[str]:
        """Numbers printed in all papers of the run."""
        return [path for paper in self.config["papers"] for path in self.published(paper)]

    @cached_property
    def comparisons(self) -> list[Comparison]:
        """The comparisons of printed with reproduced numbers of the run's papers."""
        return wings.comparisons(self.config["papers"])

    def ledger_settings(self) -> str:
        """What the ledger says of the run, and the error rate that it applies."""
        rate = self.config["checks"]["false_alarm_rate"]
        read = sorted({name for job in self.jobs for name in job.data})
        run = {key: self.config[key] for key in ("size", "papers", "seed", "checks")}
        sections = {
            self.experiments[name].section[0]: self.experiments[name].uncut(self.section(name)) for name in read
        }
        return encode({"false_alarm_rate": rate, **run, **sections})

    def ledger_code(self) -> str:
        """The digest of the ledger: the model and every claim's wording."""
        papers = self.config["papers"]
        wording = [f"verification.papers.{p}.{t}.claims" for p, t in topics() if p in papers]
        return self.closure.digest("verification.assemble_ledger", "verification.judge_ledger", *wording)

    @property
    def templates(self) -> list[str]:
        """What the page is made of or has beside it: templates, style, script, font, programs, and the papers' own."""
        report = ROOT / "workflow" / "report"
        common = sorted(
            self.beside(path) for folder in ("templates", "fonts") for path in (report / folder).glob("[!.]*")
        )
        common += map(self.beside, sorted((ROOT / "workflow" / "certificates").glob("check_*.py")))
        common.append(self.beside(ROOT / "verification" / "ledger.schema.json"))
        own = [self.beside(path) for one in self.comparisons for path in one.template(wings.wing(one.paper).folder)]
        return [*common, *own]

    def page_settings(self) -> str:
        """The whole configuration: the page shows it."""
        return encode(self.config)

    def page_code(self) -> str:
        """The digest of what makes the page, and of templates and printed numbers."""
        lists = [name for paper in self.config["papers"] for name in wings.wing(paper).index("reproduction")]
        compared = [one.module for one in self.comparisons]
        code = self.closure.digest("workflow.report.build_page", *lists, *compared)
        return with_files(code, [*self.templates, *self.all_published])


def planned(config: Mapping, cache: Path) -> Plan:
    """The plan of a configuration as it was loaded. Raises ValueError, in one line, for one that cannot be run."""
    complete = settings.validated(config)
    plan = Plan(complete, Closure(ROOT, cache))
    try:
        refusals.refuse(plan)
    except ValueError as error:
        raise settings.BadConfig(f"config: {' '.join(str(error).split())}") from error
    return plan


def encode(settings: Mapping) -> str:
    """Settings as one line of JSON, keys sorted: the form in which they reach a stage."""
    return json.dumps(settings, sort_keys=True, ensure_ascii=True)
