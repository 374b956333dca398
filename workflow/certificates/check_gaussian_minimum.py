"""Check certificates of the kind `gaussian minimum`: `python check_gaussian_minimum.py FILE...`.

A certificate is a JSON file: a statement in words and the same statement as data, every number a fraction in a string.
What it claims is recomputed here from the definitions, in fractions and in intervals with fractions as ends, rounded
outwards. The words are put together anew from the data and have to be those of the file, so that they can say nothing
else. Needed is Python 3.11 and nothing more; nothing is shared with the program that made the certificates. Of a folder
the certificates of this kind are checked. The exit code is 0 where all are accepted, one at least.
"""

# fmt: off
import json
import re
import sys
from fractions import Fraction
from math import isqrt
from pathlib import Path

BITS, LONG = 128, 1 << 256  # bits that ends of intervals keep, what is short enough to stay exact
SMALL = Fraction(1, 2 ** (BITS + 8))  # where series are cut
STEPS = 200_000  # operations that one certificate may take
BYTES, DIGITS = 1_000_000, 400  # of a file, of a whole number
RATIONAL = re.compile(rf"-?[0-9]{{1,{DIGITS}}}([/.][0-9]{{1,{DIGITS}}})?")
HALF = Fraction(1, 2)

class Refused(Exception):
    """What is claimed does not follow, or the file is no certificate."""

class Elsewhere(Refused):
    """A certificate of a kind that another program checks."""

def need(truth, why):
    """Refuse unless it is true."""
    if not truth:
        raise Refused(why)

# ---- intervals ----------------------------------------------------------------------------------------------------
def rounded(least, most, under):
    """The ends least/under and most/under, outwards, over a power of two: the larger keeps BITS bits or more.

    A number stays what it is where it is a fraction of whole numbers below LONG. Each 64th power alone is taken, so
    that most intervals share theirs, and are added without more ado.
    """
    if least == most:
        least, under = most, under = Fraction(least, under).as_integer_ratio()
        if max(abs(least), under) < LONG:
            return least, most, under
    shift = BITS + under.bit_length() - max(least.bit_length(), most.bit_length())
    need(abs(shift) < 20_000, "a number that is too large or too small")
    shift = max(0, shift + (160 - shift) % 64)
    return (least << shift) // under, -((-most << shift) // under), 1 << shift

class Interval:
    """All numbers from least/under to most/under, in whole numbers. Arithmetic gives one that holds every result."""

    __slots__ = "least", "most", "under"
    steps = 0

    def __init__(self, low, high=None, under=1):
        Interval.steps += 1
        if Interval.steps > STEPS:
            raise Refused("it takes too much work")
        high = low if high is None else high
        if type(low) is not int or type(high) is not int:
            under *= low.denominator * high.denominator
            low, high = low.numerator * high.denominator, high.numerator * low.denominator
        if low <= -LONG or high >= LONG or under >= LONG:
            low, high, under = rounded(low, high, under)
        self.least, self.most, self.under = low, high, under

    low = property(lambda self: Fraction(self.least, self.under))
    high = property(lambda self: Fraction(self.most, self.under))

    def __add__(self, other):
        a, b = self.under, other.under
        if a == b:
            return Interval(self.least + other.least, self.most + other.most, a)
        return Interval(self.least * b + other.least * a, self.most * b + other.most * a, a * b)

    def __neg__(self):
        return Interval(-self.most, -self.least, self.under)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if not isinstance(other, Interval):
            other = Interval(other)
        a, b, c, d, under = self.least, self.most, other.least, other.most, self.under * other.under
        if a >= 0 and c >= 0:
            return Interval(a * c, b * d, under)
        ends = a * c, a * d, b * c, b * d
        return Interval(min(ends), max(ends), under)

    def __truediv__(self, other):
        if isinstance(other, int):
            need(other > 0, "a whole divisor that is not positive")
            return Interval(self.least, self.most, self.under * other)
        need(other.least > 0 or other.most < 0, "a divisor that may be zero")
        return self * Interval(other.under * other.least, other.under * other.most, other.least * other.most)

    def __pow__(self, n):
        need(abs(n) <= 10**6, "an exponent beyond a million")
        if n < 0:
            return ONE / self**-n
        found, square = ONE, self if n % 2 else absolute(self)
        while n:
            found, square, n = found * square if n & 1 else found, square * square if n > 1 else square, n >> 1
        return found

    def whole(self, least, most, what):
        """The one whole number that it is."""
        found, rest = divmod(self.least, self.under)
        need(self.least == self.most and not rest and least <= found <= most, f"{what} is not fit")
        return found

