"""Kawaguchi, Huang and Kaelbling 2019: how depth and width bound the values of local minima of deep networks.

The paper's functions are found here without importing what they stand on before they are asked for.
"""

import importlib

_FUNCTIONS: dict[str, str] = {
    "projected_loss": "projected",
    "exact_projected_loss": "exact_projection",
    "projected_loss_cost": "cost",
}


def __getattr__(name: str):
    if name not in _FUNCTIONS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.mathematics.{_FUNCTIONS[name]}"), name)
