"""Closed forms that are proved when they are asked for: once each, unseen by what watches the asking."""

import pytest

from verification import on_demand
from verification.called import traced
from verification.closed_forms import NotProved
from verification.jobs import Job
from verification.papers.pnn2017.degree_one.symbolic import integrals_over_quadrants


@pytest.fixture
def prover(monkeypatch):
    """A prover that notes which checks it has run."""
    ran = []

    def run_checks(checks, provided):
        ran.extend(check.name for check in checks)
        return [record_of[check.name] for check in checks]

    record_of = {integrals_over_quadrants.check.name: on_demand.run_checks([integrals_over_quadrants.check], {})[0]}
    monkeypatch.setattr(on_demand, "run_checks", run_checks)
    prover = on_demand.Prover()
    return prover, ran


def test_a_form_is_proved_once_and_no_other_with_it(prover):
    prover, ran = prover
    forms = prover.forms(Job("pnn2017", "degree_one", "numerical"))
    assert ran == []
    assert forms["degree_one_own"](1.0, 2.0) == 1.25 and forms["degree_one_cross"](0.0, 1.0) == 0
    assert prover.record(integrals_over_quadrants.check).verdict == "proved"
    assert ran == ["integrals_over_quadrants"]


def test_a_form_that_no_topic_of_the_job_proves_is_not_proved(prover):
    with pytest.raises(NotProved, match="'psi' was not proved"):
        prover[0].forms(Job("pnn2017", "degree_one", "numerical"))["psi"]


def test_a_proof_on_the_way_is_no_call_of_what_asks():
    forms = on_demand.Prover().forms(Job("pnn2017", "degree_one", "numerical"))
    form, seen = traced(lambda: forms["degree_one_own"])
    assert form(2.0, 0.0) == 1 and seen == set()
