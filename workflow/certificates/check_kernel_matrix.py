"""Check certificates of the kind `kernel matrix`: `python check_kernel_matrix.py FILE...`.

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
from functools import cache
from math import comb, isqrt
from pathlib import Path

BITS, LONG = 128, 1 << 256  # bits that ends of intervals keep, what is short enough to stay exact
SMALL = Fraction(1, 2 ** (BITS + 8))  # where series are cut
STEPS = 200_000  # operations that one certificate may take
BYTES, DIGITS = 1_000_000, 400  # of a file, of a whole number
RATIONAL = re.compile(rf"-?[0-9]{{1,{DIGITS}}}([/.][0-9]{{1,{DIGITS}}})?")
HALF = Fraction(1, 2)
LEAST = Fraction(1, 10**6)  # of eigenvalues that are not 0

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

# ---- kernel matrix: means of products of lines, x standard normal --------------------------------------------------
@cache
def turn(u, v):
    """The angle t between two vectors (or their angles in units of pi), sin t, cos t, and the lengths' product."""
    if isinstance(u, Fraction):
        t = PI * min((u - v) % 2, (v - u) % 2)
        return t, *sine_and_cosine(t), ONE
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

def mean_of(u, v, side):
    """E relu(u.x) relu(side v.x) of two vectors.

    At the angle t between a and b it is |a| |b| (sin t + (pi - t) cos t) / (2 pi). In the plane of a and b,
    x = r (cos p, sin p), p measured from a, and E r^2 = 2. Both factors are positive for p from t - pi/2 to pi/2, where
    cos(p) cos(p - t) = (cos t + cos(2p - t))/2 has half of the bracket as integral. The side -1 makes t pi - t.
    """
    t, sine, cosine, lengths = turn(u, v)
    bracket = sine + (PI - t) * cosine if side == 1 else sine - t * cosine
    return lengths * bracket / (PI * 2)

def kernel(u, v):
    """E |u.x| |v.x| of the unit vectors of two lines: twice that of one side of u and of both sides of v."""
    return (mean_of(u, v, 1) + mean_of(u, v, -1)) * 2 / turn(u, v)[3]

def kernel_rows(rows, columns):
    """The matrix of the kernel between two lists of lines."""
    return [[kernel(u, v) for v in columns] for u in rows]

def shifted(matrix, amount):
    """The matrix plus a multiple of the identity."""
    return [[x + amount if i == j else x for j, x in enumerate(row)] for i, row in enumerate(matrix)]

def pivots(matrix):
    """Those of elimination without exchanges: as many have each sign as eigenvalues have, by Sylvester's law."""
    rows, found = [list(row) for row in matrix], []
    for k, row in enumerate(rows):
        found.append(row[k])
        for i in range(k + 1, len(rows)):
            share = rows[i][k] / row[k]
            for j in range(k + 1, i + 1):
                rows[i][j] = rows[j][i] = rows[i][j] - share * rows[j][k]
    need(all(x.low > 0 or x.high < 0 for x in found), "a pivot that may be zero")
    return found

def definite(matrix, what):
    """Refuse unless a symmetric matrix is positive definite."""
    need(all(x.low > 0 for x in pivots(matrix)), f"{what} is not found to be positive definite")

# ---- what is said of it ----------------------------------------------------------------------------------------------
def eigenvalues(fact, lines, own, inputs):
    """So many exceed a bound, and the others are below."""
    bound, number = rational(fact["above"]), Interval(rational(fact["number"])).whole(0, len(lines), "a number")
    found = sum(x.low > 0 for x in pivots(shifted(own, Interval(-bound))))
    need(found == number, f"{found} eigenvalues exceed {bound}")
    return f"{number} of the eigenvalues of A exceed {fact['above']}, and {len(lines) - number} are less"

