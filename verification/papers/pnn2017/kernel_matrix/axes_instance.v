(** A law as asked for of the kernel matrix, in any number of inputs with as many lines, the axes. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matrices statements.matched.
From pnn2017 Require Import statements.regions statements.distinct_lines landscape.means matched.risk degree_one.independent_law.
From pnn2017 Require Import kernel_matrix.distinct_lines kernel_matrix.psi_matrix.
Local Open Scope R_scope.

Definition on_axes (d : nat) : problem := {|
  inputs := d; lines := d; direction := fun r j => if (j =? r)%nat then 1 else 0; neurons := 0; line := fun _ => 0%nat;
  target_neurons := 0; target := fun _ _ => 0 |}.

Lemma axes_of_it (d : nat) : axes (on_axes d).
Proof. split; [easy | intros; reflexivity]. Qed.

Lemma axes_units (d : nat) : unit_vectors d d (direction (on_axes d)).
Proof.
  intros r r_in. change (cosines (on_axes d) r r = 1). rewrite (axes_cosines _ r r (axes_of_it d) r_in r_in).
  now rewrite Nat.eqb_refl.
Qed.

Lemma axes_distinct (d : nat) : distinct_lines d d (direction (on_axes d)).
Proof.
  apply (lines_of_cosines d d _ (axes_units d)). intros r s r_in s_in other. change (-1 < cosines (on_axes d) r s < 1).
  rewrite (axes_cosines _ r s (axes_of_it d) r_in s_in), (proj2 (Nat.eqb_neq r s) other). lra.
Qed.

Theorem kernel_matrix_instance_proved : kernel_matrix_instance.
Proof.
  intros d. set (u := direction (on_axes d)). pose proof (independent_is_a_law d) as a_law.
  exists (independent_mean d), u, (of_cosines psi d u). split; [exact a_law | split; [apply axes_distinct |]].
  assert (means : has_kernel (independent_mean d) (on_axes d) (psi_kernel (on_axes d)))
    by apply (axes_kernel_instance_proved (on_axes d) (axes_of_it d)).
  split; [exact means |]. intros v zero x.
  pose proof (mean_of_sizes_square (independent_mean d) d d u (of_cosines psi d u) v a_law means) as square.
  pose proof (mean_unique _ _ a_law _ _ _ zero square) as none.
  apply sum_zero. intros r r_in. destruct (Req_dec (v r) 0) as [-> | nonzero]; [ring | exfalso].
  pose proof (proj2 (psi_matrix_definite_proved d d u (axes_units d)) (axes_distinct d) v
    (ex_intro _ r (conj r_in nonzero))) as positive.
  unfold quadratic in positive. rewrite <- none in positive. lra.
Qed.
