"""Make the static site `report/` from the ledger, the figures and the data of a run.

`python -m workflow.report.build_page --settings JSON --code DIGEST --published FILE...
--output results/report/index.html`
"""

from __future__ import annotations

import argparse
import base64
import importlib
import json
import shlex
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from pnn import store
from verification import catalogue, wings
from verification import ledger as ledger_room
from verification.claim import Paper
from verification.command import begin
from verification.jobs import METHODS
from verification.ledger import whose
from verification.reproduction import Comparison
from workflow.report import (
    certificates,
    changes,
    citing,
    drawing,
    findings,
    formulas,
    headings,
    last_page,
    numerals,
    provenance,
    sources,
    trusting,
    words,
)
from workflow.report.resting import Resting
from workflow.report.site import Site

HERE = Path(__file__).parent
SCHEMA = Path(ledger_room.__file__).with_name("ledger.schema.json")
FOUND = ("arxiv", "by_section", "counterexamples", "found", "words_of")  # what templates ask of `findings`
CHANGES_SHOWN = 300  # of each kind
STATUS_ORDER = ("true", "true-if-repaired", "false", "vacuous", "ambiguous", "open")
VERDICT_ORDER = ("proved", "certified", "derived", "consistent", "refuted", "undecided")


def environment(papers: Iterable[str] = ()) -> Environment:
    """Templates with autoescape on and undefined names refused; those of a paper are found as "<paper>/<name>"."""
    own = {key: FileSystemLoader(wings.wing(key).folder / "reproduction") for key in papers}
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), PrefixLoader(own)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {name: getattr(formulas, name) for name in ("prose", "paragraphs", "statement", "plain", "symbol")}
    env.filters |= {"numerals": numerals.numerals, "anchored": headings.anchored}
    env.globals |= {"source_link": sources.link, "whose": whose, "meanings": words.meanings(), "anchor": words.anchor}
    env.globals |= {"around": drawing.around, "marks": drawing.STATUS_MARKS}
    env.globals |= {"carried": trusting.carried, "way_name": trusting.name_of}
    env.globals |= {name: getattr(findings, name) for name in FOUND}
    return env


def methods_of(claim: dict) -> list[str]:
    """The methods by which a claim is checked, in the house's order."""
    used = {check["method"] for part in claim["parts"] for check in part["checks"]}
    return [method for method in METHODS if method in used]


def errata(claims: list[dict]) -> list[dict]:
    """The claims whose printed statement is false, needs a repair, says nothing or can be read in two ways."""
    printed = [claim for claim in claims if claim["source"]["formula"] != "ours"]
    return [claim for claim in printed if claim["status"] not in ("true", "open")]


def figure_entries(root: Path, papers: Iterable[str]) -> list[dict]:
    """What each figure's JSON says, in the order of the papers and their lists; DamagedFile for one that changed."""
    stems = [root / "figures" / name for name in wings.figures(papers)]
    for stem in stems:
        store.check_digests(stem.with_name(f"{stem.name}.sha256"))
    return [json.loads(stem.with_name(f"{stem.name}.json").read_text(encoding="utf-8")) for stem in stems]


def illustrated(claims: list[dict], figures: list[dict]) -> dict[str, list[dict]]:
    """For each claim the figures that illustrate it. Raises ValueError for a figure of a claim that is not there."""
    drawn: dict[str, list[dict]] = {claim["id"]: [] for claim in claims}
    for figure in figures:
        for name in figure["claims"]:
            if name not in drawn:
                raise ValueError(f"the figure {figure['name']} illustrates {name!r}, a claim that this run has not")
            drawn[name].append(figure)
    return drawn


def reproductions(root: Path, comparisons: Iterable[Comparison], published: dict[str, dict]) -> list[dict]:
    """The comparisons with the printed numbers: each with what it found and the template that sets it."""
    made = []
    for one in comparisons:
        data = store.read(root / "experiments" / f"{one.experiment}.h5")
        found = importlib.import_module(one.module).compare(data, published.get(one.paper, {}))
        own = one.template(wings.wing(one.paper).folder)
        template = f"{one.paper}/{own[0].name}" if own else "comparison.html"
        made.append({"comparison": one, "found": found, "template": template})
    return made


def opened(folder: Path, common: dict) -> Site:
    """The site of a run in this folder; `common` is what every page is given."""
    return Site(folder, environment(common["papers"]), common)


def build(root: Path, output: Path, settings: dict, published: dict[str, dict], code: str = "") -> None:
    """Write every page of the site and place the run's files beside them; `published`: printed numbers by paper."""
    ledger = json.loads(store.read_text(root / "ledger.json"))
    claims = ledger["claims"]
    papers = {key: catalogue.paper(key) for key in settings["papers"]}
    figures = figure_entries(root, papers)
    compared = reproductions(root, wings.comparisons(papers), published)
    site = opened(output.parent, _common(ledger, settings, papers) | {"reproduced": bool(compared)})
    about = provenance.gather(root, settings)
    of_run = citing.Run(ledger["run"]["size"], about["date"], about["commit"], store.sha256(root / "ledger.json"))
    cite = "\n\n".join([citing.run(of_run), *(citing.paper(paper) for paper in papers.values())])
    site.put("cite.bib", cite + "\n")
    site.put("config.yaml", yaml.safe_dump(settings, sort_keys=True, allow_unicode=True))
    certificates.write(site, claims)
    _write_claims(site, claims, figures, of_run)
    _write_map(site, claims)
    _write_trust(site, claims)
    _write_changes(site, ledger)
    site.write("words.html", "words.html", words=words.groups())
    if compared:
        site.write("experiments.html", "experiments.html", compared=compared, published=published)
    labels = {claim["id"]: claim["label"] if claim["source"]["formula"] != "ours" else claim["id"] for claim in claims}
    site.write("figures.html", "figures.html", figures=figures, labels=labels)
    site.write("provenance.html", "provenance.html", cite=cite, **about)
    _write_code(site, _modules(claims) | {figure["module"] for figure in figures})
    _place(site, root, [figure["name"] for figure in figures])
    site.write(
        "index.html",
        "index.html",
        claims=claims,
        errata=errata(claims),
        figures=figures,
        made=last_page.made(json.dumps(settings, sort_keys=True), code),
        methods=[m for m in METHODS if any(m in methods_of(claim) for claim in claims)],
    )
    site.seal()


