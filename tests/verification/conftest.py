import pytest

from tests.verification.guests import forgotten


@pytest.fixture
def guests(tmp_path):
    """A folder for papers outside the house, whose name has a space; what comes in is forgotten after the test."""
    place = tmp_path / "papers of others"
    place.mkdir()
    with forgotten():
        yield place
