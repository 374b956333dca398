"""Papers are found by where they lie, in the house or outside, and what cannot be one is refused in one line."""

import importlib
import json
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from tests.guests import paper, put
from verification import catalogue, jobs, papers, wings
from verification.experiments.plan import Run
from verification.figures import draw
from workflow.settings import BadConfig, validated

HOUSE = {"pnn2017", "basin2016", "width2019", "diversity2017"}
RUN = Run(seed=1, device="cpu")


def test_the_house_is_the_first_place():
    assert set(wings.wings()) >= HOUSE
    assert {wings.wing(key).folder.parent for key in HOUSE} == {Path(papers.__path__[0])}


def test_experiments_are_found_by_where_they_lie_and_bear_their_sections_key():
    for key in HOUSE:
        found = wings.experiments([key])
        assert found
        for name, one in found.items():
            assert (one.name, one.paper) == (name, key) and one.folder == wings.wing(key).folder / "experiments" / name
            assert one.room == f"verification.papers.{key}.experiments.{name}"
            assert isinstance(yaml.safe_load((one.folder / "section.yaml").read_text())[one.section[0]], dict)


@pytest.mark.parametrize("key", sorted(HOUSE))
def test_arguments_use_parts_of_their_own_paper(key):
    """Else a run of this paper alone fails."""
    claims = catalogue.claims((key,))
    steps = (step for claim in claims.values() for part in claim.parts for step in part.argument)
    others = {step.uses for step in steps if ":" in step.uses and step.uses.rpartition(":")[0] not in claims}
    assert not others


def test_what_an_experiment_gathers_with_is_its_plan_and_its_own_way():
    found = wings.experiments(["pnn2017"])
    assert found["degree_one"].gathers == [f"{found['degree_one'].room}.{part}" for part in ("plan", "gather")]
    assert found["random_pnn"].gathers == [f"{found['random_pnn'].room}.plan"]


def test_figures_come_in_the_order_of_their_lists_and_bear_their_paper():
    found = wings.figures(["pnn2017", "basin2016"])
    assert list(found)[:2] == ["figure_1", "figure_2"] and list(found)[-1] == "basin_auer"
    assert [entry.paper for entry in found.values()] == ["pnn2017"] * 17 + ["basin2016"] * 4
    with pytest.raises(ValueError, match="two papers, pnn2017 and pnn2017, have a figure called 'figure_1'"):
        wings.figures(["pnn2017", "pnn2017"])


def test_comparisons_name_modules_and_templates_that_are_there():
    found = wings.comparisons(["basin2016", "pnn2017"])
    assert [one.name for one in found] == ["degree_one", "random_networks", "images"]
    for one in found:
        assert callable(importlib.import_module(one.module).compare)
        assert [path.name for path in one.template(wings.wing(one.paper).folder)] == [f"{one.name}.html"]


def test_a_paper_without_figures_and_comparisons_has_no_index(guests):
    paper(guests, "guest2001")
    wings.admit([guests])
    one = wings.wing("guest2001")
    assert one.index("figures") == one.index("reproduction") == one.published == one.experiments == []
    assert wings.figures(["guest2001"]) == {} and wings.comparisons(["guest2001"]) == []


def test_an_unknown_paper_is_refused_with_those_there_are():
    with pytest.raises(
        ValueError,
        match="paper 'pnn2016' is not in the house; wanted one of basin2016, diversity2017, pnn2017, width2019",
    ):
        wings.wing("pnn2016")


def test_a_paper_outside_is_as_one_of_the_house(guests):
    folder = paper(guests, "guest2001", "doubling", "doubles_drawn")
    assert wings.admit([guests]) == [str(guests)]
    assert wings.wing("guest2001").folder == folder and set(wings.wings()) == {*HOUSE, "guest2001"}
    assert jobs.jobs(("guest2001",)) == [jobs.Job("guest2001", "doubles", "exact")]
    assert list(catalogue.claims(("guest2001",))) == ["guest2001.even"]
    assert catalogue.paper("guest2001").title == "A guest"
    assert draw.entry("guest2001", "doubles_drawn").place == "verification.papers.guest2001.figures.plot"
    one = wings.experiments(["guest2001"])["doubling"]
    section = {"most": 4, "a_job": 3}
    assert list(one.jobs(section, RUN)) == [f"doubling/{name}" for name in ("2-0", "2-3", "3-0", "3-3")]
    assert one.uncut(section) == {"most": 4}
    assert list(one.refusals({"most": 2, "a_job": 3}, RUN)) == ["doubling.a_job 3 is more than doubling.most 2"]


