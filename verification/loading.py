"""Importing this first makes libraries load faster.

Garbage is looked for seldom: what is loaded stays. SciPy's copy of NumPy's namespace, which takes whatever NumPy lists,
is kept from loading masked arrays, polynomials, f2py and more so, which come when they are asked for: half of the time
that loading `scipy.special` takes. And SciPy reads the documentation of its functions as it is loaded, to write a note
into it, two fifths of what is left: here it reads none, and many of its functions are left without.
"""

import gc
import sys
from copy import copy
from importlib.machinery import PathFinder

import numpy as np

OBJECTS = 20_000  # to be made before garbage is looked for among them; by itself Python looks after 700
UNASKED = ("char", "core", "ctypeslib", "f2py", "ma", "polynomial", "rec", "testing")
READER = "scipy._lib._docscrape"  # what SciPy reads documentation with


class Unread:
    """Finds the module with which SciPy reads documentation, and has it read none."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """As importlib.abc.MetaPathFinder asks for it; None for every other module."""
        spec = PathFinder.find_spec(name, path, target) if name == READER else None
        if spec and spec.loader:
            load = spec.loader.exec_module

            def load_and_blank(module):
                load(module)
                module.FunctionDoc.__init__ = _blank
                module.FunctionDoc.__str__ = lambda doc, *_: "\n\n"  # behind which SciPy takes the text to stand

            spec.loader.exec_module = load_and_blank  # type: ignore[method-assign]
        return spec


def _blank(doc, function=None, *_, **__):
    """Begin the documentation of a function with every section empty."""
    doc._f, doc._role = function, "func"
    doc._parsed_data = {section: copy(empty) for section, empty in doc.sections.items()}


gc.set_threshold(OBJECTS)
np.__all__ = [name for name in np.__all__ if name not in UNASKED]
getattr(np, "__numpy_submodules__", set()).difference_update(UNASKED)
sys.meta_path.insert(0, Unread)
