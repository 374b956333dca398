"""Check certificates of the kind `network`: `python check_network.py FILE...`.

A certificate is a JSON file: a statement in words and the same statement as data, every number a fraction in a string.
What it claims of a network on finitely many samples is recomputed here from the definitions, in fractions. The words
are put together anew from the data and have to be those of the file, so that they can say nothing else. Needed is
Python 3.11 and nothing more; nothing is shared with the program that made the certificates. Of a folder the
certificates of this kind are checked. The exit code is 0 where all are accepted, one at least.
"""

# fmt: off
import json
import re
import sys
from fractions import Fraction
from itertools import combinations, pairwise, product
from math import prod
from pathlib import Path

BYTES, DIGITS = 200_000, 9  # of a file, of a whole number
SIZE, CORNERS = 2500, 8  # entries that a matrix may have, kinks of one unit
WORK, LARGEST = 200_000, 10**300  # of all systems of equations, a numerator on the way
STEP = [0]
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

def below_zero(rows):
    """How many eigenvalues of a symmetric matrix A are negative, each as often as it is one.

    All roots of det(t - A) are real: by Descartes' rule as many are negative as coefficients at -t change their sign.
    One by one (Faddeev and LeVerrier), with B = A (B before) + c, the next c is minus the trace of A B over its number.
    """
    need(len(rows) <= 8, "too many samples")
    found, b = [Fraction(1)], [[Fraction(0)] * len(rows) for _ in rows]
    for number in range(1, len(rows) + 1):
        b = less(times(rows, b), -found[-1])
        found.append(-sum(dot(row, column) for row, column in zip(rows, transposed(b), strict=True)) / number)
    signs = [(c > 0) == (k % 2 == 0) for k, c in enumerate(found) if c]
    return sum(one != other for one, other in pairwise(signs))

def less(rows, level):
    """A matrix less a number on its diagonal."""
    return [[x - level * (i == j) for j, x in enumerate(row)] for i, row in enumerate(rows)]

def distance(columns, target):
    """The squared distance of a vector from the span of others: what their orthogonal parts leave of it."""
    straight: list = []
    for one in [*columns, target]:
        rest = list(one)
        for other in straight:
            share = dot(rest, other) / dot(other, other)
            rest = [x - share * y for x, y in zip(rest, other, strict=True)]
        need(all(max(abs(x.numerator), x.denominator) < LARGEST for x in rest), "numbers that are too large")
        straight += [rest] if any(rest) else []
    return dot(rest, rest)

def combines(target, vectors):
    """Whether a vector is a sum of others times numbers that are not negative: of independent ones, if at all."""
    counts = range(1, min(len(vectors), len(target)) + 1)
    found = (independent(some, target) for count in counts for some in combinations(vectors, count))
    return not any(target) or any(weights is not None and min(weights) >= 0 for weights in found)

def independent(vectors, target):
    """The numbers that combine independent vectors to another one, None where there are none."""
    STEP[0] += 10 + len(vectors) ** 4
    need(STEP[0] <= WORK, "it takes too much work")
    gram = [[dot(a, b) for b in vectors] for a in vectors]
    base = eliminated(gram)[1]
    if not base:
        return None
    right = [dot(a, target) for a in vectors]
    weights = [eliminated([[*row[:k], b, *row[k + 1 :]] for row, b in zip(gram, right, strict=True)])[1] / base
               for k in range(len(vectors))]  # Cramer's rule
    sums = [dot(weights, entries) for entries in zip(*vectors, strict=True)]
    return weights if sums == list(target) else None