def left_by_terms(cosine, value, terms):
    """psi(r) less the first terms of its series, 2/pi sum of binomial(2k, k) r^(2k) / (4^k (2k - 1)^2)."""
    first = total(cosine ** (2 * k) * Fraction(comb(2 * k, k), 4**k * (2 * k - 1) ** 2) for k in range(terms))
    return value - first * 2 / PI

def tails(fact, lines, own, inputs):
    """All exceed a share of T(1) - (R - 1) T(m); T grows with r, so that T(m) is the largest of all pairs of lines."""
    terms, share = Interval(rational(fact["terms"])).whole(1, 200, "a number of terms"), rational(fact["share"])
    need(len(lines) > 1 and 0 < share <= 1, "wanted two lines and a share up to 1")
    pairs = [(i, j) for i in range(len(lines)) for j in range(i)]
    near = [left_by_terms(absolute(turn(lines[i], lines[j])[2]), own[i][j], terms) for i, j in pairs]
    largest = Interval(max(x.low for x in near), max(x.high for x in near))
    bound = (left_by_terms(ONE, ONE, terms) - largest * (len(lines) - 1)) * share
    need(bound.low > 0, "a bound that is not found to be positive")
    definite(shifted(own, -bound), "A less the bound")
    return (
        f"all eigenvalues of A exceed {fact['share']} (T(1) - {len(lines) - 1} T(m)), which is positive: m is the "
        "largest |cosine| of two of the lines, and T(r) the entry of A for two lines of the cosine r less 2/pi times "
        f"the sum of binomial(2k, k) r^(2k) / (4^k (2k - 1)^2) over k from 0 to {terms - 1}"
    )

def coefficients(fact, lines, own, inputs):
    """The solution of A x = b, b between the lines and one more, has a negative entry."""
    aim = direction(fact["line"], inputs)
    need(one_form([*lines, aim]), "angles beside vectors")
    found = solve(own, [row[0] for row in kernel_rows(lines, [aim])])
    need(any(x.high < 0 for x in found), "no entry is found to be negative")
    return f"A^-1 b has a negative entry, b of the line {say_line(fact['line'])}"

def beside(fact, lines, own, inputs):
    """Other lines, S = C - B' A^-1 B and G = A - B - B' + C of them, and the words that say so."""
    others = [direction(line, inputs) for line in listed(fact["lines"], "lines", len(lines), len(lines))]
    need(one_form([*lines, *others]), "angles beside vectors")
    b, c, places = kernel_rows(lines, others), kernel_rows(others, others), range(len(lines))
    columns = [solve(own, [row[j] for row in b]) for j in places]
    s = [[c[i][j] - total(b[k][i] * columns[j][k] for k in places) for j in places] for i in places]
    gap = [[own[i][j] - b[i][j] - b[j][i] + c[i][j] for j in places] for i in places]
    words = (
        f"B and C like A between these lines and {', '.join(map(say_line, fact['lines']))}, and between the latter, "
        "S = C - B' A^-1 B and G = A - B - B' + C"
    )
    return others, s, gap, words

def complement(fact, lines, own, inputs):
    """S and G - S are definite."""
    _, s, gap, words = beside(fact, lines, own, inputs)
    definite(s, "S")
    definite([[g - x for g, x in zip(*rows, strict=True)] for rows in zip(gap, s, strict=True)], "G - S")
    return f"with {words}, S and G - S are positive definite"

def trace(fact, lines, own, inputs):
    """(tr G) I - S is definite, and tr G is below the squared distance of the unit vectors."""
    others, s, gap, words = beside(fact, lines, own, inputs)
    found = total(gap[i][i] for i in range(len(lines)))
    definite(shifted([[-x for x in row] for row in s], found), "(tr G) I - S")
    apart = total((ONE - turn(u, v)[2]) * 2 for u, v in zip(lines, others, strict=True))
    need(found.high < apart.low, "tr G is not found to be below the distance")
    return (
        f"with {words}, (tr G) I - S is positive definite and tr G less than the sum of |u - v|^2 over the unit "
        "vectors u of each of these lines and v of its like among the others"
    )

