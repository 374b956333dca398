"""Every figure is drawn in three formats, twice the same, and says what it lacks."""

import json
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ElementTree

import matplotlib
import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from pnn import store
from pnn.store import Group
from tests.verification.figures.tables import nameless
from tests.verification.papers.pnn2017.figures.conftest import PRINTED, drawn, without_an_end
from verification import wings
from verification.figures import draw, style
from verification.figures.drawing import Data, MissingData
from verification.papers.pnn2017.experiments.random_pnn.errors import best, gamma_peak

FIGURES = wings.figures(["pnn2017"])
TRAINED = {"degree_one", "random_pnn", "images"}
KINDS = ("pdf", "svg", "png", "csv", "json", "sha256")


def command(name, files, stem, needed=True):
    entry = FIGURES[name]
    data = [str(files[stem_]) for stem_ in entry.needs] if needed else []
    printed = ["--published", str(files["published"])] if entry.published else []
    return ["pnn2017", name, "--data", *data, *printed, "--code", "abc", "--output", str(stem)]


@pytest.mark.parametrize("name", FIGURES)
def test_every_format_is_there_and_the_same_twice(name, files, tmp_path):
    written = []
    for _ in range(2):
        draw.main(command(name, files, tmp_path / name))
        written.append({kind: (tmp_path / f"{name}.{kind}").read_bytes() for kind in KINDS})
    assert written[0] == written[1]
    assert written[0]["pdf"].startswith(b"%PDF")
    assert ElementTree.fromstring(written[0]["svg"]).tag.endswith("svg")
    with Image.open(tmp_path / f"{name}.png") as picture:
        assert picture.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)
    assert PdfReader(tmp_path / f"{name}.pdf").pages[0].extract_text().strip()
    assert nameless(tmp_path / f"{name}.csv") == []
    check_record(json.loads(written[0]["json"]), FIGURES[name])


def check_record(record, entry):
    assert record["data"] == [f"{stem}.h5" for stem in entry.needs]
    assert (record["published"] is not None) == entry.published
    assert record["module"] == f"verification.papers.pnn2017.figures.{entry.module}" and record["code"] == "abc"
    assert record["command"].startswith(f"python -m verification.figures.draw pnn2017 {entry.name} ")
    assert record["paper"] == "pnn2017"
    assert record["caption"].startswith(entry.label) and len(record["alt"]) > 60


@pytest.mark.parametrize("name", [name for name, entry in FIGURES.items() if entry.needs])
def test_missing_data_is_one_clear_line(name, files, tmp_path):
    with pytest.raises(SystemExit, match=rf"{name}: .*{FIGURES[name].needs[0]}.h5, which was not given"):
        draw.main(command(name, files, tmp_path / name, needed=False))
    assert not list(tmp_path.iterdir())


def test_missing_printed_numbers_and_groups_are_named(groups):
    with pytest.raises(MissingData, match="figure_10_bad_optima_per_100"):
        drawn("figure_10", Data(groups))
    without = {"figure_data": type(groups["figure_data"])()}
    with pytest.raises(MissingData, match="no group landscapes"):
        drawn("figure_5", Data(without))


def test_a_damaged_file_and_an_unknown_figure_are_named(files, tmp_path):
    damaged = tmp_path / "figure_data.h5"
    damaged.write_bytes(files["figure_data"].read_bytes()[:-1])
    damaged.with_name("figure_data.h5.sha256").write_text("0" * 64 + "  figure_data.h5\n")
    with pytest.raises(SystemExit, match=r"figure_data\.h5: its bytes do not match"):
        draw.main(["pnn2017", "figure_4", "--data", str(damaged), "--output", str(tmp_path / "figure_4")])
    with pytest.raises(SystemExit, match="no figure is called 'figure_0'"):
        draw.main(["pnn2017", "figure_0", "--output", str(tmp_path / "figure_0")])
    with pytest.raises(SystemExit, match="dpi"):
        draw.main(["pnn2017", "figure_1", "--settings", '{"dpi": 5}', "--output", str(tmp_path / "figure_1")])


def test_the_users_own_style_changes_nothing(files, tmp_path):
    draw.main(command("figure_6", files, tmp_path / "plain"))
    with matplotlib.rc_context({"font.size": 20, "axes.facecolor": "black", "svg.hashsalt": "other"}):
        draw.main(command("figure_6", files, tmp_path / "odd"))
    for kind in ("pdf", "svg", "png"):
        assert (tmp_path / f"plain.{kind}").read_bytes() == (tmp_path / f"odd.{kind}").read_bytes()


def test_counts_in_the_caption_of_figure_10_are_those_of_the_data(groups):
    caption = drawn("figure_10", Data(groups, {"figure_10_bad_optima_per_100": {2: 9}, **PLATEAU})).caption
    for mode in ("replay", "fixed", "fresh"):
        bad = groups["degree_one"].groups[mode].arrays["bad"].values
        assert ", ".join(f"{row.sum()}/{row.size}" for row in bad) in caption
    assert "printed 9/100" in caption and "meets the printed count" not in caption


