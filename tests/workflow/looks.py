"""How the elements of a page look, told from its text: pages few enough to be looked at that show every kind."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Looks(HTMLParser):
    """The kinds of elements of a page: what leads to each from the root, as far as the style sheet tells it apart.

    No element has a style of its own, so that colours follow from these alone; within a formula they are the formula's.
    known: the words by which the style sheet selects, with the sign before them: ".badge", "#claims", "[hidden".
    """

    def __init__(self, known: frozenset[str]):
        super().__init__()
        self.known, self.found = known, set()
        self.path: list[tuple[str, str]] = []  # elements that are open, each with what led to it

    def handle_starttag(self, tag, attrs):
        assert "style" not in dict(attrs), "an element with a style of its own"
        above = self.path[-1][1] if self.path else ""
        kind = above if " math" in above else f"{above} {tag}{self._marks(dict(attrs))}"
        self.found.add(kind)
        if tag not in VOID:
            self.path.append((tag, kind))

    def _marks(self, attrs: dict) -> str:
        words = {f".{word}" for word in (attrs.get("class") or "").split()} | {f"[{name}" for name in attrs}
        return "".join(sorted((words | {f"#{attrs.get('id')}"}) & self.known))

    def handle_endtag(self, tag):
        while self.path and self.path.pop()[0] != tag:
            pass


def kinds(path: Path, known: frozenset[str]) -> set[str]:
    """The kinds of elements of a page."""
    looks = Looks(known)
    looks.feed(path.read_text(encoding="utf-8"))
    return looks.found


def covering(root: Path, names: Iterable[str]) -> list[str]:
    """Pages that together have every kind of element that any has; in each step the one that adds most."""
    known = frozenset(re.findall(r"[.#\[][a-z][\w-]*", (root / "style.css").read_text(encoding="utf-8")))
    left = {name: kinds(root / name, known) for name in names}
    chosen, missing = [], set().union(*left.values())
    while missing:
        best = max(sorted(left), key=lambda name: len(left[name] & missing))
        chosen.append(best)
        missing -= left.pop(best)
    return chosen
