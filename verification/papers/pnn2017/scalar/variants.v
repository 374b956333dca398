(** One input: wrong variants of Theorems 1 and 2 and of Corollary 1.

    Two neurons, the target's weights 2 and -1, or 1 alone; inputs 1 and -1 with the same chance. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.one_input.
From pnn2017 Require Import landscape.means landscape.axes_law scalar.masses scalar.minima.
Local Open Scope R_scope.

Definition two_neurons (ks : nat) (target_of : nat -> R) : problem := {|
  inputs := 1; lines := 1; direction := fun _ _ => 1; neurons := 2; line := fun _ => 0%nat;
  target_neurons := ks; target := fun i _ => target_of i |}.
Definition both_signs : problem := two_neurons 2 (fun i => if (i =? 0)%nat then 2 else -1).
Definition one_sign : problem := two_neurons 1 (fun _ => 1).
Definition risk_of (p : problem) (w : nat -> R) : R := axes_risk p (neurons p) (weights p w).

Lemma two_neurons_one_input (ks : nat) (target_of : nat -> R) : one_input (two_neurons ks target_of).
Proof.
  repeat split; try easy; simpl; [intros; lia |]. intros r inside. exists 0%nat. split; lia.
Qed.

Lemma two_neurons_risk (ks : nat) (target_of : nat -> R) :
  is_risk (axes_mean 1) (two_neurons ks target_of) (risk_of (two_neurons ks target_of)).
Proof. intros c. apply (axes_risk_is_mean (two_neurons ks target_of)). simpl. lia. Qed.

(** A claim on all problems holds of these. *)
Lemma claim_at (claim : problem -> ((nat -> R) -> R) -> Prop) (ks : nat) (target_of : nat -> R) :
  every_one_input claim -> claim (two_neurons ks target_of) (risk_of (two_neurons ks target_of)).
Proof.
  intros every. apply (every (axes_mean 1)); [apply axes_is_standard; lia | apply two_neurons_one_input |].
  apply two_neurons_risk.
Qed.

Lemma at_both_signs (claim : problem -> ((nat -> R) -> R) -> Prop) :
  every_one_input claim -> claim both_signs (risk_of both_signs).
Proof. apply claim_at. Qed.

Lemma at_one_sign (claim : problem -> ((nat -> R) -> R) -> Prop) :
  every_one_input claim -> claim one_sign (risk_of one_sign).
Proof. apply claim_at. Qed.

Lemma both_signs_masses : its_positive_mass both_signs = 2 /\ its_negative_mass both_signs = 1.
Proof.
  unfold its_positive_mass, its_negative_mass, positive_mass, negative_mass, target_weight. simpl.
  split; relu_values; ring.
Qed.

Lemma one_sign_masses : its_positive_mass one_sign = 1 /\ its_negative_mass one_sign = 0.
Proof.
  unfold its_positive_mass, its_negative_mass, positive_mass, negative_mass, target_weight. simpl.
  split; relu_values; ring.
Qed.

(** The weights 1 and 1 are a bad minimum of value 1/2 against the target 2 and -1, as -1/2 and -1/2 one of value 2. *)
Lemma ones_are_a_minimum :
  all_positive both_signs (fun _ => 1) /\ local_minimum 2 (risk_of both_signs) (fun _ => 1) /\
  risk_of both_signs (fun _ => 1) = / 2.
Proof.
  destruct both_signs_masses as [positive negative].
  assert (region : all_positive both_signs (fun _ => 1)) by (intros i _; lra).
  destruct (at_both_signs _ theorem_2_bad_sets_proved ltac:(lra) ltac:(lra) (fun _ => 1) region) as [onto value].
  cbv zeta in onto, value. rewrite positive in onto. rewrite negative in value. simpl in onto.
  assert (minimum : local_minimum 2 (risk_of both_signs) (fun _ => 1)) by (apply onto; ring).
  repeat split; [easy | easy |]. rewrite (value minimum). field.
Qed.

Lemma halves_are_a_minimum :
  all_negative both_signs (fun _ => - / 2) /\ local_minimum 2 (risk_of both_signs) (fun _ => - / 2) /\
  risk_of both_signs (fun _ => - / 2) = 2.
Proof.
  destruct both_signs_masses as [positive negative].
  assert (region : all_negative both_signs (fun _ => - / 2)) by (intros i _; lra).
  destruct (at_both_signs _ theorem_2_bad_negative_proved ltac:(lra) ltac:(lra) (fun _ => - / 2) region) as [onto value].
  cbv zeta in onto, value. rewrite negative in onto. rewrite positive in value. simpl in onto.
  assert (minimum : local_minimum 2 (risk_of both_signs) (fun _ => - / 2)) by (apply onto; field).
  repeat split; [easy | easy |]. rewrite (value minimum). field.
Qed.

Theorem theorem_1_wrong_share_refuted : ~ theorem_1_wrong_share.
Proof.
  intros wrong. pose proof (at_one_sign _ wrong (fun _ => 0)) as claimed.
  pose proof (at_one_sign _ theorem_1_proved (fun _ => 0)) as proved.
  rewrite proved in claimed. unfold target_weight in claimed. simpl in claimed.
  rewrite Rabs_R0, Rabs_R1 in claimed. lra.
Qed.

(** The weights 1 and 1 have the sizes 2 in all, the target's 3. *)
Theorem theorem_1_wrong_second_share_refuted : ~ theorem_1_wrong_second_share.
Proof.
  intros wrong. pose proof (at_both_signs _ wrong (fun _ => 1)) as claimed.
  pose proof (at_both_signs _ theorem_1_proved (fun _ => 1)) as proved.
  rewrite proved in claimed. unfold target_weight in claimed. simpl in claimed.
  rewrite Rabs_R1, (Rabs_left (-1)), (Rabs_right 2) in claimed by lra. lra.
Qed.

(** Without weights the target 1 is missed by its positive mass alone. *)
Lemma zero_against_one_sign : risk_of one_sign (fun _ => 0) = / 2 /\
  positive_mass 2 (fun _ => 0) = 0 /\ negative_mass 2 (fun _ => 0) = 0.
Proof.
  destruct one_sign_masses as [positive negative].
  assert (none : positive_mass 2 (fun _ => 0) = 0 /\ negative_mass 2 (fun _ => 0) = 0)
    by (unfold positive_mass, negative_mass; simpl; split; relu_values; ring).
  destruct (at_one_sign _ corollary_1_proved (fun _ => 0)) as [risk _]. rewrite positive, negative in risk.
  simpl in risk. rewrite (proj1 none), (proj2 none) in risk. split; [rewrite risk; field | exact none].
Qed.

Lemma ones_against_both_signs : positive_mass 2 (fun _ => 1) = 2 /\ negative_mass 2 (fun _ => 1) = 0.
Proof. unfold positive_mass, negative_mass; simpl; split; relu_values; ring. Qed.

Theorem corollary_1_wrong_share_refuted : ~ corollary_1_wrong_share.
Proof.
  intros wrong. destruct zero_against_one_sign as [value [P N]], one_sign_masses as [positive negative].
  destruct (at_one_sign _ wrong (fun _ => 0)) as [risk _]. simpl in risk. rewrite P, N, positive, negative in risk. lra.
Qed.

Theorem corollary_1_wrong_negative_share_refuted : ~ corollary_1_wrong_negative_share.
Proof.
  intros wrong. destruct ones_are_a_minimum as [_ [_ value]], ones_against_both_signs as [P N],
    both_signs_masses as [positive negative].
  destruct (at_both_signs _ wrong (fun _ => 1)) as [risk _]. simpl in risk. rewrite P, N, positive, negative in risk.
  lra.
Qed.

Theorem corollary_1_wrong_one_mass_refuted : ~ corollary_1_wrong_one_mass.
Proof.
  intros wrong. destruct ones_are_a_minimum as [_ [_ value]].
  destruct (at_both_signs _ wrong (fun _ => 1)) as [_ [_ back]].
  rewrite back in value; [lra |]. unfold same_positive. rewrite (proj1 both_signs_masses).
  apply ones_against_both_signs.
Qed.

Theorem corollary_1_wrong_negative_mass_refuted : ~ corollary_1_wrong_negative_mass.
Proof.
  intros wrong. destruct zero_against_one_sign as [value [P N]].
  destruct (at_one_sign _ wrong (fun _ => 0)) as [_ [_ back]].
  rewrite back in value; [lra |]. unfold same_negative. now rewrite (proj2 one_sign_masses).
Qed.

Theorem theorem_2_mixed_regions_wrong_positive_refuted : ~ theorem_2_mixed_regions_wrong_positive.
Proof.
  intros wrong. destruct ones_are_a_minimum as [region [minimum value]].
  pose proof (at_both_signs _ wrong (fun _ => 1) region minimum). lra.
Qed.

Theorem theorem_2_mixed_regions_wrong_negative_refuted : ~ theorem_2_mixed_regions_wrong_negative.
Proof.
  intros wrong. destruct halves_are_a_minimum as [region [minimum value]].
  pose proof (at_both_signs _ wrong (fun _ => - / 2) region minimum). lra.
Qed.

Theorem theorem_2_zero_weights_wrong_every_weight_refuted : ~ theorem_2_zero_weights_wrong_every_weight.
Proof.
  intros wrong. destruct ones_are_a_minimum as [_ [minimum value]].
  pose proof (at_both_signs _ wrong (fun _ => 1) I minimum). lra.
Qed.

(** What a variant says of the two minima. *)
Lemma minima_told (total value : R -> R -> R) : minima_in all_positive total value -> 2 = total 2 1 /\ / 2 = value 2 1.
Proof.
  intros told. destruct ones_are_a_minimum as [region [minimum risk]], both_signs_masses as [positive negative].
  destruct (at_both_signs _ told ltac:(lra) ltac:(lra) (fun _ => 1) region) as [onto its_value].
  rewrite positive, negative in onto, its_value. rewrite <- (its_value minimum). apply onto in minimum.
  split; [rewrite <- minimum; simpl; ring | now symmetry].
Qed.

Lemma negative_minima_told (total value : R -> R -> R) :
  minima_in all_negative total value -> -1 = total 2 1 /\ 2 = value 2 1.
Proof.
  intros told. destruct halves_are_a_minimum as [region [minimum risk]], both_signs_masses as [positive negative].
  destruct (at_both_signs _ told ltac:(lra) ltac:(lra) (fun _ => - / 2) region) as [onto its_value].
  rewrite positive, negative in onto, its_value. rewrite <- (its_value minimum). apply onto in minimum.
  split; [rewrite <- minimum; simpl; field | now symmetry].
Qed.

Theorem theorem_2_bad_sets_wrong_total_refuted : ~ theorem_2_bad_sets_wrong_total.
Proof. intros wrong. apply minima_told in wrong. lra. Qed.

Theorem theorem_2_bad_sets_wrong_value_refuted : ~ theorem_2_bad_sets_wrong_value.
Proof. intros wrong. apply minima_told in wrong. lra. Qed.

Theorem theorem_2_bad_negative_wrong_total_refuted : ~ theorem_2_bad_negative_wrong_total.
Proof. intros wrong. apply negative_minima_told in wrong. lra. Qed.

Theorem theorem_2_bad_negative_wrong_value_refuted : ~ theorem_2_bad_negative_wrong_value.
Proof. intros wrong. apply negative_minima_told in wrong. lra. Qed.

Theorem theorem_2_one_signed_regions_wrong_every_target_refuted : ~ theorem_2_one_signed_regions_wrong_every_target.
Proof.
  intros wrong. destruct one_sign_masses as [positive negative].
  pose proof (at_one_sign _ wrong (le_n 2)) as bad.
  apply (at_one_sign _ theorem_2_one_signed_regions_proved (le_n 2)) in bad.
  rewrite negative in bad. lra.
Qed.

Theorem theorem_2_one_signed_regions_wrong_every_target_below_refuted :
  ~ theorem_2_one_signed_regions_wrong_every_target_below.
Proof.
  intros wrong. destruct one_sign_masses as [positive negative].
  pose proof (at_one_sign _ wrong (le_n 2)) as bad.
  apply (at_one_sign _ theorem_2_one_signed_regions_proved (le_n 2)) in bad.
  rewrite negative in bad. lra.
Qed.
