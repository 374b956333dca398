"""Which figures the wing has. Imports no plotting library."""

from pnn.figures.index import Entry

ROOM, PAPER = "verification.papers.basin2016.figures", "basin2016"

_ENTRIES = [
    Entry(
        "basin_path",
        "Theorem 1",
        "Paths of falling loss, and where they break",
        f"{ROOM}.path",
        ("basin_path",),
        paper=PAPER,
    ),
    Entry(
        "basin_probability",
        "Theorems 2 to 5",
        "How likely a random start lies in a good basin",
        f"{ROOM}.probability",
        ("basin_probability",),
        paper=PAPER,
    ),
    Entry(
        "basin_spurious",
        "Beyond the paper",
        "Spurious minima against an orthonormal teacher",
        f"{ROOM}.spurious",
        ("basin_spurious",),
        paper=PAPER,
    ),
    Entry(
        "basin_auer",
        "Beyond the paper",
        "One good basin in 2^d, and what width does",
        f"{ROOM}.auer",
        ("basin_auer",),
        paper=PAPER,
    ),
]

FIGURES: dict[str, Entry] = {entry.name: entry for entry in _ENTRIES}
