"""The Coq sources of a paper and what none of them may say.

Beside the claims that they serve lie `papers/<key>/**/<name>.v`. What is proved, definitions and statements and no
proof, stands in `papers/<key>/statements.v` or in the files of a folder `papers/<key>/statements`. What papers share
lies in `verification/formal`. A file's logical name is its path, as key.topic.name or formal.name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from verification.wings import read_text

SHARED = "formal"  # the logical name of what papers share
HOUSE = Path(__file__).resolve().parent.parent / SHARED
STATEMENTS = "statements"
LIBRARIES = ("Coq", "Coquelicot", "Interval", "Flocq", "mathcomp")  # whose modules a source may require
OPTIONS = ("Implicit Arguments", "Strict Implicit", "Printing Implicit Defensive", "Bullet Behavior")
FORBIDDEN = (  # what leaves a hole, turns a check of the kernel off or loads code
    *("Admitted", "admit", "give_up", "Axiom", "Axioms", "Parameter", "Parameters", "Conjecture", "Conjectures"),
    *("bypass_check", "type-in-type", "Load", "Drop", "Cd", "Redirect", "Extraction", "Register"),
    rf"(?:Set|Unset)\s+(?=[A-Z])(?!{'|'.join(OPTIONS)}).*",
    *("Module", r"Declare\s+(?!Scope\b)", r"Add\s+(?:Rec\s+)?(?:LoadPath|ML\b)", r"Primitive\s+(?!Projections\b)"),
)
ASSUMING = ("Variable", "Variables", "Hypothesis", "Hypotheses", "Context")
STATING = (  # how a sentence of a file of statements may begin
    *("From", "Import", "Open", "Section", "End", *ASSUMING, "Set", "Unset", "Implicit", "Arguments"),
    *("Definition", "Fixpoint", "Record", "Structure", "Inductive", "Variant"),
)
REDEFINING = (  # make a printed statement look like another
    *("Notation", "Infix", "Coercion", "Canonical"),
    *("Reserved", "Number", "Numeral", "String", "Identity", "SubClass"),
)
INSIDE = re.compile(r"(?<![\w'])where\s*\"|:>")  # the same within a definition: a notation, a coercion
WORD = re.compile(rf"(?<![\w'])(?:{'|'.join(FORBIDDEN)})(?![\w'])")
ATTRIBUTE = re.compile(r"^#\[\s*(?:local|global|export)\s*\]\s*")
PREFIX = re.compile(r"^(?:(?:Local|Global|Time|Succeed|Program|Timeout\s+\d+)\s+|[-+*{}]+\s*|\d+\s*:\s*\{\s*)")


@dataclass(frozen=True)
class Source:
    """A file and its logical name."""

    name: str
    path: Path

    @property
    def relative(self) -> Path:
        """Where it lies below a folder of all sources, by its logical name."""
        return Path(*self.name.split(".")).with_suffix(".v")

    @property
    def text(self) -> str:
        """Its text. Raises ValueError where it is not UTF-8."""
        return read_text(self.path)

    @property
    def states(self) -> bool:
        """Whether it is a file of statements."""
        return self.name.split(".")[1] == STATEMENTS and self.name.split(".")[0] != SHARED

    @property
    def libraries(self) -> set[str]:
        """The libraries whose modules it requires."""
        said = (sentence.split(" ") for _, sentence in sentences(self.text))
        return {_root(words[1]) for words in said if words[0] == "From"} & set(LIBRARIES)


def of_folder(key: str, folder: Path) -> list[Source]:
    """The sources below a folder that are not hidden, by their logical names under `key`."""
    paths = sorted(folder.rglob("*.v")) if folder.is_dir() else []
    names = {path: path.relative_to(folder).with_suffix("").parts for path in paths}
    return [Source(".".join([key, *parts]), path) for path, parts in names.items() if not _hidden(parts)]


def _hidden(parts: Iterable[str]) -> bool:
    """Whether a file or a folder around it is hidden, as what editors and file systems leave beside others."""
    return any(part.startswith(".") for part in parts)


def of_paper(key: str, folder: Path, shared: Path = HOUSE) -> list[Source]:
    """All sources that a paper's proofs may rest on; none where the paper states nothing formally."""
    own = of_folder(key, folder)
    return [*of_folder(SHARED, shared), *own] if own else []


def without_comments(text: str) -> str:
    """The text with its comments, which nest, and the insides of its strings blanked out as Coq's lexer reads them."""
    kept, depth, quoted, position = [], 0, False, 0
    while position < len(text):
        pair = text[position : position + 2]
        if not quoted and pair in ("(*", "*)") and (pair == "(*" or depth):
            depth += 1 if pair == "(*" else -1
            kept.append("  ")
            position += 2
            continue
        letter = text[position]
        quoted ^= letter == '"'
        kept.append(letter if letter == "\n" or not (depth or quoted) else " ")
        position += 1
    return "".join(kept)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a source with the lines on which they begin; comments are left out."""
    bare, start = without_comments(text), 0
    for match in [*re.finditer(r"\.(?=\s|$)", bare)]:
        sentence = bare[start : match.start()]
        begins = start + len(sentence) - len(sentence.lstrip())
        yield bare.count("\n", 0, begins) + 1, " ".join(sentence.split())
        start = match.end()
    if rest := bare[start:].strip():
        yield bare.count("\n", 0, start) + 1, " ".join(rest.split())


def faults(source: Source, keys: tuple[str, ...], stating: bool = False, printed: bool = False) -> Iterator[str]:
    """What a source says and must not, a line each.

    keys: the logical names besides the libraries' of which it may require modules. stating: it is a file of statements.
    printed: statements rest on it, so that nothing in it may change how they are printed.
    """
    sections = 0
    for line, whole in sentences(source.text):
        sentence = _unprefixed(whole)
        head = sentence.split(" ")[0]
        sections += (head == "Section") - (head == "End")
        why = _fault(sentence, head, keys, sections)
        if not why and stating and head not in STATING:
            why = f"a file of statements says {head!r}; wanted one of {', '.join(STATING)}"
        if not why and (stating or printed) and head in REDEFINING:
            why = f"{head} changes how statements are printed"
        if not why and (stating or printed) and (inside := INSIDE.search(sentence)):
            why = f"{inside[0].split()[0]} changes how statements are printed"
        if why:
            yield f"{source.name}, line {line}: {why}"


def _fault(sentence: str, head: str, keys: tuple[str, ...], sections: int) -> str:
    if word := WORD.search(sentence):
        return f"{word[0].strip()} is forbidden"
    if head.startswith("#["):
        return f"the attribute {head} is not known here"
    if head in ASSUMING and sections < 1:
        return f"{head} outside a section is an axiom"
    if head == "Require":
        return "Require without From does not say whose module it is"
    if head == "From" and (root := _root(sentence.split(" ")[1])) not in (*LIBRARIES, *keys):
        return f"it requires modules of {root}; wanted one of {', '.join((*LIBRARIES, *keys))}"
    return ""


def _root(name: str) -> str:
    return name.partition(".")[0]


def _unprefixed(sentence: str) -> str:
    """A sentence without its bullets, braces, locality and harmless attributes."""
    while (shorter := PREFIX.sub("", ATTRIBUTE.sub("", sentence))) != sentence:
        sentence = shorter
    return sentence
