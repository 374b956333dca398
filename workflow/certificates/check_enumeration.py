"""Check certificates of the kind `enumeration`: `python check_enumeration.py FILE...`.

A certificate is a JSON file: a statement in words and the same statement as data, every number a fraction in a string.
What it claims of finitely many choices is counted here over all of them, in fractions and whole numbers. The words are
put together anew from the data and have to be those of the file, so that they can say nothing else. Needed is Python
3.11 and nothing more; nothing is shared with the program that made the certificates. Of a folder the certificates of
this kind are checked. The exit code is 0 where all are accepted, one at least.
"""

# fmt: off
import json
import re
import sys
from fractions import Fraction
from itertools import compress, product
from math import prod
from pathlib import Path

BYTES, DIGITS = 200_000, 9  # of a file, of a whole number
CHOICES, STEPS = 70_000, 2_000_000  # that are counted, operations that they may take
LARGEST = 1 << 1999  # a number on the way
RATIONAL = re.compile(rf"-?[0-9]{{1,{DIGITS}}}([/.][0-9]{{1,{DIGITS}}})?")
NAME = re.compile("[ !#-~]{1,299}")  # of a count: what can be printed in ASCII, but for quotes

class Refused(Exception):
    """What is claimed does not follow, or the file is no certificate."""

class Elsewhere(Refused):
    """A certificate of a kind that another program checks."""

def need(truth, why):
    """Refuse unless it is true."""
    if not truth:
        raise Refused(why)

# ---- what a certificate is made of ---------------------------------------------------------------------------------
def fields(entry, *names):
    """The values of an object that has exactly these names, in this order."""
    need(isinstance(entry, dict) and set(entry) == set(names), f"wanted an object with {', '.join(names)}")
    return [entry[name] for name in names]

def listed(entry, what, least=1, most=500):
    """A list of so many entries."""
    need(isinstance(entry, list) and least <= len(entry) <= most, f"wanted a list of {least} to {most} {what}")
    return entry

def rational(entry):
    """A fraction from its string."""
    need(isinstance(entry, str) and RATIONAL.fullmatch(entry), f"{str(entry)[:40]!r} is no fraction in a string")
    need("/" not in entry or int(entry.partition("/")[2]) > 0, "a denominator of zero")
    return Fraction(entry)

def vector(entry, length=None):
    """A list of fractions."""
    found = tuple(rational(x) for x in listed(entry, "fractions"))
    need(length is None or len(found) == length, "vectors of different lengths")
    return found

# ---- expressions: a fraction, a letter, or [a function, and what it is of]; tests of them ----------------------------
def divided(a, b):
    """A quotient."""
    need(b, "a divisor of zero")
    return short(Fraction(a, b))

def short(x):
    """A fraction, as a whole number where it is one: these are the faster, and exact too."""
    return x.numerator if x.denominator == 1 else x

