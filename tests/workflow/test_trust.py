"""Files are held against what a run would make, whatever Snakemake remembers of them."""

import json
import os
import shutil
import subprocess

import pytest

from pnn import store
from tests.guests import forgotten, paper
from tests.workflow.conftest import Pipeline, copied
from workflow import trust
from workflow.paths import planned

pytestmark = pytest.mark.xdist_group("trust")


@pytest.fixture(scope="module")
def finished(tmp_path_factory) -> Pipeline:
    """A finished run of a small paper of somebody's."""
    place = tmp_path_factory.mktemp("trust")
    paper(place / "papers", "guest2001", "doubling", "doubles_drawn")
    house = copied(place / "a house")
    house.configure(papers=["guest2001"], papers_from=["../papers"], results="out")
    done = house.snakemake("--cores", "2")
    assert done.returncode == 0, done.stderr[-3000:]
    return house


@pytest.fixture
def house(finished, tmp_path) -> Pipeline:
    """A copy of it with the times of its files, which has lost Snakemake's memory."""
    shutil.copytree(finished.folder.parent, tmp_path / "copy", symlinks=True)
    copy = Pipeline(tmp_path / "copy" / "a house", finished.environment)
    shutil.rmtree(copy.folder / ".snakemake")
    return copy


def change(house: Pipeline, old: str, new: str) -> None:
    path = house.folder / "tiny.yaml"
    path.write_text(path.read_text().replace(old, new))


def test_without_a_memory_what_fits_is_trusted_and_what_does_not_is_made_anew(house):
    assert house.planned() == set()
    change(house, "size: custom", "size: quick\ndoubling: {most: 5}")
    jobs = {job.split()[0] for job in house.planned()}
    assert jobs >= {"run_job", "gather_jobs", "draw_figure", "bind_figures", "assemble_ledger", "build_page"}
    assert "check_topic" not in jobs
    done = house.snakemake("--cores", "1", "--quiet", "all")
    assert "out holds a run of another configuration, which this one replaces: " in done.stderr
    assert 'size was "custom", is "quick"' in done.stderr
    assert store.read(house.folder / "out/experiments/doubling.h5").arrays["product"].values.shape == (2, 5)
    assert house.planned() == set()


def test_a_touch_makes_no_file_current(house):
    assert house.snakemake("--cores", "1", "--touch", "--config", "seed=99").returncode == 0
    done = house.snakemake("--cores", "1", "--dry-run", "--config", "seed=99")
    assert all(f"rule {rule}:" in done.stdout for rule in ("check_topic", "assemble_ledger", "build_page"))
    assert "rule run_job:" not in done.stdout and "rule draw_figure:" not in done.stdout  # which use no seed


def test_edited_code_is_seen_without_a_memory_and_only_what_is_asked_for_is_made(house):
    path = house.folder.parent / "papers/guest2001/doubles/exact.py"
    path.write_text(path.read_text().replace("range(10)", "range(11)"))
    path = house.folder.parent / "papers/guest2001/experiments/doubling/run.py"
    path.write_text(path.read_text().replace("job.settings.base * numbers", "job.settings.base * 1 * numbers"))
    assert {"check_topic", "run_job", "build_page"} <= {job.split()[0] for job in house.planned()}
    done = house.snakemake("--cores", "1", "--dry-run", "out/checks/guest2001/doubles/exact.h5")
    assert "check_topic" in done.stdout and "run_job" not in done.stdout


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        ("../papers/guest2001/published.yaml", {"draw_figure", "bind_figures", "build_page", "all"}),
        ("workflow/report/templates/style.css", {"build_page", "all"}),
    ],
)
def test_other_printed_numbers_and_templates_are_seen_whatever_their_date(house, path, rules):
    with open(house.folder / path, "a") as file:
        file.write("\n")
    os.utime(house.folder / path, (0, 0))
    assert {job.split()[0] for job in house.planned()} == rules


def wanted_in(house: Pipeline) -> dict[str, trust.Made]:
    config = {"papers": ["guest2001"], "papers_from": ["../papers"], "results": "out", "size": "custom"}
    with forgotten():
        return trust.wanted(planned(config, house.folder / "closure.json"))


def test_what_is_held_against_the_plan_is_all_that_a_run_makes(house, monkeypatch):
    monkeypatch.chdir(house.folder)
    wanted = wanted_in(house)
    assert all((house.folder / path).is_file() for path in wanted)
    made = {path.relative_to(house.folder).as_posix() for path in (house.folder / "out").rglob("*.h5")}
    assert {path for path in made if not path.startswith("out/report/")} <= {*wanted}
    assert {"out/ledger.json", "out/figures/figures.pdf", "out/report/index.html"} <= {*wanted}


