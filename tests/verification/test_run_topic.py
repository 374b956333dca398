"""Jobs of a topic by a method, from the command line to their files and back."""

import json
import sys
from types import ModuleType

import h5py
import numpy as np
import pytest
import sympy

from pnn import store
from verification import run_topic
from verification.assemble_ledger import records_of
from verification.certificates import leaves
from verification.methods import exact, monte_carlo, symbolic
from verification.methods.monte_carlo import Estimate


def square(x):
    return x**2


@symbolic.check("test.zero", "square", wrong={"3": {"power": 3}}, forms={"square": square})
def a_square(power=2):
    """A square."""
    x = sympy.Symbol("x", real=True)
    return x * x - x**power


@symbolic.check("test.zero", "square", wrong={"3": {"power": 3}}, forms={"again": square})
def another_square(power=2):
    """A square, once more."""
    return a_square(power)


@symbolic.check("test.zero", "cube", wrong={"2": {"power": 2}}, forms={"cube": square})
def no_cube(power=4):
    """A square is no cube."""
    x = sympy.Symbol("x", real=True)
    return x**3 - x**power


@leaves(lambda size: {"kind": "a size", "data": size})
@exact.check("test.zero", "size", wrong={"another": {"shift": 1}})
def left(size, shift=0):
    """A size is itself, which is left."""
    return size - size + shift


@exact.check("test.zero", "one", wrong={"two": {"one": 2}})
def an_exact_one(one=1):
    """One is one, of which there is no closed form."""
    return one - 1


def predicted(value=9.0):
    return {"nine": value, "four": 4.0}


@monte_carlo.check("test.zero", "nine", predicts=predicted, wrong={"8": {"value": 8.0}})
def nine(rng, samples, forms, data):
    """Nine and four, from a closed form and from data."""
    return {
        "nine": Estimate(float(forms["square"](3.0)), 0.1, samples),
        "four": Estimate(float(data["some"].arrays["four"].values), 0.2, samples),
    }


def run(monkeypatch, output, method, *words, **checks):
    """The command line of a job whose module holds these checks; what it wrote."""
    module = ModuleType("job")
    vars(module).update(checks)
    monkeypatch.setitem(sys.modules, f"verification.papers.some.topic.{method}", module)
    run_topic.main(["some", "topic", method, *words, "--output", str(output)])
    return store.read(output)


def test_a_job_writes_its_records_and_only_the_forms_that_were_proved(tmp_path, monkeypatch, capsys):
    path = tmp_path / "symbolic.h5"
    group = run(monkeypatch, path, "symbolic", "--code", "abc", "--settings", '{"seed": 7}', a=a_square, b=no_cube)
    assert [(r.part, r.verdict) for r in records_of(group.texts["records"])] == [
        ("square", "proved"),
        ("cube", "refuted"),
    ]
    assert group.texts["records"] == json.dumps(json.loads(group.texts["records"]), sort_keys=True)
    assert "estimates" not in group.groups and list(run_topic.read_forms([path])) == ["square"]
    with h5py.File(path) as file:
        made = {name: file.attrs[name] for name in ("id", "settings", "seed", "code")}
    assert made == {
        "id": "verification.papers.some.topic.symbolic",
        "settings": '{"seed": 7}',
        "seed": 7,
        "code": "abc",
    }
    command, *said = capsys.readouterr().err.splitlines()
    assert command.endswith(f" --settings '{json.dumps({'seed': 7})}' --output {path}")
    assert said == ["proved       test.zero:square (a_square)", "refuted      test.zero:cube (no_cube)"]


def test_a_job_computes_with_proved_forms_and_data_and_writes_its_estimates(tmp_path, monkeypatch):
    proved, some = tmp_path / "symbolic.h5", tmp_path / "some.h5"
    run(monkeypatch, proved, "symbolic", a=a_square)
    store.write(some, store.Group(arrays={"four": store.Array(np.array(4.0))}), store.Provenance("some", {}, 0, ""))
    given = ["--forms", str(proved), "--data", str(some), "--settings", '{"samples": 50}']
    group = run(monkeypatch, tmp_path / "monte_carlo.h5", "monte_carlo", *given, c=nine)
    [record] = records_of(group.texts["records"])
    assert [(e["name"], e["mean"]) for e in record.estimates] == [("nine", 9.0), ("four", 4.0)]
    names = group.groups["estimates"].axes["estimate"]
    assert (names.values.tolist(), names.description) == (["nine: nine", "nine: four"], "check: quantity")
    columns = {name: array.values.tolist() for name, array in group.groups["estimates"].arrays.items()}
    assert columns == {"mean": [9, 4], "error": [0.1, 0.2], "samples": [50, 50], "prediction": [9, 4]}


