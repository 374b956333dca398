(** The second counterexample to Theorem 7: zero weights on two lines of the plane. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.psi landscape.means matched.plane.
Local Open Scope R_scope.

(** ** The risk, in signed sums s and absolute sums a of the lines, what the target has taken off *)

Definition odd_form (s0 s1 s2 : R) : R := s0 ^ 2 + s1 ^ 2 + s2 ^ 2 + s0 * s1 - w * (s0 + s1) * s2.
Definition even_form (a0 a1 a2 : R) : R :=
  a0 ^ 2 + a1 ^ 2 + a2 ^ 2 + 2 * h * a0 * a1 + 2 * k * (a0 + a1) * a2.
Definition signed (c : nat -> R) (r : nat) : R := c (2 * r)%nat + c (2 * r + 1)%nat.
Definition absolute (c : nat -> R) (r : nat) : R := Rabs (c (2 * r)%nat) + Rabs (c (2 * r + 1)%nat).

Lemma angles (r s : nat) : (r < 3)%nat -> (s < 3)%nat -> psi_kernel zero_weights r s =
  if (r =? s)%nat then 1 else if (r + s =? 1)%nat then h else k.
Proof.
  intros r_in s_in. change (psi_kernel zero_weights r s) with (psi (cosines zero_weights r s)). unfold zero_weights.
  rewrite plane_cosines. pose proof w_square as square.
  assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia;
    assert (s = 0 \/ s = 1 \/ s = 2)%nat as [-> | [-> | ->]] by lia; simpl; autorewrite with degrees;
    kernel_value.
Qed.

Lemma risk_written_out (L : (nat -> R) -> R) (c : nat -> R) : is_risk (normal_mean 2) zero_weights L -> L c =
  / 4 * odd_form (signed c 0 - 1) (signed c 1 - 1) (signed c 2) +
  / 4 * even_form (absolute c 0 - 1) (absolute c 1 - 1) (absolute c 2 - 2).
Proof.
  intros L_is_risk. unfold zero_weights in L_is_risk.
  assert (on : forall i, (i < 6)%nat -> (Nat.div2 i < 3)%nat)
    by (intros i inside; do 6 (destruct i as [| i]; [simpl; lia |]); lia).
  rewrite (plane_risk_unique _ 3 6 3 6 _ _ on on L c L_is_risk).
  fold zero_weights. unfold two_squares.
  assert (sizes : forall i, (i < 3)%nat -> line_sums 6 Nat.div2 c i - line_sums 6 Nat.div2 half_targets i =
    absolute c i - (if (i =? 2)%nat then 2 else 1)).
  { intros i inside. unfold line_sums, absolute, half_targets.
    assert (i = 0 \/ i = 1 \/ i = 2)%nat as [-> | [-> | ->]] by lia; simpl;
      rewrite ?Rabs_R1, ?(Rabs_left (-1)), ?(Rabs_right (/ 2)) by lra; field. }
  cbn [lines zero_weights plane neurons line target_neurons]. cbn [sum]. rewrite !sizes, !angles by lia.
  unfold excess_sum, weights, dot, half_targets, zero_weights, signed. simpl. autorewrite with degrees.
  unfold odd_form, even_form. pose proof w_square as square.
  match goal with |- _ = ?right => transitivity
    (right + (w * w - 3) / 16 * ((c 2%nat + c 3%nat - 1) ^ 2 + (c 4%nat + c 5%nat) ^ 2)) end; [field | rewrite square; field].
Qed.

(** ** The point: slopes are zero in the positive weights, positive where the zero weights turn negative *)

Definition x : R := zero_x.
Definition y : R := zero_y.

Lemma arc_cosines : arc_cosine (PI / 6) = PI * (k + w / 2) / 2 /\ arc_cosine (PI / 3) = w / 2 + PI / 3 /\
  arc_cosine (5 * PI / 6) = PI * (k - w / 2) / 2.
Proof.
  pose proof PI_neq0. unfold arc_cosine, k. replace (5 * PI / 6) with (PI - PI / 6) by field.
  replace (cos (PI - PI / 6)) with (- cos (PI / 6)) by (rewrite cos_minus, cos_PI, sin_PI; ring).
  rewrite sin_PI_x, sin_PI6, cos_PI6, sin_PI3, cos_PI3. fold w. repeat split; field; easy.
Qed.

Lemma x_solves : x * (5 / 2 + h - (k - w / 2) ^ 2) = k + w / 2 /\ y = 1 - (k - w / 2) * x.
Proof.
  pose proof PI_neq0. pose proof PI_RGT_0. destruct constants as [? [? ?]]. destruct arc_cosines as [J30 [J60 J150]].
  assert (denominator : PI + arc_cosine (PI / 3) - 2 * arc_cosine (5 * PI / 6) ^ 2 / PI =
    PI / 2 * (5 / 2 + h - (k - w / 2) ^ 2)) by (rewrite J60, J150; unfold h; field; easy).
  assert (positive : 0 < 5 / 2 + h - (k - w / 2) ^ 2) by nra.
  unfold x, y, zero_y, zero_x. rewrite denominator, J30, J150. split; field; lra.
Qed.

Lemma point_bounds : 0.54 < x < 0.56 /\ 0.98 < y < 0.99 /\ 0 < w * y - 3 * x.
Proof.
  destruct x_solves as [solved ->]. destruct constants as [? [? ?]].
  assert (x = (k + w / 2) / (5 / 2 + h - (k - w / 2) ^ 2)) as -> by (rewrite <- solved; field; nra).
  unfold h, k, w. repeat split; interval.
Qed.

Lemma slopes_vanish : (3 * x - w * y) / 2 + (1 + h) * x + k * (y - 2) = 0 /\ y - w * x + y - 2 + 2 * k * x = 0.
Proof. destruct x_solves as [solved ->]. split; [nra | field]. Qed.

Lemma forms_nonnegative (b0 b1 b2 : R) : 0 <= odd_form b0 b1 b2 /\ 0 <= even_form b0 b1 b2.
Proof.
  destruct constants as [? [? ?]]. pose proof w_square as square. split.
  - replace (odd_form b0 b1 b2) with ((b2 - w / 2 * (b0 + b1)) ^ 2 + / 4 * (b0 - b1) ^ 2).
    + pose proof (pow2_ge_0 (b2 - w / 2 * (b0 + b1))). pose proof (pow2_ge_0 (b0 - b1)). lra.
    + unfold odd_form. transitivity ((b2 - w / 2 * (b0 + b1)) ^ 2 + / 4 * (b0 - b1) ^ 2 + (3 - w * w) / 4 * (b0 + b1) ^ 2);
        [rewrite square; field | field].
  - replace (even_form b0 b1 b2) with
      ((b2 + k * (b0 + b1)) ^ 2 + (1 - 2 * k ^ 2 + h) / 2 * (b0 + b1) ^ 2 + (1 - h) / 2 * (b0 - b1) ^ 2)
      by (unfold even_form; field).
    assert (0 <= (1 - 2 * k ^ 2 + h) / 2) by nra. assert (0 <= (1 - h) / 2) by lra.
    repeat apply Rplus_le_le_0_compat; [apply pow2_ge_0 | |]; apply Rmult_le_pos; try lra; apply pow2_ge_0.
Qed.

Definition least_risk : R := (y - w * x) / 2.

(** From the point on, by changes b of the absolute sums and negative masses e, none on the third line. *)
Lemma risk_around (b0 b1 b2 e0 e1 : R) : 0 <= e0 -> 0 <= e1 ->
  least_risk <= / 4 * odd_form (x + b0 - 2 * e0) (x + b1 - 2 * e1) (y + b2) + / 4 * even_form (x + b0) (x + b1) (y - 2 + b2).
Proof.
  intros e0_sign e1_sign. destruct slopes_vanish as [first third]. destruct point_bounds as [_ [_ across]].
  destruct (forms_nonnegative (b0 - 2 * e0) (b1 - 2 * e1) b2) as [odd _].
  destruct (forms_nonnegative b0 b1 b2) as [_ even].
  assert (expanded : / 4 * odd_form (x + b0 - 2 * e0) (x + b1 - 2 * e1) (y + b2) +
      / 4 * even_form (x + b0) (x + b1) (y - 2 + b2) =
    least_risk + / 4 * odd_form (b0 - 2 * e0) (b1 - 2 * e1) b2 + / 4 * even_form b0 b1 b2 + (w * y - 3 * x) / 2 * (e0 + e1) +
    ((3 * x - w * y) / 2 + (1 + h) * x + k * (y - 2)) * (b0 + b1 + x) / 2 +
    (y - w * x + y - 2 + 2 * k * x) * (b2 + (y - 2) / 2) / 2) by (unfold odd_form, even_form, least_risk; field).
  rewrite expanded, first, third.
  assert (0 <= (w * y - 3 * x) / 2 * (e0 + e1)) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma risk_at_the_point : / 4 * odd_form x x y + / 4 * even_form x x (y - 2) = least_risk.
Proof.
  destruct slopes_vanish as [first third].
  transitivity (least_risk + ((3 * x - w * y) / 2 + (1 + h) * x + k * (y - 2)) * x / 2 +
    (y - w * x + y - 2 + 2 * k * x) * (y - 2) / 4); [unfold odd_form, even_form, least_risk; field |].
  rewrite first, third. field.
Qed.

Lemma least_risk_value : least_risk = / 2 - 1 * zero_x * (/ 2 + 5 * sqrt 3 * PI / 12) / PI.
Proof.
  destruct x_solves as [_ equal]. unfold least_risk. rewrite equal. fold x. fold w. unfold k. field. apply PI_neq0.
Qed.

Lemma least_risk_bounds : 17652 / 1000000 < least_risk < 17653 / 1000000.
Proof.
  destruct x_solves as [solved equal]. unfold least_risk. rewrite equal. destruct constants as [? [? ?]].
  assert (x = (k + w / 2) / (5 / 2 + h - (k - w / 2) ^ 2)) as -> by (rewrite <- solved; field; nra).
  unfold h, k, w. split; interval.
Qed.

(** ** The theorem and its wrong variants *)

Section Risk.
Variable L : (nat -> R) -> R.
Hypothesis L_is_risk : is_risk (normal_mean 2) zero_weights L.

Lemma value_at_the_point : L zero_weights_point = least_risk.
Proof.
  destruct point_bounds as [? [? _]]. rewrite (risk_written_out L _ L_is_risk), <- risk_at_the_point.
  unfold signed, absolute. simpl. fold x y. rewrite Rabs_R0, !Rabs_right by lra. f_equal; f_equal; f_equal; field.
Qed.

Lemma value_at_the_target : L half_targets = 0.
Proof.
  rewrite (risk_written_out L _ L_is_risk). unfold signed, absolute, half_targets. simpl.
  rewrite Rabs_R1, (Rabs_left (-1)), (Rabs_right (/ 2)) by lra. unfold odd_form, even_form. field.
Qed.

Lemma point_is_a_minimum : local_minimum 6 L zero_weights_point.
Proof.
  destruct point_bounds as [? [? _]]. exists (/ 4). split; [lra |]. intros c near. rewrite value_at_the_point.
  assert (close : forall i, (i < 6)%nat -> - / 4 < c i - zero_weights_point i < / 4).
  { intros i inside. specialize (near i inside). apply Rabs_def2 in near. lra. }
  pose proof (close 0%nat ltac:(lia)). pose proof (close 2%nat ltac:(lia)).
  pose proof (close 4%nat ltac:(lia)). pose proof (close 5%nat ltac:(lia)). simpl in *. fold x y in *.
  rewrite (risk_written_out L _ L_is_risk). unfold signed, absolute. simpl.
  rewrite (Rabs_right (c 0%nat)), (Rabs_right (c 2%nat)), (Rabs_right (c 4%nat)), (Rabs_right (c 5%nat)) by lra.
  pose proof (Rle_abs (c 1%nat)). pose proof (Rle_abs (c 3%nat)).
  pose proof (risk_around (c 0%nat + Rabs (c 1%nat) - 1 - x) (c 2%nat + Rabs (c 3%nat) - 1 - x)
    (c 4%nat + c 5%nat - y) ((Rabs (c 1%nat) - c 1%nat) / 2) ((Rabs (c 3%nat) - c 3%nat) / 2) ltac:(lra) ltac:(lra)) as lower.
  eapply Rle_trans; [exact lower |]. right. f_equal; f_equal; f_equal; field.
Qed.
End Risk.

Lemma zero_weights_risk : exists L, is_risk (normal_mean 2) zero_weights L.
Proof.
  eexists. apply (plane_risk _ 3 6 3 6); intros i inside; do 6 (destruct i as [| i]; [simpl; lia |]); lia.
Qed.

Theorem theorem_7_zero_weights_proved : theorem_7_zero_weights.
Proof.
  destruct point_bounds as [? [? _]]. split; [unfold x in *; lra | split; [unfold y in *; lra |]].
  intros L L_is_risk. pose proof least_risk_bounds. rewrite <- least_risk_value, <- (value_at_the_point L L_is_risk) in *.
  split; [now apply point_is_a_minimum | split; [easy | split; [easy |]]]. now apply value_at_the_target.
Qed.

Theorem theorem_7_zero_weights_wrong_global_refuted : ~ theorem_7_zero_weights_wrong_global.
Proof.
  intros [_ [_ wrong]]. destruct zero_weights_risk as [L L_is_risk]. destruct (wrong L L_is_risk) as [below _].
  specialize (below half_targets). pose proof least_risk_bounds.
  rewrite (value_at_the_target L L_is_risk), (value_at_the_point L L_is_risk) in below. lra.
Qed.

Theorem theorem_7_zero_weights_wrong_value_refuted : ~ theorem_7_zero_weights_wrong_value.
Proof.
  intros [_ [_ wrong]]. destruct zero_weights_risk as [L L_is_risk]. destruct (wrong L L_is_risk) as [_ [value _]].
  rewrite (value_at_the_point L L_is_risk), least_risk_value in value. fold x in value.
  destruct point_bounds as [? _]. pose proof PI_RGT_0. pose proof w_square as square. fold w in value.
  assert (0 < x * (/ 2 + 5 * w * PI / 12) / PI); [| lra].
  destruct constants as [_ [_ ?]]. apply Rdiv_lt_0_compat; [| easy]. apply Rmult_lt_0_compat; nra.
Qed.

Theorem theorem_7_zero_weights_wrong_least_refuted : ~ theorem_7_zero_weights_wrong_least.
Proof.
  intros [_ [_ wrong]]. destruct zero_weights_risk as [L L_is_risk]. destruct (wrong L L_is_risk) as [_ [_ [_ value]]].
  rewrite (value_at_the_target L L_is_risk) in value. lra.
Qed.
