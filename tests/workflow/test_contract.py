"""What all papers share names no paper, no experiment and no figure: a paper that comes or goes changes none of it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from verification import wings

ROOT = Path(__file__).resolve().parents[2]
KEYS = sorted(wings.wings())
EXPERIMENTS = sorted(wings.experiments(KEYS))
SECTIONS = sorted(one.section[0] for one in wings.experiments(KEYS).values())
FIGURES = sorted(wings.figures(KEYS))
KINDS = (".py", ".smk", ".yaml", ".html", ".css", ".js")
FIGURES_SECTION = "figures"  # also what the workflow calls all figures


def shared(folder: str) -> list[Path]:
    """The sources of a folder that belong to no paper."""
    found = [path for path in sorted((ROOT / folder).rglob("*")) if path.suffix in KINDS or path.name == "Snakefile"]
    return [path for path in found if not any(path.is_relative_to(one.folder) for one in wings.wings().values())]


def naming(paths: Iterable[Path], names: Iterable[str]) -> Iterator[str]:
    """The lines that name one of these, as a word."""
    word = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])")
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if word.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {line.strip()}"


def test_the_workflow_names_no_paper_no_experiment_and_no_figure():
    paths = [ROOT / "Snakefile", *shared("workflow")]
    assert len(paths) > 25 and len(EXPERIMENTS) == 18 and len(FIGURES) == 29
    names = {*KEYS, *EXPERIMENTS, *SECTIONS, *FIGURES} - {FIGURES_SECTION}
    assert list(naming(paths, names)) == []


def test_what_all_papers_share_names_no_paper():
    paths = shared("verification")
    assert len(paths) > 40
    assert list(naming(paths, KEYS)) == []


def test_a_name_would_be_found(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    path = tmp_path / "rule.smk"
    path.write_text("x = 'degree_one'\ny = 'degree_one_more'\nz = no-degree_one\n# as in pnn2017, Figure 1\n")
    assert list(naming([path], ["degree_one", "pnn2017"])) == [
        "rule.smk:1: x = 'degree_one'",
        "rule.smk:4: # as in pnn2017, Figure 1",
    ]
