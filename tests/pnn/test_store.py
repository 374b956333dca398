import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import h5py
import numpy as np
import pytest
import xarray
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn import store

PROVENANCE = store.Provenance("example", {"size": 3}, 7, "abc")


def example():
    inner = store.Group(
        arrays={"shared": store.Array(np.arange(200.0), ("trial",), "", "uses the parent's axis")},
        attributes={"count": 4, "name": "inner", "share": 0.5},
    )
    return store.Group(
        axes={
            "trial": store.Array(np.arange(200), (), "", "number"),
            "ratio": store.Array(np.array([2, 10]), (), "", "k/d"),
        },
        arrays={
            "loss": store.Array(np.linspace(0, 1, 400).reshape(2, 200), ("ratio", "trial"), "J", "a loss"),
            "bad": store.Array(np.arange(200) % 2 == 0, ("trial",), "", "a verdict"),
            "scalar": store.Array(np.float64(0.25), (), "", "one number"),
            "name": store.Array(np.array(["a", "ü"]), ("ratio",), "", "names"),
        },
        groups={"inner": inner},
        texts={"records": '{"a": [1, 2]}'},
    )


def assert_same(left, right):
    assert left.texts == right.texts and set(left.groups) == set(right.groups)
    for kind in ("axes", "arrays"):
        ours, theirs = getattr(left, kind), getattr(right, kind)
        assert set(ours) == set(theirs)
        for name, array in ours.items():
            assert np.array_equal(array.values, theirs[name].values)
            assert (array.axes, array.unit, array.description) == (
                theirs[name].axes,
                theirs[name].unit,
                theirs[name].description,
            )
    for name in left.groups:
        assert left.groups[name].attributes == right.groups[name].attributes
        assert_same(left.groups[name], right.groups[name])


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "deep" / "file.h5"
    store.write(path, example(), PROVENANCE)
    found = store.read(path)
    assert_same(example(), found)
    assert found.attributes["id"] == "example" and found.attributes["seed"] == 7
    assert found.attributes["code"] == "abc" and found.attributes["settings"] == '{"size": 3}'


def test_the_same_content_gives_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        store.write(tmp_path / name / "file.h5", example(), PROVENANCE)
    assert (tmp_path / "a/file.h5").read_bytes() == (tmp_path / "b/file.h5").read_bytes()
    assert (tmp_path / "a/file.h5.sha256").read_text() == (tmp_path / "b/file.h5.sha256").read_text()


def test_xarray_sees_labelled_axes(tmp_path):
    store.write(tmp_path / "file.h5", example(), PROVENANCE)
    with xarray.open_datatree(tmp_path / "file.h5", engine="h5netcdf") as tree:
        assert tree["loss"].dims == ("ratio", "trial")
        assert float(tree["loss"].sel(ratio=10, trial=199)) == 1.0
        assert tree["inner/shared"].dims == ("trial",)
        assert tree["loss"].attrs["units"] == "J"


@pytest.mark.parametrize("place", [0.01, 0.3, 0.6, 0.99])
def test_a_damaged_byte_is_found(tmp_path, place):
    path = tmp_path / "file.h5"
    store.write(path, example(), PROVENANCE)
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 1
    path.write_bytes(content)
    with pytest.raises(store.DamagedFile, match=r"file\.h5"):
        store.read(path)


def test_a_cut_file_and_a_lost_or_empty_digest_are_found(tmp_path):
    path = tmp_path / "file.h5"
    store.write(path, example(), PROVENANCE)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    with pytest.raises(store.DamagedFile, match=r"file\.h5"):
        store.read(path)
    path.write_bytes(whole)
    store.sidecar(path).write_text("")
    with pytest.raises(store.DamagedFile, match=r"file\.h5"):
        store.read(path)
    store.sidecar(path).unlink()
    with pytest.raises(store.DamagedFile, match=r"file\.h5\.sha256"):
        store.read(path)


@pytest.mark.parametrize(
    ("values", "axes", "message"),
    [
        (np.zeros(3), (), "dimensions but axes"),
        (np.zeros(3), ("epoch",), "no coordinates"),
        (np.zeros(3), ("trial",), "has 200 coordinates"),
    ],
)
def test_axes_that_do_not_fit_are_refused_and_leave_the_old_file(tmp_path, values, axes, message):
    path, broken = tmp_path / "file.h5", example()
    store.write(path, example(), PROVENANCE)
    broken.arrays["wrong"] = store.Array(values, axes)
    with pytest.raises(ValueError, match=message):
        store.write(path, broken, PROVENANCE)
    assert_same(example(), store.read(path))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file.h5", "file.h5.sha256"]


def signed(path):
    """Give a file that something else wrote the digest that lets it be opened."""
    store.sidecar(path).write_text(f"{store.sha256(path)}  {path.name}\n")


