(** The first counterexample to Theorem 9: the target's third line is none of the network's.

    d solves A d = k for the planar lines' kernel A and the kernel k between them and that line. *)
From Coq Require Import Reals Lra Lia PeanoNat List.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.psi matched.risk matched.dependent_lines.
Import ListNotations.
Local Open Scope R_scope.

(** ** Values of the kernel *)

Definition k0 : R := psi (5 / 13).
Definition k1 : R := psi (12 / 13).
Definition k2 : R := psi (63 / 65).

(** By a Pythagorean triple. *)
Lemma psi_of_triple (a b c : R) : 0 < a -> 0 < b -> 0 < c -> a ^ 2 + b ^ 2 = c ^ 2 ->
  psi (a / c) = 2 / PI * (b / c + a / c * atan (a / b)).
Proof.
  intros a_sign b_sign c_sign triple.
  assert (below : -1 < a / c < 1).
  { assert (0 < a / c) by now apply Rdiv_lt_0_compat. split; [lra |]. apply (Rmult_lt_reg_r c); [easy |].
    replace (a / c * c) with a by (field; lra). nra. }
  assert (root : 1 - (a / c) ^ 2 = (b / c) ^ 2).
  { apply (Rmult_eq_reg_r (c ^ 2)); [field_simplify; lra | nra]. }
  assert (0 < b / c) by now apply Rdiv_lt_0_compat.
  unfold psi. rewrite root, sqrt_pow2 by lra. rewrite asin_atan by easy.
  replace (1 - Rsqr (a / c)) with ((b / c) ^ 2) by (rewrite <- root; unfold Rsqr; ring).
  rewrite sqrt_pow2 by lra. now replace (a / c / (b / c)) with (a / b) by (field; lra).
Qed.

Lemma k0_value : k0 = 2 / PI * (12 / 13 + 5 / 13 * atan (5 / 12)).
Proof. apply psi_of_triple; lra. Qed.
Lemma k1_value : k1 = 2 / PI * (5 / 13 + 12 / 13 * atan (12 / 5)).
Proof. apply psi_of_triple; lra. Qed.
Lemma k2_value : k2 = 2 / PI * (16 / 65 + 63 / 65 * atan (63 / 16)).
Proof. apply psi_of_triple; lra. Qed.

Lemma its_kernel_enclosed : 0.68431511016 < k0 < 0.68431511017 /\ 0.93593206682 < k1 < 0.93593206683 /\
  0.97247528414 < k2 < 0.97247528415.
Proof. rewrite k0_value, k1_value, k2_value. repeat split; interval. Qed.

Definition d0 : R := ((1 - t ^ 2) * k0 + (r * t - p) * k1 + (p * t - r) * k2) / det_A.
Definition d1 : R := ((r * t - p) * k0 + (1 - r ^ 2) * k1 + (p * r - t) * k2) / det_A.
Definition d2 : R := ((p * t - r) * k0 + (p * r - t) * k1 + (1 - p ^ 2) * k2) / det_A.
(** What is left between the line across the plane and the target's. *)
Definition e : R := p - (b1 * k0 + b2 * k1 + b3 * k2).
Definition kd : R := k0 * d0 + k1 * d1 + k2 * d2.

Lemma d_enclosed : -0.1087642 < d0 < -0.1087641 /\ 0.3858676 < d1 < 0.3858677 /\ 0.7249791 < d2 < 0.7249792.
Proof.
  destruct kernel_enclosed as [? [? ?]], its_kernel_enclosed as [? [? ?]]. unfold d0, d1, d2, det_A.
  repeat split; interval.
Qed.

(** What the bounds below are computed from. *)
Ltac enclosed := destruct kernel_enclosed as [? [? ?]], its_kernel_enclosed as [? [? ?]], b_enclosed as [? [? ?]],
  d_enclosed as [? [? ?]].

Lemma d_rows : d0 + p * d1 + r * d2 = k0 /\ p * d0 + d1 + t * d2 = k1 /\ r * d0 + t * d1 + d2 = k2.
Proof.
  pose proof det_A_positive as positive. unfold d0, d1, d2. unfold det_A in *. repeat split; field; lra.
Qed.

(** A is symmetric. *)
Lemma loads_agree : p * (d0 + d1 + d2) = b1 * k0 + b2 * k1 + b3 * k2.
Proof.
  destruct d_rows as [row0 [row1 row2]]. rewrite <- row0, <- row1, <- row2.
  transitivity (d0 * (b1 + p * b2 + r * b3) + d1 * (p * b1 + b2 + t * b3) + d2 * (r * b1 + t * b2 + b3)); [| ring].
  rewrite first_row, second_row, third_row. ring.
Qed.

(** ** The risk *)

Lemma kernel_of_five (m i j : nat) : (i < 5)%nat -> (j < 5)%nat -> psi_kernel (other_lines m) i j =
  if (i =? j)%nat then 1 else if (i + j =? 2)%nat then r else
  if (i =? 4)%nat then nth j [k0; k1; k2] p else if (j =? 4)%nat then nth i [k0; k1; k2] p else
  if (i =? 3)%nat then p else if (j =? 3)%nat then p else if (i + j =? 3)%nat then t else p.
Proof.
  intros i_in j_in. unfold psi_kernel, dot, p, r, t, k0, k1, k2.
  assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3 \/ i = 4)%nat as [-> | [-> | [-> | [-> | ->]]]] by lia;
    assert (j = 0 \/ j = 1 \/ j = 2 \/ j = 3 \/ j = 4)%nat as [-> | [-> | [-> | [-> | ->]]]] by lia; simpl;
    first [transitivity (psi 1); [f_equal; field | exact psi_at_one] | f_equal; field].
Qed.

Lemma its_sums (i : nat) : (i < 5)%nat -> line_sums 8 its_lines one_and_minus_one i = if (i =? 2)%nat then 0 else 2.
Proof.
  intros inside. unfold line_sums, one_and_minus_one, its_lines.
  assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3 \/ i = 4)%nat as [-> | [-> | [-> | [-> | ->]]]] by lia; simpl;
    rewrite ?Rabs_R1, ?(Rabs_left (-1)) by lra; ring.
