"""The definition simulated; what it should come to is the formula that was proved."""

import numpy as np

from verification.methods import monte_carlo
from verification.methods.monte_carlo import mean_of

FORMS = ("mykey/relu",)
DEVIATION = 2.0


def predicted(forms, factor=1.0):
    """What the statement says, by name."""
    return {"": factor * forms["mykey_mean"](DEVIATION)}


@monte_carlo.check(
    "mykey.relu-of-a-normal",
    "value",
    predicts=predicted,
    wrong={r"the printed $\frac12$": {"factor": np.sqrt(np.pi / 2)}},
)
def mean_of_drawn_relus(rng, samples):
    r"""The mean of $\max(x, 0)$ over drawn normal numbers of standard deviation 2."""
    return {"": mean_of(lambda count: np.maximum(DEVIATION * rng.standard_normal(count), 0), samples)}
