"""What Coq proves of degree-one networks: files here and of matched networks, of statements in `statements`."""

from verification.methods import formal
from verification.papers.pnn2017.normal_law import NORMAL, RISK

# another law with the kernel's means of the axes, in any number of inputs
KERNEL = {**NORMAL, "axes_kernel_instance": "9d6a756ecf6b5bd3"}
OTHER_SQUARES = {
    r"$\frac12$ for $\frac14$ of the first square": {"risk": "theorem_4_wrong_first_share"},
    r"$\frac12$ for $\frac14$ of the second square": {"risk": "theorem_4_wrong_share"},
    r"$\frac1\pi$ off the diagonal": {"risk": "theorem_4_wrong_across"},
}


@formal.check(
    "pnn.theorem-4",
    "symmetric-laws",
    digests={"theorem_4": "167656cb19eee4c7"},
    wrong=OTHER_SQUARES,
    met_by=KERNEL,
)
def two_squares_on_the_axes(risk="theorem_4"):
    """The mean of the squared error, for any numbers of inputs and neurons.

    Among the laws are, in any number, normal inputs and independent ones of three values.
    """
    return risk


@formal.check(
    "pnn.theorem-4",
    "value",
    digests={"theorem_4": "167656cb19eee4c7"},
    wrong=OTHER_SQUARES,
    met_by=NORMAL,
)
def two_squares_on_the_axes_for_normal_inputs(risk="theorem_4"):
    """The risk of normal inputs of any number, whose law is among those that the statement is of."""
    return risk


@formal.check(
    "pnn.theorem-5",
    "symmetric-laws",
    digests={"theorem_5": "11f27bc57666b961"},
    wrong={"both signs on one input": {"minima": "theorem_5_wrong_one_input"}},
    met_by={"standard_law_instance": "6b6823ff9a2c8444"},
)
def minima_with_both_signs_on_every_input(minima="theorem_5"):
    """From the risk as a mean, for any numbers of inputs and neurons and any target on the inputs."""
    return minima


@formal.check(
    "pnn.theorem-5",
    "mixed-regions",
    digests={"theorem_5": "11f27bc57666b961"},
    wrong={"both signs on one input": {"minima": "theorem_5_wrong_one_input"}},
    met_by=NORMAL,
)
def minima_of_normal_inputs_with_both_signs_on_every_one(minima="theorem_5"):
    """The minima of normal inputs of any number, whose law is among those that the statement is of."""
    return minima


@formal.check(
    "pnn.theorem-5",
    "other-regions",
    digests={"theorem_5_one_signed_input": "f00b4d54e5d9e3b5"},
    wrong={
        "a global minimum": {"minimum": "theorem_5_one_signed_input_wrong_global"},
        "half the value": {"minimum": "theorem_5_one_signed_input_wrong_value"},
        r"the risk $\frac{1}{100}$ at the target's weights": {"minimum": "theorem_5_one_signed_input_wrong_reached"},
    },
    met_by=RISK,
)
def positive_weights_on_one_input(minimum="theorem_5_one_signed_input"):
    """From the density of two normal inputs to a bad minimum: its weights and its risk, while zero is reached."""
    return minimum


@formal.check(
    "pnn.theorem-5",
    "one-signed-laws",
    digests={"theorem_5_one_sign": "782399d09fa406f5"},
    wrong={
        r"$\kappa = 1$": {"minima": "theorem_5_one_sign_wrong_kappa"},
        "the value of the other mass": {"minima": "theorem_5_one_sign_wrong_value"},
        "the masses exchanged in the sum": {"minima": "theorem_5_one_sign_wrong_mass"},
    },
    met_by=KERNEL,
)
def minima_with_one_sign_on_one_input(minima="theorem_5_one_sign"):
    """From the risk as a mean, for any number of inputs, whichever has one sign, and any numbers of neurons.

    Among the laws are, in any number, normal inputs and independent ones of three values.
    """
    return minima


@formal.check(
    "pnn.theorem-5",
    "bad-regions-laws",
    digests={"theorem_5_bad_regions": "85349dd8705828fc"},
    wrong={
        r"$N^* > 0$ alone": {"regions": "theorem_5_bad_regions_wrong_any_mass"},
        r"without $N^* > 0$": {"regions": "theorem_5_bad_regions_wrong_other_mass"},
        r"$P^* > 0$, as for $\kappa = 1$": {"regions": "theorem_5_bad_regions_wrong_kappa"},
    },
    met_by=KERNEL,
)
def regions_with_a_bad_minimizer(regions="theorem_5_bad_regions"):
    """Both directions, for any number of inputs: a bad minimizer written down, without zero weights, and no other
    condition under which there is one, zero weights admitted."""
    return regions
