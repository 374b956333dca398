"""The faults: every place of a module where one of the standard operators changes the syntax tree.

Comparison, arithmetic, sign, constant, boolean, condition, return, dropped statement, dropped keyword, argument swap,
loop control. The new text stands in place of the old one and nothing else of the file moves. Left alone are
annotations, decorators, docstrings, texts, what command lines show of themselves, and the messages of what is raised.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
ARITHMETIC = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
SYMMETRIC = ("add", "max", "min", "multiply", "np.add", "np.maximum", "np.minimum", "np.multiply")
DROPPED = (ast.Expr, ast.AugAssign, ast.Raise, ast.Delete)
PARSERS = ("ArgumentParser", "add_argument")  # of command lines
WORDS = ("description", "formatter_class", "help", "metavar", "prog")  # what they show
SKIPPED = ("annotation", "returns", "decorator_list", "type_params")


@dataclass(frozen=True)
class Mutant:
    """One fault: the bytes `start` to `end` of a file are replaced by `text`."""

    file: str
    line: int
    within: str  # the function or class around it
    operator: str
    change: str  # before -> after
    start: int
    end: int
    text: str
    again: int  # how many of the same words come before it

    @property
    def name(self) -> str:
        """What tells it from all others, also after lines were added above it."""
        return f"{self.file} {self.within or 'module'}: {self.change}" + f" #{self.again + 1}" * (self.again > 0)

    def planted(self, source: bytes) -> bytes:
        """The file with the fault."""
        return source[: self.start] + self.text.encode() + source[self.end :]


def mutants(file: str, source: bytes) -> list[Mutant]:
    """Every mutant of a file, in the order of its text."""
    offsets = [0]
    for row in source.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(row))
    found, seen = [], Counter[tuple[str, str]]()
    for node, within in _nodes(ast.parse(source), ""):
        for operator, old, text in _changes(node):
            start, end = (offsets[row - 1] + column for row, column in _ends(old))
            change = " ".join(f"{ast.unparse(old)} -> {text}".split())
            new = f"({text})" if isinstance(old, ast.expr) else text
            found.append(Mutant(file, old.lineno, within, operator, change, start, end, new, seen[within, change]))
            seen[within, change] += 1
    return found


def _ends(node: ast.AST) -> tuple[tuple[int, int], tuple[int, int]]:
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]


def _nodes(node: ast.AST, within: str) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Expressions and statements that may be changed, each with the name of what it stands in."""
    if isinstance(node, ast.JoinedStr) or _is_main_guard(node):
        return
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        within = f"{within}.{node.name}" if within else node.name
    elif isinstance(node, ast.expr | ast.stmt):
        yield node, within
    for field, value in ast.iter_fields(node):
        if field in SKIPPED or (field == "exc" and isinstance(node, ast.Raise)):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _nodes(child, within)


def _is_main_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("__name__ == '__main__'", "TYPE_CHECKING")


def _changes(node: ast.expr | ast.stmt) -> Iterator[tuple[str, ast.expr | ast.stmt, str]]:
    """An operator's name, the node that it changes, `node` or its condition, and the text that it puts in its place."""
    for operator, changed in _changed(node):
        yield operator, node, ast.unparse(ast.fix_missing_locations(changed))
    if isinstance(node, ast.If | ast.While | ast.IfExp) and not isinstance(node.test, ast.Compare):
        yield "condition", node.test, f"not ({ast.unparse(node.test)})"
    if isinstance(node, ast.Break | ast.Continue):
        yield "loop", node, "continue" if isinstance(node, ast.Break) else "break"
    elif _may_go(node):
        yield "statement", node, "pass"


def _may_go(node: ast.expr | ast.stmt) -> bool:
    """Whether a statement can be dropped and its function still have all its names; docstrings are none."""
    if isinstance(node, ast.Assign):
        return not isinstance(node.targets[0], ast.Name | ast.Tuple)
    return isinstance(node, DROPPED) and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _changed(node: ast.expr | ast.stmt) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                for other in COMPARISONS[type(op)]:
                    yield "comparison", _with(node, ops=[*ops[:place], other(), *ops[place + 1 :]])
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in ARITHMETIC:
            yield "arithmetic", _with(node, op=ARITHMETIC[type(op)]())
        case ast.UnaryOp(op=ast.USub() | ast.Invert() | ast.Not(), operand=operand):
            yield "sign", operand
        case ast.Constant(value=bool() as value):
            yield "constant", ast.Constant(not value)
        case ast.Constant(value=int() | float() as number):
            yield "constant", ast.Constant(number + 1)
            yield "constant", ast.Constant(number - 1)
        case ast.BoolOp(op=op):
            yield "boolean", _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.Return(value=ast.expr()) if ast.unparse(node) != "return None":
            yield "return", _with(node, value=ast.Constant(None))
        case ast.Call(args=args, keywords=keywords):
            if _has_an_order(node):
                yield "swap", _with(node, args=[args[1], args[0], *args[2:]])
            for keyword in keywords:
                if keyword.arg and not (keyword.arg in WORDS and ast.unparse(node.func).endswith(PARSERS)):
                    yield "keyword", _with(node, keywords=[other for other in keywords if other is not keyword])


def _has_an_order(call: ast.Call) -> bool:
    """Whether a call has two first arguments that could be swapped, and says something else then."""
    first = call.args[:2]
    named = len(first) == 2 and not any(isinstance(arg, ast.Starred) for arg in first)
    return named and ast.dump(first[0]) != ast.dump(first[1]) and ast.unparse(call.func) not in SYMMETRIC


def _with(node: ast.AST, **fields) -> ast.AST:
    changed = copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed
