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
from math import comb, isqrt
from pathlib import Path

BITS = 128  # of the ends of intervals
SMALL = Fraction(1, 2 ** (BITS + 8))  # where series are cut
STEPS = 200_000  # operations that one certificate may take
BYTES, DIGITS = 1_000_000, 400  # of a file, of a whole number
RATIONAL = re.compile(rf"-?[0-9]{{1,{DIGITS}}}([/.][0-9]{{1,{DIGITS}}})?")
HALF = Fraction(1, 2)
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
def rounded(x, up):
    """A fraction of about BITS bits beside x: not below it where `up`, else not above it."""
    n, d = x.numerator, x.denominator
    if max(n.bit_length(), d.bit_length()) <= BITS:
        return x
    shift = BITS + d.bit_length() - n.bit_length()
    need(abs(shift) < 20_000, "a number that is too large or too small")
    n, d = (n << shift, d) if shift >= 0 else (n, d << -shift)
    whole = -(-n // d) if up else n // d
    return Fraction(whole, 1 << shift) if shift >= 0 else Fraction(whole << -shift)

class Interval:
    """All numbers from `low` to `high`. Arithmetic gives an interval that holds every result."""

    steps = 0

    def __init__(self, low, high=None):
        Interval.steps += 1
        need(Interval.steps <= STEPS, "it takes too much work")
        self.low, self.high = rounded(Fraction(low), False), rounded(Fraction(low if high is None else high), True)

    def __add__(self, other):
        return Interval(self.low + other.low, self.high + other.high)

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __sub__(self, other):
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other):
        if not isinstance(other, Interval):
            other = Interval(other)
        if self.low >= 0 and other.low >= 0:
            return Interval(self.low * other.low, self.high * other.high)
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other):
        need(other.low > 0 or other.high < 0, "a divisor that may be zero")
        return self * Interval(1 / other.high, 1 / other.low)

    def __pow__(self, n):
        need(abs(n) <= 10**6, "an exponent beyond a million")
        if n < 0:
            return ONE / self**-n
        found, square = ONE, self if n % 2 or self.low >= 0 or self.high <= 0 else Interval(0, size(self))
        while n:
            found, square, n = found * square if n & 1 else found, square * square if n > 1 else square, n >> 1
        return found

    def whole(self, least, most, what):
        """The one whole number that it is."""
        need(self.low == self.high and self.low.denominator == 1 and least <= self.low <= most, f"{what} is not fit")
        return int(self.low)

ONE = Interval(1)

def total(terms):
    """The sum of intervals."""
    found = Interval(0)
    for term in terms:
        found += term
    return found

def size(x):
    """The largest absolute value in an interval."""
    return max(abs(x.low), abs(x.high))

def widened(x, radius):
    """The interval with so much more at both ends."""
    return Interval(x.low - radius, x.high + radius)

def increasing(at):
    """An increasing function of intervals from one of fractions."""
    return lambda x: Interval(at(x.low).low, at(x.high).high)

def root_of(y):
    """By whole numbers: floor(sqrt(y 4^k)) / 2^k is too low by less than 2^-k."""
    need(y >= 0, "the root of what may be negative")
    shift = max(0, BITS - (y.numerator.bit_length() - y.denominator.bit_length()) // 2)
    scaled, rest = divmod(y.numerator << (2 * shift), y.denominator)
    root = isqrt(scaled)
    return Interval(Fraction(root, 1 << shift), Fraction(root + bool(rest or root * root < scaled), 1 << shift))

def odd_powers(z, alternating):
    """z -+ z^3/3 + z^5/5 ..., atan or atanh of |z| <= 1/2: what follows is below the next power over 1 - 1/4."""
    found, power, square, n = z, z * z * z, z * z, 3
    while size(power) > SMALL:
        found += power * Fraction(-1 if alternating and n % 4 == 3 else 1, n)
        power, n = power * square, n + 2
    return widened(found, size(power) * Fraction(4, 3))

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
    """1 + x + sign x^2/2! + sign x^3/3! + ... at the middle, even and odd terms; the remainder is the next power."""
    need(size(x) <= 40, "an angle beyond 40")
    middle, power, n, sums = (x.low + x.high) / 2, ONE, 0, [Interval(0), Interval(0)]
    while size(power) > SMALL:
        sums[n % 2] += power if n % 4 < 2 else power * sign
        n += 1
        power = power * (middle / n)
    return sums, size(power)

def sine_and_cosine(x):
    """By Taylor's series and Lagrange's remainder at the middle, widened by the radius, as no slope is beyond 1."""
    sums, rest = powers_over_factorials(x, -1)
    cosine, sine = (widened(found, rest + (x.high - x.low) / 2) for found in sums)
    return [Interval(max(found.low, -1), min(found.high, 1)) for found in (sine, cosine)]

def exp_of(y):
    """exp(y / 2^k)^(2^k) with |y / 2^k| <= 1/2, where all that follows a term is below twice the next."""
    need(abs(y) <= 10**4, "an exponential beyond 10,000")
    halvings = int(abs(y)).bit_length() + 1
    sums, rest = powers_over_factorials(Interval(y / 2**halvings), 1)
    found = widened(sums[0] + sums[1], 2 * rest)
    for _ in range(halvings):
        found = found * found
    return found

def log_of(y):
    """log(m 2^k) = k log 2 + 2 atanh((m - 1)/(m + 1)), m between 1/2 and 2."""
    need(y > 0, "the logarithm of what may not be positive")
    k = y.numerator.bit_length() - y.denominator.bit_length()
    m = y / Fraction(2) ** k
    return (odd_powers(Interval((m - 1) / (m + 1)), False) + HALF_LOG_2 * k) * 2

def absolute(x):
    """|x|."""
    return x if x.low >= 0 else -x if x.high <= 0 else Interval(0, size(x))

sqrt, atan, asin, exp, log = map(increasing, (root_of, atan_of, asin_of, exp_of, log_of))

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
    "sin": lambda x: sine_and_cosine(x)[0],
    "cos": lambda x: sine_and_cosine(x)[1],
    "acos": lambda x: PI * HALF - asin(x),
}
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

