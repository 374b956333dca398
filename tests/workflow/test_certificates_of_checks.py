"""What checks leave as data: accepted by the program of its kind, and refused once it says something else."""

import copy
import importlib
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest

from tests.workflow.certificate_samples import REFUSED, check, whole
from verification.check import collect
from verification.jobs import jobs, topics
from verification.papers.pnn2017.bad_regions import certificates as bad_regions
from verification.papers.pnn2017.degree_one import axes_as_data, spectrum_as_data
from verification.papers.pnn2017.enumeration import ranks_as_data
from verification.papers.pnn2017.equally_spaced import certificates as equally_spaced
from verification.papers.pnn2017.kernel import certificates as kernel
from verification.papers.pnn2017.kernel import series_as_data
from verification.papers.pnn2017.kernel_matrix import definite_as_data, tails_as_data
from verification.papers.pnn2017.lemmas import matrices_as_data
from verification.papers.pnn2017.matched import limits_as_data
from verification.papers.pnn2017.mismatched import certificates as mismatched
from verification.papers.pnn2017.negative_coefficient import lines_as_data
from verification.papers.pnn2017.scalar import grid_as_data, pairs_as_data
from verification.papers.pnn2017.theorem_11 import signs_as_data as signs_of_entries

WITHOUT = {  # why an instance would say nothing
    "width.definition-1:always:every_point_is_separated": "the definition asks nothing of the sets that are meant",
    "width.corollary-2:redundant:strong_points_meet_definition_1": "one definition is the other with a condition more",
}
LEFT: tuple[Callable, ...] = (
    grid_as_data.minimizers_with_both_signs,
    grid_as_data.bad_sets,
    grid_as_data.regions_of_one_sign,
    grid_as_data.minimizers_for_one_sign,
    grid_as_data.regions_with_global_minimizers,
    grid_as_data.minimizers_with_a_zero,
    grid_as_data.minima_of_one_neuron,
    grid_as_data.zero_beats_its_neighbours,
    grid_as_data.four_regions,
    grid_as_data.target_of_one_sign,
    grid_as_data.target_of_both_signs,
    grid_as_data.regions_with_points_of_risk_zero,
    pairs_as_data.zero_set,
    pairs_as_data.second_differences,
    pairs_as_data.characteristic_polynomials,
    pairs_as_data.ranks_and_minors,
    kernel.lipschitz,
    kernel.slopes,
    kernel.gap,
    series_as_data.coefficients,
    series_as_data.coefficients_of_the_parts,
    series_as_data.signs,
    series_as_data.second_derivative,
    series_as_data.hermite,
    series_as_data.mehler,
    equally_spaced.rows,
    equally_spaced.positive,
    equally_spaced.series,
    equally_spaced.order,
    equally_spaced.decay,
    limits_as_data.leading_term,
    limits_as_data.two_networks,
    signs_of_entries.variance,
    matrices_as_data.one_by_one_blocks,
    matrices_as_data.gram_matrices,
    matrices_as_data.products,
    matrices_as_data.singular,
    axes_as_data.every_input_mixed,
    axes_as_data.zero_beside_both_signs,
    axes_as_data.one_signed_input,
    axes_as_data.equal_masses,
    axes_as_data.one_input,
    axes_as_data.region_without_minimizer,
    bad_regions.repaired_bound,
    spectrum_as_data.spectrum,
    ranks_as_data.ranks_on_the_axes,
    definite_as_data.with_repeated_line,
    definite_as_data.distinct_lines,
    definite_as_data.bound,
    definite_as_data.complements,
    definite_as_data.traces,
    tails_as_data.tails_fall_like_powers,
    lines_as_data.random_lines,
    mismatched.planar_optima,
)


def wrong(data: dict) -> Iterator[dict]:
    """The same data with a number by one, an inequality turned, a risk below zero, or a fact of other numbers."""
    for k in range(len(data.get("counts", ()))):
        found = copy.deepcopy(data)
        found["counts"][k]["count"] = str(Fraction(found["counts"][k]["count"]) + 1)
        yield found
    for k in range(len(data.get("comparisons", ()))):
        found = copy.deepcopy(data)
        found["comparisons"][k]["is"] = {"<": ">", ">": "<", "=": "<"}[found["comparisons"][k]["is"]]
        yield found
    if "risk" in data:
        yield data | {"risk": ["-2", "-1"]}
    for k in range(len(data.get("sums", ()))):
        yield data | {"sums": [["1", "2"] if j == k else ends for j, ends in enumerate(data["sums"])]}
    for fact in data.get("facts", ()):
        changed = {"number": "41", "share": "2", "line": data["lines"][0], "lines": data["lines"], "rank": "12"}
        yield data | {"facts": [fact | {name: changed[name] for name in fact if name in changed}]}


@pytest.mark.parametrize("make", LEFT, ids=lambda make: f"{make.__module__.split('.')[-2]}.{make.__name__}")
def test_what_is_left_is_accepted_and_other_numbers_are_not(make):
    """Of several certificates the smallest, as time goes."""
    left = make()
    one = min([left] if isinstance(left, dict) else left, key=lambda made: len(str(made)))
    assert whole(one)["statement"]
    variants = list(wrong(one["data"]))
    assert variants
    for data in variants[:3]:
        with pytest.raises(REFUSED):
            check(one | {"certificate": "1", "claim": "a.b", "part": "c", "statement": "", "data": data}, words=True)


def test_every_certified_and_every_exact_check_leaves_a_certificate_but_two():
    modules = {job.module for job in jobs(tuple({paper for paper, _ in topics()}))}
    checks = [one for module in modules for one in collect(importlib.import_module(module))]
    numbers = [one for one in checks if one.method in ("certified", "exact")]
    assert len(numbers) > 200 and {one.id for one in numbers if "leaves" not in one.options} == WITHOUT.keys()
