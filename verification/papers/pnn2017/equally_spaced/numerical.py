"""The spectrum of equally spaced lines in float64, against the library and a dense eigenvalue solver."""

import numpy as np

from pnn.kernels import abs_gram
from pnn.spectrum import equally_spaced_eigenvalues
from verification.methods import numerical
from verification.methods.numerical import AtMost, Same

FORMS = ("pnn2017/kernel", "pnn2017/equally_spaced")


@numerical.check(
    "pnn.example-1",
    "eigenvalues",
    wrong={"an index off by one": {"off": 1}, "twice the eigenvalues": {"factor": 2.0}},
)
def dense_eigenvalues(forms, off=0, factor=1.0):
    """Up to 60 lines: the closed form against the library's, and sorted against a dense eigenvalue solver."""
    for count in (1, 2, 3, 4, 7, 12, 25, 60):
        values = factor * forms["equally_spaced_eigenvalue"](float(count), np.arange(count) + off)
        steps = np.pi * np.subtract.outer(np.arange(count), np.arange(count)) / count
        dense = np.linalg.eigvalsh(forms["psi"](np.clip(np.cos(steps), -1, 1)))
        yield Same(f"{count} lines, library", values, equally_spaced_eigenvalues(count), 1e-11)
        yield Same(f"{count} lines, dense", np.sort(values), dense, 1e-11)


@numerical.check(
    "pnn.figure-7",
    "vanishes",
    wrong={
        r"$\frac{\pi^2}7$ for $\frac{\pi^2}6$": {"leading": np.pi**2 / 7},
        "the fourth power for the cube": {"power": 4},
        r"above $\frac1{100}$ for all $R$": {"floor": 0.01},
    },
)
def least_eigenvalues_below_a_power(leading=np.pi**2 / 6, power=3, floor=0.0):
    r"""The least eigenvalue of the matrix itself for 10 to 80 lines is at most
    $\frac1{R^3} (\frac{\pi^2}{6} + \frac{25}{R^2})$, and not negative."""
    for count in (10, 21, 40, 80):
        angles = np.pi * np.arange(count) / count
        rows = np.column_stack([np.cos(angles), np.sin(angles)])
        least = np.linalg.eigvalsh(abs_gram(rows, rows))[0]
        yield AtMost(f"{count} lines", least, (leading + 25 / count**2) / count**power, 1e-10)
        yield AtMost(f"{count} lines, from below", floor, least, 1e-10)
