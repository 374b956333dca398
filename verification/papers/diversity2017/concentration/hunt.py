"""A hunt for units of which one, replaced, changes the discrepancy by more than is stated."""

from fractions import Fraction

from flint import arb

from verification.comparisons import at_most, ball, search
from verification.methods import hunt
from verification.papers.diversity2017.mathematics.plane import discrepancy_moment
from verification.papers.diversity2017.slices.hunt import planes, turns_of


@hunt.check(
    "ours.lemma-9-sharp",
    "one-unit-moved",
    wrong={"a quarter": {"share": Fraction(1, 4)}},
    per_stratum=12,
    starts=1,
)
def moves_of_one_unit(share=Fraction(1)):
    r"""Units in the plane, the first of which is replaced: does $L_2$ change by more than $\frac{1}{n \sqrt2}$?"""

    def compare(instance):
        turns, other = list(turns_of(instance)), turns_of(instance, "other")
        before, after = (ball(discrepancy_moment(t, 2)).sqrt() for t in (turns, [*other, *turns[1:]]))
        bound = ball(share) / (len(turns) * arb(2).sqrt())
        return at_most(abs(before - after), bound, "the change and its bound")

    return search(planes(other=lambda rng: rng.choice([0, 0.5, rng.random()], (1, 1))), compare)
