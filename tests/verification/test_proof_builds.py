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


def test_what_is_above_some_sources_is_found_through_others_and_what_is_below_is_not(tmp_path, monkeypatch):
    needs = {"key/low": [], "key/large": ["key/low"], "key/middle": ["key/large"], "key/high": ["key/middle"]}
    monkeypatch.setattr(build, "_requires", lambda folder, names: {name: needs[name] for name in names})
    given = [sources.Source(name.replace("/", "."), tmp_path / f"{name}.v") for name in needs]
    assert build.above(tmp_path, given, ["key.large"]) == {"key.large", "key.middle", "key.high"}
    assert build.above(tmp_path, given, []) == set()


def test_libraries_are_told_from_papers_and_comments(tmp_path):
    text = (
        "From Coq Require Import Lra. From key Require Import one.\n(* From mathcomp. *) From Interval Require Tactic."
    )
    (tmp_path / "a.v").write_text(text)
    assert sources.Source("key.a", tmp_path / "a.v").libraries == {"Coq", "Interval"}