Qed.

(** Theorem 6's, the target's third line, number 4, among the lines. *)
Definition other_risk : (nat -> R) -> R := two_squares (/ 4) (/ 4) psi_kernel (other_lines 5) its_lines one_and_minus_one.

Lemma other_risk_is_risk (mean : functional) : standard_law 3 mean ->
  has_kernel mean (other_lines 5) (psi_kernel (other_lines 5)) -> is_risk mean (other_lines 4) other_risk.
Proof.
  intros standard kernel. change (is_risk mean (other_lines 5) other_risk).
  apply (theorem_6_proved mean (other_lines 5) its_lines one_and_minus_one standard); [| exact I | | exact kernel].
  - intros i inside. pose proof (pairs_on_four_lines i inside). simpl. lia.
  - intros i inside. simpl in inside. split; [| easy]. do 8 (destruct i as [| i]; [simpl; unfold its_lines; simpl; lia |]). lia.
Qed.

Definition mass (c : nat -> R) (i : nat) : R := Rabs (c (2 * i)%nat) + Rabs (c (2 * i + 1)%nat).
Definition planar_square (c : nat -> R) : R :=
  ((c 0%nat + c 1%nat) + 3 / 5 * (c 4%nat + c 5%nat)) ^ 2 + ((c 2%nat + c 3%nat) + 4 / 5 * (c 4%nat + c 5%nat)) ^ 2.
(** Of changes y of the masses from the target's. *)
Definition even_part (y0 y1 y2 y3 : R) : R :=
  form y0 y1 y2 y3 - 4 * (k0 * y0 + k1 * y1 + k2 * y2 + p * y3) + 4.

Lemma other_risk_written_out (c : nat -> R) : other_risk c =
  / 4 * (planar_square c + (c 6%nat + c 7%nat) ^ 2) +
  / 4 * even_part (mass c 0 - 2) (mass c 1 - 2) (mass c 2) (mass c 3 - 2).
Proof.
  unfold other_risk, two_squares.
  assert (sizes : forall i, (i < 5)%nat -> line_sums 8 Nat.div2 c i - line_sums 8 its_lines one_and_minus_one i =
    if (i =? 2)%nat then mass c 2 else if (i =? 4)%nat then -2 else mass c i - 2).
  { intros i inside. rewrite its_sums by easy. unfold line_sums, mass.
    assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3 \/ i = 4)%nat as [-> | [-> | [-> | [-> | ->]]]] by lia; simpl; ring. }
  rewrite (sum_ext 5 _ (fun i => sum 5 (fun j => (if (i =? 2)%nat then mass c 2 else if (i =? 4)%nat then -2 else
    mass c i - 2) * (if (j =? 2)%nat then mass c 2 else if (j =? 4)%nat then -2 else mass c j - 2) *
    psi_kernel (other_lines 5) i j))).
  2: { intros i i_in. apply sum_ext. intros j j_in. cbn [neurons target_neurons line other_lines in_space lines] in *.
       now rewrite !sizes by easy. }
  cbn [sum lines other_lines in_space]. rewrite !kernel_of_five by lia. cbn [Nat.eqb Nat.add nth].
  unfold excess_sum, weights, dot, one_and_minus_one, its_lines. simpl.
  unfold even_part, form, form_A, planar_square, one_and_minus_one. simpl. field.
