"""One thread a process: tests run side by side, and small solves are slower on several."""

import os
import re
from functools import cache
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests.guests import forgotten
from verification import papers

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[variable] = "1"


HOUSE = [*papers.__path__]


@pytest.fixture(autouse=True)
def house_alone():
    """Papers that a test lets in do not stay for the next one."""
    yield
    left, papers.__path__[:] = papers.__path__[len(HOUSE) :], HOUSE
    assert not left, "the test leaves papers in the house: wanted `forgotten`"


@pytest.fixture
def guests(tmp_path):
    """A folder for papers outside the house, whose name has a space; what comes in is forgotten after the test."""
    place = tmp_path / "papers of others"
    place.mkdir()
    with forgotten():
        yield place


class Groups(LoadScopeScheduling):
    """Tests of one `xdist_group` on one worker, so that what they share is made once; all others where there is room.

    A file's mark is read from its source: xdist's own `loadgroup` writes it where pytest 9 does not read it.
    """

    def _split_scope(self, nodeid: str) -> str:
        return _group(nodeid.partition("::")[0]) or nodeid


@cache
def _group(file: str) -> str:
    found = re.search(r'xdist_group\("(\w+)"\)', (Path(__file__).parents[1] / file).read_text(encoding="utf-8"))
    return found[1] if found else ""


def pytest_xdist_make_scheduler(config, log):
    """How tests are given to the workers."""
    return Groups(config, log)