def second_derivatives(fact, lines, own, inputs):
    """The rank of the second derivatives of E (h - h*)^2 in the weights c of neurons relu(c u.x), of given signs.

    They are H = 2 s t E relu(s u.x) relu(t v.x). As v' H v is twice the mean square of the sum of v s relu(s u.x), it
    is zero where on each line v adds up to one number p over either sign, which leaves p u.x, and the p u to zero.
    """
    need(all(isinstance(u, tuple) for u in lines), "wanted lines as vectors")
    neurons = [signed(one, lines) for one in listed(fact["neurons"], "neurons", most=12)]
    null = [vector(one, len(neurons)) for one in listed(fact["null"], "null vectors", 0, 12)]
    for v in null:
        sums = [[dot(v, [one == (k, s) for one in neurons]) for s in (1, -1)] for k in range(len(lines))]
        need(all(p == m for p, m in sums), "a vector that is not null")
        need(not any(dot([p for p, _ in sums], x) for x in zip(*lines, strict=True)), "a vector that is not null")
    claimed = Interval(rational(fact["rank"])).whole(1, len(neurons), "a rank")
    need((rank(null) if null else 0) == len(neurons) - claimed, "the null vectors do not leave this rank")
    rows = [[mean_of(lines[i], lines[j], s * t) * (2 * s * t) for j, t in neurons] for i, s in neurons]
    found = sum(x.low > 0 for x in pivots(shifted(rows, Interval(-LEAST))))
    need(found == claimed, f"{found} eigenvalues are found to be positive")
    signs = ", ".join(f"{'positive' if s == 1 else 'negative'} on line {k}" for k, s in neurons)
    return f"E (h - h*)^2 has second derivatives of rank {claimed} in the weights c of neurons relu(c u.x), {signs}"

def say_line(entry):
    """A line by its vector or its angle."""
    return f"at {entry} pi" if isinstance(entry, str) else f"along ({', '.join(entry)})"

def signed(entry, lines):
    """A neuron as the number of its line and the sign of its weight."""
    line, sign = (Interval(rational(one)) for one in listed(entry, "entries of a neuron", 2, 2))
    need(sign.low in (1, -1), "a sign that is neither 1 nor -1")
    return line.whole(0, len(lines) - 1, "the number of a line"), int(sign.low)

def one_form(lines):
    """Whether all are vectors, or all angles."""
    return len({type(line) for line in lines}) == 1

FACTS = {
    "eigenvalues": (eigenvalues, ("above", "number")),
    "tails": (tails, ("terms", "share")),
    "coefficients": (coefficients, ("line",)),
    "complement": (complement, ("lines",)),
    "trace": (trace, ("lines",)),
    "hessian": (second_derivatives, ("neurons", "null", "rank")),
}

def kernel_matrix(data):
    """The means of products of lines, and what is said of them, fact by fact."""
    Interval.steps = 0
    inputs, lines, facts = fields(data, "inputs", "lines", "facts")
    inputs = Interval(rational(inputs)).whole(1, 40, "the number of inputs")
    u = [direction(line, inputs) for line in listed(lines, "lines", most=40)]
    need(one_form(u), "angles beside vectors")
    own, words = kernel_rows(u, u), []
    for fact in listed(facts, "facts", most=20):
        name = fact.get("of") if isinstance(fact, dict) else None
        if not isinstance(name, str) or name not in FACTS:
            raise Refused("no such fact")
        found, names = FACTS[name]
        fields(fact, "of", *names)
        words.append(found(fact, u, own, inputs))
    return (
        f"For {inputs} standard normal inputs x and A with the entry E |u.x| |v.x| for the unit vectors u and v of any "
        f"two of the lines {', '.join(map(say_line, lines))}: {'; '.join(words)}."
    )

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "kernel matrix", kernel_matrix

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
