"""Check certificates of the kind `discrepancies`: `python check_discrepancies.py FILE...`.

A certificate is a JSON file: a statement in words and the same statement as data, every number a fraction in a string.
What it claims of units in the plane and of slices is recomputed here from the definitions, in whole numbers and
fractions; of units in space those slices alone that are a half space or, of opposite directions, have no area. The
words are put together anew from the data and have to be those of the file, so that they can say nothing else. Needed is
Python 3.11 and nothing more; nothing is shared with the program that made the certificates. Of a folder the
certificates of this kind are checked. The exit code is 0 where all are accepted, one at least.
"""

# fmt: off
import json
import re
import sys
from bisect import bisect
from fractions import Fraction
from itertools import pairwise, product
from math import lcm
from pathlib import Path

BYTES, DIGITS = 200_000, 60  # of a file, of a whole number
UNITS, UNEVEN, PLACES = 100, 5000, 10**10  # that there may be at most; parts that hold not one; places of a turn
RATIONAL = re.compile(rf"-?[0-9]{{1,{DIGITS}}}([/.][0-9]{{1,{DIGITS}}})?")
HALF = Fraction(1, 2)
SQUARE = 2 * HALF ** 3 / 3  # the mean of (1/2 - s)^2, s up to 1/2: that of k^2 for uniform directions of the plane

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

def whole(entry, least, most, what):
    """The whole number in a string."""
    found = rational(entry)
    need(found.denominator == 1 and least <= found <= most, f"{what} is not fit")
    return int(found)

