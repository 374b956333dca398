"""Numbers as they are printed: a true minus sign, and powers of ten for an e."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

TAG = re.compile(r"(<[^>]*>)")
MINUS = re.compile(r"(?<![^\s(\[,;:=±|])-(?=\.?\d)")  # a sign, not a hyphen: at the start or after a space or a bracket
POWER = re.compile(r"(?<=[\d)]) ?e([+-])0*(\d+)(?!\w)")


def numerals(text: object) -> Markup:
    """Text or HTML whose numbers are set as in print; what stands within tags is left alone."""
    pieces = TAG.split(str(escape(text)))
    return Markup("".join(piece if piece.startswith("<") else _set(piece) for piece in pieces))


def _set(text: str) -> str:
    powers = POWER.sub(lambda found: f" · 10<sup>{'−' if found[1] == '-' else ''}{found[2]}</sup>", text)
    return MINUS.sub("−", powers)
