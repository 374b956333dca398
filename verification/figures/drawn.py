"""What a figure shows, as a long table: read back from the drawing itself, so that the two cannot differ.

A row is a point: its panel, its series, the kind of mark, the stroke or area that it belongs to, its place, the ends of
its whisker or band, and the value of a pixel or a contour. A series bears the label of what is drawn, without the
underscore in front by which matplotlib keeps a label out of a legend. Panels whose axes are turned off have no scales
and no data, but for tables.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.table import Table
from matplotlib.ticker import FixedLocator

from verification.figures.marks import Row, rows

COLUMNS = ("panel", "series", "mark", "stroke", "x", "y", "lower", "upper", "value")
COLOUR_BAR = "<colorbar>"  # the label that matplotlib gives to its axes
OWN = re.compile(r"_(nolegend_|child\d+|container\d+)?")  # labels that matplotlib gives by itself
COMMAND = re.compile(r"\\([A-Za-z]+)")
SIGNS = {"Vert": "‖", "gamma": "γ", "lambda": "λ", "pi": "π", "psi": "ψ", "rho": "ρ"}
MARKUP = re.compile(r"\\[,;:!]|[${}]")
MARKS = (
    "a step holds from its x to the next; lower and upper are the ends of a whisker or a band; a rule is a straight "
    "line, without x or y where it crosses the whole panel; the points of one stroke of a line or an area are joined"
)


def table(figure: Figure) -> str:
    """The table as CSV: comments after "#" (scales, units, what is not in it), a line of names, a line a point."""
    out = io.StringIO()
    panels = list(_panels(figure))
    for line in (MARKS, *(line for name, axes in panels for line in _comments(name, axes))):
        out.write(f"# {line}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name, axes in panels:
        writer.writerows([name, plain(series), *map(_cell, rest)] for series, *rest in panel(axes))
    return out.getvalue()


def panel(axes: Axes) -> Iterator[Row]:
    """All points of a panel, in the order in which it was drawn; a series that is drawn in pieces counts on."""
    begun: Counter[tuple[str, str]] = Counter()
    for drawn in _drawn(axes):
        found = rows(axes, drawn, _label(drawn) or _look(drawn)) or []
        before = begun.copy()
        for series, mark, stroke, *place in found:
            begun[series, mark] = max(begun[series, mark], before[series, mark] + stroke + 1)
            yield series, mark, before[series, mark] + stroke, *place  # type: ignore[misc]


def unnamed(figure: Figure) -> list[str]:
    """The panels and looks of what bears no label."""
    found = [(name, drawn) for name, axes in _panels(figure) for drawn in _drawn(axes) if rows(axes, drawn, "")]
    return [f"{name}: {_look(drawn)}" for name, drawn in found if not (_label(drawn) or isinstance(drawn, Table))]


def plain(text: str) -> str:
    """A label without the signs of its markup, and without the one that begins a comment."""
    named = COMMAND.sub(lambda found: SIGNS.get(found[1], found[1]), text)
    return " ".join(MARKUP.sub("", named).replace("#", "number").split())


def _panels(figure: Figure) -> Iterator[tuple[str, Axes]]:
    """The panels by their letters, or by their numbers where they have none."""
    shown = [axes for axes in figure.axes if axes.get_label() != COLOUR_BAR and (axes.axison or axes.tables)]
    for number, axes in enumerate(shown, start=1):
        letter, _, rest = axes.get_title(loc="left").partition("  ")
        yield letter if rest else str(number), axes


def _drawn(axes: Axes) -> Iterator[object]:
    """What is drawn, what belongs together as one."""
    parts = {id(part) for whole in axes.containers for part in _parts(whole)}
    yield from axes.containers
    yield from (child for child in axes.get_children() if id(child) not in parts)


def _parts(whole: Iterable) -> Iterator[Artist]:
    for part in whole:
        if isinstance(part, Artist):
            yield part
        elif part is not None:
            yield from _parts(part)


def _label(drawn: object) -> str:
    label = str(getattr(drawn, "get_label", lambda: "")())
    return "" if OWN.fullmatch(label) else label.removeprefix("_")


def _look(drawn: object) -> str:
    """What stands for a series without a label: its kind and colour."""
    first = next(_parts(drawn), None) if isinstance(drawn, tuple) else drawn
    colour = getattr(first, "get_color", getattr(first, "get_facecolor", lambda: ""))()
    shown = colour.lstrip("#") if isinstance(colour, str) else np.round(np.ravel(colour)[:3], 3).tolist()
    return f"{type(drawn).__name__} of colour {shown}"


def _comments(name: str, axes: Axes) -> Iterator[str]:
    """The title, the scales and the words at the ticks of a panel, and what of it is not in the table."""
    yield f"panel {name}: {plain(axes.get_title(loc='left').partition('  ')[2])}".removesuffix(": ")
    for letter, axis in (("x", axes.xaxis), ("y", axes.yaxis)) if axes.axison else ():
        scale = " (logarithmic)" if axis.get_scale() == "log" else ""
        yield f"panel {name}, {letter}: {plain(_unit(axes, letter))}{scale}{_words(axis)}"
    for mapped in (*axes.images, *axes.collections):
        if bar := getattr(mapped, "colorbar", None):
            yield f"panel {name}, value: {plain(bar.ax.get_xlabel() or bar.ax.get_ylabel())}"
    left = [type(drawn).__name__ for drawn in _drawn(axes) if rows(axes, drawn, "") is None]
    if left:
        yield f"panel {name}, not in this table: {', '.join(sorted(set(left)))}"


def _unit(axes: Axes, letter: str) -> str:
    """What stands at an axis, or at one that shares its scale."""
    shared = getattr(axes, f"get_shared_{letter}_axes")().get_siblings(axes)
    labels = [getattr(one, f"get_{letter}label")() for one in (axes, *shared)]
    return next(filter(None, labels), "")


def _words(axis: Axis) -> str:
    """What stands at the ticks where that is not their number."""
    if not isinstance(axis.get_major_locator(), FixedLocator):
        return ""
    places = list(map(float, axis.get_majorticklocs()))
    told = dict(zip(places, map(plain, axis.get_major_formatter().format_ticks(places)), strict=True))
    if all(text == "" or _is(text, place) for place, text in told.items()):
        return ""
    return f"; {', '.join(f'{place:g} is {text}' for place, text in told.items())}"


def _is(text: str, number: float) -> bool:
    try:
        return bool(np.isclose(float(text.replace("−", "-").replace(",", "")), number, atol=1e-12))
    except ValueError:
        return False


def _cell(value: object) -> object:
    return "" if value is None else repr(float(value)) if isinstance(value, float | np.floating) else value
