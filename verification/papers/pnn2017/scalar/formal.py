"""What Coq proves of networks of one input: the files beside this one, of statements in `statements/one_input.v`."""

from verification.methods import formal
from verification.papers.pnn2017.normal_law import LAW, RISK

LAWS = {"standard_law_instance": "6b6823ff9a2c8444"}
# the normal law, from its density, is one of those laws
NORMAL = LAW | RISK
OTHER_SUMS = {
    r"$\frac12$ for $\frac14$ of the first square": {"risk": "theorem_1_wrong_share"},
    r"$\frac12$ for $\frac14$ of the second square": {"risk": "theorem_1_wrong_second_share"},
}
OTHER_MASSES = {
    r"$\frac14$ for $\frac12$ of the first square": {"masses": "corollary_1_wrong_share"},
    r"$\frac14$ for $\frac12$ of the second square": {"masses": "corollary_1_wrong_negative_share"},
    "the positive mass alone": {"masses": "corollary_1_wrong_one_mass"},
    "the negative mass alone": {"masses": "corollary_1_wrong_negative_mass"},
}
SETS = {"theorem_2_bad_sets": "22ab016b85fb4ff3", "theorem_2_bad_negative": "29e4db55e28e5b56"}
ONE_SIGNED = {
    "a region of positive weights": {"mixed": "theorem_2_mixed_regions_wrong_positive"},
    "a region of negative weights": {"mixed": "theorem_2_mixed_regions_wrong_negative"},
}
ANY_TARGET = {
    "any target in the positive region": {"regions": "theorem_2_one_signed_regions_wrong_every_target"},
    "any target in the negative region": {"regions": "theorem_2_one_signed_regions_wrong_every_target_below"},
}
OTHER_SETS = {
    "the other mass among positive weights": {"sets": "theorem_2_bad_sets_wrong_total"},
    "the other value among positive weights": {"sets": "theorem_2_bad_sets_wrong_value"},
    "the other mass among negative weights": {"negative": "theorem_2_bad_negative_wrong_total"},
    "the other value among negative weights": {"negative": "theorem_2_bad_negative_wrong_value"},
}


@formal.check(
    "pnn.theorem-1",
    "symmetric-laws",
    digests={"theorem_1": "0a141fd4b30e9c5d"},
    wrong=OTHER_SUMS,
    met_by=LAWS,
)
def two_squares_of_sums(risk="theorem_1"):
    """The risk, defined as a mean, at all weights, for any numbers of neurons in the network and in the target."""
    return risk


@formal.check(
    "pnn.corollary-1",
    "symmetric-laws",
    digests={"corollary_1": "32ea35d56ddbabf4"},
    wrong=OTHER_MASSES,
    met_by=LAWS,
)
def two_squares_of_masses(masses="corollary_1"):
    """The risk as two squares of masses and where it vanishes, for any numbers of neurons."""
    return masses


@formal.check(
    "pnn.corollary-1",
    "masses",
    digests={"corollary_1": "32ea35d56ddbabf4"},
    wrong=OTHER_MASSES,
    met_by=NORMAL,
)
def two_squares_of_masses_for_a_normal_input(masses="corollary_1"):
    """The same for a normal input, which is among the laws."""
    return masses


@formal.check(
    "pnn.theorem-2",
    "symmetric-laws",
    digests={
        "theorem_2_mixed_regions": "1da254ef65b885de",
        "theorem_2_zero_weights": "ed26f2677ec900d9",
        **SETS,
        "theorem_2_one_signed_regions": "42588ca5c093b4cc",
    },
    wrong={
        **ONE_SIGNED,
        "any weights": {"zero": "theorem_2_zero_weights_wrong_every_weight"},
        **OTHER_SETS,
        **ANY_TARGET,
    },
    met_by=LAWS,
)
def minima_of_one_input(
    mixed="theorem_2_mixed_regions",
    zero="theorem_2_zero_weights",
    sets="theorem_2_bad_sets",
    negative="theorem_2_bad_negative",
    regions="theorem_2_one_signed_regions",
):
    """From the risk as a mean: minima in mixed regions, at zero weights, and in the two regions of one sign.

    For any numbers of neurons in the target; the last for two or more in the network.
    """
    return {
        "mixed regions": mixed,
        "zero weights": zero,
        "positive weights": sets,
        "negative weights": negative,
        "one-signed regions": regions,
    }


