(** Theorems 2 and 7 for Gaussian inputs, from the density to the statement. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.one_input statements.regions.
From pnn2017 Require Import kernel.normal_space landscape.means matched.minima scalar.masses scalar.minima.
From pnn2017 Require Import scalar.variants.
Local Open Scope R_scope.

Theorem theorem_2_for_the_normal_law_proved : theorem_2_for_the_normal_law.
Proof.
  intros p L w [scalar [L_is_risk minimum]]. pose proof (normal_law_proved 1%nat) as standard.
  pose proof (risk_of_masses (normal_mean 1) p L standard scalar L_is_risk) as formula.
  pose proof (some_neuron p scalar) as some. repeat split.
  - intros [is_mixed | zero].
    + now apply (theorem_2_mixed_regions_proved (normal_mean 1) p L standard scalar L_is_risk w).
    + now apply (theorem_2_zero_weights_proved (normal_mean 1) p L standard scalar L_is_risk w).
  - intros positive. now apply (positive_region _ _ _ _ formula w some positive).
  - intros negative. now apply (negative_region _ _ _ _ w formula some negative).
Qed.

Theorem theorem_7_for_the_normal_law_proved : theorem_7_for_the_normal_law.
Proof.
  intros p L c occupied is_matched L_is_risk span minimum.
  now apply (theorem_7_repaired_proved _ p L c (normal_law_proved (inputs p)) occupied is_matched L_is_risk).
Qed.

(** The risk of one input exists as a function: two squares of masses. *)
Definition masses_risk (p : problem) (w : nat -> R) : R :=
  / 2 * (positive_mass (neurons p) w - its_positive_mass p) ^ 2 +
  / 2 * (negative_mass (neurons p) w - its_negative_mass p) ^ 2.

(** What is claimed of all minima holds of those of the target 2 and -1. *)
Lemma normal_both_signs : one_input both_signs /\ is_risk (normal_mean 1) both_signs (masses_risk both_signs).
Proof.
  assert (scalar : one_input both_signs) by apply two_neurons_one_input. split; [exact scalar |].
  intros w. exact (mean_of_squared_error (normal_mean 1) both_signs (normal_law_proved 1%nat) scalar w).
Qed.

Lemma normal_ones : all_positive both_signs (fun _ => 1) /\
  local_minimum 2 (masses_risk both_signs) (fun _ => 1) /\ masses_risk both_signs (fun _ => 1) = / 2.
Proof.
  destruct both_signs_masses as [positive negative].
  assert (region : all_positive both_signs (fun _ => 1)) by (intros i _; lra).
  destruct (positive_region 2 _ _ (masses_risk both_signs) (fun w => eq_refl) (fun _ => 1) ltac:(lia) region)
    as [onto value].
  assert (minimum : local_minimum 2 (masses_risk both_signs) (fun _ => 1))
    by (apply onto; rewrite positive; simpl; ring).
  repeat split; try easy. rewrite (value minimum), negative. field.
Qed.

Lemma normal_halves : all_negative both_signs (fun _ => - / 2) /\
  local_minimum 2 (masses_risk both_signs) (fun _ => - / 2) /\ masses_risk both_signs (fun _ => - / 2) = 2.
Proof.
  destruct both_signs_masses as [positive negative].
  assert (region : all_negative both_signs (fun _ => - / 2)) by (intros i _; lra).
  destruct (negative_region 2 _ _ (masses_risk both_signs) (fun _ => - / 2) (fun w => eq_refl) ltac:(lia) region)
    as [onto value].
  assert (minimum : local_minimum 2 (masses_risk both_signs) (fun _ => - / 2))
    by (apply onto; rewrite negative; simpl; field).
  repeat split; try easy. rewrite (value minimum), positive. field.
Qed.

Theorem theorem_2_for_the_normal_law_wrong_masses_refuted : ~ theorem_2_for_the_normal_law_wrong_masses.
Proof.
  intros wrong. destruct normal_both_signs as [scalar known], normal_ones as [region [minimum value]].
  pose proof (wrong both_signs _ _ (conj scalar (conj known minimum)) region) as claimed.
  rewrite value, (proj1 both_signs_masses) in claimed. lra.
Qed.

Theorem theorem_2_for_the_normal_law_wrong_masses_below_refuted : ~ theorem_2_for_the_normal_law_wrong_masses_below.
Proof.
  intros wrong. destruct normal_both_signs as [scalar known], normal_halves as [region [minimum value]].
  pose proof (wrong both_signs _ _ (conj scalar (conj known minimum)) region) as claimed.
  rewrite value, (proj2 both_signs_masses) in claimed. lra.
Qed.

Theorem theorem_2_for_the_normal_law_wrong_anywhere_refuted : ~ theorem_2_for_the_normal_law_wrong_anywhere.
Proof.
  intros wrong. destruct normal_both_signs as [scalar known], normal_ones as [_ [minimum value]].
  pose proof (wrong both_signs _ _ (conj scalar (conj known minimum))). lra.
Qed.

(** No neuron against a target of one: all conditions but the matched target hold, and the sums differ. *)
Definition unmatched : problem := {|
  inputs := 2; lines := 0; direction := fun _ _ => 0; neurons := 0; line := fun _ => 0%nat;
  target_neurons := 1; target := fun _ _ => 1 |}.

Theorem theorem_7_for_the_normal_law_wrong_any_target_refuted : ~ theorem_7_for_the_normal_law_wrong_any_target.
Proof.
  intros wrong. destruct (normal_risk_exists_proved unmatched (fun _ => 0)) as [risk has].
  assert (occupied : lines_occupied unmatched) by (split; simpl; intros; lia).
  assert (span : mixed_lines_span unmatched (fun _ => 0)) by (intros r inside; simpl in inside; lia).
  assert (minimum : local_minimum 0 (fun _ => risk) (fun _ => 0)) by (exists 1; split; [| intros]; lra).
  destruct (wrong unmatched (fun _ => risk) (fun _ => 0) occupied I (fun _ => has) span minimum)
    as [_ sums].
  specialize (sums 0%nat ltac:(simpl; lia)). simpl in sums. lra.
Qed.
