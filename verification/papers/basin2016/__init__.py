"""Safran and Shamir 2016: basins of the loss of ReLU networks, and how likely a random start lies in a good one.

The paper's functions, `basin_value`, `theorem_2_probability` and others, are found here without importing what they
stand on before they are asked for.
"""

import importlib

_FUNCTIONS = {
    "basin_value": "basin",
    "exact_basin": "rational",
    **dict.fromkeys(("theorem_2_probability", "theorem_4_probability", "theorem_4_failure"), "coverage"),
    **dict.fromkeys(("theorem_2_bound", "theorem_4_bound"), "coverage"),
    **dict.fromkeys(("Teacher", "near_probability", "printed_near_probability"), "near_neurons"),
    **dict.fromkeys(("theorem_3_width", "theorem_3_bound", "theorem_3_probability"), "near_neurons"),
    **dict.fromkeys(("theorem_5_bound", "theorem_5_better_bound", "theorem_5_value"), "uncut_clusters"),
}


def __getattr__(name: str):
    if name not in _FUNCTIONS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.mathematics.{_FUNCTIONS[name]}"), name)
