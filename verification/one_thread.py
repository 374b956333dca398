"""Importing this first keeps numerical libraries to one thread, as the stages of a run are, unless told otherwise.

Most products that a claim asks for are so small that a second thread spends longer on waiting than both on computing.
"""

import os

VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")

for _variable in VARIABLES:
    os.environ.setdefault(_variable, "1")
