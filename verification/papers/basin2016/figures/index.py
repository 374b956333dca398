"""Which figures the wing has. Imports no plotting library."""

from pnn.figures.index import Entry

ROOM, PAPER = "verification.papers.basin2016.figures", "basin2016"

_ENTRIES = [
    Entry(
        "basin_probability",
        "Theorems 2 to 5",
        "How likely a random start lies in a good basin",
        f"{ROOM}.probability",
        ("basin_probability",),
        paper=PAPER,
    ),
]

FIGURES: dict[str, Entry] = {entry.name: entry for entry in _ENTRIES}
