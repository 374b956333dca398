"""Check certificates of the kind `inequalities`: `python check_inequalities.py FILE...`.

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
from functools import cache, partial, reduce
from math import comb, isqrt
from operator import add, mul
from pathlib import Path

BITS, LONG = 128, 1 << 256  # bits that ends of intervals keep, what is short enough to stay exact
SMALL = Fraction(1, 2 ** (BITS + 8))  # where series are cut
STEPS = 200_000  # operations that one certificate may take
BYTES, DIGITS = 1_000_000, 400  # of a file, of a whole number
RATIONAL = re.compile(rf"-?[0-9]{{1,{DIGITS}}}([/.][0-9]{{1,{DIGITS}}})?")
HALF = Fraction(1, 2)
DEGREE = 12  # of the polynomials by which integrals are enclosed
HALVINGS = 40  # of what a letter ranges over
NAME = re.compile("[ !#-~]{1,299}")  # of a comparison: what can be printed in ASCII, but for quotes

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
HALF_LOG_2 = odd_powers(Interval(Fraction(1, 3)), False)  # log 2 = 2 atanh(1/3)

def atan_of(y):
    """By atan x = 2 atan(x / (1 + sqrt(1 + x^2))), which leaves at most tan(pi/128)."""
    if abs(y) > 1:
        return PI * (HALF if y > 0 else -HALF) - atan_of(1 / y)
    x = Interval(y)
    for _ in range(5):
        x = x / (ONE + sqrt(ONE + x * x))
    return odd_powers(x, True) * 32

def asin_of(y):
    """asin y = 2 atan(y / (1 + sqrt(1 - y^2)))."""
    need(abs(y) <= 1, "the arcsine of what may be beyond 1")
    return atan(Interval(y) / (ONE + sqrt(Interval(1 - y * y)))) * 2

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

def exp_of(y):
    """exp(y / 2^k)^(2^k) with |y / 2^k| <= 1/2, where all that follows a term is below twice the next."""
    need(abs(y) <= 10**4, "an exponential beyond 10,000")
    halvings = int(abs(y)).bit_length() + 1
    sums, rest = powers_over_factorials(Interval(y / 2**halvings), 1)
    return (sums[0] + sums[1] + rest * 2) ** 2**halvings

def log_of(y):
    """log(m 2^k) = k log 2 + 2 atanh((m - 1)/(m + 1)), m between 1/2 and 2."""
    need(y > 0, "the logarithm of what may not be positive")
    k = y.numerator.bit_length() - y.denominator.bit_length()
    m = y / Fraction(2) ** k
    return (odd_powers(Interval((m - 1) / (m + 1)), False) + HALF_LOG_2 * k) * 2

atan, asin, exp, log = map(increasing, (atan_of, asin_of, exp_of, log_of))

# ---- functions along a line ------------------------------------------------------------------------------------------
class Series:
    """Taylor coefficients of a function from that of order 0 on: intervals that hold those at each point of a piece."""

    def __init__(self, terms):
        self.terms = terms

    def __add__(self, other):
        return Series([a + b for a, b in zip(self.terms, other.terms, strict=True)])

    def __neg__(self):
        return Series([-a for a in self.terms])

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        return Series([convolved(self.terms, other.terms, range(k + 1), k) for k in range(len(self.terms))])

    def __truediv__(self, other):
        found: list[Interval] = []
        for k, a in enumerate(self.terms):
            found.append((a - convolved(found, other.terms, range(k), k)) / other.terms[0])
        return Series(found)

    def __pow__(self, n):
        need(abs(n) <= 10**4, "an exponent beyond 10,000 of what varies")
        if n < 0:
            return along(ONE, self) / self**-n
        found, square = along(ONE, self), self
        while n:
            found, square, n = found * square if n & 1 else found, square * square if n > 1 else square, n >> 1
        return found

    def slope(self):
        """The derivative, one term shorter."""
        return Series([a * k for k, a in enumerate(self.terms) if k])

def nil(x):
    """Whether an interval is the number 0."""
    return x.least == x.most == 0

def convolved(a, b, places, k):
    """The sum of a_j b_(k - j) over places j."""
    return total(a[j] * b[k - j] for j in places if not nil(a[j]) and not nil(b[k - j]))

def along(x, other):
    """A constant as a series like another."""
    return Series([x, *[Interval(0)] * (len(other.terms) - 1)])

def alike(a, b):
    """The two as they are, or where one alone varies both as series."""
    if isinstance(a, Series) == isinstance(b, Series):
        return a, b
    return (a, along(b, a)) if isinstance(a, Series) else (along(a, b), b)

def grown(first, slope):
    """The series with that first term and that derivative."""
    return Series([first, *(a / k for k, a in enumerate(slope.terms, 1))])

def driven(f, others):
    """The next term of a function whose derivative is f' times another, of which all terms up to now are known."""
    k = len(others)
    return total(f.terms[j] * j * others[k - j] for j in range(1, k + 1)) / k

