from pnn.training.progress import Progress


def test_a_short_job_prints_nothing(capsys):
    report = Progress("job", pause=60)
    for done in (0.1, 0.5, 1.0):
        report(done)
    assert capsys.readouterr().err == ""


def test_a_long_job_says_how_far_it_is(capsys):
    report = Progress("job", pause=0)
    for done in (0.2, 0.4, 0.5):
        report(done)
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(",")[0] for line in lines] == ["job: 40% done", "job: 50% done"]
    assert all(line.endswith("s left") for line in lines)
