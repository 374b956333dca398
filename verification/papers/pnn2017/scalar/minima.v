(** Theorem 2 of the paper: where the bad minima of a network with one input are; and its wrong variants. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements landscape.means landscape.axes_law scalar.masses.
Local Open Scope R_scope.

Theorem theorem_2_mixed_regions_proved : theorem_2_mixed_regions.
Proof.
  intros mean p L standard scalar L_is_risk w [[i [i_in [_ above]]] [j [j_in [_ below]]]] minimum.
  pose proof (risk_of_masses mean p L standard scalar L_is_risk) as formula.
  apply (risk_zero_at_the_masses _ _ _ _ formula).
  - now apply (positive_neuron _ _ _ _ formula w i).
  - now apply (negative_neuron _ _ _ _ formula w j).
Qed.

Lemma its_masses_nonnegative (p : problem) : 0 <= its_positive_mass p /\ 0 <= its_negative_mass p.
Proof. split; [apply mass_nonnegative | apply negative_mass_nonnegative]. Qed.

Theorem theorem_2_zero_weights_proved : theorem_2_zero_weights.
Proof.
  intros mean p L standard scalar L_is_risk w [i [inside zero]] minimum.
  destruct (its_masses_nonnegative p).
  now apply (zero_weight_minimum _ _ _ _ (risk_of_masses mean p L standard scalar L_is_risk) w i).
Qed.

Lemma some_neuron (p : problem) : one_input p -> (0 < neurons p)%nat.
Proof. intros [_ [one [_ [_ every]]]]. destruct (every 0%nat ltac:(lia)) as [i [inside _]]. lia. Qed.

(** ** The region of negative weights is that of positive ones, mirrored *)

Definition mirrored (w : nat -> R) : nat -> R := fun i => - w i.

Lemma mirrored_positive_mass (k : nat) (w : nat -> R) : positive_mass k (mirrored w) = negative_mass k w.
Proof. now apply sum_ext. Qed.

Lemma mirrored_negative_mass (k : nat) (w : nat -> R) : negative_mass k (mirrored w) = positive_mass k w.
Proof. apply sum_ext. intros. unfold mirrored. now rewrite Ropp_involutive. Qed.

Lemma negative_region (k : nat) (a b : R) (L : (nat -> R) -> R) (w : nat -> R) :
  (forall w, L w = / 2 * (positive_mass k w - a) ^ 2 + / 2 * (negative_mass k w - b) ^ 2) ->
  (0 < k)%nat -> (forall i, (i < k)%nat -> w i < 0) ->
  (local_minimum k L w <-> sum k w = - b) /\ (local_minimum k L w -> L w = / 2 * a ^ 2).
Proof.
  intros formula some negative. set (M := fun w => L (mirrored w)).
  assert (its_formula : forall v, M v = / 2 * (positive_mass k v - b) ^ 2 + / 2 * (negative_mass k v - a) ^ 2).
  { intros v. unfold M. rewrite formula, mirrored_positive_mass, mirrored_negative_mass. ring. }
  assert (back : forall v, M (mirrored v) = L v).
  { intros v. rewrite its_formula, formula, mirrored_positive_mass, mirrored_negative_mass. ring. }
  assert (size : forall x y, Rabs (- x - - y) = Rabs (x - y)).
  { intros x y. replace (- x - - y) with (- (x - y)) by ring. apply Rabs_Ropp. }
  assert (minima : local_minimum k L w <-> local_minimum k M (mirrored w)).
  { split; intros [radius [positive minimum]]; exists radius; (split; [easy |]); intros v near.
    - rewrite back. apply minimum. intros i inside. specialize (near i inside). unfold mirrored in *.
      rewrite <- size. now rewrite Ropp_involutive.
    - rewrite <- (back w), <- (back v). apply minimum. intros i inside. unfold mirrored. rewrite size.
      now apply near. }
  destruct (positive_region k b a M its_formula (mirrored w) some) as [onto value].
  { intros i inside. unfold mirrored. specialize (negative i inside). lra. }
  assert (total : sum k (mirrored w) = - sum k w).
  { rewrite <- masses_and_sum, mirrored_positive_mass, mirrored_negative_mass, <- masses_and_sum. ring. }
  rewrite total in onto. rewrite back in value. rewrite minima. split; [| exact value].
  rewrite onto. split; lra.
Qed.

Theorem theorem_2_bad_sets_proved : theorem_2_bad_sets.
Proof.
  intros mean p L standard scalar L_is_risk w _ _.
  pose proof (risk_of_masses mean p L standard scalar L_is_risk) as formula. pose proof (some_neuron p scalar) as some.
  split; intros region.
  - now apply (positive_region _ _ _ _ formula).
  - now apply (negative_region _ _ _ _ _ formula).
Qed.

(** ** When the one-signed regions hold bad minima *)

(** All weights alike. *)
Lemma sum_of_equal (k : nat) (a : R) : (0 < k)%nat -> sum k (fun _ => a / INR k) = a.
Proof.
  intros some. assert (0 < INR k) by now apply lt_0_INR.
  assert (all : forall n x, sum n (fun _ => x) = INR n * x).
  { induction n as [| n IH]; intros x; [simpl; ring |]. rewrite S_INR. simpl. rewrite IH. ring. }
  rewrite all. field. lra.
Qed.

Section OneSigned.
Variables (k : nat) (a b : R) (L : (nat -> R) -> R).
Hypothesis formula : forall w, L w = / 2 * (positive_mass k w - a) ^ 2 + / 2 * (negative_mass k w - b) ^ 2.
Hypothesis two : (2 <= k)%nat.

Lemma risk_nonnegative (w : nat -> R) : 0 <= L w.
Proof.
  rewrite formula. pose proof (pow2_ge_0 (positive_mass k w - a)). pose proof (pow2_ge_0 (negative_mass k w - b)). lra.
Qed.

(** Two neurons hold both masses of the target. *)
Lemma risk_zero_attained : 0 <= a -> 0 <= b -> exists w, L w = 0.
Proof.
  intros a_sign b_sign.
  exists (fun i => if (i =? 0)%nat then a else if (i =? 1)%nat then - b else 0).
  apply (risk_zero_at_the_masses _ _ _ _ formula).
  - transitivity (sum k (fun i => if (i =? 0)%nat then a else 0)); [| apply (sum_delta k 0 (fun _ => a)); lia].
    apply sum_ext. intros i _. destruct (i =? 0)%nat; [now apply relu_of_nonnegative |].
    destruct (i =? 1)%nat; apply relu_of_nonpositive; lra.
  - transitivity (sum k (fun i => if (i =? 1)%nat then b else 0)); [| apply (sum_delta k 1 (fun _ => b)); lia].
    apply sum_ext. intros i _. destruct (Nat.eqb_spec i 0) as [-> |]; [apply relu_of_nonpositive; lra |].
    destruct (i =? 1)%nat; [rewrite Ropp_involutive; now apply relu_of_nonnegative | apply relu_of_nonpositive; lra].
Qed.

Lemma value_above_zero_is_bad (w : nat -> R) : 0 <= a -> 0 <= b -> 0 < L w -> ~ global_minimum L w.
Proof.
  intros a_sign b_sign above least. destruct (risk_zero_attained a_sign b_sign) as [w' zero].
  specialize (least w'). lra.
Qed.

Lemma bad_positive_minimum : 0 < a -> 0 < b ->
  exists w, (forall i, (i < k)%nat -> 0 < w i) /\ local_minimum k L w /\ ~ global_minimum L w.
Proof.
  intros a_sign b_sign. exists (fun _ => a / INR k).
  assert (positive : forall i : nat, (i < k)%nat -> 0 < a / INR k)
    by (intros; apply Rdiv_lt_0_compat; [easy | apply lt_0_INR; lia]).
  destruct (positive_region k a b L formula (fun _ => a / INR k) ltac:(lia) positive) as [onto value].
  assert (minimum : local_minimum k L (fun _ => a / INR k)) by (apply onto, sum_of_equal; lia).
  repeat split; [easy | easy |]. apply value_above_zero_is_bad; [lra | lra |]. rewrite (value minimum). nra.
Qed.

Lemma good_positive_region (w : nat -> R) : 0 <= a -> 0 <= b -> (forall i, (i < k)%nat -> 0 < w i) ->
  local_minimum k L w -> ~ global_minimum L w -> 0 < a /\ 0 < b.
Proof.
  intros a_sign b_sign positive minimum bad.
  destruct (positive_region k a b L formula w ltac:(lia) positive) as [onto value].
  destruct (masses_all_positive k w positive) as [mass none].
  assert (above : 0 < sum k w).
  { apply Rlt_le_trans with (w 0%nat); [apply positive; lia |].
    apply (sum_at_least k 0 w); [lia | intros; apply Rlt_le; now apply positive]. }
  split; [apply onto in minimum; lra |].
  destruct (Rle_lt_or_eq_dec 0 b b_sign) as [| zero]; [easy | exfalso]. apply bad. intros w'.
  rewrite (value minimum), <- zero. pose proof (risk_nonnegative w'). lra.
Qed.
End OneSigned.

(** The same for negative weights. *)
Lemma bad_negative_minimum (k : nat) (a b : R) (L : (nat -> R) -> R) :
  (forall w, L w = / 2 * (positive_mass k w - a) ^ 2 + / 2 * (negative_mass k w - b) ^ 2) -> (2 <= k)%nat ->
  0 < a -> 0 < b -> exists w, (forall i, (i < k)%nat -> w i < 0) /\ local_minimum k L w /\ ~ global_minimum L w.
Proof.
  intros formula two a_sign b_sign. exists (fun _ => - b / INR k).
  assert (negative : forall i : nat, (i < k)%nat -> - b / INR k < 0).
  { intros. assert (0 < b / INR k) by (apply Rdiv_lt_0_compat; [easy | apply lt_0_INR; lia]). lra. }
  destruct (negative_region k a b L (fun _ => - b / INR k) formula ltac:(lia) negative) as [onto value].
  assert (minimum : local_minimum k L (fun _ => - b / INR k)) by (apply onto, sum_of_equal; lia).
  repeat split; [easy | easy |]. apply (value_above_zero_is_bad k a b L formula two); [lra | lra |].
  rewrite (value minimum). nra.
Qed.

Lemma good_negative_region (k : nat) (a b : R) (L : (nat -> R) -> R) (w : nat -> R) :
  (forall w, L w = / 2 * (positive_mass k w - a) ^ 2 + / 2 * (negative_mass k w - b) ^ 2) -> (2 <= k)%nat ->
  0 <= a -> 0 <= b -> (forall i, (i < k)%nat -> w i < 0) ->
  local_minimum k L w -> ~ global_minimum L w -> 0 < a /\ 0 < b.
Proof.
  intros formula two a_sign b_sign negative minimum bad.
  destruct (negative_region k a b L w formula ltac:(lia) negative) as [onto value].
  assert (below : w 0%nat <= 0 /\ sum k w <= w 0%nat).
  { split; [apply Rlt_le, negative; lia |].
    enough (- w 0%nat <= - sum k w) by lra.
    replace (- sum k w) with (sum k (fun i => -1 * w i)) by (rewrite sum_scale; ring).
    replace (- w 0%nat) with (-1 * w 0%nat) by ring. apply (sum_at_least k 0 (fun i => -1 * w i)); [lia |].
    intros i inside. specialize (negative i inside). lra. }
  pose proof (negative 0%nat ltac:(lia)). split; [| apply onto in minimum; lra].
  destruct (Rle_lt_or_eq_dec 0 a a_sign) as [| zero]; [easy | exfalso]. apply bad. intros w'.
  rewrite (value minimum), <- zero. pose proof (risk_nonnegative k a b L formula w'). lra.
Qed.

Theorem theorem_2_one_signed_regions_proved : theorem_2_one_signed_regions.
Proof.
  intros mean p L standard scalar L_is_risk two.
  pose proof (risk_of_masses mean p L standard scalar L_is_risk) as formula. destruct (its_masses_nonnegative p).
  split; split.
  - intros []. now apply (bad_positive_minimum _ _ _ _ formula).
  - intros [w [region []]]. now apply (good_positive_region _ _ _ _ formula two w).
  - intros []. now apply (bad_negative_minimum _ _ _ _ formula).
  - intros [w [region []]]. now apply (good_negative_region _ _ _ _ w formula two).
Qed.

(** ** Wrong variants: two neurons, the target's weights 2 and -1, or 1 alone; inputs 1 and -1 with the same chance *)

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

(** The weights 1 and 1 are a bad minimum of value 1/2 against the target 2 and -1. *)
Lemma ones_are_a_minimum :
  all_positive both_signs (fun _ => 1) /\ local_minimum 2 (risk_of both_signs) (fun _ => 1) /\
  risk_of both_signs (fun _ => 1) = / 2.
Proof.
  destruct both_signs_masses as [positive negative].
  assert (region : all_positive both_signs (fun _ => 1)) by (intros i _; lra).
  destruct (at_both_signs _ theorem_2_bad_sets_proved (fun _ => 1)) as [here _];
    rewrite ?positive, ?negative; try lra.
  destruct (here region) as [onto value]. rewrite positive in onto. rewrite negative in value. simpl in onto.
  assert (minimum : local_minimum 2 (risk_of both_signs) (fun _ => 1)) by (apply onto; ring).
  repeat split; [easy | easy |]. rewrite (value minimum). field.
Qed.

Theorem theorem_1_wrong_share_refuted : ~ theorem_1_wrong_share.
Proof.
  intros wrong. pose proof (at_one_sign _ wrong (fun _ => 0)) as claimed.
  pose proof (at_one_sign _ theorem_1_proved (fun _ => 0)) as proved.
  rewrite proved in claimed. unfold target_weight in claimed. simpl in claimed.
  rewrite Rabs_R0, Rabs_R1 in claimed. lra.
Qed.

Theorem corollary_1_wrong_one_mass_refuted : ~ corollary_1_wrong_one_mass.
Proof.
  intros wrong. destruct ones_are_a_minimum as [_ [_ value]].
  pose proof (at_both_signs _ wrong (fun _ => 1)) as [_ back]. 
  cbv beta in back. rewrite back in value; [lra |].
  rewrite (proj1 both_signs_masses). unfold positive_mass. simpl. relu_values. ring.
Qed.

Theorem theorem_2_mixed_regions_wrong_positive_refuted : ~ theorem_2_mixed_regions_wrong_positive.
Proof.
  intros wrong. destruct ones_are_a_minimum as [region [minimum value]].
  pose proof (at_both_signs _ wrong (fun _ => 1) region minimum). lra.
Qed.

Theorem theorem_2_zero_weights_wrong_every_weight_refuted : ~ theorem_2_zero_weights_wrong_every_weight.
Proof.
  intros wrong. destruct ones_are_a_minimum as [_ [minimum value]].
  pose proof (at_both_signs _ wrong (fun _ => 1) I minimum). lra.
Qed.

Theorem theorem_2_bad_sets_wrong_value_refuted : ~ theorem_2_bad_sets_wrong_value.
Proof.
  intros wrong. destruct ones_are_a_minimum as [region [minimum value]].
  destruct both_signs_masses as [positive negative].
  pose proof (at_both_signs _ wrong (fun _ => 1)) as claimed.
  rewrite positive, negative in claimed. rewrite claimed in value; try lra; easy.
Qed.

Theorem theorem_2_one_signed_regions_wrong_every_target_refuted : ~ theorem_2_one_signed_regions_wrong_every_target.
Proof.
  intros wrong. destruct one_sign_masses as [positive negative].
  pose proof (at_one_sign _ wrong (le_n 2)) as bad.
  apply (at_one_sign _ theorem_2_one_signed_regions_proved (le_n 2)) in bad.
  rewrite negative in bad. lra.
Qed.
