"""What Coq proves of matched networks: the files beside this one, of statements in `statements`."""

from verification.methods import formal
from verification.papers.pnn2017.normal_law import LAW, NORMAL, RISK

OTHER_SQUARES = {
    r"$\frac12$ for $\frac14$ of the first square": {"risk": "theorem_6_wrong_first_share"},
    r"$\frac12$ for $\frac14$ of the second square": {"risk": "theorem_6_wrong_share"},
    "cosines for their kernel": {"risk": "theorem_6_wrong_cosines"},
}


@formal.check(
    "pnn.theorem-6",
    "symmetric-laws",
    digests={"theorem_6": "9434a4d5faa80af1"},
    wrong=OTHER_SQUARES,
    met_by=NORMAL,
)
def two_squares(risk="theorem_6"):
    """The mean of the squared error, for any numbers of inputs, lines and neurons; the normal law is among the laws."""
    return risk


@formal.check(
    "pnn.theorem-6",
    "value",
    digests={"theorem_6_for_the_normal_law": "abb8ae8cc763f7b9"},
    wrong={
        r"$\frac12$ for $\frac14$ of the first square": {"risk": "theorem_6_for_the_normal_law_wrong_first_share"},
        r"$\frac12$ for $\frac14$ of the second square": {"risk": "theorem_6_for_the_normal_law_wrong_share"},
        "cosines for their kernel": {"risk": "theorem_6_for_the_normal_law_wrong_cosines"},
    },
)
def two_squares_for_normal_inputs(risk="theorem_6_for_the_normal_law"):
    """From the density of normal inputs to the risk, for any numbers of inputs and neurons and any unit vectors."""
    return risk


@formal.check(
    "pnn.theorem-7",
    "symmetric-laws",
    digests={"theorem_7_repaired": "898d08356261a49d"},
    wrong={
        "one mixed line": {"minima": "theorem_7_repaired_wrong_one_line"},
        "a zero weight for a negative one": {"minima": "theorem_7_repaired_wrong_zero_as_negative"},
    },
    met_by={"standard_law_instance": "6b6823ff9a2c8444", "theorem_7_zero_weights_instance": "18612a3f7070e073"},
)
def minima_where_mixed_lines_span(minima="theorem_7_repaired"):
    """From the risk as a mean, for any numbers of inputs, lines and neurons and any target on the lines; weights may be
    zero, as they are on one of the lines of an instance with two normal inputs."""
    return minima


@formal.check(
    "pnn.theorem-7",
    "normal-inputs",
    digests={"theorem_7_for_the_normal_law": "65d5544f8bd02525"},
    wrong={
        "any target": {"minima": "theorem_7_for_the_normal_law_wrong_any_target"},
        "a zero weight for a negative one": {"minima": "theorem_7_for_the_normal_law_wrong_zero_as_negative"},
    },
    met_by=LAW | RISK | {"theorem_7_zero_weights_instance": "18612a3f7070e073"},
)
def minima_of_normal_inputs(minima="theorem_7_for_the_normal_law"):
    """From the density of normal inputs to the minima, for any numbers of inputs, lines and neurons."""
    return minima


@formal.check(
    "pnn.theorem-7",
    "repaired",
    digests={"theorem_7_masses": "1cfd6803e0b76af4"},
    wrong={
        "a line in both its directions for two": {"minima": "theorem_7_masses_wrong_opposite_lines"},
        "a zero weight for a negative one": {"minima": "theorem_7_masses_wrong_zero_as_negative"},
    },
    met_by=LAW | RISK | {"theorem_7_masses_instance": "35b0f8a58c97d23d"},
)
def masses_at_minima_of_normal_inputs(minima="theorem_7_masses"):
    """From the density of normal inputs to the sum of the weights, the masses and the risk, for any numbers of inputs,
    distinct lines and neurons."""
    return minima


@formal.check(
    "pnn.theorem-7",
    "dependent-lines-laws",
    digests={"theorem_7_dependent_lines": "5953b060d434e5fe"},
    wrong={
        "a global minimum": {"minimum": "theorem_7_dependent_lines_wrong_global"},
        "half the value": {"minimum": "theorem_7_dependent_lines_wrong_value"},
        r"the risk $\frac{1}{100}$ at the target's weights": {"minimum": "theorem_7_dependent_lines_wrong_reached"},
    },
    met_by=NORMAL,
)
def three_mixed_lines_in_a_plane(minimum="theorem_7_dependent_lines"):
    """From the risk as a mean, for any law as supposed, to the minimum and its value, with the Schur complement. The
    normal law of three inputs is one."""
    return minimum


@formal.check(
    "pnn.theorem-7",
    "zero-weights",
    digests={"theorem_7_zero_weights": "ca755a85bf69bcff"},
    wrong={
        "a global minimum": {"minimum": "theorem_7_zero_weights_wrong_global"},
        "twice what is taken from one half": {"minimum": "theorem_7_zero_weights_wrong_value"},
        r"the risk $\frac{1}{100}$ at the target's weights": {"minimum": "theorem_7_zero_weights_wrong_least"},
    },
    met_by=RISK,
)
def zero_weights_on_two_lines(minimum="theorem_7_zero_weights"):
    """From the density of two normal inputs to the minimum and its risk, with closed forms for its weights."""
    return minimum
