"""Certificates: what a check found as data that anybody's program can check, without this one.

A check leaves one where `leaves` names a function that returns it. The programs in `workflow/certificates/` say what
each kind of data claims, and recompute it. Numbers are strings: fractions, or decimals.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np

from verification.check import Check, Record

Direction = Fraction | Sequence[int | Fraction]  # an angle over pi, or a vector
Weight = int | Fraction | str  # a number; "+" or "-" for one of that sign that is sought
Network = Sequence[tuple[int, Any]]  # numbers of lines, and weights
DIGITS = 9  # of what is given as lying between two decimals


def leaves(make: Callable[..., dict | Iterable[dict]], whole: bool | None = None) -> Callable[[Callable], Callable]:
    """Decorator above that of a check: what `make` returns, one certificate or several, is left where the check stands.

    `make` asks for what it needs by the names of its parameters, as a check does. whole: False where they hold
    instances alone of what the check settles, True where they hold all that a universal part says, None where the
    ledger tells by the part and the scope of the check.
    """

    def decorate(function: Callable) -> Callable:
        check: Check = function.check  # type: ignore[attr-defined]
        function.check = replace(check, options={**check.options, "leaves": (make, whole)})  # type: ignore[attr-defined]
        return function

    return decorate


def certify(check: Check, record: Record, provided: Mapping[str, object]) -> None:
    """Put the certificates of a check into its record, where it has decided."""
    left: tuple[Callable, bool | None] | None = check.options.get("leaves")  # type: ignore[assignment]
    if left and record.verdict in ("proved", "certified"):
        make, whole = left
        wanted = {name: provided[name] for name in inspect.signature(make).parameters if name in provided}
        found = make(**wanted)
        given = [found] if isinstance(found, dict) else list(found)
        record.certificates = given if whole is None else [one | {"whole": whole} for one in given]


def gaussian_minimum(
    lines: Sequence[Direction],
    target: Sequence[tuple[Direction, int | Fraction]],
    network: Network,
    minimum: str = "local",
    others: Sequence[Network] = (),
    bounds: Sequence[str] = (),
) -> dict:
    """A network of ReLU neurons on lines, (number of the line, weight), that is a minimum of the risk E (h - h*)^2.

    target: directions and weights. A weight "+" or "-" is sought: those are that make the slopes to their sides vanish.
    others: networks with as many neurons on each line and less risk. bounds: what the risk exceeds, "schur form" of
    the target's neurons, "schur norm" of its lines, or "regular norm" of its neurons; or is below, "repaired norm".
    """
    aims = [(_turned(way, weight), abs(weight)) for way, weight in target]
    net = _stationary(lines, network, aims)
    entries = [[str(k), _shown(found, weight)] for (k, weight), (_, found) in zip(network, net, strict=True)]
    given = [_given(lines, other, aims) for other in others]
    below = [[(_turned(lines[k], c), abs(c)) for k, c in other] for other in given]
    data = {
        "inputs": "2" if isinstance(lines[0], Fraction) else str(len(lines[0])),
        "lines": [_direction(line) for line in lines],
        "target": [[_direction(way), str(weight)] for way, weight in target],
        "network": entries,
        "minimum": minimum,
        "risk": about(_risk(net, aims)),
        "others": [
            {"network": [[str(k), str(c)] for k, c in other], "risk": about(_risk(one, aims))}
            for other, one in zip(given, below, strict=True)
        ],
        "bounds": [{"of": name, "is": about(_bound(name, lines, aims))} for name in bounds],
    }
    return {"kind": "gaussian minimum", "data": data}


def no_minimum(
    lines: Sequence[Direction], target: Sequence[tuple[Direction, int | Fraction]], sides: Sequence[tuple[int, str]]
) -> dict:
    """Sides of lines, (number of the line, "+" or "-"), that alone have weights at no local minimum of the risk.

    All slopes there vanish only where the sizes on some side have a negative sum.
    """
    aims = [(_turned(way, weight), abs(weight)) for way, weight in target]
    sums = [size for _, size in _stationary(lines, sides, aims)]
    data = {
        "inputs": "2" if isinstance(lines[0], Fraction) else str(len(lines[0])),
        "lines": [_direction(line) for line in lines],
        "target": [[_direction(way), str(weight)] for way, weight in target],
        "sides": [[str(k), "1" if sign == "+" else "-1"] for k, sign in sides],
        "sums": [about(size) for size in sums],
    }
    return {"kind": "gaussian minimum", "data": data}


def about(value: float, digits: int = DIGITS) -> list[str]:
    """Two decimals with a number between them that is known to about so many digits."""
    unit = Fraction(10) ** -digits
    middle = round(Fraction(value) / unit)
    return [_decimal((middle - 5) * unit, digits), _decimal((middle + 5) * unit, digits)]


def _decimal(value: Fraction, digits: int) -> str:
    whole = f"{abs(int(value * 10**digits)):0{digits + 1}d}"
    return f"{'-' * (value < 0)}{whole[:-digits]}.{whole[-digits:]}"


def _direction(line: Direction) -> str | list[str]:
    return str(line) if isinstance(line, Fraction) else [str(Fraction(x)) for x in line]


def _turned(line: Direction, sign: Weight) -> np.ndarray:
    """The direction to one side of a line, as a vector of floats."""
    side = -1.0 if sign == "-" or (not isinstance(sign, str) and sign < 0) else 1.0
    if isinstance(line, Fraction):
        return side * np.array([math.cos(math.pi * line), math.sin(math.pi * line)])
    return side * np.array([float(x) for x in line])


def _mean(a: np.ndarray, b: np.ndarray) -> float:
    """E relu(a.x) relu(b.x), the arc-cosine kernel of degree one."""
    lengths = float(np.linalg.norm(a) * np.linalg.norm(b))
    unit_a, unit_b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    angle = 2 * math.atan2(float(np.linalg.norm(unit_a - unit_b)), float(np.linalg.norm(unit_a + unit_b)))
    return lengths * (math.sin(angle) + (math.pi - angle) * math.cos(angle)) / (2 * math.pi)


def _product(net: Iterable, other: Sequence) -> float:
    return sum(float(s) * float(t) * _mean(a, b) for a, s in net for b, t in other)


def _risk(net: Sequence, target: Sequence) -> float:
    return _product(net, net) - 2 * _product(net, target) + _product(target, target)


def _kernel(lines: Sequence[np.ndarray], others: Sequence[np.ndarray]) -> np.ndarray:
    """E |u.x| |v.x| of unit vectors."""
    sides = [(1, 1), (1, -1), (-1, 1), (-1, -1)]
    return np.array([[sum(_mean(s * a, t * b) for s, t in sides) for b in others] for a in lines])


def _bound(name: str, lines: Sequence[Direction], target: Sequence) -> float:
    """q*' S q* / 4 of target neurons, as they are, on lines; or |q*|^2 |S| / 4, also of the regular matrix.

    Of that also (|S|^(1/2) |q*| + |w|)^2 / 4, w the sum of the target's weights.
    """
    own = [_turned(line, 1) / np.linalg.norm(_turned(line, 1)) for line in lines]
    columns = [way / np.linalg.norm(way) for way, _ in target]
    sums = np.array([float(size) * np.linalg.norm(way) for way, size in target])
    if name == "schur norm":  # one column a line
        same = np.array([[abs(abs(a @ b) - 1) < 1e-12 for b in columns] for a in columns])
        first = [k for k in range(len(columns)) if not same[k, :k].any()]
        columns, sums = [columns[k] for k in first], (same @ sums)[first]
    gram, cross, rest = _kernel(own, own), _kernel(own, columns), _kernel(columns, columns)
    linear = name in ("regular norm", "repaired norm")
    schur = rest - cross.T @ np.linalg.solve(gram + linear * np.array(own) @ np.array(own).T, cross)
    form = float(sums @ schur @ sums)
    if name == "schur form":
        return form / 4
    if name == "repaired norm":
        weights = sum(float(size) * way for way, size in target)
        return (math.sqrt(form) + float(np.linalg.norm(weights))) ** 2 / 4
    return float(sums @ sums) * min(np.abs(schur).sum(axis=1).max(), float(np.linalg.norm(schur))) / 4


def _stationary(lines: Sequence[Direction], network: Network, target: Sequence) -> list:
    """The network as directions and sizes, those that are sought from a linear system."""
    ways = [_turned(lines[k], weight) for k, weight in network]
    sizes = [0.0 if isinstance(weight, str) else abs(float(weight)) for _, weight in network]
    sought = [index for index, (_, weight) in enumerate(network) if isinstance(weight, str)]
    known = list(zip(ways, sizes, strict=True))
    gram = [[_mean(ways[i], ways[j]) for j in sought] for i in sought]
    right = [_product([(ways[i], 1)], target) - _product([(ways[i], 1)], known) for i in sought]
    for index, size in zip(sought, np.linalg.solve(gram, right) if sought else (), strict=True):
        sizes[index] = float(size)
    return list(zip(ways, sizes, strict=True))


def _given(lines: Sequence[Direction], network: Network, target: Sequence) -> list:
    """A network with decimals for the weights that are sought."""
    sizes = [size for _, size in _stationary(lines, network, target)]
    rounded = [
        Fraction(round(size * 10**6), 10**6) * (-1 if c == "-" else 1)
        for size, (_, c) in zip(sizes, network, strict=True)
    ]
    return [(k, r if isinstance(c, str) else Fraction(c)) for (k, c), r in zip(network, rounded, strict=True)]


def _shown(size: float, weight: Weight) -> str | list[str]:
    """A weight as it is given, or two decimals about the one that was found."""
    return about(-size if weight == "-" else size) if isinstance(weight, str) else str(Fraction(weight))
