(** Theorem 2 of the paper: where the bad minima of a network with one input are. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.one_input.
From pnn2017 Require Import landscape.means scalar.masses.
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
  intros mean p L standard scalar L_is_risk P N _ _ w region.
  exact (positive_region _ _ _ _ (risk_of_masses mean p L standard scalar L_is_risk) w (some_neuron p scalar) region).
Qed.

Theorem theorem_2_bad_negative_proved : theorem_2_bad_negative.
Proof.
  intros mean p L standard scalar L_is_risk P N _ _ w region.
  exact (negative_region _ _ _ _ w (risk_of_masses mean p L standard scalar L_is_risk) (some_neuron p scalar) region).
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