ONE = Interval(1)

def total(terms):
    """The sum of intervals."""
    return sum(terms, Interval(0))

def absolute(x):
    """|x|."""
    return x if x.least >= 0 else -x if x.most <= 0 else Interval(0, max(-x.least, x.most), x.under)

def bounded(x, bound):
    """Whether no number in an interval is beyond a bound, below zero or above."""
    return max(-x.least, x.most) * bound.denominator <= bound.numerator * x.under

def increasing(at):
    """An increasing function of intervals from one of fractions."""
    return lambda x: at(x.low) if x.least == x.most else Interval(at(x.low).low, at(x.high).high)

def sqrt(x):
    """By whole numbers: isqrt(n) is sqrt(n) or less than 1 below."""
    need(x.least >= 0, "the root of what may be negative")
    shift = max(0, BITS - (x.most.bit_length() - x.under.bit_length()) // 2)
    shift += (160 - shift) % 64
    least, most = (x.least << 2 * shift) // x.under, -((-x.most << 2 * shift) // x.under)
    root = isqrt(most)
    return Interval(isqrt(least), root + (root * root < most), 1 << shift)

def odd_powers(z, alternating):
    """z -+ z^3/3 + z^5/5 ..., atan or atanh of |z| <= 1/2: what follows is below the next power over 1 - 1/4."""
    found, power, square, n = z, z * z * z, z * z, 3
    while not bounded(power, SMALL):
        found += (-power if alternating and n % 4 == 3 else power) / n
        power, n = power * square, n + 2
    return found + power * Interval(-4, 4, 3)

PI = odd_powers(Interval(Fraction(1, 5)), True) * 16 - odd_powers(Interval(Fraction(1, 239)), True) * 4  # Machin's

def atan_of(y):
    """By atan x = 2 atan(x / (1 + sqrt(1 + x^2))), which leaves at most tan(pi/128)."""
    if abs(y) > 1:
        return PI * (HALF if y > 0 else -HALF) - atan_of(1 / y)
    x = Interval(y)
    for _ in range(5):
        x = x / (ONE + sqrt(ONE + x * x))
    return odd_powers(x, True) * 32

def powers_over_factorials(x, sign):
    """1 + x + sign x^2/2! + sign x^3/3! + ... at the middle, even and odd terms; the remainder, to either side."""
    need(bounded(x, 40), "an angle beyond 40")
    middle, power, n, sums = Interval(x.least + x.most, under=2 * x.under), ONE, 0, [Interval(0), Interval(0)]
    while not bounded(power, SMALL):
        sums[n % 2] += power if n % 4 < 2 or sign > 0 else -power
        n += 1
        power = power * (middle / n)
    return sums, power * Interval(-1, 1)

def sine_and_cosine(x):
    """By Taylor's series and Lagrange's remainder at the middle, widened by the radius, as no slope is beyond 1."""
    sums, rest = powers_over_factorials(x, -1)
    around = rest + Interval(x.least - x.most, x.most - x.least, 2 * x.under)
    cosine, sine = (found + around for found in sums)
    return [Interval(max(found.low, -1), min(found.high, 1)) for found in (sine, cosine)]

atan = increasing(atan_of)

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

def between(entry):
    """Two fractions, the first below the second."""
    low, high = vector(entry, 2)
    need(low < high, "the ends of an interval in the wrong order")
    return low, high

def within(interval, entry, what):
    """Refuse unless the interval lies strictly between two claimed ends."""
    low, high = between(entry)
    need(low < interval.low and interval.high < high, f"{what} is not found to lie where it is said to")

def dot(a, b):
    """The inner product of two vectors of fractions."""
    return sum((x * y for x, y in zip(a, b, strict=True)), Fraction(0))

def solve(matrix, right):
    """The solution of a linear system in intervals, by elimination: every system within them has its own in it."""
    rows = [[*row, b] for row, b in zip(matrix, right, strict=True)]
    found: list = []
    for k in range(len(rows)):
        pivot = max(range(k, len(rows)), key=lambda i: abs(rows[i][k].low + rows[i][k].high))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(k + 1, len(rows)):
            share = rows[i][k] / rows[k][k]
            rows[i] = [x - share * y if j > k else x for j, (x, y) in enumerate(zip(rows[i], rows[k], strict=True))]
    for k in reversed(range(len(rows))):
        rest = total(x * y for x, y in zip(rows[k][k + 1 : -1], found, strict=True))
        found.insert(0, (rows[k][-1] - rest) / rows[k][k])
    return found

def rank(rows):
    """The rank of a matrix of fractions, by elimination."""
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0])):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is not None:
            rows[found], rows[pivot] = rows[pivot], rows[found]
            for i in range(found + 1, len(rows)):
                share = rows[i][column] / rows[found][column]
                rows[i] = [x - share * y for x, y in zip(rows[i], rows[found], strict=True)]
            found += 1
    return found

