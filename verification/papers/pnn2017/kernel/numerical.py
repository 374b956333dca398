"""The library's kernel against the proved forms, and both against quadrature and long arithmetic."""

import numpy as np

from pnn import kernels, spectrum
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same
from verification.papers.pnn2017.kernel.quadrature import (
    conditional_means,
    long_gap_over,
    long_tail,
    project_on_harmonic,
)

FORMS = ("pnn2017/kernel",)
CLOSE = 1e-14


@numerical.check(
    "pnn.psi.closed-form",
    "value",
    wrong={r"0.63 for $\frac2\pi$": {"factor": 0.63 * np.pi / 2}, r"$\sin\rho$ for $\rho$": {"at": np.sin}},
)
def library_and_quadrature(forms, rng, instances, factor=1.0, at=lambda rho: rho):
    r"""The proved form of $\psi$ against the library's, against the mean over one variable given the other, and
    against the library's matrix of means $E |a^\top x| |b^\top x|$ for random rows."""
    rho = rng.uniform(-0.995, 0.995, instances)
    formula = factor * forms["psi"](at(rho))
    yield Same("library", kernels.psi(rho), formula, CLOSE)
    yield Same("quadrature", conditional_means(rho)[0], formula)
    left, right, scale, cosine = random_rows(rng)
    yield Same("Gram matrix", kernels.abs_gram(left, right), scale * factor * forms["psi"](at(cosine)))


def random_rows(rng):
    """Two sets of weight rows, the products of their norms and their cosines."""
    left, right = rng.standard_normal((12, 4)), 3 * rng.standard_normal((9, 4))
    scale = np.outer(np.linalg.norm(left, axis=1), np.linalg.norm(right, axis=1))
    return left, right, scale, left @ right.T / scale


SLOPE = {r"0.63 for $\frac2\pi$": {"factor": 0.63 * np.pi / 2}, r"$\rho$ for $\arcsin\rho$": {"at": np.sin}}


@numerical.check("pnn.psi.derivatives", "first", wrong=SLOPE)
def library_slope(forms, rng, instances, factor=1.0, at=lambda rho: rho):
    """The proved slope and the library's."""
    rho = rng.uniform(-0.995, 0.995, instances)
    yield Same("library", kernels.psi_derivative(rho), factor * forms["psi_derivative"](at(rho)), CLOSE)


@numerical.check("pnn.psi.derivatives", "signs", wrong=SLOPE)
def signs_by_quadrature(forms, rng, instances, factor=1.0, at=lambda rho: rho):
    """The proved slope and the mean of signs over one variable given the other."""
    rho = rng.uniform(-0.995, 0.995, instances)
    yield Same("quadrature", conditional_means(rho)[1], factor * forms["psi_derivative"](at(rho)))


@numerical.check(
    "pnn.psi.arc-cosine",
    "relu",
    wrong={r"$\frac1\pi$ for $\frac1{2 \pi}$": {"share": 1 / np.pi}, "the angle to $-v$": {"sign": -1}},
)
def library_relu_and_quadrature(forms, rng, instances, share=0.5 / np.pi, sign=1):
    r"""The proved $J_1$ against the library's matrix of mean products of ReLUs and against the mean over one
    variable, by $\max(k, 0) = \frac12 (k + |k|)$."""
    rho = rng.uniform(-0.995, 0.995, instances)
    formula = share * forms["arc_cosine"](np.arccos(sign * rho))
    yield Same("quadrature", rho / 4 + conditional_means(rho)[0] / 4, formula)
    left, right, scale, cosine = random_rows(rng)
    yield Same(
        "Gram matrix", kernels.relu_gram(left, right), scale * share * forms["arc_cosine"](np.arccos(sign * cosine))
    )


@numerical.check(
    "pnn.psi.arc-cosine",
    "relations",
    wrong={"difference for sum": {"sign": -1}, "a twist of the angle": {"twist": 1e-6}},
)
def gram_matrices_of_mirrored_rows(forms, rng, sign=1, twist=0.0):
    r"""The library's means of $|a^\top x| |b^\top x|$ from those of ReLUs, by $|a| = \max(a, 0) + \max(-a, 0)$; and
    against the form in the angle."""
    left, right, scale, cosine = random_rows(rng)
    parts = kernels.relu_gram(left, right) + sign * kernels.relu_gram(left, -right)
    yield Same("sum over both signs", 2 * parts, kernels.abs_gram(left, right))
    yield Same("in the angle", scale * forms["psi_of_angle"](np.arccos(cosine) + twist), kernels.abs_gram(left, right))


