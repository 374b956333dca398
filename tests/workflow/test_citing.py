"""BibTeX and CITATION.cff name the papers of the house."""

from pathlib import Path

import yaml

from tests.conftest import HOUSE
from verification import catalogue
from verification.claim import Paper
from workflow.report import citing


def test_a_paper_is_cited_with_its_authors_and_number():
    told = citing.paper(Paper("a2001", "Of 5% & more", "Ann B. Cee, Dan Eff", 2001, "A journal; arXiv:2001.00001v2"))
    assert told.splitlines() == [
        "@misc{a2001,",
        "  author = {Ann B. Cee and Dan Eff},",
        r"  title = {{Of 5\% \& more}},",
        "  year = {2001},",
        "  note = {A journal; arXiv:2001.00001v2},",
        "  eprint = {2001.00001v2},",
        "  archiveprefix = {arXiv},",
        "}",
    ]
    assert "eprint" not in citing.paper(Paper("a2001", "T", "A B", 2001, "a book"))


def test_a_claim_is_cited_with_what_was_found_and_where():
    entry = {"id": "a.b_c", "label": "Theorem 1", "status": "false", "verdict": "certified"}
    told = citing.claim(entry, citing.Run("full", "2026-01-02 03:04 UTC", "", "0f"))
    assert told.startswith("@misc{porcupine-landscapes:a.b_c,")
    assert (
        "false, settled: certified; run of full size, 2026-01-02 03:04 UTC, outside a checkout, ledger SHA-256 0f"
        in told
    )
    assert "  year = {2026}," in told
    assert "commit abc" in citing.run(citing.Run("quick", "2026-01-02 03:04 UTC", "abc", "0f"))


def test_the_citation_file_names_every_paper_of_the_house():
    cited = yaml.safe_load(Path("CITATION.cff").read_text(encoding="utf-8"))["references"]
    titles = {one["title"]: one for one in cited}
    keys = [path.parent.name for folder in HOUSE for path in Path(folder).glob("*/paper.py")]
    assert len(keys) == len(titles)
    for paper in map(catalogue.paper, keys):
        found = titles[paper.title]
        assert found["year"] == paper.year
        assert paper.authors == ", ".join(f"{one['given-names']} {one['family-names']}" for one in found["authors"])
        assert found["identifiers"][0]["value"] in paper.reference
