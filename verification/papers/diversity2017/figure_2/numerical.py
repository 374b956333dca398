"""The sums of both sides of the corrected law, from kernel matrices of samples."""

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import Same
from verification.papers.diversity2017.descent_on_the_sphere import sphere
from verification.papers.diversity2017.experiments.diverse_figure_2.run import eigenvalues
from verification.papers.diversity2017.mathematics.steps import corrected, leading

SIZES = ((2, 5), (3, 20), (15, 60))


def share_twice(inputs, count):
    """The law with twice the share."""
    return 2 * corrected(inputs, count) - leading(inputs, count)


@numerical.check(
    "ours.corrected-law",
    "sum",
    wrong={"the kernel's own eigenvalues": {"law": leading}, "their share twice": {"law": share_twice}},
)
def sums_of_both_sides(rng, law=corrected):
    r"""Samples on the sphere, equal and opposite ones among them, at three sizes: the sum of the law against that of
    $\frac{\lambda_i}{m}$ and against $\frac12$.
    """
    for inputs, samples in SIZES:
        drawn = sphere(samples, inputs, rng)
        drawn[1], drawn[2] = -drawn[0], drawn[0]
        yield Same(f"sum, d = {inputs}", law(inputs, samples).sum(), eigenvalues(drawn).sum())
        yield Same(f"one half, d = {inputs}", law(inputs, samples).sum(), np.float64(0.5))
