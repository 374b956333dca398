"""What stands in a file and what is refused, to the letter."""

import json
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import h5py
import numpy as np
import pytest

from pnn import manifest, store, whole_files
from pnn.training import checkpoint as checkpoints
from pnn.training.checkpoint import Checkpoint

ROOT = Path(__file__).resolve().parents[2]
LAST, FIRST = {"b": 1, "a": 2}, {"a": 2, "b": 1}  # one dictionary in two orders


@pytest.fixture
def made(tmp_path):
    """A file with an array on either side of what is worth compressing, one without elements, a number and a text."""
    axes = {name: store.Array(np.arange(length)) for name, length in (("long", 64), ("short", 63), ("none", 0))}
    arrays = {f"over_{name}": store.Array(axis.values * 1.0, (name,), "J", "a loss") for name, axis in axes.items()}
    group = store.Group(axes, arrays | {"number": store.Array(np.float64(2.5))}, {"flag": True}, {}, {"text": "ü"})
    store.write(tmp_path / "file.h5", group, store.Provenance("id", LAST, 7, "code"))
    return tmp_path / "file.h5"


def test_a_root_says_how_it_was_made_in_one_order(made):
    found = store.read(made).attributes
    assert set(store.MADE) <= set(found) and found["schema"] == store.SCHEMA == 1
    assert found["settings"] == json.dumps(FIRST) and (found["seed"], found["code"]) == (7, "code")
    libraries = json.loads(found["libraries"])
    assert list(libraries) == sorted(libraries) and libraries["numpy"] == np.__version__ and all(libraries.values())


def test_a_library_that_is_not_there_is_left_out(monkeypatch):
    monkeypatch.setattr(store, "LIBRARIES", ("numpy", "no_such_library"))
    assert store.versions() == {"numpy": np.__version__}


def test_versions_are_those_of_the_records(monkeypatch):
    assert store.versions() == {name: metadata.version(name) for name in store.LIBRARIES}
    monkeypatch.setattr(store, "_recorded", dict)
    assert store.versions() == {name: metadata.version(name) for name in store.LIBRARIES}


def test_the_first_record_of_a_library_counts_and_others_than_folders_are_passed_over(monkeypatch, tmp_path):
    for place in ("first/numpy-7.1+cpu.dist-info", "first/scikit_learn-0.5.dist-info", "second/numpy-8.0.dist-info"):
        (tmp_path / place).mkdir(parents=True)
    (tmp_path / "file.zip").touch()
    (tmp_path / "here/torch-1.2.dist-info").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    places = ["", *(str(tmp_path / name) for name in ("none", "file.zip", "first", "second"))]
    monkeypatch.setattr(sys, "path", places)
    monkeypatch.setattr(store, "LIBRARIES", ("numpy", "scikit-learn", "torch"))
    assert store.versions() == {"numpy": "7.1+cpu", "scikit-learn": "0.5", "torch": "1.2"}


def test_how_arrays_lie_in_a_file(made):
    with h5py.File(made) as file:
        for name, compression in (("over_long", "gzip"), ("over_short", None)):
            assert (file[name].compression, file[name].fletcher32) == (compression, True)
            assert file[name].chunks and file[name].dtype == np.float64
        assert file["over_none"].chunks is None and file["number"].chunks is None
        assert not file.id.get_create_plist().get_link_creation_order()
        assert dict(file["over_long"].attrs)["units"] == "J" and file["text"].asstr()[()] == "ü"
        assert "dtype" not in file["over_long"].attrs and "units" not in file["text"].attrs
    assert made.read_bytes()[8] == 3  # the superblock of HDF5 1.10
    found = store.read(made)
    assert list(found.axes) == ["long", "none", "short"] and found.arrays["over_long"].description == "a loss"
    assert found.arrays["over_none"].values.shape == (0,) and found.arrays["number"].values == 2.5
    assert found.attributes["flag"] == 1 and type(found.attributes["flag"]) is int


def test_an_axis_without_arrays_and_a_list_of_no_names_are_kept(tmp_path):
    axes = {"alone": store.Array(np.arange(3)), "none": store.Array(np.arange(0))}
    names = store.Array(np.array([], dtype=str), ("none",))
    store.write(tmp_path / "file.h5", store.Group(axes, {"names": names}), store.Provenance("", {}, 0, ""))
    found = store.read(tmp_path / "file.h5")
    assert list(found.axes) == ["alone", "none"] and found.arrays["names"].values.shape == (0,)
    with h5py.File(tmp_path / "file.h5") as file:
        assert file["alone"].attrs["NAME"] == b"alone"