def exp_along(f):
    """By e' = f' e."""
    found = [exp(f.terms[0])]
    for _ in f.terms[1:]:
        found.append(driven(f, found))
    return Series(found)

def sine_and_cosine_along(f):
    """By s' = f' c and c' = -f' s."""
    sines, cosines = ([found] for found in sine_and_cosine(f.terms[0]))
    for _ in f.terms[1:]:
        sines, cosines = [*sines, driven(f, cosines)], [*cosines, -driven(f, sines)]
    return Series(sines), Series(cosines)

def sqrt_along(f):
    """By s s = f, term by term."""
    found = [sqrt(f.terms[0])]
    for k, a in enumerate(f.terms[1:], 1):
        found.append((a - convolved(found, found, range(1, k), k)) / (found[0] * 2))
    return Series(found)

def log_along(f):
    """By l' = f'/f."""
    return grown(log(f.terms[0]), f.slope() / f)

def atan_along(f):
    """By a' = f'/(1 + f^2)."""
    return grown(atan(f.terms[0]), f.slope() / (along(ONE, f) + f * f))

def asin_along(f):
    """By a' = f'/sqrt(1 - f^2)."""
    return grown(asin(f.terms[0]), f.slope() / sqrt_along(along(ONE, f) - f * f))

def at(x, order):
    """The letter itself at a point, or on a piece."""
    return Series([x, ONE, *[Interval(0)] * (order - 1)])

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

# ---- inequalities: closed expressions compared ---------------------------------------------------------------------
FUNCTIONS = {
    **{"sqrt": sqrt, "exp": exp, "log": log, "atan": atan, "asin": asin, "abs": absolute},
    **{"sin": lambda x: sine_and_cosine(x)[0], "cos": lambda x: sine_and_cosine(x)[1]},
    "acos": lambda x: PI * HALF - asin(x),
}
VARYING = {
    **{"sqrt": sqrt_along, "exp": exp_along, "log": log_along, "atan": atan_along, "asin": asin_along},
    **{"sin": lambda f: sine_and_cosine_along(f)[0], "cos": lambda f: sine_and_cosine_along(f)[1]},
    "acos": lambda f: along(PI * HALF, f) - asin_along(f),
}
JOINED = {"+": add, "*": mul}
PAIRS = {
    "-": lambda a, b: a - b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: a ** b.whole(-(10**6), 10**6, "an exponent"),
    "max": lambda a, b: Interval(max(a.low, b.low), max(a.high, b.high)),
    "min": lambda a, b: Interval(min(a.low, b.low), min(a.high, b.high)),
    "binomial": lambda a, b: Interval(comb(a.whole(0, 5000, "a binomial"), b.whole(0, 5000, "a binomial"))),
}
RELATIONS = {
    "<": lambda a, b: a.high < b.low,
    ">": lambda a, b: a.low > b.high,
    "=": lambda a, b: a.low == a.high == b.low == b.high,
}

@cache
def constant(text):
    """The interval of a fraction, from its string."""
    return Interval(rational(text))

def value(node, names):
    """The interval of an expression: a fraction, "pi", a letter of a sum, or [a function, and what it is of]."""
    if isinstance(node, str):
        return names[node] if node in names else PI if node == "pi" else constant(node)
    head, *rest = listed(node, "terms of an expression", 2)
    need(isinstance(head, str), "an expression without a function")
    if head in LETTERED:
        find, count, what = LETTERED[head]
        need(len(rest) == count and isinstance(rest[0], str), f"wanted a letter, {what}")
        need(re.fullmatch("[a-z]", rest[0]) and rest[0] not in names, "wanted a new letter")
        return find(names, *rest)
    terms = [value(below, names) for below in rest]
    if head in JOINED:
        return reduce(lambda a, b: JOINED[head](*alike(a, b)), terms)
    if len(terms) == 1:
        known = VARYING if isinstance(terms[0], Series) else FUNCTIONS
        need(head in known, f"{head[:20]!r} is no function of one number, or of what varies")
        return known[head](terms[0])
    need(head in PAIRS and len(terms) == 2, f"{head[:20]!r} is no function of {len(terms)}")
    return pair(head, *terms)

