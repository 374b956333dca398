"""Check certificates of the kind `projections`: `python check_projections.py FILE...`.

A certificate is a JSON file: a statement in words and the same statement as data, every number a fraction in a string.
It speaks of a network on finitely many samples: what its features and its matrix D span and leave of the targets, and
its linear units. All is recomputed here from the definitions, in fractions. The words are put together anew from the
data and have to be those of the file, so that they can say nothing else. Needed is Python 3.11 and nothing more;
nothing is shared with the program that made the certificates. Of a folder the certificates of this kind are checked.
The exit code is 0 where all are accepted, one at least.
"""

# fmt: off
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

BYTES, DIGITS = 200_000, 30  # of a file, of a whole number
SIZE, LARGEST = 400, 10**300  # entries that D may have, a numerator on the way
STEP = Fraction(1, 10**9)  # by which a weight is moved for a derivative
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

def orthogonal(columns):
    """Orthogonal vectors with the span of the columns: what those before leave of each, where that is not zero."""
    found: list = []
    for one in columns:
        rest = minus(one, onto(found, one))
        need(all(max(abs(x.numerator), x.denominator) < LARGEST for x in rest), "numbers that are too large")
        found += [rest] if any(rest) else []
    return found

def onto(straight, one):
    """The orthogonal projection of a vector to the span of orthogonal ones."""
    found = [Fraction(0)] * len(one)
    for other in straight:
        share = dot(one, other) / dot(other, other)
        found = [x + share * y for x, y in zip(found, other, strict=True)]
    return found

def minus(one, other):
    """The difference of two vectors."""
    return [x - y for x, y in zip(one, other, strict=True)]

def left(columns, one):
    """What the span of columns leaves of a vector."""
    return minus(one, onto(orthogonal(columns), one))

def half_square(one):
    """Half the squared length of a vector."""
    return dot(one, one) / 2

def stacked(rows):
    """The columns of a matrix one below the other: of an output's entries the sample varies fastest."""
    return [x for column in zip(*rows, strict=True) for x in column]

def unstacked(one, rows):
    """A vector as the columns of a matrix with so many rows."""
    return transposed([one[start : start + rows] for start in range(0, len(one), rows)])

