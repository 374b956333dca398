(** A counterexample to Theorem 9 with a line without weight: a global minimum that misses the value of Corollary 4. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.psi landscape.means matched.plane.
Local Open Scope R_scope.

(** The problem with the target's line among its lines. *)
Definition all_lines : problem := plane (fun r => match r with 0%nat => 0 | 1%nat => 60 | 2%nat => 120 | _ => 30 end)
  4 6 2 (fun _ => 3%nat) one_and_minus_one.

Lemma kernel_of_lines (r s : nat) : (r < 4)%nat -> (s < 4)%nat ->
  psi_kernel zero_line r s =
  if (r =? s)%nat then 1 else if (r + s <? 4)%nat then (if (r =? 3)%nat then k else if (s =? 3)%nat then k else h) else
  if (r + s =? 4)%nat then k else 2 / PI.
Proof.
  intros r_in s_in. pose proof w_square as square.
  change (psi (cosines all_lines r s) = if (r =? s)%nat then 1 else
    if (r + s <? 4)%nat then (if (r =? 3)%nat then k else if (s =? 3)%nat then k else h) else
    if (r + s =? 4)%nat then k else 2 / PI).
  unfold all_lines. rewrite plane_cosines.
  assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 3)%nat as [-> | [-> | [-> | ->]]] by lia;
    assert (s = 0 \/ s = 1 \/ s = 2 \/ s = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl;
    autorewrite with degrees; kernel_value.
Qed.

Definition signed (c : nat -> R) (r : nat) : R := c (2 * r)%nat + c (2 * r + 1)%nat.
Definition absolute (c : nat -> R) (r : nat) : R := Rabs (c (2 * r)%nat) + Rabs (c (2 * r + 1)%nat).
Definition form (a0 a1 a2 : R) : R := a0 ^ 2 + a1 ^ 2 + a2 ^ 2 + 2 * h * (a0 * a1 + a0 * a2 + a1 * a2).
Definition odd_part (s0 s1 s2 : R) : R := (s0 + / 2 * s1 - / 2 * s2) ^ 2 + (w / 2 * (s1 + s2)) ^ 2.

Lemma risk_written_out (L : (nat -> R) -> R) (c : nat -> R) : is_risk (normal_mean 2) zero_line L -> L c =
  / 4 * odd_part (signed c 0) (signed c 1) (signed c 2) +
  / 4 * (form (absolute c 0) (absolute c 1) (absolute c 2) - 4 * k * (absolute c 0 + absolute c 1)
         - 8 / PI * absolute c 2 + 4).
Proof.
  intros L_is_risk. unfold zero_line in L_is_risk.
  assert (on : forall i, (i < 6)%nat -> (Nat.div2 i < 4)%nat)
    by (intros i inside; do 6 (destruct i as [| i]; [simpl; lia |]); lia).
  assert (its_on : forall i, (i < 2)%nat -> (3 < 4)%nat) by (intros; lia).
  rewrite (plane_risk_unique _ 3 6 4 2 (fun _ => 3%nat) _ on its_on L c L_is_risk).
  fold all_lines. unfold two_squares.
  assert (sizes : forall i, (i < 4)%nat ->
    line_sums 6 Nat.div2 c i - line_sums 2 (fun _ => 3%nat) one_and_minus_one i =
    if (i =? 3)%nat then -2 else absolute c i).
  { intros i inside. unfold line_sums, absolute, one_and_minus_one.
    assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl;
      rewrite ?Rabs_R1, ?(Rabs_left (-1)) by lra; ring. }
  cbn [lines all_lines plane neurons line target_neurons]. cbn [sum]. rewrite !sizes by lia.
  change (psi_kernel all_lines) with (psi_kernel zero_line).
  rewrite !kernel_of_lines by lia.
  unfold excess_sum, weights, dot, one_and_minus_one, all_lines, signed. simpl. autorewrite with degrees.
  unfold odd_part, form, one_and_minus_one. simpl. field. apply PI_neq0.
Qed.

(** ** The minimum: no force on the first two lines, a positive one on the third *)

Definition a : R := zero_line_mass.
Lemma a_solves : (1 + h) * a = 2 * k /\ 1 / PI + 1 / sqrt 3 = k /\ 7 / 6 + sqrt 3 / PI = 1 + h.
Proof.
  pose proof PI_neq0. pose proof constants. pose proof w_square as square. fold w.
  assert (inverse : 1 / PI + 1 / w = k).
  { unfold k. replace (1 / w) with (w / 3); [easy |]. apply (Rmult_eq_reg_r (3 * w)); [| lra].
    transitivity (w * w); [field | rewrite square; field; lra]. }
  assert (whole : 7 / 6 + w / PI = 1 + h) by (unfold h; field; easy).
  repeat split; [| easy | easy]. unfold a, zero_line_mass. fold w. rewrite inverse, whole. field. lra.
Qed.

Lemma a_value : a = 2 * k / (1 + h).
Proof. pose proof constants. destruct a_solves as [<- _]. field. lra. Qed.

Lemma force_on_the_third : 0 < 4 * h * a - 8 / PI /\ 0 < a.
Proof. rewrite a_value. unfold h, k, w. split; interval. Qed.

Lemma form_nonnegative (b0 b1 b2 : R) : 0 <= form b0 b1 b2.
Proof.
  pose proof constants.
  replace (form b0 b1 b2) with (h * (b0 + b1 + b2) ^ 2 + (1 - h) * (b0 ^ 2 + b1 ^ 2 + b2 ^ 2)) by (unfold form; ring).
  pose proof (pow2_ge_0 (b0 + b1 + b2)). pose proof (pow2_ge_0 b0). pose proof (pow2_ge_0 b1). pose proof (pow2_ge_0 b2).
  apply Rplus_le_le_0_compat; apply Rmult_le_pos; lra.
Qed.

Definition least_risk : R := 1 - k * a.

Lemma even_part_at_least (a0 a1 a2 : R) : 0 <= a2 ->
  least_risk <= / 4 * (form a0 a1 a2 - 4 * k * (a0 + a1) - 8 / PI * a2 + 4).
Proof.
  intros sign. destruct a_solves as [solved _]. destruct force_on_the_third as [force _].
  assert (expanded : form a0 a1 a2 - 4 * k * (a0 + a1) - 8 / PI * a2 + 4 = 4 * least_risk +
    form (a0 - a) (a1 - a) a2 + (4 * h * a - 8 / PI) * a2 + 2 * ((1 + h) * a - 2 * k) * (a0 + a1 - a))
    by (unfold form, least_risk; field; apply PI_neq0).
  rewrite expanded, solved. pose proof (form_nonnegative (a0 - a) (a1 - a) a2).
  assert (0 <= (4 * h * a - 8 / PI) * a2) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma least_risk_value : least_risk = 1 - 2 * (1 / PI + 1 / sqrt 3) ^ 2 / (7 / 6 + sqrt 3 / PI).
Proof. destruct a_solves as [_ [-> ->]]. unfold least_risk. rewrite a_value. pose proof constants. field. lra. Qed.

Lemma least_risk_bounds : 661 / 10000 < least_risk < 662 / 10000.
Proof. unfold least_risk. rewrite a_value. unfold h, k, w. split; interval. Qed.

Section Risk.
Variable L : (nat -> R) -> R.
Hypothesis L_is_risk : is_risk (normal_mean 2) zero_line L.

Lemma value_at_the_point : L zero_line_point = least_risk.
Proof.
  rewrite (risk_written_out L _ L_is_risk). destruct a_solves as [solved _]. destruct force_on_the_third as [_ positive].
  unfold signed, absolute, zero_line_point, one_and_minus_one. simpl. fold a.
  replace (1 * a / 2) with (a / 2) by field. replace (-1 * a / 2) with (- (a / 2)) by field.
  rewrite Rabs_Ropp, Rabs_R0, (Rabs_right (a / 2)) by lra.
  transitivity (least_risk + ((1 + h) * a - 2 * k) * a / 2); [| rewrite solved; field].
  unfold odd_part, form, least_risk. field. apply PI_neq0.
Qed.

Lemma value_at_zero : L (fun _ => 0) = 1.
Proof.
  rewrite (risk_written_out L _ L_is_risk). unfold signed, absolute. rewrite Rabs_R0. unfold odd_part, form. field.
  apply PI_neq0.
Qed.

Lemma point_is_least : global_minimum L zero_line_point.
Proof.
  intros c. rewrite value_at_the_point, (risk_written_out L c L_is_risk).
  pose proof (Rabs_pos (c 4%nat)). pose proof (Rabs_pos (c 5%nat)).
  pose proof (even_part_at_least (absolute c 0) (absolute c 1) (absolute c 2) ltac:(unfold absolute; simpl; lra)).
  assert (0 <= odd_part (signed c 0) (signed c 1) (signed c 2))
    by (apply Rplus_le_le_0_compat; apply pow2_ge_0).
  lra.
Qed.
End Risk.

Lemma zero_line_risk : exists L, is_risk (normal_mean 2) zero_line L.
Proof.
  eexists. apply (plane_risk _ 3 6 4 2).
  - intros i inside. do 6 (destruct i as [| i]; [simpl; lia |]). lia.
  - intros. lia.
Qed.

(** ** The value of Corollary 4 *)

Definition q0 : R := (2 * k - 4 / PI * h) / (1 + h - 2 * h ^ 2).
Definition q2 : R := 4 / PI - 2 * h * q0.
Definition its_value : R := 1 - k * q0 - q2 / PI.

Lemma q_solves : (1 + h) * q0 + h * q2 = 2 * k /\ 2 * h * q0 + q2 = 4 / PI.
Proof.
  pose proof constants. assert (0 < 1 + h - 2 * h ^ 2) by nra. pose proof PI_neq0.
  unfold q2, q0. split; field; lra.
Qed.

Lemma target_sums (r : nat) : line_sums 2 (fun _ => 3%nat) one_and_minus_one r = if (r =? 3)%nat then 2 else 0.
Proof.
  unfold line_sums, one_and_minus_one. simpl. destruct r as [| [| [| [| r]]]]; simpl;
    rewrite ?Rabs_R1, ?(Rabs_left (-1)) by lra; ring.
Qed.

Notation moment := (even_moment zero_line 4 (fun _ => 3%nat) one_and_minus_one).
Lemma moments (r : nat) : (r < 4)%nat -> moment r = if (r <? 2)%nat then 2 * k else if (r =? 2)%nat then 4 / PI else 2.
Proof.
  intros inside. unfold even_moment. change (target_neurons zero_line) with 2%nat. cbn [sum].
  rewrite !target_sums, !kernel_of_lines by lia. pose proof PI_neq0.
  assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl; field; easy.
Qed.

Lemma schur_value_written_out (q : nat -> R) : schur_value zero_line 4 (fun _ => 3%nat) one_and_minus_one q =
  1 - k * (q 0%nat + q 1%nat) / 2 - q 2%nat / PI.
Proof.
  unfold schur_value. change (target_neurons zero_line) with 2%nat. change (lines zero_line) with 3%nat. cbn [sum].
  rewrite !target_sums, !moments by lia. simpl. field. apply PI_neq0.
Qed.

Lemma schur_masses : no_even_force zero_line 4 (fun _ => 3%nat) one_and_minus_one (fun r => if (r =? 2)%nat then q2 else q0).
Proof.
  destruct q_solves as [first third]. intros r r_in. change (lines zero_line) with 3%nat in *. cbn [sum].
  rewrite !kernel_of_lines, moments by lia.
  assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia; simpl; lra.
Qed.

Lemma its_value_bounds : 347 / 10000 < its_value < 348 / 10000.
Proof. unfold its_value, q2, q0, h, k, w. split; interval. Qed.

Lemma schur_value_unique (q : nat -> R) : no_even_force zero_line 4 (fun _ => 3%nat) one_and_minus_one q ->
  schur_value zero_line 4 (fun _ => 3%nat) one_and_minus_one q = its_value.
Proof.
  intros solved. change (lines zero_line) with 3%nat in *.
  pose proof (solved 0%nat ltac:(simpl; lia)) as row0. pose proof (solved 1%nat ltac:(simpl; lia)) as row1.
  pose proof (solved 2%nat ltac:(simpl; lia)) as row2. change (lines zero_line) with 3%nat in *. cbn [sum] in *.
  rewrite !kernel_of_lines, !moments in * by lia. simpl in *. pose proof constants. pose proof PI_neq0.
  destruct q_solves as [first third].
  assert (same : q 0%nat = q 1%nat) by (apply (Rmult_eq_reg_l (1 - h)); lra).
  assert (outer : q 0%nat = q0).
  { apply (Rmult_eq_reg_l (1 + h - 2 * h ^ 2)); [| nra].
    transitivity ((1 + h) * q 0%nat + h * q 2%nat - h * (2 * h * q 0%nat + q 2%nat)); [ring |].
    transitivity ((1 + h) * q0 + h * q2 - h * (2 * h * q0 + q2)); [| ring].
    rewrite first, third. f_equal; [| f_equal]; lra. }
  assert (inner : q 2%nat = q2) by (unfold q2; rewrite <- outer; rewrite <- same in row2; lra).
  rewrite schur_value_written_out, <- same, outer, inner. unfold its_value. field. easy.
Qed.

(** ** The theorem and its wrong variants *)

Theorem theorem_9_zero_line_proved : theorem_9_zero_line.
Proof.
  split.
  - intros L L_is_risk. pose proof least_risk_bounds.
    rewrite <- least_risk_value, (value_at_the_point L L_is_risk). 
    split; [now apply point_is_least | split; [easy | split; [easy |]]]. now apply value_at_zero.
  - exists (fun r => if (r =? 2)%nat then q2 else q0). split; [exact schur_masses |].
    rewrite (schur_value_unique _ schur_masses). exact its_value_bounds.
Qed.

Theorem theorem_9_zero_line_wrong_value_refuted : ~ theorem_9_zero_line_wrong_value.
Proof.
  intros [wrong _]. destruct zero_line_risk as [L L_is_risk]. destruct (wrong L L_is_risk) as [_ [value _]].
  rewrite (value_at_the_point L L_is_risk), least_risk_value in value. destruct a_solves as [_ [equal equal']].
  rewrite equal, equal' in value. pose proof constants.
  assert (0 < k ^ 2 / (1 + h)) by (apply Rdiv_lt_0_compat; nra). lra.
Qed.

Theorem theorem_9_zero_line_wrong_schur_refuted : ~ theorem_9_zero_line_wrong_schur.
Proof.
  intros [_ [q [solved bounds]]]. rewrite (schur_value_unique q solved) in bounds.
  pose proof its_value_bounds. lra.
Qed.

(** The first line's neurons exchanged. *)
Theorem theorem_9_zero_line_wrong_alone_refuted : ~ theorem_9_zero_line_wrong_alone.
Proof.
  intros [wrong _]. destruct zero_line_risk as [L L_is_risk]. destruct (wrong L L_is_risk) as [alone _].
  destruct force_on_the_third as [_ positive].
  set (other := fun i => match i with 0%nat => zero_line_point 1 | 1%nat => zero_line_point 0 | _ => zero_line_point i end).
  assert (same : L other = L zero_line_point).
  { rewrite !(risk_written_out L _ L_is_risk). unfold signed, absolute, other. simpl.
    rewrite (Rplus_comm (zero_line_point 1)), (Rplus_comm (Rabs (zero_line_point 1))). reflexivity. }
  enough (L zero_line_point < L other) by lra. apply alone. exists 0%nat. split; [simpl; lia |].
  unfold other, zero_line_point, one_and_minus_one. simpl. fold a. lra.
Qed.