def pair(head, a, b):
    """A function of two numbers, or of what varies where it is a difference, a quotient or a whole power."""
    varies = isinstance(a, Series) or isinstance(b, Series)
    need(not varies or head in ("-", "/") or (head == "^" and isinstance(b, Interval)), f"{head} of what varies")
    return PAIRS[head](a, b) if head == "^" else PAIRS[head](*alike(a, b))

def over_a_range(start, join, names, letter, first, last, body):
    """A sum or product over a letter from one whole number to another, or to the one before: then of nothing.

    What is summed has a value at the first number also where nothing is, so that no words stand there unread.
    """
    first, last = (fixed(end, names).whole(-(10**5), 10**5, "an end of a sum") for end in (first, last))
    need(first - 1 <= last, "a sum that runs backwards")
    found = Interval(start)
    for k in range(first, max(first, last) + 1):
        term = value(body, {**names, letter: Interval(k)})
        found = join(*alike(found, term)) if k <= last else found
    return found

def fixed(node, names):
    """The interval of an expression that does not vary."""
    found = value(node, names)
    need(isinstance(found, Interval), "a number that varies")
    return found

def integral(names, letter, low, high, pieces, body):
    """The integral over a letter from one end to another, in so many pieces of equal length.

    On each the integrand is Taylor's polynomial at the middle and, times the power of the distance from there that
    follows, which is even, a coefficient that lies in the interval of all those of the piece.
    """
    need(not any(isinstance(one, Series) for one in names.values()), "an integral of what varies")
    low, high = fixed(low, names), fixed(high, names)
    need(low.high <= high.low, "an integral that runs backwards")
    number = fixed(pieces, names).whole(1, 1000, "a number of pieces")
    found, width = Interval(0), (high - low) / number
    for k in range(number):
        near = [(low + width * Interval(*ends)) for ends in ((k + HALF, k + HALF), (k, k + 1))]
        middle, piece = (alike(value(body, {**names, letter: at(x, DEGREE)}), at(x, DEGREE))[0].terms for x in near)
        for power, a in enumerate([*middle[:-1], piece[-1]]):
            if power % 2 == 0:
                found += a * (width * HALF) ** (power + 1) * Fraction(2, power + 1)
    return found

def coefficient(names, letter, point, power, body):
    """Taylor's coefficient at a point: of the power of the distance from there that is named."""
    need(not any(isinstance(one, Series) for one in names.values()), "a coefficient of what varies")
    order = fixed(power, names).whole(0, 200, "a power")
    near = at(fixed(point, names), max(order, 1))
    return alike(value(body, {**names, letter: near}), near)[0].terms[order]

LETTERED: dict = {
    "sum": (partial(over_a_range, 0, add), 4, "two ends and what is summed"),
    "product": (partial(over_a_range, 1, mul), 4, "two ends and what is multiplied"),
    "integral": (integral, 5, "two ends, a number of pieces and what is integrated"),
    "taylor": (coefficient, 4, "a point, a power and what is expanded"),
}

def said(node):
    """An expression in writing."""
    if isinstance(node, str):
        return f"({node})" if node.startswith("-") or "/" in node else node
    head, *rest = node
    inside = [said(below) for below in rest]
    if head in ("sum", "product", "integral"):
        return f"({head} over {inside[0]} from {inside[1]} to {inside[2]} of {inside[-1]})"
    if head == "taylor":
        return f"(coefficient of ({inside[0]} - {inside[1]}) ^ {inside[2]} in {inside[3]})"
    return f"({f' {head} '.join(inside)})" if head in "+-*/^" else f"{head}({', '.join(inside)})"

