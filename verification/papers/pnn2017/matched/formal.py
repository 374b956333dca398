"""What Coq proves of matched networks: the files beside this one, of statements in `statements.v`."""

from verification.methods import formal


@formal.check(
    "pnn.theorem-7",
    "symmetric-laws",
    digests={"theorem_7_repaired": "233b8637ab1455c2"},
    wrong={"one mixed line": {"minima": "theorem_7_repaired_wrong_one_line"}},
    met_by=("standard_law_instance",),
)
def minima_where_mixed_lines_span(minima="theorem_7_repaired"):
    """From the risk as a mean, for any numbers of inputs, lines and neurons and any target on the lines."""
    return minima