def test_a_sidecar_is_a_line_of_sha256sum(made):
    assert store.sidecar(made).read_text() == f"{store.sha256(made)}  file.h5\n"
    assert store.check_digest(made) == store.sha256(made)
    done = subprocess.run(["sha256sum", "--check", "file.h5.sha256"], cwd=made.parent, capture_output=True)
    assert done.returncode == 0


@pytest.mark.parametrize("digest", [b"", b"\xff\xfe", b"0" * 64, b"\n"])
@pytest.mark.parametrize("reader", [store.read, store.read_text, store.check_digest])
def test_no_reader_opens_what_its_digest_does_not_fit(made, digest, reader):
    store.sidecar(made).write_bytes(digest)
    with pytest.raises(store.DamagedFile, match=r"file\.h5: its bytes do not match file\.h5\.sha256; delete it"):
        reader(made)


@pytest.mark.parametrize("reader", [store.read, store.read_text, store.check_digest])
def test_a_file_or_a_digest_that_is_missing_is_named(made, reader):
    kept = made.read_bytes()
    made.unlink()
    with pytest.raises(store.DamagedFile, match=r"file\.h5: no such file; run the stage that writes file\.h5 again"):
        reader(made)
    made.write_bytes(kept)
    store.sidecar(made).unlink()
    with pytest.raises(store.DamagedFile, match=r"file\.h5\.sha256: no such file"):
        reader(made)


def test_a_text_is_read_when_its_digest_fits(tmp_path):
    path = tmp_path / "ledger.json"
    store.write_text(path, '{"word": "ü"}\n')
    store.write_digests(store.sidecar(path), [path])
    assert store.read_text(path) == '{"word": "ü"}\n'


@pytest.fixture
def listed(tmp_path):
    """A list of digests of two files."""
    for name in ("a.svg", "b.png"):
        (tmp_path / name).write_text(name)
    store.write_digests(tmp_path / "figure.sha256", [tmp_path / "a.svg", tmp_path / "b.png"])
    return tmp_path / "figure.sha256"


def test_a_list_of_digests_holds_every_file(listed):
    store.check_digests(listed)
    assert list(store.listed_digests(listed)) == ["a.svg", "b.png"]
    assert listed.read_text().count("\n") == 2


@pytest.mark.parametrize("name", ["a.svg", "b.png"])
@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_a_listed_file_that_is_missing_or_changed_is_named(listed, name, damage):
    path = listed.with_name(name)
    path.unlink() if damage == "missing" else path.write_text("other")
    with pytest.raises(store.DamagedFile, match=f"{re.escape(name)}: its bytes do not match figure.sha256"):
        store.check_digests(listed)


@pytest.mark.parametrize(
    "text", [b"", b"no digest\n", b"\xff\n", b"%b  a\nab  b\n" % (b"0" * 64), b"%b a\n" % (b"0" * 64)]
)
def test_a_list_that_is_none_is_refused(listed, text):
    listed.write_bytes(text)
    with pytest.raises(store.DamagedFile, match="no list of digests"):
        store.listed_digests(listed)
    listed.unlink()
    with pytest.raises(store.DamagedFile, match=r"figure\.sha256: no such file; run the stage that writes it"):
        store.listed_digests(listed)


def test_a_foreign_file_is_refused_in_words(tmp_path):
    path = tmp_path / "file.h5"
    path.write_text("no HDF5")
    store.write_digests(store.sidecar(path), [path])
    with pytest.raises(store.DamagedFile, match=r"file\.h5: no data file of this pipeline"):
        store.read(path)


def test_a_manifest_is_sorted_by_name_and_relative(made):
    names = ["deep/a.h5", "deep/b.h5", "deep/c.h5", "deep/d  a.h5", "deep/d  b.h5", "deep/d  c.h5"]
    for number, name in enumerate(names):
        store.write(made.parent / name, store.Group(), store.Provenance(str(number), {}, 0, ""))
    text = manifest.gather([made, *(made.parent / name for name in reversed(names))], made.parent)
    digests = [store.sha256(made.parent / name) for name in [*names, "file.h5"]]
    assert digests != sorted(digests)
    assert text == "".join(f"{one}  {name}\n" for one, name in zip(digests, [*names, "file.h5"], strict=True))


def test_the_manifest_stage_wants_its_words(made, capsys):
    for words in ([], ["--output", str(made.with_name("m"))], [str(made)]):
        with pytest.raises(SystemExit) as stopped:
            manifest.main(words)
        assert stopped.value.code == 2 and "wanted --output and files, or --verify" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="no such file"):
        manifest.main(["--verify", str(made.with_name("gone"))])


def test_a_hidden_file_is_no_data_file(made):
    manifest.main(["--output", str(made.with_name("manifest.sha256")), str(made)])
    made.with_name(".hidden.h5").write_bytes(b"")
    made.with_name("notes.txt").write_bytes(b"")
    assert manifest.differences(made.with_name("manifest.sha256")) == []


