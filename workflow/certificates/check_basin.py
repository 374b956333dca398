"""Check certificates of the kind `basin`: `python check_basin.py FILE...`.

A certificate is a JSON file: a statement in words and the same statement as data, every number a fraction in a string.
What it claims of the losses on a closed cell of networks is recomputed here from the definitions, in fractions. The
words are put together anew from the data and have to be those of the file, so that they can say nothing else. Needed is
Python 3.11 and nothing more; nothing is shared with the program that made the certificates. Of a folder the
certificates of this kind are checked. The exit code is 0 where all are accepted, one at least.
"""

# fmt: off
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

BYTES, DIGITS = 200_000, 400  # of a file, of a whole number
SAMPLES, NEURONS, INPUTS, POINTS = 12, 12, 6, 30  # at most
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

def whole(entry, least, most, what):
    """The whole number in a string."""
    found = rational(entry)
    need(found.denominator == 1 and least <= found <= most, f"{what} is not fit")
    return int(found)

def dot(a, b):
    """The inner product of two vectors of fractions."""
    return sum((x * y for x, y in zip(a, b, strict=True)), Fraction(0))

# ---- basin: networks sum_i v_i max(w_i.x, 0) on samples, and the closed cell of a start --------------------------
def sign(x):
    """-1, 0 or 1."""
    return (x > 0) - (x < 0)

def summed(vectors, inputs):
    """The sum of vectors."""
    return [sum((one[j] for one in vectors), Fraction(0)) for j in range(inputs)]

def neurons_of(entry, number, inputs):
    """So many neurons, each its weights and its output weight."""
    pairs = [listed(one, "entries of a neuron", 2, 2) for one in listed(entry, "neurons", number, number)]
    return [(vector(weights, inputs), rational(output)) for weights, output in pairs]

class Cell:
    """Samples, targets, and the signs of a start: a of every neuron on every sample, b of its output weight."""

    def __init__(self, samples, targets, start):
        self.samples, self.targets, self.inputs = samples, targets, len(samples[0])
        self.signs = [[sign(dot(w, x)) for x in samples] for w, _ in start]
        self.sides = [sign(v) for _, v in start]
        off = all(a or not any(x) for row in self.signs for a, x in zip(row, samples, strict=True))
        need(off and all(self.sides), "a start on the boundary of cells")

    def of(self, entry):
        """The same for some neurons alone, by their numbers."""
        chosen = [whole(one, 1, len(self.sides), "a neuron") - 1 for one in listed(entry, "neurons", 0)]
        need(chosen == sorted(set(chosen)), "neurons twice, or out of order")
        found = Cell(self.samples, self.targets, [])
        found.signs, found.sides = [self.signs[i] for i in chosen], [self.sides[i] for i in chosen]
        return found

    def point(self, entry):
        """Neurons in the closed cell: no product with a sample and no output weight is of the other sign."""
        found = neurons_of(entry, len(self.sides), self.inputs)
        for (w, v), row, b in zip(found, self.signs, self.sides, strict=True):
            need(all(a * dot(w, x) >= 0 for a, x in zip(row, self.samples, strict=True)), "weights outside the cell")
            need(b * v >= 0, "an output weight outside the cell")
        return found

    def outputs(self, point):
        """Sum over the neurons of v max(w.x, 0), on every sample."""
        found = [sum((v * max(dot(w, x), Fraction(0)) for w, v in point), Fraction(0)) for x in self.samples]
        long = max(max(p.numerator.bit_length(), p.denominator.bit_length()) for p in found)
        need(long < 4000, "a number that is too large")
        return found

    def residuals(self, point):
        """Targets less outputs."""
        return [y - p for y, p in zip(self.targets, self.outputs(point), strict=True)]

    def loss(self, point):
        """The mean of the squares of outputs less targets."""
        rest = self.residuals(point)
        return dot(rest, rest) / len(rest)

    def pull(self, i, nu):
        """The g with b max(w.x, 0).nu = g.w for all w of neuron i's cone: b times the sum of nu x where a = 1."""
        active = [[self.sides[i] * n * entry for entry in x]
                  for n, x, a in zip(nu, self.samples, self.signs[i], strict=True) if a > 0]
        return summed(active, self.inputs)

    def polar(self, i, nu, entry):
        """Refuse unless g.w <= 0 for all w of neuron i's cone, where a w.x >= 0 on every sample.

        Given are numbers l that are not negative with g = - sum of l a x: then g.w = - sum of l a w.x.
        """
        multipliers = vector(entry, len(self.samples))
        need(min(multipliers) >= 0, "a multiplier below zero")
        faces = [[-m * a * c for c in x] for m, a, x in zip(multipliers, self.signs[i], self.samples, strict=True)]
        need(self.pull(i, nu) == summed(faces, self.inputs), f"the multipliers of neuron {i + 1} do not fit")

    def polar_all(self, nu, entry):
        """Refuse unless nu.p <= 0 for the outputs p of every point of the closed cell: sums of |v| g.w."""
        for i, multipliers in enumerate(listed(entry, "rows of multipliers", len(self.sides), len(self.sides))):
            self.polar(i, nu, multipliers)

