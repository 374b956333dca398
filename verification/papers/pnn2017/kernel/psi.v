(** The kernel of two lines, as a function of the cosine of their angle: derivative and parity. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import statements.kernel.
Local Open Scope R_scope.

Lemma psi_at_zero : psi 0 = 2 / PI.
Proof.
  unfold psi. replace (1 - 0 ^ 2) with 1 by ring. rewrite sqrt_1. ring.
Qed.

Lemma psi_at_one : psi 1 = 1.
Proof.
  unfold psi. replace (1 - 1 ^ 2) with 0 by ring. rewrite sqrt_0, asin_1. field. apply PI_neq0.
Qed.

Lemma asin_derivative (r : R) : -1 < r < 1 -> is_derive asin r (/ sqrt (1 - r ^ 2)).
Proof.
  intros inside. apply is_derive_Reals.
  replace (/ sqrt (1 - r ^ 2)) with (derive_pt asin r (derivable_pt_asin r inside)).
  - unfold derive_pt. destruct (derivable_pt_asin r inside) as [slope is_slope]. exact is_slope.
  - rewrite derive_pt_asin. unfold Rdiv, Rsqr. rewrite Rmult_1_l. do 2 f_equal. ring.
Qed.

Lemma root_derivative (r : R) :
  -1 < r < 1 -> is_derive (fun x => sqrt (1 - x ^ 2)) r (- r / sqrt (1 - r ^ 2)).
Proof.
  intros inside. assert (positive : 0 < 1 - r ^ 2) by nra.
  auto_derive; [simpl in positive; lra |].
  replace (1 + - (r * (r * 1))) with (1 - r ^ 2) by ring.
  field. apply Rgt_not_eq, sqrt_lt_R0, positive.
Qed.

(** The product rule gives r / sqrt(1 - r^2), which the root's slope cancels: asin r is left. *)
Theorem psi_derivative_proved : psi_derivative.
Proof.
  intros r inside. unfold psi.
  assert (product : is_derive (fun x => x * asin x) r (asin r + r * / sqrt (1 - r ^ 2))).
  { evar_last.
    - apply (is_derive_mult (fun x => x) asin r 1 (/ sqrt (1 - r ^ 2))).
      + apply (is_derive_id (K := R_AbsRing)).
      + now apply asin_derivative.
      + intros; apply Rmult_comm.
    - unfold plus, mult; simpl. ring. }
  evar_last.
  - apply (is_derive_scal (fun x => sqrt (1 - x ^ 2) + x * asin x) r (2 / PI)).
    apply (is_derive_plus _ _ _ _ _ (root_derivative r inside) product).
  - unfold plus; simpl. pose proof PI_neq0.
    assert (sqrt (1 - r ^ 2) <> 0) by (apply Rgt_not_eq, sqrt_lt_R0; nra).
    field. now split.
Qed.

Theorem psi_even_proved : psi_even.
Proof.
  intros r. unfold psi. rewrite asin_opp. f_equal. f_equal; [f_equal |]; ring.
Qed.

(** Two slopes at one point are equal: a wrong one is told apart where it differs from the slope proved. *)
Lemma slope_is_unique (r slope : R) : -1 < r < 1 -> is_derive psi r slope -> slope = 2 / PI * asin r.
Proof.
  intros inside wrong.
  now rewrite <- (is_derive_unique _ _ _ wrong), (is_derive_unique _ _ _ (psi_derivative_proved r inside)).
Qed.

Theorem psi_derivative_wrong_factor_refuted : ~ psi_derivative_wrong_factor.
Proof.
  intros wrong. pose proof PI_RGT_0. pose proof (sin_PI6) as half.
  assert (inside : -1 < 1 / 2 < 1) by lra.
  pose proof (slope_is_unique _ _ inside (wrong _ inside)) as equal.
  assert (angle : asin (1 / 2) = PI / 6) by (rewrite <- half; apply asin_sin; lra).
  rewrite angle in equal. field_simplify in equal; lra.
Qed.

Theorem psi_derivative_wrong_angle_refuted : ~ psi_derivative_wrong_angle.
Proof.
  intros wrong. pose proof PI_RGT_0.
  assert (inside : -1 < 0 < 1) by lra.
  pose proof (slope_is_unique _ _ inside (wrong _ inside)) as equal.
  rewrite asin_0, acos_0 in equal. field_simplify in equal; lra.
Qed.

Theorem psi_even_wrong_odd_refuted : ~ psi_even_wrong_odd.
Proof.
  intros wrong. pose proof (wrong 1) as odd. rewrite psi_even_proved, psi_at_one in odd. lra.
Qed.