# ---- a network without biases at its weights; layers and units are numbered from 1 in files, from 0 here -------------
class Point:
    """Values, features, outputs, residuals and D. `held` has the weights (layer, from, to) without a column in D."""

    def __init__(self, samples, targets, weights, slopes, held=()):
        self.samples, self.targets, self.weights, self.slopes, self.held = samples, targets, weights, slopes, held
        self.values, self.features = [], [samples]
        for weight, below in zip(weights[:-1], slopes, strict=True):
            self.values.append(times(self.features[-1], weight))
            self.features.append([[z if z > 0 else a * z for z, a in zip(row, below, strict=True)]
                                  for row in self.values[-1]])
        self.outputs = times(self.features[-1], weights[-1])
        self.residual = [minus(*rows) for rows in zip(self.outputs, targets, strict=True)]

    def loss(self):
        """Half the sum of squares."""
        return half_square(stacked(self.residual))

    def at(self, weights):
        """The same network at other weights."""
        return Point(self.samples, self.targets, weights, self.slopes, self.held)

    def moved(self, layer, i, k):
        """The same network with one weight moved by the step."""
        weights = [[list(row) for row in weight] for weight in self.weights]
        weights[layer][i][k] += STEP
        return self.at(weights)

    def slope(self, layer, t, k):
        """The derivative of a unit on a sample; zero where there is none, as D takes it."""
        z, a = self.values[layer][t][k], self.slopes[layer][k]
        return Fraction(1) if z > 0 or a == 1 else a if z < 0 else Fraction(0)

    def columns(self):
        """The columns of D, by weight: an input of the weight, times slopes and weights along all paths behind it."""
        places = [(t, j) for j in range(len(self.targets[0])) for t in range(len(self.samples))]
        last, found = len(self.slopes), {}
        for i, j in [(i, j) for i in range(len(self.weights[last])) for j in range(len(self.targets[0]))]:
            found[last, i, j] = [self.features[last][t][i] * (j == own) for t, own in places]
        behind = [[row[j] for row in self.weights[last]] for _, j in places]
        for layer in reversed(range(last)):
            behind = [[self.slope(layer, t, k) * b for k, b in enumerate(row)]
                      for row, (t, _) in zip(behind, places, strict=True)]
            for i, k in [(i, k) for i in range(len(self.weights[layer])) for k in range(len(self.weights[layer][0]))]:
                found[layer, i, k] = [self.features[layer][t][i] * row[k]
                                      for row, (t, _) in zip(behind, places, strict=True)]
            behind = [[dot(row, b) for row in self.weights[layer]] for b in behind]
        return {place: found[place] for place in sorted(found)}

    def blocks(self, layers):
        """The columns of D of some layers, unit by unit, but for those of weights that are held."""
        every = self.columns()
        return [[every[layer, i, k] for i in range(len(self.weights[layer])) if (layer, i, k) not in self.held]
                for layer in sorted(layers) for k in range(len(self.weights[layer][0]))]

    def derivative(self, layers):
        """The same columns of D, in one list."""
        return [column for block in self.blocks(layers) for column in block]

    def spread(self, layers):
        """The features of some layers, once for each output."""
        outputs = range(len(self.targets[0]))
        return [[row[i] * (j == own) for j in outputs for row in self.features[layer]]
                for layer in layers for own in outputs for i in range(len(self.features[layer][0]))]

    def still(self, layer, t, k):
        """Whether a feature is zero for all weights nearby: a sample's zero, a unit of slope 0 on its flat side, or one
        that reads nothing else."""
        if layer == 0:
            return not self.samples[t][k]
        flat = not self.slopes[layer - 1][k] and self.values[layer - 1][t][k] < 0
        return flat or all(self.still(layer - 1, t, i) for i in range(len(self.weights[layer - 1])))

    def bends(self, layer, t, k):
        """Whether a unit of a hidden layer has a kink on a sample."""
        dead = all(self.still(layer, t, i) for i in range(len(self.weights[layer])))
        return self.slopes[layer][k] != 1 and not self.values[layer][t][k] and not dead

    def regular(self):
        """Whether no unit has a kink on any sample."""
        return not any(self.bends(layer, t, k) for layer, rows in enumerate(self.values)
                       for t, row in enumerate(rows) for k in range(len(row)))

    def differences(self):
        """The derivative of the outputs by each weight at a regular point, (layer, from, to): the change over the step.

        No unit changes its side, so that the outputs are affine in the weight along all of the step.
        """
        need(self.regular(), "the point is not regular")
        found = {}
        for layer, weight in enumerate(self.weights):
            for i, k in [(i, k) for i in range(len(weight)) for k in range(len(weight[0]))]:
                other = self.moved(layer, i, k)
                need(all(map(kept, self.values, other.values, self.slopes)), "a kink nearer than the step")
                found[layer, i, k] = [x / STEP for x in minus(stacked(other.outputs), stacked(self.outputs))]
        return found

def kept(values, others, slopes):
    """Whether all units of a layer are on the same side; a linear one has none."""
    return all(a == 1 or (z > 0) - (z < 0) == (y > 0) - (y < 0)
               for row, other in zip(values, others, strict=True) for z, y, a in zip(row, other, slopes, strict=True))

def numbers(entry, least, most):
    """The numbers of some layers, each once."""
    found = [whole(one, least, most, "a layer") for one in listed(entry, "layers", 0)]
    need(len(set(found)) == len(found), "a layer twice")
    return found

def projections(data):
    """What is said of a network, fact by fact."""
    samples, targets, weights, slopes, held, facts = fields(data, "samples", "targets", "weights", "slopes", "held",
                                                            "facts")
    x, y = matrix(samples), matrix(targets, rows=len(listed(samples, "samples")))
    layers = weights_of(weights, len(x[0]), len(y[0]))
    a = [vector(row, len(one[0])) for row, one in zip(listed(slopes, "slopes"), layers, strict=False)]
    need(len(slopes) == len(layers) - 1, "wanted slopes for each hidden layer")
    need(len(x) * len(y[0]) * sum(len(w) * len(w[0]) for w in layers) <= SIZE, "a network that is too large")
    net = Point(x, y, layers, a, held_of(held, layers))
    words = [shown_weighted(samples, targets, weights, slopes), shown_held(net)]
    for fact in listed(facts, "facts", most=20):
        need(isinstance(fact, dict) and isinstance(fact.get("of"), str) and fact["of"] in FACTS, "no such fact")
        check_one, keys = FACTS[fact["of"]]
        words.append(check_one(net, *fields(fact, "of", *keys)[1:]))
    return " ".join(filter(None, words))

