from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from verification import __main__ as command_line
from verification.papers.pnn2017.experiments.images import files as images_files
from workflow.settings import BadConfig, core_schema, full_schema, missing_device, validated

ROOT = Path(__file__).resolve().parents[2]


SECTIONS = [key for key, inner in full_schema()["properties"].items() if inner.get("type") == "object"]


def load(name: str) -> dict:
    return yaml.safe_load((ROOT / name).read_text())


def leaves(schema: dict, path: tuple[str, ...] = ()):
    for key, inner in schema["properties"].items():
        yield (*path, key), inner
        if inner.get("type") == "object":
            yield from leaves(inner, (*path, key))


def at(config: dict, path: tuple[str, ...]):
    for key in path:
        config = config[key]
    return config


def test_the_defaults_are_the_config_that_ships_but_for_the_order_of_the_papers():
    default, shipped = validated({}), validated(load("config.yaml"))
    assert default["papers"] == sorted(shipped["papers"])
    assert default == shipped | {"papers": sorted(shipped["papers"])}


def test_the_core_names_no_section_of_a_paper_and_every_section_is_in_the_whole():
    core, whole = core_schema()["properties"], full_schema()["properties"]
    assert list(whole)[: len(core)] == list(core) and [key for key in core if key in SECTIONS] == ["checks"]
    assert len(SECTIONS) == 19 and {"degree_one", "basin_path", "figures"} <= set(SECTIONS)


def test_a_run_of_one_paper_has_its_sections_alone():
    config = validated({"papers": ["basin2016"], "degree_one": {"epochs": 50}})
    assert set(config) == set(core_schema()["properties"]) | {key for key in SECTIONS if key.startswith("basin_")}
    with pytest.raises(BadConfig, match=r"config: degree_one\.epochs is 0; wanted at least 1"):
        validated({"papers": ["basin2016"], "degree_one": {"epochs": 0}})
    assert validated({"papers": ["basin2016"], "degree_one": {"epochs": 5}}) == validated({"papers": ["basin2016"]})


def test_one_claim_asks_for_as_many_samples_as_a_run():
    samples = core_schema()["properties"]["checks"]["properties"]["samples"]
    assert samples["minimum"] == command_line.LEAST_SAMPLES <= command_line.SMALL["samples"]


def test_all_papers_are_those_that_are_found():
    assert (
        validated({"papers": "all"})["papers"]
        == validated({})["papers"]
        == ["basin2016", "diversity2017", "pnn2017", "width2019"]
    )


def test_every_key_is_described_defaulted_and_shipped():
    shipped = load("config.yaml")
    for path, inner in leaves(full_schema()):
        assert inner["description"], path
        assert "default" in inner, path
        at(shipped, path)


