"""Importing this first makes libraries load faster.

Garbage is looked for seldom: what is loaded stays. And SciPy, whose copy of NumPy's namespace takes whatever NumPy
lists, is kept from loading masked arrays, polynomials, f2py and more so, which come when they are asked for: half of
the time that loading `scipy.special` takes.
"""

import gc

import numpy as np

OBJECTS = 20_000  # to be made before garbage is looked for among them; by itself Python looks after 700
UNASKED = ("char", "core", "ctypeslib", "f2py", "ma", "polynomial", "rec", "testing")

gc.set_threshold(OBJECTS)
np.__all__ = [name for name in np.__all__ if name not in UNASKED]
getattr(np, "__numpy_submodules__", set()).difference_update(UNASKED)
