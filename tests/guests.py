"""Papers that lie outside the house: folders of their own, which a test makes, names and forgets again."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verification import papers

PAPER = """
from verification.claim import Paper

PAPER = Paper(key="{key}", title="A guest", authors="A. Guest", year=2001, reference="arXiv:0101.00001")
"""
CLAIMS = """
from verification.claim import PROVED, Claim, Part, Status
from verification.papers.{key}.paper import PAPER

even = Claim(
    id="{key}.even",
    source=PAPER.section("1", "Theorem 1"),
    status=Status.TRUE,
    title="Doubles are even",
    says="$2 n$ is even.",
    where={{"n": "a whole number"}},
    parts=(Part("rest", "The rest of $2 n$ by $2$ is $0$."),),
)
"""
EXACT = """
from verification.methods import exact


@exact.check("{key}.even", "rest", wrong={{"three for two": {{"factor": 3}}}})
def rests(factor=2):
    \"\"\"The rests of the first ten.\"\"\"
    return {{"rest": [factor * n % 2 for n in range(10)]}}
"""
SECTION = """
{name}:
  description: How often numbers are doubled.
  type: object
  properties:
    most: {{description: The largest number., type: integer, minimum: 1, default: 4}}
    a_job: {{description: Numbers of a job at most., type: integer, minimum: 1, default: 3}}
"""
PLAN = """
from verification.experiments.plan import Job

CUTS = ("a_job",)
AXES = {{"base": "what is doubled into"}}


def jobs(section, run):
    most, each = section["most"], section["a_job"]
    starts = [(base, first) for base in (2, 3) for first in range(0, most, each)]
    settings = [{{"first": first, "count": min(each, most - first), "base": base}} for base, first in starts]
    return [Job(one, f"{{one['base']}}-{{one['first']}}", at={{"base": one["base"]}}) for one in settings]


def refusals(section, run):
    if section["a_job"] > section["most"]:
        yield f"{name}.a_job {{section['a_job']}} is more than {name}.most {{section['most']}}"
"""
RUN = """
from dataclasses import dataclass

import numpy as np

from pnn.store import Array, Group


@dataclass(frozen=True)
class Settings:
    first: int
    count: int
    base: int

    def __post_init__(self):
        if self.count < 1:
            raise ValueError("count must be at least 1")


def run(job):
    numbers = np.arange(job.settings.first, job.settings.first + job.settings.count)
    return Group({{"number": Array(numbers)}}, {{"product": Array(job.settings.base * numbers, ("number",))}})
"""
FIGURES = """
from verification.figures.index import Entry

FIGURES = (Entry("{figure}", "Figure 1", "Doubles", "plot", ("{name}",)),)
"""
PLOT = """
from matplotlib.figure import Figure

from verification.figures.drawing import Drawing, values


def {figure}(data):
    \"\"\"Products by number.\"\"\"
    picture = Figure(figsize=(3, 2))
    picture.add_subplot().plot(values(data.group("{name}"), "product").T)
    return Drawing(picture, "Figure 1. Products by number.", "Lines that rise.")
"""
COMPARISONS = """
from verification.reproduction import Comparison

COMPARISONS = (Comparison("products", "Table 1: products", "{name}"),)
"""
PRODUCTS = """
from verification.reproduction import Row


def compare(data, published):
    \"\"\"The last product.\"\"\"
    return [Row("the last product", str(published["last"]), str(data.arrays["product"].values[-1, -1]))]
"""


def paper(place: Path, key: str, experiment: str = "", figure: str = "", without: tuple[str, ...] = ()) -> Path:
    """A paper in a folder of papers, with an experiment and a figure if they are named; lacks the files `without`.

    With both it has printed numbers too, and a comparison with them.
    """
    name = experiment or "no_experiment"
    texts = {"paper.py": PAPER, "doubles/claims.py": CLAIMS, "doubles/exact.py": EXACT}
    if experiment:
        parts = {"section.yaml": SECTION, "plan.py": PLAN, "run.py": RUN}
        texts |= {f"experiments/{experiment}/{part}": text for part, text in parts.items()}
    if figure:
        texts |= {"figures/index.py": FIGURES, "figures/plot.py": PLOT}
    if experiment and figure:
        texts |= {"reproduction/index.py": COMPARISONS, "reproduction/products.py": PRODUCTS}
        texts["published.yaml"] = "last: 10\n"
    for path, text in texts.items():
        if path not in without:
            put(place / key / path, text.format(key=key, name=name, figure=figure))
    return place / key


def put(path: Path, text: str) -> Path:
    """Write a file into folders that may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip())
    return path


@contextmanager
def forgotten() -> Iterator[None]:
    """The house as it was before: no place of papers and no module of a paper that came since."""
    places, modules = [*papers.__path__], {*sys.modules}
    attributes = {*vars(papers)}
    try:
        yield
    finally:
        papers.__path__[:] = places
        for name in [name for name in sys.modules if name.startswith("verification.papers.") and name not in modules]:
            del sys.modules[name]
        for name in set(vars(papers)) - attributes:
            delattr(papers, name)
