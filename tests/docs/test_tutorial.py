"""The tutorial's files are written, its changes made and its commands run; each says what is shown below it."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.workflow.conftest import ROOT, Pipeline, copied

TUTORIAL = ROOT / "docs" / "tutorial.md"
FENCED = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
WORDS = re.compile(r"(?P<at_the_end>At the end of )?`(?P<path>[^`]+)`(?:, (?P<changed>changed))?:")


class Block(NamedTuple):
    """A fenced block: the line above it, its language and its text."""

    before: str
    kind: str
    text: str


def blocks(text: str) -> list[Block]:
    """All fenced blocks that name a language, in order."""
    found = []
    for match in re.finditer(FENCED, text):
        above = text[: match.start()].rstrip().rpartition("\n")[2]
        found.append(Block(above, match["kind"], match["text"]))
    return [block for block in found if block.kind]


def write(block: Block, folder: Path) -> None:
    """Make the file that the line above the block names, add to its end, or change it."""
    words = WORDS.fullmatch(block.before)
    assert words, f"no file is named above the block that starts {block.text[:60]!r}"
    path = folder / words["path"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if words["changed"]:
        path.write_text(changed(path.read_text(), block.text))
    else:
        path.write_text((path.read_text() + "\n\n" if words["at_the_end"] else "") + block.text)


def changed(source: str, diff: str) -> str:
    """The source with every hunk of a diff made; what a hunk takes away or leaves must be there once."""
    for hunk in diff.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        old, new = ("".join(line[1:] for line in lines if line[0] in kept) for kept in (" -", " +"))
        if not old.strip():
            raise ValueError(f"this hunk does not say where it belongs: {hunk!r}")
        assert source.count(old) == 1, f"not there once: {old!r}"
        source = source.replace(old, new)
    return source


def commands(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def says(output: str, shown: str) -> bool:
    """Whether the output is what is shown: a line of dots stands for any lines, dots in a line for any text in it."""
    lines = [
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(re.escape("..."), ".*") + r"\n"
        for line in shown.splitlines()
    ]
    return re.fullmatch("".join(lines), output) is not None


def run(command: str, house: Pipeline) -> str:
    """What a command prints, both streams together."""
    words = {"cwd": house.folder, "env": {**house.environment, "PYTHONUNBUFFERED": "1"}}
    done = subprocess.run(
        ["bash", "-c", command], **words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.stdout


def test_every_block_does_what_is_shown(tmp_path):
    house = copied(tmp_path / "porcupine")
    found = blocks(TUTORIAL.read_text())
    assert len(found) > 12
    for block in found:
        if block.kind != "console":
            write(block, house.folder)
            continue
        for command, shown in commands(block.text):
            output = run(command, house)
            assert says(output, shown), f"{command}\n\nshown:\n{shown}\nsaid:\n{output}"


@pytest.mark.parametrize("shown", ["one\n", "one\ntwo\nthree\n", "...\nthree\n", "one\ntw\n", "on ...\n...\n"])
def test_what_was_not_said_is_noticed(shown):
    assert not says("one\ntwo\n", shown)


@pytest.mark.parametrize("shown", ["one\ntwo\n", "...\n", "...\ntwo\n", "o...\ntwo\n", "one\n...\ntwo\n"])
def test_what_was_left_out_may_be_anything(shown):
    assert says("one\ntwo\n", shown)


@pytest.mark.parametrize("diff", ["-two\n+three\n", "-one\n+two\n@@\n-missing\n", " one\n+two\n"])
def test_a_change_to_what_is_not_there_once_is_refused(diff):
    with pytest.raises(AssertionError, match="not there once"):
        changed("one\none\n", diff)
