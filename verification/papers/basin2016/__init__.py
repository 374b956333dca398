"""Safran and Shamir 2016: basins of the loss of ReLU networks, and how likely a random start lies in a good one.

`basin_value` and `exact_basin`, the least loss over the basin of a start, are found here without importing a solver
before they are asked for.
"""

import importlib

_FUNCTIONS = {"basin_value": "basin", "exact_basin": "rational"}


def __getattr__(name: str):
    if name not in _FUNCTIONS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.mathematics.{_FUNCTIONS[name]}"), name)
