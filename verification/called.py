"""Which functions of this house a call runs through, so that a simulation can be held apart from its prediction."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any, TypeVar

HOUSE = ("pnn.", "verification.")
ENGINE = tuple(
    f"verification.{name}" for name in ("check", "run_topic", "methods", "drawn_once", "on_demand", "called")
)

Value = TypeVar("Value")


def traced(call: Callable[[], Value], but: Collection[Callable] = ()) -> tuple[Value, set[str]]:
    """What a call returns, and the functions of `pnn` and `verification` that it runs, engines excepted.

    but: functions that are left out, with all that they call. One behind `functools.cache` shows no call when its
    value is kept: it counts where a function that runs names it.
    """
    watch = _Watch({_code(function) for function in but})
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        value = call()
    finally:
        sys.setprofile(before)
    return value, watch.seen


@contextmanager
def unwatched() -> Iterator[None]:
    """What runs inside the block is none of `traced`'s, such as the proof of a formula that a prediction asks for."""
    before = sys.getprofile()
    sys.setprofile(None)
    try:
        yield
    finally:
        sys.setprofile(before)


def name_of(function: Callable) -> str:
    """A function as `traced` names it: module and name."""
    return f"{function.__module__}.{getattr(function, '__wrapped__', function).__qualname__}"


class _Watch:
    """A profiler that notes the functions called outside of those that are left out."""

    def __init__(self, but: set[CodeType | None]):
        self.seen: set[str] = set()
        self._but = but
        self._inside = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if event not in ("call", "return"):
            return
        if frame.f_code in self._but:
            self._inside += 1 if event == "call" else -1
        elif event == "call" and not self._inside:
            self._note(frame)

    def _note(self, frame: FrameType) -> None:
        module = frame.f_globals.get("__name__", "")
        if not module.startswith(HOUSE) or module.startswith(ENGINE):
            return
        self.seen.add(f"{module}.{frame.f_code.co_qualname}")
        for name in frame.f_code.co_names:
            kept: Any = frame.f_globals.get(name)
            if hasattr(kept, "cache_info") and _code(kept) not in self._but:
                self.seen.add(name_of(kept))


def _code(function: Callable) -> CodeType | None:
    return getattr(getattr(function, "__wrapped__", function), "__code__", None)
