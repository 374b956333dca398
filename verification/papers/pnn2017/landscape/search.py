"""Small networks on given lines, and the least risk on every closed orthant of their coefficients."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from scipy.optimize import nnls

SMALL = 1e-9  # slopes below this are zero
ROUNDING = 1e-11  # masses below this, in units of the largest, are zero


@dataclass(frozen=True)
class Net:
    """Neurons c_i u_{home(i)} on unit `lines` (lines, inputs), against `target` weights (target neurons, inputs)."""

    psi: Callable
    lines: np.ndarray
    home: np.ndarray
    target: np.ndarray

    @cached_property
    def gram(self) -> np.ndarray:
        """K = U U', (lines, lines)."""
        return cosines(self.lines, self.lines)

    @cached_property
    def kernel(self) -> np.ndarray:
        """psi[K], (lines, lines)."""
        return self.psi(self.gram)

    @cached_property
    def pull(self) -> tuple[np.ndarray, np.ndarray, float]:
        """U z* and psi[U U*'] q*, (lines,) each, for z* the sum and q* the norms of the target weights; 4 E h*^2."""
        norms = np.linalg.norm(self.target, axis=1)
        units = self.target / norms[:, None]
        total = self.target.sum(axis=0)
        square = total @ total + norms @ self.psi(cosines(units, units)) @ norms
        return self.lines @ total, self.psi(cosines(self.lines, units)) @ norms, float(square)

    def sums(self, c: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Signed and absolute sums of coefficients (..., neurons) over each line: (..., lines)."""
        member = np.eye(len(self.lines))[self.home]
        return c @ member, np.abs(c) @ member

    def forces(self, c: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """g = U z/2 and b = (psi[K] q - psi[U U*'] q*)/2 at coefficients (..., neurons), for each neuron."""
        p, q = self.sums(c)
        odd, even, _ = self.pull
        return ((p @ self.gram - odd) / 2)[..., self.home], ((q @ self.kernel - even) / 2)[..., self.home]

    def risk(self, c: np.ndarray) -> np.ndarray:
        """E (h - h*)^2 at coefficients (..., neurons)."""
        p, q = self.sums(c)
        odd, even, square = self.pull
        squares = np.sum(p * (p @ self.gram - 2 * odd) + q * (q @ self.kernel - 2 * even), axis=-1)
        return (squares + square) / 4

    @cached_property
    def features(self) -> tuple[np.ndarray, np.ndarray]:
        """F and y such that the risk of masses m on (lines, -lines) is |F m - y|^2 and a constant."""
        gram, kernel = self.gram, self.kernel
        square = np.block([[kernel + gram, kernel - gram], [kernel - gram, kernel + gram]]) / 4
        odd, even, _ = self.pull
        values, vectors = np.linalg.eigh(square)
        kept = values > 1e-13 * values[-1]
        root, vectors = np.sqrt(values[kept]), vectors[:, kept]
        return root[:, None] * vectors.T, (vectors.T @ np.concatenate([even + odd, even - odd])) / 4 / root

    def orthant_minimum(self, signs: np.ndarray) -> np.ndarray:
        """A minimiser of the risk on the closed orthant of these signs (neurons,), away from zeros where it can be:
        lines of dependent directions balance their signs, neurons of one line and sign share its mass equally."""
        factor, image = self.features
        column = self.home + len(self.lines) * (signs < 0)
        sizes, _ = nnls(factor[:, column], image)
        masses = np.bincount(column, sizes, 2 * len(self.lines))
        masses = self.balanced(masses, np.bincount(column, minlength=masses.size) > 0)
        masses[masses < ROUNDING * masses.max()] = 0.0
        return signs * (masses / np.maximum(np.bincount(column, minlength=masses.size), 1))[column]

    def balanced(self, masses: np.ndarray, allowed: np.ndarray) -> np.ndarray:
        """Masses of the same function, (2 lines,): the least p'p/q on the lines that allow both signs, if |p| <= q."""
        positive, negative = masses.reshape(2, -1)
        p, q = positive - negative, positive + negative
        free = allowed.reshape(2, -1).all(axis=0) & (q > 0)
        root = np.sqrt(q[free])
        p[free] = root * (np.linalg.pinv(self.lines[free].T * root) @ (self.lines[free].T @ p[free]))
        return np.concatenate([q + p, q - p]) / 2 if (np.abs(p) <= q).all() else masses

    @cached_property
    def orthant_minima(self) -> list[np.ndarray]:
        """A minimiser on each of the 2^neurons closed orthants."""
        return [self.orthant_minimum(np.array(signs)) for signs in product((1.0, -1.0), repeat=len(self.home))]

    def weights(self, c: np.ndarray) -> np.ndarray:
        """The weights (neurons, inputs)."""
        return c[:, None] * self.lines[self.home]


def cosines(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Inner products of unit rows, kept within [-1, 1]."""
    return np.clip(left @ right.T, -1, 1)


def violation(c: np.ndarray, g: np.ndarray, b: np.ndarray, at_zero=lambda g, b: np.abs(g) - b) -> np.ndarray:
    """The first-order test at coefficients (..., neurons): by how much it is missed, zero or less where it holds."""
    missed = np.where(c > 0, np.abs(g + b), np.where(c < 0, np.abs(g - b), at_zero(g, b)))
    return missed.max(axis=-1)


def local_minima(net: Net) -> list[np.ndarray]:
    """The local minima among the minimisers of all orthants: coefficients (neurons,)."""
    return [c for c in net.orthant_minima if violation(c, *net.forces(c)) <= SMALL]


def one_signed(net: Net, c: np.ndarray) -> np.ndarray:
    """Which lines (lines,) have only positive or only negative coefficients, none at zero."""
    return np.array([(c[net.home == r] > 0).all() or (c[net.home == r] < 0).all() for r in range(len(net.lines))])


def unit_rows(rows: np.ndarray) -> np.ndarray:
    """The rows at length one."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def random_lines(rng: np.random.Generator, count: int, inputs: int) -> np.ndarray:
    """Unit rows (count, inputs) in random directions, no two lines within a cosine of 0.99 of each other."""
    while True:
        lines = unit_rows(rng.standard_normal((count, inputs)))
        if np.max(np.abs(lines @ lines.T) - np.eye(count)) < 0.99:
            return lines


def random_net(rng: np.random.Generator, psi: Callable, neurons, matched: bool = True, inputs: int = 2) -> Net:
    """A network with `neurons` on each line, (lines,), and a target on the same lines or off them."""
    home = np.repeat(np.arange(len(neurons)), neurons)
    lines = random_lines(rng, len(neurons), inputs)
    own = lines if matched else random_lines(rng, len(neurons), inputs)
    coefficients = rng.standard_normal(2 * len(lines))
    return Net(psi, lines, home, coefficients[:, None] * np.concatenate([own, own]))
