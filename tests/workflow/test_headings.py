"""A heading that can be linked to ends with the link."""

from markupsafe import Markup

from workflow.report.headings import anchored

LINK = ' <a class="anchor" href="#b" aria-label="Link to this place">§</a>'


def test_headings_with_an_id_have_their_link_once():
    page = Markup('<h2 class="a" id="b">One <math>x</math></h2><h3>Two</h3><h4 id="c">Three</h4>')
    wanted = f'<h2 class="a" id="b">One <math>x</math>{LINK}</h2><h3>Two</h3><h4 id="c">Three</h4>'
    assert anchored(page) == wanted == anchored(anchored(page))
    assert isinstance(anchored(page), Markup)
