"""Check certificates of the kind `matrices`: `python check_matrices.py FILE...`.

A certificate is a JSON file: a statement in words and the same statement as data, every number a fraction in a string.
What it claims of a few matrices, the projectors to what their columns span and the ranks of sets of their rows, is
recomputed here from the definitions, in fractions. The words are put together anew from the data and have to be those
of the file, so that they can say nothing else. Needed is Python 3.11 and nothing more; nothing is shared with the
program that made the certificates. Of a folder the certificates of this kind are checked. The exit code is 0 where all
are accepted, one at least.
"""

# fmt: off
import json
import re
import sys
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

BYTES, DIGITS, LARGEST = 200_000, 18, 10**300  # of a file, of a whole number, of a numerator on the way
ROWS, COLUMNS, CHOICES = 8, 12, 1000  # of a matrix, of it or of all side by side; ways to colour rows
RATIONAL = re.compile(rf"-?[0-9]{{1,{DIGITS}}}([/.][0-9]{{1,{DIGITS}}})?")

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

# ---- matrices: lists of rows of fractions -------------------------------------------------------------------------
def whole(entry, least, most, what):
    """The whole number in a string."""
    found = rational(entry)
    need(found.denominator == 1 and least <= found <= most, f"{what} is not fit")
    return int(found)

def matrix(entry, rows=None, columns=None):
    """A matrix of a given shape."""
    found = [vector(row, columns) for row in listed(entry, "rows", most=60)]
    need(rows in (None, len(found)) and len({len(row) for row in found}) == 1, "a matrix of another shape")
    return found

def dot(a, b):
    """The inner product of two vectors of fractions."""
    return sum((x * y for x, y in zip(a, b, strict=True)), Fraction(0))

def times(a, b):
    """The product of two matrices."""
    return [[dot(row, column) for column in zip(*b, strict=True)] for row in a]

def transposed(a):
    """Rows for columns."""
    return list(zip(*a, strict=True))

def eliminated(rows):
    """The rank of a matrix, and its determinant where it is square, by elimination."""
    rows, found, factor = [list(row) for row in rows], 0, Fraction(1)
    for column in range(len(rows[0])):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            factor = Fraction(0)
            continue
        factor *= rows[pivot][column] if pivot == found else -rows[pivot][column]
        rows[found], rows[pivot] = rows[pivot], rows[found]
        need(all(abs(x.numerator) < LARGEST for x in rows[found]), "numbers that are too large")
        for i in range(found + 1, len(rows)):
            share = rows[i][column] / rows[found][column]
            rows[i] = [x - share * y for x, y in zip(rows[i], rows[found], strict=True)] if share else rows[i]
        found += 1
    return found, factor

def row_rank(rows):
    """The rank of some rows; 0 of none."""
    return eliminated(rows)[0] if rows else 0

# ---- matrices with equally many rows, numbered from 1 in a file ------------------------------------------------------
def matrices(data):
    """What is said of matrices, fact by fact."""
    given, facts = fields(data, "matrices", "facts")
    rows = len(listed(listed(given, "matrices", most=4)[0], "rows", most=ROWS))
    blocks = [matrix(one, rows) for one in given]
    need(sum(len(one[0]) for one in blocks) <= COLUMNS, "more columns than may be")
    numbered = "; ".join(f"({number}) {shown(one)}" for number, one in enumerate(given, start=1))
    words = [f"Take the matrices, row by row, {numbered}."]
    for fact in listed(facts, "facts", most=6):
        need(isinstance(fact, dict) and isinstance(fact.get("of"), str) and fact["of"] in FACTS, "no such fact")
        check_one, keys = FACTS[fact["of"]]
        words.append(check_one(blocks, *fields(fact, "of", *keys)[1:]))
    return " ".join(words)

# ---- facts: each refuses, or says what was found ---------------------------------------------------------------------
def the_angles(blocks):
    """The columns of each matrix are orthogonal to those of each other one."""
    need(len(blocks) > 1, "no two matrices")
    for one, other in combinations(blocks, 2):
        need(not any(map(any, times(transposed(one), other))), "columns that are not orthogonal")
    return "The columns of each are orthogonal to those of each other one."