def inequalities(data):
    """Numbers compared: strictly by intervals, equal where both sides are the same fraction.

    A comparison may hold for each whole number that a letter stands for, from one to another, or for every number
    between two. Its name stands in quotes and in characters that can end neither them nor the line, as nobody checks
    what it says.
    """
    Interval.steps = 0
    constant.cache_clear()
    words = []
    for comparison in listed(fields(data, "comparisons")[0], "comparisons"):
        names = "what", "left", "is", "right"
        spread = [name for name in ("for", "between") if isinstance(comparison, dict) and name in comparison]
        need(len(spread) < 2, "wanted one range of a letter")
        what, left, relation, right, *letters = fields(comparison, *names, *spread)
        named = isinstance(what, str) and NAME.fullmatch(what)
        need(named and relation in [*RELATIONS], "wanted a name in plain characters, and <, > or =")
        if spread == ["between"]:
            everywhere(what, ["-", left, right] if relation == ">" else ["-", right, left], relation, letters[0])
        for numbers in each(letters) if spread != ["between"] else ():
            holds = RELATIONS[relation](fixed(left, numbers), fixed(right, numbers))
            need(holds, f"{what}: {relation} is not found to hold{said_of(numbers)}")
        words.append(f'"{what}": {said(left)} {relation} {said(right)}{said_for(spread, letters)}')
    return f"Numbers compare so, under names that nothing checks: {'; '.join(words)}."

def each(letters):
    """The letter of a comparison with each of its numbers; nothing where it has none."""
    if not letters:
        return [{}]
    letter, *ends = listed(letters[0], "entries: a letter and two ends", 3, 3)
    need(isinstance(letter, str) and re.fullmatch("[a-z]", letter), "wanted a letter")
    first, last = (value(end, {}).whole(-(10**5), 10**5, "an end") for end in ends)
    need(first <= last, "no number for a letter")
    return [{letter: Interval(number)} for number in range(first, last + 1)]

def said_of(numbers):
    """Where a comparison fails."""
    return "".join(f" at {letter} = {number.low}" for letter, number in numbers.items())

def said_for(spread, letters):
    """For which numbers a comparison is said to hold."""
    how = "for every {} between {} and {}" if spread == ["between"] else "for each {} from {} to {}"
    return "".join(f", {how.format(*map(said, letter[:3]))}" for letter in letters)

def everywhere(what, node, relation, between):
    """The expression is positive for every number that a letter stands for, between two ends.

    At an end it may vanish to an order that is named, 0 where it does not: its derivatives below that order are the
    number 0 there, and the coefficient of that order has one sign on all of a piece.
    """
    need(relation != "=", "an equation for every number")
    letter, *ends = listed(between, "entries: a letter, two ends and the orders there", 5, 5)
    need(isinstance(letter, str) and re.fullmatch("[a-z]", letter), "wanted a letter")
    low, high = (fixed(end, {}) for end in ends[:2])
    orders = [fixed(order, {}).whole(0, 8, "an order") for order in ends[2:]]
    need(low.high < high.low, "no number for a letter")
    for end, order in zip((low, high), orders, strict=True):
        first = varied(node, letter, end, order + 1).terms[:order] if order else []
        need(all(map(nil, first)), f"{what}: it is not found to vanish at an end")
    found = positive(lambda x, order: varied(node, letter, x, order), low.low, high.high, orders, HALVINGS)
    need(found, f"{what}: {relation} is not found to hold everywhere")

def varied(node, letter, x, order):
    """The series of an expression at a point or on a piece, up to an order; to order 0 by intervals alone."""
    if not order:
        return Series([fixed(node, {letter: x})])
    return alike(value(node, {letter: at(x, order)}), at(x, order))[0]

def positive(function, low, high, orders, halvings):
    """Whether a function is found to be positive between two fractions, in as many pieces as that takes."""
    try:
        if sure(function, low, high, orders):
            return True
    except Refused:  # on a piece that is too long it may have no value
        need(Interval.steps <= STEPS, "it takes too much work")
    middle = (low + high) / 2
    halves = (low, middle, [orders[0], 0]), (middle, high, [0, orders[1]])
    return halvings > 0 and all(positive(function, *half, halvings - 1) for half in halves)

def sure(function, low, high, orders):
    """Whether a function is positive on a piece by its coefficients on all of it; not at an end where it vanishes.

    Where it vanishes at neither, by its interval alone, which functions with kinks have too, or else by these.
    """
    piece, order = Interval(low, high), max(orders)
    if order:
        of = function(piece, order).terms[order]
        return min(orders) == 0 and (-of if orders[1] % 2 else of).low > 0
    if function(piece, 0).terms[0].low > 0:
        return True
    middle, radius = function(Interval((low + high) / 2), 3).terms, Interval(-(high - low) / 2, (high - low) / 2)
    on = function(piece, 3).terms
    return total(a * radius**k for k, a in enumerate([*middle[:3], on[3]])).low > 0

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "inequalities", inequalities

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
