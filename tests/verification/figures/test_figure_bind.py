"""The bound PDF: a page a figure, with its words, the same bytes twice."""

import pytest
from pypdf import PdfReader

from tests.verification.experiments.command_lines import job
from verification.experiments import run_job
from verification.figures import bind, draw


@pytest.fixture(scope="module")
def stems(tmp_path_factory):
    folder = tmp_path_factory.mktemp("figures")
    data = folder / "figure_data.h5"
    assert run_job.main(job("pnn2017", "figure_data", {"grid": 21, "lines": 9}, data)) == 0
    for name in ("figure_1", "figure_5"):
        draw.main(["pnn2017", name, "--data", str(data), "--output", str(folder / name)])
    return [folder / "figure_1", folder / "figure_5"]


def test_a_page_for_each_figure_with_drawing_caption_and_sources(stems, tmp_path):
    bound = tmp_path / "figures.pdf"
    bind.main(["--output", str(bound), *map(str, stems)])
    reader = PdfReader(bound)
    first, second = (page.extract_text() for page in reader.pages)
    assert "Figure 1." in first and "unconstrained network" in first and "data: none" in first
    assert "Figure 5." in second and "bad, risk 8" in second and "data: figure_data.h5" in second
    assert [item.title.split(":")[0] for item in reader.outline] == ["Figure 1", "Figure 5"]
    assert float(reader.pages[0].mediabox.width) == pytest.approx(595.3, abs=0.5)


def test_the_same_bytes_twice(stems):
    assert bind.bind(stems) == bind.bind(stems)


def test_a_missing_or_damaged_figure_is_named(stems, tmp_path):
    with pytest.raises(SystemExit, match="figure_9"):
        bind.main(["--output", str(tmp_path / "out.pdf"), str(tmp_path / "figure_9")])
    for kind in ("pdf", "svg", "png", "json", "sha256"):
        (tmp_path / f"figure_1.{kind}").write_bytes(stems[0].with_name(f"figure_1.{kind}").read_bytes())
    (tmp_path / "figure_1.pdf").write_bytes(b"not a drawing")
    with pytest.raises(SystemExit, match=r"figure_1\.pdf: its bytes do not match"):
        bind.main(["--output", str(tmp_path / "out.pdf"), str(tmp_path / "figure_1")])
    assert not (tmp_path / "out.pdf").exists()


def test_without_a_figure_there_is_a_page_that_says_so(tmp_path):
    bind.main(["--output", str(tmp_path / "none.pdf")])
    (page,) = PdfReader(tmp_path / "none.pdf").pages
    assert "no figure" in page.extract_text()
