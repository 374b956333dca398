"""Simulation of risks with mismatched lines from the definition: two networks, Gaussian inputs, squared difference."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)


def difference_squared(rng, samples, networks):
    """Mean of (h - h*)^2 for every named pair of weight arrays, one simulation for all; shapes (neurons, inputs)."""
    inputs = {weights.shape[1] for pair in networks.values() for weights in pair}.pop()

    def draw(count):
        x = rng.standard_normal((count, inputs))
        return {name: (output(x, net) - output(x, target)) ** 2 for name, (net, target) in networks.items()}

    return monte_carlo.means_of(draw, samples)


def output(x, weights):
    """h(x; W), the sum of relu(w.x) over the rows of W."""
    return np.maximum(x @ weights.T, 0).sum(axis=1)


def plane(*degrees):
    """Unit vectors in the plane, shape (lines, 2)."""
    angles = np.deg2rad(degrees)
    return np.column_stack([np.cos(angles), np.sin(angles)])


def both_signs(rows):
    """The rows and their opposites."""
    return np.concatenate([rows, -rows])


def network_in_five_inputs():
    """Six neurons on three lines and four target neurons, one of them on the first of these lines."""
    rng = np.random.default_rng(20170605)
    lines, others = unit(rng.standard_normal((3, 5))), unit(rng.standard_normal((3, 5)))
    net = np.array([1.2, -0.7, 0.4, 0.9, -1.1, -0.3])[:, None] * lines[[0, 0, 1, 1, 2, 2]]
    target = np.concatenate([np.array([1.0, -0.8, 0.6])[:, None] * others, -0.5 * lines[:1]])
    return net, target


def unit(rows):
    """Rows of length one."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def formula(forms, net, target, share=0.25, flip=-1.0, scale=1.0, linear=lambda cosine: cosine):
    """Theorem 8: share |z|^2 + share [q; -q*]' psi[VV'] [q; -q*], a row of V for each neuron."""
    weights = np.concatenate([net, target])
    sizes, sides = np.linalg.norm(weights, axis=1), np.repeat([1.0, -1.0], [len(net), len(target)])
    cosines = np.clip(unit(weights) @ unit(weights).T, -1, 1)
    odd, even = sides * sizes, np.where(sides > 0, 1.0, flip) * sizes
    return share * (odd @ linear(cosines) @ odd) + share * scale * (even @ forms["psi"](cosines) @ even)


def five_inputs(forms, **wrong):
    """The formula's value for the network in five inputs, and with the two nets exchanged in size."""
    net, target = network_in_five_inputs()
    return {
        "net": formula(forms, net, target, **wrong),
        "target doubled": formula(forms, net, 2 * target, **wrong),
    }


@monte_carlo.check(
    "pnn.theorem-8",
    "value",
    predicts=five_inputs,
    wrong={
        "a half for a quarter": {"share": 0.5},
        "masses added, not subtracted": {"flip": 1.0},
        r"$\frac12$ for $\frac2\pi$": {"scale": np.pi / 4},
        "acute angles in the linear part": {"linear": np.abs},
    },
    shares=(network_in_five_inputs,),
)
def five_input_network(rng, samples):
    """The mean of $(h - h^*)^2$ in five inputs: mixed and one-signed lines, one line shared with the target; and for
    the target doubled."""
    net, target = network_in_five_inputs()
    return difference_squared(rng, samples, {"net": (net, target), "target doubled": (net, 2 * target)})


TILTED = unit(np.eye(4) + 0.4 * np.roll(np.eye(4), 1, axis=1))
TILTED_WEIGHTS = np.array([1.2, -0.9, 0.8, -0.6])


def tilted_target():
    """Target in four inputs: a neuron with its weight and one with 0.7 of it reversed on each of four tilted lines."""
    return np.concatenate([TILTED_WEIGHTS[:, None] * TILTED, -0.7 * TILTED_WEIGHTS[:, None] * TILTED])


