"""Numbers on the page have true minus signs and powers of ten; hyphens, tags and text stay as they are."""

import pytest
from markupsafe import Markup

from workflow.report.numerals import numerals


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("between -1 and -1/2", "between −1 and −1/2"),
        ("[-0.90, -0.71]", "[−0.90, −0.71]"),
        ("-.5 ± -2", "−.5 ± −2"),
        ("2.1e-05 and 3e+12", "2.1 · 10<sup>−5</sup> and 3 · 10<sup>12</sup>"),
        ("(1 ± 2) e-5", "(1 ± 2) · 10<sup>−5</sup>"),
        ("two-sample, k-1, 2017-2019, 3e-5f", "two-sample, k-1, 2017-2019, 3e-5f"),
        (1e-6, "1 · 10<sup>−6</sup>"),
        ("a < -1", "a &lt; −1"),
    ],
)
def test_signs_and_powers(text, wanted):
    assert numerals(text) == wanted


def test_tags_stay_as_they_are():

    kept = Markup('<td colspan="2" title="off -1 by 1e-5">-1</td>')
    assert numerals(kept) == '<td colspan="2" title="off -1 by 1e-5">−1</td>'
