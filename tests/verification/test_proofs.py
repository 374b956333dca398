"""The gate of formal proofs, on tiny papers with the Coq that is installed; without one the texts alone are read."""

import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from verification import wings
from verification.check import collect
from verification.jobs import jobs, topics
from verification.methods import formal
from verification.proofs import audit, build, coq, gate, sources
from verification.proofs.coq import Refused

VERSION, LACKING = coq.found()
needs_coq = pytest.mark.skipif(bool(LACKING), reason=LACKING)
STATEMENTS = """
(** Sums. *)
Definition double (n : nat) : nat := n + n.
Definition even : Prop := forall n : nat, exists m : nat, double n = 2 * m.
Definition even_wrong_three : Prop := forall n : nat, exists m : nat, double n = 3 * m.
"""
PROOF = """
From key Require Import statements.
Theorem even_proved : even.
Proof. intros n. exists n. unfold double. simpl. now rewrite <- plus_n_O. Qed.
"""
REFUTATION = """
Theorem even_wrong_three_refuted : ~ even_wrong_three.
Proof.
  intros wrong. destruct (wrong 1) as [m equal]. unfold double in equal. destruct m; simpl in equal; [discriminate |].
  rewrite <- !plus_n_Sm in equal. discriminate.
Qed.
"""
SHARED = """
Lemma nothing : True.
Proof. exact I. Qed.
"""


def written(folder: Path, statements: str = STATEMENTS, proof: str = PROOF + REFUTATION) -> list[sources.Source]:
    """The sources of a tiny paper whose key is `key`."""
    texts = {"key/statements.v": statements, "key/topic/proof.v": proof, "shared/nothing.v": SHARED}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return sources.of_paper("key", folder / "key", folder / "shared")


def let_through(folder: Path, **texts: str) -> dict:
    return gate.let_through("key", written(folder / "sources", **texts), folder / "build", VERSION)


def faults(folder: Path, text: str, **kind: bool) -> list[str]:
    (folder / "a.v").write_text(text)
    return list(sources.faults(sources.Source("key.a", folder / "a.v"), ("key", "formal"), **kind))


@pytest.mark.parametrize(
    "text",
    [
        "Theorem t : False. Proof. Admitted.",
        "Theorem t : False. Proof. admit. Qed.",
        "Axiom cheat : False.",
        "Local Axiom cheat : False.",
        "Parameters (a b : False).",
        "Conjecture c : False.",
        "Variable cheat : False.",
        "Section S. Variable a : nat. End S. Hypothesis cheat : False.",
        "Section S. Context (a : nat). End S. Time Context (cheat : False).",
        "#[bypass_check(guard)] Fixpoint f (n : nat) : False := f n.",
        "Unset Guard Checking.",
        "Time Unset Positivity Checking.",
        "#[global] Unset Universe Checking.",
        "Set Printing All.",
        'Declare ML Module "cheat_plugin".',
        'Add LoadPath "elsewhere".',
        'Load "elsewhere".',
        "Module Type T. Parameter cheat : False. End T.",
        "Declare Module M : T.",
        "Require Import elsewhere.",
        "From elsewhere Require Import everything.",
        'Redirect "file" Print nat.',
        "Ltac done := admit.",
        "(* a comment (* nested *) *) Axiom cheat : False.",
        '(* a string "*)" in it *) Axiom cheat : False.',
        'Definition s := "(*". Axiom cheat : False.',
    ],
)
def test_what_leaves_a_hole_is_refused_by_its_text(tmp_path, text):
    assert len(faults(tmp_path, text)) >= 1


