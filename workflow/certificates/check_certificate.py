"""Check certificates of every kind: `python check_certificate.py FILE...` hands each to the program of its kind.

The program of a kind lies beside this file, `check_` and the name of the kind. It is whole by itself and decides; this
one reads the kind and nothing more. A folder stands for the certificates in it. The exit code is 0 where all are
accepted.
"""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent


def program(file: Path) -> Path | None:
    """The program for a file's kind, None where there is none, or where the file's name would be read as an option."""
    try:
        kind = json.loads(file.read_bytes())["kind"]
        name = f"check_{kind.replace(' ', '_')}.py" if re.fullmatch("[a-z ]{1,40}", kind) else ""
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    fit = name and name != Path(__file__).name and not str(file).startswith("-")
    return HERE / name if fit and (HERE / name).is_file() else None


def main(arguments: list[str]) -> int:
    """Run each program on its files, as many side by side as there are processors."""
    paths = [Path(name) for name in arguments]
    files = [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    programs = {file: program(file) for file in files}
    refused = not files
    for file in (file for file, found in programs.items() if found is None):
        print(f"refused {file}: no certificate of a kind that a program here checks", flush=True)
        refused = True
    kinds = sorted({found for found in programs.values() if found})
    own = [[str(file) for file, found in programs.items() if found == one] for one in kinds]
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        for ended in side_by_side.map(checked, kinds, own):
            print(ended.stdout, end="", flush=True)
            refused |= bool(ended.returncode)
    return int(refused)


def checked(one: Path, files: list[str]) -> subprocess.CompletedProcess[str]:
    """What a program says of its files."""
    return subprocess.run([sys.executable, "-I", str(one), *files], check=False, stdout=subprocess.PIPE, text=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
