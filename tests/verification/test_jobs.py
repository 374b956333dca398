import ast

import pytest

from tests.guests import put
from verification import catalogue, wings
from verification.check import collect
from verification.jobs import ENGINES, METHODS, Job, jobs, literal, method_settings, topics


def test_every_method_has_an_engine_and_says_which_settings_it_uses():
    assert {path.stem for path in ENGINES.glob("[a-z]*.py")} == set(METHODS)
    assert method_settings("monte_carlo") == ("seed", "samples")
    assert method_settings("symbolic") == ()


@pytest.mark.parametrize("job", jobs(("pnn2017",)), ids=lambda job: f"{job.topic}-{job.method}")
def test_what_a_module_names_is_what_python_would_read(job: Job):
    path = wings.wing("pnn2017").folder / job.topic / f"{job.method}.py"
    assert job.path == path
    for name in ("FORMS", "DATA", "FILES"):
        assigned = [
            ast.literal_eval(s.value)
            for s in ast.parse(path.read_text()).body
            if isinstance(s, ast.Assign) and any(getattr(t, "id", "") == name for t in s.targets)
        ]
        assert job.literal(name) == (assigned[0] if assigned else ())


def test_every_topic_has_claims_and_jobs():
    claims = catalogue.claims(("pnn2017",))
    assert len(claims) >= 40
    worded = {catalogue.topic_of(claim_id) for claim_id in claims}
    assert worded == set(topics("pnn2017"))
    assert {(job.paper, job.topic) for job in jobs(("pnn2017",))} == worded


def test_no_check_is_missed_where_sources_alone_say_what_a_module_checks():
    house = jobs(tuple({paper for paper, _ in topics()}))
    checks = [(job, check) for job in house for check in collect(wings.imported(job.module))]
    assert len(checks) > 900
    assert all(job.may_check({(check.claim, check.part)}) for job, check in checks)
    assert sum(job.may_check(()) for job in house) < len(house) / 10


def test_an_unknown_paper_or_claim_is_refused_with_what_was_meant():
    with pytest.raises(ValueError, match=r"wanted one of .*pnn2017"):
        jobs(("pnn2016",))
    with pytest.raises(ValueError, match=r"did you mean .*pnn\.theorem-4"):
        catalogue.topic_of("pnn.theorm-4")


def test_a_tuple_over_several_lines_is_read(tmp_path):
    path = tmp_path / "numerical.py"
    path.write_text('DATA = ()\nFORMS = (\n    "a/b",\n    "c/d",\n)\n')
    assert literal(path, "FORMS") == ("a/b", "c/d")
    assert literal(path, "DATA") == literal(path, "FILES") == ()


@pytest.mark.parametrize("text", ['("one")', '["one"]', '("one", 2)', '("one",) + OTHERS', 'tuple("one")'])
def test_what_is_no_plain_tuple_of_strings_is_refused(tmp_path, text):
    path = tmp_path / "numerical.py"
    path.write_text(f"DATA = {text}\n")
    with pytest.raises(ValueError, match=r"numerical\.py: DATA is no plain tuple of strings"):
        literal(path, "DATA")


def test_checks_in_a_module_of_another_name_are_not_passed_over(guests):
    put(guests / "new" / "paper.py", "")
    topic = put(guests / "new" / "topic" / "claims.py", "").parent
    put(topic / "numeric.py", '@numerical.check("new.claim", "part", wrong={})\ndef check(): ...\n')
    wings.admit([guests])
    with pytest.raises(ValueError, match=r"numeric\.py declares checks that no job runs; wanted formal, symbolic"):
        jobs(("new",))
    put(topic / "numerical.py", "from verification.papers.new.topic.numeric import check\n")
    assert jobs(("new",)) == [Job("new", "topic", "numerical")]


def test_a_job_knows_which_claims_its_source_names():
    job = next(job for job in jobs(("pnn2017",)) if (job.topic, job.method) == ("kernel", "symbolic"))
    assert job.names(["pnn.psi.closed-form"])
    assert not job.names(["pnn.psi.closed", "pnn.theorem-13"])
