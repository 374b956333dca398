(** Zero weights in Theorem 7 as repaired: an instance with a line without weight, and what fails if zero is a sign. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.regions.
From pnn2017 Require Import statements.counterexamples.
From pnn2017 Require Import kernel.normal_space landscape.means matched.plane matched.zero_weights.
Local Open Scope R_scope.

(** ** Lines at 0, 90 and 30 degrees, the target 1 and -1 on the first two: its weights and zero on the third *)

Definition unweighted : problem :=
  plane (fun r => match r with 0%nat => 0 | 1%nat => 90 | _ => 30 end) 3 6 4 Nat.div2 one_and_minus_one.
Definition unweighted_point (i : nat) : R := if Nat.ltb i 4 then one_and_minus_one i else 0.
Definition unweighted_risk : (nat -> R) -> R :=
  two_squares (/ 4) (/ 4) psi_kernel unweighted Nat.div2 one_and_minus_one.

Lemma six_on_three (i : nat) : (i < 6)%nat -> (Nat.div2 i < 3)%nat.
Proof. intros inside. do 6 (destruct i as [| i]; [simpl; lia |]). lia. Qed.

Lemma unweighted_is_risk : is_risk (normal_mean 2) unweighted unweighted_risk.
Proof. apply (plane_risk _ 3 6 3 4); intros; apply six_on_three; lia. Qed.

Lemma pairs_occupied (angle : nat -> R) (n : nat) (its_line : nat -> nat) (its_c : nat -> R) :
  lines_occupied (plane angle 3 6 n its_line its_c).
Proof.
  split; [exact six_on_three |]. simpl. intros r inside. exists (2 * r)%nat.
  assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia; simpl; lia.
Qed.

Lemma pairs_matched (angle : nat -> R) (n : nat) (its_c : nat -> R) : (n <= 6)%nat ->
  matched (plane angle 3 6 n Nat.div2 its_c).
Proof.
  intros few. exists Nat.div2, its_c. simpl. intros i inside. split; [apply six_on_three; lia | easy].
Qed.

Lemma unweighted_span : mixed_lines_span unweighted unweighted_point.
Proof.
  intros r inside. exists (fun s => match s with 0%nat => cos ((match r with 0%nat => 0 | 1%nat => 90 | _ => 30 end) * PI / 180)
    | 1%nat => sin ((match r with 0%nat => 0 | 1%nat => 90 | _ => 30 end) * PI / 180) | _ => 0 end). split.
  - intros s _ used. destruct s as [| [| s]]; [| | now destruct used]; split;
      [exists 0%nat | exists 1%nat | exists 2%nat | exists 3%nat]; repeat split; simpl; try lia;
      unfold unweighted_point, one_and_minus_one; simpl; lra.
  - intros j _. simpl. destruct j as [| [| j]]; simpl; autorewrite with degrees; ring.
Qed.

Lemma unweighted_value : unweighted_risk unweighted_point = 0.
Proof.
  assert (sizes : forall r, (r < 3)%nat ->
    line_sums 6 Nat.div2 unweighted_point r - line_sums 4 Nat.div2 one_and_minus_one r = 0).
  { intros r inside. unfold line_sums, unweighted_point, one_and_minus_one.
    assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia; simpl;
      rewrite ?Rabs_R0, ?Rabs_R1, ?(Rabs_left (-1)) by lra; ring. }
  assert (sums : forall j, excess_sum unweighted unweighted_point j = 0)
    by (intros j; unfold excess_sum, weights; simpl; unfold unweighted_point, one_and_minus_one; simpl; ring).
  unfold unweighted_risk, two_squares. cbn [neurons target_neurons line lines unweighted plane].
  rewrite (sum_zero 3) by (intros r r_in; apply sum_zero; intros s _; rewrite sizes by easy; ring).
  unfold dot. rewrite sum_zero by (intros j _; rewrite sums; ring). ring.
Qed.

Lemma unweighted_minimum : local_minimum 6 unweighted_risk unweighted_point.
Proof.
  exists 1. split; [lra |]. intros c _. rewrite unweighted_value.
  apply (mean_nonnegative _ _ (is_law _ _ (normal_law_proved 2%nat))
    (squared_error unweighted 6 (weights unweighted c))); [| apply unweighted_is_risk].
  intros x. apply pow2_ge_0.
Qed.

Theorem theorem_7_zero_weights_instance_proved : theorem_7_zero_weights_instance.
Proof.
  exists unweighted, unweighted_risk, unweighted_point, 2%nat.
  split; [exact (normal_law_proved 2%nat) |]. split; [apply pairs_occupied |].
  split; [apply pairs_matched; lia |]. split; [exact unweighted_is_risk |]. split; [exact unweighted_span |].
  split; [exact unweighted_minimum |]. split; [simpl; lia |]. simpl. intros i inside on.
  do 6 (destruct i as [| i]; [now unfold unweighted_point |]). lia.
Qed.

(** ** Zero as a negative weight: the counterexample with zero weights *)

Definition zero_weights_risk : (nat -> R) -> R := two_squares (/ 4) (/ 4) psi_kernel zero_weights Nat.div2 half_targets.

Lemma zero_weights_is_risk : is_risk (normal_mean 2) zero_weights zero_weights_risk.
Proof. apply (plane_risk _ 3 6 3 6); exact six_on_three. Qed.

(** The direction at 210 degrees is -1/sqrt 3 of those at 0 and at 60. *)
Lemma zero_weights_span : lines_span mixed_or_zero zero_weights zero_weights_point.
Proof.
  destruct theorem_7_zero_weights_proved as [positive _].
  intros r inside. exists (fun s => if Nat.ltb s 2 then match r with 2%nat => - (w / 3) | _ => if (s =? r)%nat then 1 else 0 end
    else 0). split.
  - intros s _ used. destruct s as [| [| s]]; [| | now destruct used]; split;
      [exists 0%nat | exists 1%nat | exists 2%nat | exists 3%nat]; repeat split; simpl; try lia; lra.
  - intros j j_in. simpl in inside, j_in.
    assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia;
      assert (j = 0 \/ j = 1)%nat as [-> | ->] by lia; simpl; autorewrite with degrees;
      first [lra | transitivity (- (w * w) / 6); [rewrite w_square; lra | lra]].
Qed.

Lemma zero_weights_bad : local_minimum 6 zero_weights_risk zero_weights_point /\ 0 < zero_weights_risk zero_weights_point.
Proof.
  destruct theorem_7_zero_weights_proved as [_ [_ of_risk]].
  destruct (of_risk _ zero_weights_is_risk) as [minimum [value [bounds _]]]. split; [exact minimum | rewrite value; lra].
Qed.

Theorem theorem_7_for_the_normal_law_wrong_zero_as_negative_refuted :
  ~ theorem_7_for_the_normal_law_wrong_zero_as_negative.
Proof.
  intros wrong. destruct zero_weights_bad as [minimum positive].
  destruct (wrong zero_weights _ _ (pairs_occupied _ _ _ _) (pairs_matched _ 6 _ (le_n 6)) zero_weights_is_risk
    zero_weights_span minimum) as [zero _]. lra.
Qed.

Theorem theorem_7_repaired_wrong_zero_as_negative_refuted : ~ theorem_7_repaired_wrong_zero_as_negative.
Proof.
  intros wrong. apply theorem_7_for_the_normal_law_wrong_zero_as_negative_refuted. intros p L c.
  apply (wrong (normal_mean (inputs p))). apply normal_law_proved.
Qed.
