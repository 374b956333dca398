"""Every link of a static site, followed without a browser."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    """The links of a page and the places that can be linked to."""

    def __init__(self, text: str):
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.links += [given[name] for name in ("href", "src") if given.get(name)]
        self.places |= {given["id"]} if given.get("id") else set()


def broken(site: Path) -> list[str]:
    """What of a folder's pages links to nothing in it, but for what lies on the web."""
    site = site.resolve()
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        for link in page.links:
            url = urlsplit(link)
            if url.scheme:
                continue
            target = Path(path.parent, unquote(url.path)).resolve() if url.path else path
            there = target.is_file() and target.is_relative_to(site)
            if not there or (url.fragment and unquote(url.fragment) not in pages[target].places):
                found.append(f"{path.relative_to(site)}: {link}")
    return found
