import os
import stat

import pytest

from pnn import whole_files
from pnn.training.checkpoint import Checkpoint


def permissions(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(("umask", "wanted"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_file_has_the_permissions_that_the_user_wants(tmp_path, umask, wanted):
    before = os.umask(umask)
    try:
        whole_files.write_text(tmp_path / "in" / "a.txt", "whole")
        Checkpoint(tmp_path / "part").save({})
    finally:
        os.umask(before)
    assert permissions(tmp_path / "in" / "a.txt") == permissions(tmp_path / "part") == wanted


def test_what_a_killed_writer_left_is_deleted_and_nothing_else(tmp_path):
    folder = tmp_path / "in [1]"
    whole_files.write_text(folder / "a.h5", "whole")
    for place in (folder, folder / "below", tmp_path):
        whole_files.half_written(place / "a.h5")
    others = (".mine.tmp", ".a.h5.half-written", ".hidden", "a.0123456789abcdef.half-written")
    for name in others:
        (folder / name).write_text("mine")
    assert [path.name[:6] for path in whole_files.leftovers(folder, "a.h5")] == [".a.h5."]
    whole_files.discard_leftovers([folder, tmp_path / "not there"])
    assert {path.name for path in folder.iterdir()} == {"a.h5", "below", *others}
    assert len(list((folder / "below").iterdir())) == 1
    assert len(list(whole_files.leftovers(tmp_path))) == 1


def test_a_write_that_fails_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.txt"
    whole_files.write_text(path, "whole")
    with pytest.raises(TypeError):
        whole_files.write_bytes(path, "text")
    assert path.read_text() == "whole" and list(tmp_path.iterdir()) == [path]
