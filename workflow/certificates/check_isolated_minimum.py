"""Check certificates of the kind `isolated minimum`: `python check_isolated_minimum.py FILE...`.

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
from functools import cached_property
from math import isqrt
from math import sqrt as root_of_float
from pathlib import Path

BITS, LONG = 128, 1 << 256  # bits that ends of intervals keep, what is short enough to stay exact
SMALL = Fraction(1, 2 ** (BITS + 8))  # where series are cut
STEPS = 600_000  # operations that one certificate may take
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

# ---- isolated minimum: F(W) = E (sum_i relu(w_i.x) - sum_j relu(v_j.x))^2 / 2, x standard normal ---------------------
SCALE = 1 << 40  # of the entries of a factor, as whole numbers

class Pair:
    """Two vectors w and v of intervals that are not parallel: norms, angle t, and unit vectors along and across them.

    With u = w/|w|: n across w is (v/|v| - cos t u)/sin t, and m across v the same from there.
    """

    def __init__(self, w, v):
        self.v, self.norm_w, self.norm_v = v, length(w), length(v)
        self.along_w, self.along_v = scaled(w, ONE / self.norm_w), scaled(v, ONE / self.norm_v)
        self.half = [length([x - y for x, y in zip(self.along_w, self.along_v, strict=True)]),
                     length([x + y for x, y in zip(self.along_w, self.along_v, strict=True)])]
        need(min(one.low for one in self.half) > 0, "two weights that may be parallel")
        self.cosine = total(x * y for x, y in zip(self.along_w, self.along_v, strict=True))
        self.sine = self.half[0] * self.half[1] * HALF

    @cached_property
    def angle(self):
        """The angle t, by tan(t/2)."""
        return atan(self.half[0] / self.half[1]) * 2

    def across(self, one, other):
        """The unit vector across one of the two, towards the other."""
        return scaled([y - self.cosine * x for x, y in zip(one, other, strict=True)], ONE / self.sine)

    def mean(self):
        """f(w, v) = E relu(w.x) relu(v.x) = |w| |v| (sin t + (pi - t) cos t) / (2 pi).

        In the plane of w and v, x = r (cos p, sin p), p measured from w, and E r^2 = 2. Both factors are positive for p
        from t - pi/2 to pi/2, where cos(p) cos(p - t) = (cos t + cos(2p - t))/2 has half of the bracket as integral.
        """
        return self.norm_w * self.norm_v * (self.sine + (PI - self.angle) * self.cosine) / (PI * 2)

    def slope(self):
        """The gradient of f in w, (|v| sin t u + (pi - t) v) / (2 pi), as dt/dw = -n/|w|."""
        grown = self.norm_v * self.sine
        both = [grown * x + (PI - self.angle) * y for x, y in zip(self.along_w, self.v, strict=True)]
        return scaled(both, ONE / (PI * 2))

    def curvature(self):
        """The second derivatives of f in w, |v| sin t / (2 pi |w|) (I - u u' + n n'), below the diagonal and on it."""
        share = self.norm_v * self.sine / (PI * 2 * self.norm_w)
        u, n = self.along_w, self.across(self.along_w, self.along_v)
        small_u, small_n = scaled(u, share), scaled(n, share)
        found = [[small_n[a] * n[b] - small_u[a] * u[b] for b in range(a + 1)] for a in range(len(u))]
        return with_diagonal(found, share)

    def mixed(self):
        """The derivatives of the gradient in w by v, ((pi - t) I + u n' + v m'/|v|) / (2 pi)."""
        u, v = (scaled(one, ONE / (PI * 2)) for one in (self.along_w, self.along_v))
        n, m = self.across(self.along_w, self.along_v), self.across(self.along_v, self.along_w)
        found = [[u[a] * n[b] + v[a] * m[b] for b in range(len(u))] for a in range(len(u))]
        return with_diagonal(found, (PI - self.angle) / (PI * 2))

def scaled(vector_, share):
    """A vector of intervals times an interval."""
    return [x * share for x in vector_]

def with_diagonal(matrix, more):
    """A matrix with so much more on its diagonal."""
    for a, row in enumerate(matrix):
        row[a] += more
    return matrix

def length(vector_):
    """The norm of a vector of intervals."""
    found = sqrt(total(x * x for x in vector_))
    need(found.low > 0, "a weight that may be zero")
    return found

def value_and_slopes(weights, target):
    """F and its gradient, at vectors of intervals that are not parallel."""
    value, slopes = Interval(0), [[x * HALF for x in w] for w in weights]  # of f(w, w) = |w|^2 / 2
    for i, w in enumerate(weights):
        value += total(x * x for x in w) / 4
        for other, sign in [*((other, 1) for k, other in enumerate(weights) if k != i), *((v, -1) for v in target)]:
            pair = Pair(w, other)
            value += pair.mean() * (HALF if sign > 0 else -1)
            slopes[i] = [x + y * sign for x, y in zip(slopes[i], pair.slope(), strict=True)]
    return value + of_target(target), [x for row in slopes for x in row]

def of_target(target):
    """E (sum_j relu(v_j.x))^2 / 2 of vectors of which no two are parallel."""
    found = Interval(0)
    for i, v in enumerate(target):
        found += total(x * x for x in v) / 4 + total(Pair(v, other).mean() for other in target[:i])
    return found

def hessian(weights, target):
    """The second derivatives of F, below the diagonal and on it: intervals that hold them wherever the weights lie in
    theirs."""
    ways = len(weights[0])
    found = [[Interval(0)] * (row + 1) for row in range(len(weights) * ways)]
    for i, w in enumerate(weights):
        own = [[Interval(HALF if a == b else 0) for b in range(a + 1)] for a in range(ways)]
        for v in target:
            own = added(own, Pair(w, v).curvature(), -1)
        for k, other in enumerate(weights):
            if k != i:
                pair = Pair(w, other)
                own = added(own, pair.curvature(), 1)
                if k < i:
                    place(found, i, k, pair.mixed())
        place(found, i, i, own)
    return found

def added(block, other, sign):
    """A matrix and another one, or less it."""
    rows = zip(block, other, strict=True)
    return [[x + y if sign > 0 else x - y for x, y in zip(*pair, strict=True)] for pair in rows]

def place(matrix, i, k, block):
    """Put a block where its neurons are."""
    for a, row in enumerate(block):
        for b, x in enumerate(row):
            matrix[i * len(block) + a][k * len(block) + b] = x

def curved(matrix, least):
    """By how much every symmetric matrix within these intervals, given below the diagonal, exceeds 0 as a form, from
    below.

    Let A be their middles less `least` times I, and L a factor found in floating point, in whole numbers over SCALE. As
    L L' has no negative value, A is no less than minus the largest row sum of |A - L L'|, and a matrix within the
    intervals is no less than A + least I minus the largest row sum of their radii. Each entry is off by less than 1
    over the square of SCALE, as a whole number over that.
    """
    unit, n = SCALE * SCALE, range(len(matrix))
    matrix = [[matrix[max(i, j)][min(i, j)] for j in n] for i in n]
    need(all(bounded(x, 10**6) for row in matrix for x in row), "a curvature that is too large")
    middles = [[(x.least + x.most) * unit // (2 * x.under) for x in row] for row in matrix]
    for i in n:
        middles[i][i] -= int(least * unit)
    factor = [[round(x * SCALE) for x in row] for row in factored([[x / unit for x in row] for row in middles])]
    off = max(sum(abs(middles[i][j] - sum(map(int.__mul__, factor[i], factor[j]))) for j in n) for i in n)
    radii = max(sum((x.most - x.least) * unit // (2 * x.under) + 1 for x in row) for row in matrix)
    return Fraction(int(least * unit) - off - 2 * len(matrix) - radii, unit)

def factored(matrix):
    """A lower triangular L with L L' near to a matrix of floats, by Cholesky; whether it is near is seen afterwards."""
    rows: list = []
    for i, row in enumerate(matrix):
        own = [0.0] * len(matrix)
        for j in range(i + 1):
            before = rows[j] if j < i else own
            rest = row[j] - sum(own[k] * before[k] for k in range(j))
            need(j < i or rest > 0, "the curvature is not found to be positive")
            own[j] = root_of_float(rest) if j == i else rest / before[j]
        need(all(abs(x) < 10**6 for x in own), "the curvature is not found to be positive")
        rows.append(own)
    return rows

