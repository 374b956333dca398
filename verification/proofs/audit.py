"""Ask Coq what is proved: each statement and what it says, the theorem that proves or refutes it, what that rests on.

The statements are read before any proof is loaded. That a theorem proves a statement is decided by the kernel, which
takes the theorem for a term whose type is the statement; names and texts decide nothing. A theorem `x_proved` proves
the statement `x`, and `x_refuted` that it is false.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from verification.proofs import build, coq
from verification.proofs.coq import Refused
from verification.proofs.sources import STATEMENTS, Source, sentences

AXIOMS = {  # that a proof may rest on, by class
    r"ClassicalDedekindReals\.(?:sig_not_dec|sig_forall_dec)": "the real numbers' two axioms",
    r"FunctionalExtensionality\.functional_extensionality_dep": "functional extensionality",
    r"Classical_Prop\.classic": "classical logic",
    r"(?:Uint63|PrimInt63|Uint63Axioms|Sint63|CarryType)\.\w+": "machine integers",
    r"(?:PrimFloat|FloatAxioms|FloatOps|FloatClass)\.\w+": "machine floating point",
}
DEFINED = ("def", "coe", "rec", "ind", "variant", "constr", "proj")  # kinds in Coq's list of a file's names
BUILT = ("prf", "thm", "inst")  # kinds of what a proof builds: no digest would hold its value
VERDICTS = ("proved", "refuted")
LARGE = "Interval"  # a library that takes seconds to go through for its axioms
TOKEN = re.compile(r"[A-Za-z_][\w']*(?:\.[A-Za-z_][\w']*)+")
MARK = "== of the gate:"
UNSAFE = re.compile(r"\bis (?:assumed|positive)\b|\brelies on\b|type-in-type|Theory:")  # what Coq lists beside axioms


@dataclass(frozen=True)
class Gate:
    """A folder of compiled sources and whose statements are asked about."""

    folder: Path
    sources: Sequence[Source]
    key: str

    @property
    def home(self) -> str:
        """The logical name under which all statements are told, whichever file they stand in."""
        return f"{self.key}.{STATEMENTS}"

    @property
    def homes(self) -> list[str]:
        """The logical names of the files of statements."""
        return [source.name for source in self.sources if source.states]

    @cached_property
    def large(self) -> set[str]:
        """The logical names of the sources that rest on the large library."""
        return build.above(self.folder, self.sources, [one.name for one in self.sources if LARGE in one.libraries])

    def asked(self, theorem: str) -> str:
        """With what a theorem's axioms are asked for: its file, or together all that rest on the large library."""
        file = theorem.rpartition(".")[0]
        return LARGE if file in self.large else file

    def names(self, source: str) -> Iterator[tuple[str, str]]:
        """Kind and logical name of everything that a compiled source defines."""
        lines = (self.folder / Path(*source.split("."))).with_suffix(".glob").read_text().splitlines()
        for line in lines:
            if match := re.fullmatch(r"(\w+) \d+:\d+ \S+ (\S+)", line):
                yield match[1], f"{source}.{match[2]}"

    def theorems(self) -> dict[str, dict[str, str]]:
        """For each statement that a theorem says it proves or refutes: the theorem. Raises Refused where two do."""
        found: dict[str, dict[str, str]] = {verdict: {} for verdict in VERDICTS}
        for source in self.sources:
            for name in dict.fromkeys(name for kind, name in self.names(source.name) if kind in ("prf", "def")):
                statement, _, verdict = name.rpartition(".")[2].rpartition("_")
                if verdict not in VERDICTS or not source.name.startswith(f"{self.key}."):
                    continue
                if statement in found[verdict]:
                    raise Refused(f"{name} and {found[verdict][statement]}: wanted one theorem for {statement}")
                found[verdict][statement] = name
        return found

    def ask(self, name: str, lines: Iterable[str]) -> dict[str, str]:
        """What Coq answers to questions, each after a mark of its own."""
        (self.folder / f"{name}.v").write_text("\n".join(lines) + "\n")
        said = coq.call("coqc", "-q", "-w", "-all", f"{name}.v", folder=self.folder, roots=build.roots(self.sources))
        parts = said.split(f"{MARK} ")[1:]
        return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}