def test_words_in_comments_names_and_strings_are_no_holes(tmp_path):
    text = """
    (* Admitted, (* Axiom *) Parameter. *)
    From Coq Require Import Reals.
    Set Implicit Arguments.
    Section S.
    Variable admitted' : nat.
    Definition axiom_of := "Admitted. Axiom".
    End S.
    """
    assert faults(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Theorem t : True.", "Theorem"),
        ('Notation "x <= y" := (y <= x).', "Notation"),
        ("Coercion f : nat >-> Sortclass.", "Coercion"),
        ("Ltac solve := auto.", "Ltac"),
        ("Hint Resolve a.", "Hint"),
    ],
)
def test_a_file_of_statements_holds_statements_alone(tmp_path, text, word):
    assert [word in fault for fault in faults(tmp_path, text, stating=True)] == [True]
    assert bool(faults(tmp_path, text, printed=True)) == (word in sources.REDEFINING)


def test_a_fault_names_the_file_and_the_line(tmp_path):
    assert faults(tmp_path, "(* one\n two *)\n\nAxiom a : False.") == ["key.a, line 4: Axiom is forbidden"]


@pytest.mark.parametrize(
    "text",
    [
        'Inductive less (a b : nat) : Prop := any where "a < b" := (less a b).',
        "Record one := { carrier :> nat }.",
        'Reserved Notation "a < b".',
        "Number Notation nat three three : nat_scope.",
        "Identity Coercion f : A >-> B.",
    ],
)
def test_nothing_beside_the_statements_changes_how_they_read(tmp_path, text):
    assert faults(tmp_path, text) == []
    for kind in ({"stating": True}, {"printed": True}):
        assert len(faults(tmp_path, text, **kind)) == 1
    assert faults(tmp_path, "Definition somewhere : nat := 0.", printed=True) == []


@needs_coq
def test_a_statement_rests_on_no_lemma_whose_value_could_change_unseen(tmp_path):
    sources_of = written(
        tmp_path / "sources", "From formal Require Import nothing.\n" + STATEMENTS.replace("2 *", "two *")
    )
    shared = tmp_path / "sources/shared/nothing.v"
    shared.write_text("Lemma two : nat.\nProof. exact 2. Defined.")
    with pytest.raises(Refused, match=r"key\.statements\.even rests on nothing\.two, a lemma"):
        gate.let_through("key", sources_of, tmp_path / "build", VERSION)
    shared.write_text("Definition two : nat := 2.")
    assert "two = 2" in gate.let_through("key", sources_of, tmp_path / "build", VERSION)["even"]["says"]


@needs_coq
def test_a_paper_passes_with_what_coq_says(tmp_path):
    found = let_through(tmp_path)
    assert {name: (one["verdict"], one["theorem"]) for name, one in found.items()} == {
        "even": ("proved", "key.topic.proof.even_proved"),
        "even_wrong_three": ("refuted", "key.topic.proof.even_wrong_three_refuted"),
    }
    assert found["even"]["says"].startswith("even = forall n : nat, exists m : nat, double n = 2 * m")
    assert "double = fun n : nat => n + n" in found["even"]["says"] and found["even"]["trusts"] == []
    made = {path: path.stat().st_mtime_ns for path in (tmp_path / "build" / "key").rglob("*.vo")}
    changed = let_through(tmp_path, proof=PROOF + REFUTATION + "(* a word *)")
    assert changed == found and len(made) == 2
    again = {path: path.stat().st_mtime_ns for path in made}
    assert [path.stem for path in made if made[path] != again[path]] == ["proof"]


@needs_coq
def test_statements_of_several_files_keep_their_digests_and_have_names_of_their_own(tmp_path):
    before = let_through(tmp_path)
    for path in (tmp_path / "sources/key/statements.v", tmp_path / "sources/key/topic/proof.v"):
        path.unlink()
    defined, *stated = re.findall(r"^Definition.*$", STATEMENTS, re.M)
    texts = {
        "statements/sums": defined,
        "statements/parity": "From key Require Import statements.sums.\n" + "\n".join(stated),
        "topic/proof": "From key Require Import statements.sums statements.parity.\n"
        + PROOF.partition("statements.")[2]
        + REFUTATION,
    }
    for name, text in texts.items():
        path = tmp_path / "sources/key" / f"{name}.v"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def again() -> dict:
        given = sources.of_paper("key", tmp_path / "sources/key", tmp_path / "sources/shared")
        return gate.let_through("key", given, tmp_path / "build", VERSION)

    assert {name: one["digest"] for name, one in again().items()} == {
        name: one["digest"] for name, one in before.items()
    }
    (tmp_path / "sources/key/statements/others.v").write_text(defined)
    with pytest.raises(Refused, match="wanted one name in all files of statements"):
        again()