def test_a_configuration_names_folders_and_gets_the_sections_of_their_papers(guests):
    paper(guests, "guest2001", "doubling")
    config = validated({"papers_from": [str(guests)], "papers": ["guest2001"], "doubling": {"most": 8}})
    assert config["doubling"] == {"most": 8, "a_job": 3} and not {"degree_one", "basin_path"} & set(config)
    assert validated({"papers_from": [str(guests)]})["papers"] == [
        "basin2016",
        "diversity2017",
        "guest2001",
        "pnn2017",
        "width2019",
    ]
    with pytest.raises(BadConfig, match=r"config: doubling\.most is 0; wanted at least 1"):
        validated({"papers_from": [str(guests)], "papers": ["pnn2017"], "doubling": {"most": 0}})
    with pytest.raises(BadConfig, match=r"^config: doubling\.a_job 3 is more than doubling\.most 2$"):
        validated({"papers_from": [str(guests)], "papers": ["guest2001"], "doubling": {"most": 2}})


def test_the_same_folder_twice_is_one_place(guests, monkeypatch):
    paper(guests, "guest2001")
    monkeypatch.chdir(guests.parent)
    assert wings.admit([guests, guests.name, f"{guests}/"]) == wings.admit([guests.name]) == [str(guests)]
    assert set(wings.wings()) == {*HOUSE, "guest2001"}


def test_a_folder_may_lie_in_the_home(guests, monkeypatch):
    paper(guests, "guest2001")
    monkeypatch.setenv("HOME", str(guests.parent))
    assert wings.admit([f"~/{guests.name}"]) == [str(guests)]


def test_stages_learn_of_folders_by_the_environment(guests):
    paper(guests, "guest2001", "doubling")
    other = paper(guests.parent / "more", "guest2002").parent
    program = (
        "import json; from verification import papers, wings, catalogue; "
        "print(json.dumps([papers.__path__[1:], sorted(wings.wings()), catalogue.paper('guest2002').key]))"
    )
    environment = {**os.environ, papers.VARIABLE: os.pathsep.join([str(guests), "", str(other)])}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [
        [str(guests), str(other)],
        sorted([*HOUSE, "guest2001", "guest2002"]),
        "guest2002",
    ]


def entries(monkeypatch, value: str) -> None:
    """One installed entry point of papers."""
    entry = metadata.EntryPoint("theirs", value, wings.GROUP)
    monkeypatch.setattr(metadata, "entry_points", lambda group: [entry] if group == wings.GROUP else [])


def test_an_installed_package_brings_papers(guests, monkeypatch):
    paper(guests / "guest_papers", "guest2001")
    monkeypatch.syspath_prepend(str(guests))
    entries(monkeypatch, "guest_papers")
    assert wings.admit([]) == [str(guests / "guest_papers")]
    assert set(wings.wings()) == {*HOUSE, "guest2001"}


@pytest.mark.parametrize("value", ["json.decoder", "no_such_package", "no_such_package.papers"])
def test_an_entry_point_that_names_no_package_is_refused(monkeypatch, value):
    entries(monkeypatch, value)
    with pytest.raises(ValueError, match=f"^the installed entry point 'theirs' names '{value}', which is no package$"):
        wings.admit([])


def refusal(*folders: Path | str, **config) -> str:
    """The one line in which a configuration with these folders is refused."""
    with pytest.raises(BadConfig) as error:
        validated({"papers_from": [str(folder) for folder in folders], **config})
    told = str(error.value)
    assert told.startswith("config: ") and "\n" not in told
    return told.removeprefix("config: ")


def test_a_folder_that_is_not_there_is_named(guests):
    assert refusal(guests / "lost") == f"papers_from: there is no folder {guests / 'lost'}"
    file = put(guests / "a file", "x")
    assert refusal(file) == f"papers_from: there is no folder {file}"


def test_a_folder_without_a_paper_is_told_with_what_is_lacking(guests):
    assert refusal(guests) == f"papers_from: {guests} holds no paper, it has no subfolder"
    put(guests / ".hidden" / "paper.py", "")
    put(guests / "__pycache__" / "x.py", "")
    assert refusal(guests) == f"papers_from: {guests} holds no paper, it has no subfolder"
    put(guests / "notes" / "x.txt", "x")
    paper(guests, "guest2001", without=("paper.py",))
    assert refusal(guests) == (
        f"papers_from: {guests} holds no paper: guest2001 lacks paper.py; "
        "notes lacks paper.py and a topic, a folder with claims.py"
    )