def test_the_quick_config_is_valid_on_top():
    quick = load("config-quick.yaml")
    merged = {**load("config.yaml"), **quick}
    for section in SECTIONS:
        merged[section] = {**load("config.yaml")[section], **quick.get(section, {})}
    assert validated(merged)["size"] == "quick"


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"sede": 1}, "unknown key 'sede' at the top level; did you mean 'seed'"),
        ({"degree_one": {"epoch": 1}}, "unknown key 'epoch' at degree_one; did you mean 'epochs'"),
        ({"seed": -1}, "seed is -1; wanted at least 0"),
        ({"seed": "many"}, "seed is 'many'; wanted of type integer"),
        ({"checks": {"samples": 5}}, "checks.samples is 5; wanted at least"),
        ({"checks": {"samples": 1.5e6 + 0.5}}, "wanted of type integer"),
        ({"device": "tpu"}, "wanted one of"),
        ({"papers": []}, "papers is []; wanted 'all', or a list of keys of papers, each once"),
        ({"papers": "pnn2017"}, "papers is 'pnn2017'; wanted 'all', or a list of keys"),
        ({"papers": ["pnn2017", "pnn2017"]}, "wanted 'all', or a list of keys of papers, each once"),
        ({"papers": ["../papers/pnn2017"]}, "wanted 'all', or a list of keys"),
        (
            {"papers": ["pnn2016"]},
            "paper 'pnn2016' is not in the house; wanted one of basin2016, diversity2017, pnn2017, width2019",
        ),
        ({"papers_from": "here"}, "papers_from is 'here'; wanted of type array"),
        ({"papers_from": [1]}, "papers_from.0 is 1; wanted of type string"),
        ({"results": "a{b}"}, "results is"),
        ({"results": "a<b>"}, "results is 'a<b>'; wanted a folder without braces"),
        ({"results": "-o"}, "no name that begins with a hyphen"),
        ({"results": "./-o"}, "no name that begins with a hyphen"),
        ({"results": ""}, "results is ''; wanted a folder without"),
        ({"seed": 2**63}, "seed is 9223372036854775808; wanted at most 9223372036854775807"),
        ({"checks": {"false_alarm_rate": 0}}, "checks.false_alarm_rate is 0; wanted more than 0"),
        ({"checks": {"false_alarm_rate": "1e-400"}}, "checks.false_alarm_rate is 0.0; wanted more than 0"),
        ({"degree_one": {"stop_loss": "1e400"}}, "degree_one.stop_loss is inf; wanted a finite number"),
        ({"degree_one": {"neurons": []}}, "degree_one.neurons is []; wanted a list of 1 or more"),
        ({"images": {"neurons": [512, 512]}}, "images.neurons is [512, 512]; wanted every entry once"),
        ({"degree_one": {"neurons": [10, 12]}}, "12, which is not divisible by the 5 inputs"),
        ({"degree_one": {"batch": 300}}, "300 does not divide degree_one.samples 10000"),
        ({"degree_one": {"epochs": 5}}, "stop_window 10 is more than degree_one.epochs 5"),
        ({"device": "cuda", "degree_one": {"engine": "compiled"}}, "runs on a CPU"),
        (
            {"basin_probability": {"solved": 2000, "draws": 1000}},
            "solved 2000 is more than basin_probability.draws 1000",
        ),
        ({"random_pnn": {"neurons": [10, 15]}}, "random_pnn.neurons has 15"),
        ({"random_pnn": {"batch": 300}}, "300 does not divide random_pnn.samples 10000"),
        ({"device": "cuda", "random_pnn": {"engine": "compiled"}}, "random_pnn.engine 'compiled' runs on a CPU"),
        ({"images": {"neurons": [512, 33]}}, "images.neurons has 33"),
        ({"images": {"epochs": [1000, 100]}}, "images.epochs is [1000, 100]; wanted rising numbers"),
        ({"images": {"epochs": [5, 100]}}, "images.stop_window 10 is more than 5 of images.epochs"),
        ({"images": {"batch": 150}}, "images.batch 150 does not divide images.training_images 200"),
        ({"images": {"training_images": 400}}, "images.training_images is 400; wanted at most 357"),
        ({"images": {"data": "cifar"}}, "images.data is 'cifar'; wanted one of"),
        ({"degree_one": {"learning_rate": float("nan")}}, "degree_one.learning_rate is nan; wanted a finite number"),
        ({"degree_one": {"stop_loss": ".inf"}}, "degree_one.stop_loss is"),
        ({"checks": {"samples": 1e6 + 0.5}}, "checks.samples is"),
        ({"checks": {"samples": "1000000.5"}}, "checks.samples is 1000000.5; wanted of type integer"),
        ({"checks": {"samples": "1e400"}}, "checks.samples is inf; wanted of type integer"),
        ({"decay": {"dimensions": [{"inputs": 2}]}}, "decay.dimensions.0 is {'inputs': 2}; wanted all of ['inputs'"),
        ({"schur_by_lines": {"nets": [[2, 5]]}}, "schur_by_lines.nets has 2 inputs; wanted at least 3"),
        ({"schur_by_lines": {"nets": [[100, 5]], "lines": 100}}, "fewer than the 100 lines"),
        ({"schur_by_lines": {"long_nets": [[200, 5]], "long_lines": 150}}, "fewer than the 150 long_lines"),
        ({"schur_by_lines": {"nets": [[5]]}}, "schur_by_lines.nets.0 is [5]"),
        ({"schur_by_lines": {"long_lines": 50_000}}, "wanted at most 40000"),
        ({"schur_by_inputs": {"inputs": [50, 100, 200]}}, "schur_by_inputs.draws has 7 entries; wanted 3"),
        ({"schur_by_inputs": {"lines_per_input": [2]}}, "schur_by_inputs.ratios has 2 entries; wanted 1"),
        ({"schur_by_inputs": {"ratios": [[0.001], [1]]}}, "0.001, which leaves no target line with 50 lines"),
        ({"degree_one": [1]}, "degree_one is [1]; wanted of type object"),
    ],
)
def test_a_config_that_cannot_run_says_why(config, message):
    with pytest.raises(BadConfig) as error:
        validated(config)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_numbers_that_yaml_reads_as_text_are_numbers():
    assert validated({"checks": {"false_alarm_rate": "1e-6"}})["checks"]["false_alarm_rate"] == 1e-6
    assert validated({"degree_one": {"neurons": ["10", "20"]}})["degree_one"]["neurons"] == [10, 20]


