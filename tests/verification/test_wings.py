import pytest

from workflow import wings


@pytest.fixture
def papers(tmp_path, monkeypatch):
    for paper, name in (("one2001", "width"), ("two2002", "depth"), ("three2003", "width")):
        folder = tmp_path / paper / "experiments"
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text('"""Experiments."""\n')
        (folder / f"{name}.py").write_text('"""An experiment."""\n')
    monkeypatch.setattr(wings, "PAPERS", tmp_path)


def test_experiments_are_found_by_where_they_lie(papers):
    assert wings.experiments(["one2001", "two2002"]) == {
        "width": "verification.papers.one2001.experiments.width",
        "depth": "verification.papers.two2002.experiments.depth",
    }


def test_two_experiments_of_one_name_are_refused(papers):
    with pytest.raises(ValueError, match="two papers have an experiment called 'width'"):
        wings.experiments(["one2001", "three2003"])


def test_a_paper_without_figures_has_no_index(papers):
    assert wings.figure_index("one2001") is None
    assert wings.figures(["one2001"]) == {}


def test_the_first_papers_figures_come_in_the_order_of_their_list():
    found = wings.figures([wings.FIRST])
    assert list(found)[:2] == ["figure_1", "figure_2"]
    assert all(entry.paper == wings.FIRST for entry in found.values())
    with pytest.raises(ValueError, match="two papers have a figure called 'figure_1'"):
        wings.figures([wings.FIRST, wings.FIRST])
