"""The map, and what is trusted, in a real browser, made of a ledger that is made up."""

import shutil

import pytest

from tests.workflow import browser as browsers
from tests.workflow import made_up
from verification.claim import Paper
from workflow.report import build_page
from workflow.report.resting import Resting

pytestmark = pytest.mark.skipif(not browsers.CHROMIUM, reason="no Chromium here: the page is not looked at")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """These pages of the made-up ledger in a folder."""
    folder, entries = tmp_path_factory.mktemp("map"), made_up.ledger().entries
    common = {
        "run": {"size": "full"},
        "papers": {made_up.PAPER: Paper(made_up.PAPER, "A Paper", "A. Author", 2000, "a journal")},
        "reproduced": False,
        "resting": Resting(entries),
        "statuses": ["true", "false"],
        "verdicts": ["proved", "certified", "derived"],
    }
    one = build_page.opened(folder, common | {"papers": {}})
    one.common = common
    build_page._write_map(one, entries)
    build_page._write_trust(one, entries)
    for name in ("style.css", "page.js", "map.js"):
        shutil.copyfile(build_page.HERE / "templates" / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def browser():
    with browsers.running() as one:
        yield one


def marked(page, word: str) -> set[str]:
    nodes = page.locator(f".node.{word}[data-claim]").all()
    return {node.get_attribute("data-claim").removeprefix("p.") for node in nodes}


def test_pointer_keyboard_and_address_show_what_falls(browser, site):
    page = browser.new_page()
    page.goto((site / "map.html").as_uri())
    assert not page.locator("#told").is_visible()
    page.hover(".node[data-claim='p.lemma']")
    assert marked(page, "falls") == {"theorem", "corollary"} and marked(page, "carries") == set()
    page.focus(".node[data-claim='p.theorem']")
    assert (marked(page, "falls"), marked(page, "carries")) == ({"corollary"}, {"lemma"})
    assert page.inner_text("#told") == ("p.theorem rests on 1 claim (thick); with it falls 1 claim (struck out).")
    assert page.locator(".arrows .falls").count() == page.locator(".arrows .carries").count() == 1
    page.goto((site / "map.html").as_uri() + "#p.lemma")
    assert marked(page, "chosen") == {"lemma"} and marked(page, "falls") == {"theorem", "corollary"}
    page.close()


def test_without_a_script_the_map_is_links_and_a_table(browser, site):
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "map.html").as_uri())
    assert page.locator("svg a[href='claims/p.lemma.html']").count() == 1
    row = page.locator(".resting tr", has=page.locator("th", has_text="p.theorem"))
    assert row.locator("td").nth(1).inner_text() == "p.lemma"
    assert row.locator("td").nth(2).inner_text() == "derived: 1 citation"
    assert row.locator("td").nth(3).inner_text() == "p.corollary"
    assert page.locator("#alone + p").inner_text() == "p.converse, p.remark"
    assert page.locator(".told").is_hidden()
    page.close()


def test_what_one_way_alone_carries_is_listed(browser, site):
    page = browser.new_page()
    page.goto((site / "trust.html").as_uri())
    assert page.inner_text("#alone + ul li:first-child") == "p.lemma, 1 of 2: sign by computer algebra"
    row = page.locator("tr[id='p.lemma'] td").all_inner_texts()
    head = page.locator(".ways th[scope=col]").all_inner_texts()
    columns = ["derivation", "kernel", "computer algebra", "exact arithmetic", "balls", "floating point"]
    assert head == ["Claim", "Parts", *columns, "Least"]
    assert row == ["2", "", "", "2", "", "", "1", "1"]
    page.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("name", ["map.html", "trust.html"])
def test_axe_finds_nothing_there(browser, site, name, scheme, width):
    axe = pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    page.goto((site / name).as_uri())
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