def even_masses(psi, lines, target):
    """psi11^-1 psi12 q*, shape (lines,)."""
    sizes = np.linalg.norm(target, axis=1)
    return np.linalg.solve(psi(np.clip(lines @ lines.T, -1, 1)), psi(lines @ unit(target).T) @ sizes)


def schur(forms, lines, target, share=0.25, across=1.0):
    """share q*' S q*, S = psi22 - across psi21 psi11^-1 psi12."""
    psi, sizes, rows = forms["psi"], np.linalg.norm(target, axis=1), unit(target)
    whole = sizes @ psi(np.clip(rows @ rows.T, -1, 1)) @ sizes
    return share * (whole - across * sizes @ psi(rows @ lines.T) @ even_masses(psi, lines, target))


def attained_bound(forms, **wrong):
    """The bound of Corollary 4 for the tilted target on the axes."""
    return {"net": schur(forms, np.eye(4), tilted_target(), **wrong)}


@monte_carlo.check(
    "pnn.corollary-4",
    "equality",
    predicts=attained_bound,
    wrong={
        "a half for a quarter": {"share": 0.5},
        "psi21 psi12 twice": {"across": 2.0},
        r"$S = \psi_{22}$": {"across": 0.0},
    },
    shares=(tilted_target, even_masses),
)
def degree_one_network_at_the_bound(rng, samples, forms):
    r"""The mean of $(h - h^*)^2$ for the network on the axes with the masses $\psi_{11}^{-1} \psi_{12} q^*$ and the
    target's sum of weights."""
    target = tilted_target()
    q, p = even_masses(forms["psi"], np.eye(4), target), target.sum(axis=0)
    if (np.abs(p) > q).any():
        raise ValueError("the bound is not attained: a signed sum exceeds its mass")
    net = np.concatenate([np.diag((q + p) / 2), np.diag((p - q) / 2)])
    return difference_squared(rng, samples, {"net": (net, target)})


SPACE = np.array([[1, 0, 0], [0, 1, 0], [0.6, 0.8, 0], [0, 0, 1]])
SPACE_TARGET = both_signs(np.array([[1, 0, 0], [0, 1, 0], [5 / 13, 12 / 13, 0], [0, 0, 1]]))


def dependent_lines_risk(forms, printed=False, stiffness=lambda k: k / (1 + k)):
    """The risk of the local minimum with dependent mixed lines: q*' S q* / 4 + k v^2 / (4 (1 + k))."""
    psi = forms["psi"]
    k = 1 / np.linalg.inv(psi(SPACE @ SPACE.T))[-1, -1]
    v = even_masses(psi, SPACE, SPACE_TARGET)[-1]
    bound = schur(forms, SPACE, SPACE_TARGET)
    return {"net": bound if printed else bound + stiffness(k) * v**2 / 4}


def dependent_network(psi):
    """The network of the counterexample with dependent mixed lines: masses at which the slopes vanish."""
    sizes, curved = np.linalg.norm(SPACE_TARGET, axis=1), psi(SPACE @ SPACE.T) + np.diag([0, 0, 0, 1.0])
    q = np.linalg.solve(curved, psi(np.clip(SPACE @ SPACE_TARGET.T, -1, 1)) @ sizes)
    return np.concatenate([both_signs(q[:3, None] / 2 * SPACE[:3]), np.repeat(q[3:, None] / 2 * SPACE[3:], 2, axis=0)])


@monte_carlo.check(
    "pnn.theorem-9",
    "dependent-lines",
    predicts=dependent_lines_risk,
    wrong={"the value printed": {"printed": True}, r"$k$ for $\frac k{1 + k}$": {"stiffness": lambda k: k}},
    shares=(dependent_network,),
)
def dependent_lines(rng, samples, forms):
    """The mean of $(h - h^*)^2$ for both signs on three lines of a plane and two positive neurons on the fourth
    line, with the masses where slopes vanish."""
    return difference_squared(rng, samples, {"net": (dependent_network(forms["psi"]), SPACE_TARGET)})


