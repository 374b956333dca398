"""The table of a run's processor time, from the last lines of its logs."""

from benchmarks import stages


def leave(results, **seconds):
    for name, spent in seconds.items():
        path = results / "logs" / f"{name.replace('__', '/')}.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"cd /work && python\nproved something\n{spent} s of processor time\n")


def test_stages_are_summed_by_kind_and_paper(tmp_path, capsys):
    leave(
        tmp_path,
        checks__pnn2017__kernel__exact=3.5,
        checks__pnn2017__scalar__exact=0.25,
        checks__basin2016__auer__exact=2.0,
        checks__basin2016__auer__hunt=0.25,
        experiments__basin_path=4.0,
        experiments__degree_one__of__ten=8.0,
        experiments__gather_degree_one=0.25,
        experiments__no_longer=100.0,
        figures__no_longer=100.0,
        figures__bind=1.0,
        formal__pnn2017=60.5,
        build_page=9.0,
        assemble_ledger=1.0,
    )
    (tmp_path / "logs" / "killed.log").write_text("cd /work && python\n")
    assert stages.main(["--results", str(tmp_path)]) == 0
    heading, *lines = [line.rsplit(maxsplit=4) for line in capsys.readouterr().out.splitlines()]
    assert heading == ["stages", "seconds", "basin2016", "pnn2017"]
    assert lines == [
        ["Coq", "1", "60.5", "0.0", "60.5"],
        ["checks, exact", "3", "5.8", "2.0", "3.8"],
        ["checks, hunt", "1", "0.2", "0.2", "0.0"],
        ["experiments, basin_path", "1", "4.0", "4.0", "0.0"],
        ["experiments, degree_one", "2", "8.2", "0.0", "8.2"],
        ["figures", "1", "1.0", "0.0", "0.0"],
        ["ledger", "1", "1.0", "0.0", "0.0"],
        ["page", "1", "9.0", "0.0", "0.0"],
        ["all", "11", "89.8", "6.2", "72.5"],
    ]


def test_every_figure_belongs_to_a_paper():
    assert {stages.kind_and_paper(("figures", name)) for name in stages.FIGURES} == {
        ("figures", paper) for paper in stages.PAPERS
    }


def test_a_folder_without_a_run_is_refused(tmp_path, capsys):
    assert stages.main(["--results", str(tmp_path)]) == 1
    assert "run the pipeline first" in capsys.readouterr().err
