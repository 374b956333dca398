(** Theorem 5, other regions: a bad minimum with one sign on one of two inputs. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.psi landscape.means matched.plane.
Local Open Scope R_scope.

Definition kappa : R := one_signed_kappa.
Definition signed (c : nat -> R) (r : nat) : R := c (2 * r)%nat + c (2 * r + 1)%nat.
Definition size (c : nat -> R) (r : nat) : R := Rabs (c (2 * r)%nat) + Rabs (c (2 * r + 1)%nat) - 2.

Lemma kernel_of_axes (r s : nat) : (r < 2)%nat -> (s < 2)%nat ->
  psi_kernel axes_at_0_and_90 r s = if (r =? s)%nat then 1 else 2 / PI.
Proof.
  intros r_in s_in. change (psi_kernel axes_at_0_and_90 r s) with (psi (cosines axes_at_0_and_90 r s)).
  unfold axes_at_0_and_90. rewrite plane_cosines.
  assert (r = 0 \/ r = 1)%nat as [-> | ->] by lia; assert (s = 0 \/ s = 1)%nat as [-> | ->] by lia; simpl;
    autorewrite with degrees; kernel_value.
Qed.

(** The square in the second input is completed. *)
Lemma risk_written_out (L : (nat -> R) -> R) (c : nat -> R) : is_risk (normal_mean 2) axes_at_0_and_90 L -> L c =
  / 4 * (signed c 0 ^ 2 + signed c 1 ^ 2 + (size c 1 + 2 / PI * size c 0) ^ 2 + kappa * size c 0 ^ 2).
Proof.
  intros L_is_risk. unfold axes_at_0_and_90 in L_is_risk.
  assert (on : forall i, (i < 4)%nat -> (Nat.div2 i < 2)%nat)
    by (intros i inside; do 4 (destruct i as [| i]; [simpl; lia |]); lia).
  rewrite (plane_risk_unique _ 2 4 2 4 _ _ on on L c L_is_risk). fold axes_at_0_and_90. unfold two_squares.
  assert (sizes : forall i, (i < 2)%nat -> line_sums 4 Nat.div2 c i - line_sums 4 Nat.div2 one_and_minus_one i = size c i).
  { intros i inside. unfold line_sums, size, one_and_minus_one.
    assert (i = 0 \/ i = 1)%nat as [-> | ->] by lia; simpl; rewrite ?Rabs_R1, ?(Rabs_left (-1)) by lra; ring. }
  cbn [lines axes_at_0_and_90 plane neurons line target_neurons]. cbn [sum]. rewrite !sizes, !kernel_of_axes by lia.
  unfold excess_sum, weights, dot, axes_at_0_and_90, signed. simpl. autorewrite with degrees.
  unfold one_and_minus_one, kappa, one_signed_kappa. simpl. field. apply PI_neq0.
Qed.

Lemma kappa_bounds : 0.59 < kappa < 0.6.
Proof. unfold kappa, one_signed_kappa. split; interval. Qed.

Section Risk.
Variable L : (nat -> R) -> R.
Hypothesis L_is_risk : is_risk (normal_mean 2) axes_at_0_and_90 L.

Lemma risk_at_least (c : nat -> R) : 0 <= c 0%nat -> 0 <= c 1%nat -> kappa / (1 + kappa) <= L c.
Proof.
  intros first second. rewrite (risk_written_out L c L_is_risk). pose proof kappa_bounds.
  pose proof (pow2_ge_0 (signed c 1)). pose proof (pow2_ge_0 (size c 1 + 2 / PI * size c 0)).
  unfold signed, size in *. simpl in *. rewrite (Rabs_right (c 0%nat)), (Rabs_right (c 1%nat)) in * by lra.
  set (s := c 0%nat + c 1%nat) in *.
  assert (square : s * (s * 1) + kappa * ((s - 2) * ((s - 2) * 1)) =
    (1 + kappa) * (s - 2 * kappa / (1 + kappa)) ^ 2 + 4 * (kappa / (1 + kappa))) by (field; lra).
  assert (0 <= (1 + kappa) * (s - 2 * kappa / (1 + kappa)) ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]). lra.
