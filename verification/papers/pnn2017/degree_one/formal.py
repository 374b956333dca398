"""What Coq proves of degree-one networks: `minima.v` of the matched networks, of statements in `statements.v`."""

from verification.methods import formal


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
