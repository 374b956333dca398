"""Prose with LaTeX between dollar signs, as HTML with MathML; everything else is escaped."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element
from markupsafe import Markup, escape

FORMULA = re.compile(r"\$([^$]+)\$")
WORD = re.compile(r"[A-Za-z]{3,}( [A-Za-z]+)*")
UNSAFE = {"href", "style"}
PLAIN = re.compile(r"\\([a-zA-Z]+)|[{}$\\]")


@cache
def prose(text: str) -> Markup:
    """Escaped prose, formulas as MathML. Raises ValueError naming a formula that cannot be set."""
    pieces = FORMULA.split(text)
    return Markup("").join(mathml(piece) if index % 2 else escape(piece) for index, piece in enumerate(pieces))


def symbol(text: str) -> Markup:
    """A variable of a statement: LaTeX, unless it is a plain word."""
    return escape(text) if WORD.fullmatch(text) else mathml(text)


def mathml(latex: str) -> Markup:
    """One formula."""
    try:
        formula = convert_to_element(latex)
        for node in formula.iter():
            _settle(node)
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