def test_accuracies_in_the_caption_on_images_leave_out_what_diverged(groups):
    caption = drawn("figure_11_images", Data(groups, {"images_test_accuracy": PRINTED["images_test_accuracy"]})).caption
    accuracy = groups["images"].arrays["test_accuracy"].values
    assert f"16 neurons {accuracy[0, 1, 1].mean():.3f}, {np.nanmean(accuracy[1, 1, 1]):.3f}" in caption
    assert "other data and not to be compared one to one" in caption


PLATEAU = {"figure_10a_poor_local_plateau": 0.01}


def test_figure_10_goes_without_example_runs(groups):
    trained = Group(groups={mode: group for mode, group in groups["degree_one"].groups.items() if mode != "curves"})
    drawing = drawn("figure_10", Data({"degree_one": trained}, {"figure_10_bad_optima_per_100": {2: 9}, **PLATEAU}))
    assert "(a) No replayed runs" in drawing.caption


def test_means_and_fits_in_the_caption_of_figure_11_are_those_of_the_data(groups):
    data = Data(
        groups, {"figure_11a_normalised_mse": {10: 0.1}, "figure_11b_gamma_fit_peak": {50: [61, 0.03], 70: [1, 1]}}
    )
    drawing = drawn("figure_11", data)
    peaks = [gamma_peak(best(groups["random_pnn"].groups[mode])[1]) for mode in ("replay", "fresh")]
    told = ", ".join(f"{height:.3g} at {place:.3g}" for height, place in peaks)
    assert f"k = 50: 61 at 0.03, {told}." in drawing.caption and "k = 70" not in drawing.caption
    assert "6 simulations" in drawing.caption and "best of 3 restarts" in drawing.caption


def test_a_figure_of_few_simulations_goes_without_fits(groups):
    replay = groups["random_pnn"].groups["replay"]
    axes = replay.axes | {"simulation": store.Array(np.arange(2), ("simulation",))}
    few = Group(axes, {name: store.Array(array.values[:, 2:4], array.axes) for name, array in replay.arrays.items()})
    random = {"random_pnn": Group(groups={"replay": few, "fresh": few})}
    table = {"figure_11a_normalised_mse": {10: 0.1}, "figure_11b_gamma_fit_peak": {10: [26, 0.1]}}
    assert "mean over 2 simulations" in drawn("figure_11", Data(random, table)).caption


def test_the_nearest_simulation_and_the_crossing_in_the_captions_are_those_of_the_data(groups):
    replay, fresh = (groups["random_pnn"].groups[mode] for mode in ("replay", "fresh"))
    ratios = [
        group.arrays["population_optimum"].values / group.arrays["schur_value"].values for group in (replay, fresh)
    ]
    caption = drawn("figure_11_schur", Data(groups)).caption
    assert f"nearest simulation is {100 * (np.min(ratios) - 1):.2g}% above" in caption
    assert "leave less from k = 50 on" in drawn("figure_11_variance", Data(groups)).caption


def test_figure_2_tells_the_training_error_over_the_test_error(groups):
    replay = groups["random_pnn"].groups["replay"]
    ratios = [best(replay, "train_mse").mean(axis=1) / best(replay).mean(axis=1)]
    drawing = drawn("figure_2", Data(groups, PRINTED))
    told = f"{np.nanmin(ratios):.3f} to {np.nanmax(ratios):.3f}"
    assert told in drawing.caption and told in drawing.alt


def test_figure_4_says_for_which_targets_of_one_sign_a_region_holds_minima(groups):
    figure, caption, _ = drawn("figure_4", Data(groups))
    texts = {text.get_text() for text in figure.axes[1].texts}
    assert {
        "(+, +)\nglobal minima only\nfor positive targets",
        "(−, −)\nglobal minima only\nfor negative targets",
    } < texts
    assert caption.endswith("has all its minima in the region of its own signs.")


def test_marks_differ_by_more_than_colour():
    looks = (style.PUBLISHED, style.REPLAYED, style.FIXED, style.FRESH, style.OPTIMUM, style.SCHUR)
    assert len({(look["marker"], look.get("markerfacecolor")) for look in looks}) == len(looks)
    assert style.GLOBAL["marker"] != style.BAD["marker"]


def test_the_index_needs_no_plotting_library():
    program = (
        "import sys; from verification import wings; figures = wings.figures(['pnn2017']); "
        "assert figures['figure_4'].needs == ('figure_data',); print('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_list_names_every_figure(capsys):
    draw.main(["pnn2017", "--list"])
    assert capsys.readouterr().out.split() == list(FIGURES)


@pytest.mark.parametrize("rows", [slice(None), 0], ids=["all", "first"])
@pytest.mark.parametrize("name", [name for name, entry in FIGURES.items() if set(entry.needs) & TRAINED])
def test_a_figure_of_training_that_diverged_shows_what_is_left(groups, name, rows, tmp_path):
    lost = {stem: without_an_end(group, rows) for stem, group in groups.items() if stem in TRAINED}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of empty axes
        drawing = drawn(name, Data(groups | lost, PRINTED))
        style.save(drawing.figure, tmp_path / name, 50)
    assert (tmp_path / f"{name}.png").stat().st_size > 1000
    if name == "figure_10":
        count = sum(
            lost["degree_one"].groups[mode].arrays["diverged"].values.sum() for mode in ("replay", "fixed", "fresh")
        )
        assert f"{count} trials diverged and have no verdict" in drawing.caption
