"""What the page says of the packages that made it."""

from importlib import metadata

import pytest

from workflow.report import provenance

NUMPY = metadata.version("numpy")
HASH = " \\\n    --hash=sha256:00"


def test_the_installed_packages_are_held_against_the_lock_file():
    lock = (provenance.ROOT / "requirements.lock").read_text()
    assert "numpy==" in lock
    assert provenance.installed_otherwise(lock + f"torch=={metadata.version('torch')}\n") == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"numpy=={NUMPY}", []),
        ("numpy==1.0", [("numpy", "1.0", NUMPY)]),
        ("no-such-package==2.1", [("no-such-package", "2.1", "")]),
        ("numpy==1.0 ; python_full_version < '3'", []),
        ("# numpy==1.0", []),
    ],
)
def test_another_version_is_named(line, found):
    assert provenance.installed_otherwise(line + HASH) == found