Qed.

(** ** The minimum *)

Lemma even_part_squares (y0 y1 y2 y3 : R) : even_part y0 y1 y2 y3 =
  form_A (y0 + b1 * y3 - 2 * d0) (y1 + b2 * y3 - 2 * d1) (y2 + b3 * y3 - 2 * d2) +
  kappa * y3 ^ 2 - 4 * e * y3 + 4 * (1 - kd).
Proof.
  destruct d_rows as [row0 [row1 row2]]. unfold even_part. rewrite form_schur.
  set (f0 := y0 + b1 * y3). set (f1 := y1 + b2 * y3). set (f2 := y2 + b3 * y3).
  transitivity (form_A f0 f1 f2 + kappa * y3 ^ 2 - 4 * (f0 * (d0 + p * d1 + r * d2) + f1 * (p * d0 + d1 + t * d2) +
      f2 * (r * d0 + t * d1 + d2)) - 4 * e * y3 + 4).
  - rewrite row0, row1, row2. unfold f0, f1, f2, e. ring.
  - unfold kd. rewrite <- row0, <- row1, <- row2. unfold form_A. ring.
Qed.

Definition across : R := 2 * (kappa + e) / (1 + kappa).
Definition least_risk : R := kappa + 2 * e + 1 - kd - (kappa + e) ^ 2 / (1 + kappa).

Lemma other_risk_at_least (c : nat -> R) : 0 <= c 6%nat -> 0 <= c 7%nat -> least_risk <= other_risk c.
Proof.
  intros first second. rewrite other_risk_written_out, even_part_squares. pose proof kappa_bounds.
  assert (last : mass c 3 = c 6%nat + c 7%nat)
    by (unfold mass; simpl; rewrite (Rabs_right (c 6%nat)), (Rabs_right (c 7%nat)) by lra; ring).
  rewrite last. set (s := c 6%nat + c 7%nat).
  match goal with |- context [form_A ?u ?v ?x] =>
    pose proof (form_A_nonnegative u v x) as planar; set (F := form_A u v x) in * end.
  assert (0 <= planar_square c) by (apply Rplus_le_le_0_compat; apply pow2_ge_0).
  assert (square : s ^ 2 + (kappa * (s - 2) ^ 2 - 4 * e * (s - 2) + 4 * (1 - kd)) =
    4 * least_risk + (1 + kappa) * (s - across) ^ 2) by (unfold least_risk, across; field; lra).
  assert (0 <= (1 + kappa) * (s - across) ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]). lra.
Qed.

(** Half the masses of the planar lines there. *)
Definition half0 : R := (2 - b1 * (across - 2) + 2 * d0) / 2.
Definition half1 : R := (2 - b2 * (across - 2) + 2 * d1) / 2.
Definition half2 : R := (- b3 * (across - 2) + 2 * d2) / 2.
Definition point (i : nat) : R :=
  match i with
  | 0%nat => half0 | 1%nat => - half0 | 2%nat => half1 | 3%nat => - half1 | 4%nat => half2 | 5%nat => - half2
  | _ => across / 2
  end.

Lemma masses_positive : 0 < half0 /\ 0 < half1 /\ 0 < half2 /\ 0 < across.
Proof. enclosed. unfold half0, half1, half2, across, e, kappa. repeat split; interval. Qed.

Lemma point_value : other_risk point = least_risk.
Proof.
  rewrite other_risk_written_out, even_part_squares. destruct masses_positive as [? [? [? ?]]]. pose proof kappa_bounds.
  unfold mass. simpl. rewrite !Rabs_Ropp, !Rabs_right by lra. unfold planar_square, form_A. simpl.
  unfold half0, half1, half2, least_risk, across. field. lra.
Qed.

Lemma point_is_a_minimum : local_minimum 8 other_risk point.
Proof.
  destruct masses_positive as [_ [_ [_ positive]]]. exists (across / 2). split; [lra |]. intros c near.
  rewrite point_value. apply other_risk_at_least.
  - specialize (near 6%nat ltac:(lia)). simpl in near. apply Rabs_def2 in near. lra.
  - specialize (near 7%nat ltac:(lia)). simpl in near. apply Rabs_def2 in near. lra.
Qed.

Lemma least_risk_bounds : 3416 / 10000 < least_risk < 3417 / 10000.
Proof. enclosed. unfold least_risk, kd, e, kappa. split; interval. Qed.
