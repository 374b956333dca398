import json
import os
import shutil
import subprocess
import sys
from contextlib import nullcontext

import pytest

from pnn.store import read
from tests.guests import paper
from verification.experiments import gather, run_job
from workflow import refusals
from workflow.closure import Closure
from workflow.paths import ROOT, Plan, planned
from workflow.settings import BadConfig, validated

MODES = {"degree_one": ("replay", "fixed", "fresh"), "random_pnn": ("replay", "fresh")}
COUNTED = {"degree_one": "trials", "random_pnn": "simulations"}


def plan(tmp_path, **config):
    return Plan(validated(config), Closure(ROOT, tmp_path / "closure.json"))


def total(made: Plan, training: str, mode: str) -> int:
    return made.section(training)[f"{'fresh' if mode == 'fresh' else 'replay'}_{COUNTED[training]}"]


@pytest.mark.parametrize("each", [3, 64, 1000])
def test_jobs_hold_every_trial_once(tmp_path, each):
    made = plan(tmp_path, degree_one={"trials_per_job": each}, random_pnn={"trials_per_job": each})
    for training, counted in COUNTED.items():
        names = [path.rsplit("/", 1)[1].removesuffix(".h5") for path in made.piece_files(training)]
        assert len(set(names)) == len(names) == len(made.planned[training])
        for mode in MODES[training]:
            for neurons in made.config[training]["neurons"]:
                own = [name for name in names if name.startswith(f"{mode}-{neurons}-from-")]
                firsts = [int(name.rsplit("-", 1)[1]) for name in own]
                jobs = [json.loads(made.piece_settings(f"{training}/{name}")) for name in own]
                assert [job["first"] for job in jobs] == firsts and {job["mode"] for job in jobs} == {mode}
                numbers = [n for job in jobs for n in range(job["first"], job["first"] + job[counted])]
                assert numbers == list(range(total(made, training, mode)))
                assert all(job[counted] <= each for job in jobs)
                pieces = [made.pieces[f"{training}/{name}"] for name in own]
                at = {"ratio": neurons // 5} if training == "degree_one" else {"neurons": neurons}
                assert all((piece.group, piece.at) == (mode, at) for piece in pieces)
        assert len(names) == sum(
            -(-total(made, training, mode) // each) * len(made.config[training]["neurons"]) for mode in MODES[training]
        )


def test_no_result_names_the_cut(tmp_path):
    one, other = (plan(tmp_path, degree_one={"trials_per_job": each}) for each in (10, 20))
    assert one.pieces.keys() != other.pieces.keys()
    assert one.gathered_settings("degree_one") == other.gathered_settings("degree_one")
    assert one.ledger_settings() == other.ledger_settings()


def test_the_settings_of_a_whole_experiment_are_its_section_with_what_its_jobs_use_of_the_run(tmp_path):
    made = plan(tmp_path, seed=11, device="cpu")
    sweep, training, images, figures = (
        json.loads(made.gathered_settings(name)) for name in ("schur_by_lines", "degree_one", "images", "figure_data")
    )
    assert sweep == {**made.config["schur_by_lines"], "seed": 11}
    assert training == {k: v for k, v in made.config["degree_one"].items() if k != "trials_per_job"} | {
        "seed": 11,
        "device": "cpu",
    }
    assert images == {**made.config["images"], "seed": 11} and figures == made.config["figures"]


def test_an_experiment_that_is_not_cut_leaves_its_file_itself(tmp_path):
    made = plan(tmp_path)
    assert sorted(made.gathered) == [
        "degree_one",
        "diverse_descent",
        "diverse_figure_4",
        "diverse_table_1",
        "random_pnn",
        "schur_by_inputs",
        "schur_by_lines",
        "width_figure_1",
    ]
    for name in made.experiments:
        assert (name in made.pieces) != (name in made.gathered)
        assert made.experiment(name) in made.all_experiments and made.experiment(name) in made.all_data
        assert all(made.owner(piece).name == name for piece in made.planned[name])
    assert len(set(made.all_data)) == len(made.all_data)
    assert set(map(made.experiment, made.pieces)) <= set(made.all_data)


def test_where_jobs_belong_is_told_in_the_order_of_their_files(tmp_path):
    made = plan(tmp_path)
    for name in made.gathered:
        places = json.loads(made.places(name))
        wanted = [{"group": job.group, "at": dict(job.at)} for job in made.planned[name].values()]
        assert places == wanted and len(places) == len(made.piece_files(name))


def test_what_an_edit_to_a_plan_or_a_gatherer_reruns(tmp_path):
    """Gathering follows the plan, whose axes it describes; a job's own code does not."""
    made, codes = plan(tmp_path), {}
    for name in ("degree_one", "random_pnn"):
        codes[name] = made.gathered_code(name)
        room = made.experiments[name].room
        modules = [f"{room}.plan", *([f"{room}.gather"] if name == "degree_one" else [])]
        assert codes[name] == made.closure.digest("verification.experiments.gather", *modules)
        [piece, *_] = made.planned[name]
        assert made.piece_code(piece) == made.closure.digest("verification.experiments.run_job", f"{room}.run")
    assert codes["degree_one"] != codes["random_pnn"]


def test_the_jobs_of_a_paper_outside_run_and_gather(guests, tmp_path):
    """Its plan, its runs and its gathered file fit together, from the configuration on."""
    paper(guests, "guest2001", "doubling")
    config = {"papers_from": [str(guests)], "papers": ["guest2001"], "results": str(tmp_path / "out"), "seed": 4}
    made = planned(config, tmp_path / "closure.json")
    for piece in made.pieces:
        words = ["guest2001", piece, "--settings", made.piece_settings(piece), "--output", made.experiment(piece)]
        assert run_job.main(words) == 0
    total = made.experiment("doubling")
    words = [
        "guest2001",
        "doubling",
        "--jobs",
        made.places("doubling"),
        "--settings",
        made.gathered_settings("doubling"),
    ]
    assert gather.main([*words, "--output", total, "--inputs", *made.piece_files("doubling")]) == 0
    root = read(total)
    assert root.arrays["product"].axes == ("base", "number")
    assert root.arrays["product"].values.tolist() == [[0, 2, 4, 6], [0, 3, 6, 9]]
    assert root.axes["base"].description == "what is doubled into"
    assert root.attributes["settings"] == '{"most": 4}'


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"doubling": {"most": 2000, "a_job": 1}}, "the experiment doubling is cut into 4000 jobs, more than"),
        ({"papers": ["pnn2017"], "results": "r" * 800}, r"the run leaves \d+ data files, more than"),
        ({"doubling": {"most": 600, "a_job": 1}}, ""),
    ],
)
def test_more_files_than_a_command_can_name_are_refused_before_any_work(guests, tmp_path, changes, said):
    paper(guests, "guest2001", "doubling")
    config = {"papers_from": [str(guests)], "papers": ["guest2001"], **changes}
    with nullcontext() if not said else pytest.raises(BadConfig, match=said):
        planned(config, tmp_path / "closure.json")


