"""Formulas as TeX would set them: what stands together and what apart, in the tree and in a real browser."""

from xml.etree import ElementTree

import pytest

from tests.workflow import browser as browsers
from workflow.report import formulas
from workflow.report.build_page import math_style

TOGETHER, SPACE = 0.06, (0.12, 0.45)  # em
# LaTeX, and the gaps between its letters and signs in order: "." none, "_" a space, "?" that of a script, not asked
ROWS = {
    r"|h| m": "...",
    r"E |h|^2 m": "...??",
    r"\|u\| \|v\|": ".....",
    r"P(A | B)": "..__.",
    r"|a| - |b|": "..__..",
    r"||a| - b|": "...__.",
    r"\log |x|": "...",
    r"s \log d": "__",
    r"s \ln d": "__",
    r"\cos\delta": "_",
    r"\sin(x)": "...",
    r"a \cos t \sin t": "____",
    r"\mathrm{sign} x": "_",
    r"x \sim N": "__",
    r"(-1)": "...",
    r"a = -b": "__.",
    r"a \le b": "__",
    r"\langle a, b \rangle": ".._.",
    r"\lceil x \rceil": "..",
    r"u, \dots, v": "._._",
    r"\mathbf{1} x": ".",
    r"\psi'(t)": "....",
}
GAPS = """latex => [...document.querySelectorAll('math')].map(formula => {
  const size = parseFloat(getComputedStyle(formula).fontSize);
  const boxes = [...formula.querySelectorAll('mi, mn, mo')].map(node => {
    const range = document.createRange(); range.selectNodeContents(node); return range.getBoundingClientRect(); });
  return boxes.slice(1).map((box, i) => (box.left - boxes[i].right) / size); })"""


def tags(latex: str) -> list[tuple[str, str]]:
    """The letters and signs of a formula with their elements, spaces left out."""
    tree = ElementTree.fromstring(str(formulas.mathml(latex)))
    return [(node.tag.rpartition("}")[2], node.text) for node in tree.iter() if node.text]


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        (r"\mathbf{1}", [("mn", "𝟏")]),
        (r"\mathbf{10}", [("mn", "𝟏𝟎")]),
        (r"x \sim y", [("mi", "x"), ("mo", "∼"), ("mi", "y")]),
        (r"\mathrm{rank}", [("mi", "rank")]),
        (r"\operatorname{Var}", [("mi", "Var")]),
        (r"q^\top", [("mi", "q"), ("mi", "⊤")]),
        (r"A \preceq B", [("mi", "A"), ("mo", "⪯"), ("mi", "B")]),
    ],
)
def test_each_sign_is_the_one_that_is_meant(latex, wanted):
    assert tags(latex) == wanted


@pytest.mark.parametrize(
    ("text", "lines", "tied"),
    [
        ("For $x$, so.", 0, '<span class="formula"><math'),
        ("the $k$-th", 0, "</math>-th</span>"),
        (r"$\frac{1}{n} \sum_i x_i = \frac{a + b}{c} + \frac{d}{e}$.", 1, "</math>.</span>"),
        (r"$\frac12 = x$", 0, "</math></span>"),
    ],
)
def test_punctuation_stays_with_its_formula_and_long_ones_have_a_line(text, lines, tied):
    found = str(formulas.statement(text))
    assert found.count('display="block"') == lines
    assert tied in found
    assert 'display="block"' not in formulas.prose(text)


@pytest.mark.skipif(not browsers.CHROMIUM, reason="no Chromium here: the formulas are not looked at")
def test_twenty_formulas_have_their_spaces_in_a_browser(tmp_path):
    rows = "".join(f"<p>{formulas.mathml(latex)}</p>" for latex in ROWS)
    (tmp_path / "rows.html").write_text(f"<!doctype html><meta charset=utf-8><style>{math_style()}</style>{rows}")
    with browsers.running() as browser:
        page = browser.new_page()
        page.goto((tmp_path / "rows.html").as_uri())
        page.evaluate("document.fonts.load('16px \"STIX Two Math\"', 'x').then(() => true)")
        found = page.evaluate(GAPS)
    for (latex, wanted), gaps in zip(ROWS.items(), found, strict=True):
        assert len(gaps) == len(wanted), (latex, gaps)
        for kind, gap in zip(wanted, gaps, strict=True):
            assert kind == "?" or (gap < TOGETHER if kind == "." else SPACE[0] < gap < SPACE[1]), (latex, wanted, gaps)
