"""The table beside a figure holds what the drawing shows, kind by kind, and is read as a user reads it."""

import io

import numpy as np
import pandas
import pytest

from verification.figures import drawn, style

X, Y = np.array([1.0, 2, 4]), np.array([0.5, np.nan, -0.25])


@pytest.fixture
def figure():
    with style.applied():
        yield style.new_figure(3)


def read(figure) -> pandas.DataFrame:
    return pandas.read_csv(io.StringIO(drawn.table(figure)), comment="#", keep_default_na=True)


def rows(figure, *columns):
    return read(figure)[list(columns)].to_numpy().tolist()


def test_lines_are_cut_at_gaps_and_marks_are_points(figure):
    axes = figure.subplots()
    axes.plot(X, Y, label="a, b")
    axes.plot(X, Y + 1, ls="none", marker="o", label="_not in the legend")
    assert rows(figure, "panel", "series", "mark", "stroke", "x", "y") == [
        [1, "a, b", "line", 0, 1, 0.5],
        [1, "a, b", "line", 1, 4, -0.25],
        [1, "not in the legend", "point", 0, 1, 1.5],
        [1, "not in the legend", "point", 0, 4, 0.75],
    ]
    assert drawn.unnamed(figure) == []


def test_pieces_of_one_series_are_told_apart(figure):
    axes = figure.subplots()
    for end in (1, 2):
        axes.plot([0, 1], [0, end], label="_trials")
    assert rows(figure, "stroke", "y") == [[0, 0], [0, 1], [1, 0], [1, 2]]


def test_whiskers_and_bars(figure):
    axes = figure.subplots()
    axes.errorbar(X, Y, [[0.1] * 3, [0.2] * 3], label="means")
    axes.bar(X, Y, yerr=0.5, label="counts")
    axes.errorbar(X, X, 1, fmt="none", label="_whiskers alone")
    axes.errorbar(X, X, xerr=1, label="across")
    found = read(figure).groupby("series")
    assert found.get_group("means")[["y", "lower", "upper"]].to_numpy() == pytest.approx(
        np.array([[0.5, 0.4, 0.7], [-0.25, -0.35, -0.05]])
    )
    assert found.get_group("counts")[["mark", "x", "y", "lower", "upper"]].to_numpy().tolist() == [
        ["bar", 1, 0.5, 0, 1],
        ["bar", 4, -0.25, -0.75, 0.25],
    ]
    assert found.get_group("whiskers alone")[["x", "lower", "upper"]].to_numpy().tolist() == [
        [1, 0, 2],
        [2, 1, 3],
        [4, 3, 5],
    ]
    assert found.get_group("across")["lower"].isna().all()


def test_bands_steps_rules_and_areas(figure):
    axes = figure.subplots()
    axes.fill_between(X, X - 1, X + 2, where=[True, True, True], label="_band")
    axes.stairs([3, 5], [0, 1, 2], label="_steps")
    axes.axhline(7, label="_level")
    axes.hlines([8], 0, [1], label="_medians")
    axes.axvspan(1, 2, label="_span")
    found = read(figure).groupby("series")
    assert found.get_group("band")[["x", "lower", "upper"]].to_numpy().tolist() == [[1, 0, 3], [2, 1, 4], [4, 3, 6]]
    assert found.get_group("steps")[["x", "y"]].to_numpy().tolist() == [[0, 3], [1, 5], [2, 5]]
    level = found.get_group("level")
    assert level["y"].tolist() == [7] and level["x"].isna().all() and level["mark"].tolist() == ["rule"]
    assert found.get_group("medians")[["x", "y"]].to_numpy().tolist() == [[0, 8], [1, 8]]
    assert found.get_group("span")["x"].tolist() == [1, 2] and found.get_group("span")["y"].isna().all()


@pytest.mark.parametrize("origin", ["upper", "lower"])
def test_pixels_stand_at_their_middles(figure, origin):
    figure.subplots().imshow([[1, 2], [3, 4]], extent=(0, 4, 0, 2), origin=origin, label="_map")
    low = {"upper": [3, 4], "lower": [1, 2]}[origin]
    found = read(figure)
    assert found[found.y == 0.5][["x", "value"]].to_numpy().tolist() == [[1, low[0]], [3, low[1]]]


def test_meshes_contours_and_scattered_points(figure):
    axes = figure.subplots()
    axes.pcolormesh([0, 1, 2], [0, 1], [[5, 6]], label="_mesh")
    axes.contour([0, 1], [0, 1], [[0, 0], [1, 1]], levels=[0.5]).set_label("_risk")
    axes.scatter([1], [2], c=[3], label="_cloud")
    found = read(figure).groupby("mark")
    assert found.get_group("pixel")[["x", "y", "value"]].to_numpy().tolist() == [[0.5, 0.5, 5], [1.5, 0.5, 6]]
    contour = found.get_group("contour")
    assert (contour["y"] == 0.5).all() and (contour["value"] == 0.5).all() and set(contour["x"]) == {0, 1}
    assert found.get_group("point")[["x", "y", "value"]].to_numpy().tolist() == [[1, 2, 3]]


def test_a_table_of_numbers_gives_estimates_and_their_ends(figure):
    axes = figure.subplots()
    axes.set_axis_off()
    axes.table([["pair", "−0.5 ± 0.25", "–"]], colLabels=["", "norm", "mean"])
    assert rows(figure, "series", "mark", "y", "lower", "upper") == [["pair, norm", "table", -0.5, -0.75, -0.25]]


def test_scales_units_and_words_at_the_ticks_stand_in_comments(figure):
    left, right = figure.subplots(1, 2, sharey=True)
    style.panel_title(left, "a", r"norm of $\psi$")
    left.set(ylabel="mean #", yscale="log", xlabel=r"lines $r$")
    left.set_xticks([0, 1], ["few", "many"])
    style.panel_title(right, "b", "none")
    right.set_xticks([1, 2], ["1.0", "2"])
    right.quiver([0], [0], [1], [1])
    lines = drawn.table(figure).splitlines()
    assert "# panel a: norm of ψ" in lines and "# panel a, x: lines r; 0 is few, 1 is many" in lines
    assert "# panel a, y: mean number (logarithmic)" in lines and "# panel b, y: mean number (logarithmic)" in lines
    assert "# panel b, x: " in lines and "# panel b, not in this table: Quiver" in lines


def test_a_drawing_without_scales_has_no_table(figure):
    axes = figure.subplots()
    style.bare(axes)
    axes.plot([0, 1], [0, 1])
    assert read(figure).empty


def test_what_has_no_label_is_called_by_its_look(figure):
    figure.subplots().plot([0, 1], [0, 1], color="#0072B2")
    assert drawn.unnamed(figure) == ["1: Line2D of colour 0072B2"]
    assert rows(figure, "series")[0] == ["Line2D of colour 0072B2"]


def test_a_picture_that_cannot_be_drawn_to_its_end_leaves_the_old_one(figure, tmp_path, monkeypatch):
    style.save(figure, tmp_path / "a", 50)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(before) == ["a.pdf", "a.png", "a.svg"]

    def half(place, **_):
        place.write(b"half")
        raise OSError("no space left")

    monkeypatch.setattr(figure, "savefig", half)
    with pytest.raises(OSError, match="no space"):
        style.save(figure, tmp_path / "a", 50)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
