"""Theorem 3 by simulation: neurons drawn under Assumption 1 in all inputs, near by their part in the samples' span."""

from functools import partial

import numpy as np

from verification.methods import monte_carlo
from verification.papers.basin2016.mathematics import near_neurons
from verification.papers.basin2016.mathematics.near_neurons import Teacher, near_probability

INPUTS = 6
CAPS = {"rank 2": (2, 0.3), "rank 3": (3, 0.8), "rank 5": (5, 1.5), "rank 3, beyond a right angle": (3, 2.5)}
WIDTH, REACH = 6, 0.9  # of the nets with one and with two teacher neurons, at rank 2
SHARE = 5  # samples for each simulation of a cap


def span(rank):
    """An orthonormal basis of the samples' span in all inputs, shape (inputs, rank)."""
    return np.linalg.qr(np.random.default_rng(20161115).standard_normal((INPUTS, rank)))[0]


def near(rng, shape, rank, accuracy, teachers):
    """Which of random neurons are near teacher neurons; teachers (teachers, rank) with their output signs."""
    directions, signs = teachers
    inside = rng.standard_normal((*shape, INPUTS)) @ span(rank)
    inside /= np.linalg.norm(inside, axis=-1, keepdims=True)
    apart = np.linalg.norm(inside[..., None, :] - directions, axis=-1)
    return (apart <= np.sqrt(accuracy)) & (rng.standard_normal((*shape, 1)) * signs > 0)


def near_the_first(rng, rank, accuracy, teachers, count):
    """Whether single neurons are near the first teacher neuron."""
    return near(rng, (count,), rank, accuracy, teachers)[:, 0].astype(float)


def caps(chance=near_probability, deeper=0):
    """The chance that one neuron is near one teacher neuron of norm 1."""
    return {name: chance(Teacher(1, rank + deeper), accuracy) for name, (rank, accuracy) in CAPS.items()}


@monte_carlo.check(
    "basin.theorem-3",
    "cap",
    predicts=caps,
    wrong={
        "the printed chance": {"chance": near_neurons.printed_near_probability},
        "one rank more": {"deeper": 1},
        "without the output sign": {"chance": lambda teacher, accuracy: 2 * near_probability(teacher, accuracy)},
    },
)
def neurons_near_a_teacher(rng, samples):
    r"""The share of Gaussian neurons in six inputs whose unit part in the span is within $\sqrt\epsilon$ of the
    teacher's, and whose output sign is the teacher's.
    """
    found = {}
    for name, (rank, accuracy) in CAPS.items():
        teacher = np.eye(rank)[:1], np.ones(1)
        draw = partial(near_the_first, rng, rank, accuracy, teacher)
        found[name] = monte_carlo.mean_of(draw, samples // SHARE)
    return found


def all_near(together=lambda p: 1 - 2 * p, more=0):
    """The chance that every teacher neuron has a near one: for one, and for two of opposite output signs."""
    p, width = near_probability(Teacher(1, 2), REACH), WIDTH + more
    return {"one": 1 - (1 - p) ** width, "two": 1 - 2 * (1 - p) ** width + together(p) ** width}


@monte_carlo.check(
    "basin.theorem-3",
    "one-teacher",
    predicts=all_near,
    wrong={
        "two independent teachers": {"together": lambda p: (1 - p) ** 2},
        "one neuron more": {"more": 1},
    },
)
def nets_near_their_teachers(rng, samples):
    """The share of nets of six neurons in which one teacher neuron, and each of two, has a near neuron."""
    teachers = np.array([[1.0, 0.0], [0.6, 0.8]]), np.array([1, -1])

    def draw(count):
        found = near(rng, (count, WIDTH), 2, REACH, teachers).any(axis=1)
        return {"one": found[:, 0].astype(float), "two": found.all(axis=1).astype(float)}

    return monte_carlo.means_of(draw, samples // SHARE)
