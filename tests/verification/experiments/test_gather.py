"""What is gathered fits together, however it was cut, and what does not is named."""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pnn.store import Array, Group, Provenance, read, write
from tests.verification.experiments.command_lines import gathering
from verification.experiments import gather
from verification.experiments.gather import Part, combine
from verification.papers.pnn2017.experiments.degree_one import gather as degree_one_gather
from verification.papers.pnn2017.experiments.degree_one import plan as degree_one_plan

COORDINATES = st.one_of(
    st.lists(st.integers(-50, 50), min_size=1, max_size=4, unique=True).map(sorted),
    st.lists(st.floats(-5, 5, width=16), min_size=1, max_size=4, unique=True).map(sorted),
    st.lists(st.text("abcä", max_size=3), min_size=1, max_size=4, unique=True),
)


def coordinates(values: Sequence) -> np.ndarray:
    return np.array(values, dtype=object) if isinstance(values[0], str) else np.array(values)


def numbers(kind: str, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Values of a kind, some of the real ones NaN."""
    if kind == "text":
        return np.array([f"w{n}" for n in rng.integers(0, 99, math.prod(shape))], dtype=object).reshape(shape)
    values = rng.integers(-9, 9, shape)
    return {"whole": values, "truth": values > 0, "real": np.where(values == 0, np.nan, values / 7)}[kind]


@dataclass(frozen=True)
class Cut:
    """A labelled group, and the jobs into which it is cut; `stacked` is an axis that the jobs themselves lack."""

    whole: Group
    parts: list[Part]
    stacked: str


def cells(group: Group, name: str) -> dict[tuple, object]:
    """Every cell of an array by its coordinates; NaN, which is not like itself, as a word."""
    array = group.arrays[name]
    scales = [group.axes[axis].values.tolist() for axis in array.axes]
    flat = zip(itertools.product(*scales), np.asarray(array.values).ravel().tolist(), strict=True)
    return {place: "NaN" if value != value else value for place, value in flat}


def same(found: Group, whole: Group) -> None:
    """Assert that two groups hold the same, but for the order of texts along an axis; numbers rise."""
    assert found.axes.keys() == whole.axes.keys() and found.arrays.keys() == whole.arrays.keys()
    for name, axis in whole.axes.items():
        order = found.axes[name].values.tolist()
        wanted = axis.values.tolist()
        assert sorted(order) == sorted(wanted) if isinstance(wanted[0], str) else order == wanted
    for name, array in whole.arrays.items():
        assert replace(found.arrays[name], values=None) == replace(array, values=None)
        assert found.arrays[name].values.dtype.kind == array.values.dtype.kind
        assert cells(found, name) == cells(whole, name)
    assert found.attributes == whole.attributes and found.texts == whole.texts


def piece(whole: Group, chosen: Mapping[str, Sequence[int]], stacked: str) -> Part:
    """The part of a group at these positions along some axes; `stacked`, of one position, is taken out."""
    at = {stacked: whole.axes[stacked].values.tolist()[chosen[stacked][0]]} if stacked else {}
    arrays = {}
    for name, array in whole.arrays.items():
        values = array.values
        for axis in set(array.axes) & set(chosen):
            values = values.take(chosen[axis], array.axes.index(axis))
        arrays[name] = (
            replace(array, values=values[0, ...], axes=array.axes[1:]) if stacked else replace(array, values=values)
        )
    axes = {
        name: replace(axis, values=axis.values[list(chosen[name])]) if name in chosen else axis
        for name, axis in whole.axes.items()
        if name != stacked
    }
    return Part(Group(axes, arrays, dict(whole.attributes), {}, dict(whole.texts)), "mode", at)


def groupings(size: int) -> st.SearchStrategy[list[list[int]]]:
    """Positions put into blocks, in any order."""
    labels = st.lists(st.integers(0, size - 1), min_size=size, max_size=size)
    return labels.map(lambda of: [[i for i in range(size) if of[i] == label] for label in sorted(set(of))])


@st.composite
def cuts(draw) -> Cut:
    """A group of one to three axes, cut along one or two of them."""
    names = ["a", "b", "c"][: draw(st.integers(1, 3))]
    axes = {name: Array(coordinates(draw(COORDINATES)), (name,), "", f"along {name}") for name in names}
    stacked = draw(st.sampled_from(["", names[0]]))
    rng, arrays = np.random.default_rng(draw(st.integers(0, 999))), {}
    for number in range(draw(st.integers(1, 3))):
        over = tuple(name for name in names if name == stacked or draw(st.booleans()))
        values = numbers(
            draw(st.sampled_from(["whole", "real", "truth", "text"])), tuple(axes[a].values.size for a in over), rng
        )
        arrays[f"array_{number}"] = Array(values, over, "mm", f"number {number}")
    whole = Group(axes, arrays, {"engine": "torch", "inputs": 5}, {}, {"note": "one text"})
    along = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    along = sorted({*along, stacked} - {""})
    blocks = [
        [[i] for i in range(axes[name].values.size)] if name == stacked else draw(groupings(axes[name].values.size))
        for name in along
    ]
    parts = [piece(whole, dict(zip(along, chosen, strict=True)), stacked) for chosen in itertools.product(*blocks)]
    return Cut(whole, draw(st.permutations(parts)), stacked)


@settings(deadline=None, max_examples=300)
@given(cuts())
def test_any_cut_in_any_order_gathers_to_the_whole(cut):
    whole = cut.whole
    if cut.stacked:
        described = Array(whole.axes[cut.stacked].values, (cut.stacked,), "", "what it means")
        whole = replace(whole, axes={**whole.axes, cut.stacked: described})
    found = gather.gather(cut.parts, {"a": "what it means"})
    assert list(found.groups) == ["mode"] and not found.arrays and not found.axes
    same(found.groups["mode"], whole)
    if cut.stacked:
        axis = found.groups["mode"].axes[cut.stacked]
        assert (axis.description, axis.axes, axis.unit) == ("what it means", (cut.stacked,), "")


@settings(deadline=None, max_examples=100)
@given(cuts(), st.data())
def test_a_job_twice_changes_nothing_and_with_other_numbers_is_refused(cut, data):
    again = data.draw(st.sampled_from(cut.parts))
    same(combine([*cut.parts, again], {}), combine(cut.parts, {}))
    name = data.draw(st.sampled_from(sorted(again.content.arrays)))
    array = again.content.arrays[name]
    assume(array.values.dtype.kind != "O")
    other = replace(array, values=~array.values if array.values.dtype.kind == "b" else np.nan_to_num(array.values) + 1)
    wrong = replace(again, content=replace(again.content, arrays=again.content.arrays | {name: other}))
    with pytest.raises(ValueError, match=f"the same coordinates must have the same '{name}'"):
        combine([*cut.parts, wrong], {})


def job(neurons=4, simulations=2, mode="replay", first=0, **attributes) -> Part:
    """A job of an experiment on networks, its numbers telling where they come from."""
    places = np.arange(first, first + simulations)
    axes = {"simulation": Array(places, ("simulation",))}
    errors = Array(100.0 * neurons + places, ("simulation",), "", "errors")
    about = {"engine": "compiled", "device": "cpu", **attributes}
    return Part(Group(axes, {"error": errors}, about, {}, {"note": "a text"}), mode, {"neurons": neurons})


def test_conditions_are_in_order_and_modes_apart():
    root = gather.gather([job(n, mode=mode) for mode in ("fresh", "replay") for n in (8, 4)], {"neurons": "a number"})
    assert list(root.groups) == ["fresh", "replay"]
    for group in root.groups.values():
        assert group.axes["neurons"].values.tolist() == [4, 8]
        assert group.axes["neurons"].description == "a number"
        assert group.arrays["error"].axes == ("neurons", "simulation")
        assert group.arrays["error"].values.tolist() == [[400, 401], [800, 801]]


def test_jobs_of_one_condition_are_one_in_the_order_of_their_trials():
    cuts = [(3, 1), (0, 2), (2, 1)]
    group = gather.gather([job(4, count, first=first) for first, count in cuts], {}).groups["replay"]
    assert group.axes["simulation"].values.tolist() == [0, 1, 2, 3]
    assert group.arrays["error"].values.tolist() == [[400, 401, 402, 403]]


def test_a_single_job_is_stacked_as_one_of_many():
    group = gather.gather([job(4)], {}).groups["replay"]
    assert group.arrays["error"].axes == ("neurons", "simulation") and group.axes["neurons"].values.tolist() == [4]


def changed(part: Part, **changes) -> Part:
    return replace(part, content=replace(part.content, **changes))


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ([job(), job(6, 3)], "replay: no job has 'error' at neurons 4, simulation 2"),
        ([job(), job(4, 1, first=2), job(6, 2)], "replay: no job has 'error' at neurons 6, simulation 2"),
        ([job(), changed(job(6), arrays={})], r"replay: the jobs must have the same arrays, not \[\['error'\], \[\]\]"),
        ([job(), replace(job(), at={})], r"replay: the jobs must have the same axes"),
        ([job(), replace(job(), at={"inputs": 4})], "replay: the jobs must have the same axes"),
        ([job(), changed(job(6), texts={"note": "another"})], "replay: the jobs must have the same text 'note'"),
        ([job(), changed(job(6), texts={})], "replay: the jobs must have the same texts"),
        ([replace(job(), group=""), replace(job(6, 3), group="")], "the jobs: no job has 'error'"),
        ([replace(job(), at={"simulation": 3})], "replay: a job has the axis 'simulation' itself"),
        (
            [job(), changed(job(6), axes={"simulation": Array(np.array([1, 1]), ("simulation",))})],
            r"replay: a job must have every coordinate of the axis 'simulation' once, not \[1, 1\]",
        ),
        (
            [job(), changed(job(6), axes={"simulation": Array(np.array([1, np.nan]), ("simulation",))})],
            r"replay: a job must have every coordinate of the axis 'simulation' once, not \[1.0, nan\]",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_the_name_of_its_group(parts, message):
    with pytest.raises(ValueError, match=message):
        gather.gather(parts, {})


def test_an_array_over_other_axes_is_refused():
    square = {name: Array(np.arange(2), (name,)) for name in ("a", "b")}
    one, other = (Part(Group(square, {"x": Array(np.eye(2), over)})) for over in (("a", "b"), ("b", "a")))
    with pytest.raises(ValueError, match="the jobs must have 'x' over the same axes"):
        gather.gather([one, other], {})


def test_attributes_in_which_jobs_differ_are_listed_or_dropped():
    parts = [job(4, device="cpu", first_trial=0, size=3), job(6, device="cuda", first_trial=5, size=3, late=True)]
    attributes = gather.gather(parts, {}).groups["replay"].attributes
    assert attributes == {"engine": "compiled", "device": "cpu, cuda", "size": 3, "late": True}


def test_numbers_without_axes_are_kept_where_they_are_the_same():
    parts = [Part(Group(arrays={"norm": Array(np.array(value))})) for value in (2.5, 2.5, 3.5)]
    assert gather.gather(parts[:2], {}).arrays["norm"].values == 2.5
    with pytest.raises(ValueError, match="the jobs: jobs that have the same coordinates must have the same 'norm'"):
        gather.gather(parts, {})


def test_jobs_without_a_group_stand_at_the_root_beside_groups():
    plain, inner = replace(job(first_trial=1), group="", at={}), Group(attributes={"of": "the job"})
    root = gather.gather([job(), changed(plain, groups={"inner": inner})], {})
    assert root.arrays["error"].axes == ("simulation",) and set(root.groups) == {"replay", "inner"}
    assert root.attributes["first_trial"] == 1
    with pytest.raises(ValueError, match="replay: a job without a group has left a group of that name too"):
        gather.gather([changed(plain, groups={"replay": inner}), job()], {})


def nested(neurons: int, simulations: int = 2, best: bool = True) -> Part:
    """A job with a group inside, whose array stands over an axis of the job itself."""
    part = job(neurons, simulations)
    values = part.content.arrays["error"].values / 2
    inner = {"optimum": Group(arrays={"error": Array(values, ("simulation",))}, attributes={"exact": True})}
    return changed(part, groups=inner) if best else part


def test_groups_within_are_gathered_likewise_over_the_axes_above_them(tmp_path):
    parts = [nested(4), nested(8), nested(6, best=False)]
    for name, root in {
        "as made": gather.gather(parts, {}),
        "as read": gather.gather([replace(p, content=stored(tmp_path, p)) for p in parts], {}),
    }.items():
        inner = root.groups["replay"].groups["optimum"]
        assert inner.axes["neurons"].values.tolist() == [4, 8], name
        assert inner.arrays["error"].values.tolist() == [[200, 200.5], [400, 400.5]], name
        assert inner.attributes == {"exact": True}, name
        assert root.groups["replay"].arrays["error"].values.shape == (3, 2), name
        write(tmp_path / "whole.h5", root, Provenance("whole", {}, 0, ""))
        back = read(tmp_path / "whole.h5").groups["replay"].groups["optimum"]
        assert back.arrays["error"].axes == ("neurons", "simulation")
    with pytest.raises(ValueError, match="replay: no job has 'error' at neurons 4, simulation 2"):
        gather.gather([nested(4), nested(8, 3)], {})


def stored(folder, part: Part) -> Group:
    """A job's content as it is read from its file."""
    write(folder / "job.h5", part.content, Provenance("job", {}, 0, ""))
    return gather._read(str(folder / "job.h5"))


def curves(number: int) -> dict[str, Group]:
    axes = {"epoch": Array(np.arange(3), ("epoch",))}
    return {"curves": Group(axes, {"loss": Array(np.full(3, float(number)), ("epoch",))})}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_example_curves_stand_beside_the_modes(order):
    ratios = [
        replace(job(mode=mode), at={"ratio": ratio}) for mode, ratio in (("replay", 2), ("replay", 3), ("fresh", 2))
    ]
    ratios[0] = changed(ratios[0], groups=curves(7))
    root = degree_one_gather.gather([ratios[place] for place in order], degree_one_plan.AXES)
    assert set(root.groups) == {"replay", "fresh", "curves"}
    assert root.groups["curves"].arrays["loss"].values.tolist() == [7, 7, 7]
    assert not any(root.groups[mode].groups for mode in ("replay", "fresh"))
    assert root.groups["replay"].axes["ratio"].values.tolist() == [2, 3]
    assert root.groups["replay"].axes["ratio"].description == "neurons for each input, k/d"


def written(folder, **jobs: Part) -> dict:
    """Files of jobs, as `gathering` wants them."""
    for name, part in jobs.items():
        write(folder / f"{name}.h5", part.content, Provenance(name, {"of": name}, 0, "test"))
    return {folder / f"{name}.h5": (part.group, part.at) for name, part in jobs.items()}


def test_the_command_line_gathers_and_says_where_the_file_comes_from(tmp_path):
    jobs = written(tmp_path, one=job(8), two=job(4), three=job(4, mode="fresh"))
    total = tmp_path / "all.h5"
    assert gather.main(gathering("pnn2017", "random_pnn", jobs, total, seed=9)) == 0
    root = read(total)
    assert root.groups["replay"].arrays["error"].values.tolist() == [[400, 401], [800, 801]]
    assert root.groups["replay"].axes["neurons"].description == "neurons, two on each line"
    assert root.groups["replay"].attributes == {"engine": "compiled", "device": "cpu"}
    assert (root.attributes["id"], root.attributes["seed"], root.attributes["code"]) == ("random_pnn", 9, "abc")
    assert root.attributes["settings"] == '{"seed": 9}'


def test_a_damaged_input_is_named_and_nothing_is_written(tmp_path, capsys):
    jobs = written(tmp_path, job=job(4), other=job(6))
    path = tmp_path / "job.h5"
    path.write_bytes(path.read_bytes()[:-3])
    assert gather.main(gathering("pnn2017", "random_pnn", jobs, tmp_path / "all.h5")) == 1
    _, told = capsys.readouterr().err.splitlines()
    assert told.startswith("gather random_pnn: ") and "job.h5: its bytes do not match" in told
    assert not list(tmp_path.glob("all.h5*"))


def test_jobs_that_do_not_fit_are_one_line_and_nothing_is_written(tmp_path, capsys):
    jobs = written(tmp_path, one=job(4), two=job(6, simulations=3))
    assert gather.main(gathering("pnn2017", "random_pnn", jobs, tmp_path / "all.h5")) == 1
    _, told = capsys.readouterr().err.splitlines()
    assert told == "gather random_pnn: replay: no job has 'error' at neurons 4, simulation 2"
    words = gathering("pnn2017", "random_pnn", jobs, tmp_path / "all.h5")
    assert gather.main(words[:-1]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert not list(tmp_path.glob("all.h5*"))
