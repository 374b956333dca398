"""The terms of the paper's sums: blocks orthogonalised in turn, and the part of the targets that each carries."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from flint import fmpq_mat

from verification.papers.width2019.exact_algebra import basis, beside, left_over, projected, squared


def in_turn(fixed: fmpq_mat, blocks: Sequence[fmpq_mat], target: fmpq_mat) -> list[Fraction]:
    """||P[N (I - P[fixed]) D_k] target||^2 for every block D_k; N removes what the blocks before it span."""
    spanned, terms = fixed, []
    for block in blocks:
        left = left_over(spanned, block)
        terms.append(squared(projected(left, target)))
        spanned = beside(spanned, basis(left))
    return terms
