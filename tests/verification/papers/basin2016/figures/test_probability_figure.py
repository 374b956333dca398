import json

import pytest

from pnn import store
from verification.experiments.job import Job
from verification.figures import draw
from verification.figures.drawing import Data, MissingData
from verification.papers.basin2016.experiments.basin_probability.run import Settings, run

ENTRY = draw.entry("basin2016", "basin_probability")


@pytest.fixture(scope="module")
def group():
    return run(Job(Settings(draws=40, solved=1, seed=5)))


def test_every_format_is_there_and_the_same_twice(group, tmp_path):
    data = tmp_path / "basin_probability.h5"
    store.write(data, group, store.Provenance("basin_probability", {}, 5, "test"))
    words = ["basin2016", "basin_probability", "--data", str(data), "--output", str(tmp_path / "figure")]
    written = []
    for _ in range(2):
        draw.main(words)
        written.append([(tmp_path / f"figure.{kind}").read_bytes() for kind in ("pdf", "svg", "png", "csv", "json")])
    assert written[0] == written[1]
    record = json.loads(written[0][4])
    assert record["paper"] == "basin2016" and record["data"] == ["basin_probability.h5"]
    assert record["caption"].startswith("Theorems 2 to 5") and len(record["alt"]) > 60


def test_the_caption_counts_what_the_data_hold(group):
    drawing = draw.draw(ENTRY, Data({"basin_probability": group}))
    tried = sum(len(g.axes["width"].values) for g in group.groups.values())
    assert f"in 0 of {tried} solved draws" in drawing.caption and "40 random draws" in drawing.caption


def test_missing_data_are_named(group):
    with pytest.raises(MissingData, match=r"basin_probability\.h5, which was not given"):
        draw.draw(ENTRY, Data())
    without = store.Group(attributes=group.attributes, groups={"singletons": group.groups["singletons"]})
    with pytest.raises(MissingData, match="no group teachers"):
        draw.draw(ENTRY, Data({"basin_probability": without}))