def test_a_half_written_file_is_new_and_stays_where_a_write_fails_no_longer(tmp_path, monkeypatch):
    first, second = (whole_files.half_written(tmp_path / "deep" / "a.h5") for _ in range(2))
    assert whole_files.half_written(tmp_path / "so" / "much" / "deeper" / "a.h5").is_file()
    assert first != second and first.parent == tmp_path / "deep" and first.read_bytes() == b""
    assert re.fullmatch(r"\.a\.h5\.[0-9a-f]{16}\.half-written", first.name)
    monkeypatch.setattr(whole_files.secrets, "token_hex", lambda _: "0123456789abcdef")
    whole_files.half_written(tmp_path / "b")
    with pytest.raises(FileExistsError):
        whole_files.half_written(tmp_path / "b")


def test_a_leftover_that_its_writer_takes_away_meanwhile_is_no_error(tmp_path, monkeypatch):
    monkeypatch.setattr(
        whole_files, "leftovers", lambda folder: [folder / "gone", whole_files.half_written(folder / "a")]
    )
    whole_files.discard_leftovers([tmp_path])
    assert list(tmp_path.iterdir()) == []


def test_what_a_checkpoint_finds_gone_is_no_error(tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoints, "leftovers", lambda folder, name: [folder / "gone"])
    Checkpoint(tmp_path / "part").remove()


def test_the_key_of_a_checkpoint_does_not_depend_on_an_order(tmp_path):
    one, other = (Checkpoint.keyed(tmp_path, "part", settings, "code", 3.0) for settings in (LAST, FIRST))
    assert one.path == other.path and one.seconds == 3.0
    assert re.fullmatch(r"[0-9a-f]{20}-part\.checkpoint", one.path.name) and one.path.parent == tmp_path


def test_a_checkpoint_is_due_after_its_seconds_and_again_after_each_save(tmp_path, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(checkpoints.time, "monotonic", lambda: now[0])
    checkpoint = Checkpoint(tmp_path / "part", saved=100.0)
    for elapsed, due in ((0, False), (9.9, False), (10, True), (20, True)):
        now[0] = 100.0 + elapsed
        assert checkpoint.is_due() is due
    checkpoint.save({})
    assert checkpoint.saved == 120.0 and not checkpoint.is_due()
    assert Checkpoint.keyed(tmp_path, "part", {}, "").seconds == 10.0


def test_a_checkpoint_is_on_the_disk_before_it_takes_its_place(tmp_path, monkeypatch):
    """What is synchronised is the whole file, and the name still belongs to the old one."""
    checkpoint, seen = Checkpoint(tmp_path / "part"), []
    checkpoint.save({"x": np.arange(3)})
    monkeypatch.setattr(os, "fsync", lambda handle: seen.append((os.fstat(handle).st_size, checkpoint.load()["x"][0])))
    checkpoint.save({"x": np.arange(5, 9)})
    assert seen == [(checkpoint.path.stat().st_size, 0)] and checkpoint.load()["x"][0] == 5
    assert list(tmp_path.iterdir()) == [checkpoint.path]


def test_a_checkpoint_that_cannot_take_its_place_leaves_the_old_one_alone(tmp_path, monkeypatch):
    checkpoint = Checkpoint(tmp_path / "part")
    checkpoint.save({"x": np.arange(3)})
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("no room")))
    with pytest.raises(OSError, match="no room"):
        checkpoint.save({"x": np.arange(5)})
    assert list(tmp_path.iterdir()) == [checkpoint.path] and len(checkpoint.load()["x"]) == 3


def test_a_checkpoint_that_is_not_there_is_none_and_removed_without_a_word(tmp_path):
    checkpoint = Checkpoint(tmp_path / "part")
    assert checkpoint.load() is None
    checkpoint.remove()


def test_texts_are_utf8_whatever_the_machine_prefers(tmp_path):
    """Python warns of every text that is opened without an encoding."""
    program = (
        "import sys, warnings; from pathlib import Path; from pnn import manifest, store, whole_files\n"
        "warnings.simplefilter('error', EncodingWarning); path = Path(sys.argv[1], 'file.h5')\n"
        "store.write(path, store.Group(), store.Provenance('', {}, 0, '')); store.read(path)\n"
        "made = path.with_name('m'); manifest.main(['--output', str(made), str(path)])\n"
        "manifest.main(['--verify', str(made)])\n"
        "text = path.with_name('t'); store.write_text(text, 'ü'); store.write_digests(store.sidecar(text), [text])\n"
        "store.read_text(text); store.check_digests(store.sidecar(text))\n"
    )
    command = [sys.executable, "-X", "warn_default_encoding", "-c", program, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-1000:]