def weights_of(entry, inputs, outputs):
    """The matrices of all layers, units before and after them, from inputs to outputs."""
    found = [matrix(one) for one in listed(entry, "layers of weights", 2, 5)]
    fit = zip([inputs, *(len(one[0]) for one in found)], [*(len(one) for one in found), outputs], strict=True)
    need(all(before == after for before, after in fit), "layers that do not fit together")
    return found

def held_of(entry, weights):
    """The weights that are held at zero, (layer, from, to), in order."""
    found = []
    for one in listed(entry, "weights that are held", 0):
        layer, i, k = [whole(x, 1, 60, "a weight that is held") - 1 for x in listed(one, "numbers of a weight", 3, 3)]
        need(layer < len(weights) and i < len(weights[layer]) and k < len(weights[layer][0]), "no weight to hold")
        need(not weights[layer][i][k], "a weight is held that is not zero")
        found.append((layer, i, k))
    need(found == sorted(set(found)), "weights that are held in another order, or twice")
    return found

# ---- facts: each refuses, or says what was found ---------------------------------------------------------------------
def equal(found, claimed, what):
    """Refuse unless a number is what it is said to be."""
    need(found == claimed, f"{what} is {str(found)[:40]} and not what is said")

def the_outputs(net, claimed):
    """The outputs on all samples."""
    equal(net.outputs, [list(row) for row in matrix(claimed)], "the output")
    return f"Its outputs are {shown(claimed)}."

def the_loss(net, claimed):
    """The loss at the weights."""
    equal(net.loss(), rational(claimed), "the loss")
    return f"Its loss is {claimed}."

def the_products(net, layer, claimed):
    """The features of a layer times the residuals, sample by sample."""
    found = times(transposed(net.features[whole(layer, 0, len(net.slopes), "a layer")]), net.residual)
    equal(found, [list(row) for row in matrix(claimed)], "a product")
    return f"The features of layer {layer}, times outputs less targets and added up over samples, are {shown(claimed)}."

def same(found, claimed, what):
    """Refuse unless a matrix is what it is said to be."""
    equal([list(row) for row in found], [list(row) for row in matrix(claimed)], what)

def the_regular(net):
    """No unit has a kink."""
    need(net.regular(), "the point is not regular")
    return "The point is regular."

def the_rest(net):
    """The derivative of the loss by each weight that is not held is zero."""
    residual = stacked(net.residual)
    need(not any(dot(residual, change) for place, change in net.differences().items() if place not in net.held),
         "a derivative of the loss is not zero")
    free = " that are free" * bool(net.held)
    return f"The point is regular, and the derivatives of the loss by all weights{free} are 0."

def the_slopes(net, layer, claimed):
    """The derivatives of the loss by the weights of a layer."""
    index, residual = whole(layer, 1, len(net.weights), "a layer") - 1, stacked(net.residual)
    found = {place: dot(residual, change) for place, change in net.differences().items() if place[0] == index}
    weight = net.weights[index]
    same([[found[index, i, k] for k in range(len(weight[0]))] for i in range(len(weight))], claimed, "a derivative")
    return f"The point is regular; the derivatives of the loss by the weights of layer {layer} are {shown(claimed)}."

def the_derivative_is_d(net):
    """D, column by column, against changes of the outputs."""
    need(net.differences() == net.columns(), "D is not the derivative of the outputs")
    return "The point is regular, and D is the derivative of the outputs by the weights."

def the_image(net, layer, claimed):
    """The block of a layer of D times the weights of the layer."""
    index = whole(layer, 1, len(net.weights), "a layer") - 1
    parts = [[net.weights[index][i][k] * x for x in column]
             for (own, i, k), column in net.columns().items() if own == index]
    same(unstacked([sum(row) for row in zip(*parts, strict=True)], len(net.samples)), claimed, "an entry")
    return f"D of layer {layer}, times the weights of this layer, is {shown(claimed)}."

