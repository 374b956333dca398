"""The site is one folder with all that it links to; it costs no second copy, and nothing in it but ours is touched."""

import errno
import os
import shutil
import subprocess

import pytest
import yaml

from tests.workflow.links import broken
from workflow import settings
from workflow.report.build_page import environment
from workflow.report.site import Site, place


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "run" / "data.h5"
    path.parent.mkdir()
    path.write_bytes(b"data")
    return path


def test_a_file_of_the_run_is_placed_as_the_same_file(source, tmp_path):
    target = tmp_path / "site" / "experiments" / "data.h5"
    place(source, target)
    assert os.path.samefile(source, target)
    source.unlink()
    source.write_bytes(b"other")
    assert target.read_bytes() == b"data"
    place(source, target)
    assert os.path.samefile(source, target) and [path.name for path in target.parent.iterdir()] == ["data.h5"]


@pytest.mark.parametrize("reason", [errno.EXDEV, errno.EPERM, errno.EMLINK])
def test_where_no_link_can_be_had_it_is_copied_once(source, tmp_path, monkeypatch, reason):
    def refused(*_, **__):
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(os, "link", refused)
    os.utime(source, (0, 1000))
    target = tmp_path / "data.h5"
    place(source, target)
    assert target.read_bytes() == b"data" and target.stat().st_mtime == 1000 and target.stat().st_nlink == 1
    number = target.stat().st_ino
    place(source, target)
    assert target.stat().st_ino == number


def test_a_file_of_the_code_is_never_linked(source, tmp_path):
    place(source, tmp_path / "style.css", linked=False)
    assert not os.path.samefile(source, tmp_path / "style.css")


def test_what_is_a_link_to_another_disk_is_placed_itself(source, tmp_path):
    (tmp_path / "linked.h5").symlink_to(source)
    place(tmp_path / "linked.h5", tmp_path / "data.h5")
    assert not (tmp_path / "data.h5").is_symlink() and os.path.samefile(source, tmp_path / "data.h5")


def sealed(folder, source, *names):
    site = Site(folder, environment(), {})
    for name in names:
        site.place(source, name)
    site.put("kept.html", "kept")
    site.seal()


def test_what_an_earlier_page_left_is_taken_away_and_nothing_else(source, tmp_path):
    folder = tmp_path / "site"
    sealed(folder, source, "experiments/old.h5", "experiments/edited.h5", "new.h5")
    (folder / "notes.txt").write_text("of the user")
    (folder / "experiments" / "edited.h5").unlink()
    (folder / "experiments" / "edited.h5").write_bytes(b"edited by the user")
    outside = tmp_path / "outside.h5"
    outside.write_bytes(b"data")
    digest = (folder / "site.sha256").read_text().split()[0]
    with open(folder / "site.sha256", "a") as listed:
        listed.write(f"{digest}  ../outside.h5\n")
    sealed(folder, source, "new.h5")
    left = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert left == ["experiments/edited.h5", "kept.html", "new.h5", "notes.txt", "site.sha256"]
    assert outside.exists() and source.exists()
    subprocess.run(["sha256sum", "--quiet", "--check", "site.sha256"], cwd=folder, check=True)


def test_a_list_that_is_none_takes_nothing_away(source, tmp_path):
    (tmp_path / "site.sha256").write_text("no list\n")
    (tmp_path / "mine").write_text("mine")
    sealed(tmp_path, source)
    assert (tmp_path / "mine").exists()


@pytest.mark.xdist_group("pipeline")
def test_the_folder_of_the_page_is_whole_wherever_it_lies(local_run, tmp_path):
    """Moved away, every link is found in it, its digests are right and its configuration is one."""
    away = tmp_path / "some where else"
    shutil.copytree(local_run / "report", away)
    assert broken(away) == []
    for name in ("site.sha256", "manifest.sha256"):
        subprocess.run(["sha256sum", "--quiet", "--check", name], cwd=away, check=True)
    run = yaml.safe_load((away / "config.yaml").read_text())
    assert settings.validated(run) == run
    assert (away / "experiments" / "degree_one.h5").is_file() and (away / "figures" / "figure_2.csv").is_file()
