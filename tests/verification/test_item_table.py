"""No residual, ball, case or estimate goes or comes unseen, and none is idle."""

import json

import pytest

from tests.verification.item_table import TABLE, found


@pytest.mark.slow
def test_every_check_asserts_what_the_table_says():
    then, now = json.loads(TABLE.read_text()), found()
    changed = {name: (then.get(name), now.get(name)) for name in then | now if then.get(name) != now.get(name)}
    assert not {name: entry["idle"] for name, entry in now.items() if entry["idle"]}
    assert not changed, f"if this is meant: python -m tests.verification.item_table\n{changed}"
