(** Wrong variants of the statements on minima: each admits the bad minimum of the decoupled problem. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.regions.
From pnn2017 Require Import landscape.means landscape.axes_law.
Local Open Scope R_scope.

Lemma decoupled_law : standard_law 2 (axes_mean 2).
Proof. apply axes_is_standard. lia. Qed.

(** A condition that the bad point meets does not make a minimum global. *)
Lemma bad_point_refutes (condition : problem -> (nat -> R) -> Prop) :
  condition decoupled bad_point -> ~ minimum_is_global condition.
Proof.
  intros met wrong.
  enough (decoupled_risk bad_point <= 0) by (rewrite bad_value in *; lra).
  apply (wrong (axes_mean 2) decoupled decoupled_risk bad_point (is_law _ _ decoupled_law) decoupled_occupied
    decoupled_is_risk met bad_minimum 4%nat (fun i => Nat.div2 i) (fun i => if Nat.even i then 1 else -1)).
  - intros i inside. assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl; lia.
  - exact decoupled_target.
Qed.

Theorem no_one_signed_line_wrong_without_condition_refuted : ~ no_one_signed_line_wrong_without_condition.
Proof. now apply bad_point_refutes. Qed.

Theorem no_one_signed_line_wrong_some_line_refuted : ~ no_one_signed_line_wrong_some_line.
Proof. apply bad_point_refutes. exists 0%nat. split; [simpl; lia | exact bad_point_mixed]. Qed.

Theorem theorem_5_wrong_one_input_refuted : ~ theorem_5_wrong_one_input.
Proof.
  intros wrong.
  assert (decoupled_risk bad_point = 0); [| rewrite bad_value in *; lra].
  apply (wrong _ decoupled decoupled_risk bad_point decoupled_law decoupled_occupied decoupled_axes decoupled_matched
    decoupled_is_risk); [| exact bad_minimum].
  exists 0%nat. split; [simpl; lia | exact bad_point_mixed].
Qed.

Theorem theorem_7_repaired_wrong_one_line_refuted : ~ theorem_7_repaired_wrong_one_line.
Proof.
  intros wrong.
  assert (zero : decoupled_risk bad_point = 0 /\ same_sum decoupled bad_point);
    [| destruct zero; rewrite bad_value in *; lra].
  apply (wrong _ decoupled decoupled_risk bad_point decoupled_law decoupled_occupied decoupled_matched
    decoupled_is_risk); [| exact bad_minimum].
  exists 0%nat. split; [simpl; lia | exact bad_point_mixed].
Qed.