# ---- units of the plane, at whole places of a circle -----------------------------------------------------------------
class Circle:
    """A turn is cut into so many places that units, the ends of their half circles and the middles between lie on them.

    The half circle of a direction x, all w with w.x >= 0, reaches a quarter turn to both sides of it.
    """

    def __init__(self, turns):
        self.turn = 8 * lcm(*(t.denominator for t in turns))
        need(self.turn <= PLACES, "units without a common denominator that is small")
        self.units = [self.place(t) for t in turns]

    def place(self, t):
        """Where a direction lies that is given in turns."""
        found = t * self.turn
        need(found.denominator == 1, "a direction between the places")
        return int(found) % self.turn

    def active(self, x):
        """The units in the half circle of x, as bits."""
        quarter = self.turn // 4
        return sum(1 << k for k, w in enumerate(self.units) if (w - x + quarter) % self.turn <= 2 * quarter)

    def area(self, x, y):
        """By how many places the half circles of x and y overlap: they begin y - x apart, and meet at both ends."""
        ahead = (y - x) % self.turn
        return max(self.turn // 2 - ahead, 0) + max(ahead - self.turn // 2, 0)

    def excess(self, count, x, y):
        """n times as many places as dsp is turns, for a slice that holds so many units."""
        return count * self.turn - len(self.units) * self.area(x, y)

    def cells(self, points):
        """Where x can be for the units to be the same ones: an end of half circles, if asked for, or between two.

        A place inside, both ends, and the units in the half circle. A half turn on from an end is another one.
        """
        quarter = self.turn // 4
        ends = sorted({(w + side * quarter) % self.turn for w in self.units for side in (1, -1)})
        after = [*ends[1:], ends[0] + self.turn]
        found = [((low + high) // 2, low, high) for low, high in zip(ends, after, strict=True)]
        found += [(end, end, end) for end in ends] if points else []
        return [(low, high, self.active(inside)) for inside, low, high in found]

    def largest(self):
        """The supremum of |dsp|, over cells of pairs (x, y): on each the area is linear but for a diagonal.

        So it is largest and smallest in corners, and the number of units is one in all of the cell.
        """
        cells = self.cells(points=True)
        found = max(abs(self.excess((inside & other).bit_count(), x, y)) for a, b, inside in cells
                    for c, d, other in cells for x in {a, b} for y in {c, d})
        return Fraction(found, len(self.units) * self.turn)

    def moment(self, power):
        """The mean of dsp^power over independent uniform x and y, cell by cell."""
        cells = self.cells(points=False)
        found = sum(self.over(power + 2, (inside & other).bit_count(), a, b, c, d) for a, b, inside in cells
                    for c, d, other in cells)
        return Fraction(found, (power + 1) * (power + 2) * (len(self.units) * self.turn) ** (power + 2))

    def over(self, q, count, a, b, c, d):
        """The integral of e^(q - 2) over x from a to b and y from c to d, times q (q - 1) n^2; e is the excess.

        It is linear, with the slopes n and -n in x and y or the reverse: the second derivative of -e^q by both is that.
        Where y = x, or y = x + 1/2, is a diagonal, it is so on each half, and rises or falls by n along either side:
        over a half the integral is what the tangent at the diagonal leaves of e^q at the third corner.
        """
        if (c - a) % (self.turn // 2):
            corners = [self.excess(count, *corner) ** q for corner in ((a, d), (b, c), (a, c), (b, d))]
            return corners[0] + corners[1] - corners[2] - corners[3]
        on, off = self.excess(count, a, c), self.excess(count, a, d)
        return 2 * (off ** q - on ** q - q * (off - on) * on ** (q - 1))

    def kernel(self, w, u):
        """k = 1/2 - angle/(2 pi), in turns."""
        ahead = (u - w) % self.turn
        return HALF - Fraction(min(ahead, self.turn - ahead), self.turn)

# ---- many units of the plane, all but a few at equal distances -------------------------------------------------------
class Parts:
    """A turn is cut into equal parts, as many as there are units: one at the middle of each, but for some parts.

    Stretches of parts that hold equally many: the first part, the excess before it, how many, and the units of each.
    The excess before a part is the number of units less that of parts. W(t), units from 0 to t less t in parts, has
    this value there, falls by a half to a unit, and behind the last one by a half to the next part.
    """

    def __init__(self, number, runs):
        self.number, self.stretches, self.at, self.level = number, [], 0, 0
        for first, last, units in runs:
            need(self.at <= first <= last < number, "parts that are not in order")
            self.add(first - self.at, 1)
            self.add(last + 1 - first, units)
        self.add(number - self.at, 1)
        need(self.level == 0 and number % 4 == 0, "not as many units as parts, or no quarters")

    def add(self, length, each):
        """A stretch of so many parts behind the others."""
        self.stretches += [(self.at, self.level, length, each)] if length else []
        self.at, self.level = self.at + length, self.level + length * (each - 1)

    def excess(self, part):
        """The number of units before a part less that of parts."""
        start, level, _, each = self.stretches[bisect(self.stretches, (part, self.number)) - 1]
        return level + (part - start) * (each - 1)

    def entry(self, x, y):
        """n dsp of directions at ends of parts, where no unit lies: of the arc in which their half circles overlap."""
        quarter, ahead = self.number // 4, (y - x) % self.number
        first, last = (y - quarter, x + quarter) if 2 * ahead <= self.number else (x - quarter, y + quarter)
        return self.excess(last % self.number) - self.excess(first % self.number)

    def bound(self):
        """No n |dsp| exceeds it: of an arc it is W at one end less W at the other, of two points their units."""
        levels = [level for _, level, *_ in self.stretches]
        return max(max(levels) - min(levels) + 1, 2 * max(each for *_, each in self.stretches))

    def mean_square(self):
        """n^2 E dsp^2 = 2 Var W.

        The ends of a slice's arc are uniform and independent but for its length, half a turn or less; of arcs that are
        longer the rest has the same square. On each half of a part W is uniform over a length of 1/2.
        """
        first, second, quarter = Fraction(0), Fraction(0), HALF ** 2
        for _, level, length, each in self.stretches:
            steps = range(length) if each != 1 else [0]  # at equal distances W does the same on each part
            for k in steps:
                for middle in (level + k * (each - 1) - quarter, level + (k + 1) * (each - 1) + quarter):
                    share = HALF * length / (len(steps) * self.number)
                    first, second = first + share * middle, second + share * (middle ** 2 + quarter / 12)
        return 2 * (second - first ** 2)

def kernels(circle, own):
    """The squares of k for all pairs of units, in both orders, with each by itself or without."""
    pairs = product(enumerate(circle.units), repeat=2)
    return [circle.kernel(w, u) ** 2 for (i, w), (j, u) in pairs if own or i != j]

def mean(numbers):
    """The mean of fractions."""
    return sum(numbers, Fraction(0)) / len(numbers)

# ---- facts: each refuses, or says what was found ---------------------------------------------------------------------
def equal(found, claimed, what):
    """Refuse unless a number is what it is said to be."""
    need(found == claimed, f"{what} is {str(found)[:40]} and not what is said")

def the_slice(units, x, y, claimed):
    """One slice, in the plane or in space."""
    one, other = way(x, units), way(y, units)
    count, area = in_space(units, one, other) if isinstance(one, tuple) else in_the_plane(Circle([*units, one, other]))
    number = len(units)
    equal(Fraction(count, number) - area, rational(claimed), "dsp")
    return f"The slice of x = {shown(x)} and y = {shown(y)} holds {count} of {number} units: dsp is {claimed}."

def way(entry, units):
    """A direction, as units are given."""
    if not isinstance(units[0], tuple):
        return rational(entry)
    found = vector(entry, len(units[0]))
    need(any(found), "a direction of zero")
    return found

def in_the_plane(circle):
    """How many units, but for the last two, lie in the slice of these, and its area."""
    *circle.units, x, y = circle.units
    return (circle.active(x) & circle.active(y)).bit_count(), Fraction(circle.area(x, y), circle.turn)

def in_space(units, x, y):
    """The same of vectors: of x = y the slice is a half space, and of y = -x a plane without an area."""
    along = dot(x, y)
    need(along ** 2 == dot(x, x) * dot(y, y), "neither equal nor opposite directions")
    return sum(dot(w, x) >= 0 and dot(w, y) >= 0 for w in units), HALF if along > 0 else Fraction(0)

def dot(a, b):
    """The inner product of two vectors of fractions."""
    return sum((x * y for x, y in zip(a, b, strict=True)), Fraction(0))

def the_entries(units, samples, claimed):
    """One number for all pairs of samples."""
    places = [rational(x) for x in listed(samples, "samples", most=60)]
    circle = Circle([*units, *places])
    circle.units = circle.units[:len(units)]
    at = [(x, circle.active(x)) for x in map(circle.place, places)]
    for (x, inside), (y, other) in product(at, repeat=2):
        found = Fraction(circle.excess((inside & other).bit_count(), x, y), len(units) * circle.turn)
        equal(found, rational(claimed), "dsp for a pair of samples")
    return f"For x and y among {shown(samples)}, also for x = y, dsp is always {claimed}."

def the_moment(units, power, claimed):
    """The mean of a power of dsp."""
    equal(Circle(units).moment(whole(power, 1, 8, "a power")), rational(claimed), "the mean")
    return f"For independent uniform directions x and y, dsp to the power {power} has the mean {claimed}."

def the_largest(units, claimed):
    """The supremum of |dsp| over all slices."""
    equal(Circle(units).largest(), rational(claimed), "the supremum")
    return f"The supremum of |dsp| over all slices is {claimed}."

def the_kernel(units, claimed):
    """The mean of k^2 over all ordered pairs of units less that over directions."""
    equal(mean(kernels(Circle(units), own=True)) - SQUARE, rational(claimed), "the difference")
    return (
        f"With k = 1/2 - angle/(2 pi), the mean of k^2 over all n^2 pairs of units, each also with itself, less "
        f"{SQUARE}, its mean for uniform directions, is {claimed}."
    )

def the_statistic(units, pairs, claimed):
    """R, and what is to be made of it."""
    n = len(units)
    need(n > 1, "one unit alone")
    found = mean(kernels(Circle(units), own=False))
    equal(found, rational(pairs), "the mean")
    equal(Fraction(n - 1, n) * (found - SQUARE) + (HALF ** 2 - SQUARE) / n, rational(claimed), "the sum")
    return (
        f"With k = 1/2 - angle/(2 pi), the mean R of k^2 over pairs of different units is {pairs}, and "
        f"(n - 1)/n (R - {SQUARE}) + (1/4 - {SQUARE})/n is {claimed}; {SQUARE} is its mean for uniform directions."
    )

def the_variance(units, claimed):
    """Of the share of units from 0 to t less t: it falls with t between units."""
    circle, n = Circle(units), len(units)
    marks = [0, *sorted(circle.units), circle.turn]
    falls = [(count * circle.turn - n * low, count * circle.turn - n * high)
             for count, (low, high) in enumerate(pairwise(marks))]
    first, second = (Fraction(sum(high ** q - low ** q for high, low in falls), q * (n * circle.turn) ** q)
                     for q in (2, 3))
    equal(2 * (second - first ** 2), rational(claimed), "twice the variance")
    return (
        f"Twice the variance of D(t) for uniform t is {claimed}, D(t) the share of units at angles from 0 to t turns "
        f"less t."
    )

def the_spread(units, claimed):
    """The variance of dsp^2, and the bound by the mean and the supremum."""
    circle = Circle(units)
    squared, top = circle.moment(2), circle.largest()
    found = circle.moment(4) - squared ** 2
    equal(found, rational(claimed), "the variance")
    need(found <= squared * top ** 2, "the variance exceeds the bound")
    return (
        f"For independent uniform directions x and y, dsp^2 has the mean {squared} and the variance {claimed}, at most "
        f"that mean times the square of {top}, the supremum of |dsp| over all slices."
    )

def the_active(units, claimed):
    """The least number of units in a half circle, over all of them, and the bound by the supremum."""
    circle = Circle(units)
    least, top, n = min(inside.bit_count() for *_, inside in circle.cells(points=True)), circle.largest(), len(units)
    equal(least, rational(claimed), "the least number")
    need(least >= n * (HALF - top), "fewer units than the bound")
    return (
        f"Every half circle, of the w with w.x >= 0, holds {claimed} units or more, and one no more; that is at least "
        f"n (1/2 - {top}), where {top} is the supremum of |dsp| over all slices."
    )

def entries_of_parts(parts, samples, claimed):
    """One number for all pairs of samples, at ends of parts."""
    at = [x * parts.number for x in vector(samples)]
    need(all(x.denominator == 1 for x in at), "a sample that is at no end of a part")
    found = {parts.entry(int(x), int(y)) for x, y in product(at, repeat=2)}
    equal(found, {rational(claimed) * parts.number}, "n dsp for pairs of samples")
    return f"For x and y among {shown(samples)}, also for x = y, dsp is always {claimed}."

def bound_of_parts(parts, claimed):
    """What |dsp| does not exceed."""
    need(parts.bound() <= rational(claimed) * parts.number, "the supremum is not found to be below that")
    return f"No slice has |dsp| above {claimed}."

def moment_of_parts(parts, power, claimed):
    """The mean of the square alone."""
    need(power == "2", "wanted the square")
    equal(parts.mean_square(), rational(claimed) * parts.number ** 2, "n^2 times the mean")
    return f"For independent uniform directions x and y, dsp to the power {power} has the mean {claimed}."

FACTS_OF_PARTS: dict = {
    "entries": (entries_of_parts, ("samples", "is")),
    "at most": (bound_of_parts, ("is",)),
    "moment": (moment_of_parts, ("power", "is")),
}
FACTS: dict = {
    "slice": (the_slice, ("x", "y", "is")),
    "entries": (the_entries, ("samples", "is")),
    "moment": (the_moment, ("power", "is")),
    "largest": (the_largest, ("is",)),
    "kernel": (the_kernel, ("is",)),
    "statistic": (the_statistic, ("pairs", "is")),
    "variance": (the_variance, ("is",)),
    "variance of squares": (the_spread, ("is",)),
    "active": (the_active, ("is",)),
}
FACTS_IN_SPACE = {"slice": FACTS["slice"]}

def parts_of(entry):
    """Units at the middles of parts, and words for them."""
    parts, but = fields(entry, "parts", "but")
    each = [listed(run, "numbers", 3, 3) for run in listed(but, "runs of parts", 0)]
    runs = [[whole(x, 0, PLACES, "a part") for x in run] for run in each]
    need(sum(last - first for first, last, _ in runs) <= UNEVEN, "too many parts that hold not one unit each")
    words = "; ".join(f"{first} to {last}: {units}" for first, last, units in but)
    return Parts(whole(parts, 4, PLACES, "a number of parts"), runs), (
        f"Take n = {parts} units of the plane, one at the middle of each of n equal parts of a turn, numbered from 0, "
        f"but of some parts (from one to another: the units of each) as many as follows: {words}."
    )

def units_of(entry):
    """Units by angles in turns or by vectors, and words for them."""
    flat = all(isinstance(one, str) for one in listed(entry, "units", most=UNITS))
    ways = [rational(one) for one in entry] if flat else [vector(one) for one in entry]
    need(flat or (all(map(any, ways)) and len({len(one) for one in ways}) == 1), "units of no direction, or of several")
    need(flat or len(ways[0]) > 1, "wanted two inputs or more")
    how = "of the plane, at angles given in turns," if flat else "with the directions"
    return ways, f"Take n = {len(entry)} units {how} {shown(entry)}."

def discrepancies(data):
    """What is said of units, fact by fact."""
    units, facts = fields(data, "units", "facts")
    given, words = parts_of(units) if isinstance(units, dict) else units_of(units)
    known = FACTS_OF_PARTS if isinstance(given, Parts) else FACTS if isinstance(given[0], Fraction) else FACTS_IN_SPACE
    found = [
        f"{words} A slice of directions x and y holds the directions w with w.x >= 0 and w.y >= 0, and dsp is the "
        f"share of units in it less the share that it is of all directions."
    ]
    for fact in listed(facts, "facts", most=20):
        need(isinstance(fact, dict) and isinstance(fact.get("of"), str) and fact["of"] in known, "no such fact")
        check_one, keys = known[fact["of"]]
        found.append(check_one(given, *fields(fact, "of", *keys)[1:]))
    return " ".join(found)

def shown(entry):
    """A number, a vector or a matrix."""
    return entry if isinstance(entry, str) else f"({', '.join(map(shown, entry))})"

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "discrepancies", discrepancies

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
