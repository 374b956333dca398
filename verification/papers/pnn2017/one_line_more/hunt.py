"""A hunt over block matrices for a line that raises the Schur complement."""

from flint import arb_mat

from verification.comparisons import least_form, matrix, most_norm, not_negative, search
from verification.methods import hunt
from verification.methods.hunt import Instance


def drawn(lines, targets):
    """A sampler of R, of which R R' is the matrix of all lines; nearly singular at times, or of R plus R'."""

    def draw(rng):
        size = lines + 1 + targets
        found = (
            rng.integers(-2, 3, (size, size)).astype(float) if rng.random() < 0.4 else rng.standard_normal((size, size))
        )
        if rng.random() < 0.3:
            found[0] = found[-1] + 10.0 ** -rng.uniform(0, 3) * found[0]
        return Instance({"R": found}, {"lines": lines})

    return draw


def cut(entries, rows, columns):
    """A block of a matrix."""
    return arb_mat([row[columns] for row in entries[rows]])


def complement(entries, lines):
    """What is left of a matrix's last rows after its first `lines`."""
    first, last = slice(0, lines), slice(lines, None)
    across = cut(entries, first, last)
    return cut(entries, last, last) - across.transpose() * cut(entries, first, first).solve(across)


@hunt.check("pnn.theorem-10", "order", wrong={"an indefinite matrix": {"definite": False}}, per_stratum=100, starts=2)
def lines_that_raise_the_complement(definite=True):
    """Matrices of lines, one more and targets: the least eigenvalues of $S_+$ and $S - S_+$ from above, in balls; is
    one negative?"""

    def compare(instance):
        rows, lines = matrix(instance.fractions("R")), instance.kind["lines"]
        whole = rows * rows.transpose() if definite else rows + rows.transpose()
        before, after = (complement(whole.tolist(), k) for k in (lines, lines + 1))
        before = cut(before.tolist(), slice(1, None), slice(1, None))
        least = min(least_form(after), least_form(before - after), key=lambda e: float(e.mid()))
        return not_negative(least / most_norm(whole), "the least eigenvalue over the norm is at most")

    return search({f"{r} lines, {t} targets": drawn(r, t) for r, t in ((1, 1), (2, 1), (1, 2), (3, 2))}, compare)