def the_projection(net, what, layers, claimed):
    """The orthogonal projection of targets or residuals to what D spans."""
    chosen = numbers(layers, 1, len(net.weights))
    need(what in ("targets", "residuals"), "wanted targets or residuals")
    columns = net.derivative([one - 1 for one in chosen])
    found = onto(orthogonal(columns), stacked(net.targets if what == "targets" else net.residual))
    same(unstacked(found, len(net.samples)), claimed, "an entry")
    named = what if what == "targets" else "outputs less targets"
    return (f"The orthogonal projection of the {named} to the span of {spans((), layers)} is {shown(claimed)}, and "
            f"half its squared length {half_square(found)}.")

def the_distance(net, features, derivatives, claimed):
    """Half the squared distance of the targets from a span."""
    columns = net.spread(numbers(features, 0, len(net.slopes)))
    columns += net.derivative([one - 1 for one in numbers(derivatives, 1, len(net.weights))])
    equal(half_square(left(columns, stacked(net.targets))), rational(claimed), "the least loss")
    return f"Half the squared distance of the targets from the span of {spans(features, derivatives)} is {claimed}."

def spans(features, derivatives):
    """What features and columns of D are of."""
    found = [f"the features of layer {one}, for each output" for one in features]
    return "; of ".join([*found, *(f"D of layer {one}" for one in derivatives)]) or "nothing"

def the_linearised(net, claimed):
    """Half the squared distance of the residuals from the span of D."""
    every = range(len(net.weights))
    equal(half_square(left(net.derivative(every), stacked(net.residual))), rational(claimed), "the least loss")
    return f"The least loss of outputs that are changed by D d, over all vectors d, is {claimed}."

def the_terms(net, features, derivatives, parts, claimed, side):
    """What each block adds, after the features and the blocks before it; and the right side made of them."""
    need(parts in ("units", "one"), "wanted blocks of units, or one")
    chosen, target = [one - 1 for one in numbers(derivatives, 1, len(net.weights))], stacked(net.targets)
    straight = orthogonal(net.spread(numbers(features, 0, len(net.slopes))))
    rest, found = half_square(minus(target, onto(straight, target))), []
    for block in net.blocks(chosen) if parts == "units" else [net.derivative(chosen)]:
        own = orthogonal([minus(column, onto(straight, column)) for column in block])
        found.append(2 * half_square(onto(own, target)))
        straight = straight + own
    equal(found, list(vector(claimed)), "a term")
    equal(rest - sum(found) / 2, rational(side), "the right side")
    blocks = "each block of D of a unit" if parts == "units" else "the block of D"
    named = ", ".join(str(one + 1) for one in sorted(chosen))
    return (f"From {blocks}, of layers {named}, take its projection to the span of {spans(features, ())} and of the "
            f"blocks before: the squared lengths of the projections of the targets to what is left are "
            f"{shown(claimed)}. Half their sum, taken from half the squared distance of the targets from the span of "
            f"{spans(features, ())}, leaves {side}.")

def the_relations(net, layer):
    """The weights into a unit against those out of it."""
    index, columns = whole(layer, 1, len(net.slopes), "a hidden layer") - 1, net.columns()
    for k in range(len(net.weights[index][0])):
        into = [[row[k] * x for x in columns[index, i, k]] for i, row in enumerate(net.weights[index])]
        out = [[w * x for x in columns[index + 1, k, j]] for j, w in enumerate(net.weights[index + 1][k])]
        need([sum(row) for row in zip(*into, strict=True)] == [sum(row) for row in zip(*out, strict=True)],
             "a relation that does not hold")
    return (f"For each unit of layer {layer} the columns of D of the weights into it, times these, have the same sum "
            "as those of the weights out of it, times these.")

def the_rank_bound(net, claimed):
    """The rank of D beside the numbers of weights and of hidden units."""
    found = len(orthogonal(net.derivative(range(len(net.weights)))))
    equal(found, rational(claimed), "the rank")
    size, units = sum(len(one) * len(one[0]) for one in net.weights), sum(map(len, net.slopes))
    need(found <= size - units, "the rank is larger than the weights less the hidden units")
    return f"D has the rank {claimed}, no more than {size} weights less {units} hidden units."

def the_rank_of_features(net, layer, claimed):
    """The rank of a layer's features."""
    found = len(orthogonal(net.features[whole(layer, 0, len(net.slopes), "a layer")]))
    equal(found, rational(claimed), "the rank of the features")
    return f"The features of layer {layer} have the rank {claimed}."

