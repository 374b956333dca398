"""A made-up ledger: a lemma that all rests on, a theorem, its corollary, a false claim and one that stands alone."""

from verification.check import Record
from verification.claim import Claim, Part, Source, Status, Step, counterexample, derived
from verification.ledger import Ledger

PAPER = "p2000"


def claim(name: str, section: str, *parts: Part, **words) -> Claim:
    """A claim of the paper with one part at least."""
    status = Status.FALSE if words else Status.TRUE
    source = Source(PAPER, section, name.capitalize())
    return Claim(id=f"p.{name}", source=source, status=status, title=f"The {name}", says="S", parts=parts, **words)


def record(claim_id: str, part: str, verdict: str, method: str, scope: str) -> Record:
    """What a check with one wrong variant found."""
    return Record(claim_id, part, "check", method, scope, "says", verdict, wrong_variants={"a variant": True})


LEMMA = claim("lemma", "1", Part("value", "v"), Part("sign", "s"))
THEOREM = claim(
    "theorem",
    "2",
    derived("bound", "b", "why", Step("so", uses="p.lemma:value"), Step("and", cites="Jensen's inequality")),
    Part("other", "o"),
)
COROLLARY = claim(
    "corollary",
    "2",
    derived("limit", "l", "why", Step("so", uses="p.theorem:bound"), Step("then", uses="own")),
    derived("rough", "r", "why", Step("so", uses="p.theorem:bound"), Step("then", uses="seen")),
    Part("own", "o"),
    Part("seen", "s"),
    Part("both", "b", argument=(Step("so", uses="p.theorem:bound"),)),
)
FALSE = claim(
    "converse",
    "2",
    Part("printed", "p", expected=False, refuted_by="instance"),
    counterexample("instance", "i"),
    reason="r",
    repair="r",
    lacks={"repaired": "none"},
)
ALONE = claim("remark", "3", Part("value", "v"))
RECORDS = [
    record("p.lemma", "value", "proved", "symbolic", "general"),
    record("p.lemma", "value", "consistent", "numerical", "instances"),
    record("p.lemma", "sign", "proved", "symbolic", "general"),
    record("p.theorem", "bound", "consistent", "numerical", "instances"),
    record("p.theorem", "other", "proved", "exact", "finite"),
    record("p.corollary", "own", "proved", "exact", "finite"),
    record("p.corollary", "seen", "consistent", "numerical", "instances"),
    record("p.corollary", "both", "proved", "formal", "general"),
    record("p.converse", "instance", "certified", "certified", "instances"),
    record("p.remark", "value", "proved", "exact", "finite"),
]


def ledger() -> Ledger:
    """The ledger of these claims."""
    return Ledger({one.id: one for one in (LEMMA, THEOREM, COROLLARY, FALSE, ALONE)}, RECORDS, 1e-6)
