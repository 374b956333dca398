"""Hunts over scalars and small matrices for the preliminary lemmas."""

from fractions import Fraction

from flint import arb_mat

from verification.comparisons import (
    Comparison,
    at_most,
    ball,
    equal,
    least_form,
    least_norm,
    most_norm,
    not_negative,
    search,
)
from verification.methods import hunt
from verification.methods.hunt import Instance


def pairs_of_scalars(rng):
    """Whole numbers, zero among them, or numbers of sizes far apart."""
    found = (
        rng.integers(-2, 3, (1, 2)) if rng.random() < 0.5 else rng.standard_normal((1, 2)) * 10.0 ** rng.integers(-6, 7)
    )
    return Instance({"v, w": found.astype(float)})


@hunt.check("pnn.lemma-7", "moment", wrong={"zero scalars, of the sign $-1$": {"nonzero": False}})
def second_moments_of_one_input(nonzero=True):
    r"""$E x^2$ over the half-lines where both scalars act, each of which has the moment $\frac12$, against the
    formula; exact in fractions."""

    def compare(instance):
        ((v, w),) = instance.fractions("v, w")
        if nonzero and 0 in (v, w):
            return None
        moment = sum(Fraction(1, 2) for side in (1, -1) if side * v > 0 and side * w > 0)
        signs = [1 if number > 0 else -1 for number in (v, w)]
        return equal(Fraction(moment), Fraction(1 + signs[0] * signs[1], 4), "moment and formula")

    return search({"scalars": pairs_of_scalars}, compare)


@hunt.check(
    "pnn.lemma-10", "inverse", wrong={"$a + n b = 0$ admitted": {"sum": False}, "$a = 0$ admitted": {"first": False}}
)
def inverses_of_two_values(first=True, sum=True):
    """$a I + b J$ times the formula in fractions, sizes up to 5: is it not the identity? Where $a$ or $a + n b$ is
    zero, is the matrix singular?"""

    def draw(rng):
        numbers = rng.integers(-3, 4, (1, 2)) if rng.random() < 0.7 else rng.standard_normal((1, 2))
        return Instance({"a, b": numbers.astype(float)}, {"n": int(rng.integers(1, 6))})

    def compare(instance):
        ((a, b),), n = instance.fractions("a, b"), instance.kind["n"]
        if (first and not a) or (sum and not a + n * b):
            return None
        if a * (a + n * b) == 0:
            singular = a + n * b == 0 or n > 1
            return Comparison(Fraction(-1 if singular else 0), f"n = {n}: the matrix is singular")
        inverse = -b / (a * (a + n * b))
        return equal(a * inverse + b / a + n * b * inverse, Fraction(0), f"n = {n}: off the identity, and")

    return search({"two values": draw}, compare)


def blocks(rng, size):
    """A, B and C: at random, whole numbers, or B and C near A; of sizes far apart at times."""
    choice = int(rng.integers(4))
    if choice == 0:
        return rng.integers(-2, 3, (3 * size, size)).astype(float)
    found = rng.standard_normal((3, size, size))
    if choice == 1:
        found[1:] = found[0] + 10.0 ** -rng.uniform(0, 3) * found[1:]
    if choice == 2:
        found *= 10.0 ** rng.integers(-3, 4, (3, 1, 1))
    return found.reshape(3 * size, size)


def symmetric_blocks(instance):
    """A, B, C in balls, of the rows of an instance; A and C made symmetric."""
    rows = instance.fractions("A, B, C")
    size = len(rows[0])
    found = [arb_mat([[ball(e) for e in row] for row in rows[k * size : (k + 1) * size]]) for k in range(3)]
    return [(found[0] + found[0].transpose()) / 2, found[1], (found[2] + found[2].transpose()) / 2]


