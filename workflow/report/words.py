"""The page's words: what each means, said once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml


@cache
def groups() -> dict[str, dict[str, str]]:
    """What each word means, by the headings of the page that explains them."""
    return yaml.safe_load((Path(__file__).with_name("templates") / "words.yaml").read_text(encoding="utf-8"))


@cache
def meanings() -> dict[str, str]:
    """What each word means. Raises KeyError where a word is asked for that is not explained."""
    return {word: text for group in groups().values() for word, text in group.items()}


def anchor(word: str) -> str:
    """The place of a word on its page."""
    return re.sub(r"[^a-z0-9]+", "-", word.lower())
