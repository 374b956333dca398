"""The wheel holds what it needs: installed apart from the checkout and used from an empty folder."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("pyproject.toml", "README.md", "LICENSE", "pnn", "verification")


@pytest.fixture(scope="module")
def python(tmp_path_factory) -> Path:
    """The interpreter of an environment with the wheel, beside the libraries that are installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, folder / part)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", "made", "."]
    subprocess.run(build, cwd=folder, check=True)
    venv.create(folder / "env", with_pip=False)
    made = next((folder / "env" / "lib").glob("python*/site-packages"))
    shutil.unpack_archive(next((folder / "made").glob("*.whl")), made, "zip")
    (made / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "env" / "bin" / "python"


def run(python: Path, folder: Path, *words: str) -> subprocess.CompletedProcess:
    return subprocess.run([str(python), "-m", *words], cwd=folder, capture_output=True, text=True, check=False)


def test_a_claim_is_checked_from_an_empty_folder(python, tmp_path):
    done = run(python, tmp_path, "verification", "pnn.theorem-12")  # proofs in Coq would be kept in results
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("verdict: proved")
    assert not list(tmp_path.iterdir())


def test_every_file_that_a_paper_reads_is_in_it(python):
    installed = next(python.parents[1].glob("lib/python*/site-packages"))
    wanted = [path for kind in ("yaml", "html") for path in (ROOT / "verification").rglob(f"*.{kind}")]
    assert len(wanted) > 10
    assert not [path for path in wanted if not (installed / path.relative_to(ROOT)).is_file()]


def test_a_new_paper_is_written_from_an_empty_folder_and_its_tests_pass(python, tmp_path):
    done = run(python, tmp_path, "verification.new_paper", "some2001", "--in", "papers of mine")
    assert done.returncode == 0, done.stderr
    tested = run(python, tmp_path, "pytest", "-q", "papers of mine/some2001/tests")
    assert tested.returncode == 0 and "3 passed" in tested.stdout, tested.stdout + tested.stderr