# ---- gaussian minimum: neurons relu(c u.x) on fixed lines, x standard normal ----------------------------------------
class Means:
    """Means of products of nets: lists of ((line, side), size) for neurons size relu(side u.x), u a line's vector."""

    def __init__(self):
        self.known = {}

    def angle(self, u, v):
        """The angle t between two lines' vectors (or their angles in units of pi), sin t, cos t, and their lengths."""
        if (u, v) not in self.known:
            self.known[u, v] = self.known[v, u] = angle(u, v)
        return self.known[u, v]

    def pair(self, a, b):
        """E relu(a.x) relu(b.x) = |a| |b| (sin t + (pi - t) cos t) / (2 pi).

        In the plane of a and b, x = r (cos p, sin p), p measured from a, and E r^2 = 2. Both factors are positive for p
        from t - pi/2 to pi/2, where cos(p) cos(p - t) = (cos t + cos(2p - t))/2 has half of the bracket as integral.
        """
        t, sine, cosine, lengths = self.angle(a[0], b[0])
        bracket = sine + (PI - t) * cosine if a[1] == b[1] else sine - t * cosine  # of t, or of pi - t
        return lengths * bracket / (PI * 2)

    def product(self, net, other):
        """E h h'."""
        return total(self.pair(a, b) * s * t for a, s in net for b, t in other)

    def risk(self, net, target):
        """E (h - h*)^2."""
        return self.product(net, net) - self.product(net, target) * 2 + self.product(target, target)

    def slope(self, side, net, target):
        """Half the derivative of the risk as a weight grows to one side of a line."""
        return self.product([(side, ONE)], net) - self.product([(side, ONE)], target)

    def kernel(self, u, v):
        """E |u.x| |v.x| of the unit vectors of two lines."""
        return total(self.pair((u, s), (v, t)) for s in (1, -1) for t in (1, -1)) / self.angle(u, v)[3]

def angle(u, v):
    """What `Means.angle` remembers."""
    if isinstance(u, Fraction):
        turn = PI * min((u - v) % 2, (v - u) % 2)
        return turn, *sine_and_cosine(turn), ONE
    squares, inner = dot(u, u) * dot(v, v), dot(u, v)
    lengths = sqrt(Interval(squares))
    if inner * inner == squares:
        return PI * (inner < 0), Interval(0), Interval(1 if inner > 0 else -1), lengths
    sine, cosine = sqrt(Interval(squares - inner * inner)) / lengths, Interval(inner) / lengths
    return atan(sine / (ONE + cosine)) * 2, sine, cosine, lengths

def direction(entry, inputs):
    """A vector that is not zero, or for two inputs an angle in units of pi."""
    if isinstance(entry, str):
        need(inputs == 2, "an angle where there are not two inputs")
        return rational(entry)
    need(any(vector(entry, inputs)), "a line along the zero vector")
    return vector(entry)

def parallel(a, b):
    """Whether two directions are on one line."""
    return (a - b).denominator == 1 if isinstance(a, Fraction) else dot(a, b) ** 2 == dot(a, a) * dot(b, b)