NUMBERS: dict = {"-": lambda a, b: a - b, "/": divided, "abs": abs}
TESTS: dict = {"<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "=": lambda a, b: a == b}
MANY: dict = {"+": sum, "*": prod, "max": max, "min": min}
TRUTHS: dict = {"and": all, "or": any, "not": lambda terms: not terms[0]}
STEP = [0]

def how_many(choices):
    """The number of choices: each letter has its number at all of them, in one order."""
    return len(next(iter(choices.values())))

def step(choices):
    """Count an operation for each choice."""
    STEP[0] += how_many(choices)
    need(STEP[0] <= STEPS, "it takes too much work")

def values(node, choices):
    """What an expression is, a number for each choice."""
    step(choices)
    if isinstance(node, str):
        return choices[node] if node in choices else [short(rational(node))] * how_many(choices)
    head, *rest = listed(node, "terms of an expression", 2, 40)
    need(isinstance(head, str) and (head in MANY or head in NUMBERS), "no such function")
    terms = [values(below, choices) for below in rest]
    need(head in MANY or len(terms) == (1 if head == "abs" else 2), f"{head} is no function of {len(terms)}")
    found = list(map(MANY[head], zip(*terms, strict=True)) if head in MANY else map(NUMBERS[head], *terms))
    need(all(-LARGEST < x.numerator < LARGEST and x.denominator < LARGEST for x in found), "a number that is too large")
    return found

def truths(node, choices):
    """Whether a test holds, for each choice."""
    step(choices)
    head, *rest = listed(node, "terms of a test", 2, 40)
    need(isinstance(head, str) and (head in TESTS or head in TRUTHS), "no such test")
    need(len(rest) == {"not": 1}.get(head, len(rest) if head in TRUTHS else 2), f"{head} is no test of {len(rest)}")
    if head in TESTS:
        return list(map(TESTS[head], *(values(below, choices) for below in rest)))
    return list(map(TRUTHS[head], zip(*(truths(below, choices) for below in rest), strict=True)))

def written(node):
    """An expression or a test in writing."""
    if isinstance(node, str):
        return f"({node})" if node.startswith("-") or "/" in node else node
    head, *rest = node
    inside = [written(below) for below in rest]
    between_ = head in (*"+*-/", "and", "or", *TESTS)
    return f"({f' {head} '.join(inside)})" if between_ else f"{head}({', '.join(inside)})"

# ---- enumeration -----------------------------------------------------------------------------------------------------
def letter(entry, known):
    """A new letter, one or with a number behind it."""
    need(isinstance(entry, str) and re.fullmatch("[a-z][0-9]?", entry) and entry not in known, "wanted a new letter")
    return entry

def lettered(entry, known):
    """The numbers that a new letter may be, or several that are chosen together, each choice by letters."""
    name, numbers = listed(entry, "entries of a letter", 2, 2)
    new = [name] if isinstance(name, str) else listed(name, "letters", 2, 9)
    for one in new:
        known.add(letter(one, known))
    given = [[one] for one in listed(numbers, "numbers")] if new == [name] else listed(numbers, "numbers")
    rows = [vector(row, len(new)) for row in given]
    need(len(set(rows)) == len(rows), "a number that is there twice")
    return [dict(zip(new, row, strict=True)) for row in rows]

def together(entry):
    """A letter or a number, or several in brackets."""
    return entry if isinstance(entry, str) else f"({', '.join(entry)})"

def enumeration(data):
    """All choices of letters, and how many of them have what is counted."""
    STEP[0] = 0
    letters, given, counts = fields(data, "letters", "with", "counts")
    names: set = set()
    each = [lettered(entry, names) for entry in listed(letters, "letters", most=20)]
    need(prod(map(len, each)) <= CHOICES, "too many choices")
    for entry in listed(given, "numbers that follow", 0, 40):
        names.add(letter(listed(entry, "entries of a number", 2, 2)[0], names))
    rows = [{one: short(x) for row in some for one, x in row.items()} for some in product(*each)]
    choices = {one: [row[one] for row in rows] for one in rows[0]}
    for name, node in given:
        choices[name] = values(node, choices)
    words = [f"{together(name)} is one of {', '.join(map(together, numbers))}" for name, numbers in letters]
    words += [f"{name} = {written(node)}" for name, node in given]
    found = " ".join(counted(one, choices) for one in listed(counts, "counts", most=60))
    return f"Where {'; '.join(words)}, under names that nothing checks: {found}"

def counted(entry, choices):
    """How many choices among some have what is counted, or how many values a list of expressions takes there.

    Among none at all nothing is counted, as the words of what is would not be read. The name of a count stands in
    quotes and in characters that can end neither them nor the line, as nobody checks what it says.
    """
    kind = "has" if isinstance(entry, dict) and "has" in entry else "values"
    what, among, one, claimed, of = fields(entry, "what", "among", kind, "count", "of")
    need(isinstance(what, str) and NAME.fullmatch(what), "wanted a name in plain characters")
    meant = [True] * how_many(choices) if among == [] else truths(among, choices)
    some = {name: list(compress(column, meant)) for name, column in choices.items()}
    need(any(meant) and sum(meant) == rational(of), f"{what}: there are {sum(meant)} choices")
    if kind == "has":
        found = sum(truths(one, some))
    else:
        found = len(set(zip(*(values(node, some) for node in listed(one, "expressions", most=20)), strict=True)))
    need(found == rational(claimed), f"{what}: found are {found}")
    where = f"the {of} choices with {written(among)}" if among else f"all {of} choices"
    if kind == "has":
        return f'"{what}": of {where}, {claimed} have {written(one)}.'
    return f'"{what}": at {where}, ({", ".join(map(written, one))}) takes {claimed} values.'

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "enumeration", enumeration

def once(pairs):
    """An object, refused where a name is there twice."""
    need(len({name for name, _ in pairs}) == len(pairs), "a name that is there twice")
    return dict(pairs)

def no_number(text):
    """Numbers stand in strings."""
    raise Refused(f"the number {text[:20]} outside a string")

def read(path):
    """The certificate in a file."""
    with Path(path).open("rb") as file:
        text = file.read(BYTES + 1)
    need(len(text) <= BYTES, f"more than {BYTES} bytes")
    numbers = {f"parse_{kind}": no_number for kind in ("int", "float", "constant")}
    return json.loads(text.decode("utf-8"), object_pairs_hook=once, **numbers)  # type: ignore[arg-type]

def check(certificate, words=False):
    """The statement of a certificate, once it is found to hold; with `words` it need not be there yet."""
    form, kind, claim, part, statement, data = fields(certificate, *NAMES)
    need(form == "1", "wanted the first form of certificates")
    if kind != KIND:
        raise Elsewhere(f"wanted the kind {KIND}")
    named = all(isinstance(x, str) and re.fullmatch("[a-z0-9.-]{1,80}", x) for x in (claim, part))
    need(named, "wanted claim and part")
    found = SHOWN(data)
    need(words or statement == found, "the statement is not what the data say")
    return found

def outcome(file, words, foldered):
    """The line about a file, and whether it is accepted; None for those of other kinds, which a folder may hold."""
    try:
        found = check(read(file), words)
    except Elsewhere as why:
        return (f"left {file}: {why}", None) if foldered else (f"refused {file}: {why}", False)
    except Refused as why:
        return f"refused {file}: {why}", False
    except (OSError, ValueError, RecursionError, MemoryError) as why:
        return f"refused {file}: {type(why).__name__}: {why}", False
    return json.dumps(found) if words else f"accepted {file}: {found}", True

def main(arguments):
    """Check files; with --words as the first argument print statements alone, one a line as JSON."""
    words, seen = arguments[:1] == ["--words"], set()
    for path in map(Path, arguments[words:]):
        for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
            line, accepted = outcome(file, words, path.is_dir())
            seen.add(accepted)
            print(line)
    if seen <= {None}:
        print(f"refused: there is no certificate of the kind {KIND}")
    return int(seen - {None} != {True})

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
