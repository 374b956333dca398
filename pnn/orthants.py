"""Local minima of a porcupine network by brute force over the signs of its neurons.

An independent route to what `pnn.landscape` enumerates: it works on the neurons' coefficients, one by one, and
knows nothing of masses, mixed lines or forces.
"""

from itertools import product

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linprog, lsq_linear, nnls

from pnn.kernels import relu_gram
from pnn.landscape import check_line_of
from pnn.lines import Floats, check_lines, check_weights

MOST_NEURONS = 9  # 3^neurons faces are visited
_SAME_VALUE = 1e-10  # in units of the target's mean square
_INSIDE = 1e-6  # a coefficient this far from zero, in units of the target's root mean square, is off zero

Signs = tuple[int, ...]


def orthant_minimum_values(lines: ArrayLike, target_weights: ArrayLike, line_of: ArrayLike) -> Floats:
    """The risks of all local minima, sorted and distinct, by a search over all orthants of the coefficients.

    lines (lines, inputs), distinct; target_weights (target neurons, inputs); line_of (neurons,) the line of each
    neuron. The risk is convex on every closed orthant, so a point is a local minimum exactly if its risk is the
    least on each closed orthant that contains it. On every face (a sign +1, -1 or 0 a neuron) one non-negative
    least-squares problem gives the least risk; where it equals the least of all adjoining orthants, a linear
    program says whether the face's minimisers reach its interior. Raises ValueError for more than 9 neurons, bad
    lines and shapes that do not fit.
    """
    lines = check_lines(lines)
    target_weights = check_weights(target_weights, lines.shape[1], "target_weights")
    home = check_line_of(line_of, np.size(line_of), len(lines))
    if not 0 < home.size <= MOST_NEURONS:
        raise ValueError(f"3^neurons faces are visited, so 1 to {MOST_NEURONS} neurons, got {home.size}")
    size = 2.0 ** np.frexp(np.abs(target_weights).max(initial=1e-300))[1]  # a power of two: dividing rounds nothing
    return size**2 * _minimum_values(lines, target_weights / size, home)


def _minimum_values(lines: Floats, target_weights: Floats, home: NDArray[np.intp]) -> Floats:
    factor, image, constant = _least_squares(lines, target_weights)
    # columns: what neuron i adds at coefficient +1, and at -1
    columns = {1: factor[:, home], -1: factor[:, home + len(lines)]}
    faces = {face: _face_minimum(columns, image, face) for face in product((1, -1, 0), repeat=home.size)}
    values = [
        value**2
        for face, (value, point) in faces.items()
        if _least_around(faces, face, _SAME_VALUE * constant) and _reaches_inside(columns, face, point, constant)
    ]
    offset = constant - float(image @ image)
    return _distinct(np.maximum(0.0, np.array(values) + offset), constant)


def _least_squares(lines: Floats, target_weights: Floats) -> tuple[Floats, Floats, float]:
    """A, b and E h*^2 so that masses y on (lines, -lines) have the risk |A y - b|^2 - b'b + E h*^2."""
    features = np.concatenate([lines, -lines])
    values, vectors = np.linalg.eigh(relu_gram(features, features))
    kept = values > 1e-13 * values[-1]
    root, vectors = np.sqrt(values[kept]), vectors[:, kept]
    moment = relu_gram(features, target_weights).sum(axis=1)
    constant = float(relu_gram(target_weights, target_weights).sum())
    return root[:, None] * vectors.T, (vectors.T @ moment) / root, constant


def _face_minimum(columns: dict[int, Floats], image: Floats, face: Signs) -> tuple[float, Floats]:
    """The least distance |A c - b| on a closed face, and A c there."""
    active = _columns_of(columns, face)
    if not active.shape[1]:
        return float(np.linalg.norm(image)), np.zeros_like(image)
    sizes = nnls(active, image)[0]
    if (active.T @ (image - active @ sizes)).max() > 1e-10 * (image @ image):  # nnls can stop early
        sizes = lsq_linear(active, image, bounds=(0, np.inf), method="bvls", tol=1e-15).x
    return float(np.linalg.norm(active @ sizes - image)), active @ sizes


def _columns_of(columns: dict[int, Floats], face: Signs) -> Floats:
    chosen = [columns[sign][:, neuron] for neuron, sign in enumerate(face) if sign]
    return np.column_stack(chosen) if chosen else np.zeros((len(columns[1]), 0))


def _least_around(faces: dict[Signs, tuple[float, Floats]], face: Signs, slack: float) -> bool:
    """Whether no closed orthant that contains the face has a smaller minimum than the face."""
    around = product(*[(1, -1) if sign == 0 else (sign,) for sign in face])
    return all(faces[orthant][0] ** 2 >= faces[face][0] ** 2 - slack for orthant in around)


def _reaches_inside(columns: dict[int, Floats], face: Signs, point: Floats, constant: float) -> bool:
    """Whether some minimiser on the closed face has no zero coefficient: maximise the smallest one."""
    active = _columns_of(columns, face)
    count = active.shape[1]
    if not count or constant == 0:
        return not count
    scale = np.sqrt(constant)
    above = np.column_stack([-np.eye(count), np.ones(count)])
    equal = np.column_stack([active, np.zeros(len(active))])
    answer = linprog(
        np.append(np.zeros(count), -1.0),
        A_ub=above,
        b_ub=np.zeros(count),
        A_eq=equal,
        b_eq=point / scale,
        bounds=[(0, None)] * count + [(0, 1)],
        options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10},
    )
    return answer.status == 0 and -answer.fun > _INSIDE


def _distinct(values: Floats, constant: float) -> Floats:
    values = np.sort(values)
    new = np.diff(values, prepend=-np.inf) > _SAME_VALUE * constant
    return values[new]