@needs_coq
@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"proof": PROOF}, "even_wrong_three is neither proved nor refuted"),
        ({"proof": PROOF.replace("even_proved : even", "even_proved : True -> even") + REFUTATION}, "has type"),
        (
            {
                "proof": "From key Require Import statements.\nDefinition even : Prop := True.\n"
                "Theorem even_proved : even.\nProof. exact I. Qed." + REFUTATION
            },
            "has type",
        ),
        ({"proof": PROOF + REFUTATION + "Theorem odd_proved : True.\nProof. exact I. Qed."}, "odd"),
        ({"proof": PROOF.replace("exists n", "exists 0") + REFUTATION}, "coqc key/topic/proof.v"),
        ({"statements": STATEMENTS + "Axiom choice : nat."}, "Axiom is forbidden"),
    ],
    ids=["no refutation", "another theorem", "a shadow", "no statement", "no proof", "an axiom"],
)
def test_what_is_not_proved_is_refused(tmp_path, texts, message):
    with pytest.raises(Refused, match=message):
        let_through(tmp_path, **texts)


@needs_coq
@pytest.mark.parametrize(
    ("cheat", "message"),
    [
        ("Axiom cheat : forall P : Prop, P.", "none of the axioms allowed|is an axiom"),
        (
            "Unset Guard Checking. Fixpoint cheat_at (P : Prop) (n : nat) {struct n} : P := cheat_at P n.\n"
            "Definition cheat (P : Prop) : P := cheat_at P 0.",
            "is not understood|unsafe",
        ),
    ],
    ids=["axiom", "guard"],
)
def test_coq_itself_says_on_what_a_proof_rests(tmp_path, monkeypatch, cheat, message):
    monkeypatch.setattr(sources, "faults", lambda *_, **__: ())
    proof = f"From key Require Import statements.\n{cheat}\nTheorem even_proved : even.\nProof. apply cheat. Qed."
    with pytest.raises(Refused, match=message):
        let_through(tmp_path, proof=proof + REFUTATION)


@needs_coq
def test_axioms_are_told_by_file_and_of_those_on_the_large_library_together(tmp_path, monkeypatch):
    """Here Coq's own is the large one: of its two files one alone uses an axiom of it."""
    monkeypatch.setattr(audit, "LARGE", "Coq")
    names = ["even", "even_wrong_three", "either", "true"]
    more = "Definition either : Prop := forall P : Prop, P \\/ ~ P.\nDefinition true : Prop := True.\n"
    written(tmp_path / "sources", STATEMENTS + more, PROOF)
    proofs = {
        "classic": "From Coq Require Import Classical_Prop.\nTheorem either_proved : either.\nProof classic.",
        "above": "From key Require Import topic.classic.\n" + REFUTATION,
        "beside": "Theorem true_proved : true.\nProof. exact I. Qed.",
    }
    for name, text in proofs.items():
        (tmp_path / f"sources/key/topic/{name}.v").write_text(f"From key Require Import statements.\n{text}")
    given = sources.of_paper("key", tmp_path / "sources/key", tmp_path / "sources/shared")
    found = gate.let_through("key", given, tmp_path / "build", VERSION)
    assert [found[name]["trusts"] for name in names] == [[], ["classical logic"], ["classical logic"], []]


