"""What Coq proves of networks of one input: the files beside this one, of statements in `statements.v`."""

from verification.methods import formal

LAWS = {"standard_law_instance": "6b6823ff9a2c8444"}
# the normal law, from its density, is one of those laws
NORMAL = {"normal_law": "542b0605d2a88e81", "normal_risk_exists": "8db7e069c0e538bd"}


@formal.check(
    "pnn.theorem-1",
    "symmetric-laws",
    digests={"theorem_1": "895635691161fcd6"},
    wrong={r"$\frac12$ for $\frac14$ of the first square": {"risk": "theorem_1_wrong_share"}},
    met_by=LAWS,
)
def two_squares_of_sums(risk="theorem_1"):
    """The risk, defined as a mean, at all weights, for any numbers of neurons in the network and in the target."""
    return risk


@formal.check(
    "pnn.corollary-1",
    "symmetric-laws",
    digests={"corollary_1": "1fc848f53593a858"},
    wrong={"the positive mass alone": {"masses": "corollary_1_wrong_one_mass"}},
    met_by=LAWS,
)
def two_squares_of_masses(masses="corollary_1"):
    """The risk as two squares of masses and where it vanishes, for any numbers of neurons."""
    return masses


@formal.check(
    "pnn.theorem-2",
    "symmetric-laws",
    digests={
        "theorem_2_mixed_regions": "1da254ef65b885de",
        "theorem_2_zero_weights": "ed26f2677ec900d9",
        "theorem_2_bad_sets": "99ac6bb7370810c0",
        "theorem_2_one_signed_regions": "42588ca5c093b4cc",
    },
    wrong={
        "a region of positive weights": {"mixed": "theorem_2_mixed_regions_wrong_positive"},
        "any weights": {"zero": "theorem_2_zero_weights_wrong_every_weight"},
        "the value of the other region": {"sets": "theorem_2_bad_sets_wrong_value"},
        "any target": {"regions": "theorem_2_one_signed_regions_wrong_every_target"},
    },
    met_by=LAWS,
)
def minima_of_one_input(
    mixed="theorem_2_mixed_regions",
    zero="theorem_2_zero_weights",
    sets="theorem_2_bad_sets",
    regions="theorem_2_one_signed_regions",
):
    """From the risk as a mean: minima in mixed regions, at zero weights, and in the two regions of one sign.

    For any numbers of neurons in the target; the last for two or more in the network.
    """
    return {"mixed regions": mixed, "zero weights": zero, "bad sets": sets, "one-signed regions": regions}


@formal.check(
    "pnn.theorem-1",
    "value",
    digests={"theorem_1": "895635691161fcd6"},
    wrong={r"$\frac12$ for $\frac14$ of the first square": {"risk": "theorem_1_wrong_share"}},
    met_by=NORMAL,
)
def two_squares_for_a_normal_input(risk="theorem_1"):
    """The risk of a normal input, which is among the laws that the statement is of."""
    return risk


@formal.check(
    "pnn.theorem-2",
    "mixed-regions",
    digests={"theorem_2_mixed_regions": "1da254ef65b885de", "theorem_2_for_the_normal_law": "d3a3e1076cabca2b"},
    wrong={
        "a region of positive weights": {"mixed": "theorem_2_mixed_regions_wrong_positive"},
        "the mass of the other sign": {"normal": "theorem_2_for_the_normal_law_wrong_masses"},
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
    wrong={"any target": {"regions": "theorem_2_one_signed_regions_wrong_every_target"}},
    met_by=NORMAL,
)
def when_one_sign_holds_bad_minima(regions="theorem_2_one_signed_regions"):
    """When the two regions of one sign hold bad minima, for two neurons or more; the normal law is among the laws."""
    return regions


@formal.check(
    "pnn.theorem-2",
    "bad-sets",
    digests={"theorem_2_bad_sets": "99ac6bb7370810c0"},
    wrong={"the value of the other region": {"sets": "theorem_2_bad_sets_wrong_value"}},
    met_by=NORMAL,
)
def minima_of_one_sign(sets="theorem_2_bad_sets"):
    """The minima of the two regions of one sign and their values; the normal law is among the laws."""
    return sets


@formal.check(
    "pnn.theorem-3",
    "rank",
    digests={"theorem_3_rank": "0671946bbe2e498f"},
    wrong={"positive definite": {"rank": "theorem_3_rank_wrong_definite"}},
)
def rank_of_the_hessian(rank="theorem_3_rank"):
    """Definiteness and a basis of the image, for any number of neurons and any signs."""
    return rank
