"""What the experiment left, held against the statement: counts, by the exact law of a binomial number."""

import numpy as np

from verification.experiments.rates import binomial_interval
from verification.methods import experiment
from verification.methods.experiment import Within

DATA = ("mykey_means",)
CHANCE = 1e-9  # that a true statement is refused: that of the interval of Clopper and Pearson to miss


@experiment.check("mykey.relu-of-a-normal", "active", wrong={"a third for a half": {"chance": 1 / 3}})
def share_of_active_samples(data, chance=0.5):
    """The chance lies in the exact interval of the counts over all trials, which misses it with at most $10^{-9}$."""
    group = data["mykey_means"]
    count, drawn = int(np.sum(group.arrays["active"].values)), int(np.sum(group.arrays["drawn"].values))
    low, high = binomial_interval(count, drawn, 1 - CHANCE)
    return [Within("chance", chance, low, high)]