def test_a_file_that_was_copied_over_another_is_found(house, monkeypatch):
    monkeypatch.chdir(house.folder)
    wanted = wanted_in(house)
    before = trust.unfit(wanted)
    pieces = sorted((house.folder / "out/experiments/doubling").glob("*.h5"))
    shutil.copyfile(pieces[0], pieces[1])
    found = set(trust.unfit(wanted)) - set(before)
    assert found == {pieces[1].relative_to(house.folder).as_posix()}


def wanted_of(path, settings='{"seed": 1}', code="abc"):
    return {str(path): trust.Made("job", settings, code)}


def test_what_a_file_says_is_read_once_and_again_when_it_changes(tmp_path, monkeypatch):
    path, memory = tmp_path / "job.h5", tmp_path / "memory.json"
    store.write(path, store.Group(), store.Provenance("job", {"seed": 1}, 1, "abc"))
    assert trust.unfit(wanted_of(path), memory) == {}
    read = trust._read
    monkeypatch.setattr(trust, "_read", lambda path: pytest.fail("it was read again"))
    assert trust.unfit(wanted_of(path), memory) == {}
    assert list(trust.unfit(wanted_of(path, '{"seed": 2}'), memory)) == [str(path)]
    monkeypatch.setattr(trust, "_read", read)
    store.write(path, store.Group(), store.Provenance("job", {"seed": 22}, 22, "abc"))
    assert trust.unfit(wanted_of(path), memory)[str(path)].settings == '{"seed": 22}'
    for damaged in ("[]", "null", "{", f'{{"{path}": null}}', f'{{"{path}": [1]}}'):
        memory.write_text(damaged)
        assert list(trust.unfit(wanted_of(path, code="abd"), memory)) == [str(path)]


def test_another_file_of_the_same_size_and_date_is_read_again(tmp_path):
    path, other, memory = tmp_path / "job.h5", tmp_path / "other.h5", tmp_path / "memory.json"
    for seed, place in ((1, path), (2, other)):
        store.write(place, store.Group(), store.Provenance("job", {"seed": seed}, seed, "abc"))
    assert trust.unfit(wanted_of(path), memory) == {}
    dates = path.stat()
    os.utime(other, ns=(dates.st_atime_ns, dates.st_mtime_ns))
    assert other.stat().st_size == dates.st_size
    os.replace(other, path)
    assert trust.unfit(wanted_of(path), memory)[str(path)].settings == '{"seed": 2}'


def test_a_path_that_cannot_be_looked_at_is_left_to_the_stage_that_writes_it(tmp_path):
    assert trust.unfit(wanted_of(tmp_path / ("long" * 100) / "job.h5"), tmp_path / "memory.json") == {}


@pytest.mark.parametrize(("name", "content"), [("job.h5", b"damaged"), ("ledger.json", b"{")])
def test_a_damaged_file_is_left_to_the_stage_that_reads_it(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert trust.unfit(wanted_of(tmp_path / name), tmp_path / "memory.json") == {}


def test_a_page_that_does_not_say_what_it_is_is_made_anew(tmp_path):
    (tmp_path / "index.html").write_text("<p>old</p>")
    assert trust.unfit(wanted_of(tmp_path / "index.html"), tmp_path / "memory.json") == {
        str(tmp_path / "index.html"): None
    }


def test_what_differs_is_told_by_key():
    before, now = json.dumps({"seed": 1, "checks": {"samples": 5}}), json.dumps({"seed": 1, "checks": {"samples": 6}})
    assert trust.differences(before, now) == ["checks.samples was 5, is 6"]


MADE = trust.Made("job", '{"seed": 1}', "abc")
PAGE = trust.Made("", "", "abc 01")


@pytest.mark.parametrize(
    ("said", "wanted", "why"),
    [
        (MADE, MADE._replace(settings='{"seed": 2}'), "seed was 1, is 2"),
        (MADE, MADE._replace(code="abd"), "other code"),
        (MADE, MADE._replace(id="other"), "it is job"),
        (PAGE, PAGE._replace(code="abd 01"), "other code"),
        (PAGE, PAGE._replace(code="abc 02"), "other settings"),
        (None, PAGE, "it does not say"),
    ],
)
def test_in_what_a_file_does_not_fit_is_told(said, wanted, why):
    [line] = trust.report("out", {"out/a": wanted, "out/ledger.json": MADE}, {"out/a": said})
    assert line == f"out has 1 file of other settings or code, made anew where needed: out/a ({why})"


def test_the_first_line_of_a_log_is_a_command_that_can_be_pasted(house, tmp_path):
    for name in ("experiments/doubling/2-0", "checks/guest2001/doubles/exact"):
        line = (house.folder / f"out/logs/{name}.log").read_text().splitlines()[0]
        again = f"{line} --output '{tmp_path}/again.h5'"  # the last one counts: the run itself is left alone
        done = subprocess.run(["sh", "-c", again], cwd="/", capture_output=True, text=True, env={}, check=False)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "again.h5").read_bytes() == (house.folder / f"out/{name}.h5").read_bytes()
