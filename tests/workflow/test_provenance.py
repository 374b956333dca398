"""What the page says of the packages that made it."""

import os
import subprocess
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


def test_a_library_that_is_not_installed_has_no_version(monkeypatch):
    monkeypatch.setattr(provenance, "LIBRARIES", ("numpy", "no-such-library"))
    told = provenance.versions()
    assert set(told) == {"python", "numpy"} and told["numpy"] == NUMPY


@pytest.mark.parametrize("row", ["1.5\t0:00:01", "", "1.5\t0:00:01\tNA"])
def test_run_times_are_read_of_whole_rows_and_of_no_other_table(tmp_path, row):
    (tmp_path / "whole.tsv").write_text("s\th:m:s\tmax_rss\n2.5\t0:00:02\t80\n")
    (tmp_path / "cut.tsv").write_text(f"s\th:m:s\tmax_rss\n{row}\n")
    (tmp_path / "mine.tsv").write_bytes(b"name\tvalue\n\xe9\t1\n")
    assert provenance.times(tmp_path) == [("whole", 2.5, 80.0)] + [("cut", 1.5, 0.0)] * row.endswith("NA")


def repository(folder):
    """A repository with one commit, and that commit."""
    folder.mkdir(parents=True, exist_ok=True)
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b"]
    for words in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "one"]):
        subprocess.run([*git, *words], check=True)
    return subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()


def test_the_commit_is_that_of_the_code_and_of_no_repository_around_it(tmp_path, monkeypatch):
    around = repository(tmp_path / "other")
    (tmp_path / "other" / "copy").mkdir()
    monkeypatch.setattr(provenance, "ROOT", tmp_path / "other" / "copy")
    assert provenance.commit() == ""
    monkeypatch.setattr(provenance, "ROOT", tmp_path / "other")
    assert provenance.commit() == around
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    monkeypatch.setattr(provenance, "ROOT", tmp_path)
    assert provenance.commit() == ""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a checkout to another user")
def test_a_checkout_of_another_user_has_its_commit(tmp_path, monkeypatch):
    own = repository(tmp_path / "own")
    for folder, _, names in os.walk(tmp_path / "own"):
        for path in [folder, *(os.path.join(folder, name) for name in names)]:
            os.chown(path, 12345, 12345)
    monkeypatch.setattr(provenance, "ROOT", tmp_path / "own")
    assert provenance.commit() == own


@pytest.mark.parametrize(
    ("remote", "told"),
    [
        ("https://someone:secret@example.org/house/landscapes.git", "https://example.org/house/landscapes.git"),
        ("ssh://git@example.org/landscapes.git", "ssh://example.org/landscapes.git"),
        ("/home/someone/landscapes", ""),
        ("", ""),
    ],
)
def test_the_repository_is_named_without_a_users_name(tmp_path, monkeypatch, remote, told):
    repository(tmp_path)
    if remote:
        subprocess.run(["git", "-C", str(tmp_path), "remote", "add", "origin", remote], check=True)
    monkeypatch.setattr(provenance, "ROOT", tmp_path)
    assert provenance.repository() == told