def value(node, names):
    """The interval of an expression: a fraction, "pi", a letter of a sum, or [a function, and what it is of]."""
    if isinstance(node, str):
        return names[node] if node in names else PI if node == "pi" else Interval(rational(node))
    head, *rest = listed(node, "terms of an expression", 2)
    need(isinstance(head, str), "an expression without a function")
    if head in ("sum", "product"):
        return over_a_range(head, rest, names)
    terms = [value(below, names) for below in rest]
    if head == "+":
        return total(terms)
    if head in FUNCTIONS and len(terms) == 1:
        return FUNCTIONS[head](terms[0])
    if head == "*":
        for term in terms[1:]:
            terms[0] = terms[0] * term
        return terms[0]
    need(head in PAIRS and len(terms) == 2, f"{head[:20]!r} is no function of {len(terms)}")
    return PAIRS[head](*terms)

def over_a_range(head, rest, names):
    """A sum or product over a letter from one whole number to another, or to the one before: then of nothing.

    What is summed has a value at the first number also where nothing is, so that no words stand there unread.
    """
    need(len(rest) == 4, "wanted a letter, two ends and what is summed")
    letter, *ends, body = rest
    need(isinstance(letter, str) and re.fullmatch("[a-z]", letter) and letter not in names, "wanted a new letter")
    first, last = (value(end, names).whole(-(10**5), 10**5, "an end of a sum") for end in ends)
    need(first - 1 <= last, "a sum that runs backwards")
    found = Interval(head == "product")
    for k in range(first, max(first, last) + 1):
        term = value(body, {**names, letter: Interval(k)})
        if k <= last:
            found = found + term if head == "sum" else found * term
    return found

def said(node):
    """An expression in writing."""
    if isinstance(node, str):
        return f"({node})" if node.startswith("-") or "/" in node else node
    head, *rest = node
    inside = [said(below) for below in rest]
    if head in ("sum", "product"):
        return f"({head} over {inside[0]} from {inside[1]} to {inside[2]} of {inside[3]})"
    return f"({f' {head} '.join(inside)})" if head in "+-*/^" else f"{head}({', '.join(inside)})"

def inequalities(data):
    """Numbers compared: strictly by intervals, equal where both sides are the same fraction.

    A comparison may hold for each whole number that a letter stands for, from one to another. Its name stands in quotes
    and in characters that can end neither them nor the line, as nobody checks what it says.
    """
    Interval.steps = 0
    words = []
    for comparison in listed(fields(data, "comparisons")[0], "comparisons"):
        names = "what", "left", "is", "right"
        spread = isinstance(comparison, dict) and "for" in comparison
        what, left, relation, right, *letters = fields(comparison, *names, *["for"] * spread)
        named = isinstance(what, str) and NAME.fullmatch(what)
        need(named and relation in [*RELATIONS], "wanted a name in plain characters, and <, > or =")
        for numbers in each(letters):
            holds = RELATIONS[relation](value(left, numbers), value(right, numbers))
            need(holds, f"{what}: {relation} is not found to hold{said_of(numbers)}")
        words.append(f'"{what}": {said(left)} {relation} {said(right)}{said_for(letters)}')
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

def said_for(letters):
    """For which numbers a comparison is said to hold."""
    return "".join(f", for each {said(letter)} from {said(first)} to {said(last)}" for letter, first, last in letters)

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