# ---- network: samples, weights without biases, units z for z > 0 and a z else ----------------------------------------
class Network:
    """Values, features, derivatives and loss at the weights, on all samples. Layers are numbered from 1."""

    def __init__(self, samples, targets, weights, slopes, at_zero, share):
        self.samples, self.targets, self.weights, self.slopes = samples, targets, weights, slopes
        self.at_zero, self.share = at_zero, share
        self.values, self.features = [], [samples]
        for weight, a in zip(weights, slopes, strict=False):
            self.values.append(times(self.features[-1], weight))
            self.features.append([[z if z > 0 else a * z for z in row] for row in self.values[-1]])
        self.outputs = times(self.features[-1], weights[-1])
        pairs = zip(self.outputs, targets, strict=True)
        self.residual = [[p - y for p, y in zip(*rows, strict=True)] for rows in pairs]

    def loss(self):
        """The share of the sum of squares."""
        return self.share * sum(dot(row, row) for row in self.residual)

    def moved(self, layer, i, k, step):
        """The network with one weight moved."""
        weights = [[list(row) for row in one] for one in self.weights]
        weights[layer - 1][i][k] += step
        return Network(self.samples, self.targets, weights, self.slopes, self.at_zero, self.share)

    def flat(self):
        """Outputs less targets, in the order of the rows of D."""
        return [row[j] for j in range(len(self.targets[0])) for row in self.residual]

    def corners(self, unit):
        """The samples on which a unit of the first layer is zero; one that is zero itself does not count."""
        found = [t for t, x in enumerate(self.samples) if any(x) and not self.values[0][t][unit]]
        need(len(found) <= CORNERS, "too many kinks")
        return found

    def cells(self):
        """The signs, by (sample, unit), that the zero values of the first layer take together nearby.

        Those of a unit for which its weights, moved, leave all of them at once; such cells and their boundaries cover
        all weights nearby, those of a unit apart from those of others.
        """
        units = range(len(self.weights[0][0]))
        each = [[{(t, k): s for t, s in cone} for cone in self.cones(k)] for k in units]
        need(prod(map(len, each)) <= 2 ** CORNERS, "too many cells")
        return [dict(item for signs in some for item in signs.items()) for some in product(*each)]

    def cones(self, unit):
        """The signs, (sample, sign), on open cones of directions in which a unit's weights may move.

        A cone has directions on a side of one more sample unless those before, with signs, combine to its opposite.
        """
        found: list = [[]]
        for t in self.corners(unit):
            known = [(cone, [[r * x for x in self.samples[i]] for i, r in cone]) for cone in found]
            found = [[*cone, (t, s)] for cone, turned in known for s in (1, -1)
                     if not combines([-s * x for x in self.samples[t]], turned)]
        return found

    def gates(self, signs=None):
        """The slope of every unit on every sample, layer by layer: by the convention where a value is zero, or in a
        cell nearby."""
        found: list = []
        sides: list = []
        for layer, a in enumerate(self.slopes):
            sides.append([[self.side(layer, t, k, z, signs, sides) for k, z in enumerate(row)]
                          for t, row in enumerate(self.values[layer])])
            at_zero = Fraction(1) if a == 1 else self.at_zero
            found.append([[{1: Fraction(1), -1: a, 0: at_zero}[s] for s in row] for row in sides[-1]])
        return found

    def side(self, layer, t, k, z, signs, sides):
        """The sign of a value nearby; 0 where it is zero and no cell is asked for.

        A zero value of a deeper layer has the sign that a single unit before it brings. Where nothing before it can
        move, it stays zero, and any slope will do.
        """
        if z or signs is None:
            return (z > 0) - (z < 0)
        if layer == 0:
            return signs.get((t, k), 1)
        before = self.slopes[layer - 1]
        if not any(self.samples[t]) or all(v < 0 and not before for v in self.values[layer - 1][t]):
            return 1
        only = self.weights[layer][0][k]
        need(len(self.weights[layer]) == 1 and only, "a kink of a deeper layer whose sign is open")
        reached = only * (1 if sides[layer - 1][t][0] > 0 else before * -1)
        return (reached > 0) - (reached < 0) or 1

    def derivatives(self, layers, signs=None):
        """Rows, one for each output and sample, of the derivatives by the weights of some layers."""
        gates, rows, outputs = self.gates(signs), [], range(len(self.targets[0]))
        for j, t in product(outputs, range(len(self.samples))):
            blocks = {len(self.weights): [f * (i == j) for f in self.features[-1][t] for i in outputs]}
            back = [row[j] for row in self.weights[-1]]
            for layer in range(len(self.slopes), 0, -1):
                back = [b * g for b, g in zip(back, gates[layer - 1][t], strict=True)]
                blocks[layer] = [f * b for f in self.features[layer - 1][t] for b in back]
                back = [dot(row, back) for row in self.weights[layer - 1]]
            rows.append([entry for layer in layers for entry in blocks[layer]])
        return rows

    def gated(self, layer):
        """Columns: what a layer reads, times the slopes of each of its units; for one output."""
        need(len(self.targets[0]) == 1, "more than one output")
        gates, read = self.gates()[layer - 1], self.features[layer - 1]
        return [[read[t][i] * gates[t][k] for t in range(len(read))] for i in range(len(read[0]))
                for k in range(len(gates[0]))]

    def spread(self, layer):
        """Columns: a layer's features, once for each output."""
        outputs = range(len(self.targets[0]))
        return [[row[i] * (j == o) for j in outputs for row in self.features[layer]] for o in outputs
                for i in range(len(self.features[layer][0]))]