def neurons(entry, lines):
    """Neurons [line, weight] as (line, sign, weight, ends); a weight that is sought is given by two ends about it."""
    for neuron in listed(entry, "neurons", most=40):
        line, weight = listed(neuron, "entries of a neuron", 2, 2)
        line = Interval(rational(line)).whole(0, len(lines) - 1, "the number of a line")
        low, high = between(weight) if isinstance(weight, list) else [rational(weight)] * 2
        need(low * high > 0 or low == high, "a weight of which the sign is open")
        yield line, (high > 0) - (low < 0), None if low < high else abs(low), sorted((abs(low), abs(high)))

def settled(lines, sought):
    """The (line, sign) to which all slopes vanish if they do to those that are sought.

    relu(u.x) - relu(-u.x) = u.x: two sides of some lines give the linear functions of their span, and so to one side of
    a line in that span the other side. In the plane two lines span all.
    """
    found = set(sought)
    while True:
        both = [lines[k] for k in range(len(lines)) if {(k, 1), (k, -1)} <= found]
        spans = lambda u: len(both) > 1 if isinstance(u, Fraction) else both and rank([*both, u]) == rank(both)  # noqa: B023, E731
        more = {(k, -sign) for k, sign in found if spans(lines[k])} - found
        if not more:
            return found
        found |= more

def stationary(lines, network, target, means):
    """The net whose weights that are sought are those that make the slopes to their sides vanish."""
    sought = [((lines[k], sign), ends) for k, sign, weight, ends in network if weight is None]
    net = [((lines[k], sign), Interval(weight)) for k, sign, weight, _ in network if weight]
    need(len({side for side, _ in sought}) == len(sought), "two weights sought on one side of a line")
    right = [-means.slope(side, net, target) for side, _ in sought]
    sizes = solve([[means.pair(a, b) for b, _ in sought] for a, _ in sought], right)
    for (side, (low, high)), found in zip(sought, sizes, strict=True):
        need(low < found.low and found.high < high, "a weight is not found to lie where it is said to")
        net.append((side, found))
    return net

def gaussian_minimum(data):
    """The slope is zero to the side of every weight that is not zero, and not negative where a weight can grow.

    While no weight changes its sign the risk is convex in the sizes of the weights. So the point is the least of each
    closed region of signs in which it lies, and these cover a neighbourhood. Where it holds to both sides of every
    line the risk is the least of all networks on the lines, however many neurons they have.
    """
    Interval.steps = 0
    if isinstance(data, dict) and "sides" in data:
        return no_minimum(data)
    names = "inputs", "lines", "target", "network", "minimum", "risk", "others", "bounds"
    inputs, lines, target, network, minimum, risk, others, bounds = fields(data, *names)
    inputs, u, aims, means = problem(inputs, lines, target)
    own = list(neurons(network, u))
    net = stationary(u, own, aims, means)
    flat = settled(u, [(k, sign) for k, sign, weight, _ in own if weight is None])
    need({(k, sign) for k, sign, *_ in own if sign} <= flat, "a slope is not seen to vanish")
    need(minimum in ("local", "global"), "wanted a local or a global minimum")
    ways = range(len(u)) if minimum == "global" else [k for k, sign, *_ in own if not sign]
    for k, side in sorted({(k, side) for k in ways for side in (1, -1)} - flat):
        need(means.slope((u[k], side), net, aims).low > 0, f"the risk may fall along line {k}, to side {side}")
    within(means.risk(net, aims), risk, "the risk")
    words = [say_network(inputs, lines, target, network, minimum, own), f"Its risk is {say(risk)}."]
    for other in listed(others, "other networks", 0, 3):
        words.append(less_risk(other, u, own, aims, means, lines, between(risk)[0]))
    for bound in listed(bounds, "bounds", 0, 3):
        name, ends = fields(bound, "of", "is")
        need(isinstance(name, str) and name in BOUNDS, "no such bound")
        find, meaning, below = BOUNDS[name]
        within(find(u, aims, means), ends, "the bound")
        low, high = (ends, risk) if below else (risk, ends)
        need(between(high)[1] <= between(low)[0], f"the risk is not {'below' if below else 'above'} the bound")
        words.append(f"It {'is below' if below else 'exceeds'} {meaning}; this is at {say_end(ends, below)}.")
    return " ".join(words)