def _common(ledger: dict, settings: dict, papers: Mapping[str, Paper]) -> dict:
    """What every page may use."""
    return {
        "run": ledger["run"],
        "ledger": ledger,
        "papers": papers,
        "methods_of": methods_of,
        "resting": Resting(ledger["claims"]),
        "statuses": [s for s in STATUS_ORDER if s in ledger["totals"]["status"]],
        "verdicts": [v for v in VERDICT_ORDER if v in ledger["totals"]["verdict"]],
        "papers_from": [shlex.quote(folder) for folder in settings["papers_from"]],
    }


def _write_claims(site: Site, claims: list[dict], figures: list[dict], of_run: citing.Run) -> None:
    """A page for every claim, with its neighbours in the table."""
    names = [None, *(claim["id"] for claim in claims), None]
    drawn = illustrated(claims, figures)
    for claim, before, after in zip(claims, names, names[2:], strict=False):
        beside = {"before": before, "after": after, "drawn": drawn[claim["id"]], "cite": citing.claim(claim, of_run)}
        site.write(f"claims/{claim['id']}.html", "claim.html", claim=claim, **beside)


def _write_map(site: Site, claims: list[dict]) -> None:
    """The graph of all claims, paper by paper, and the same as a table."""
    resting: Resting = site.common["resting"]
    drawings = {key: drawing.paper(resting, [c for c in claims if c["paper"] == key]) for key in site.common["papers"]}
    touched = {name for one in drawings.values() for arrow in one.arrows for name in (arrow.start, arrow.end)}
    joined = [claim for claim in claims if claim["id"] in touched]
    alone = [claim["id"] for claim in claims if claim["id"] not in touched]
    site.write("map.html", "map.html", drawings=drawings, joined=joined, alone=alone)


def _write_trust(site: Site, claims: list[dict]) -> None:
    """What has to be believed: theorems that are cited, what else is trusted, and how many ways carry each claim."""
    rows = [trusting.carried(claim) for claim in claims]
    theorems, facts = trusting.citations(site.common["resting"])
    site.write(
        "trust.html",
        "trust.html",
        trusted=trusting.trusted(claims),
        theorems=theorems,
        facts=facts,
        columns=trusting.columns(rows),
        rows=rows,
        alone=[row for row in rows if row.alone],
    )


def _write_changes(site: Site, ledger: dict) -> None:
    """What moved since the run whose ledger still lies beside the page."""
    changed, known = changes.since(site.folder, ledger), {claim["id"] for claim in ledger["claims"]}
    site.write("changes.html", "changes.html", changed=changed, claims=known, shown=CHANGES_SHOWN)
    site.put(changes.NAME, json.dumps(changed, indent=1) + "\n")


def _write_code(site: Site, modules: set[str]) -> None:
    for module in sorted(modules):
        text = sources.source_path(module).read_text(encoding="utf-8")
        site.write(f"code/{module}.html", "code.html", module=module, lines=text.splitlines())


def _modules(claims: list[dict]) -> set[str]:
    return {check["module"] for c in claims for part in c["parts"] for check in part["checks"]}


def _place(site: Site, root: Path, figures: list[str]) -> None:
    """The data with their digests, and the figures, under the names that they have in the run; style and scripts."""
    data = [name for name in store.listed_digests(root / "manifest.sha256") if name != "ledger.json"]
    drawn = [f"figures/{name}.{kind}" for name in figures for kind in ("svg", "png", "pdf", "csv")]
    beside = ("figures/figures.pdf", "ledger.json", "manifest.sha256")
    for name in (*data, *(f"{name}.sha256" for name in data), *drawn, *beside):
        site.place(root / name, name)
    for name in ("style.css", "filter.js", "map.js", "page.js"):
        site.place(HERE / "templates" / name, name, linked=False)
    site.place(SCHEMA, SCHEMA.name, linked=False)
    site.put("math.css", math_style())


def math_style() -> str:
    """The font of the formulas, inside its style sheet: a browser may refuse to load a font file from a disk."""
    font = base64.b64encode((HERE / "fonts" / "stix-two-math.woff2").read_bytes()).decode()
    face = f'@font-face {{ font-family: "STIX Two Math"; src: url(data:font/woff2;base64,{font}) format("woff2"); }}'
    return f'{face}\nmath {{ font-family: "STIX Two Math", math; font-size: 1.06em; }}\n'


def main(arguments: list[str] | None = None) -> None:
    """Command line of the page stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--settings", type=json.loads, required=True)
    parser.add_argument("--code", default="")
    parser.add_argument("--published", type=Path, nargs="*", default=[])
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    begin("workflow.report.build_page", arguments)
    published = {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in options.published}
    try:
        build(options.output.parent.parent, options.output, options.settings, published, options.code)
    except (store.DamagedFile, certificates.RefusedCertificate) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
