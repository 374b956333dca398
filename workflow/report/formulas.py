"""Prose with LaTeX between dollar signs, as HTML with MathML; everything else is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element
from markupsafe import Markup, escape

from workflow.report import typesetting

FORMULA = re.compile(r"([(\[“]?)\$([^$]+)\$([)\].,;:!?”’]*(?:-[a-z]+|'s)?)")  # and what may not be parted from it
RELATION = re.compile(r"[=<>]|\\(le|ge|leq|geq|to|sim|in|succeq|preceq|approx)\b")
TALL = re.compile(r"\\(frac|sum|int|prod|binom|begin)\b")
LONG = 36  # characters of a formula's plain text from which on, if tall, it has a line of its own
WORD = re.compile(r"[A-Za-z]{3,}( [A-Za-z]+)*")
UNSAFE = {"href", "style"}
BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
PLAIN = re.compile(r"\\([a-zA-Z]+)|[{}$\\]")


@cache
def prose(text: str) -> Markup:
    """Escaped prose, formulas as MathML. Raises ValueError naming a formula that cannot be set."""
    return _set(text, lambda latex: False)


@cache
def statement(text: str) -> Markup:
    """Prose whose long and tall relations stand on lines of their own. Raises ValueError as `prose` does."""
    return _set(text, _has_a_line)


def paragraphs(text: str) -> list[Markup]:
    """The paragraphs of a text, which empty lines part, each set as `prose`. Raises ValueError as `prose` does."""
    return [prose(" ".join(piece.split())) for piece in BETWEEN_PARAGRAPHS.split(text)]


def _has_a_line(latex: str) -> bool:
    return bool(TALL.search(latex) and RELATION.search(latex)) and len(plain(latex)) >= LONG


def _set(text: str, displayed: Callable[[str], bool]) -> Markup:
    pieces, end = Markup(""), 0
    for found in FORMULA.finditer(text):
        before, latex, after = found.groups()
        line = displayed(latex)
        tied = Markup('<span class="{}">{}{}{}</span>').format(
            "line-of-its-own" if line else "formula", before, mathml(latex, line), after
        )
        pieces += escape(text[end : found.start()]) + tied
        end = found.end()
    return pieces + escape(text[end:])


def symbol(text: str) -> Markup:
    """A variable of a statement: LaTeX, unless it is a plain word."""
    return escape(text) if WORD.fullmatch(text) else mathml(text)


@cache
def mathml(latex: str, line: bool = False) -> Markup:
    """One formula, on a line of its own or within one."""
    try:
        formula = convert_to_element(latex, display="block" if line else "inline")
        for node in formula.iter():
            _settle(node)
        typesetting.settle(formula)
    except Exception as error:
        raise ValueError(f"the formula {latex!r} cannot be set: {error}") from error
    return Markup(tostring(formula, encoding="unicode", short_empty_elements=False))


def _settle(node: Element) -> None:
    """Leave the escaping of a node's text to the writer; refuse what the converter did not know or takes on trust."""
    node.text = unescape(node.text or "")
    if node.text.startswith("\\"):
        raise ValueError(f"{node.text} is no command known here")
    if UNSAFE & set(node.keys()):
        raise ValueError("a formula has neither links nor styles")


def plain(text: str) -> str:
    """The text without markup, for titles and search."""
    return PLAIN.sub(lambda match: match[1] or "", text)