def the_linear_map(net, claimed):
    """The outputs as a linear map of the samples."""
    need(times(net.samples, matrix(claimed, len(net.samples[0]), len(net.targets[0]))) == net.outputs,
         "the outputs are others")
    return f"The outputs are the samples times {shown(claimed)}."

def elsewhere(net, weights):
    """The network at other weights of the same sizes; those that are held stay zero."""
    layers = weights_of(weights, len(net.samples[0]), len(net.targets[0]))
    need([len(one[0]) for one in layers] == [len(one[0]) for one in net.weights], "a network of other sizes")
    need(not any(layers[layer][i][k] for layer, i, k in net.held), "a weight that is held is moved")
    return net.at(layers)

def the_loss_elsewhere(net, weights, claimed):
    """The loss at other weights, and which of the two is lower."""
    found = elsewhere(net, weights).loss()
    equal(found, rational(claimed), "the loss")
    than = "less" if found < net.loss() else "more" if found > net.loss() else "as much"
    return f"The weights {shown_weights(weights)} have the loss {claimed}, {than}."

def the_regular_elsewhere(net, weights):
    """Other weights are a regular point, these are not."""
    need(not net.regular() and elsewhere(net, weights).regular(), "wanted a kink here and a regular point there")
    return f"The point is not regular; the weights {shown_weights(weights)} are."

# ---- linear units: sets of units, one for each of the last layers ----------------------------------------------------
def sets_of(net, entry):
    """The sets, numbers of units in order, by the number of the layer before the outputs' weights into it."""
    some = listed(entry, "sets of units", 1, len(net.weights))
    first = len(net.weights) - len(some)
    found = {layer: numbers(one, 1, len(net.weights[layer][0])) for layer, one in enumerate(some, start=first)}
    need(all(one and one == sorted(one) for one in found.values()), "a set without units, or in another order")
    return {layer: [k - 1 for k in one] for layer, one in found.items()}

def separated(net, sets, definition, strictly):
    """Whether units are linear and feed those of the next set alone; by Definition 2 these read no others."""
    last = len(net.slopes)
    linear = all(net.features[layer + 1][t][k] == z and not (strictly and net.bends(layer, t, k))
                 for layer, units in sets.items() if layer < last
                 for t, row in enumerate(net.values[layer]) for k, z in enumerate(row) if k in units)
    crossing = [w for layer, units in sets.items() if layer < last for i, row in enumerate(net.weights[layer + 1])
                for k, w in enumerate(row)
                if (i in units and k not in sets[layer + 1])
                or (definition == "2" and layer + 1 < last and k in sets[layer + 1] and i not in units)]
    return sets[last] == list(range(len(net.targets[0]))) and linear and not any(crossing)

def the_separation(net, entry, definition, strictly, claimed):
    """Whether a definition is met by sets."""
    need(definition in ("1", "2") and strictly in ("as printed", "strictly"), "wanted Definition 1 or 2, and how")
    need(claimed in ("met", "not met"), "wanted met or not met")
    sets = sets_of(net, entry)
    equal("met" if separated(net, sets, definition, strictly == "strictly") else "not met", claimed, "the definition")
    more = " and after the first set no hidden unit of a set is fed by others" if definition == "2" else ""
    kinks = ", without a kink" if strictly == "strictly" else ""
    return (f"Let the sets of the last {len(entry)} layers, outputs last, have the units {shown(entry)}, at least "
            f"{min(map(len, entry))}. That all outputs are in the last, that the others' units give z on every "
            f"sample{kinks}, and feed units of the next set alone{more} (Definition {definition}), is {claimed}.")

def path_product(net, sets, layer):
    """The weights from a set on to the outputs, from set to set."""
    found = [[Fraction(i == k) for k in sets[layer]] for i in sets[layer]]
    for after in range(layer + 1, len(net.weights)):
        found = times(found, [[net.weights[after][i][k] for k in sets[after]] for i in sets[after - 1]])
    return found

def the_paths(net, entry, layer, claimed):
    """The product of weights from linear units to the outputs, and its rank."""
    sets = sets_of(net, entry)
    index = whole(layer, min(sets) + 1, len(net.slopes), "a layer of sets") - 1
    found = path_product(net, sets, index)
    same(found, claimed, "a weight of the paths")
    return (f"The product P of the weights from the units of layer {layer} in the sets {shown(entry)} to those of the "
            f"next, up to the outputs, is {shown(claimed)}, of rank {len(orthogonal(found))}.")