def the_projectors(blocks, each, whole_one, claimed):
    """Projectors to the spans of each and of all, and whether they add up."""
    size = len(blocks[0])
    parts = [matrix(one, size, size) for one in listed(each, "projectors", len(blocks), len(blocks))]
    joined = [[x for row in rows for x in row] for rows in zip(*blocks, strict=True)]
    for found, block in [*zip(parts, blocks, strict=True), (matrix(whole_one, size, size), joined)]:
        need(is_projector([list(row) for row in found], [list(row) for row in block]), "no projector to the columns")
    total = [[sum(column) for column in zip(*rows, strict=True)] for rows in zip(*parts, strict=True)]
    adding = total == [list(row) for row in matrix(whole_one)]
    need(claimed in ("the sum", "not the sum") and adding == (claimed == "the sum"), "wanted whether they add up")
    return (f"The orthogonal projectors to the spans of their columns are {'; '.join(map(shown, each))}; that to the "
            f"span of all columns is {shown(whole_one)}, and {claimed} of these.")

def is_projector(found, block):
    """Symmetric, its own square, the block unchanged, and of the block's rank, so that its range is no larger."""
    kept = times(found, block) == block and row_rank(found) == row_rank(block)
    return kept and found == [list(row) for row in transposed(found)] and times(found, found) == found

def the_rows(blocks, count, claimed):
    """The rank of each set of so many rows of the first matrix."""
    number = whole(count, 1, len(blocks[0]), "a number of rows")
    found = {row_rank(some) for some in combinations(blocks[0], number)}
    need(found == {rational(claimed)}, "sets of rows of other ranks")
    return f"Each set of {count} rows of the first has the rank {claimed}."

def the_union(blocks, inputs, claimed):
    """The least of what is outside a set and the inputs times the rank inside it."""
    rows, number = blocks[0], whole(inputs, 1, 9, "a number of inputs")
    sets = [some for size in range(len(rows) + 1) for some in combinations(rows, size)]
    found = min(len(rows) - len(some) + number * row_rank(some) for some in sets)
    need(found == rational(claimed), "another least number")
    return (f"For sets T of rows of the first, the least of the number of rows outside T, added to {inputs} times the "
            f"rank of those in T, is {claimed}.")

def the_colourings(blocks, inputs, claimed):
    """The largest sum of ranks of rows of one colour."""
    rows, colours = blocks[0], range(whole(inputs, 1, 9, "a number of colours"))
    need(len(colours) ** len(rows) <= CHOICES, "too many ways to colour rows")
    found = max(sum(row_rank([row for row, own in zip(rows, chosen, strict=True) if own == c]) for c in colours)
                for chosen in product(colours, repeat=len(rows)))
    need(found == rational(claimed), "another largest sum")
    return (f"The largest sum of the ranks of the rows of one colour, over all ways to give the rows of the first "
            f"{inputs} colours, is {claimed}.")

def the_paired_rank(blocks, samples, claimed):
    """The rank of rows that are products of a row's entries with those of a sample."""
    pairs = list(zip(blocks[0], matrix(samples, len(blocks[0])), strict=True))
    found = [[a * x for a in row for x in sample] for row, sample in pairs]
    need(len(found[0]) <= 3 * COLUMNS, "samples of too many inputs")
    need(row_rank(found) == rational(claimed), "another rank")
    return (f"With the samples {shown(samples)}, one for each row of the first, the matrix whose rows have all "
            f"products of an entry of the row and one of its sample has the rank {claimed}.")

FACTS: dict = {
    "orthogonal": (the_angles, ()),
    "projectors": (the_projectors, ("each", "whole", "is")),
    "rows": (the_rows, ("count", "is")),
    "union": (the_union, ("inputs", "is")),
    "colourings": (the_colourings, ("inputs", "is")),
    "products": (the_paired_rank, ("samples", "is")),
}

def shown(entry):
    """A number, a vector or a matrix."""
    return entry if isinstance(entry, str) else f"({', '.join(map(shown, entry))})"

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "matrices", matrices

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
