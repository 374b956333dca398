"""The benchmark's table: intervals, agreement and the choice of rows; no speed is tested."""

import json
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from scipy.stats import binom

import benchmarks.__main__ as table
from benchmarks import (
    definite,
    degree_one,
    experts,
    experts_jax,
    growth,
    harness,
    optimum,
    pairs,
    random_pnn,
    schur,
    students,
)
from benchmarks.harness import Case, Disagreement, Row


def cases_of(name):
    """The cases of all tables with a row whose name begins so."""
    return [case for cases in table.chosen(name).values() for case in cases]


@pytest.mark.parametrize(("count", "cut"), [(5, 0), (6, 0), (9, 1), (13, 2), (45, 15)])
def test_the_interval_holds_the_median_at_its_level(count, cut):
    values = np.random.default_rng(count).permutation(count).astype(float)
    assert harness.interval_of_median(values) == (cut, count - 1 - cut)
    if count >= 6:
        assert 1 - 2 * binom.cdf(cut, count, 0.5) >= harness.LEVEL > 1 - 2 * binom.cdf(cut + 1, count, 0.5)


def test_values_that_differ_are_no_comparison():
    assert harness.agree("same", [1.0], [1.0 + 1e-10], 1e-9) == pytest.approx(1e-10)
    for found in ([1.1], [np.nan], [1.0, 1.0]):
        with pytest.raises(Disagreement, match="the values differ"):
            harness.agree("other", found, [1.0], 1e-9)


def test_every_row_of_the_table_has_a_case_of_its_own():
    names = [name for parts in table.TABLES.values() for part in parts for case in part.cases() for name in case.names]
    assert len(names) == len(set(names)) and {"degree_one_replay_k10", "random_pnn_peak_k50", "no_op"} <= set(names)
    assert [case.names for case in cases_of("pairs_total")] == [("pairs_rate", "pairs_total")]
    with pytest.raises(ValueError, match="no row begins with 'speed'; there are degree_one_replay_k3"):
        table.chosen("speed")


def test_the_table_is_written_as_plain_objects(tmp_path, monkeypatch, capsys):
    rows = [Row("fast", 3.0, 2.0, 4.0, 2.5, "one"), Row("slow", 3.0, 2.0, 4.0, 2.5, "seconds", at_most=True)]
    left_out = Case(("elsewhere",), lambda: iter(()), wants="JAX")
    cases = {"against one": [Case(("fast", "slow"), lambda: iter(rows)), left_out]}
    monkeypatch.setattr(table, "chosen", lambda only: cases)
    monkeypatch.setattr(table.machine, "describe", lambda: "a machine")
    assert table.main(["--output", str(tmp_path / "out" / "table.json")]) == 0
    written = json.loads((tmp_path / "out" / "table.json").read_text())
    assert written[0] == {"name": "fast", "ratio": 3.0, "low": 2.0, "high": 4.0, "target": 2.5, "what": "one"}
    *_, left_out, last = capsys.readouterr().out.splitlines()
    assert left_out == "left out, for want of JAX: elsewhere" and last.endswith("short of their target: slow")


