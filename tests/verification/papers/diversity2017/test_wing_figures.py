"""Every figure of the wing is drawn in every format, twice the same, and says what it lacks."""

import json
from copy import deepcopy

import pytest

from pnn import store
from tests.verification.figures.tables import nameless
from tests.verification.papers.diversity2017.small_runs import SECTIONS, small
from verification import wings
from verification.figures import draw
from verification.figures.drawing import Data, MissingData

FIGURES = {name: entry for name, entry in wings.figures(["diversity2017"]).items() if set(entry.needs) <= set(SECTIONS)}


@pytest.mark.parametrize("name", FIGURES)
def test_every_format_is_there_and_the_same_twice(name, tmp_path):
    files = [tmp_path / f"{need}.h5" for need in FIGURES[name].needs]
    for file in files:
        store.write(file, small(file.stem), store.Provenance(file.stem, {}, 0, "test"))
    data, written = ["--data", *map(str, files)] if files else [], []
    for _ in range(2):
        draw.main(["diversity2017", name, *data, "--code", "abc", "--output", str(tmp_path / "out")])
        written.append([(tmp_path / f"out.{kind}").read_bytes() for kind in ("pdf", "svg", "png", "csv", "json")])
    assert written[0] == written[1]
    assert nameless(tmp_path / "out.csv") == []
    told = json.loads(written[0][4])
    assert told["paper"] == "diversity2017" and told["caption"].startswith(told["label"]) and len(told["alt"]) > 60


@pytest.mark.parametrize("name", [name for name, entry in FIGURES.items() if entry.needs])
def test_missing_data_is_named(name):
    with pytest.raises(MissingData, match=r"\.h5, which was not given"):
        draw.draw(FIGURES[name], Data())


def test_the_words_on_figure_4_follow_the_data():
    group = small("diverse_figure_4")
    changed = deepcopy(group)
    changed.arrays["singular"].values[:, -1] = 100
    wanted = "from the largest singular value on: pairs of opposite axes"
    told = [draw.draw(FIGURES["diverse_figure_4"], Data({"diverse_figure_4": one})).alt for one in (group, changed)]
    assert [wanted in alt for alt in told] == [False, True]