def audited(gate: Gate) -> dict[str, dict]:
    """Every statement by its name: what it says, its digest, who decides it and on what that rests. Raises Refused."""
    rests = build.rests_on(gate.folder, gate.sources, gate.homes)
    known = list(dict.fromkeys(name for one in rests for kind, name in gate.names(one) if kind in DEFINED))
    stated = _stated(gate, known)
    theorems = gate.theorems()
    strict = gate.ask("audit", _questions(gate, known, stated, theorems))
    _refuse_built([name for one in rests for kind, name in gate.names(one) if kind in BUILT], known, strict)
    build.checked_again(gate.folder, [*(one.name for one in gate.sources), "audit"], build.roots(gate.sources))
    shown = gate.ask("shown", _as_read(gate, known))
    found = {}
    for statement, name in stated.items():
        if strict[f"says {name}"].endswith(": Prop") and " = " in strict[f"says {name}"].replace("\n", " "):
            found[statement] = _entry(gate, name, known, theorems, strict, shown)
    _refuse_strays(gate, theorems, found)
    return found


def classes(said: str) -> list[str]:
    """The classes of the axioms that Coq lists; empty for none. Raises Refused for one that is not listed here."""
    if said.startswith("Closed under the global context"):
        return []
    names = re.findall(r"^([A-Za-z_][\w.']*)\s*(?::|$)", said.partition("Axioms:")[2], re.MULTILINE)
    if not names or not said.startswith("Axioms:") or UNSAFE.search(said):
        raise Refused(f"what a proof rests on is not understood: {said[:300]}")
    return sorted({_class(name) for name in names})


def _class(axiom: str) -> str:
    for pattern, name in AXIOMS.items():
        if re.fullmatch(pattern, axiom):
            return name
    raise Refused(f"a proof rests on {axiom}, which is none of the axioms allowed")


def _stated(gate: Gate, known: Sequence[str]) -> dict[str, str]:
    """The names of the files of statements, by their last part. Raises Refused where two files have one."""
    found: dict[str, str] = {}
    for name in known:
        home, _, last = name.rpartition(".")
        if home in gate.homes and found.setdefault(last, name) != name:
            raise Refused(f"{name} and {found[last]}: wanted one name in all files of statements")
    return found


def _questions(gate: Gate, known: Sequence[str], stated: Mapping[str, str], theorems) -> Iterator[str]:
    """What each name says with nothing hidden; then, with the proofs loaded, each proof held to its statement."""
    yield f"Require {' '.join(gate.homes)}."
    yield "Set Printing Width 1000. Set Printing Depth 100000. Set Printing All."
    for name in known:
        yield from (_mark(f"says {name}"), f"Print {name}.")
    yield "Unset Printing All."
    for statement in dict.fromkeys(statement for group in theorems.values() for statement in group):
        yield f"Definition stated_{statement} : Prop := {stated.get(statement, f'{gate.home}.{statement}')}."
    together: dict[str, list[str]] = {}
    for verdict, group in theorems.items():
        for statement, theorem in group.items():
            wanted = f"stated_{statement}" if verdict == "proved" else f"(stated_{statement} -> False)"
            together.setdefault(gate.asked(theorem), []).append(
                f"Definition {verdict}_{statement} : {wanted} := @{theorem}."
            )
    files = dict.fromkeys(theorem.rpartition(".")[0] for group in theorems.values() for theorem in group.values())
    yield f"Require {' '.join(files)}." if files else ""
    for number, (asked, lines) in enumerate(together.items()):
        yield from lines
        terms = [line.split(" ")[1] for line in lines]
        yield f"Definition all_{number} := {_paired(terms)}."
        yield from (_mark(f"trusts {asked}"), f"Print Assumptions all_{number}.")


def _paired(terms: Sequence[str]) -> str:
    return terms[0] if len(terms) == 1 else f"(conj {terms[0]} {_paired(terms[1:])})"


