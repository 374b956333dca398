"""Simulation from the definition: the variance of a random target."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)


def random_target():
    """Seven target neurons with five inputs."""
    return np.random.default_rng(20170701).standard_normal((7, 5)) / np.sqrt(5)


def moments_of_the_target(forms, mean=1.0, linear=1.0):
    """E h*^2 and (E h*)^2 = s1^2/(2 pi); the variance is their difference."""
    target = random_target()
    sizes = np.linalg.norm(target, axis=1)
    rho = np.clip((target / sizes[:, None]) @ (target / sizes[:, None]).T, -1, 1)
    even = sizes @ (forms["psi"](rho) - mean * 2 / np.pi) @ sizes
    return {"variance": (linear * np.sum(target.sum(axis=0) ** 2) + even) / 4}


@monte_carlo.check(
    "ours.variance-normalised",
    "variance",
    predicts=moments_of_the_target,
    wrong={"the mean square": {"mean": 0.0}, "the linear part left out": {"linear": 0.0}},
    shares=(random_target,),
)
def variance_of_a_sum_of_neurons(rng, samples):
    r"""The mean of $\frac12 (h^*(x) - h^*(x'))^2$ over independent pairs: the variance, no mean subtracted."""
    target = random_target()

    def draw(count):
        outputs = [np.maximum(rng.standard_normal((count, 5)) @ target.T, 0).sum(axis=1) for _ in range(2)]
        return (outputs[0] - outputs[1]) ** 2 / 2

    return {"variance": monte_carlo.mean_of(draw, samples)}
