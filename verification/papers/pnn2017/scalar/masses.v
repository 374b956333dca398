(** One input: the risk is two squares of masses (Theorem 1, Corollary 1), and its minima (Theorem 2). *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums calculus.
From pnn2017 Require Import statements.networks statements.one_input landscape.means landscape.slopes.
Local Open Scope R_scope.

(** ** The risk *)

Lemma scalar_neuron (w t : R) : relu (w * t) = relu w * relu t + relu (- w) * relu (- t).
Proof. apply relu_split. Qed.

Lemma scalar_network (k : nat) (W : nat -> point) (x : point) :
  network 1 k W x = positive_mass k (fun i => W i 0%nat) * relu (x 0%nat) +
                    negative_mass k (fun i => W i 0%nat) * relu (- x 0%nat).
Proof.
  unfold network, positive_mass, negative_mass. rewrite <- !sum_scale_right, <- sum_plus. apply sum_ext. intros i _.
  unfold dot. simpl. rewrite Rplus_0_l. apply scalar_neuron.
Qed.

Lemma masses_and_sum (k : nat) (w : nat -> R) : positive_mass k w - negative_mass k w = sum k w.
Proof. unfold positive_mass, negative_mass. rewrite <- sum_minus. apply sum_ext. intros. apply relu_difference. Qed.

Lemma masses_and_sizes (k : nat) (w : nat -> R) : positive_mass k w + negative_mass k w = sum k (fun i => Rabs (w i)).
Proof. unfold positive_mass, negative_mass. rewrite <- sum_plus. apply sum_ext. intros. apply relu_sum. Qed.

Section Risk.
Variables (mean : functional) (p : problem) (L : (nat -> R) -> R).
Hypothesis standard : standard_law 1 mean.
Hypothesis scalar : one_input p.
Let a_law := is_law 1 mean standard.

(** Both halves of the second moment are 1/2, by symmetry. *)
Lemma half_moments :
  mean (fun x => relu (x 0%nat) * relu (x 0%nat)) (/ 2) /\ mean (fun x => relu (- x 0%nat) * relu (- x 0%nat)) (/ 2).
Proof.
  destruct (mean_of_relus _ _ a_law (fun _ => 1) (fun _ => 1)) as [m some].
  assert (right_half : mean (fun x => relu (x 0%nat) * relu (x 0%nat)) m).
  { apply (same_mean _ _ a_law _ _ _ some). intros. unfold dot. simpl. now rewrite Rplus_0_l, Rmult_1_l. }
  pose proof (mean_symmetric _ _ standard _ _ right_half) as left_half. cbv beta in left_half.
  assert (whole : mean (fun x => x 0%nat * x 0%nat) (m + m)).
  { apply (same_mean _ _ a_law _ _ _ (mean_plus _ _ a_law _ _ _ _ right_half left_half)). intros x.
    destruct (Rle_or_lt 0 (x 0%nat)).
    - rewrite (relu_of_nonnegative (x 0%nat)), (relu_of_nonpositive (- x 0%nat)) by lra. ring.
    - rewrite (relu_of_nonpositive (x 0%nat)), (relu_of_nonnegative (- x 0%nat)) by lra. ring. }
  pose proof (mean_unique _ _ a_law _ _ _ whole (mean_covariance _ _ standard 0 0 Nat.lt_0_1 Nat.lt_0_1)) as one.
  simpl in one. now replace (/ 2) with m by lra.
Qed.

Lemma own_weights (w : nat -> R) (i : nat) : (i < neurons p)%nat -> weights p w i 0%nat = w i.
Proof.
  intros inside. destruct scalar as [_ [one_line [direction_one [on_lines _]]]].
  unfold weights. specialize (on_lines i inside). replace (line p i) with 0%nat by lia. rewrite direction_one. ring.
Qed.

Lemma mean_of_squared_error (w : nat -> R) :
  mean (squared_error p (neurons p) (weights p w))
    (/ 2 * (positive_mass (neurons p) w - its_positive_mass p) ^ 2 +
     / 2 * (negative_mass (neurons p) w - its_negative_mass p) ^ 2).
Proof.
  destruct half_moments as [right_half left_half]. destruct scalar as [one _].
  rewrite !(Rmult_comm (/ 2)).
  apply (same_mean _ _ a_law _ _ _ (mean_plus _ _ a_law _ _ _ _
    (mean_scale _ _ a_law _ _ _ right_half) (mean_scale _ _ a_law _ _ _ left_half))).
  intros x. unfold squared_error. rewrite one, !scalar_network.
  replace (positive_mass (neurons p) (fun i => weights p w i 0%nat)) with (positive_mass (neurons p) w)
    by (apply sum_ext; intros; now rewrite own_weights).
  replace (negative_mass (neurons p) (fun i => weights p w i 0%nat)) with (negative_mass (neurons p) w)
    by (apply sum_ext; intros; now rewrite own_weights).
  assert (apart : relu (x 0%nat) * relu (- x 0%nat) = 0).
  { destruct (Rle_or_lt 0 (x 0%nat)).
    - rewrite (relu_of_nonpositive (- x 0%nat)) by lra. ring.
    - rewrite (relu_of_nonpositive (x 0%nat)) by lra. ring. }
  unfold its_positive_mass, its_negative_mass, target_weight.
  set (r := relu (x 0%nat)) in *. set (l := relu (- x 0%nat)) in *.
  set (P := positive_mass (neurons p) w). set (N := negative_mass (neurons p) w).
  set (P' := positive_mass _ _). set (N' := negative_mass _ _).
  replace ((P * r + N * l - (P' * r + N' * l)) ^ 2) with
    ((P - P') ^ 2 * (r * r) + (N - N') ^ 2 * (l * l) + 2 * (P - P') * (N - N') * (r * l)) by ring.
  rewrite apart. ring.
Qed.

Hypothesis L_is_risk : is_risk mean p L.

Lemma risk_of_masses (w : nat -> R) :
  L w = / 2 * (positive_mass (neurons p) w - its_positive_mass p) ^ 2 +
        / 2 * (negative_mass (neurons p) w - its_negative_mass p) ^ 2.
Proof. exact (mean_unique _ _ a_law _ _ _ (L_is_risk w) (mean_of_squared_error w)). Qed.
End Risk.

Theorem theorem_1_proved : theorem_1.
Proof.
  intros mean p L standard scalar L_is_risk w. rewrite (risk_of_masses mean p L standard scalar L_is_risk).
  rewrite <- (masses_and_sum (neurons p)), <- (masses_and_sum (target_neurons p)).
  rewrite <- (masses_and_sizes (neurons p) w), <- (masses_and_sizes (target_neurons p) (target_weight p)).
  unfold its_positive_mass, its_negative_mass. field.
Qed.

Lemma two_squares_zero (x y : R) : / 2 * x ^ 2 + / 2 * y ^ 2 = 0 -> x = 0 /\ y = 0.
Proof.
  intros zero. pose proof (pow2_ge_0 x). pose proof (pow2_ge_0 y).
  split; apply Rsqr_0_uniq; unfold Rsqr; lra.
Qed.

Theorem corollary_1_proved : corollary_1.
Proof.
  intros mean p L standard scalar L_is_risk w. pose proof (risk_of_masses mean p L standard scalar L_is_risk w) as risk.
  split; [exact risk |]. rewrite risk. unfold same_masses, same_positive, same_negative. split.
  - intros zero. destruct (two_squares_zero _ _ zero). split; lra.
  - intros [-> ->]. ring.
Qed.

(** ** Minima of two squares of masses *)

Lemma mass_nonnegative (k : nat) (w : nat -> R) : 0 <= positive_mass k w.
Proof. apply sum_nonnegative. intros. apply relu_nonnegative. Qed.

Lemma negative_mass_nonnegative (k : nat) (w : nat -> R) : 0 <= negative_mass k w.
Proof. apply sum_nonnegative. intros. apply relu_nonnegative. Qed.

Lemma positive_mass_moved (k i : nat) (w : nat -> R) (t : R) :
  (i < k)%nat -> positive_mass k (moved w i t) = positive_mass k w + (relu (w i + t) - relu (w i)).
Proof.
  intros inside. unfold positive_mass. rewrite (sum_change_one k i _ (fun j => relu (w j))); [| easy |].
  - unfold moved. now rewrite Nat.eqb_refl.
  - intros j _ other. unfold moved. now apply Nat.eqb_neq in other as ->.
Qed.

Lemma negative_mass_moved (k i : nat) (w : nat -> R) (t : R) :
  (i < k)%nat -> negative_mass k (moved w i t) = negative_mass k w + (relu (- (w i + t)) - relu (- w i)).
Proof.
  intros inside. unfold negative_mass. rewrite (sum_change_one k i _ (fun j => relu (- w j))); [| easy |].
  - unfold moved. now rewrite Nat.eqb_refl.
  - intros j _ other. unfold moved. now apply Nat.eqb_neq in other as ->.
Qed.

Lemma masses_all_positive (k : nat) (w : nat -> R) :
  (forall i, (i < k)%nat -> 0 < w i) -> positive_mass k w = sum k w /\ negative_mass k w = 0.
Proof.
  intros positive.
  assert (none : negative_mass k w = 0).
  { apply sum_zero. intros i inside. apply relu_of_nonpositive. specialize (positive i inside). lra. }
  split; [| exact none]. rewrite <- masses_and_sum, none. ring.
Qed.

Lemma common_gap (k : nat) (w : nat -> R) :
  (forall i, (i < k)%nat -> 0 < w i) -> exists gap, 0 < gap /\ forall i, (i < k)%nat -> gap <= w i.
Proof.
  induction k as [| k IH]; intros positive; [exists 1; split; [lra | intros; lia] |].
  destruct IH as [gap [gap_positive below]]; [intros; apply positive; lia |].
  exists (Rmin gap (w k)). split; [apply Rmin_pos; [easy | apply positive; lia] |].
  intros i inside. destruct (Nat.eq_dec i k) as [-> | other]; [apply Rmin_r |].
  apply Rle_trans with gap; [apply Rmin_l | apply below; lia].
Qed.

Lemma some_positive_or_none (k : nat) (w : nat -> R) :
  (exists i, (i < k)%nat /\ 0 < w i) \/ (forall i, (i < k)%nat -> w i <= 0).
Proof.
  induction k as [| k [[i [inside positive]] | none]].
  - right. intros; lia.
  - left. exists i. split; [lia | easy].
  - destruct (Rle_or_lt (w k) 0) as [last | last].
    + right. intros i inside. destruct (Nat.eq_dec i k) as [-> |]; [easy | apply none; lia].
    + left. exists k. split; [lia | easy].
Qed.

Section Minima.
Variables (k : nat) (a b : R) (L : (nat -> R) -> R).
Hypothesis formula : forall w, L w = / 2 * (positive_mass k w - a) ^ 2 + / 2 * (negative_mass k w - b) ^ 2.

(** A positive neuron at a local minimum has the target's positive mass around it. *)
Lemma positive_neuron (w : nat -> R) (i : nat) :
  local_minimum k L w -> (i < k)%nat -> 0 < w i -> positive_mass k w = a.
Proof.
  intros [radius [positive minimum]] inside above.
  enough (positive_mass k w - a = 0) by lra.
  apply (two_sided_slope_zero _ (/ 2) (Rmin radius (w i))); [now apply Rmin_pos |]. intros t small.
  pose proof (Rmin_l radius (w i)). pose proof (Rmin_r radius (w i)).
  assert (lower : L w <= L (moved w i t)) by (apply minimum; intros; apply moved_near; lra).
  apply Rabs_def2 in small.
  rewrite !formula, positive_mass_moved, negative_mass_moved in lower by easy.
  rewrite !relu_of_nonnegative, !relu_of_nonpositive in lower by lra. lra.
Qed.

Lemma negative_neuron (w : nat -> R) (i : nat) :
  local_minimum k L w -> (i < k)%nat -> w i < 0 -> negative_mass k w = b.
Proof.
  intros [radius [positive minimum]] inside below.
  enough (negative_mass k w - b = 0) by lra.
  apply (two_sided_slope_zero _ (/ 2) (Rmin radius (- w i))); [apply Rmin_pos; lra |]. intros t small.
  pose proof (Rmin_l radius (- w i)). pose proof (Rmin_r radius (- w i)).
  assert (lower : L w <= L (moved w i (- t)))
    by (apply minimum; intros; apply moved_near; rewrite ?Rabs_Ropp; lra).
  apply Rabs_def2 in small.
  rewrite !formula, positive_mass_moved, negative_mass_moved in lower by easy.
  rewrite (relu_of_nonpositive (w i + - t)), (relu_of_nonpositive (w i)), (relu_of_nonnegative (- (w i + - t))),
    (relu_of_nonnegative (- w i)) in lower by lra. lra.
Qed.

(** A zero neuron can turn either way. *)
Lemma zero_neuron (w : nat -> R) (i : nat) :
  local_minimum k L w -> (i < k)%nat -> w i = 0 -> a <= positive_mass k w /\ b <= negative_mass k w.
Proof.
  intros [radius [positive minimum]] inside zero. split.
  - enough (0 <= positive_mass k w - a) by lra. apply (right_slope_nonnegative _ (/ 2) radius positive).
    intros t [from small].
    assert (lower : L w <= L (moved w i t))
      by (apply minimum; intros; apply moved_near; rewrite ?Rabs_right; lra).
    rewrite !formula, positive_mass_moved, negative_mass_moved, zero in lower by easy.
    rewrite (relu_of_nonnegative (0 + t)), (relu_of_nonnegative 0), (relu_of_nonpositive (- (0 + t))),
      (relu_of_nonpositive (- 0)) in lower by lra. lra.
  - enough (0 <= negative_mass k w - b) by lra. apply (right_slope_nonnegative _ (/ 2) radius positive).
    intros t [from small].
    assert (lower : L w <= L (moved w i (- t)))
      by (apply minimum; intros; apply moved_near; rewrite ?Rabs_Ropp, ?Rabs_right; lra).
    rewrite !formula, positive_mass_moved, negative_mass_moved, zero in lower by easy.
    rewrite (relu_of_nonpositive (0 + - t)), (relu_of_nonpositive 0), (relu_of_nonnegative (- (0 + - t))),
      (relu_of_nonnegative (- 0)) in lower by lra. lra.
Qed.

Lemma risk_zero_at_the_masses (w : nat -> R) : positive_mass k w = a -> negative_mass k w = b -> L w = 0.
Proof. intros positive negative. rewrite formula, positive, negative. ring. Qed.

Lemma zero_weight_minimum (w : nat -> R) (i : nat) : 0 <= a -> 0 <= b ->
  local_minimum k L w -> (i < k)%nat -> w i = 0 -> L w = 0.
Proof.
  intros a_sign b_sign minimum inside zero. destruct (zero_neuron w i minimum inside zero).
  apply risk_zero_at_the_masses.
  - destruct (some_positive_or_none k w) as [[j [j_in above]] | none]; [now apply (positive_neuron w j) |].
    assert (positive_mass k w = 0) by (apply sum_zero; intros; now apply relu_of_nonpositive, none). lra.
  - destruct (some_positive_or_none k (fun j => - w j)) as [[j [j_in below]] | none].
    + apply (negative_neuron w j); [easy | easy | lra].
    + assert (negative_mass k w = 0) by (apply sum_zero; intros; now apply relu_of_nonpositive, none). lra.
Qed.

(** With all weights positive the negative mass is missed, also nearby. *)
Lemma positive_region (w : nat -> R) : (0 < k)%nat -> (forall i, (i < k)%nat -> 0 < w i) ->
  (local_minimum k L w <-> sum k w = a) /\ (local_minimum k L w -> L w = / 2 * b ^ 2).
Proof.
  intros some positive. destruct (masses_all_positive k w positive) as [mass none].
  assert (onto : local_minimum k L w -> sum k w = a).
  { intros minimum. rewrite <- mass. apply (positive_neuron w 0 minimum some). now apply positive. }
  split; [split |]; [exact onto | |].
  - intros total. destruct (common_gap k w positive) as [gap [gap_positive below]].
    exists gap. split; [easy |]. intros w' near.
    assert (positive' : forall i, (i < k)%nat -> 0 < w' i).
    { intros i inside. specialize (near i inside). specialize (below i inside). apply Rabs_def2 in near. lra. }
    destruct (masses_all_positive k w' positive') as [_ none']. rewrite !formula, mass, none, none', total.
    pose proof (pow2_ge_0 (positive_mass k w' - a)). lra.
  - intros minimum. rewrite formula, mass, none, (onto minimum). field.
Qed.
End Minima.