def numbers(entry, least, most):
    """The numbers of some layers, each once."""
    found = [whole(one, least, most, "a layer") for one in listed(entry, "layers", 0)]
    need(len(set(found)) == len(found), "a layer twice")
    return found

def network(data):
    """What is said of a network, fact by fact."""
    names = "samples", "targets", "weights", "slopes", "slope at zero", "share", "facts"
    samples, targets, weights, slopes, at_zero, share, facts = fields(data, *names)
    x, y = matrix(samples), matrix(targets, rows=len(listed(samples, "samples")))
    layers = weights_of(weights, len(x[0]), len(y[0]))
    a = vector(slopes, len(layers) - 1)
    need(rational(share) > 0, "a share that is not positive")
    need(len(x) * len(y[0]) * sum(len(w) * len(w[0]) for w in layers) <= SIZE, "a network that is too large")
    net, STEP[0] = Network(x, y, layers, a, rational(at_zero), rational(share)), 0
    words = [shown_network(samples, targets, weights, slopes, at_zero, share)]
    for fact in listed(facts, "facts", most=20):
        need(isinstance(fact, dict) and isinstance(fact.get("of"), str) and fact["of"] in FACTS, "no such fact")
        check_one, keys = FACTS[fact["of"]]
        words.append(check_one(net, *fields(fact, "of", *keys)[1:]))
    return " ".join(words)

def weights_of(entry, inputs, outputs):
    """The matrices of all layers, units before and after them, from inputs to outputs."""
    found = [matrix(one) for one in listed(entry, "layers of weights", 2, 5)]
    fit = zip([inputs, *(len(one[0]) for one in found)], [*(len(one) for one in found), outputs], strict=True)
    need(all(before == after for before, after in fit), "layers that do not fit together")
    return found

# ---- facts: each refuses, or says what was found ---------------------------------------------------------------------
def equal(found, claimed, what):
    """Refuse unless a number is what it is said to be."""
    need(found == claimed, f"{what} is {str(found)[:40]} and not what is said")

def the_outputs(net, claimed):
    """The outputs on all samples."""
    equal(net.outputs, [list(row) for row in matrix(claimed)], "the output")
    return f"Its outputs are {shown(claimed)}."

def the_values(net, layer, claimed):
    """The values of a layer's units, before their slopes."""
    found = net.values[whole(layer, 1, len(net.slopes), "a layer") - 1]
    equal(found, [list(row) for row in matrix(claimed)], "a value")
    return f"The units of layer {layer} have the values {shown(claimed)} on the samples."

def the_loss(net, claimed):
    """The loss at the weights."""
    equal(net.loss(), rational(claimed), "the loss")
    return f"Its loss is {claimed}."

def the_products(net, layer, claimed):
    """The features of a layer times the residuals, sample by sample."""
    found = times(transposed(net.features[whole(layer, 0, len(net.slopes), "a layer")]), net.residual)
    equal(found, [list(row) for row in matrix(claimed)], "a product")
    return f"The features of layer {layer}, times outputs less targets and added up over samples, are {shown(claimed)}."

