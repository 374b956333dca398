"""One thread a process: tests run side by side, and small solves are slower on several."""

import os

import pytest

from tests.guests import forgotten

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"


@pytest.fixture
def guests(tmp_path):
    """A folder for papers outside the house, whose name has a space; what comes in is forgotten after the test."""
    place = tmp_path / "papers of others"
    place.mkdir()
    with forgotten():
        yield place