def basin(data):
    """What is said of the losses on the closed cell of a start, fact by fact."""
    samples, targets, start, facts = fields(data, "samples", "targets", "start", "facts")
    x = [vector(row) for row in listed(samples, "samples", most=SAMPLES)]
    need(len({len(row) for row in x}) == 1 and len(x[0]) <= INPUTS, "samples that do not fit together")
    listed(start, "neurons", 1, NEURONS)
    cell = Cell(x, vector(targets, len(x)), neurons_of(start, len(start), len(x[0])))
    words = [shown_start(samples, targets, start)]
    for fact in listed(facts, "facts", most=20):
        need(isinstance(fact, dict) and isinstance(fact.get("of"), str) and fact["of"] in FACTS, "no such fact")
        check_one, keys = FACTS[fact["of"]]
        words.append(check_one(cell, *fields(fact, "of", *keys)[1:]))
    return " ".join(words)

# ---- facts: each refuses, or says what was found ---------------------------------------------------------------------
def equal(found, claimed, what):
    """Refuse unless a number is what it is said to be."""
    need(found == claimed, f"{what} is {str(found)[:40]} and not what is said")

def the_least(cell, neurons, at, multipliers, claimed):
    """The least loss on the closed cell of all neurons, or of some alone.

    With nu = y - p at the point, |y - q|^2 >= |nu|^2 + 2 nu.(p - q) for all outputs q. Where nu.p = 0 and nu.q <= 0 on
    the cell, that is at least |nu|^2.
    """
    some = cell.of(neurons)
    point = some.point(at)
    nu = some.residuals(point)
    need(not dot(nu, some.outputs(point)), "the residuals are not orthogonal to the outputs")
    some.polar_all(nu, multipliers)
    equal(some.loss(point), rational(claimed), "the least loss")
    which = f"Of the neurons {', '.join(neurons)} alone, the" if len(neurons) < len(cell.sides) else "The"
    where = f"at the neurons [{shown_point(at)}]" if neurons else "that of the output 0"
    return f"{which if neurons else 'Of no neurons, the'} least loss on the closed cell is {claimed}, {where}."

def the_bound(cell, dual, multipliers, claimed):
    """A number below every loss on the closed cell: |y - q|^2 >= 2 nu.y - |nu|^2 - 2 nu.q for all q, and nu.q <= 0."""
    nu = list(vector(dual, len(cell.samples)))
    cell.polar_all(nu, multipliers)
    equal((2 * dot(nu, cell.targets) - dot(nu, nu)) / len(nu), rational(claimed), "the bound")
    return (
        f"For nu = {shown(dual)}, the product nu.p with the outputs p of no point of the closed cell is positive, and "
        f"no loss there is below (2 nu.y - |nu|^2)/m = {claimed}, for the m targets y."
    )

