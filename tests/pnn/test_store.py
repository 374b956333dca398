import numpy as np
import pytest
import xarray

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
