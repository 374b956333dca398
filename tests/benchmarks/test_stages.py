"""The table of a run's processor time, from the files that Snakemake's `benchmark:` leaves."""

from benchmarks import stages


def leave(results, **seconds):
    for name, spent in seconds.items():
        path = results / "benchmarks" / f"{name.replace('__', '/')}.tsv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"s\tmax_rss\tcpu_time\n9.0\t100.0\t{spent}\n")


def test_stages_are_summed_by_kind_and_paper(tmp_path, capsys):
    leave(
        tmp_path,
        checks__pnn2017__kernel__exact="3.5",
        checks__pnn2017__scalar__exact="0.25",
        checks__basin2016__auer__exact="2.0",
        checks__basin2016__auer__hunt="NA",
        experiments__basin_path="4.0",
        experiments__no_longer="100.0",
        formal__pnn2017="60.5",
    )
    assert stages.main(["--results", str(tmp_path)]) == 0
    heading, *lines = [line.rsplit(maxsplit=4) for line in capsys.readouterr().out.splitlines()]
    assert heading == ["stages", "seconds", "basin2016", "pnn2017"]
    assert lines == [
        ["Coq", "1", "60.5", "0.0", "60.5"],
        ["checks, exact", "3", "5.8", "2.0", "3.8"],
        ["checks, hunt", "1", "0.0", "0.0", "0.0"],
        ["experiments, basin_path", "1", "4.0", "4.0", "0.0"],
        ["all", "6", "70.2", "6.0", "64.2"],
    ]


def test_a_folder_without_a_run_is_refused(tmp_path, capsys):
    assert stages.main(["--results", str(tmp_path)]) == 1
    assert "run the pipeline first" in capsys.readouterr().err