def a_point(cell, at, claimed):
    """Outputs at a point of the closed cell, and the linear form that they are there."""
    point = cell.point(at)
    equal(cell.outputs(point), list(vector(claimed)), "the output")
    z = [[abs(v) * c for c in w] for w, v in point]
    inside = all(a * dot(row, x) >= 0 for row, signs in zip(z, cell.signs, strict=True)
                 for a, x in zip(signs, cell.samples, strict=True))
    linear = [sum((b * dot(row, x) for row, b, signs in zip(z, cell.sides, cell.signs, strict=True) if signs[t] > 0),
                  Fraction(0)) for t, x in enumerate(cell.samples)]
    need(inside and linear == list(vector(claimed)), "the sums of z are others")
    return (
        f"The neurons [{shown_point(at)}] lie in the closed cell and have the outputs {shown(claimed)}. So have the "
        f"sums of b z.x over the neurons that are positive on x at the start, b being the sign of the output weight "
        f"and z = |v| w, for which no product with a sample has the other sign either."
    )

def a_path(cell, points, claimed):
    """Losses along points of the closed cell, none above those at both ends."""
    losses = [cell.loss(cell.point(one)) for one in listed(points, "points", 2, POINTS)]
    equal(losses, list(vector(claimed)), "a loss")
    need(max(losses) <= max(losses[0], losses[-1]), "a loss above those at both ends")
    return (
        f"The neurons [{'], then ['.join(map(shown_point, points))}] lie in the closed cell and have the losses "
        f"{', '.join(claimed)}: none is above the larger of those at both ends."
    )

def a_lift(cell, point, towards, share, at, near, claimed):
    """A point near to another with its outputs moved a share of the way towards those of a third."""
    s = rational(share)
    need(0 < s <= 1, "a share that is not fit")
    here, there, lift = (cell.point(one) for one in (point, towards, at))
    moved = [(1 - s) * p + s * q for p, q in zip(cell.outputs(here), cell.outputs(there), strict=True)]
    equal(cell.outputs(lift), moved, "the output")
    equal(cell.loss(lift), rational(claimed), "the loss")
    need(cell.loss(lift) <= (1 - s) * cell.loss(here) + s * cell.loss(there), "a loss that is too high")
    pairs = [pair for (w, v), (u, r) in zip(lift, here, strict=True) for pair in zip((*w, v), (*u, r), strict=True)]
    equal(max(abs(c - d) for c, d in pairs), rational(near), "the distance")
    return (
        f"The neurons [{shown_point(at)}] of the closed cell differ from [{shown_point(point)}] by {near} at most in "
        f"an entry. Their outputs are those of these and of [{shown_point(towards)}], both of the closed cell too, in "
        f"the shares 1 - {share} and {share}, and their loss {claimed} is no more than the losses of the two in these "
        "shares."
    )

def the_local_minimum(cell, at, multipliers):
    """No point of the closed cell nearby has less loss.

    As for the least loss |y - q|^2 >= |nu|^2 + 2 nu.(p - q), where nu.p = 0 and nu.q is the sum over neurons of
    |v| g.w.
    A neuron adds no positive number where g.w <= 0 on its cone, by multipliers; or, without any, where its own output
    weight is 0 and g.w < 0 for its weights here, and so for those nearby.
    """
    point = cell.point(at)
    nu, stuck = cell.residuals(point), []
    need(not dot(nu, cell.outputs(point)), "the residuals are not orthogonal to the outputs")
    for i, row in enumerate(listed(multipliers, "rows of multipliers", len(point), len(point))):
        if row == []:
            w, v = point[i]
            need(not v and dot(cell.pull(i, nu), w) < 0, f"the loss may fall at neuron {i + 1}")
            stuck.append(str(i + 1))
        else:
            cell.polar(i, nu, row)
    need(stuck, "no neuron that is stuck: it is the least loss")
    return (
        f"The neurons [{shown_point(at)}] are a local minimum of the loss on the closed cell: no point of it nearby "
        f"has less than {cell.loss(point)}. The output weight of neuron {', '.join(stuck)} is 0 there, and at the "
        f"weights there the loss rises with its size."
    )

