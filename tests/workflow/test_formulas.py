"""Prose with formulas: no text of a claim or a configuration becomes markup of the page."""

import string
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verification import catalogue, wings
from verification.check import Record, collect
from verification.claim import Claim, Paper, Part, Source, Status, Step
from verification.jobs import jobs, topics
from verification.ledger import Ledger
from verification.verdict import Scope, Verdict
from verification.wings import imported
from workflow.report import formulas
from workflow.report.build_page import methods_of, opened
from workflow.report.resting import Resting

MATHML = {"math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "msub", "msup", "msubsup", "mfrac", "msqrt", "mroot"}
MATHML |= {"span", "mover", "munder", "munderover", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose"}


class Tags(HTMLParser):
    """The tags and attributes that a browser would see."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.words += data.split()


HOSTILE = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "text", [HOSTILE, f"${HOSTILE}$", rf"$\text{{{HOSTILE}}}$", rf"$\mathrm{{{HOSTILE}}}$", r"$\text{&lt;script&gt;}$"]
)
def test_a_hostile_text_is_shown_and_does_nothing(text):
    assert not Tags(formulas.prose(text)).tags - MATHML


@pytest.mark.parametrize(
    ("latex", "why"),
    [
        (r"\href{javascript:alert(1)}{x}", "neither links nor styles"),
        (r"\style{background:url(x)}{x}", "neither links nor styles"),
        (r"\unknown x", "no command known here"),
        (r"\left( x", "cannot be set"),
    ],
)
def test_a_formula_that_cannot_be_set_is_named(latex, why):
    with pytest.raises(ValueError, match=why):
        formulas.prose(f"Let ${latex}$ be.")


PIECES = ["$", "{", "}", "\\text{", "\\frac", "^", "_", "<b>", "</b>", "&lt;", '"', "\\href{", "\\left(", " ", "x"]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES) | st.text(string.printable, max_size=3), max_size=8).map("".join))
def test_no_text_becomes_markup(text):
    try:
        seen = Tags(formulas.prose(text))
    except ValueError as error:
        assert "cannot be set" in str(error)
        return
    assert not seen.tags - MATHML
    assert not {name for name in seen.attributes if name.startswith("on")} | seen.attributes & {"href", "style", "src"}


def test_every_formula_of_the_house_is_set():
    claims = catalogue.claims(tuple({paper for paper, _ in topics()}))
    fields = ("title", "says", "reason", "repair", "reading")
    texts = [getattr(claim, name) for claim in claims.values() for name in fields]
    texts += [why for claim in claims.values() for why in claim.lacks.values()]
    texts += [part.says for claim in claims.values() for part in claim.parts]
    for text in texts:
        assert Tags(formulas.prose(text)).tags <= MATHML, text


def test_what_every_check_of_the_house_says_is_set():
    papers = tuple({paper for paper, _ in topics()})
    for check in [check for job in jobs(papers) for check in collect(imported(job.module))]:
        texts = [*formulas.paragraphs(check.says), *map(formulas.prose, check.wrong)]
        assert all(Tags(text).tags <= MATHML for text in texts), check.id


def test_paragraphs_of_a_text_stay_apart():
    text = "The mean of $x$,\n    over\nlines.\n\nNone of $y\n+ z$ is zero."
    assert [" ".join(Tags(one).words) for one in formulas.paragraphs(text)] == [
        "The mean of x , over lines.",
        "None of y + z is zero.",
    ]


HOSTILE_FIGURE = {"name": HOSTILE, "label": HOSTILE, "title": HOSTILE}


def hostile_claim() -> Claim:
    """A claim each of whose texts is a script."""
    part = Part("value", HOSTILE, strength=Verdict.CONSISTENT, why=HOSTILE, argument=(Step(HOSTILE, cites=HOSTILE),))
    words = {"title": HOSTILE, "says": HOSTILE, "reason": HOSTILE, "repair": HOSTILE, "reading": HOSTILE}
    more = {"where": {HOSTILE: HOSTILE}, "assumptions": (HOSTILE,), "lacks": {"repaired": HOSTILE}}
    source = Source(HOSTILE, HOSTILE, HOSTILE, "reconstructed")
    return Claim("a.b", source, Status.TRUE_IF_REPAIRED, parts=(part,), **words, **more)


def test_neither_a_claim_nor_a_configuration_puts_markup_on_the_page(tmp_path, monkeypatch):
    claim = hostile_claim()
    record = Record("a.b", "value", HOSTILE, HOSTILE, Scope.GENERAL, HOSTILE, module="pnn.store")
    record.numbers, record.wrong_variants = {HOSTILE: HOSTILE}, {HOSTILE: True}
    paper = Paper(HOSTILE, HOSTILE, HOSTILE, 2026, HOSTILE)
    run = {"size": HOSTILE, "code": HOSTILE, "config": {}}
    monkeypatch.setattr(wings, "wing", lambda key: wings.Wing(key, tmp_path))  # where its own templates would lie
    common = {"run": run, "papers": {HOSTILE: paper}, "papers_from": [HOSTILE], "reproduced": False}
    absent = replace(record, name="absent", says="At $x$.", verdict=Verdict.NOT_RUN, numbers={"not run here": HOSTILE})
    proof = dict.fromkeys(("theorem", "says", "verdict", "trusts", "digest"), HOSTILE) | {"variant": "$s$"}
    told = {"wrong_variants": {"$u$": True}, "numbers": {"variant $v$": HOSTILE}, "proofs": [proof]}
    formulas_within = replace(record, name="formulas", says="At $x$.\n\nNot at $y$.", **told)
    entry = Ledger({"a.b": claim}, [record, absent, formulas_within], 1e-6).entries[0]
    site = opened(tmp_path, common | {"methods_of": methods_of, "resting": Resting([entry])})
    site.write("claim.html", "claim.html", claim=entry, before=None, after=None, drawn=[HOSTILE_FIGURE], cite=HOSTILE)
    about = dict.fromkeys(("commit", "machine", "configuration", "repository", "date"), HOSTILE)
    about |= {"lock": {"name": HOSTILE, "digest": HOSTILE}, "versions": {HOSTILE: HOSTILE}}
    rows = {"manifest": [[HOSTILE, HOSTILE]], "times": [(HOSTILE, 1.0, 1.0)], "otherwise": [(HOSTILE, HOSTILE, "")]}
    site.write("provenance.html", "provenance.html", cite=HOSTILE, **about, **rows)
    assert set("suvxy") <= set(Tags((tmp_path / "claim.html").read_text()).words)  # set, not in dollar signs
    for name, least in (("claim.html", 25), ("provenance.html", 10)):
        text = (tmp_path / name).read_text()
        assert text.count("alert(1)") >= least
        assert text.count("<script") == text.count('<script src="page.js" defer></script>') == 1
