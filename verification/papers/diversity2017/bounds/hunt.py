"""Units and samples hunted for a smaller least eigenvalue than the bounds allow."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from flint import arb, arb_mat, fmpq, fmpq_mat

from verification.comparisons import quotient
from verification.eigenvalues import least_eigenvalue
from verification.methods import hunt
from verification.methods.hunt import Hunt, Instance
from verification.papers.diversity2017.nets import dot, eigenvalues_below, net, rational


def random_instance(rng, units=4, inputs=2, samples=3) -> Instance:
    """Random units and samples."""
    return Instance(
        {"weights": rng.standard_normal((units, inputs)), "samples": rng.standard_normal((samples, inputs))}
    )


def few_active(rng) -> Instance:
    """Units that all lie on one side: some samples see none of them."""
    one = random_instance(rng)
    return Instance({**one.numbers, "weights": one.numbers["samples"][0] + 0.3 * one.numbers["weights"]})


def near_axes(rng) -> Instance:
    """Samples near the axes of three inputs."""
    return Instance({"weights": rng.standard_normal((4, 3)), "samples": np.eye(3) + 0.2 * rng.standard_normal((3, 3))})


def antipodal(rng) -> Instance:
    """Units in opposite pairs."""
    half = rng.standard_normal((2, 2))
    return Instance({"weights": np.concatenate([half, -half]), "samples": rng.standard_normal((2, 2))})


STRATA: dict[str, Callable[[np.random.Generator], Instance]] = {
    "random": random_instance,
    "two samples": lambda rng: random_instance(rng, samples=2),
    "units on one side": few_active,
    "samples near axes": near_axes,
    "opposite units": antipodal,
}


def parts_of(one: Instance) -> tuple[np.ndarray, np.ndarray]:
    """S S' and X X' in floating point."""
    weights, data = one.numbers["weights"], one.numbers["samples"]
    active = (data @ weights.T >= 0).astype(float)
    return active @ active.T, data @ data.T


def has_directions(one: Instance) -> bool:
    """Whether no unit and no sample is zero."""
    return all(bool(array.any(axis=1).all()) for array in one.numbers.values())


def show(one: Instance) -> str:
    """Units and samples."""
    return ", ".join(f"{name} {array.tolist()}" for name, array in one.numbers.items())


def products(count: Callable, of_samples: int) -> Hunt:
    """lambda_min(D'D) below an eigenvalue of X X' times some number of active units."""

    def margin(one: Instance) -> float:
        if not has_directions(one):
            return math.inf
        active, gram = parts_of(one)
        scale = max(float(np.trace(gram)), 1e-300) * len(one.numbers["weights"])
        bound = np.linalg.eigvalsh(gram)[of_samples] * count(np.diag(active))
        return float(np.linalg.eigvalsh(active * gram)[0] - bound) / scale

    def certify(one: Instance) -> str:
        units, samples = one.fractions("weights"), rational(one.fractions("samples"))
        whole = net(units, [1] * len(units), samples)
        active = [sum(row) for row in zip(*whole.active, strict=True)]
        lengths = fmpq_mat([[dot(x, y) for y in samples] for x in samples])
        number = fmpq(*(int(part) for part in as_ratio(count(active), len(active))))
        if number <= 0:
            return ""
        level = between(margin_levels(one, number))
        small = eigenvalues_below(whole.matrix.transpose() * whole.matrix, level)
        place = of_samples % len(samples)
        large = eigenvalues_below(lengths, level / number)
        found = small is not None and small >= 1 and large is not None and large <= place
        return (
            f"an eigenvalue of D'D lies below {float(level.p) / float(level.q):.6g}, the bound above" if found else ""
        )

    def margin_levels(one: Instance, number: fmpq) -> tuple[float, float]:
        active, gram = parts_of(one)
        scale = float(number.p) / float(number.q)
        return float(np.linalg.eigvalsh(active * gram)[0]), float(np.linalg.eigvalsh(gram)[of_samples]) * scale

    return Hunt(STRATA, margin, certify, show)


def as_ratio(value, size: int) -> tuple[int, int]:
    """A number of units, or a mean over `size` samples, as a fraction."""
    return round(value * size), size


def between(levels: tuple[float, float]) -> fmpq:
    """A fraction near the middle of two numbers."""
    return fmpq(int(sum(levels) / 2 * 2**40), 2**40)


def mean(counts) -> float:
    """The mean number of active units."""
    return sum(counts) / len(counts)


@hunt.check(
    "ours.schur-bound",
    "bound",
    wrong={
        "the largest number of active units": {"count": max},
        "their mean": {"count": mean},
        r"the second eigenvalue of $X X^\top$": {"of_samples": 1},
    },
    per_stratum=40,
)
def singular_values_below_the_product(count=min, of_samples=0):
    r"""Four units, two or three samples: is $\lambda_m(D^\top D)$ below $\lambda_m(X X^\top)$ times the least number of
    units active on a sample?
    """
    return products(count, of_samples)


def perturbed(norm: bool) -> Hunt:
    """lambda_m(G_n) below lambda_m(G) less the norm of the difference, or less its least eigenvalue's size."""

    def differences(one: Instance) -> tuple[np.ndarray, np.ndarray]:
        active, gram = parts_of(one)
        lengths = np.sqrt(np.diag(gram))
        cosines = np.clip(gram / np.outer(lengths, lengths), -1, 1)
        np.fill_diagonal(cosines, 1)
        empirical = active * cosines / len(one.numbers["weights"])
        return empirical, cosines * (np.pi - np.arccos(cosines)) / (2 * np.pi)

    def margin(one: Instance) -> float:
        if not has_directions(one):
            return math.inf
        empirical, expected = differences(one)
        values = np.linalg.eigvalsh(empirical - expected)
        off = np.abs(values).max() if norm else np.abs(values).min()
        return float(np.linalg.eigvalsh(empirical)[0] - np.linalg.eigvalsh(expected)[0] + off)

    def certify(one: Instance) -> str:
        empirical, expected = enclosed(one)
        if empirical is None:
            return ""
        vector = np.linalg.eigh(differences(one)[0])[1][:, 0]
        floor = float(np.linalg.eigvalsh(differences(one)[1])[0]) - 1e-9
        sizes = np.abs(np.linalg.eigvalsh(differences(one)[0] - differences(one)[1]))
        off = float(sizes.max() if norm else sizes.min()) + 1e-9
        within = (no_larger if norm else small_eigenvalue)(empirical - expected, off)
        if within and least_eigenvalue(expected) > floor and quotient(empirical, vector) < arb(floor) - arb(off):
            return f"lambda_m(G_n) < {floor - off:.6g} < lambda_m(G) - {off:.6g}"
        return ""

    return Hunt(STRATA, margin, certify, show)


def enclosed(one: Instance) -> tuple[arb_mat | None, arb_mat]:
    """G_n and G in balls; None where a cosine is 1 or -1 off the diagonal."""
    units, samples = one.fractions("weights"), rational(one.fractions("samples"))
    active = list(zip(*net(units, [1] * len(units), samples).active, strict=True))
    size, empirical, expected = len(samples), [], []
    for i, x in enumerate(samples):
        for j, y in enumerate(samples):
            cosine = arb(1) if i == j else arb(dot(x, y)) / (arb(dot(x, x)) * arb(dot(y, y))).sqrt()
            if i != j and not abs(cosine) < 1:
                return None, arb_mat(1, 1)
            both = sum(a and b for a, b in zip(active[i], active[j], strict=True))
            empirical.append(cosine * fmpq(both, len(units)))
            expected.append(cosine * (1 - cosine.acos() / arb.pi()) / 2)
    return arb_mat(size, size, empirical), arb_mat(size, size, expected)


def no_larger(matrix: arb_mat, size: float) -> bool:
    """Whether the norm of a symmetric matrix is below that: the square less the matrix's is positive definite."""
    room = -(matrix * matrix)
    for i in range(matrix.nrows()):
        room[i, i] += arb(size) ** 2
    return bool(least_eigenvalue(room) > 0)


def small_eigenvalue(matrix: arb_mat, size: float) -> bool:
    """Whether some eigenvalue is at most that large in size: the square less its square has a negative quotient."""
    values, vectors = np.linalg.eigh(
        [[float(matrix[i, j]) for j in range(matrix.ncols())] for i in range(matrix.nrows())]
    )
    vector = vectors[:, int(np.argmin(np.abs(values)))]
    return bool(quotient(matrix * matrix, vector) < arb(size) ** 2)


@hunt.check(
    "diverse.equation-18",
    "weyl",
    wrong={"the least eigenvalue of the difference, in size, for its norm": {"norm": False}},
    per_stratum=40,
)
def eigenvalues_far_from_their_mean(norm=True):
    r"""Four units, two or three samples: is $\lambda_m(G_n)$ below $\lambda_m(G) - \|G_n - G\|$?"""
    return perturbed(norm)
