"""Headings that can be linked to say so: a sign beside them is the link."""

from __future__ import annotations

import re

from markupsafe import Markup

HEADING = re.compile(r'(<h[23]\b[^>]*\bid="([^"]+)"[^>]*>)(.*?)(</h[23]>)', re.DOTALL)


def anchored(html: str) -> Markup:
    """A page whose second and third headings that have an id end with a link to themselves."""
    return Markup(HEADING.sub(_with_link, str(html)))


def _with_link(found: re.Match) -> str:
    start, name, inner, end = found.groups()
    link = (
        "" if 'class="anchor"' in inner else f' <a class="anchor" href="#{name}" aria-label="Link to this place">§</a>'
    )
    return f"{start}{inner}{link}{end}"