def test_a_paper_instead_of_the_folder_that_holds_it_is_told(guests):
    folder = paper(guests, "guest2001")
    assert refusal(folder) == f"papers_from: {folder} is a paper itself; wanted the folder that holds it, {guests}"


@pytest.mark.parametrize(
    ("without", "lacks"), [("paper.py", "paper.py"), ("doubles/claims.py", "a topic, a folder with claims.py")]
)
def test_a_paper_that_lacks_a_part_is_named_beside_whole_ones(guests, without, lacks):
    paper(guests, "whole2001")
    put(guests / "data" / "x.txt", "a folder that is no paper at all is none of our business")
    folder = paper(guests, "guest2001", without=(without,))
    assert refusal(guests) == f"papers_from: {folder} is no paper: it lacks {lacks}"


@pytest.mark.parametrize("key", ["Guest", "2001guest", "guest-2001", "guest_2001"])
def test_a_folder_whose_name_is_no_key_is_refused(guests, key):
    folder = paper(guests, key)
    told = refusal(guests)
    assert told == f"papers_from: {folder} is no key of a paper; wanted small letters and digits"


def test_a_folder_whose_name_would_divide_a_list_of_paths_is_refused(guests):
    divided = guests / f"a{os.pathsep}b"
    paper(divided, "guest2001")
    assert refusal(divided) == f"papers_from: {divided} has a '{os.pathsep}' in its name; wanted a folder without"


def test_two_papers_with_one_key_are_refused(guests):
    first, second = (paper(guests / name, "guest2001") for name in ("here", "there"))
    told = refusal(guests / "here", guests / "there")
    assert told == f"two papers have the key 'guest2001': {first} and {second}; wanted one key for each"


def test_a_guest_may_not_have_the_key_of_a_paper_of_the_house(guests):
    own = paper(guests / "mine", "pnn2017")
    assert f"two papers have the key 'pnn2017': {wings.wing('pnn2017').folder} and {own};" in refusal(guests / "mine")


def test_two_experiments_of_one_name_are_refused(guests):
    paper(guests, "guest2001", "doubling")
    second = paper(guests, "guest2002", "doubling")
    section = second / "experiments" / "doubling" / "section.yaml"
    section.write_text(section.read_text().replace("doubling:", "doubling_again:"))
    told = refusal(guests, papers=["guest2001", "guest2002"])
    assert told == (
        "two papers, guest2001 and guest2002, have an experiment called 'doubling'; wanted one name for each"
    )
    assert validated({"papers_from": [str(guests)], "papers": ["guest2002"]})["doubling_again"]["most"] == 4


def test_two_sections_of_one_key_are_refused(guests):
    paper(guests, "guest2001", "doubling")
    (paper(guests, "guest2002", "doubling") / "experiments" / "doubling").rename(
        guests / "guest2002" / "experiments" / "tripling"
    )
    assert refusal(guests) == (
        "guest2001 and guest2002 both have a section 'doubling' of the configuration, of their experiments doubling "
        "and tripling; wanted a key for each"
    )


def test_a_section_may_not_have_a_key_of_the_run_itself(guests):
    paper(guests, "guest2001", "checks")
    assert refusal(guests) == "the sections checks of the papers' experiments are keys of the run itself"


def test_two_figures_of_one_name_are_refused(guests):
    for key in ("guest2001", "guest2002"):
        paper(guests, key, figure="doubles_drawn")
    wings.admit([guests])
    with pytest.raises(
        ValueError,
        match=r"^two papers, guest2001 and guest2002, have a figure called 'doubles_drawn'; wanted one name for",
    ):
        wings.figures(["guest2001", "guest2002"])


@pytest.mark.parametrize("without", [("section.yaml",), ("plan.py",), ("run.py",), ("section.yaml", "run.py")])
def test_an_experiment_that_lacks_a_part_is_named(guests, without):
    folder = paper(guests, "guest2001", "doubling", without=tuple(f"experiments/doubling/{name}" for name in without))
    assert refusal(guests) == (
        f"{folder}/experiments/doubling: this experiment lacks {' and '.join(without)}; "
        "wanted section.yaml, plan.py, run.py"
    )


