"""The page of an earlier run, marked as such while a later one runs, and for as long as that has no page of its own."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from pnn import store

SAYS = "This page is of an earlier run: a later one has begun and has not come to a page of its own."
NOTICE = f"""
/* {SAYS} */
body::before {{
  content: "{SAYS}";
  display: block; padding: 0.6em 1em; background: #fff3cd; color: #1a1a1a; border-bottom: 3px solid #d55e00;
  font-weight: bold;
}}
"""


def made(settings: str, code: str) -> str:
    """What a page says of its making: the digest of the code and one of the settings (JSON)."""
    return f"{code} {hashlib.sha256(settings.encode()).hexdigest()}"


def mark(report: Path) -> None:
    """Put the notice on every page below `report`, and see to it that the next whole run makes them anew.

    It stands in the style sheet that all pages share. The first page is given the oldest date there is, so that
    whatever run comes next takes it for out of date.
    """
    style, page = report / "style.css", report / "index.html"
    if not (style.is_file() and page.is_file()):
        return
    text = style.read_text(encoding="utf-8")
    if not text.endswith(NOTICE):
        store.write_text(style, text + NOTICE)
    try:
        os.utime(page, (0, 0))
    except PermissionError:  # another user's page, in a folder that is shared: only its owner may date it back
        store.write_bytes(page, page.read_bytes())
        os.utime(page, (0, 0))