def _as_read(gate: Gate, known: Sequence[str]) -> Iterator[str]:
    """The same with the notations that the files of statements use, for a reader."""
    said = (sentence for source in gate.sources if source.states for _, sentence in sentences(source.text))
    for sentence in dict.fromkeys(said):
        if sentence.split(" ")[0] in ("From", "Import") or "Open Scope" in sentence:
            yield f"{sentence}."
    yield f"Require Import {' '.join(dict.fromkeys(name.rpartition('.')[0] for name in known))}."
    yield "Set Printing Width 100. Set Printing Depth 100000."
    for name in known:
        yield from (_mark(name), f"Print {name}.")


def _mark(name: str) -> str:
    return f'Goal True. idtac "{MARK} {name}". Abort.'


def _entry(gate: Gate, name: str, known: Sequence[str], theorems, strict, shown) -> dict:
    """What is to be known of one statement."""
    statement = name.rpartition(".")[2]
    rests = _closure(name, known, strict)
    decided = {verdict: theorems[verdict].get(statement, "") for verdict in VERDICTS}
    by = decided["proved"] or decided["refuted"]
    if bool(decided["proved"]) == bool(decided["refuted"]):
        raise Refused(f"{name} is {'both proved and refuted' if by else 'neither proved nor refuted'}")
    return {
        "says": "\n\n".join(_bare(shown[one], lines=True) for one in [name, *rests]),
        "digest": _digest(gate, [name, *rests], known, strict),
        "verdict": "proved" if decided["proved"] else "refuted",
        "theorem": by,
        "trusts": classes(strict[f"trusts {gate.asked(by)}"]),
    }


def _digest(gate: Gate, names: Iterable[str], known: Sequence[str], strict: Mapping[str, str]) -> str:
    """A digest of what names say: the same under another key of the paper and in another of its files of statements."""
    homes = _homes(gate, known)

    def placed(name: str) -> str:
        return f"{STATEMENTS}.{name.rpartition('.')[2]}" if name.rpartition(".")[0] in homes else name

    told = []
    for name in names:
        local = placed(name) if name.rpartition(".")[0] in homes else name.partition(".")[2]
        said = TOKEN.sub(lambda match: placed(match[0]), _bare(strict[f"says {name}"]))
        told.append((name.startswith(f"{gate.key}."), local, f"{local}: {said}"))
    return hashlib.sha256("\n".join(words for *_, words in sorted(told)).encode()).hexdigest()[:16]


def _homes(gate: Gate, known: Iterable[str]) -> set[str]:
    """Every shorter form of the names of the files of statements that is not one of another file's."""
    others = {name.rpartition(".")[0] for name in known} - set(gate.homes)
    return {short for home in gate.homes for short in _shorter(home)} - {
        short for one in others for short in _shorter(one)
    }


def _shorter(name: str) -> Iterator[str]:
    """A name and what is left of it without its first parts."""
    parts = name.split(".")
    return (".".join(parts[first:]) for first in range(len(parts)))


def _bare(printed: str, lines: bool = False) -> str:
    """What is printed of a name without how its arguments are read, and on one line where `lines` does not ask."""
    said = re.split(r"\n\s*\n", printed)[0]
    return said if lines else " ".join(said.split())


def _closure(name: str, known: Sequence[str], strict: Mapping[str, str]) -> list[str]:
    """The names of our own on which what a name says rests, in the order of their definition."""
    endings: dict[str, set[str]] = {}
    for one in known:
        for short in _shorter(one):
            endings.setdefault(short, set()).add(one)
    waiting, reached = [name], set[str]()
    while waiting:
        for token in TOKEN.findall(strict[f"says {waiting.pop()}"]):
            new = endings.get(token, set()) - reached
            reached |= new
            waiting += new
    return [one for one in known if one in reached and one != name]


def _refuse_built(built: Sequence[str], known: Sequence[str], strict: Mapping[str, str]) -> None:
    """Refuse a definition beside the statements that uses what a proof builds, which could change and not be seen."""
    for name in known:
        for token in TOKEN.findall(strict[f"says {name}"]):
            if any(f".{one}".endswith(f".{token}") for one in built):
                raise Refused(f"{name} rests on {token}, a lemma; wanted a definition, whose value is told")


def _refuse_strays(gate: Gate, theorems, found: Mapping[str, dict]) -> None:
    for verdict, group in theorems.items():
        for statement, theorem in group.items():
            if statement not in found:
                raise Refused(f"{theorem}: {gate.home} has no statement {statement} that it could say is {verdict}")