def problem(inputs, lines, target):
    """The number of inputs, the directions of lines, the target's neurons, and what remembers means."""
    inputs = Interval(rational(inputs)).whole(1, 40, "the number of inputs")
    u = [direction(line, inputs) for line in listed(lines, "lines", most=40)]
    aims = [target_neuron(listed(aim, "entries of a neuron", 2, 2), inputs) for aim in listed(target, "neurons")]
    need(len({type(a) for a in [*u, *(a for (a, _), _ in aims)]}) == 1, "angles beside vectors")
    need(not any(parallel(a, b) for i, a in enumerate(u) for b in u[:i]), "a line that is there twice")
    return inputs, u, aims, Means()

def no_minimum(data):
    """All slopes to some sides of lines vanish only where one of the sums of sizes there is negative.

    At a local minimum with weights on these sides and no others, none of them zero, all these slopes vanish, and they
    are those of one linear system for the sums.
    """
    inputs, lines, target, sides, sums = fields(data, "inputs", "lines", "target", "sides", "sums")
    inputs, u, aims, means = problem(inputs, lines, target)
    own = [(line, sign) for line, sign, *_ in neurons(sides, u)]
    need(len(set(own)) == len(own) and all(sign for _, sign in own), "a side twice, or of no sign")
    ways = [(u[line], sign) for line, sign in own]
    right = [means.product([(way, ONE)], aims) for way in ways]
    found = solve([[means.pair(a, b) for b in ways] for a in ways], right)
    for x, ends in zip(found, listed(sums, "sums", len(own), len(own)), strict=True):
        within(x, ends, "a sum of sizes")
    need(any(x.high < 0 for x in found), "no sum of sizes is found to be negative")
    at = ", ".join(f"{'positive' if sign > 0 else 'negative'} {say_line(lines[line])}" for line, sign in own)
    return (
        f"{say_problem(inputs, lines, target)} no network with weights of these signs and no others, one or more of "
        f"each, is a local minimum of the risk: {at}. All slopes vanish only where their sizes have the sums "
        f"{', '.join(map(say, sums))}, and no sum of sizes is negative."
    )

def target_neuron(entry, inputs):
    """A neuron of the target, [direction, weight], as a direction and a size."""
    way, weight = entry
    need(rational(weight), "a target neuron without a weight")
    return (direction(way, inputs), 1 if rational(weight) > 0 else -1), Interval(abs(rational(weight)))

def less_risk(other, u, own, aims, means, lines, least):
    """Another network with as many neurons on each line, and less risk."""
    network, risk = fields(other, "network", "risk")
    found = list(neurons(network, u))
    need(sorted(k for k, *_ in found) == sorted(k for k, *_ in own), "the other network has other neurons")
    need(all(weight is not None for _, _, weight, _ in found), "the other network is not given")
    net = [((u[k], sign), Interval(weight)) for k, sign, weight, _ in found if sign]
    within(means.risk(net, aims), risk, "the other risk")
    need(between(risk)[1] <= least, "the other risk is not lower")
    return f"The network with weights {say_weights(network, lines)} has a lower risk, {say(risk)}."

def say(entry):
    """A number, or that it is between two."""
    return f"between {entry[0]} and {entry[1]}" if isinstance(entry, list) else entry

def say_line(entry):
    """A line by its vector or its angle."""
    return f"at {entry} pi" if isinstance(entry, str) else f"along ({', '.join(entry)})"

def say_weights(network, lines):
    """Weights and where they are."""
    return "; ".join(f"{say(weight)} {say_line(lines[int(k)])}" for k, weight in network)

def say_end(ends, below):
    """The end of an interval that a bound from below or from above is known by."""
    return f"least {ends[0]}" if below else f"most {ends[1]}"

def say_problem(inputs, lines, target):
    """The definitions and the target."""
    aims = "; ".join(f"{weight} {say_line(way)}" for way, weight in target)
    return (
        f"For {inputs} standard normal inputs x, neurons relu(c u.x) of a weight c and the vector u of a line, on the "
        f"lines {', '.join(map(say_line, lines))}, the target h* with the weights {aims}, and the risk E (h - h*)^2,"
    )

