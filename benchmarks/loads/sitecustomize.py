"""What a process says at its end where this folder is on PYTHONPATH: how long it took to start and to load modules.

Python imports a module of this name at its start. Counted is every module that is looked for and loaded, whenever that
happens, with all that it loads itself, and the start of the interpreter until here; in processor time of this process.
"""

import atexit
import importlib._bootstrap
import sys
import time

_find_and_load = importlib._bootstrap._find_and_load
_spent, _within = time.process_time(), False


def _timed(name, import_):
    """Load a module; what it loads itself is within the time of the first."""
    global _spent, _within
    if _within:
        return _find_and_load(name, import_)
    _within, start = True, time.process_time()
    try:
        return _find_and_load(name, import_)
    finally:
        _within, _spent = False, _spent + time.process_time() - start


def _tell():
    print(f"{_spent:.3f} s of processor time to load", file=sys.stderr)


importlib._bootstrap._find_and_load = _timed
atexit.register(_tell)
