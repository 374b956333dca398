"""Bind drawn figures into one PDF: a page each, the vector drawing above its caption and its sources.

`python -m verification.figures.bind --code DIGEST --output figures.pdf STEM...` reads STEM.pdf and STEM.json of each
figure, once their bytes have been held against STEM.sha256. Without a figure it is one page that says so.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from verification import loading  # noqa: F401  # before what it makes load faster

# isort: split
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from pypdf import PageObject, PdfReader, PdfWriter, Transformation

from pnn import store
from verification import command
from verification.figures import style

POINTS = 72.0
PAGE = (210 / 25.4, 297 / 25.4)  # A4 in inches
MARGIN, GAP = 0.8, 0.25
LINE, CHARACTERS = 0.19, 100  # inches a line of the caption, characters in it


def bind(stems: Sequence[Path], code: str = "") -> bytes:
    """The bound PDF, whose keyword is the digest of the code.

    Raises store.DamagedFile, naming the file, where a figure's file is missing or has changed.
    """
    drawn = [_read(stem) for stem in stems]
    with style.applied():
        pages = _pages_of([_sheet(record, _bottom(drawing) - GAP) for drawing, record in drawn] or [_no_figure()])
    writer = PdfWriter()
    for page in pages:
        writer.add_page(page)
    for number, (drawing, record) in enumerate(drawn):
        left = (PAGE[0] * POINTS - float(drawing.mediabox.width)) / 2
        place = Transformation().translate(left, _bottom(drawing) * POINTS)
        writer.pages[number].merge_transformed_page(drawing, place)
        writer.add_outline_item(title=f"{record['label']}: {record['title']}", page_number=number)
    writer.metadata = {"/Title": "Figures", "/Producer": "pypdf", "/Keywords": code}
    writer.compress_identical_objects()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _read(stem: Path) -> tuple[PageObject, dict]:
    store.check_digests(stem.with_name(f"{stem.name}.sha256"))
    drawn, about = (stem.with_name(f"{stem.name}.{kind}") for kind in ("pdf", "json"))
    return PdfReader(io.BytesIO(drawn.read_bytes())).pages[0], json.loads(about.read_text(encoding="utf-8"))


def _bottom(drawing: PageObject) -> float:
    """Inches from the foot of a page to a drawing at its head."""
    return PAGE[1] - MARGIN - float(drawing.mediabox.height) / POINTS


def _sheet(record: dict, top: float) -> Figure:
    """An A4 page with the caption from `top` inches down and the sources below it, room for the drawing above."""
    sheet = Figure(figsize=PAGE)
    left = MARGIN / PAGE[0]
    lines = textwrap.wrap(record["caption"], CHARACTERS)
    sources = [
        f"data: {', '.join(record['data']) or 'none'}    code: {record['module']}",
        *textwrap.wrap(record["command"], CHARACTERS, subsequent_indent="    ", break_on_hyphens=False),
    ]
    for number, line in enumerate(lines):
        sheet.text(left, (top - number * LINE) / PAGE[1], line, va="top", fontsize=9)
    below = top - (len(lines) + 0.8) * LINE
    for number, line in enumerate(sources):
        sheet.text(left, (below - number * LINE) / PAGE[1], line, va="top", fontsize=7.5, color=style.FAINT)
    return sheet


def _no_figure() -> Figure:
    sheet = Figure(figsize=PAGE)
    sheet.text(MARGIN / PAGE[0], 1 - MARGIN / PAGE[1], "The papers of this run bring no figure.", va="top", fontsize=9)
    return sheet


def _pages_of(sheets: Iterable[Figure]) -> Sequence[PageObject]:
    """The sheets as pages of one document, so that each font is cut down to its letters once."""
    buffer = io.BytesIO()
    with PdfPages(buffer, metadata=style.METADATA["pdf"]) as pages:
        for sheet in sheets:
            pages.savefig(sheet)
    buffer.seek(0)
    return PdfReader(buffer).pages


def main(arguments: list[str] | None = None) -> None:
    """Command line; the log repeats the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--code", default="")
    parser.add_argument("stems", type=Path, nargs="*", metavar="STEM")
    options = parser.parse_args(arguments)
    command.begin("verification.figures.bind", arguments)
    try:
        bound = bind(options.stems, options.code)
    except store.DamagedFile as problem:
        sys.exit(f"verification.figures.bind: {problem}")
    store.write_bytes(options.output, bound)


if __name__ == "__main__":
    main()
