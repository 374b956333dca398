import shutil

import numpy as np
import pytest

from pnn import manifest, store


@pytest.fixture
def run(tmp_path):
    """Two data files and their manifest."""
    for name in ("one", "two"):
        group = store.Group(axes={"x": store.Array(np.arange(3.0))})
        store.write(tmp_path / "checks" / f"{name}.h5", group, store.Provenance(name, {}, 0, ""))
    files = [str(path) for path in sorted(tmp_path.rglob("*.h5"))]
    manifest.main(["--output", str(tmp_path / "manifest.sha256"), *files])
    return tmp_path


def test_an_untouched_run_has_no_differences(run, capsys):
    assert manifest.differences(run / "manifest.sha256") == []
    manifest.main(["--verify", str(run / "manifest.sha256")])
    assert "all 2 data files" in capsys.readouterr().out


def test_the_copies_that_the_page_has_are_none_of_the_run(run):
    shutil.copytree(run / "checks", run / "report" / "checks")
    assert manifest.differences(run / "manifest.sha256") == []
    shutil.copytree(run / "checks", run / "checks" / "report")
    assert len(manifest.differences(run / "manifest.sha256")) == 2


def test_every_kind_of_difference_is_named(run):
    changed, missing = run / "checks/one.h5", run / "checks/two.h5"
    changed.write_bytes(changed.read_bytes()[:-1] + b"\0")
    missing.rename(run / "checks/three.h5")
    problems = manifest.differences(run / "manifest.sha256")
    assert problems == ["checks/two.h5: missing", "checks/three.h5: not in the manifest", "checks/one.h5: changed"]
    with pytest.raises(SystemExit, match=r"checks/one\.h5: changed"):
        manifest.main(["--verify", str(run / "manifest.sha256")])


@pytest.mark.parametrize("text", ["", "no digest\n", "ab  checks/one.h5\n"])
def test_a_manifest_that_is_none_is_refused(run, text):
    (run / "manifest.sha256").write_text(text)
    with pytest.raises(SystemExit, match="no list of digests, lines of a SHA-256"):
        manifest.main(["--verify", str(run / "manifest.sha256")])


def test_a_missing_manifest_says_what_to_do(tmp_path):
    with pytest.raises(store.DamagedFile, match="run the stage that writes it"):
        manifest.differences(tmp_path / "manifest.sha256")


def test_a_damaged_file_gets_no_manifest(run):
    damaged = run / "checks/one.h5"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    with pytest.raises(SystemExit, match=r"one\.h5: its bytes do not match"):
        manifest.main(["--output", str(run / "again.sha256"), str(damaged)])
    assert not (run / "again.sha256").exists()


def test_files_and_folders_may_be_links_to_another_disk(run):
    disk = run / "disk"
    (run / "checks").rename(disk)
    (disk / "one.h5").rename(disk / "elsewhere.bin")
    (disk / "one.h5").symlink_to(disk / "elsewhere.bin")
    (run / "results").mkdir()
    (run / "results" / "checks").symlink_to(disk)
    files = [str(run / "results" / "checks" / f"{name}.h5") for name in ("one", "two")]
    made = run / "results" / "manifest.sha256"
    manifest.main(["--output", str(made), *files])
    assert list(store.listed_digests(made)) == ["checks/one.h5", "checks/two.h5"]
    assert manifest.differences(made) == []
    (disk / "three.h5").write_bytes(b"")
    assert manifest.differences(made) == ["checks/three.h5: not in the manifest"]


def test_a_ledger_that_is_not_listed_is_named(run):
    store.write_text(run / "ledger.json", "{}\n")
    assert manifest.differences(run / "manifest.sha256") == ["ledger.json: not in the manifest"]
    (run / "checks" / "ledger.json").write_text("of somebody else\n")
    (run / "notes.json").write_text("no data\n")
    assert manifest.differences(run / "manifest.sha256") == ["ledger.json: not in the manifest"]
