"""Closed forms on their way between stages: written as SymPy's `srepr`, read through an allow-list.

What the symbolic stage proved is a tree of constructors. It is never evaluated as code: the tree is walked, and
each constructor is looked up in a table, with NumPy's functions for the simulations, with balls for certificates.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial, reduce
from operator import add, mul
from typing import Any, TypeVar

import numpy as np

SYMBOLS = ("Symbol", "Dummy")
NUMBERS = ("Integer", "Rational")
Kept = TypeVar("Kept")


class Refused(ValueError):
    """A text that is no closed form: it names a constructor that is not on the allow-list."""


class NotProved(LookupError):
    """A closed form that a check computes with was not proved, or there is none of that name."""


class Proved(dict[str, "ClosedForm"]):
    """The proved closed forms that a job may compute with, by name; NotProved for any other."""

    def __missing__(self, name: str) -> ClosedForm:
        raise NotProved(f"the closed form {name!r} was not proved; proved are {', '.join(sorted(self)) or 'none'}")


def joined(tables: Iterable[Mapping[str, Kept]]) -> dict[str, Kept]:
    """What tables keep of closed forms, by name. Raises ValueError for a name in two: which form would it mean?"""
    found: dict[str, Kept] = {}
    for table in tables:
        if twice := sorted(found.keys() & table.keys()):
            raise ValueError(f"two closed forms of one name: {', '.join(twice)}")
        found.update(table)
    return found


@dataclass(frozen=True)
class Arithmetic:
    """How constructors are carried out: numbers, constants, the power and the functions by name."""

    integer: Callable
    rational: Callable
    power: Callable
    constants: Mapping[str, Callable]
    functions: Mapping[str, Callable]


NUMPY = Arithmetic(
    integer=float,
    rational=lambda p, q: p / q,
    power=np.power,
    constants={"pi": lambda: math.pi, "E": lambda: math.e},
    functions={
        **{name: getattr(np, name) for name in ("sin", "cos", "tan", "exp", "log", "sign")},
        **{"asin": np.arcsin, "acos": np.arccos, "atan": np.arctan, "Abs": np.abs},
        **{"cot": lambda x: 1 / np.tan(x), "csc": lambda x: 1 / np.sin(x), "sec": lambda x: 1 / np.cos(x)},
    },
)


Program = Callable[[Mapping[str, object], Arithmetic], Any]


@dataclass(frozen=True)
class ClosedForm:
    """A proved formula: its parameters by name and its tree."""

    parameters: tuple[str, ...]
    body: ast.expr

    def __call__(self, *arguments, arithmetic: Arithmetic = NUMPY):
        """The value at `arguments`, arrays or balls, in the given arithmetic."""
        if len(arguments) != len(self.parameters):
            raise ValueError(f"wanted {len(self.parameters)} arguments, {self.parameters}; got {len(arguments)}")
        return self._program(dict(zip(self.parameters, arguments, strict=True)), arithmetic)

    @cached_property
    def _program(self) -> Program:
        return _program(self.body)


def read(text: str) -> ClosedForm:
    """The closed form that `srepr(Lambda(...))` wrote; raises Refused for anything else."""
    try:
        tree = ast.parse(text, mode="eval").body
        return _closed_form(tree)
    except Refused:
        raise
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Refused(f"not a closed form: {text[:80]!r}") from error


def _closed_form(tree: ast.expr) -> ClosedForm:
    name, given = _constructor(tree)
    if name != "Lambda" or len(given) != 2:
        raise Refused(f"wanted Lambda(Tuple(Symbol...), formula); got {ast.unparse(tree)[:80]!r}")
    signature, body = given
    name, named = _constructor(signature)
    symbols = named if name == "Tuple" else [signature]
    parameters = tuple(map(_symbol, symbols))
    if len(set(parameters)) < len(parameters):
        raise Refused(f"two parameters of one name: {ast.unparse(signature)[:80]!r}")
    _check(body, {ast.unparse(symbol) for symbol in symbols})
    return ClosedForm(parameters, body)


def _check(node: ast.expr, symbols: set[str]) -> None:
    """Raise Refused unless a tree has nothing but the constructors that are known here, with arguments that fit.

    A symbol is one of the parameters' `symbols` where it has their assumptions too: to SymPy it is another otherwise.
    """
    if isinstance(node, ast.Name):
        if node.id not in NUMPY.constants:
            raise Refused(f"the constant {node.id!r} is not on the allow-list")
        return
    name, operands = _constructor(node)
    if name in SYMBOLS:
        fits = ast.unparse(node) in symbols
    elif name in NUMBERS:
        literals = [_integer(operand) for operand in operands]
        fits = len(literals) == 1 if name == "Integer" else len(literals) == 2 and literals[1] != 0
    else:
        for operand in operands:
            _check(operand, symbols)
        sizes = {"Add": len(operands), "Mul": len(operands), "Pow": 2}
        fits = len(operands) == sizes.get(name, 1) > 0
        if name not in sizes and name not in NUMPY.functions:
            raise Refused(f"the function {name!r} is not on the allow-list")
    if not fits:
        raise Refused(f"arguments that do not fit: {ast.unparse(node)[:80]!r}")


def _program(node: ast.expr) -> Program:
    """The tree as a function of values and an arithmetic: names and literals are read once."""
    if isinstance(node, ast.Name):
        constant = node.id
        return lambda values, arithmetic: arithmetic.constants[constant]()
    name, operands = _constructor(node)
    if name in SYMBOLS:
        symbol = _symbol(node)
        return lambda values, arithmetic: values[symbol]
    if name in NUMBERS:
        literals, kind = [_integer(operand) for operand in operands], name.lower()
        return lambda values, arithmetic: getattr(arithmetic, kind)(*literals)
    return partial(_carry_out, name, [_program(operand) for operand in operands])


def _carry_out(name: str, operands: list[Program], values: Mapping[str, object], arithmetic: Arithmetic):
    """A constructor of other trees at `values`. Raises Refused where the arithmetic does not have it."""
    found = [operand(values, arithmetic) for operand in operands]
    if name in ("Add", "Mul"):
        return reduce(add if name == "Add" else mul, found)
    if name == "Pow":
        return arithmetic.power(*found)
    if name not in arithmetic.functions:
        raise Refused(f"the function {name!r} is not one of this arithmetic")
    return arithmetic.functions[name](*found)


def _constructor(node: ast.expr) -> tuple[str, list[ast.expr]]:
    """The name of a constructor and its arguments; symbols alone have keywords, what is assumed of them."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=operands, keywords=known) if name in SYMBOLS or not known:
            return name, operands
    raise Refused(f"not a constructor of a formula: {ast.unparse(node)[:80]!r}")


def _symbol(node: ast.expr) -> str:
    match _constructor(node):
        case ("Symbol" | "Dummy", [ast.Constant(value=str(name))]):
            return name
    raise Refused(f"wanted a symbol; got {ast.unparse(node)[:80]!r}")


def _integer(node: ast.expr) -> int:
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_integer(operand)
        case ast.Constant(value=value) if type(value) is int:
            return value
    raise Refused(f"wanted integers; got {ast.unparse(node)[:80]!r}")