@pytest.mark.skipif(sys.platform != "linux", reason="another system has another limit")
def test_the_longest_command_is_one_that_a_shell_takes():
    assert subprocess.run(["bash", "-c", f": {'x' * refusals.LONGEST}"], check=False).returncode == 0
    with pytest.raises(OSError, match="too long"):
        subprocess.run(["bash", "-c", f": {'x' * 2 * refusals.LONGEST}"], check=False)


def test_a_wildcard_is_one_of_its_names_letter_by_letter(tmp_path):
    made = plan(tmp_path)
    assert made.alternatives(["a.b", "a/c-1"]) == r"a\.b|a/c\-1" and made.alternatives([]) == "none"


def test_a_run_writes_below_its_results_and_into_known_folders(tmp_path):
    folders = plan(tmp_path, results=".").folders
    assert {".", "experiments/degree_one", "figures", "report/claims", "report/experiments", "checkpoints"} <= set(
        map(str, folders)
    )
    assert len(set(folders)) == len(folders) < 200 and not any(folder.is_absolute() for folder in folders)


def test_a_job_reads_the_files_that_its_module_names(tmp_path):
    made = plan(tmp_path)
    read_by = {job.module.removeprefix("verification.papers."): made.files(job) for job in made.jobs if made.files(job)}
    published = os.path.relpath(ROOT / "verification" / "papers" / "pnn2017" / "published.yaml")
    assert read_by["pnn2017.random_networks.experiment"] == [published]
    sources = {job: job.path.read_text() for job in made.jobs}
    assert {job for job in made.jobs if made.files(job)} == {job for job in made.jobs if "\nFILES = " in sources[job]}


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """A copy of the code, and a function that says which digests of a plan an edit to one of its files changes."""
    root = tmp_path_factory.mktemp("copied")
    for package in ("pnn", "verification", "workflow"):
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))

    def digests() -> dict[str, str]:
        made = Plan(validated({}), Closure(root, root / "closure.json"))
        found = {"kernels": made.kernels_code, "ledger": made.ledger_code(), "page": made.page_code()}
        found |= {f"job {job.topic} {job.method}": made.job_code(job) for job in made.jobs if job.topic == "kernel"}
        made.closure.save()
        return found

    before = digests()

    def changed_by(file: str) -> set[str]:
        kept = (root / file).read_text()
        (root / file).write_text(f"{kept}\nUNUSED = 1\n")
        after = digests()
        (root / file).write_text(kept)
        return {name for name, digest in after.items() if digest != before[name]}

    return changed_by


@pytest.mark.parametrize("file", ["judge_ledger", "assemble_ledger", "ledger", "lint", "papers/pnn2017/kernel/claims"])
def test_an_edit_to_what_judges_or_to_the_wording_changes_the_ledger(copied, file):
    assert "ledger" in copied(f"verification/{file}.py")


def test_an_edit_to_a_check_changes_its_own_job_alone(copied):
    assert copied("verification/papers/pnn2017/kernel/certified.py") == {"job kernel certified"}


def test_an_edit_to_anything_that_is_compiled_changes_the_kernels(copied):
    kernels = [path for path in (ROOT / "pnn").rglob("*.py") if "import njit" in path.read_text()]
    assert len(kernels) >= 5
    for path in kernels:
        assert "kernels" in copied(str(path.relative_to(ROOT))), path
    assert "kernels" not in copied("pnn/training/batched.py")
