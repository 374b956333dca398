"""How a stage begins."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_stage_begins_with_its_command_and_ends_without_a_look_for_garbage():
    """What is registered first is asked last, once all that is loaded is left aside."""
    asks = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 1000)); "
    begins = "from verification import command; command.begin('verification.stage', ['a b', 'c'])"
    done = subprocess.run([sys.executable, "-c", asks + begins], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
    assert done.stderr.startswith("cd ") and done.stderr.endswith("-P -m verification.stage 'a b' c\n")
