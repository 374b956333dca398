"""Hunts for bad local minima of nets without a line of one sign."""

from verification.methods import hunt
from verification.papers.pnn2017.hunted.minima import Assumed, bad_minima
from verification.papers.pnn2017.mismatched.counterexamples import kernel

FORMS = ("pnn2017/kernel",)


@hunt.check("ours.no-one-signed-line", "global", wrong={"a line of one sign": {"all_both": False}})
def nets_without_a_line_of_one_sign(forms, all_both=True):
    """Every line with both signs, or one positive neuron and one at zero, any target: is a minimum not global?"""
    return bad_minima(kernel(forms), Assumed(all_both=all_both, nonzero=False))