@formal.check(
    "pnn.theorem-1",
    "value",
    digests={"theorem_1": "0a141fd4b30e9c5d"},
    wrong=OTHER_SUMS,
    met_by=NORMAL,
)
def two_squares_for_a_normal_input(risk="theorem_1"):
    """The risk of a normal input, which is among the laws that the statement is of."""
    return risk


@formal.check(
    "pnn.theorem-2",
    "mixed-regions",
    digests={"theorem_2_mixed_regions": "1da254ef65b885de", "theorem_2_for_the_normal_law": "79b99b3ca521cfaf"},
    wrong={
        **ONE_SIGNED,
        "any minimum": {"normal": "theorem_2_for_the_normal_law_wrong_anywhere"},
        "the other mass among positive weights": {"normal": "theorem_2_for_the_normal_law_wrong_masses"},
        "the other mass among negative weights": {"normal": "theorem_2_for_the_normal_law_wrong_masses_below"},
    },
    met_by=NORMAL,
)
def minima_of_both_signs_for_a_normal_input(mixed="theorem_2_mixed_regions", normal="theorem_2_for_the_normal_law"):
    """From the normal density to the minima, for any numbers of neurons; the other weights may be zero."""
    return {"any law": mixed, "the normal law": normal}


@formal.check(
    "pnn.theorem-2",
    "one-signed-regions",
    digests={"theorem_2_one_signed_regions": "42588ca5c093b4cc"},
    wrong=ANY_TARGET,
    met_by=NORMAL,
)
def when_one_sign_holds_bad_minima(regions="theorem_2_one_signed_regions"):
    """When the two regions of one sign hold bad minima, for two neurons or more; the normal law is among the laws."""
    return regions


@formal.check(
    "pnn.theorem-2",
    "bad-sets",
    digests=SETS,
    wrong=OTHER_SETS,
    met_by=NORMAL,
)
def minima_of_one_sign(sets="theorem_2_bad_sets", negative="theorem_2_bad_negative"):
    """The minima of the two regions of one sign and their values; the normal law is among the laws."""
    return {"positive weights": sets, "negative weights": negative}


@formal.check(
    "pnn.theorem-3",
    "hessian",
    digests={"theorem_3_hessian": "43aa3a7f2604af41"},
    wrong={
        r"1 for $\frac12$": {"hessian": "theorem_3_hessian_wrong_share"},
        r"$1 - s_i s_j$": {"hessian": "theorem_3_hessian_wrong_sign"},
    },
    met_by=NORMAL,
)
def second_derivatives(hessian="theorem_3_hessian"):
    """Partial derivatives of partial derivatives, within a region of any signs; the normal law is among the laws."""
    return hessian


@formal.check(
    "pnn.theorem-3",
    "rank",
    digests={
        "theorem_3_semidefinite": "88da22a767bce423",
        "theorem_3_rank_two": "b412e3d74814d26a",
        "theorem_3_rank_one": "b7a75638eca43e49",
    },
    wrong={
        "positive definite": {"form": "theorem_3_semidefinite_wrong_definite"},
        "rank one with both signs": {"both": "theorem_3_rank_two_wrong_one"},
        "rank two with one sign": {"one": "theorem_3_rank_one_wrong_two"},
    },
)
def rank_of_the_hessian(form="theorem_3_semidefinite", both="theorem_3_rank_two", one="theorem_3_rank_one"):
    """The sign of the form and a basis of the image, for any number of neurons and any signs."""
    return {"semidefinite": form, "both signs": both, "one sign": one}


@formal.check(
    "pnn.theorem-3",
    "spectrum",
    digests={"theorem_3_spectrum": "4d1d390df7801633", "theorem_3_one_sign_spectrum": "7a1c9685a1cc8552"},
    wrong={
        "half the number of positive weights": {"both": "theorem_3_spectrum_wrong_positive"},
        "half the number of negative weights": {"both": "theorem_3_spectrum_wrong_negative"},
        "1 for zero with both signs": {"both": "theorem_3_spectrum_wrong_others"},
        "half the number of neurons with one sign": {"one": "theorem_3_one_sign_spectrum_wrong_half"},
        "1 for zero with one sign": {"one": "theorem_3_one_sign_spectrum_wrong_others"},
    },
)
def basis_of_eigenvectors(both="theorem_3_spectrum", one="theorem_3_one_sign_spectrum"):
    """As many independent eigenvectors as there are neurons, with these eigenvalues; that no eigenvector has another
    eigenvalue, and how often each occurs, follows for any matrix with such a basis."""
    return {"both signs": both, "one sign": one}
