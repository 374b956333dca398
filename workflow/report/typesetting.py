"""What TeX does to a row of atoms and the converter does not: signs, fences, bars, the space around names and signs.

The converter gives each command a MathML element of its own and knows nothing of its neighbours; a browser that
follows MathML Core takes the space around a sign from its place in the row, which is flat here. So the kind of each
atom (TeXbook, chapter 17: ordinary, operator, binary, relation, opening, closing, punctuation) is settled here.
"""

from __future__ import annotations

import re
import unicodedata
from xml.etree.ElementTree import Element

SCRIPTS = {"msub", "msup", "msubsup", "munder", "mover", "munderover"}
OPENING, CLOSING = set("([{⟨⌈⌊"), set(")]}⟩⌉⌋")
BARS = set("|‖")
BINARY = set("+−-±∓·×*/∩∪⊗∘∧∨")
SIGNS = set("+−-±∓")  # that can stand before a number alone
PRIME = "′"
LETTERLIKE = {*"∞∅⊤⊥#ℓℏ°%…⋯", PRIME}
GREEK = set("ΓΔΘΛΞΠΣΥΦΨΩ")  # capitals stand upright
SAME = {"~": "∼", "-": "−"}
THIN, WIDE = "0.1667em", "0.2778em"
NAME = re.compile(r"[A-Za-z]{2,}")
BOLD_ZERO = 0x1D7CE


def settle(formula: Element) -> None:
    """Set a formula in place."""
    for node in [*formula.iter()]:
        _set_sign(node)
    for node in [*formula.iter()]:
        _set_scripts(node)
        if node.tag in ("mrow", "mtd", "math", "msqrt"):
            _set_row(node)


def _set_sign(node: Element) -> None:
    """One element by itself: a letter or a sign, and the letters of a name as one."""
    if node.tag == "mrow" and len(node) > 1 and all(n.get("mathvariant") == "normal" and not len(n) for n in node):
        name = "".join(letter.text or "" for letter in node)
        node[:] = [Element("mi")]
        node[0].text = name
    text = node.text or ""
    if node.tag == "msup" and node[1].text == PRIME:  # the fonts' prime is raised already
        node.tag = "mrow"
    if node.tag == "mi" and text in GREEK:
        node.set("mathvariant", "normal")
    if node.tag == "mn" and node.attrib.pop("mathvariant", "") == "bold":
        node.text = "".join(chr(BOLD_ZERO + int(digit)) if digit.isdecimal() else digit for digit in text)
    elif node.tag == "mo" and (NAME.fullmatch(text) or text in LETTERLIKE):
        node.tag = "mi"
    elif (
        node.tag == "mi"
        and len(text) == 1
        and text not in LETTERLIKE
        and not unicodedata.category(text).startswith("L")
    ):
        node.tag, node.text = "mo", SAME.get(text, text)
        node.set("stretchy", "false")


def _set_scripts(node: Element) -> None:
    """A sign that is a whole script has no space around it."""
    if node.tag in SCRIPTS:
        for script in node[1:]:
            alone = script[0] if script.tag == "mrow" and len(script) == 1 else script
            if alone.tag == "mo" and not node.get("accent"):
                alone.attrib |= {"lspace": "0", "rspace": "0"}


def _set_row(row: Element) -> None:
    """The neighbours of a row: which way fences and bars look, signs before a number, the space around names."""
    _set_fences(row)
    children = [child for child in row if child.tag != "mspace"]
    kinds = [_kind(child) for child in children]
    for i, (child, kind) in enumerate(zip(children, kinds, strict=True)):
        if kind == "binary" and _core(child).text in SIGNS and (not i or kinds[i - 1] not in ("ordinary", "closing")):
            _core(child).set("form", "prefix")
    spaced: list[Element] = []
    for child in row:
        if (
            spaced
            and {spaced[-1].tag, child.tag}.isdisjoint({"mspace", "mtext"})
            and _apart(_kind(spaced[-1]), _kind(child))
        ):
            spaced.append(Element("mspace", width=THIN))
        spaced.append(child)
    row[:] = spaced


def _apart(left: str, right: str) -> bool:
    """Whether a thin space stands between them: a name and what it is taken of (TeXbook, page 170)."""
    return (left == "name" and right in ("ordinary", "name")) or (left in ("ordinary", "closing") and right == "name")


def _set_fences(row: Element) -> None:
    open_bars: list[str] = []
    children = [child for child in row if child.tag != "mspace"]
    for i, child in enumerate(children):
        sign = _core(child)
        if sign.tag != "mo" or sign.get("form"):
            continue
        if sign.text in BARS:
            _set_bar(sign, children[:i], children[i + 1 :], open_bars)
        elif sign.text in OPENING | CLOSING:
            sign.set("form", "prefix" if sign.text in OPENING else "postfix")


def _set_bar(bar: Element, before: list[Element], after: list[Element], open_bars: list[str]) -> None:
    """A bar opens where nothing stands before it that it could close, and divides where none follows that closes it."""
    follows = bool(before) and _kind(before[-1]) in ("ordinary", "closing")
    if bar.text in open_bars and follows:
        open_bars.remove(bar.text)
        bar.attrib |= {"form": "postfix", "lspace": "0", "rspace": "0"}
    elif any(_core(child).text == bar.text for child in after):
        open_bars.append(str(bar.text))
        bar.attrib |= {"form": "prefix", "lspace": "0", "rspace": "0"}
    else:
        bar.attrib |= {"form": "infix", "lspace": WIDE, "rspace": WIDE}


def _core(node: Element) -> Element:
    """What carries the scripts."""
    while node.tag in SCRIPTS and len(node) and not node.get("accent"):
        node = node[0]
    return node


def _kind(node: Element) -> str:
    """The kind of an atom."""
    core = _core(node)
    text = core.text or ""
    if core.tag == "mi" and NAME.fullmatch(text):
        return "name"
    if core.tag == "mrow" and len(core) == 1 and NAME.fullmatch(core[0].text or ""):
        return "name"
    if core.tag != "mo":
        return "ordinary"
    if core.get("form") in ("prefix", "postfix") and text not in SIGNS:
        return "opening" if core.get("form") == "prefix" else "closing"
    if text in OPENING:
        return "opening"
    if text in CLOSING or text == "!":
        return "closing"
    return "binary" if text in BINARY else "other"