def test_a_file_of_another_schema_and_a_link_out_of_a_file_are_refused(tmp_path):
    path = tmp_path / "file.h5"
    store.write(path, example(), PROVENANCE)
    with h5py.File(path, "r+") as file:
        file["elsewhere"] = h5py.ExternalLink("/etc/passwd", "/")
    signed(path)
    with pytest.raises(store.DamagedFile, match="elsewhere is a link"):
        store.read(path)
    with h5py.File(path, "r+") as file:
        del file["elsewhere"]
        file.attrs["schema"] = 99
    signed(path)
    with pytest.raises(store.DamagedFile, match="schema is 99; wanted 1"):
        store.read(path)


@pytest.fixture(scope="module")
def whole():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.h5"
        store.write(path, example(), PROVENANCE)
        yield path, path.read_bytes(), store.sidecar(path).read_bytes()


DAMAGE = st.sampled_from(["flip", "cut", "insert"])


@pytest.mark.slow
@settings(deadline=None, max_examples=10_000)
@given(DAMAGE, st.floats(0, 1, exclude_max=True), st.integers(0, 7), st.booleans())
def test_no_damaged_byte_is_ever_read(whole, damage, place, bit, digest):
    path, content, written = whole
    target, data = (store.sidecar(path), written[:64]) if digest else (path, content)
    at = int(place * len(data))
    after = {"flip": bytes([data[at] ^ 1 << bit]) + data[at + 1 :], "cut": b"", "insert": b"x" + data[at:]}[damage]
    path.write_bytes(content)
    store.sidecar(path).write_bytes(written)
    target.write_bytes(data[:at] + after)
    with pytest.raises(store.DamagedFile, match=r"file\.h5"):
        store.read(path)


NODES = st.recursive(
    st.one_of(
        st.integers(-5, 5),
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5),
        st.lists(st.floats(allow_nan=False), max_size=4).map(np.array),
        st.lists(st.complex_numbers(allow_nan=False), max_size=3).map(np.array),
        st.binary(min_size=1, max_size=4).map(np.void),
        st.just(h5py.Empty("f8")),
        st.just(h5py.SoftLink("/nowhere")),
    ),
    lambda inner: st.dictionaries(st.text("abc", min_size=1, max_size=2), inner, max_size=3),
    max_leaves=5,
)


def foreign(node, tree, units):
    for name, value in tree.items():
        if isinstance(value, dict):
            foreign(node.create_group(name), value, units)
        else:
            node[name] = value
            if units and not isinstance(value, h5py.SoftLink):
                node[name].attrs["units"] = units


@pytest.mark.slow
@settings(deadline=None, max_examples=10_000)
@given(st.dictionaries(st.text("abc", min_size=1, max_size=2), NODES, max_size=3), st.sampled_from(["", "m"]))
def test_a_foreign_file_is_read_whole_or_refused(whole, tree, units):
    path = whole[0].with_name("foreign.h5")
    with h5py.File(path, "w") as file:
        file.attrs["schema"] = store.SCHEMA
        foreign(file, tree, units)
    signed(path)
    try:
        found = store.read(path)
    except store.DamagedFile as error:
        assert "foreign.h5" in str(error)
    else:
        assert {*found.axes, *found.arrays, *found.groups, *found.texts} == set(tree)


def test_truth_values_are_bytes_that_every_reader_sees(tmp_path):
    """HDF5's enumerations, which h5py makes of booleans, are passed over by NetCDF's programs without a word."""
    path, group = tmp_path / "file.h5", example()
    group.attributes["whole"] = True
    store.write(path, group, PROVENANCE)
    with h5py.File(path) as file:
        assert file["bad"].dtype == np.int8 and file["bad"][:3].tolist() == [1, 0, 1]
        assert file.attrs["whole"] == 1 and file.attrs.get_id("whole").dtype == np.int8
    with xarray.open_datatree(path, engine="h5netcdf") as tree:
        assert tree["bad"].dtype == bool
    assert store.read(path).arrays["bad"].values.dtype == bool


@pytest.mark.skipif(not shutil.which("ncdump"), reason="ncdump is not installed")
def test_ncdump_sees_every_array(tmp_path):
    store.write(tmp_path / "file.h5", example(), PROVENANCE)
    command = ["ncdump", "-h", str(tmp_path / "file.h5")]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for line in (
        "double loss(ratio, trial)",
        "byte bad(trial)",
        "double scalar",
        "string name(ratio)",
        "shared(trial)",
    ):
        assert line in shown


def test_files_that_cannot_be_locked_are_written_and_read(tmp_path, monkeypatch):
    """As on network file systems that refuse locks: here another has the lock already."""
    made, path = store.half_written, tmp_path / "file.h5"
    held = []

    def locked(target):
        temporary = made(target)
        held.append(os.open(temporary, os.O_RDONLY))
        fcntl.flock(held[-1], fcntl.LOCK_EX)
        return temporary

    monkeypatch.setattr(store, "half_written", locked)
    store.write(path, example(), PROVENANCE)
    assert_same(example(), store.read(path))
    os.close(held[0])
