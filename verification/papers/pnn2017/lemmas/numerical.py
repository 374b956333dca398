"""The lemmas in float64 against independent routes."""

import numpy as np

from pnn.kernels import relu_gram
from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.streams import streams

NODES, WEIGHTS = np.polynomial.legendre.leggauss(40)
FIXED = tuple(range(10))  # streams of the first Gram matrices, the same for every seed: they refute the variants


@numerical.check(
    "pnn.lemma-6",
    "matrix",
    wrong={
        "a cosine for the sine": {"weight": np.cos},
        "the angle for its supplement": {"opening": lambda angle: angle},
    },
)
def quadrature_over_the_wedge(rng, instances, opening=lambda angle: np.pi - angle, weight=np.sin):
    """The matrix by the formula against quadrature over the wedge of two random vectors in two to six dimensions."""
    for index in range(instances):
        frame, angle = random_plane(rng)
        u, v = frame[:, 0], frame[:, :2] @ [np.cos(angle), np.sin(angle)]
        mixed = np.outer(u, v) + np.outer(v, u) - np.cos(angle) * (np.outer(u, u) + np.outer(v, v))
        formula = (opening(angle) * np.eye(len(u)) + weight(angle) / np.sin(angle) ** 2 * mixed) / (2 * np.pi)
        yield Same(f"instance {index}", formula, frame @ wedge_quadrature(angle, len(u)) @ frame.T, 1e-11)


def random_plane(rng):
    """A random orthonormal frame, shape (inputs, inputs), and an angle in (0.1, 3)."""
    inputs = int(rng.integers(2, 7))
    return np.linalg.qr(rng.standard_normal((inputs, inputs)))[0], rng.uniform(0.1, 3.0)


def wedge_quadrature(angle, inputs):
    """The matrix in a frame whose first plane holds the wedge, by Gauss and Legendre's rule in the polar angle."""
    half = (np.pi - angle) / 2
    phi = angle / 2 + half * NODES
    directions = np.array([np.cos(phi), np.sin(phi)])
    matrix = np.eye(inputs) * (half * WEIGHTS).sum() / (2 * np.pi)
    matrix[:2, :2] = (directions * half * WEIGHTS) @ directions.T / np.pi
    return matrix


@numerical.check(
    "pnn.lemma-6",
    "bilinear",
    wrong={
        "the angle for its supplement": {"opening": lambda angle: angle},
        "lengths left out": {"lengths": lambda sizes: 1.0},
    },
)
def library_kernel(rng, instances, opening=lambda angle: np.pi - angle, lengths=lambda sizes: sizes):
    """The bilinear form against the library's kernel of two units."""
    for index in range(instances):
        first, second = rng.standard_normal((2, 5))
        sizes = np.linalg.norm(first) * np.linalg.norm(second)
        angle = np.arccos(first @ second / sizes)
        value = lengths(sizes) * (np.sin(angle) + opening(angle) * np.cos(angle)) / (2 * np.pi)
        yield Same(f"instance {index}", value, relu_gram(first[None], second[None])[0, 0], 1e-9)


def norm(matrix):
    """The operator norm."""
    return np.linalg.norm(matrix, 2)


def schur(a, b, c):
    """C - B' A^-1 B."""
    return c - b.T @ np.linalg.solve(a, b)


def random_symmetric(rng, size):
    """A random symmetric matrix with entries of order one."""
    matrix = rng.standard_normal((size, size))
    return (matrix + matrix.T) / 2


@numerical.check(
    "pnn.lemma-8",
    "bound",
    wrong={"half the last term": {"last": 0.5}, "the largest eigenvalue for the least": {"end": -1}},
)
def random_blocks(rng, instances, last=1.0, end=0):
    """The bound for random blocks of one to five rows with $A$ definite, the whole matrix indefinite; in every other
    instance near the case of equality, $B = A + 3 I$ and $C = B - 3 I$."""
    for index in range(instances):
        size = int(rng.integers(1, 6))
        root = rng.standard_normal((size, size))
        a = root @ root.T + 0.1 * np.eye(size)
        shift = 3 * np.eye(size) if index % 2 else rng.standard_normal((size, size))
        b = a + shift
        c = b - shift if index % 2 else random_symmetric(rng, size)
        values = np.linalg.eigvalsh(a)
        bound = norm(a - b) + norm(c - b) + last * norm(a - b) ** 2 / values[end]
        yield AtMost(f"instance {index}", norm(schur(a, b, c)), bound, 1e-9)


def random_gram(rng, singular=False):
    """Blocks A, B, C of the Gram matrix of 2 n random vectors, n from one to four; A singular on request."""
    size = int(rng.integers(1, 5))
    vectors = rng.standard_normal((2 * size, 2 * size + 1))
    if singular:
        vectors[0] = 0 if size == 1 else vectors[1]
    gram = vectors @ vectors.T
    return gram[:size, :size], gram[:size, size:], gram[size:, size:]


@numerical.check(
    "ours.lemma-8-sharp",
    "norm",
    wrong={"a tenth of the gap": {"share": 0.1}, "$C + B$ for $C - B$": {"sign": -1}},
)
def random_gram_matrices(rng, instances, share=1.0, sign=1):
    r"""$\|S\| \le \|G\| \le \|A - B\| + \|C - B\|$ for the matrices of inner products of random vectors."""
    for index, stream in enumerate(streams(rng, instances, FIXED)):
        a, b, c = random_gram(stream)
        gap = share * (a - sign * b - sign * b.T + c)
        yield AtMost(f"S, instance {index}", norm(schur(a, b, c)), norm(gap), 1e-8)
        yield AtMost(f"G, instance {index}", norm(gap), norm(a - b) + norm(c - b), 1e-9)


@numerical.check(
    "ours.lemma-8-sharp",
    "every-map",
    wrong={"half of the form": {"share": 0.5}, "nine tenths of the form": {"share": 0.9}},
)
def singular_blocks(rng, instances, share=1.0):
    """The form of $M$ at $-T$ above $I$, less $S$, is semidefinite for random $T$ and singular $A$, and for the
    minimising $T = A^+ B$, at which it is 0."""
    for index in range(instances):
        a, b, c = random_gram(rng, singular=True)
        best = np.linalg.pinv(a, rcond=1e-10) @ b
        complement = c - b.T @ best
        for name, t in (("random", rng.standard_normal(b.shape)), ("minimising", best)):
            form = share * (t.T @ a @ t - t.T @ b - b.T @ t + c)
            yield AtMost(f"{name} map, instance {index}", -np.linalg.eigvalsh(form - complement), 0.0, 1e-8)


@numerical.check("pnn.lemma-10", "inverse", wrong={"without the size": {"rank": 1}, "plus for minus": {"sign": 1}})
def inverse_by_elimination(rng, instances, rank=None, sign=-1):
    """The formula against elimination, for random $a$ and $b$ from 0.5 to 2 and sizes from two to nine."""
    for index in range(instances):
        size = int(rng.integers(2, 10))
        a, b = rng.uniform(0.5, 2, size=2)
        formula = np.eye(size) / a + sign * b / (a * (a + (rank or size) * b))
        yield Same(f"instance {index}", formula, np.linalg.inv(a * np.eye(size) + b), 1e-11)
