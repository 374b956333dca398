"""Hunts over neurons that are moved onto other lines."""

from flint import arb

from verification.comparisons import at_most, search
from verification.methods import hunt
from verification.methods.hunt import Instance
from verification.papers.pnn2017.hunted.certificates import cosines
from verification.papers.pnn2017.hunted.risks import dot, length, risk
from verification.papers.pnn2017.hunted.strata import LINES, whole


def relu(number, leak=0):
    """max(x, 0), with another slope below zero."""
    return number if number > 0 else leak * number


def triples(rng):
    """Two weights and an input: whole numbers, at random, nearly equal, or of sizes far apart."""
    shape, choice = (3, int(rng.integers(1, 4))), int(rng.integers(4))
    if choice == 0:
        return Instance({"w, v, x": rng.integers(-2, 3, shape).astype(float)})
    found = rng.standard_normal(shape)
    if choice == 1:
        found[1] = found[0] + 1e-3 * found[1]
    return Instance({"w, v, x": found * 10.0 ** rng.integers(-3, 4, (3, 1)) if choice == 2 else found})


@hunt.check("pnn.lemma-4", "bound", wrong={"twice the slope below zero": {"leak": 2}})
def outputs_that_move_further(leak=0):
    """Are the outputs of two neurons at one input further apart than their sums? In fractions."""

    def compare(instance):
        w, v, x = instance.fractions("w, v, x")
        moved = abs(relu(dot(w, x), leak) - relu(dot(v, x), leak))
        return at_most(moved, abs(dot(w, x) - dot(v, x)), "outputs and sums apart")

    return search({"weights and inputs": triples}, compare)


def moved_neurons(sample):
    """Neurons along lines, of sizes near or far apart, and a direction near each, at a right angle, or anywhere."""

    def draw(rng):
        rows = sample(rng)
        if rng.random() < 0.3:
            rows = rows * 10.0 ** rng.integers(-2, 3, (len(rows), 1))
        choice = int(rng.integers(3))
        moved = whole(rng, rows.shape) if choice == 0 else rows + 10.0 ** -rng.uniform(0, 2) * whole(rng, rows.shape)
        return Instance({"neurons": rows, "directions": moved})

    return draw


def errors(bound, largest_norm, largest_angle):
    """The mean squared error of moved neurons by its definition against (k M)^2 times a bound of the largest angle."""

    def compare(instance):
        neurons, directions = instance.fractions("neurons"), instance.fractions("directions")
        if not all(map(any, [*neurons, *directions])):
            return None
        found = risk(
            [(arb(1), w) for w in neurons],
            [(length(w) / length(u), u) for w, u in zip(neurons, directions, strict=True)],
        )
        turned = [cosines([w], [u])[0][0] for w, u in zip(neurons, directions, strict=True)]
        angle = (min(turned, key=lambda c: float(c.mid())) if largest_angle else turned[0]).acos()
        norm = max(map(length, neurons), key=lambda e: float(e.mid())) if largest_norm else length(neurons[0])
        return at_most(found, (len(neurons) * norm) ** 2 * bound(len(neurons[0]), angle), "squared error and bound")

    return search({name: moved_neurons(sample) for name, sample in LINES.items()}, compare)


WRONG = {
    "the norm of the first neuron alone": {"largest_norm": False},
    "the angle of the first neuron alone": {"largest_angle": False},
}


@hunt.check("pnn.theorem-14", "root-mean-square", wrong=WRONG, per_stratum=40, starts=1)
def neurons_on_other_lines(largest_norm=True, largest_angle=True):
    r"""Is the mean square error of neurons moved to other directions, by its definition, above
    $2 d k^2 M^2 (1 - \cos\delta)$, $\delta$ the largest angle and $M$ the largest norm?"""
    return errors(lambda inputs, angle: 2 * inputs * (1 - angle.cos()), largest_norm, largest_angle)


@hunt.check("ours.theorem-14-sharp", "root-mean-square", wrong=WRONG, per_stratum=40, starts=1)
def neurons_on_other_lines_sharply(largest_norm=True, largest_angle=True):
    r"""Is their mean square error above $k^2 M^2 (1 - \frac1\pi (\sin\delta + (\pi - \delta) \cos\delta))$, which
    one neuron reaches, $\delta$ the largest angle and $M$ the largest norm?"""

    def bound(inputs, angle):
        return 1 - (angle.sin() + (arb.pi() - angle) * angle.cos()) / arb.pi()

    return errors(bound, largest_norm, largest_angle)
