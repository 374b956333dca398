"""Where Coq sources are laid out to be compiled."""

from verification.proofs import build, sources


def test_what_other_sources_left_under_their_roots_is_taken_away_and_nothing_else(tmp_path):
    (tmp_path / "given").mkdir()
    given = [sources.Source(f"key.{name}", tmp_path / "given" / f"{name}.v") for name in ("one", "two")]
    for source in given:
        source.path.touch()
    folder = tmp_path / "build"
    build._lay_out(given, folder)
    mine = [folder / "mine.v", folder / "other" / "two.v", folder / "key" / "notes.txt", folder / "key" / "two.vo"]
    for path in mine:
        path.parent.mkdir(exist_ok=True)
        path.touch()
    build._lay_out(given[:1], folder)
    assert set(folder.rglob("*.*")) == {folder / "key" / "one.v", *mine[:3]}