def test_a_whole_float_is_a_whole_number():
    for written in (1.0e6, "1e6", "1_000_000", "1.0e6"):
        samples = validated({"checks": {"samples": written}})["checks"]["samples"]
        assert samples == 1_000_000 and isinstance(samples, int)


def test_a_folder_ends_without_a_slash():
    assert validated({"results": "results/"})["results"] == "results"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["seed", "results", "papers", "papers_from", "device", *SECTIONS, "other"])


CONFIGS = st.dictionaries(KEYS, VALUES, max_size=4)


def refused_in_words_or_complete(config):
    try:
        complete = validated(config)
    except BadConfig as error:
        assert str(error).startswith("config: ")
    else:
        assert validated(complete) == complete


@settings(deadline=None, max_examples=200)
@given(CONFIGS)
def test_any_config_is_either_complete_or_refused_in_words(config):
    refused_in_words_or_complete(config)


@pytest.mark.slow
@settings(deadline=None, max_examples=10_000)
@given(CONFIGS)
def test_ten_thousand_configs_are_complete_or_refused_in_words(config):
    refused_in_words_or_complete(config)


def test_images_that_cannot_be_had_are_named_before_any_work(tmp_path, monkeypatch):
    monkeypatch.setattr(images_files, "can_fetch", lambda: False)
    with pytest.raises(BadConfig) as error:
        validated({"images": {"data": "mnist", "folder": str(tmp_path)}})
    problem = str(error.value)
    assert problem.startswith("config: images.data is 'mnist'") and "torchvision" in problem and "\n" not in problem
    assert validated({"images": {"data": "digits", "folder": str(tmp_path)}})["images"]["data"] == "digits"
    without = {"papers": ["basin2016"], "images": {"data": "mnist", "folder": str(tmp_path)}}
    assert "images" not in validated(without)
    assert not list(tmp_path.iterdir())


def test_several_combinations_that_cannot_run_are_told_in_one_line():
    with pytest.raises(BadConfig) as error:
        validated({"degree_one": {"neurons": [12]}, "basin_probability": {"draws": 1000, "solved": 2000}})
    told = str(error.value).split("; config: ")
    assert len(told) == 2 and "basin_probability.solved" in told[0] and "degree_one.neurons has 12" in told[1]


def test_a_device_is_looked_for_only_where_it_is_named(monkeypatch):
    monkeypatch.setattr("workflow.settings.sys.executable", "/no/such/interpreter")
    assert missing_device("auto") == missing_device("cpu") == ""