@pytest.mark.parametrize("said", ["Axioms:\nkey.a.cheat : False", "Axioms:\nf is assumed to be guarded.", "nothing"])
def test_an_axiom_that_is_not_listed_is_refused(said):
    assert audit.classes("Closed under the global context") == []
    assert audit.classes("Axioms:\nClassical_Prop.classic : forall P : Prop,\n  P \\/ ~ P") == ["classical logic"]
    with pytest.raises(Refused):
        audit.classes(said)
    with pytest.raises(Refused):
        audit.classes("Axioms:\nClassical_Prop.classic : P\n" + said.removeprefix("Axioms:\n") + " relies on it")


@pytest.mark.skipif(not shutil.which("sh"), reason="no shell here")
def test_a_call_that_takes_too_much_of_the_processor_is_refused_and_one_that_waits_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(coq, "SECONDS", 1)
    assert coq.call("sh", "-c", "sleep 1.5; echo done", folder=tmp_path, roots=[]) == "done\n"
    with pytest.raises(Refused, match="took more than 1 seconds of the processor"):
        coq.call("sh", "-c", "while :; do :; done", folder=tmp_path, roots=[])


def test_without_coq_it_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert coq.found() == ("", "coqc is not installed")
    assert gate.outcome("key", *coq.found(), tmp_path) == {
        "coq": "",
        "why": "coqc is not installed",
        "statements": {},
    }


def test_what_coq_said_of_the_same_sources_is_kept_and_of_others_asked_anew(monkeypatch, tmp_path):
    asked, texts = [], ["one"]
    monkeypatch.setattr(coq, "found", lambda: ("8.16.1", ""))
    monkeypatch.setattr(gate, "sources_of", lambda paper: [SimpleNamespace(text=text) for text in texts])
    monkeypatch.setattr(gate, "let_through", lambda *given: asked.append(given) or {"statement": len(asked)})
    (tmp_path / "key").mkdir()
    stage = gate.outcome("key", "8.16.1", "", tmp_path)
    assert gate.outcome_here("key", tmp_path) == stage == {"coq": "8.16.1", "why": "", "statements": {"statement": 1}}
    texts.append("two")
    assert gate.outcome_here("key", tmp_path)["statements"] == {"statement": 2}
    monkeypatch.setattr(coq, "found", lambda: ("", "gone"))
    assert gate.outcome_here("key", tmp_path) == {"coq": "", "why": "gone", "statements": {}}


@pytest.mark.parametrize("said", ["8.15.2 4.13.1", "8.160 4.13.1", ""])
def test_another_version_is_said(monkeypatch, said):
    monkeypatch.setattr(shutil, "which", lambda program: program)
    monkeypatch.setattr(coq, "_answer", lambda *command: said)
    assert coq.found()[0] == "" and coq.found()[1].endswith(f"wanted {coq.VERSION}")


def test_no_part_rests_on_coq_alone():
    """A run without Coq has something else for every part."""
    from verification import catalogue

    papers = tuple(sorted({paper for paper, _ in topics()}))
    checks = [check for job in jobs(papers) for check in collect(wings.imported(job.module))]
    others = {(check.claim, check.part) for check in checks if check.method != formal.METHOD}
    claims = catalogue.claims(papers)
    wanted = {(check.claim, check.part) for check in checks if check.method == formal.METHOD}
    assert wanted
    for claim, part in wanted - others:
        assert claims[claim].part(part).argument, f"{claim}:{part}"


def test_the_order_of_compilation_is_that_of_what_is_required(tmp_path):
    assert build.digest("a", "b") != build.digest("ab") and build.roots(written(tmp_path)) == ["formal", "key"]


def test_the_readme_counts_the_statements_that_are_proved():
    told = re.search(r"Coq proves (\d+) statements", (Path(__file__).parents[2] / "README.md").read_text())
    keys = {paper for paper, _ in topics()}
    texts = [source.text for key in keys for source in gate.sources_of(key)]
    assert told and int(told[1]) == sum(len(re.findall(r"^Theorem \w+_proved :", t, re.M)) for t in texts)
