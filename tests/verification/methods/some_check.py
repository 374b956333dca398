"""A check whose statement is a list of items."""

from verification.check import declare
from verification.methods import certified


def ran(engine, items, wrong=None, **options):
    """The record of a check with these options whose statement returns `items`; each variant returns others."""
    variants = {name: {"items": found} for name, found in (wrong or {"v": items}).items()}

    def some_check(items=tuple(items)):
        """Items."""
        return items

    method = {"bits": 192} if engine is certified else {}
    made = declare(engine.METHOD, "test.zero", "value", variants, "instances", **method, **options)(some_check)
    return engine.run(made.check, {})
