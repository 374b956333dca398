"""The points of each kind of mark that a figure may have, in the units of its axes.

A row is (series, mark, stroke, x, y, lower, upper, value), None for what a kind does not have; `stroke` counts what is
joined: lines cut by gaps, segments, areas, contours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import Collection, FillBetweenPolyCollection, LineCollection, PathCollection, QuadMesh
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.contour import ContourSet
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, StepPatch
from matplotlib.spines import Spine
from matplotlib.table import Table

Row = tuple[str, str, int, object, object, object, object, object]
COLUMNS = 8  # of a row; a kind whose points are series of their own gives all, others all but the series
ESTIMATE = re.compile(r"([−-]?[\d.]+)(?: ± ([\d.]+))?")


def rows(axes: Axes, drawn: object, series: str) -> list[Row] | None:
    """The points of one thing that is drawn: none for words and frames, None for a kind that is not known."""
    for kind, points in KINDS.items():
        if isinstance(drawn, kind):
            return [point if len(point) == COLUMNS else (series, *point) for point in points(axes, drawn)]
    return None if isinstance(drawn, Collection | Axes) else []


def _line(axes: Axes, line: Any) -> Iterator[tuple]:
    along = line.get_transform().contains_branch_seperately(axes.transData)
    x, y = (np.asarray(values, float) for values in line.get_data(orig=False))
    if not all(along):
        held = [values[0] if own and len(values) else None for values, own in zip((x, y), along, strict=True)]
        return iter([("rule", 0, *held, None, None, None)] if any(along) else [])
    joined = line.get_linestyle() not in ("None", "none", " ", "")
    there = np.isfinite(x) & np.isfinite(y)
    strokes = np.cumsum(np.diff(there, prepend=False) & there) - 1 if joined else np.zeros(len(x), int)
    mark = "line" if joined and len(x) > 1 else "point"
    return ((mark, int(strokes[i]), x[i], y[i], None, None, None) for i in np.flatnonzero(there))


def _errorbar(axes: Axes, whole: Any) -> Iterator[tuple]:
    """Points with the ends of their whiskers; those of x are not kept."""
    line, _, bars = whole.lines
    ends = [np.asarray(path.vertices) for path in bars[-1].get_paths()] if whole.has_yerr else []
    x, y = (
        (np.asarray(values, float) for values in line.get_data(orig=False)) if line else ([e[0, 0] for e in ends], None)
    )
    for i, place in enumerate(x):
        low, high = (ends[i][:, 1].min(), ends[i][:, 1].max()) if i < len(ends) else (None, None)
        if y is None or np.isfinite(y[i]):
            yield "point", 0, place, None if y is None else y[i], _finite(low), _finite(high), None


def _bars(axes: Axes, whole: Any) -> Iterator[tuple]:
    upright = whole.orientation != "horizontal"
    ends = [row[4:6] for row in _errorbar(axes, whole.errorbar)] if whole.errorbar and upright else []
    for i, bar in enumerate(whole.patches):
        across, along = bar.get_x() + bar.get_width() / 2, bar.get_y() + bar.get_height()
        if not upright:
            across, along = bar.get_x() + bar.get_width(), bar.get_y() + bar.get_height() / 2
        low, high = ends[i] if i < len(ends) else (None, None)
        if np.isfinite(along) and np.isfinite(across):
            yield "bar", 0, across, along, low, high, None


def _band(axes: Axes, band: Any) -> Iterator[tuple]:
    """The ends of a band over each place: up along one edge and back along the other, its first point doubled."""
    for stroke, path in enumerate(band.get_paths()):
        points = np.asarray(path.vertices)[: 2 * ((len(path.vertices) - 1) // 2)]
        half = len(points) // 2 - 1
        there, back = points[1 : half + 1], points[half + 2 : 2 * half + 2][::-1]
        for (x, one), (_, other) in zip(there, back, strict=True):
            yield "band", stroke, x, None, min(one, other), max(one, other), None


def _segments(axes: Axes, lines: Any) -> Iterator[tuple]:
    for stroke, segment in enumerate(lines.get_segments()):
        yield from (("rule", stroke, x, y, None, None, None) for x, y in segment if np.isfinite([x, y]).all())


def _steps(axes: Axes, steps: Any) -> Iterator[tuple]:
    values, edges, _ = steps.get_data()
    for edge, value in zip(edges, [*values, values[-1]], strict=True):
        yield "step", 0, float(edge), float(value), None, None, None


def _contours(axes: Axes, contours: Any) -> Iterator[tuple]:
    """The lines of each level; filled ones lie between two."""
    stroke = 0
    for level, lines in zip(contours.levels, contours.allsegs, strict=False):
        for line in lines if not contours.filled else []:
            yield from (("contour", stroke, x, y, None, None, float(level)) for x, y in line)
            stroke += 1


def _image(axes: Axes, image: Any) -> Iterator[tuple]:
    """The middle of each pixel."""
    values: np.ma.MaskedArray = np.ma.asarray(image.get_array())
    if values.ndim != 2:
        return
    left, right, bottom, top = image.get_extent()
    if image.origin == "upper":
        bottom, top = top, bottom
    x, y = (
        start + (np.arange(number) + 0.5) * (end - start) / number
        for start, end, number in ((left, right, values.shape[1]), (bottom, top, values.shape[0]))
    )
    for i, j in np.ndindex(values.shape):
        if not np.ma.getmaskarray(values)[i, j]:
            yield "pixel", 0, x[j], y[i], None, None, float(values[i, j])


def _mesh(axes: Axes, mesh: Any) -> Iterator[tuple]:
    corners = mesh.get_coordinates()
    middles = (corners[:-1, :-1] + corners[1:, 1:]) / 2
    values: np.ma.MaskedArray = np.ma.asarray(mesh.get_array()).reshape(middles.shape[:2])
    for i, j in np.ndindex(values.shape):
        yield "pixel", 0, *map(float, middles[i, j]), None, None, float(values[i, j])


def _scatter(axes: Axes, points: Any) -> Iterator[tuple]:
    values = points.get_array()
    for i, (x, y) in enumerate(np.asarray(points.get_offsets(), float)):
        yield "point", 0, x, y, None, None, None if values is None else float(np.ravel(values)[i])


def _area(axes: Axes, patch: Any) -> Iterator[tuple]:
    """The corners of an area, without what does not follow the panel's scales; the panel's own ground is none."""
    along = patch.get_transform().contains_branch_seperately(axes.transData)
    if patch is axes.patch or not any(along):
        return
    corners = patch.get_patch_transform().transform(patch.get_path().vertices)
    for corner in dict.fromkeys(
        tuple(float(v) if own else None for v, own in zip(c, along, strict=True)) for c in corners
    ):
        yield "area", 0, *corner, None, None, None


def _cells(axes: Axes, table: Any) -> Iterator[tuple]:
    """The numbers of a table with their intervals' ends, each a series called by the words of its row and column."""
    cells = {place: cell.get_text().get_text() for place, cell in table.get_celld().items()}
    for (row, column), text in sorted(cells.items()):
        found = ESTIMATE.fullmatch(text.strip()) if row and column else None
        if found:
            value, half = (float((part or "nan").replace("−", "-")) for part in found.groups())
            series = f"{cells.get((row, 0), row)}, {cells.get((0, column), column)}"
            yield series, "table", 0, None, value, _finite(value - half), _finite(value + half), None


def _finite(value: float | None) -> float | None:
    return value if value is not None and np.isfinite(value) else None


KINDS: dict[type, Callable[..., Iterable[tuple]]] = {
    Spine: lambda axes, spine: (),
    ErrorbarContainer: _errorbar,
    BarContainer: _bars,
    Line2D: _line,
    FillBetweenPolyCollection: _band,
    LineCollection: _segments,
    StepPatch: _steps,
    ContourSet: _contours,
    AxesImage: _image,
    QuadMesh: _mesh,
    PathCollection: _scatter,
    Patch: _area,
    Table: _cells,
}