def relu_gram(psi, rows, others):
    """(u.v + psi(u.v)) / 4 for unit rows."""
    cosines = np.clip(rows @ others.T, -1, 1)
    return (cosines + psi(cosines)) / 4


def zero_weights_network(psi):
    """Net and target of the counterexample with zero weights."""
    target = np.concatenate([0.5 * plane(0, 0, 60, 60), both_signs(plane(28))])
    features, sizes = plane(0, 60, 210), np.linalg.norm(target, axis=1)
    moment = relu_gram(psi, features, unit(target)) @ sizes
    return np.linalg.solve(relu_gram(psi, features, features), moment)[:, None] * features, target


def zero_weights_risk(forms, printed=False, share=0.25):
    """The formula's value at that network, or the printed one."""
    net, target = zero_weights_network(forms["psi"])
    return {"net": schur(forms, plane(0, 60, 30), target) if printed else formula(forms, net, target, share=share)}


@monte_carlo.check(
    "pnn.theorem-9",
    "zero-weights",
    predicts=zero_weights_risk,
    wrong={"the value printed": {"printed": True}, "a half for a quarter": {"share": 0.5}},
    shares=(zero_weights_network,),
)
def zero_weights(rng, samples, forms):
    """The mean of $(h - h^*)^2$ for positive weights at 0 and 60 degrees, each beside a zero one, and a negative
    mass on the line at 30 degrees."""
    return difference_squared(rng, samples, {"net": zero_weights_network(forms["psi"])})


def zero_line_risk(forms, printed=False, slack=7 / 6):
    """1 - 2 (1/pi + 1/sqrt 3)^2 / (7/6 + sqrt 3 / pi)."""
    if printed:
        return {"net": schur(forms, plane(0, 60, 120), both_signs(plane(30)))}
    return {"net": 1 - 2 * (1 / np.pi + 1 / np.sqrt(3)) ** 2 / (slack + np.sqrt(3) / np.pi)}


@monte_carlo.check(
    "pnn.theorem-9",
    "zero-line",
    predicts=zero_line_risk,
    wrong={"the value printed": {"printed": True}, r"$\frac65$ for $\frac76$": {"slack": 6 / 5}},
)
def zero_line(rng, samples):
    """The mean of $(h - h^*)^2$ for equal masses of both signs at 0 and 60 degrees, nothing at 120 degrees, and
    target weights 1 and $-1$ at 30 degrees."""
    mass = (1 / np.pi + 1 / np.sqrt(3)) / (7 / 6 + np.sqrt(3) / np.pi)
    return difference_squared(rng, samples, {"net": (mass * both_signs(plane(0, 60)), both_signs(plane(30)))})


def one_neuron_risk(forms, printed=False, across=1.0):
    """1/2 - J^2 / (pi (pi + 1)), J = sin(pi/4) + (3 pi/4) cos(pi/4)."""
    if printed:
        return {"net": schur(forms, np.eye(2), plane(45))}
    j = (1 + 3 * np.pi / 4) / np.sqrt(2)
    return {"net": 0.5 - j**2 / (np.pi * (np.pi + across))}


@monte_carlo.check(
    "pnn.theorem-9",
    "one-target-neuron",
    predicts=one_neuron_risk,
    wrong={"the value printed": {"printed": True}, "orthogonal neurons uncorrelated": {"across": 0.0}},
)
def one_target_neuron(rng, samples):
    """The mean of $(h - h^*)^2$ for the best network on two axes against one neuron at 45 degrees."""
    size = (1 + 3 * np.pi / 4) / np.sqrt(2) / (np.pi + 1)
    return difference_squared(rng, samples, {"net": (size * np.eye(2), plane(45))})
