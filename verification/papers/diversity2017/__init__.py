"""Xie, Liang and Song 2017: diverse units, the kernel of their activations, and spurious local minima.

The paper's functions are found here without importing what they stand on before they are asked for.
"""

import importlib

_FUNCTIONS = {
    **dict.fromkeys(("squared_discrepancy", "mean_squared_kernel"), "discrepancy"),
    **dict.fromkeys(("regulariser", "regulariser_gradient"), "discrepancy"),
    **dict.fromkeys(("symmetric_regulariser", "symmetric_regulariser_gradient"), "symmetric"),
    "activation_kernel_eigenvalue": "spectrum",
    "smallest_singular_value": "singular",
}


def __getattr__(name: str):
    if name not in _FUNCTIONS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.mathematics.{_FUNCTIONS[name]}"), name)