def the_move(net, entry, layer, along_before, along_after):
    """Weights into linear units moved by b c', where c times the product of the paths is zero."""
    sets = sets_of(net, entry)
    index = whole(layer, min(sets) + 1, len(net.slopes), "a layer of sets") - 1
    b, c = vector(along_before, len(net.weights[index])), vector(along_after, len(sets[index]))
    need(any(b) and any(c), "b or c is zero")
    need(not any(map(any, times([c], path_product(net, sets, index)))), "c P is not zero")
    weights = [[list(row) for row in one] for one in net.weights]
    for (i, x), (k, y) in [(one, other) for one in enumerate(b) for other in zip(sets[index], c, strict=True)]:
        weights[index][i][k] += x * y
    other = net.at(weights)
    need(all(separated(one, sets, "1", False) for one in (net, other)), "Definition 1 is not met")
    equal(other.outputs, net.outputs, "an output")
    return (f"With the sets {shown(entry)} Definition 1 is met, and c P = 0 for c = {shown(along_after)} and the "
            f"product P of layer {layer}. Adding b c', b = {shown(along_before)}, to the weights into the units of the "
            "set there keeps Definition 1 met and all outputs as they are.")

LAYER, SPAN = ("layer",), ("features", "derivatives")
FACTS: dict = {
    "outputs": (the_outputs, ("is",)),
    "loss": (the_loss, ("is",)),
    "products": (the_products, (*LAYER, "is")),
    "regular": (the_regular, ()),
    "at rest": (the_rest, ()),
    "slopes": (the_slopes, (*LAYER, "is")),
    "derivative": (the_derivative_is_d, ()),
    "image": (the_image, (*LAYER, "is")),
    "projection": (the_projection, ("what", "layers", "is")),
    "least loss": (the_distance, (*SPAN, "is")),
    "linearised": (the_linearised, ("is",)),
    "terms": (the_terms, (*SPAN, "blocks", "is", "side")),
    "relations": (the_relations, LAYER),
    "rank": (the_rank_bound, ("is",)),
    "rank of features": (the_rank_of_features, (*LAYER, "is")),
    "linear map": (the_linear_map, ("is",)),
    "other weights": (the_loss_elsewhere, ("weights", "is")),
    "regular elsewhere": (the_regular_elsewhere, ("weights",)),
    "separation": (the_separation, ("sets", "definition", "how", "is")),
    "paths": (the_paths, ("sets", *LAYER, "is")),
    "move": (the_move, ("sets", *LAYER, "b", "c")),
}

def shown(entry):
    """A number, a vector or a matrix."""
    return entry if isinstance(entry, str) else f"({', '.join(map(shown, entry))})"

def shown_weights(weights):
    """The matrices of all layers, from the first."""
    return ", then ".join(map(shown, weights))

def shown_weighted(samples, targets, weights, slopes):
    """The definitions and the numbers."""
    return (
        f"On the samples {shown(samples)} with the targets {shown(targets)}, take the network without biases with the "
        f"weights {shown_weights(weights)}, each a matrix with a row for a unit before and a column for one after it. "
        f"Units of hidden layers give z for z > 0 and a z else, a = {shown(slopes)} by layer and unit; the loss is "
        "half the sum of the squares of outputs less targets. A point is regular if each unit on each sample has z not "
        "0, or a = 1, or z = 0 for all weights nearby. D has a row for each output and sample and a column for each "
        "weight: the derivative of the output by the weight, by the chain rule, with the slope 0 at z = 0 unless a = 1."
    )

def shown_held(net):
    """Which weights are held, and whether others are zero."""
    if not net.held:
        return ""
    zero = [place for place in net.columns() if not net.weights[place[0]][place[1]][place[2]]]
    others = "some of them 0" if len(zero) > len(net.held) else "none of them 0"
    named = ", ".join(f"({layer + 1}, {i + 1}, {k + 1})" for layer, i, k in net.held)
    return f"The weights (layer, from, to) {named} are held at 0, without columns in D; the others are free, {others}."

# ---- files -----------------------------------------------------------------------------------------------------------
NAMES = "certificate", "kind", "claim", "part", "statement", "data"
KIND, SHOWN = "projections", projections

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
