"""Reading the tables that are written beside figures."""

import csv
from pathlib import Path


def nameless(path: Path) -> list[str]:
    """The series of a figure's table that are called by their look alone."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line[0] != "#")
    return sorted({row["series"] for row in csv.DictReader(lines) if " of colour " in row["series"]})
