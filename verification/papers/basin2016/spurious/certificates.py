"""Strict local minima that are not global as data for anybody's program."""

import numpy as np

from pnn.risk import population_hessian, population_risk
from verification.certificates import about
from verification.papers.basin2016.spurious.family import critical_point

OTHERS = (6, 6), (7, 6), (7, 7), (8, 2), (8, 6), (8, 7), (8, 8)  # neurons, how many of them are turned


def minimum(neurons, turned=1):
    """The middle of a ball, by its decimals, and bounds below the least curvature in it and around the risk.

    They are found in floating point; the program of the kind shows that there is a minimum.
    """
    middle, teacher = critical_point(neurons, turned), np.eye(neurons)
    least = float(np.linalg.eigvalsh(population_hessian(middle, teacher))[0]) / 2
    data = {
        "target": [[str(int(x)) for x in row] for row in teacher],
        "middle": [[f"{x:.16f}" for x in row] for row in middle],
        "radius": "1/1000000000",
        "curvature": f"{0.8 * least:.4f}",
        "risk": about(population_risk(middle, teacher) / 2, digits=7),
    }
    return {"kind": "isolated minimum", "data": data}


def one_turned():
    """Six, seven and eight neurons, one of them turned."""
    return [minimum(neurons) for neurons in (6, 7, 8)]


def more_turned():
    """The other forms of the family."""
    return [minimum(neurons, turned) for neurons, turned in OTHERS]


def larger_nets():
    """Nine and ten neurons: the program takes up to a hundred weights."""
    return [minimum(neurons) for neurons in (9, 10)]


def saddle(neurons=5):
    """The middle of a box, a direction of least curvature there, and bounds around the curvature in it.

    It is the part, in their space, of what moves the first two neurons on the last input, one up and one down. They
    are found in floating point; the program of the kind shows that there is a critical point.
    """
    middle, teacher = critical_point(neurons), np.eye(neurons)
    hessian = population_hessian(middle, teacher) / 2
    values, vectors = np.linalg.eigh(hessian)
    lowest, moved = vectors[:, values < values[0] + 1e-6], np.zeros((neurons, neurons))
    moved[:2, -1] = 1, -1
    way = (lowest @ lowest.T @ moved.ravel()).round(3) + 0.0  # no minus before zeros
    data = {
        "target": [[str(int(x)) for x in row] for row in teacher],
        "middle": [[f"{x:.16f}" for x in row] for row in middle],
        "radius": "1/1000000000",
        "direction": [[f"{x:.3f}" for x in row] for row in way.reshape(neurons, neurons)],
        "curvature": about(float(way @ hessian @ way), digits=6),
    }
    return {"kind": "saddle", "data": data}