def who_covers(cell, covered, claimed):
    """The samples on which a neuron of the target's sign is positive at the start, and the squares of the others."""
    wanted = [t for t, y in enumerate(cell.targets) if y]
    found = [t for t in wanted
             if any(row[t] > 0 and b == sign(cell.targets[t]) for row, b in zip(cell.signs, cell.sides, strict=True))]
    equal([str(t + 1) for t in found], listed(covered, "samples", 0), "the list of covered samples")
    rest = sum((cell.targets[t] ** 2 for t in wanted if t not in found), Fraction(0)) / len(cell.samples)
    equal(rest, rational(claimed), "the mean of squares")
    which = f"Those of the samples {', '.join(covered)} have" if covered else "None has"
    return (
        f"Which targets that are not 0 have a neuron that is positive on their sample at the start, with their sign as "
        f"that of its output weight? {which} one. The squares of the others, added up and over the number of samples, "
        f"are {claimed}."
    )

def by_sides(cell, needs, covered, claimed):
    """Samples on the axes: the slope of least squares on each side of each, and how many of their signs neurons have.

    On a side the outputs of any network are a slope times the distance from 0, so that no loss is less than with the
    slopes of least squares.
    """
    sides: dict = {}
    for t, (x, y) in enumerate(zip(cell.samples, cell.targets, strict=True)):
        places = [j for j, entry in enumerate(x) if entry]
        need(len(places) == 1, "a sample that is on no axis, or on all")
        sides.setdefault((places[0], sign(x[places[0]])), []).append((t, abs(x[places[0]]), y))
    slopes = {side: sum(r * y for _, r, y in some) / sum(r * r for _, r, _ in some) for side, some in sides.items()}
    rest = [slopes[side] * r - y for side, some in sides.items() for _, r, y in some]
    equal(dot(rest, rest) / len(rest), rational(claimed), "the least loss of all networks")
    wanted = {side: sign(slope) for side, slope in slopes.items() if slope}
    equal([[str(j + 1), str(s), str(b)] for (j, s), b in wanted.items()], needs, "the list of needs")
    pairs = list(zip(cell.signs, cell.sides, strict=True))
    met = [any(own == b and row[sides[side][0][0]] > 0 for row, own in pairs) for side, b in wanted.items()]
    equal(str(sum(met)), covered, "the number of needs that are covered")
    return (
        f"No network of any width has less loss than {claimed}, the least squares on each side of an axis. Slopes "
        f"there that are not 0 are, by axis, side and sign, {shown(needs)}. Of these {covered} have, at the start, a "
        f"neuron that is positive on that side with that sign of its output weight."
    )

FACTS: dict = {
    "least": (the_least, ("neurons", "at", "multipliers", "is")),
    "bound": (the_bound, ("dual", "multipliers", "is")),
    "point": (a_point, ("at", "is")),
    "path": (a_path, ("points", "is")),
    "lift": (a_lift, ("point", "towards", "share", "at", "near", "is")),
    "local minimum": (the_local_minimum, ("at", "multipliers")),
    "covered": (who_covers, ("samples", "is")),
    "sides": (by_sides, ("needs", "covered", "is")),
}

def shown(entry):
    """A number, a vector or a matrix."""
    return entry if isinstance(entry, str) else f"({', '.join(map(shown, entry))})"

def shown_point(entry):
    """The weights and the output weight of each neuron."""
    return "; ".join(f"w = {shown(weights)}, v = {output}" for weights, output in entry)

def shown_start(samples, targets, start):
    """The definitions and the numbers."""
    return (
        f"On the samples {shown(samples)} with the targets {shown(targets)}, take networks whose output on x is the "
        f"sum of v max(w.x, 0) over their neurons, and as the loss the mean of the squares of outputs less targets. "
        f"The start has the neurons [{shown_point(start)}]; its closed cell are all networks of as many neurons of "
        f"which no product w.x with a sample and no output weight v has the other sign."
    )

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "basin", basin

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
