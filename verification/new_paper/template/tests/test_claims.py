"""The claim stands, its wrong variants do not, and the experiment's jobs come to one whole."""

import numpy as np
import pytest

from pnn import store
from verification.__main__ import SMALL, check_claims
from verification.experiments.gather import Part, gather
from verification.experiments.job import Job
from verification.experiments.plan import Run
from verification.experiments.settings import read
from verification.papers.mykey.experiments.mykey_means import plan
from verification.papers.mykey.experiments.mykey_means.run import Settings, run

CLAIM = "mykey.relu-of-a-normal"
SECTION = {"trials": 5, "samples": 20_000}


def gathered() -> store.Group:
    """What the experiment leaves at a small size."""
    jobs = plan.jobs(SECTION, Run(seed=1, device="cpu"))
    return gather([Part(run(Job(read(Settings, job.settings))), job.group, job.at) for job in jobs], {})


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    path = folder / "experiments" / "mykey_means.h5"
    store.write(path, gathered(), store.Provenance("mykey_means", SECTION, 1, ""))
    made, missing = check_claims([CLAIM], folder, SMALL)
    assert not missing
    return made


def test_the_claim_stands(ledger):
    assert ledger.failures == []
    verdicts = {part["name"]: part["verdict"] for part in ledger.entries[0]["parts"]}
    assert verdicts.pop("mean") == "refuted" and verdicts.pop("below") == "certified"
    assert set(verdicts.values()) == {"proved"}


def test_every_wrong_variant_is_refuted(ledger):
    checks = [check for part in ledger.entries[0]["parts"] for check in part["checks"]]
    assert {check["method"] for check in checks} == {
        "symbolic", "exact", "certified", "numerical", "monte_carlo", "experiment", "hunt", "formal"
    }  # fmt: skip
    ran = [check for check in checks if check["verdict"] != "not-run"]  # Coq need not be here
    assert all(check["wrong_variants"] and all(check["wrong_variants"].values()) for check in ran)


def test_the_jobs_come_to_one_whole():
    whole = run(Job(Settings(first=0, trials=5, samples=20_000, seed=1)))
    joined = gathered()
    assert joined.axes["trial"].values.tolist() == [0, 1, 2, 3, 4]
    assert all(np.array_equal(joined.arrays[name].values, array.values) for name, array in whole.arrays.items())
