"""What Coq proves of minima without a one-signed line: the files here, of statements in `statements/regions.v`."""

from verification.methods import formal


@formal.check(
    "ours.no-one-signed-line",
    "squared-loss",
    digests={"no_one_signed_line": "296fecd06bfbc984"},
    wrong={
        "any minimum": {"minima": "no_one_signed_line_wrong_without_condition"},
        "one mixed line": {"minima": "no_one_signed_line_wrong_some_line"},
    },
    met_by={"standard_law_instance": "6b6823ff9a2c8444"},
)
def minima_without_a_line_of_one_sign(minima="no_one_signed_line"):
    """From the risk as a mean, for any numbers of inputs, lines and neurons, and any network as target."""
    return minima
