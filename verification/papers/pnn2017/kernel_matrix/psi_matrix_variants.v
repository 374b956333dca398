(** Wrong variants of the statements on psi's matrix: two opposite vectors, three lines in the plane, and four. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matrices statements.distinct_lines.
From pnn2017 Require Import statements.counterexamples kernel_matrix.psi_matrix.
Local Open Scope R_scope.

Definition opposite_vectors (r : nat) : point := fun _ => if (r =? 0)%nat then 1 else -1.

Lemma opposite_units : unit_vectors 1 2 opposite_vectors.
Proof. intros r _. unfold dot, opposite_vectors. simpl. destruct (r =? 0)%nat; ring. Qed.

Lemma opposite_are_singular : ~ definite 2 (of_cosines psi 1 opposite_vectors).
Proof.
  intros positive.
  destruct (psi_matrix_repeated_line_proved 1%nat 2%nat opposite_vectors 0%nat 1%nat (-1)) as [_ [v [nonzero zero]]];
    try lia; [now right | |].
  - intros j _. unfold opposite_vectors. simpl. ring.
  - pose proof (positive v nonzero). rewrite (zero_image 2 _ v zero) in *. lra.
Qed.

Theorem psi_matrix_definite_wrong_distinct_vectors_refuted : ~ psi_matrix_definite_wrong_distinct_vectors.
Proof.
  intros wrong. apply opposite_are_singular, (wrong 1%nat 2%nat opposite_vectors opposite_units).
  intros r s r_in s_in other. exists 0%nat. split; [lia |]. unfold opposite_vectors.
  assert (r = 0 \/ r = 1)%nat as [-> | ->] by lia; assert (s = 0 \/ s = 1)%nat as [-> | ->] by lia; simpl; lra || lia.
Qed.

(** In the plane: e1, e2 and (3/5, 4/5). *)
Lemma three_units : unit_vectors 2 3 five_lines.
Proof.
  intros r r_in. assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia; unfold dot; simpl; lra.
Qed.

Lemma three_distinct : distinct_lines 2 3 five_lines.
Proof.
  apply (lines_of_cosines 2 3 five_lines three_units). intros r s r_in s_in other.
  assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia;
    assert (s = 0 \/ s = 1 \/ s = 2)%nat as [-> | [-> | ->]] by lia; try lia; unfold dot; simpl; lra.
Qed.

Definition across_three (t : nat) : R := match t with O => 3 / 5 | S O => 4 / 5 | _ => -1 end.

Theorem psi_matrix_definite_wrong_independent_vectors_refuted : ~ psi_matrix_definite_wrong_independent_vectors.
Proof.
  intros wrong.
  pose proof (proj2 (psi_matrix_definite_proved 2%nat 3%nat five_lines three_units) three_distinct) as positive.
  pose proof (proj1 (wrong 2%nat 3%nat five_lines three_units) positive across_three) as zero.
  assert (across_three 2 = 0); [apply zero; [| lia] | simpl in *; lra].
  intros i i_in. assert (i = 0 \/ i = 1)%nat as [-> | ->] by lia; simpl; lra.
Qed.

Theorem psi_matrix_definite_wrong_cosines_refuted : ~ psi_matrix_definite_wrong_cosines.
Proof.
  intros wrong. pose proof (proj2 (wrong 2%nat 3%nat five_lines three_units) three_distinct across_three) as positive.
  assert (0 < quadratic 3 (of_cosines (fun t => t) 2 five_lines) across_three).
  { apply positive. exists 0%nat. split; [lia |]. simpl. lra. }
  unfold quadratic, of_cosines, dot in *. simpl in *. lra.
Qed.

(** Four lines in the plane, each across from another: their acute angles have the cosines 1, 3/5, 0 and 4/5. *)
Definition four_lines (r : nat) : point := fun j =>
  match r, j with
  | O, O | S (S O), S O => 1
  | S O, O | S (S (S _)), S O => 3 / 5
  | S O, S O => 4 / 5
  | S (S (S _)), O => -4 / 5
  | _, _ => 0
  end.

Lemma four_units : unit_vectors 2 4 four_lines.
Proof.
  intros r r_in. assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 3)%nat as [-> | [-> | [-> | ->]]] by lia;
    unfold dot; simpl; lra.
Qed.

Theorem psi_matrix_semidefinite_wrong_acute_angles_refuted : ~ psi_matrix_semidefinite_wrong_acute_angles.
Proof.
  intros wrong. pose proof (wrong 2%nat 4%nat four_lines one_and_minus_one four_units) as claimed.
  unfold quadratic, of_cosines, dot, one_and_minus_one in claimed. simpl in claimed.
  repeat match type of claimed with context [Rabs ?t] =>
    first [rewrite (Rabs_right t) in claimed by lra | rewrite (Rabs_left1 t) in claimed by lra] end.
  lra.
Qed.

Theorem psi_matrix_repeated_line_wrong_cosines_refuted : ~ psi_matrix_repeated_line_wrong_cosines.
Proof.
  intros wrong. destruct (wrong 1%nat 2%nat opposite_vectors 0%nat 1%nat (-1)) as [same _]; try lia; [now right | |].
  - intros j _. unfold opposite_vectors. simpl. ring.
  - specialize (same 0%nat). unfold of_cosines, dot, opposite_vectors in same. simpl in same. lra.
Qed.
