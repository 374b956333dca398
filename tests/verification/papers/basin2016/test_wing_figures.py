"""Every figure of the wing is drawn in every format, twice the same, and says what it lacks."""

import json

import numpy as np
import pytest

from pnn import store
from tests.verification.figures.tables import nameless
from tests.verification.papers.basin2016.small_runs import groups
from verification.figures import draw
from verification.figures.drawing import Data, Drawing, MissingData
from verification.papers.basin2016.figures import path

NAMES = ("basin_path", "basin_spurious", "basin_auer")


def drawn(name: str, data: Data) -> Drawing:
    """A figure of the paper."""
    return draw.draw(draw.entry("basin2016", name), data)


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_there_and_the_same_twice(name, tmp_path):
    data = tmp_path / f"{name}.h5"
    store.write(data, groups()[name], store.Provenance(name, {}, 0, "test"))
    written = []
    for _ in range(2):
        draw.main(["basin2016", name, "--data", str(data), "--code", "abc", "--output", str(tmp_path / "out")])
        written.append([(tmp_path / f"out.{kind}").read_bytes() for kind in ("pdf", "svg", "png", "csv", "json")])
    assert written[0] == written[1]
    assert nameless(tmp_path / "out.csv") == []
    told = json.loads(written[0][4])
    assert told["paper"] == "basin2016" and told["caption"].startswith(told["label"]) and len(told["alt"]) > 60


@pytest.mark.parametrize("name", NAMES)
def test_missing_data_is_named(name):
    with pytest.raises(MissingData, match=rf"{name}\.h5, which was not given"):
        drawn(name, Data())


def test_captions_count_what_the_data_holds():
    data = Data(groups())
    complete = groups()["basin_path"].groups["squared"].arrays["complete"].values
    assert f"squared loss {complete.sum()} of {complete.size}" in drawn("basin_path", data).caption
    kind = groups()["basin_spurious"].groups["equal"].arrays["kind"].values
    assert f"{(kind[1] > 0).sum()} for k = 6" in drawn("basin_spurious", data).caption


def test_paths_are_drawn_of_the_pairs_that_rise_most():
    made = groups()["basin_path"].groups
    straight = made["squared"].arrays["straight"].values
    rises = [max(np.nanmax(row[at:]) - row[at] for at in range(len(row) // 2)) for row in straight]
    np.testing.assert_allclose(path.rises(made["squared"]), rises)
    assert path.chosen(made)["squared"] == np.argmax(rises)
    assert f"by {max(rises):.2g}, " in drawn("basin_path", Data(groups())).caption


def test_alternative_text_of_spurious_minima_counts_whole_sentences():
    alt = drawn("basin_spurious", Data(groups())).alt
    assert " Spurious ends, of " in alt and alt.endswith(".")
