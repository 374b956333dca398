"""What Coq proves of targets on other lines: files here and of matched networks, of statements in `statements`."""

from verification.methods import formal
from verification.papers.pnn2017.normal_law import NORMAL, RISK

OTHER_SQUARES = {
    r"$\frac12$ for $\frac14$ of the first square": {"risk": "theorem_6_wrong_first_share"},
    r"$\frac12$ for $\frac14$ of the second square": {"risk": "theorem_6_wrong_share"},
    "cosines for their kernel": {"risk": "theorem_6_wrong_cosines"},
}


@formal.check(
    "pnn.theorem-8",
    "symmetric-laws",
    digests={"theorem_6": "9434a4d5faa80af1"},
    wrong=OTHER_SQUARES,
    met_by=NORMAL,
)
def lines_of_the_target_too(risk="theorem_6"):
    """Theorem 6 where the lines are those of the network and those of the target: its lines may have no neuron."""
    return risk


@formal.check(
    "pnn.theorem-8",
    "value",
    digests={"theorem_6_for_the_normal_law": "abb8ae8cc763f7b9"},
    wrong={
        r"$\frac12$ for $\frac14$ of the first square": {"risk": "theorem_6_for_the_normal_law_wrong_first_share"},
        r"$\frac12$ for $\frac14$ of the second square": {"risk": "theorem_6_for_the_normal_law_wrong_share"},
        "cosines for their kernel": {"risk": "theorem_6_for_the_normal_law_wrong_cosines"},
    },
)
def lines_of_the_target_too_for_normal_inputs(risk="theorem_6_for_the_normal_law"):
    """From the density of normal inputs to the risk, where the lines are those of the network and of the target."""
    return risk


@formal.check(
    "pnn.theorem-9",
    "dependent-lines-laws",
    digests={"theorem_9_dependent_lines": "55520178617783fe"},
    wrong={
        "a global minimum": {"minimum": "theorem_9_dependent_lines_wrong_global"},
        "$z$ without a component across the plane": {"minimum": "theorem_9_dependent_lines_wrong_orthogonal"},
        r"$\frac12$ for $\frac14$ of what exceeds the promised value": {
            "minimum": "theorem_9_dependent_lines_wrong_share"
        },
        "the risk as the promised value": {"minimum": "theorem_9_dependent_lines_wrong_schur"},
    },
    met_by=NORMAL,
)
def three_mixed_lines_and_another_target(minimum="theorem_9_dependent_lines"):
    """From the risk as a mean, for any law as supposed, to the minimum; the promised value by masses without even
    force, what exceeds it by the Schur complement of the last line, whose inverse is the last entry on the diagonal of
    the inverse. The normal law of three inputs is one."""
    return minimum


@formal.check(
    "pnn.theorem-9",
    "zero-weights",
    digests={"theorem_9_zero_weights": "e9c9019ec23532e0"},
    wrong={
        "a global minimum": {"minimum": "theorem_9_zero_weights_wrong_global"},
        "the promised value as the risk": {"minimum": "theorem_9_zero_weights_wrong_risk"},
        "the risk as the promised value": {"minimum": "theorem_9_zero_weights_wrong_promise"},
    },
    met_by=RISK,
)
def zero_weights_on_two_lines(minimum="theorem_9_zero_weights"):
    """From the density of two normal inputs to the minimum, its risk and the promised value, and a better network."""
    return minimum


@formal.check(
    "pnn.theorem-9",
    "zero-line",
    digests={"theorem_9_zero_line": "ffce8b410279653f"},
    wrong={
        "twice what is taken from one": {"minimum": "theorem_9_zero_line_wrong_value"},
        "the value of Corollary 4": {"minimum": "theorem_9_zero_line_wrong_schur"},
        "no other weights of the least risk": {"minimum": "theorem_9_zero_line_wrong_alone"},
    },
    met_by=RISK,
)
def least_risk_with_a_line_without_weight(minimum="theorem_9_zero_line"):
    """From the density of two normal inputs to the least risk of six neurons; masses of any sign beside it."""
    return minimum
