"""What Coq proves of the risk's slopes and of minima without a one-signed line: files here and of matched networks, of
statements in `statements`."""

from verification.methods import formal
from verification.papers.pnn2017.normal_law import KERNEL, LAW, RISK


@formal.check(
    "ours.first-order-test",
    "increase",
    digests={"first_order_increase": "da100b482476f880"},
    wrong={
        "half the slopes": {"risk": "first_order_increase_wrong_half"},
        "no mean of squares": {"risk": "first_order_increase_wrong_without_square"},
        "weights in two orthants": {"risk": "first_order_increase_wrong_two_orthants"},
    },
    met_by=LAW | RISK,
)
def change_of_the_risk_in_an_orthant(risk="first_order_increase"):
    """From the risk as a mean, for any law under which products of two ReLUs of projections have means, the normal one
    among them, any numbers of inputs, lines and neurons, and any network as target."""
    return risk


@formal.check(
    "ours.first-order-test",
    "slopes",
    digests={"first_order_slopes": "9a5a3eb6252473ea"},
    wrong={
        "twice the odd force": {"slopes": "first_order_slopes_wrong_odd"},
        "twice the even force": {"slopes": "first_order_slopes_wrong_even"},
    },
    met_by=LAW | KERNEL,
)
def slopes_by_two_forces(slopes="first_order_slopes"):
    r"""The mean of a side of a line times the error, for any symmetric law with the covariance $I$ and the means $\psi$
    of its lines, the normal one among them, and any numbers of inputs, lines and neurons; the target's lines are among
    these and need no neuron."""
    return slopes


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
