"""Where the claims of a graph stand and how the arrows between them run; lengths are pixels.

A layered layout of our own: paper, section and depth settle the place of a claim but for its order within a cell, and a
library that places nodes by their arrows alone would tear the sections apart.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workflow.report.findings import by_section
from workflow.report.resting import Resting

WIDTH, HEIGHT = 158, 26  # of a claim
ACROSS, DOWN = 185, 35  # from a claim to its neighbours
HEADING, GAP, EDGE = 24, 14, 5  # above a section, below it, around all
LETTERS = 20  # that a claim has room for
COLUMNS = 6  # of claims that no arrow touches
LOOP = 24  # how far an arrow that leads not ahead swings out
SWEEPS = 4
MOST = 24  # claims around one before only its next neighbours are drawn
STATUS_MARKS = {
    "true": "✓",
    "true-if-repaired": "↻",
    "false": "✗",
    "vacuous": "∅",
    "ambiguous": "≈",
    "open": "?",
}


@dataclass(frozen=True)
class Place:
    """A claim in its place."""

    claim: Mapping
    x: int
    y: int

    @property
    def name(self) -> str:
        """What there is room for: its label, or else the end of its id."""
        label = self.claim["label"] if self.claim["source"]["formula"] != "ours" else ""
        end = self.claim["id"].partition(".")[2].replace("-", " ")
        name = label if 0 < len(label) <= LETTERS else end
        return name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…"

    @property
    def mark(self) -> str:
        """A sign for the claim's status."""
        return STATUS_MARKS[self.claim["status"]]


@dataclass(frozen=True)
class Arrow:
    """From a claim to one that rests on it, as the path of an SVG."""

    start: str
    end: str
    path: str


@dataclass
class Drawing:
    """A graph in its place. headings: text and y of each section."""

    places: dict[str, Place] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    headings: list[tuple[str, int]] = field(default_factory=list)
    height: int = 0

    @property
    def width(self) -> int:
        """The width of all claims."""
        return max((place.x for place in self.places.values()), default=0) + WIDTH + 8 * EDGE

    def put(self, claim: Mapping, column: int, y: int) -> None:
        """Set a claim in a column."""
        self.places[claim["id"]] = Place(claim, EDGE + column * ACROSS, y)
        self.height = max(self.height, y + HEIGHT + GAP)

    def join(self, resting: Resting) -> None:
        """Draw every arrow between two claims that are there."""
        for end in self.places:
            for start in resting.rests_on(end):
                if start in self.places:
                    self._draw(self.places[start], self.places[end])

    def _draw(self, start: Place, end: Place) -> None:
        self.arrows.append(Arrow(start.claim["id"], end.claim["id"], _path(start, end)))
        if end.x < start.x:
            self.height = max(self.height, start.y + HEIGHT + LOOP, end.y + HEIGHT + LOOP)


def paper(resting: Resting, claims: Sequence[Mapping]) -> Drawing:
    """The claims of one paper: a band for each section, and within it to the right of all that a claim rests on."""
    drawing, column = Drawing(), depths(resting, resting.claims)
    for _, section, own in by_section(claims):
        drawing.headings.append((f"Section {section}" if section else "No section of its own", drawing.height))
        _fill_band(drawing, own, {one: at for one, at in column.items() if resting.neighbours(one)})
    return _settled(drawing, resting)


def _fill_band(drawing: Drawing, claims: Sequence[Mapping], column: Mapping[str, int]) -> None:
    """Set the claims of a section: those that have a column in it, below them the others side by side."""
    top = drawing.height + HEADING
    rows: dict[int, int] = {}
    for claim in claims:
        if (at := column.get(claim["id"])) is not None:
            drawing.put(claim, at, top + rows.get(at, 0) * DOWN)
            rows[at] = rows.get(at, 0) + 1
    below = top + DOWN * max(rows.values(), default=0)
    for i, claim in enumerate(one for one in claims if one["id"] not in column):
        drawing.put(claim, i % COLUMNS, below + i // COLUMNS * DOWN)


def _settled(drawing: Drawing, resting: Resting) -> Drawing:
    """The claims of each cell in the order of their neighbours' middles, and the arrows."""
    cells: dict[tuple[int, int], list[str]] = {}
    for one, place in drawing.places.items():
        if any(other in drawing.places for other in resting.neighbours(one)):
            cells.setdefault((sum(top <= place.y for _, top in drawing.headings), place.x), []).append(one)
    for _ in range(SWEEPS):
        for names in cells.values():
            rows = sorted(drawing.places[one].y for one in names)
            middles = {one: _middle(drawing, resting.neighbours(one)) for one in names}
            for one, y in zip(sorted(names, key=middles.__getitem__), rows, strict=True):
                drawing.places[one] = replace(drawing.places[one], y=y)
    drawing.join(resting)
    return drawing


def _middle(drawing: Drawing, names: Sequence[str]) -> float:
    rows = [drawing.places[one].y for one in names if one in drawing.places]
    return sum(rows) / len(rows)


def around(resting: Resting, claim: str) -> Drawing:
    """A claim with those that it rests on and those that rest on it, two steps away where there is room."""
    near = _near(resting, claim, 2)
    if len(near) > MOST:
        near = _near(resting, claim, 1)
    columns: dict[int, list[str]] = {}
    for one, column in depths(resting, near).items():
        columns.setdefault(column, []).append(one)
    longest = max(map(len, columns.values()))
    drawing = Drawing(headings=[("", 0)])
    for column, names in columns.items():
        for row, one in enumerate(names):
            y = EDGE + row * DOWN + (longest - len(names)) * DOWN // 2
            drawing.put(resting.claims[one], column, y)
    return _settled(drawing, resting)


def _near(resting: Resting, claim: str, most: int) -> list[str]:
    """The claim, those below it and those above it, as far as that many steps lead."""
    found = [claim]
    for beside in (resting.rests_on, resting.used_by):
        ring = [claim]
        for _ in range(most):
            ring = [one for one in dict.fromkeys(o for near in ring for o in beside(near)) if one not in found]
            found += ring
    return found


def depths(resting: Resting, among: Collection[str]) -> dict[str, int]:
    """How long the longest chain among these claims is below each; two that use each other close no chain."""
    depth: dict[str, int] = {}

    def find(claim: str, above: tuple[str, ...]) -> int:
        if claim not in depth:
            chain = (*above, claim)
            below = [one for one in resting.rests_on(claim) if one in among and one not in chain]
            depth[claim] = max((1 + find(one, chain) for one in below), default=0)
        return depth[claim]

    for claim in among:
        find(claim, ())
    return depth


def _path(start: Place, end: Place) -> str:
    """A curve from the right end of a claim to the left end of one ahead; around the end of one in its own column, and
    below both to one behind, whose arguments use each other.
    """
    x1, y1, y2 = start.x + WIDTH, start.y + HEIGHT // 2, end.y + HEIGHT // 2
    if end.x > start.x:
        bend = (end.x - x1) // 2
        return f"M{x1} {y1}C{x1 + bend} {y1} {end.x - bend} {y2} {end.x} {y2}"
    if end.x == start.x:
        return f"M{x1} {y1}C{x1 + LOOP} {y1} {x1 + LOOP} {y2} {x1} {y2}"
    down, up, low = x1 - WIDTH // 2, end.x + WIDTH // 2, max(start.y, end.y) + HEIGHT + LOOP
    return f"M{down} {start.y + HEIGHT}V{low - LOOP}C{down} {low} {up} {low} {up} {end.y + HEIGHT}"