def isolated_minimum(data):
    """Within a ball F is strictly convex, and lower at the middle than anywhere on the sphere around it.

    Let the second derivatives exceed c I on the box around the ball of radius r, and g be the gradient at the middle.
    At a distance r, F exceeds its value there by c r^2/2 - |g| r at least, which is positive for |g| < c r/2. So the
    least value in the ball is not on its boundary; it is at a critical point, the only one there, and a strict minimum.
    It is below the value at the middle by |g| r at most.
    """
    Interval.steps = 0
    target, middle, radius, curvature, risk = fields(data, "target", "middle", "radius", "curvature", "risk")
    v = [vector(one) for one in listed(target, "neurons", most=12)]
    w = [vector(one, len(v[0])) for one in listed(middle, "neurons", most=12)]
    need(all(len(one) == len(v[0]) for one in v) and len(w) * len(v[0]) <= 100, "a network that is too large")
    need(len(w) >= len(v), "fewer neurons than the target has: the least risk may not be 0")
    reach, least = rational(radius), rational(curvature)
    need(0 < reach <= 1 and 0 < least <= 1, "a radius or a curvature that is not fit")
    held = [[Interval(x) for x in one] for one in v]
    found, slopes = value_and_slopes([[Interval(x) for x in one] for one in w], held)
    steep = sqrt(total(x * x for x in slopes)).high
    need(steep < least * reach / 2, "the gradient is not small enough")
    within(Interval(found.low - steep * reach, found.high), risk, "the risk")
    need(between(risk)[0] > 0, "a risk that is not positive")
    bound = curved(hessian([[Interval(x - reach, x + reach) for x in one] for one in w], held), least)
    need(steep < bound * reach / 2, "the curvature is not found to exceed what is said")
    return (
        f"For {len(v[0])} standard normal inputs x and F(W) = E (sum_i relu(w_i.x) - sum_j relu(v_j.x))^2 / 2 with the "
        f"target neurons {', '.join(map(say_vector, target))}: of all weights within the distance {radius}, all "
        f"entries taken together, of the {len(w)} neurons {', '.join(map(say_vector, middle))}, exactly one W is a "
        f"critical point. It is a strict local minimum with F between {risk[0]} and {risk[1]}, and not global, as "
        "the target's own weights have F = 0."
    )

def say_vector(entry):
    """A vector."""
    return f"({', '.join(entry)})"

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "isolated minimum", isolated_minimum

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
