"""What the ledger reads from the files of checks: records, or a file that is named and refused."""

import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn import store
from verification.assemble_ledger import read_records, records_of
from verification.claim import Claim, Part, Source, Status
from verification.ledger import Ledger
from verification.methods import monte_carlo
from verification.verdict import Scope, Verdict

SOURCE = Source("pnn2017", "5.1", "Theorem 0")
CLAIM = Claim("test.zero", SOURCE, Status.TRUE, "T", "S", (Part("value", "x"), Part("other", "y")))

words = st.text(string.ascii_letters + "<>&$", max_size=6)
numbers = st.floats() | st.integers(-(2**40), 2**40)
anything = st.recursive(
    st.none() | st.booleans() | numbers | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)


def mostly(strategy):
    """What fits, or now and then anything."""
    return st.integers(0, 40).flatmap(lambda lot: anything if lot == 17 else strategy)


estimates = st.fixed_dictionaries(
    {
        "name": mostly(words),
        "mean": mostly(numbers),
        "error": mostly(st.floats(0, 1)),
        "samples": mostly(st.integers(1, 100)),
        "prediction": mostly(numbers),
        "wrong": mostly(st.dictionaries(st.sampled_from(["a", "b"]), numbers, max_size=2)),
        "pooled": mostly(st.booleans()),
    }
)
records = st.fixed_dictionaries(
    {
        "claim": mostly(st.sampled_from(["test.zero", "test.one"])),
        "part": mostly(st.sampled_from(["value", "other", "gone"])),
        "name": mostly(words),
        "method": mostly(st.sampled_from(["symbolic", "numerical", monte_carlo.METHOD])),
        "scope": mostly(st.sampled_from(list(Scope))),
        "says": mostly(words),
    },
    optional={
        "verdict": mostly(st.sampled_from(list(Verdict))),
        "margin": mostly(st.none() | numbers),
        "numbers": mostly(st.dictionaries(words, words | st.integers(), max_size=2)),
        "cost": mostly(st.integers(0, 2**40)),
        "wrong_variants": mostly(st.dictionaries(words, st.booleans(), max_size=2)),
        "items": mostly(st.dictionaries(words, st.integers(1, 9), max_size=2)),
        "moved": mostly(st.dictionaries(words, words, max_size=2)),
        "auxiliary": mostly(st.dictionaries(words, words, max_size=2)),
        "estimates": mostly(st.lists(estimates, max_size=2)),
        "module": mostly(words),
        "more": anything,
    },
)
texts = mostly(st.lists(records, max_size=3)).map(json.dumps) | st.text(max_size=20)


def refused_or_judged(text):
    try:
        found = records_of(text)
    except (TypeError, ValueError):
        return
    ledger = Ledger({CLAIM.id: CLAIM}, found, 1e-6)
    json.dumps([ledger.entries, ledger.failures, ledger.simulations], allow_nan=False)


@settings(deadline=None, max_examples=200)
@given(texts)
def test_any_text_is_records_or_refused(text):
    refused_or_judged(text)


@pytest.mark.slow
@settings(deadline=None, max_examples=10_000)
@given(texts)
def test_ten_thousand_texts_are_records_or_refused(text):
    refused_or_judged(text)


RECORD = {"claim": "test.zero", "part": "value", "name": "n", "method": "exact", "scope": "general", "says": "s"}
ESTIMATE = {"name": "", "mean": 1.0, "error": 0.1, "samples": 9, "prediction": 1.0, "wrong": {"a": 2.0}, "pooled": True}
PROOF = dict.fromkeys(("name", "verdict", "theorem", "digest", "says", "trusts", "variant"), "s")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"cost": "many"}, "Record.cost is 'many'"),
        ({"verdict": "certain"}, "'certain' is not a valid Verdict"),
        ({"scope": "all"}, "'all' is not a valid Scope"),
        ({"estimates": [ESTIMATE | {"mean": "one"}]}, "Stored.mean is 'one'"),
        (
            {"estimates": [ESTIMATE, ESTIMATE | {"wrong": {"b": 2.0}}]},
            "test.zero: its estimates are of different variants",
        ),
        ({"estimates": [ESTIMATE | {"more": 1}]}, "unexpected keyword"),
        ({"proofs": [PROOF | {"says": 1}]}, "Record.proofs is"),
        ({"proofs": [PROOF, {"name": "zero"}]}, "missing 6 required"),
    ],
)
def test_a_record_with_a_field_that_does_not_fit_is_refused(fields, words):
    assert records_of(json.dumps([RECORD | {"proofs": [PROOF]}]))[0].proofs == [PROOF]
    for estimates in ([], [ESTIMATE], [ESTIMATE, ESTIMATE]):
        assert records_of(json.dumps([RECORD | {"estimates": estimates}]))[0].estimates == estimates
    with pytest.raises((TypeError, ValueError), match=words):
        records_of(json.dumps([RECORD | fields]))


@pytest.mark.parametrize("text", ["", "[1]", '[{"claim": "test.zero"}]', '{"a": 1}', "[" * 10_000])
def test_a_file_of_something_else_is_named(tmp_path, text):
    path = tmp_path / "kernel" / "symbolic.h5"
    store.write(path, store.Group(texts={"records": text}), store.Provenance("", {}, 0, ""))
    with pytest.raises(store.DamagedFile, match=r"kernel/symbolic\.h5: it holds no records of checks"):
        read_records([path])


def test_records_are_read_from_every_file(tmp_path):
    for name in ("a", "b"):
        text = json.dumps([RECORD | {"name": name}])
        store.write(tmp_path / f"{name}.h5", store.Group(texts={"records": text}), store.Provenance("", {}, 0, ""))
    assert [one.name for one in read_records([tmp_path / "a.h5", tmp_path / "b.h5"])] == ["a", "b"]


def test_a_file_without_records_is_named(tmp_path):
    store.write(tmp_path / "a.h5", store.Group(), store.Provenance("", {}, 0, ""))
    with pytest.raises(store.DamagedFile, match=r"a\.h5"):
        read_records([tmp_path / "a.h5"])
