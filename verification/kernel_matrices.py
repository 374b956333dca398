"""Certificates of the kernel's matrix, E |u.x||v.x| of unit vectors of lines: lines, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from verification.enumerations import texts

Line = Fraction | Sequence[int | Fraction]  # an angle over pi, or a vector


def kernel_matrix(lines: Sequence[Line], *facts: dict) -> dict:
    """The matrix of some lines, and facts about it."""
    inputs = "2" if isinstance(lines[0], Fraction) else str(len(lines[0]))
    return {"kind": "kernel matrix", "data": {"inputs": inputs, "lines": texts(lines), "facts": list(facts)}}


def eigenvalues(above: str | Fraction, number: int) -> dict:
    """So many of all eigenvalues exceed a bound."""
    return {"of": "eigenvalues", "above": str(above), "number": str(number)}


def tails(terms: int, share: str) -> dict:
    """All exceed a share of T(1) - (R - 1) T(m), T what so many terms leave of psi, m the largest cosine of R lines."""
    return {"of": "tails", "terms": str(terms), "share": share}


def coefficients(line: Line) -> dict:
    """The coefficients of one more line by these: one is negative."""
    return {"of": "coefficients", "line": texts(line)}


def complement(lines: Sequence[Line]) -> dict:
    """The Schur complement of other lines is definite, and so is what it lacks of the gap."""
    return {"of": "complement", "lines": texts(lines)}


def trace(lines: Sequence[Line]) -> dict:
    """The Schur complement is below the trace of the gap, and that below the squared distance of the lines."""
    return {"of": "trace", "lines": texts(lines)}


def hessian(neurons: Sequence[tuple[int, int]], rank: int) -> dict:
    """The rank of the risk's second derivatives by the weights of neurons, numbers of independent lines and signs.

    Null vectors are differences of neurons of one line and sign.
    """
    null = []
    for later, neuron in enumerate(neurons):
        first = neurons.index(neuron)
        if first < later:
            null.append([(k == later) - (k == first) for k in range(len(neurons))])
    return {"of": "hessian", "neurons": texts(neurons), "null": texts(null), "rank": str(rank)}
