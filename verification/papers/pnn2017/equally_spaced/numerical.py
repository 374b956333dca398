"""The spectrum of equally spaced lines in float64, against the library and a dense eigenvalue solver."""

import numpy as np

from pnn.spectrum import equally_spaced_eigenvalues
from verification.methods import numerical
from verification.methods.numerical import Same

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
