"""Which pages show every kind of element."""

import pytest

from tests.workflow import looks

STYLE = ".badge { color: red; } #claims td, a[aria-current] { color: blue; }"
PAGES = {
    "all.html": "<p class='badge x'>1<br>2</p><table id='claims'><tr><td>3</td></tr></table>",
    "less.html": "<p class='badge y' id='p'>1</p><math><mi>x</mi></math>",
    "none.html": "<p class='badge'>1<math><mn>2</mn></math></p><p class='z'>4",
}


@pytest.fixture
def site(tmp_path):
    (tmp_path / "style.css").write_text(STYLE)
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_elements_are_of_one_kind_where_the_style_sheet_tells_them_not_apart(site):
    known = frozenset({".badge", "#claims"})
    assert looks.kinds(site / "all.html", known) == {
        " p.badge",
        " p.badge br",
        " table#claims",
        " table#claims tr",
        " table#claims tr td",
    }
    assert looks.kinds(site / "less.html", known) == {" p.badge", " math"}


def test_pages_are_chosen_until_every_kind_is_shown(site):
    assert looks.covering(site, PAGES) == ["all.html", "none.html", "less.html"]
    assert looks.covering(site, ["less.html", "all.html"]) == ["all.html", "less.html"]


def test_an_element_with_a_style_of_its_own_is_refused(site):
    (site / "own.html").write_text("<p style='color: grey'>1</p>")
    with pytest.raises(AssertionError, match="a style of its own"):
        looks.covering(site, ["own.html"])
