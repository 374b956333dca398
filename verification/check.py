"""Checks: functions of the statement under test, each for one part of one claim by one method."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType

import numpy as np

from verification.verdict import Scope, Verdict

Formula = Mapping[str, object]


@dataclass(frozen=True)
class Check:
    """A check and the wrong variants that it must refuse.

    function: its keyword defaults are the statement; its other parameters name what the engine provides.
    statement: the function whose defaults a wrong variant overrides, where it is not `function` itself.
    """

    claim: str
    part: str
    method: str
    scope: Scope
    function: Callable
    wrong: Mapping[str, Formula]
    statement: Callable
    options: Mapping[str, object]

    @property
    def name(self) -> str:
        """The name of the function, unique within its module."""
        return self.function.__name__

    @property
    def id(self) -> str:
        """Claim, part and name: the key of its random stream."""
        return f"{self.claim}:{self.part}:{self.name}"

    def seed(self, entropy: int) -> np.random.SeedSequence:
        """The seed of the check's own random stream: `entropy` keyed by four words of the SHA-256 of its id."""
        words = np.frombuffer(hashlib.sha256(self.id.encode()).digest()[:16], dtype=np.uint32)
        return np.random.SeedSequence(entropy, spawn_key=tuple(words.tolist()))

    @property
    def says(self) -> str:
        """The docstring: what is computed and how it decides."""
        return inspect.cleandoc(self.function.__doc__ or "")

    def call(self, provided: Mapping[str, object], formula: Formula | None = None):
        """The function's value on the statement, or on the variant that `formula` describes."""
        return self.function(**_wanted(self.function, provided), **(formula or {}))

    def call_statement(self, provided: Mapping[str, object], formula: Formula | None = None):
        """The same for `statement`."""
        return self.statement(**_wanted(self.statement, provided), **(formula or {}))


@dataclass
class Record:
    """What a check found, ready for JSON.

    margin: how far the decision was from the other side, in the method's own measure. cost: samples or
    operations. wrong_variants: refuted or not, by name. items: how many residuals, balls or cases there are of each
    kind. moved: the first variant that moves a kind. auxiliary: why a kind is there that none moves. estimates: a
    simulation's, judged with all the others. proofs: statements in Coq, with what decides each. module: where the check
    stands, which need not be its claim's topic.
    certificates: what it leaves for others to check, kind and data.
    """

    claim: str
    part: str
    name: str
    method: str
    scope: str
    says: str
    verdict: str = Verdict.UNDECIDED
    margin: float | None = None
    numbers: dict[str, str | int] = field(default_factory=dict)
    cost: int = 0
    wrong_variants: dict[str, bool] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    auxiliary: dict[str, str] = field(default_factory=dict)
    estimates: list[dict] = field(default_factory=list)
    proofs: list[dict[str, str]] = field(default_factory=list)
    module: str = ""
    certificates: list[dict] = field(default_factory=list)


def record_of(check: Check) -> Record:
    """An empty record for a check."""
    place = check.function.__module__
    return Record(check.claim, check.part, check.name, check.method, str(check.scope), check.says, module=place)


def declare(
    method: str,
    claim: str,
    part: str,
    wrong: Mapping[str, Formula],
    scope: str | Scope,
    statement: Callable | None = None,
    **options: object,
) -> Callable[[Callable], Callable]:
    """Decorator that makes a function a check; each engine offers it under its own name.

    Raises ValueError where there is no wrong variant, or one overrides what is no parameter of the statement.
    """

    def decorate(function: Callable) -> Callable:
        target = statement or function
        check = Check(claim, part, method, Scope(scope), function, wrong, target, options)
        _refuse_toothless(check)
        function.check = check  # type: ignore[attr-defined]
        return function

    return decorate


def collect(module: ModuleType) -> list[Check]:
    """The checks that a module declares, in the order of its source."""
    return [value.check for value in vars(module).values() if isinstance(getattr(value, "check", None), Check)]


def _refuse_toothless(check: Check) -> None:
    if not check.wrong:
        raise ValueError(f"{check.id} names no wrong variant: a check that cannot fail is no check")
    if not check.says:
        raise ValueError(f"{check.id} has no docstring to say what it computes")
    parameters = inspect.signature(check.statement).parameters
    open_ended = any(p.kind is p.VAR_KEYWORD for p in parameters.values())
    for variant, formula in check.wrong.items():
        unknown = [name for name in formula if name not in parameters and not open_ended]
        if unknown or not formula:
            raise ValueError(
                f"{check.id}: variant {variant!r} overrides {unknown or 'nothing'}, no part of the statement"
            )


def _wanted(function: Callable, provided: Mapping[str, object]) -> dict[str, object]:
    return {name: provided[name] for name in inspect.signature(function).parameters if name in provided}