def test_without_its_proof_a_check_is_undecided_and_refutes_nothing(tmp_path, monkeypatch):
    some = tmp_path / "some.h5"
    store.write(some, store.Group(), store.Provenance("some", {}, 0, ""))
    path = tmp_path / "monte_carlo.h5"
    group = run(monkeypatch, path, "monte_carlo", "--data", str(some), "--settings", '{"samples": 50}', c=nine)
    [record] = records_of(group.texts["records"])
    assert (record.verdict, record.wrong_variants) == ("undecided", {"8": False})
    assert record.numbers["no verdict"] == "the closed form 'square' was not proved; proved are none"


def test_a_job_without_a_seed_says_zero_and_one_without_an_output_is_refused(tmp_path, monkeypatch, capsys):
    path = tmp_path / "symbolic.h5"
    run(monkeypatch, path, "symbolic", a=a_square)
    with h5py.File(path) as file:
        assert file.attrs["seed"] == 0
    with pytest.raises(SystemExit):
        run_topic.main(["some", "topic", "symbolic"])
    assert "required: --output" in capsys.readouterr().err


def test_damaged_data_end_a_job_with_its_name(tmp_path, monkeypatch):
    with pytest.raises(SystemExit, match=r"verification\.papers\.some\.topic\.monte_carlo: .*gone\.h5"):
        run(monkeypatch, tmp_path / "m.h5", "monte_carlo", "--data", str(tmp_path / "gone.h5"), c=nine)


def test_every_check_has_a_stream_of_its_own_that_starts_anew_with_each_call():
    one = run_topic._Provided({"samples": 3}, nine.check.seed(5))
    assert "rng" in one and "samples" in one and "other" not in one
    assert one["rng"].random() == one["rng"].random() != run_topic._Provided({}, nine.check.seed(6))["rng"].random()
    assert nine.check.seed(5).spawn_key != a_square.check.seed(5).spawn_key
    with pytest.raises(KeyError, match="other"):
        one["other"]


def test_without_a_seed_the_streams_are_those_of_seed_zero():
    @exact.check("test.zero", "drawn", wrong={"other": {"shift": 1}})
    def drawn(rng, shift=0):
        """Draws."""
        seen.append(rng.random())
        return shift

    seen: list[float] = []
    for provided in ({}, {"seed": 0}, {"seed": 1}):
        run_topic.run_checks([drawn.check], provided)
    unsaid, zero, one = seen[::2]
    assert unsaid == zero != one and seen[::2] == seen[1::2], "a variant is tried on the numbers of the statement"


def test_what_a_check_leaves_for_others_is_in_its_record():
    record, bare = run_topic.run_checks([left.check, an_exact_one.check], {"size": 3})
    assert (record.certificates, bare.certificates) == ([{"kind": "a size", "data": 3}], [])


def test_forms_are_handed_on_by_symbolic_checks_alone_and_in_their_order():
    checks = [an_exact_one.check, no_cube.check, a_square.check]
    records = run_topic.run_checks(checks, {})
    assert [record.verdict for record in records] == ["proved", "refuted", "proved"]
    assert list(run_topic.proved_forms(checks, records)) == ["square"]
    with pytest.raises(ValueError, match="shorter"):
        run_topic.proved_forms(checks, records[:-1])


def test_two_forms_of_one_name_are_refused_where_they_are_proved_and_where_they_are_read(tmp_path, monkeypatch):
    checks, paths = [a_square.check, a_square.check], [tmp_path / "a.h5", tmp_path / "b.h5"]
    with pytest.raises(ValueError, match="two closed forms of one name: square"):
        run_topic.proved_forms(checks, run_topic.run_checks(checks, {}))
    for path in paths:
        run(monkeypatch, path, "symbolic", a=a_square)
    with pytest.raises(ValueError, match="two closed forms of one name: square"):
        run_topic.read_forms(paths)


def test_a_job_reads_all_files_that_it_is_given(tmp_path, monkeypatch):
    """Forms and data of several, and what Coq says of its statements."""

    @exact.check("test.zero", "given", wrong={"one more": {"more": 1}})
    def counted(forms, data, proofs, more=0):
        """What is there."""
        return [sorted(forms) == ["again", "square"], sorted(data) == ["one", "two"], proofs == {"seen": 1}, more]

    run(monkeypatch, tmp_path / "a.h5", "symbolic", a=a_square)
    run(monkeypatch, tmp_path / "b.h5", "symbolic", a=another_square)
    nothing = store.Provenance("some", {}, 0, "")
    for name in ("one", "two"):
        store.write(tmp_path / f"{name}.h5", store.Group(), nothing)
    store.write(tmp_path / "proofs.h5", store.Group(texts={"proofs": '{"seen": 1}'}), nothing)
    files = {"--forms": ["a", "b"], "--data": ["one", "two"], "--proofs": ["proofs"]}
    words = [word for option, names in files.items() for word in (option, *(str(tmp_path / f"{n}.h5") for n in names))]
    group = run(monkeypatch, tmp_path / "exact.h5", "exact", *words, a=counted)
    [record] = records_of(group.texts["records"])
    assert (record.verdict, record.wrong_variants) == ("proved", {"one more": True})