def the_rank(net, layers, claimed):
    """The rank of the derivatives by the weights of some layers."""
    chosen = numbers(layers, 1, len(net.weights))
    need(chosen, "no layer")
    equal(eliminated(net.derivatives(chosen))[0], rational(claimed), "the rank")
    return f"D of the layers {', '.join(layers)} has the rank {claimed}."

def gram(net, layers):
    """The inner products of the rows of D."""
    chosen = numbers(layers, 1, len(net.weights))
    need(chosen, "no layer")
    rows = net.derivatives(chosen)
    return times(rows, transposed(rows))

def the_gram(net, layers, claimed):
    """All of them."""
    equal(gram(net, layers), [list(row) for row in matrix(claimed)], "an entry")
    return f"The rows of D of the layers {', '.join(layers)} have the inner products {shown(claimed)}."

def the_overlaps(net, claimed):
    """How many first units are active on both of two samples, and what that makes of the samples' inner products."""
    active = [[z >= 0 for z in row] for row in net.values[0]]
    counts = [[Fraction(sum(map(min, a, b))) for b in active] for a in active]
    equal(counts, [list(row) for row in matrix(claimed)], "a number of units")
    products = times(net.samples, transposed(net.samples))
    scaled = [[n * x for n, x in zip(*rows, strict=True)] for rows in zip(counts, products, strict=True)]
    equal(scaled, gram(net, ["1"]), "an inner product")
    return (f"So many units of layer 1 have z >= 0 on both of two samples: {shown(claimed)}; times the inner products "
            f"of samples these are the inner products of the rows of D of the layer 1.")

def the_least_eigenvalue(net, layers, claimed):
    """It is one, and none is below it."""
    rows = less(gram(net, layers), rational(claimed))
    need(not eliminated(rows)[1] and not below_zero(rows), "the least eigenvalue is another one")
    return f"The least eigenvalue of the inner products of rows of D of the layers {', '.join(layers)} is {claimed}."

def the_eigenvalues(net, layers, below, claimed):
    """How many are less than a number."""
    equal(below_zero(less(gram(net, layers), rational(below))), rational(claimed), "the number of eigenvalues")
    named = ", ".join(layers)
    return f"{claimed} of the eigenvalues of the inner products of rows of D of the layers {named} are below {below}."

def the_gradient(net, layer, step, claimed):
    """By D, and by difference quotients of the loss: exact ones where no unit's value changes its sign on the way."""
    number, h = whole(layer, 1, len(net.weights), "a layer"), rational(step)
    need(h > 0, "no step")
    found = [2 * net.share * x for x in times([net.flat()], net.derivatives([number]))[0]]
    equal(found, list(vector(claimed)), "the gradient")
    ends = [[net.moved(number, i, k, side * h).loss() for side in (1, -1)]
            for i, row in enumerate(net.weights[number - 1]) for k in range(len(row))]
    equal([(up - down) / (2 * h) for up, down in ends], found, "a difference quotient")
    return (f"Outputs less targets times the rows of D of layer {layer}, added up and times {2 * net.share}, are "
            f"{shown(claimed)}; so are the central difference quotients of the loss by its weights, with the step "
            f"{step}.")

def a_bound(net, layers, least, claimed):
    """The loss c |r|^2, with the share c, against c |D'r|^2 / s with the least eigenvalue s."""
    words = the_least_eigenvalue(net, layers, least)
    need(rational(least) > 0, "an eigenvalue that is not positive")
    sums = times([net.flat()], net.derivatives(numbers(layers, 1, len(net.weights))))[0]
    found = net.share * dot(sums, sums) / rational(least)
    equal(found, rational(claimed), "the bound")
    need(net.loss() <= found, "the loss exceeds the bound")
    return (f"{words} Outputs less targets times these rows, added up, have a squared length that is, times "
            f"{net.share}, {claimed} times this eigenvalue; the loss, {net.loss()}, is no more than {claimed}.")

