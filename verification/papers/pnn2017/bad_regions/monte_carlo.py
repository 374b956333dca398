"""Simulation of networks with one sign a line: slopes and risks from the definition."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)
INPUTS = 5
SEED = 8  # with it every stationary mass exceeds 0.8


def unit(rows):
    """Rows of length one."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def output(x, weights):
    """h(x; W), the sum of relu(w.x) over the rows of W."""
    return np.maximum(x @ weights.T, 0).sum(axis=1)


def directions_and_target(balanced):
    """Three turned lines (3, 5) and target weights (4, 5); balanced: (5, 5), with the sum zero."""
    rng = np.random.default_rng(SEED)
    lines, target = unit(rng.standard_normal((3, INPUTS))), rng.standard_normal((4, INPUTS))
    return lines, np.vstack([target, -target.sum(axis=0)]) if balanced else target


def blocks(forms, lines, target):
    """A, B s, s'C s and the sum of the target's weights."""
    psi, sizes, rows = forms["psi"], np.linalg.norm(target, axis=1), unit(target)
    own = sizes @ psi(np.clip(rows @ rows.T, -1, 1)) @ sizes
    return psi(np.clip(lines @ lines.T, -1, 1)), psi(lines @ rows.T) @ sizes, own, target.sum(axis=0)


def stationary_masses(forms, lines, target):
    """The solution of (7.13) as a linear system."""
    a, moment, _, total = blocks(forms, lines, target)
    masses = np.linalg.solve(a + lines @ lines.T, moment + lines @ total)
    if masses.min() < 0.05:
        raise ValueError(f"the region holds no local minimum: masses {masses}")
    return masses


def slopes(forms, odd=1.0, target_share=1.0, share=0.5):
    """(D z + A q - B s)/2 at masses 0.7, 0.4 and 1.1, which are not stationary."""
    lines, target = directions_and_target(balanced=False)
    a, moment, _, total = blocks(forms, lines, target)
    masses = np.array([0.7, 0.4, 1.1])
    force = odd * lines @ (lines.T @ masses - total) + a @ masses - target_share * moment
    return {f"line {r + 1}": share * force[r] for r in range(len(lines))}


@monte_carlo.check(
    "pnn.equation-7.13",
    "stationary",
    predicts=slopes,
    wrong={
        "without the linear part": {"odd": 0.0},
        "half of the target": {"target_share": 0.5},
        "a quarter for a half": {"share": 0.25},
    },
    shares=(directions_and_target,),
)
def error_times_neuron(rng, samples):
    r"""The mean of $2 (h - h^*) \max(d_r^\top x, 0)$, the slopes of the risk in the sizes of the neurons on the
    three lines."""
    lines, target = directions_and_target(balanced=False)
    net = np.array([0.7, 0.4, 1.1])[:, None] * lines

    def draw(count):
        x = rng.standard_normal((count, INPUTS))
        error = output(x, net) - output(x, target)
        return {f"line {r + 1}": 2 * error * np.maximum(x @ lines[r], 0) for r in range(len(lines))}

    return monte_carlo.means_of(draw, samples)


def risk_by_balance(forms, sign=1.0, curved=1.0, share=0.25):
    """(7.16) and (7.14): z first, then z'(I + D'A^-1 D)z + s'S s, a quarter of it."""
    lines, target = directions_and_target(balanced=False)
    a, moment, own, total = blocks(forms, lines, target)
    through = np.linalg.solve(a, lines)
    stiff = np.eye(INPUTS) + lines.T @ through
    z = np.linalg.solve(stiff, through.T @ moment - sign * total)
    schur = own - moment @ np.linalg.solve(a, moment)
    return {"": share * (z @ (np.eye(INPUTS) + curved * lines.T @ through) @ z + schur)}


@monte_carlo.check(
    "pnn.equation-7.14",
    "value",
    predicts=risk_by_balance,
    wrong={
        "w0 added in (7.16)": {"sign": -1.0},
        "$|z|^2$ alone": {"curved": 0.0},
        "a half for a quarter": {"share": 0.5},
    },
    shares=(directions_and_target, stationary_masses),
)
def bad_minimum(rng, samples, forms):
    """The mean of $(h - h^*)^2$ at the bad local minimum, two neurons on each of three lines in five inputs."""
    lines, target = directions_and_target(balanced=False)
    return risk_at(rng, samples, lines, target, stationary_masses(forms, lines, target))


def risk_at(rng, samples, lines, target, masses):
    """Mean of (h - h*)^2, every mass split over two neurons."""
    net = np.vstack([0.3 * masses[:, None] * lines, 0.7 * masses[:, None] * lines])

    def draw(count):
        x = rng.standard_normal((count, lines.shape[1]))
        return (output(x, net) - output(x, target)) ** 2

    return {"": monte_carlo.mean_of(draw, samples)}


def balanced_risk(forms, linear=1.0, share=0.25):
    """s'(C - B'(A + D D')^-1 B)s / 4 for a target whose weights sum to zero."""
    lines, target = directions_and_target(balanced=True)
    a, moment, own, _ = blocks(forms, lines, target)
    return {"": share * (own - moment @ np.linalg.solve(a + linear * lines @ lines.T, moment))}


@monte_carlo.check(
    "pnn.theorem-12",
    "value",
    predicts=balanced_risk,
    wrong={"the Schur complement of (7.14)": {"linear": 0.0}, "0.26 for a quarter": {"share": 0.26}},
    shares=(directions_and_target, stationary_masses),
)
def balanced_target(rng, samples, forms):
    """The mean of $(h - h^*)^2$ at the bad local minimum for a target whose weights sum to zero."""
    lines, target = directions_and_target(balanced=True)
    return risk_at(rng, samples, lines, target, stationary_masses(forms, lines, target))


def one_line(value=2.0):
    """The risk of the counterexample."""
    return {"": value}


@monte_carlo.check(
    "pnn.theorem-12",
    "without-assumption",
    predicts=one_line,
    wrong={r"the bound $\frac54$": {"value": 1.25}, "1.9": {"value": 1.9}},
)
def one_input(rng, samples):
    """The mean of $(h - h^*)^2$ in one input for the weights 0.3 and 0.7 against 1 and $-2$."""
    return risk_at(rng, samples, np.array([[1.0]]), np.array([[1.0], [-2.0]]), np.array([1.0]))


SIZES = np.array([1.0, 0.5, 2.0, 1.5])


def moments(spread=2.0, mean=1.0):
    """Mean of |w0|^2 and of its squared deviation from |q*|^2, for four sizes in six inputs."""
    squares = SIZES**2
    return {"mean": mean * squares.sum(), "variance": spread / 6 * (squares.sum() ** 2 - squares @ squares)}


@monte_carlo.check(
    "pnn.assumption-1",
    "typical-size",
    predicts=moments,
    wrong={"the variance halved": {"spread": 1.0}, "a mean of $0.9 |q^*|^2$": {"mean": 0.9}},
)
def sums_of_random_weights(rng, samples):
    """$|w_0|^2$ for independent uniform directions in six inputs: its mean and its spread about $|q^*|^2$."""

    def draw(count):
        rows = rng.standard_normal((count, len(SIZES), 6))
        total = np.einsum("nji,j->ni", rows / np.linalg.norm(rows, axis=2, keepdims=True), SIZES)
        squared = np.sum(total**2, axis=1)
        return {"mean": squared, "variance": (squared - SIZES @ SIZES) ** 2}

    return monte_carlo.means_of(draw, samples // 20)