def say_network(inputs, lines, target, network, minimum, own):
    """The problem and the network."""
    signs = [{sign for k, sign, *_ in own if k == line} for line in range(len(lines))]
    mixed, zeros = sum({1, -1} <= one for one in signs), sum(not sign for _, sign, *_ in own)
    kind = {"local": "a local minimum of the risk", "global": "of the least risk of all networks on the lines"}[minimum]
    return (
        f"{say_problem(inputs, lines, target)} there is a network with weights {say_weights(network, lines)} that is "
        f"{kind}; {mixed} lines have weights of both signs, and {zeros} weights are zero."
    )

def schur(u, target, means, linear):
    """The sizes |w| of a target, and C - B' A^-1 B of the kernel between lines (A, with their cosines added where
    `linear`), across, and between the lines of the target."""
    a = [[means.kernel(v, w) + means.angle(v, w)[2] * linear for w in u] for v in u]
    columns, ways = [way for (way, _), _ in target], range(len(target))
    b = [[means.kernel(v, w) for v in u] for w in columns]
    x = [solve(a, row) for row in b]
    rest = [[means.kernel(v, w) for w in columns] for v in columns]
    lengths = [sqrt(Interval(dot(way, way) if isinstance(way, tuple) else 1)) for way in columns]
    sizes = [weight * length for (_, weight), length in zip(target, lengths, strict=True)]
    return sizes, [[rest[i][j] - total(p * q for p, q in zip(b[i], x[j], strict=True)) for j in ways] for i in ways]

def merged(target):
    """The target with one neuron a line, as large as all of them."""
    found: list = []
    for (way, side), weight in target:
        at = next((k for k, ((line, _), _) in enumerate(found) if line == way), None)
        need(at is not None or not any(parallel(line, way) for (line, _), _ in found), "a target line in two ways")
        if at is None:
            found.append(((way, side), weight))
        else:
            found[at] = (found[at][0], found[at][1] + weight)
    return found

def form_bound(u, target, means):
    """q*' S q* / 4."""
    q, s = schur(u, target, means, 0)
    return total(x * y * s[i][j] for i, x in enumerate(q) for j, y in enumerate(q)) * Fraction(1, 4)

def norm_bound(u, target, means, linear=0):
    """|q*|^2 |S| / 4 from above: the norm is at most the largest absolute row sum, and the root of all squares."""
    q, s = schur(u, target if linear else merged(target), means, linear)
    norm = min(max(total(map(absolute, row)).high for row in s), sqrt(total(x * x for row in s for x in row)).high)
    return total(x * x for x in q) * (norm / 4)

def repaired(u, target, means):
    """(|M|^(1/2) |q*| + |w|)^2 / 4 from below: the norm is at least the form at q* over |q*|^2."""
    need(all(isinstance(way, tuple) for (way, _), _ in target), "wanted vectors")
    q, s = schur(u, target, means, 1)
    form = total(x * y * s[i][j] for i, x in enumerate(q) for j, y in enumerate(q))
    sums = [total(Interval(x) * (weight * side) for x, ((_, side), weight) in zip(column, target, strict=True))
            for column in zip(*(way for (way, _), _ in target), strict=True)]
    length = sqrt(total(x * x for x in sums))
    need(form.low >= 0, "a form that may be negative")
    return (sqrt(form) + length) ** 2 * Fraction(1, 4)

MATRIX = "of the kernel E |u.x||v.x| of unit vectors u, v: A of the lines, B of lines and target"
NEURONS = f"{MATRIX} neurons, C of target neurons, q* their |w|"
BOUNDS = {
    "schur form": (form_bound, f"q*' (C - B' A^-1 B) q* / 4 {NEURONS}", False),
    "schur norm": (
        norm_bound,
        f"|q*|^2 |C - B' A^-1 B| / 4 {MATRIX} lines, C of target lines, q* the sums of |w| there",
        False,
    ),
    "regular norm": (
        lambda u, target, means: norm_bound(u, target, means, 1),
        f"|q*|^2 |C - B' (A + U U')^-1 B| / 4 {NEURONS}, U the lines",
        False,
    ),
    "repaired norm": (
        repaired,
        f"(|M|^(1/2) |q*| + |w|)^2 / 4, w the sum of the target's weights and M = C - B' (A + U U')^-1 B {NEURONS}, U "
        "the lines",
        True,
    ),
}

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "gaussian minimum", gaussian_minimum

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