def the_least_loss(net, features, derivatives, gates, claimed):
    """The share of the squared distance of the targets from a span."""
    most = len(net.slopes)
    some, layers, gated = numbers(features, 0, most), numbers(derivatives, 1, most + 1), numbers(gates, 1, most)
    columns = [column for layer in some for column in net.spread(layer)]
    columns += [column for layer in gated for column in net.gated(layer)]
    columns += transposed(net.derivatives(layers)) if layers else []
    found = net.share * distance(columns, [row[j] for j in range(len(net.targets[0])) for row in net.targets])
    equal(found, rational(claimed), "the least loss")
    spans = [f"the features of layer {one}, for each output" for one in features]
    spans += [f"what layer {one} reads times the slopes of each unit" for one in gates]
    spans += [f"D of layer {one}" for one in derivatives]
    return f"The least loss of the linear combinations of {'; of '.join(spans) or 'nothing'} is {claimed}."

def the_convention(net, layer, sample, output, claimed):
    """A row of D, by the slope that is taken at zero."""
    found = row_of(net, None, layer, sample, output)
    equal(found, list(vector(claimed)), "the row")
    return f"The row of D for output {output} on sample {sample} by the weights of layer {layer} is {shown(claimed)}."

def the_derivative(net, layer, sample, output, claimed):
    """In every cell nearby all outputs have one derivative by all weights: they are differentiable at the weights."""
    every = range(1, len(net.weights) + 1)
    first, *others = [net.derivatives(every, signs) for signs in net.cells()]
    need(all(one == first for one in others), "the outputs have several derivatives")
    equal(row_of(net, net.cells()[0], layer, sample, output), list(vector(claimed)), "the derivative")
    return (f"The outputs are differentiable there, and the derivative of output {output} on sample {sample} by the "
            f"weights of layer {layer} is {shown(claimed)}.")

def row_of(net, signs, layer, sample, output):
    """The derivatives of an output on a sample by a layer's weights."""
    number = whole(layer, 1, len(net.weights), "a layer")
    t, j = whole(sample, 1, len(net.samples), "a sample"), whole(output, 1, len(net.targets[0]), "an output")
    return net.derivatives([number], signs)[(j - 1) * len(net.samples) + t - 1]

def slopes_nearby(net):
    """The derivative of the loss by all weights, over twice the share, in each cell nearby."""
    every = range(1, len(net.weights) + 1)
    return [times([net.flat()], net.derivatives(every, signs))[0] for signs in net.cells()]

def no_derivative(net):
    """Two cells nearby in which the loss has different derivatives."""
    first, *others = slopes_nearby(net)
    need(any(one != first for one in others), "the loss may be differentiable")
    return "The loss has no derivative there."

def no_slope(net):
    """The derivative of the loss is zero in each cell nearby."""
    need(not any(map(any, slopes_nearby(net))), "a derivative of the loss is not zero")
    return "The loss is differentiable there, and its derivative is zero."

def a_local_minimum(net, sides):
    """No weights nearby have less loss.

    The loss is convex in the outputs, so that it rises by no less than the residuals times the change of outputs. On a
    cell these add up to sums over paths of units, weights along a path times w.m, where w are the weights into its
    first unit and m = sum over samples of residual, slopes along the path and sample. It will do that every m is zero.
    With one hidden layer and one output it will do, for a unit of output weight v that is not zero, that v w.m >= 0 on
    the cell, a cone of w: v m is a sum of the samples on its faces, times their signs and numbers that are not
    negative. And for one with v = 0 that may only grow to one side, that w.m is not zero and has that side's sign.
    """
    kept = [whole(side, -1, 1, "a side") for side in listed(sides, "sides", 0)]
    flat = len(net.slopes) == 1 and len(net.targets[0]) == 1
    need(not kept or (flat and len(kept) == len(net.weights[0][0])), "sides where there may be none")
    for k in range(len(net.weights[0][0])):
        v = net.weights[1][k][0] if flat else Fraction(0)
        need(not (v and kept and kept[k]), "a side for an output weight that is not zero")
        for cone in net.cones(k):
            moments = paths(net, k, net.gates(complete(net, {(t, k): s for t, s in cone})))
            if v:
                faces = [[s * x for x in net.samples[t]] for t, s in cone]
                least = combines([x * (1 if v > 0 else -1) for x in moments[0]], faces)
            elif kept and kept[k]:
                least = kept[k] * dot(moments[0], [row[k] for row in net.weights[0]]) > 0
            else:
                least = not any(any(one) for one in moments)
            need(least, f"the loss may fall at unit {k + 1}")
    held = [f"{k + 1} to the side {side}" for k, side in enumerate(kept) if side]
    if not held:
        return "It is a local minimum of the loss: no weights nearby have less."
    return (
        f"It is a local minimum of the loss among the weights where output weights keep to one side, of unit "
        f"{', of unit '.join(held)}: none of these nearby have less."
    )

