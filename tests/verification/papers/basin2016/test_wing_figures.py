"""Every figure of the wing is drawn in every format, twice the same, and says what it lacks."""

import json

import pytest

from pnn import store
from tests.verification.papers.basin2016.small_runs import groups
from verification.figures import draw
from verification.figures.drawing import Data, MissingData
from verification.papers.basin2016.figures import index

NAMES = ("basin_path", "basin_spurious", "basin_auer")


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_there_and_the_same_twice(name, tmp_path):
    data = tmp_path / f"{name}.h5"
    store.write(data, groups()[name], store.Provenance(name, {}, 0, "test"))
    written = []
    for _ in range(2):
        words = [
            name,
            "--index",
            index.__name__,
            "--data",
            str(data),
            "--code",
            "abc",
            "--output",
            str(tmp_path / "out"),
        ]
        draw.main(words)
        written.append([(tmp_path / f"out.{kind}").read_bytes() for kind in ("pdf", "svg", "png", "json")])
    assert written[0] == written[1]
    told = json.loads(written[0][3])
    assert told["paper"] == "basin2016" and told["caption"].startswith(told["label"]) and len(told["alt"]) > 60


@pytest.mark.parametrize("name", NAMES)
def test_missing_data_is_named(name):
    with pytest.raises(MissingData, match=rf"{name}\.h5, which was not given"):
        draw.draw(name, Data(), index.__name__)


def test_captions_count_what_the_data_holds():
    data = Data(groups())
    complete = groups()["basin_path"].groups["squared"].arrays["complete"].values
    assert f"squared loss {complete.sum()} of {complete.size}" in draw.draw("basin_path", data, index.__name__).caption
    kind = groups()["basin_spurious"].groups["equal"].arrays["kind"].values
    assert f"{(kind[1] > 0).sum()} for k = 6" in draw.draw("basin_spurious", data, index.__name__).caption