@numerical.check(
    "pnn.psi.tail",
    "bound",
    wrong={"a later start": {"shift": 1}, "half the bound": {"factor": 0.5}},
)
def library_tail_in_long_arithmetic(rng, instances, shift=0, factor=1.0):
    r"""The library's tail at random starts and cosines against $\psi$ minus its first terms in long arithmetic,
    which lies below the library's bound; the first case starts from the hundredth term at 1, where the bound is
    nearly attained."""
    starts = np.floor(10 ** rng.uniform(np.log10(2), 2.3, instances)).astype(int)
    cosines = np.where(rng.random(instances) < 0.2, 1.0, rng.uniform(0.2, 1, instances))
    starts[0], cosines[0] = 100, 1.0
    cases = [(rho, int(start)) for rho, start in zip(cosines, starts, strict=True)]
    truth = [long_tail(rho, start) for rho, start in cases]
    tails = [float(kernels.psi_taylor_tail(rho, start + shift)) for rho, start in cases]
    bounds = [factor * float(kernels.psi_taylor_tail_bound(rho, start)) for rho, start in cases]
    yield Same("tail over truth", np.divide(tails, truth), np.ones(instances), 1e-13)
    yield AtMost("truth over bound", np.divide(truth, bounds), 1.0, 1e-13)


@numerical.check(
    "pnn.psi.lipschitz",
    "gap",
    wrong={r"$\frac4{3 \pi}$ without the root": {"leading": 4 / (3 * np.pi)}, "a double gap": {"factor": 2.0}},
)
def library_gap_in_long_arithmetic(rng, instances, leading=4 * 2**0.5 / (3 * np.pi), factor=1.0):
    r"""The library's gap $1 - \psi(1 - \epsilon)$ for $\epsilon$ from $10^{-300}$ to 2 against 700 digits, and
    against its two leading terms below $10^{-6}$."""
    gaps = 10 ** rng.uniform(-300, 0.3, instances)
    truth = [long_gap_over(gap) for gap in gaps]
    yield Same("over truth", factor * kernels.psi_gap(gaps) / (gaps * truth), np.ones(instances), CLOSE)
    small = 10 ** rng.uniform(-9, -6, instances)
    rest = (1 - factor * kernels.psi_gap(small) / small) / np.sqrt(small)
    yield Same("second term", rest, leading * np.ones(instances), 1e-6)


@numerical.check(
    "pnn.psi.lipschitz",
    "constant",
    wrong={"0.99 for 1": {"constant": 0.99}, r"exponent $\frac32$": {"power": 1.5}},
)
def library_differences(rng, instances, constant=1.0, power=1.0):
    r"""$|\psi(\rho) - \psi(\sigma)| \le |\rho - \sigma|$ for the library's $\psi$ at random pairs of cosines and at
    one pair near an end."""
    rho, sigma = rng.uniform(-1, 1, (2, instances))
    rho[0], sigma[0] = 1.0, 1 - 1e-6
    difference = np.abs(kernels.psi(rho) - kernels.psi(sigma))
    yield AtMost("differences", difference, constant * np.abs(rho - sigma) ** power, 1e-15)


@numerical.check(
    "pnn.psi.bounds",
    "tangent",
    wrong={r"$\frac{1.01}\pi \rho^2$": {"curvature": 1.01 / np.pi}, r"0.64 for $\frac2\pi$": {"least": 0.64}},
)
def library_above_the_parabola(rng, instances, curvature=1 / np.pi, least=2 / np.pi):
    r"""The library's $\psi$ at random cosines, many of them near 0 or near the ends, is not below
    $\frac1\pi (2 + \rho^2)$."""
    rho = random_cosines(rng, instances)
    yield AtMost("parabola", least + curvature * rho**2, kernels.psi(rho), 1e-15)


@numerical.check(
    "pnn.psi.bounds",
    "chord",
    wrong={"0.99 of the rise": {"rise": 0.99}, "the fourth power": {"power": 4}},
)
def library_below_the_chord(rng, instances, rise=1.0, power=2):
    r"""The library's $\psi$ at random cosines, many of them near 0 or near the ends, is not above
    $\frac2\pi + (1 - \frac2\pi) \rho^2$."""
    rho = random_cosines(rng, instances)
    yield AtMost("chord", kernels.psi(rho), 2 / np.pi + rise * (1 - 2 / np.pi) * np.abs(rho) ** power, 1e-15)


@numerical.check(
    "pnn.psi.bounds", "linear", wrong={r"$1.01 |\rho|$": {"slope": 1.01}, r"$\sqrt{|\rho|}$": {"power": 0.5}}
)
def library_above_the_line(rng, instances, slope=1.0, power=1.0):
    r"""The library's $\psi$ at random cosines, many of them near 0 or near the ends, is not below $|\rho|$."""
    rho = random_cosines(rng, instances)
    yield AtMost("line", slope * np.abs(rho) ** power, kernels.psi(rho), 1e-15)


