from fractions import Fraction

import numpy as np
import pytest

from pnn.landscape import is_local_minimum
from pnn.optimum import population_optimum
from pnn.risk import population_risk
from verification.jobs import Job
from verification.on_demand import Prover
from verification.papers.basin2016.lemmas import hunt as lemmas
from verification.papers.pnn2017.hunted.certificates import certify, rank
from verification.papers.pnn2017.hunted.minima import Assumed, bad_minima, unit
from verification.papers.pnn2017.hunted.stationary import BOTH, HALF, NEGATIVE, POSITIVE, candidate, margin
from verification.papers.pnn2017.matched import hunt as matched
from verification.papers.pnn2017.mismatched import hunt as mismatched
from verification.papers.pnn2017.mismatched.counterexamples import kernel
from verification.run_topic import run_checks

SEEDS = (20171004, 1, 2)
ACROSS = np.array([[1.0, 1, 0], [0, 1, 0], [-1, 1, 0], [39999, 0, 400]])
REGION = np.array([BOTH, BOTH, BOTH, NEGATIVE])


@pytest.fixture(scope="module")
def forms():
    return Prover().forms(Job("pnn2017", "mismatched", "hunt"))


def vectors(rows):
    return [tuple(Fraction(entry) for entry in row) for row in rows.tolist()]


def test_the_known_point_beside_one_target_neuron_is_certified(forms):
    found = certify(kernel(forms), vectors(ACROSS), vectors(np.eye(3)[2:]), REGION.tolist())
    assert "the risk 0.375797, another net 0.373926" in found.shown()


def test_a_candidate_is_a_local_minimum_of_the_library():
    lines, target = unit(ACROSS), np.eye(3)[2:]
    found = candidate(lines, target, REGION)
    masses = np.stack([found.q + found.p, found.q - found.p]) / 2
    net = np.concatenate([masses[0][:, None] * lines, -masses[1][:, None] * lines])
    net = net[np.abs(net).max(axis=1) > 1e-12]
    assert is_local_minimum(net, lines, target)
    assert population_risk(net, target) == pytest.approx(found.risk)
    assert margin(lines, target, REGION) == pytest.approx(population_optimum(lines, target).risk - found.risk)


def test_the_certificate_refuses_regions_without_such_a_minimum(forms):
    psi, target = kernel(forms), vectors(np.eye(3)[2:])
    assert certify(psi, vectors(ACROSS), target, [BOTH, BOTH, BOTH, POSITIVE]) is None
    assert certify(psi, vectors(np.eye(3)), vectors(np.array([[1.0, 2, 3]])), [BOTH] * 3) is None
    assert certify(psi, vectors(np.array([[1.0, 0], [1, 0]])), vectors(np.eye(2)), [POSITIVE] * 2) is None


def test_assumptions_are_those_of_the_statement():
    flat, region = vectors(ACROSS), tuple(REGION.tolist())
    one, two = vectors(np.eye(3)[2:]), vectors(np.eye(3)[1:])
    assert Assumed(count=True, whole=True).met(flat, one, region, rank)
    assert not Assumed(span=True).met(flat, one, region, rank)
    assert not Assumed(general=True).met(flat, one, region, rank)
    assert not Assumed(all_both=True).met(flat, one, region, rank)
    assert Assumed(off=True).met(flat, one, region, rank) and not Assumed(off=True).met(flat, two, region, rank)
    assert not Assumed(single=True).met(flat, two, region, rank)
    assert not Assumed().met([flat[0], flat[0]], one, (BOTH, HALF), rank)
    zero = (BOTH, HALF, POSITIVE)
    assert Assumed(nonzero=False, count=True).of_region(3, 2, zero)
    assert not Assumed(nonzero=False, count=True, strict=True).of_region(3, 2, zero)
    assert Assumed(nonzero=False, distinct=False).met([flat[0], flat[0]], one, (BOTH, HALF), rank)


def test_every_stratum_holds_instances_that_meet_some_assumptions():
    found = bad_minima(lambda rho: rho, Assumed(distinct=False, nonzero=False))
    rng = np.random.default_rng(3)
    for sampler in found.strata.values():
        margins = [found.margin(sampler(rng)) for _ in range(20)]
        assert np.isfinite(margins).any()


FOUND = [
    (mismatched.nets_with_as_many_mixed_lines_as_inputs, "refuted"),
    (mismatched.nets_whose_mixed_lines_span, "consistent"),
    (mismatched.one_target_neuron_off_the_lines, "consistent"),
    (matched.matched_nets_with_as_many_mixed_lines_as_inputs, "refuted"),
    (matched.regions_of_lines_in_general_position, "consistent"),
    (lemmas.one_neuron_in_its_cell, "refuted"),
    (lemmas.one_neuron_and_samples_of_rank_one, "consistent"),
]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("function", "verdict"), FOUND)
def test_the_errata_are_found_from_the_printed_words_whatever_the_seed(function, verdict, seed, forms):
    record = run_checks([function.check], {"seed": seed, "hunt": 1, "forms": forms})[0]
    assert record.verdict == verdict
    assert all(record.wrong_variants.values())