Qed.

Lemma value_at_the_point : L one_signed_point = kappa / (1 + kappa).
Proof.
  rewrite (risk_written_out L _ L_is_risk). pose proof kappa_bounds. pose proof PI_RGT_0.
  assert (0 < kappa / (1 + kappa)) by (apply Rdiv_lt_0_compat; lra).
  assert (0 < 2 / PI / (1 + kappa)) by (repeat apply Rdiv_lt_0_compat; lra).
  unfold signed, size, one_signed_point, one_and_minus_one. simpl. fold kappa.
  rewrite (Rabs_right (kappa / (1 + kappa))), (Rabs_right (1 * _)), (Rabs_left (-1 * _)) by lra. field. split; lra.
Qed.

Lemma value_at_the_target : L one_and_minus_one = 0.
Proof.
  rewrite (risk_written_out L _ L_is_risk). unfold signed, size, one_and_minus_one. simpl.
  rewrite Rabs_R1, (Rabs_left (-1)) by lra. ring.
Qed.

Lemma point_is_a_minimum : local_minimum 4 L one_signed_point.
Proof.
  pose proof kappa_bounds. assert (0 < kappa / (1 + kappa)) by (apply Rdiv_lt_0_compat; lra).
  exists (kappa / (1 + kappa)). split; [easy |]. intros c near. rewrite value_at_the_point. apply risk_at_least.
  - specialize (near 0%nat ltac:(lia)). simpl in near. fold kappa in near. apply Rabs_def2 in near. lra.
  - specialize (near 1%nat ltac:(lia)). simpl in near. fold kappa in near. apply Rabs_def2 in near. lra.
Qed.
End Risk.

Lemma two_axes_risk : exists L, is_risk (normal_mean 2) axes_at_0_and_90 L.
Proof. eexists. apply (plane_risk _ 2 4 2 4); intros i inside; do 4 (destruct i as [| i]; [simpl; lia |]); lia. Qed.

Lemma value_bounds : 372 / 1000 < kappa / (1 + kappa) < 373 / 1000.
Proof. unfold kappa, one_signed_kappa. split; interval. Qed.

Theorem theorem_5_one_signed_input_proved : theorem_5_one_signed_input.
Proof.
  intros L L_is_risk. pose proof value_bounds. fold kappa. rewrite Rmult_1_l, (value_at_the_point L L_is_risk).
  split; [now apply point_is_a_minimum | split; [easy | split; [easy |]]]. now apply value_at_the_target.
Qed.

Theorem theorem_5_one_signed_input_wrong_global_refuted : ~ theorem_5_one_signed_input_wrong_global.
Proof.
  intros wrong. destruct two_axes_risk as [L L_is_risk]. destruct (wrong L L_is_risk) as [below _].
  specialize (below one_and_minus_one). pose proof value_bounds.
  rewrite (value_at_the_target L L_is_risk), (value_at_the_point L L_is_risk) in below. lra.
Qed.

Theorem theorem_5_one_signed_input_wrong_value_refuted : ~ theorem_5_one_signed_input_wrong_value.
Proof.
  intros wrong. destruct two_axes_risk as [L L_is_risk]. destruct (wrong L L_is_risk) as [_ [value _]].
  pose proof value_bounds. rewrite (value_at_the_point L L_is_risk) in value. fold kappa in value. unfold Rdiv in *. lra.
Qed.

Theorem theorem_5_one_signed_input_wrong_reached_refuted : ~ theorem_5_one_signed_input_wrong_reached.
Proof.
  intros wrong. destruct two_axes_risk as [L L_is_risk]. destruct (wrong L L_is_risk) as [_ [_ [_ value]]].
  rewrite (value_at_the_target L L_is_risk) in value. lra.
Qed.