KEY = "most: {description: The largest number., type: integer, minimum: 1, default: 4}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (KEY, "most: {type: integer, default: 4}", "doubling.most has no description"),
        (KEY, "most: {type: integer, description: The largest.}", "doubling.most has no default"),
        (KEY, "most: {type: integer}", "doubling.most has no description and no default"),
        (KEY, "most: 4", "doubling.most is no schema; wanted a table with description and default"),
        ("properties:", "no_properties:", "the schema of doubling has no properties; wanted type: object and a table"),
        ("type: object", "type: array", "the schema of doubling has no properties; wanted type: object and a table"),
        (re.compile("properties:.*", re.DOTALL), "properties: [most]", "the schema of doubling has no properties"),
        (
            re.compile("type: integer"),
            "type: integral",
            "doubling.properties.most.type is 'integral', which is no word of a schema",
        ),
        (re.compile("^", re.DOTALL), "other: {}\n", "wanted one key of the configuration and its schema"),
        (re.compile(".*", re.DOTALL), "- doubling", "wanted one key of the configuration and its schema"),
        ("doubling:", "doubling: [", "while parsing a flow sequence"),
    ],
)
def test_a_section_that_is_none_is_named(guests, old, new, message):
    path = paper(guests, "guest2001", "doubling") / "experiments" / "doubling" / "section.yaml"
    text = path.read_text()
    path.write_text(text.replace(old, new) if isinstance(old, str) else old.sub(new, text, count=1))
    assert path.read_text() != text
    assert f"{path}: {message}" in refusal(guests)


@pytest.mark.parametrize(
    ("jobs", "message"),
    [
        ("[]", "its plan has no job"),
        ('[Job({}, "a b")]', r"its jobs are called \['a b'\]; wanted names of letters, digits, dots and hyphens"),
        ('[Job({}, "../a")]', r"its jobs are called \['../a'\]; wanted names of letters"),
        ('[Job({}, "a"), Job({})]', r"its jobs are called \['a', ''\]; wanted names of letters"),
        ('[Job({}, "a"), Job({}, "a")]', r"its jobs are called \['a', 'a'\]; wanted a name of its own for each"),
        ('[Job({}, "a", memory=0)]', r"its jobs \['a'\] ask for no memory or fewer GPUs than none"),
        ('[Job({}, "a", gpus=-1)]', r"its jobs \['a'\] ask for no memory or fewer GPUs than none"),
    ],
)
def test_a_plan_that_cannot_be_carried_out_is_refused(guests, jobs, message):
    folder = paper(guests, "guest2001", "doubling")
    plan = f"from verification.experiments.plan import Job\n\n\ndef jobs(section, run):\n    return {jobs}\n"
    put(folder / "experiments" / "doubling" / "plan.py", plan)
    wings.admit([guests])
    one = wings.experiments(["guest2001"])["doubling"]
    with pytest.raises(ValueError, match=f"^guest2001, experiment doubling: {message}"):
        one.jobs({}, RUN)


def test_a_plan_may_do_without_refusals_and_cuts(guests):
    folder = paper(guests, "guest2001", "doubling")
    plan = "from verification.experiments.plan import Job\n\n\ndef jobs(section, run):\n    return [Job(section)]\n"
    put(folder / "experiments" / "doubling" / "plan.py", plan)
    wings.admit([guests])
    one = wings.experiments(["guest2001"])["doubling"]
    assert list(one.refusals({}, RUN)) == [] and one.uncut({"most": 3}) == {"most": 3}
    assert list(one.jobs({"most": 3}, RUN)) == ["doubling"]


def test_a_training_job_asks_for_a_gpu_where_the_device_is_one():
    assert [Run(0, device).gpus for device in ("auto", "cpu", "cuda")] == [0, 0, 1]


def test_the_entry_points_of_a_distribution_are_read(tmp_path, monkeypatch):
    """By an entry point of the group that names a package of papers."""
    site = tmp_path / "site"
    about = site / "guests-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: guests\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[{wings.GROUP}]\nguests = the_guests.papers\n")
    topic = site / "the_guests" / "papers" / "installed2001" / "topic"
    topic.mkdir(parents=True)
    (site / "the_guests" / "__init__.py").write_text("")
    (site / "the_guests" / "papers" / "__init__.py").write_text("")
    (topic / "claims.py").write_text("")
    (topic.parent / "paper.py").write_text("")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setattr(papers, "__path__", list(papers.__path__))
    assert str(site / "the_guests" / "papers") in wings.admit([])
    assert wings.wing("installed2001").folder == topic.parent
    (about / "entry_points.txt").write_text(f"[{wings.GROUP}]\nguests = json.decoder\n")
    with pytest.raises(ValueError, match=r"'guests' names 'json\.decoder', which is no package"):
        wings.admit([])