def test_programs_that_disagree_fail_the_benchmark(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(table.machine, "describe", lambda: "a machine")
    monkeypatch.setattr(schur, "SIZES", np.arange(10, 41, 10))
    right = schur.AGAINST["schur_inverse"]
    wrong = lambda *given: right[0](*given) * (1 + 1e-6)  # noqa: E731
    monkeypatch.setitem(schur.AGAINST, "schur_inverse", (wrong, *right[1:]))
    assert table.main(["--only", "schur_inverse", "--output", str(tmp_path / "table.json")]) == 1
    assert "schur_inverse: the values differ" in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_references_agree_with_the_library_on_small_problems(monkeypatch):
    """The slow programs are right: the comparisons inside each case pass, and give rows."""
    monkeypatch.setattr(degree_one, "TRIALS", 6)
    monkeypatch.setattr(degree_one, "EPOCHS", 60)
    monkeypatch.setattr(degree_one, "COMPARED", 2)
    monkeypatch.setattr(pairs, "OURS", 1 << 14)
    monkeypatch.setattr(pairs, "ROUNDS", 2)
    monkeypatch.setattr(schur, "SIZES", np.arange(10, 41, 10))
    monkeypatch.setattr(random_pnn, "ROUNDS", 1)
    monkeypatch.setattr(random_pnn, "EPOCHS", 3)
    monkeypatch.setattr(random_pnn, "REFERENCE_EPOCHS", 1)
    monkeypatch.setattr(optimum, "EPOCHS", 30)
    monkeypatch.setattr(optimum, "SIMULATIONS", 1)
    monkeypatch.setattr(optimum, "ROUNDS", 1)
    monkeypatch.setattr(students, "ROUNDS", 1)
    monkeypatch.setattr(definite, "SIZE", 20)
    monkeypatch.setattr(definite, "ROUNDS", 1)
    names = ("degree_one_replay_k3", "random_pnn_k10", "optimum", "schur_cholesky", "pairs_rate", "students_n20")
    for name in (*names, "definite"):
        case = cases_of(name)[0]
        assert all(row.ratio > 0 for row in case.measure())


def test_experts_agree_with_the_library_on_small_problems(monkeypatch):
    monkeypatch.setattr(experts, "NEURONS", {12: None})
    monkeypatch.setattr(experts, "LINES", (40,))
    monkeypatch.setattr(experts, "PROBLEMS", 1)
    monkeypatch.setattr(experts, "ROUNDS", 1)
    cases = list(experts.cases())
    rows = [row for case in cases for row in case.measure()]
    assert [row.name for row in rows] == [name for case in cases for name in case.names]
    assert all(row.ratio > 0 for row in rows)


def test_an_expert_who_is_wrong_fails_the_benchmark(monkeypatch):
    monkeypatch.setattr(experts, "NEURONS", {12: None})
    monkeypatch.setattr(experts, "PROBLEMS", 1)
    kernel = experts.experts.relu_kernel
    monkeypatch.setattr(experts.experts, "relu_kernel", lambda left, right: kernel(left, right) + 1e-3)
    monkeypatch.setattr(experts.experts, "psi_kernel", kernel)
    for case in (partial(experts.optimum, 12), partial(experts.schur, 40)):
        with pytest.raises(Disagreement, match="the values differ"):
            list(case())


def test_jax_agrees_with_the_library_on_small_problems(monkeypatch):
    pytest.importorskip("jax", reason="no JAX here: make experts-library")
    monkeypatch.setattr(experts_jax, "TRIALS", 4)
    monkeypatch.setattr(experts_jax, "REPLAYED", 2)
    monkeypatch.setattr(experts_jax, "BLOCKS", {"fixed": (2, 4), "replay": (1, 2)})
    monkeypatch.setattr(experts_jax, "EPOCHS", {"fixed": 3, "replay": 2, "random": 2})
    monkeypatch.setattr(experts_jax, "ROUNDS", 1)
    for case in list(experts_jax.cases())[::2]:
        assert all(row.ratio > 0 for row in case.measure())


def test_growth_is_how_many_times_as_long_ten_times_the_size_takes(monkeypatch):
    small = {"nearest_lines": 20, "optimum_lines": 20, "schur_lines": 30}
    monkeypatch.setattr(growth, "ROUNDS", 1)
    for name, size in small.items():
        monkeypatch.setitem(growth.GROWTHS, name, replace(growth.GROWTHS[name], size=size))
        (row,) = cases_of(f"growth_{name}")[0].measure()
        assert row.name == f"growth_{name}" and row.at_most and row.ratio > 0
    slow = iter([0.1, 0.1, 3.0, 0.1])
    monkeypatch.setattr(growth, "turns", lambda *given: (np.array([next(slow)]), np.array([next(slow)])))
    assert [next(growth.times("one", growth.Growth(abs, "", 1))).is_met for _ in range(2)] == [True, False]