def definite_blocks(instance):
    """A, B, C of the matrix R R', definite up to chance."""
    rows = arb_mat([[ball(e) for e in row] for row in instance.fractions("R")])
    whole, size = rows * rows.transpose(), rows.nrows() // 2
    entries = whole.tolist()
    cut = [entries[:size], entries[:size], entries[size:]]
    columns = [slice(0, size), slice(size, None), slice(size, None)]
    return [arb_mat([row[at] for row in part]) for part, at in zip(cut, columns, strict=True)]


def drawn_blocks(size):
    """A sampler of three blocks."""
    return lambda rng: Instance({"A, B, C": blocks(rng, size)})


def drawn_roots(size):
    """A sampler of R, of full rank or of less."""

    def draw(rng):
        shape = (2 * size, int(rng.integers(size, 2 * size + 1)))
        choice = int(rng.integers(3))
        found = rng.integers(-2, 3, shape).astype(float) if choice == 0 else rng.standard_normal(shape)
        if choice == 1:
            found[size:] = found[:size] + 10.0 ** -rng.uniform(0, 3) * found[size:]
        return Instance({"R": found})

    return draw


BLOCKS = {f"blocks of {n}": drawn_blocks(n) for n in (1, 2, 3)}
ROOTS = {f"roots of blocks of {n}": drawn_roots(n) for n in (1, 2, 3)}


def schur(a, b, c):
    """C - B'A^-1 B."""
    return c - b.transpose() * a.solve(b)


@hunt.check("pnn.lemma-8", "bound", wrong={"an indefinite A": {"definite": False}}, per_stratum=100, starts=2)
def complements_of_close_blocks(definite=True):
    r"""Is the complement's norm, from below, above the three terms, from above, in balls? The last term has
    $\|A^{-1}\|$ for $\frac1\lambda$."""

    def compare(instance):
        a, b, c = symmetric_blocks(instance)
        first, second, least = most_norm(a - b), most_norm(c - b), least_form(a)
        if definite and not least > 0:
            return None
        inverse = most_norm(a.inv())
        last = first**2 * inverse if not least < 0 else -(least_norm((a - b).transpose() * (a - b)) / most_norm(a))
        if definite and not positive_definite(a):
            return None
        return at_most(least_norm(schur(a, b, c)), first + second + last, "norm and bound")

    return search(BLOCKS, compare)


def positive_definite(symmetric):
    """Whether balls show that every leading minor is positive."""
    entries = symmetric.tolist()
    return all(arb_mat([row[:k] for row in entries[:k]]).det() > 0 for k in range(1, len(entries) + 1))


@hunt.check(
    "ours.lemma-8-sharp",
    "norm",
    wrong={"an indefinite block matrix": {"semidefinite": False}},
    per_stratum=100,
    starts=2,
)
def complements_without_the_last_term(semidefinite=True):
    r"""Is the complement's norm, from below, above $\|A - B\| + \|C - B\|$, from above, $A$ definite, in balls?"""

    def compare(instance):
        a, b, c = definite_blocks(instance) if semidefinite else symmetric_blocks(instance)
        if not positive_definite(a):
            return None
        return at_most(least_norm(schur(a, b, c)), most_norm(a - b) + most_norm(c - b), "norm and bound")

    return search(ROOTS if semidefinite else BLOCKS, compare)


@hunt.check(
    "ours.lemma-8-sharp",
    "sandwich",
    wrong={"an indefinite block matrix": {"semidefinite": False}},
    per_stratum=100,
    starts=2,
)
def complements_between_zero_and_the_gap(semidefinite=True):
    """The least eigenvalues of $S$ and of $G - S$ from above, $A$ definite, in balls: is one negative?"""

    def compare(instance):
        a, b, c = definite_blocks(instance) if semidefinite else symmetric_blocks(instance)
        if not positive_definite(a):
            return None
        found = schur(a, b, c)
        least = min(least_form(found), least_form(a - b - b.transpose() + c - found), key=lambda e: float(e.mid()))
        return not_negative(least / most_norm(a + c), "the least eigenvalue over the norms is at most")

    return search(ROOTS if semidefinite else BLOCKS, compare)