def complete(net, signs):
    """Signs for the other units too, which a path from the first unit does not see."""
    others = {(t, k): 1 for k in range(len(net.weights[0][0])) for t in net.corners(k)}
    return others | signs

def paths(net, first, gates):
    """The vectors m of all paths that begin at a unit."""
    samples = range(len(net.samples))
    carried = [[gates[0][t][first] for t in samples]]
    for layer in range(1, len(net.slopes)):
        carried = [[c * gates[layer][t][k] for t, c in enumerate(one)] for one in carried
                   for k in range(len(net.weights[layer][0]))]
    need(len(carried) <= SIZE, "too many paths")
    return [[sum((net.residual[t][j] * one[t] * net.samples[t][i] for t in samples), Fraction(0))
             for i in range(len(net.samples[0]))] for one in carried for j in range(len(net.targets[0]))]

def other_weights(net, weights, claimed):
    """The loss elsewhere, and which of the two is lower."""
    layers = weights_of(weights, len(net.samples[0]), len(net.targets[0]))
    need([len(one[0]) for one in layers] == [len(one[0]) for one in net.weights], "a network of other sizes")
    found = Network(net.samples, net.targets, layers, net.slopes, net.at_zero, net.share).loss()
    equal(found, rational(claimed), "the loss")
    than = "less" if found < net.loss() else "more" if found > net.loss() else "as much"
    return f"The weights {shown_weights(weights)} have the loss {claimed}, {than}."

LAYER, SPAN = ("layer",), ("features", "derivatives", "gates")
FACTS: dict = {
    "outputs": (the_outputs, ("is",)),
    "values": (the_values, (*LAYER, "is")),
    "loss": (the_loss, ("is",)),
    "products": (the_products, (*LAYER, "is")),
    "rank": (the_rank, ("layers", "is")),
    "gram": (the_gram, ("layers", "is")),
    "overlaps": (the_overlaps, ("is",)),
    "eigenvalues": (the_eigenvalues, ("layers", "below", "is")),
    "gradient": (the_gradient, (*LAYER, "step", "is")),
    "bound": (a_bound, ("layers", "least", "is")),
    "least eigenvalue": (the_least_eigenvalue, ("layers", "is")),
    "least loss": (the_least_loss, (*SPAN, "is")),
    "row": (the_convention, (*LAYER, "sample", "output", "is")),
    "derivative": (the_derivative, (*LAYER, "sample", "output", "is")),
    "no derivative": (no_derivative, ()),
    "stationary": (no_slope, ()),
    "local minimum": (a_local_minimum, ("sides",)),
    "other weights": (other_weights, ("weights", "is")),
}

def shown(entry):
    """A number, a vector or a matrix."""
    return entry if isinstance(entry, str) else f"({', '.join(map(shown, entry))})"

def shown_weights(weights):
    """The matrices of all layers, from the first."""
    return ", then ".join(map(shown, weights))

def shown_network(samples, targets, weights, slopes, at_zero, share):
    """The definitions and the numbers."""
    return (
        f"On the samples {shown(samples)} with the targets {shown(targets)}, take the network without biases with the "
        f"weights {shown_weights(weights)}, each a matrix with a row for a unit before and a column for one after it. "
        f"Units of hidden layers give z for z > 0 and a z else, a = {', '.join(slopes)} by layer; D holds a row for "
        f"each output and sample, of derivatives by weights, where at z = 0 the slope {at_zero} is taken unless a = 1. "
        f"The loss is {share} times the sum of the squares of outputs less targets."
    )

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "network", network

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