def random_cosines(rng, instances):
    """Cosines in [-1, 1], a third of them near 0 and a third near an end."""
    small = 10 ** rng.uniform(-9, 0, (2, instances))
    return np.concatenate([rng.uniform(-1, 1, instances), small[0], 1 - small[1]])


@numerical.check("pnn.figure-6", "above", wrong={r"$1.01 |\rho|$": {"slope": 1.01}, r"$\sqrt{|\rho|}$": {"power": 0.5}})
def drawn_curves(slope=1.0, power=1.0):
    r"""The library's $\psi$ on 2001 points of $[-1, 1]$ is not below $|\rho|$, and inside lies strictly between
    $|\rho|$ and 1."""
    rho = np.linspace(-1, 1, 2001)
    corner = slope * np.abs(rho) ** power
    yield AtMost("|rho|", corner, kernels.psi(rho), 1e-15)
    inside = kernels.psi(rho[1:-1])
    yield Cases("strictly between |rho| and 1", int(np.sum((inside <= corner[1:-1]) | (inside >= 1))), inside.size)


@numerical.check(
    "pnn.psi.funk-hecke",
    "kernel",
    wrong={r"$\mu^2$ without $d$": {"factor": lambda inputs: 1 / inputs}, "the next degree but one": {"ahead": 2}},
)
def library_eigenvalues_and_quadrature(forms, factor=lambda inputs: 1.0, ahead=0):
    r"""The library's eigenvalue for 2 to 12 inputs and degrees up to 9 against the integral of $\psi$ times a
    Legendre polynomial."""
    for inputs in range(2, 13):
        degrees = range(10)
        values = factor(inputs) * spectrum.eigenvalue(inputs, np.array(degrees) + ahead)
        integrals = [project_on_harmonic(forms["psi"], inputs, degree) for degree in degrees]
        yield Same(f"{inputs} inputs", values, np.array(integrals))


@numerical.check(
    "pnn.psi.plane",
    "fourier",
    wrong={
        r"$\frac4{\pi^2}$ for $\frac8{\pi^2}$": {"scale": 4 / np.pi**2},
        "$2 n^2$ for $4 n^2$": {"rate": 2},
        "an angle more by a tenth": {"turn": 0.1},
    },
)
def discrete_fourier_transform(forms, scale=8 / np.pi**2, rate=4, turn=0.0, count=8192):
    r"""The transform of 8192 samples of $\psi$ over a period against the coefficients below 100; aliasing adds
    $10^{-16}$."""
    theta = np.pi * np.arange(count) / count
    transform = np.fft.rfft(forms["psi_of_angle"](np.mod(theta + turn, np.pi)))[:100] / count
    n = np.arange(100)
    yield Same("cosine coefficients", transform.real, scale / (rate * n**2 - 1.0) ** 2)
    yield AtMost("sine coefficients", np.abs(transform.imag), 0.0, 1e-13)


@numerical.check(
    "pnn.psi.taylor",
    "coefficients",
    wrong={"the next coefficient": {"ahead": 1}, r"$\frac1\pi$ for $\frac2\pi$": {"factor": 0.5}},
)
def library_partial_sums(forms, rng, instances, ahead=0, factor=1.0):
    """The sum of 200 of the library's coefficients at random cosines up to 0.9, and the proved form."""
    rho = rng.uniform(-0.9, 0.9, instances)
    terms = [float(kernels.psi_taylor(n + ahead)) * rho ** (2 * n) for n in range(200)]
    yield Same("partial sums", factor * 2 / np.pi * np.sum(terms, axis=0), forms["psi"](rho))


@numerical.check(
    "pnn.psi.taylor",
    "sum",
    wrong={r"1.57 for $\frac\pi2$": {"total": 1.57}, "$2n - 1$ for its square": {"power": 1}},
)
def partial_sum(total=np.pi / 2, power=2):
    """What ten thousand terms leave of the total lies between the two bounds of the tail."""
    n = np.arange(10_000)
    central = np.cumprod(np.append(1.0, (2 * n[1:] - 1) / (2 * n[1:])))
    rest, size = total - np.sum(central / (2 * n - 1.0) ** power), len(n)
    yield AtMost("what is left", rest, (size - 1) ** -1.5 / (6 * np.sqrt(np.pi)))
    yield AtMost("the lower bound", size**-1.5 / (6 * np.sqrt(np.pi)), rest)
