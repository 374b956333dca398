"""The page in a real browser: it works, it is readable, and it asks nothing of the network."""

from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from tests.workflow import browser as browsers
from tests.workflow import looks

pytestmark = [
    pytest.mark.xdist_group("pipeline"),
    pytest.mark.skipif(not browsers.CHROMIUM, reason="no Chromium here: the page is not looked at"),
]

COLOURS = ["color-contrast", "link-in-text-block"]  # the rules that ask for computed styles alone, and take most time


class Tab:
    """A page of the site, with what its console said and what it asked for."""

    def __init__(self, page, root: Path):
        self.page, self.root = page, root
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, name: str = "index.html"):
        self.page.goto((self.root / name).as_uri())
        return self.page


@pytest.fixture(scope="module")
def browser():
    with browsers.running() as one:
        yield one


@pytest.fixture
def tab(browser, pipeline):
    page = browser.new_page()
    yield Tab(page, pipeline.results / "report")
    page.close()


def pages(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.html"))


def test_every_link_resolves_and_nothing_leaves_the_machine(tab):
    seen: set[tuple[Path, str]] = set()
    for name in pages(tab.root):
        page = tab.open(name)
        links = "nodes => nodes.map(n => new URL(n.getAttribute('href'), document.baseURI).href)"  # those of SVG too
        for url in page.eval_on_selector_all("a[href], link[href]", links):
            parsed = urlparse(url)
            if parsed.scheme == "https":
                assert parsed.hostname == "arxiv.org", url
            elif parsed.scheme != "data":
                assert parsed.scheme == "file", url
                seen.add((Path(unquote(parsed.path)), unquote(parsed.fragment)))
    ids = {path: path.read_text() for path, _ in seen if path.suffix == ".html"}
    for path, fragment in seen:
        assert path.exists(), path
        assert not fragment or f'id="{fragment}"' in ids[path], (path, fragment)
    assert tab.errors == []
    assert all(url.startswith(("file:", "data:")) for url in tab.requests)


@pytest.mark.parametrize("key", ["status", "verdict", "method", "paper"])
def test_a_filter_shows_just_what_it_names(tab, key):
    page = tab.open()
    options = page.eval_on_selector_all(f"select[name={key}] option", "nodes => nodes.map(n => n.value)")
    total = page.locator("#claims tr.claim").count()
    for value in filter(None, options):
        page.select_option(f"select[name={key}]", value)
        shown = page.locator("#claims tr.claim:visible")
        wanted = [row.get_attribute(f"data-{key}").split() for row in page.locator("#claims tr.claim").all()]
        assert shown.count() == sum(value in words for words in wanted) > 0
        assert page.locator("#shown").text_content() == f"{shown.count()} of {total} shown"


def test_search_and_filters_combine(tab):
    page = tab.open()
    page.fill("input[name=text]", "closed form kernel")
    assert page.locator("#claims tr.claim:visible").count() >= 1
    page.select_option("select[name=status]", "false")
    assert page.locator("#claims tr.claim:visible").count() == 0


def test_a_filter_stands_in_the_address_and_comes_back(tab):
    page = tab.open()
    page.select_option("select[name=status]", "false")
    shown = page.locator("#shown").text_content()
    assert "status=false" in page.url
    page.locator("#claims tr.claim:visible a").first.click()
    page.go_back()
    assert page.locator("select[name=status]").input_value() == "false"
    assert page.locator("#shown").text_content() == shown
    page.fill("input[name=text]", "nothing has this in it")
    assert page.locator("#claims tr.group:visible").count() == 0


def test_without_a_script_the_filter_is_not_shown(browser, pipeline):
    page = browser.new_page(java_script_enabled=False)
    page.goto((pipeline.results / "report/index.html").as_uri())
    assert page.locator("#claims tr.claim:visible").count() > 100
    assert not page.locator("#filters").is_visible()
    page.close()


def test_what_is_too_wide_scrolls_in_its_place_by_keyboard(tab):
    tab.page.set_viewport_size({"width": 375, "height": 800})
    page = tab.open("claims/pnn.theorem-13.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    wide = page.locator(".scrolls")
    assert wide.count() > 0
    assert all(node.get_attribute("tabindex") == "0" for node in wide.all())


def test_the_page_works_by_keyboard(tab):
    page = tab.open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "status":
            break
    page.keyboard.type("f")
    assert page.locator("select[name=status]").input_value() == "false"


@pytest.mark.parametrize("name", ["index", "map", "trust", "figures", "experiments", "provenance"])
def test_a_phone_needs_no_sideways_scrolling(tab, name):
    tab.page.set_viewport_size({"width": 375, "height": 800})
    page = tab.open(f"{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def axe_finds(page, asked: dict) -> list:
    """What axe has against a page: rule and the first element."""
    page.evaluate(pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options)", {"resultTypes": ["violations"], **asked})["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]


@pytest.mark.slow
def test_axe_finds_nothing_on_any_page(tab):
    """All rules but those of colours, which the next test asks."""
    asked = {"rules": {rule: {"enabled": False} for rule in COLOURS}}
    for name in pages(tab.root):
        assert axe_finds(tab.open(name), asked) == [], name


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_of_colours(tab, scheme):
    """On pages that have every kind of element: colours follow from names, classes and the one style sheet."""
    tab.page.emulate_media(color_scheme=scheme)
    for name in looks.covering(tab.root, pages(tab.root)):
        assert axe_finds(tab.open(name), {"runOnly": COLOURS}) == [], name


def contrast(page, selector: str) -> float:
    """WCAG contrast of the text of an element against the page."""
    return page.evaluate(
        """selector => {
          const level = text => { const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map(v => v / 255)
              .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ink = level(getComputedStyle(document.querySelector(selector)).color);
          const paper = level(getComputedStyle(document.body).backgroundColor);
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        }""",
        selector,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_by_day_and_in_the_dark(tab, scheme):
    tab.page.emulate_media(color_scheme=scheme)
    page = tab.open()
    for selector in ("body", "main a", ".badge.true", ".badge.false", ".badge.derived", ".badge.proved"):
        assert contrast(page, selector) >= 4.5, (scheme, selector)


def test_every_experiment_stands_beside_what_was_published(tab):
    page = tab.open("experiments.html")
    for section, published in (("degree_one", "55 of 100"), ("random_pnn", "0.1485"), ("images", "0.97600")):
        heading = page.locator(f"#{section}")
        assert published in heading.locator("xpath=following-sibling::table[1]").inner_text()


def test_formulas_are_set_as_mathml(tab, pipeline):
    page = tab.open("claims/pnn.psi.closed-form.html")
    assert page.locator("math").count() > 5
    assert page.evaluate("document.querySelector('math').getBoundingClientRect().width") > 5
    assert "$" not in page.inner_text("main")


def test_the_page_is_marked_when_it_is_not_full_scale(tab):
    assert "run" in tab.open().inner_text(".banner")


def test_errata_stand_under_their_papers(tab):
    section = tab.open().locator("section[aria-labelledby=errata]")
    assert [head.inner_text() for head in section.locator("h3").all()] == [
        "Soheil Feizi, Hamid Javadi, Jesse Zhang, David Tse, 2017",
        "Itay Safran, Ohad Shamir, 2016",
        "Kenji Kawaguchi, Jiaoyang Huang, Leslie Pack Kaelbling, 2019",
        "Bo Xie, Yingyu Liang, Le Song, 2017",
    ]
    assert section.locator("li a[href*='basin.']").count() > 1
