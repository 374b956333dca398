"""What Coq proves of matched networks: the files beside this one, of statements in `statements.v`."""

from verification.methods import formal


@formal.check(
    "pnn.theorem-7",
    "symmetric-laws",
    digests={"theorem_7_repaired": "233b8637ab1455c2"},
    wrong={"one mixed line": {"minima": "theorem_7_repaired_wrong_one_line"}},
    met_by={"standard_law_instance": "6b6823ff9a2c8444"},
)
def minima_where_mixed_lines_span(minima="theorem_7_repaired"):
    """From the risk as a mean, for any numbers of inputs, lines and neurons and any target on the lines."""
    return minima


@formal.check(
    "pnn.theorem-7",
    "two-normal-inputs",
    digests={"theorem_7_for_the_normal_law": "9dbd27924d71f8b6"},
    wrong={"any target": {"minima": "theorem_7_for_the_normal_law_wrong_any_target"}},
    met_by={"normal_law": "542b0605d2a88e81", "normal_risk_exists": "8db7e069c0e538bd"},
)
def minima_of_two_normal_inputs(minima="theorem_7_for_the_normal_law"):
    """From the density of two normal inputs to the minima, for any numbers of lines and neurons."""
    return minima
