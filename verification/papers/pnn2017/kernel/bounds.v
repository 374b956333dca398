(** The kernel's Lipschitz constant and its two bounds, up to the end points.

    In the angle t = asin r the kernel is smooth on the closed interval: its slope is 2/pi t cos t, and all bounds
    follow from the signs of slopes. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From formal Require Import calculus.
From pnn2017 Require Import statements.kernel kernel.psi.
Local Open Scope R_scope.

Definition psi_of_angle (t : R) : R := 2 / PI * (cos t + t * sin t).

Lemma psi_in_the_angle (r : R) : -1 <= r <= 1 -> psi r = psi_of_angle (asin r).
Proof.
  intros cosine. unfold psi, psi_of_angle. rewrite (sin_asin r cosine), (cos_asin r cosine). unfold Rsqr.
  replace (1 - r * r) with (1 - r ^ 2) by ring. ring.
Qed.

Lemma psi_at_minus_one : psi (-1) = 1.
Proof. change (-1) with (- (1)). rewrite psi_even_proved. apply psi_at_one. Qed.

Theorem psi_values_proved : psi_values.
Proof. exact (conj psi_at_zero (conj psi_at_one psi_at_minus_one)). Qed.

Lemma asin_rises (a b : R) : -1 <= a -> a <= b -> b <= 1 -> asin a <= asin b.
Proof.
  intros. destruct (Rle_or_lt (asin a) (asin b)) as [| falls]; [easy | exfalso].
  pose proof (asin_bound a). pose proof (asin_bound b).
  assert (sines : sin (asin b) < sin (asin a)) by (apply sin_increasing_1; lra).
  rewrite !sin_asin in sines by lra. lra.
Qed.

Lemma two_over_pi : 0 < 2 / PI < 1.
Proof.
  pose proof PI_RGT_0. pose proof PI2_1. split.
  - apply Rdiv_lt_0_compat; lra.
  - apply (Rmult_lt_reg_r PI); [lra |]. field_simplify; lra.
Qed.

Lemma slope_at_most_one (t : R) : - (PI / 2) <= t <= PI / 2 -> -1 <= 2 / PI * t <= 1.
Proof.
  intros. pose proof PI_RGT_0. pose proof two_over_pi.
  split; apply (Rmult_le_reg_r (PI / 2)); try lra; field_simplify; lra.
Qed.

(** ** The Lipschitz constant *)

Lemma cosine_minus_psi_rises (a b : R) : -1 <= a -> a <= b -> b <= 1 -> a - psi a <= b - psi b.
Proof.
  intros. pose proof (asin_bound a). pose proof (asin_bound b).
  rewrite !psi_in_the_angle by lra.
  rewrite <- (sin_asin a) at 1 by lra. rewrite <- (sin_asin b) at 1 by lra.
  apply (rises (fun t => sin t - psi_of_angle t) (fun t => cos t * (1 - 2 / PI * t))).
  - now apply asin_rises.
  - intros t _. unfold psi_of_angle. auto_derive; [easy |]. ring.
  - intros t inside. apply Rmult_le_pos; [apply cos_ge_0; lra |].
    pose proof (slope_at_most_one t ltac:(lra)). lra.
Qed.

(** By parity. *)
Lemma cosine_plus_psi_rises (a b : R) : -1 <= a -> a <= b -> b <= 1 -> a + psi a <= b + psi b.
Proof.
  intros. pose proof (cosine_minus_psi_rises (- b) (- a) ltac:(lra) ltac:(lra) ltac:(lra)) as mirrored.
  rewrite !psi_even_proved in mirrored. lra.
Qed.

Lemma psi_lipschitz_ordered (a b : R) : -1 <= a -> a <= b -> b <= 1 -> Rabs (psi a - psi b) <= b - a.
Proof.
  intros. pose proof (cosine_minus_psi_rises a b ltac:(lra) ltac:(lra) ltac:(lra)).
  pose proof (cosine_plus_psi_rises a b ltac:(lra) ltac:(lra) ltac:(lra)). apply Rabs_le. lra.
Qed.

Theorem psi_lipschitz_proved : psi_lipschitz.
Proof.
  intros a b cosine_a cosine_b. rewrite Rmult_1_l. destruct (Rle_or_lt a b).
  - rewrite (Rabs_left1 (a - b)) by lra. pose proof (psi_lipschitz_ordered a b). lra.
  - rewrite Rabs_minus_sym, (Rabs_right (a - b)) by lra. pose proof (psi_lipschitz_ordered b a). lra.
Qed.

(** No smaller constant: from the angle t on, the slope is at least 2/pi t, which tends to 1. *)
Lemma secant_to_the_end (t : R) : 0 <= t <= PI / 2 -> 2 / PI * t * (1 - sin t) <= 1 - psi (sin t).
Proof.
  intros inside. pose proof two_over_pi. pose proof (SIN_bound t).
  rewrite psi_in_the_angle, asin_sin by lra.
  assert (end_value : psi_of_angle (PI / 2) = 1).
  { unfold psi_of_angle. rewrite cos_PI2, sin_PI2. field. apply PI_neq0. }
  enough (psi_of_angle t - 2 / PI * t * sin t <= psi_of_angle (PI / 2) - 2 / PI * t * sin (PI / 2))
    by (rewrite sin_PI2 in *; lra).
  apply (rises (fun x => psi_of_angle x - 2 / PI * t * sin x) (fun x => cos x * (2 / PI * (x - t)))); [lra | |].
  - intros x _. unfold psi_of_angle. auto_derive; [easy |]. ring.
  - intros x between. apply Rmult_le_pos; [apply cos_ge_0; lra |]. apply Rmult_le_pos; lra.
Qed.

Lemma secants_bound_the_constant (constant t : R) :
  lipschitz_on_cosines constant -> 0 <= t < PI / 2 -> 2 / PI * t <= constant.
Proof.
  intros lipschitz inside. pose proof (secant_to_the_end t ltac:(lra)) as secant. pose proof (SIN_bound t).
  assert (sin t < 1) by (rewrite <- sin_PI2; apply sin_increasing_1; lra).
  pose proof (lipschitz 1 (sin t) ltac:(lra) ltac:(lra)) as bound.
  rewrite psi_at_one, (Rabs_right (1 - sin t)) in bound by lra.
  pose proof (Rle_abs (1 - psi (sin t))). nra.
Qed.

Theorem psi_lipschitz_constant_proved : psi_lipschitz_constant.
Proof.
  intros constant lipschitz. destruct (Rle_or_lt 1 constant) as [| smaller]; [easy | exfalso].
  pose proof PI_RGT_0. pose proof (secants_bound_the_constant constant 0 lipschitz ltac:(lra)).
  pose proof (secants_bound_the_constant constant ((constant + 1) / 2 * (PI / 2)) lipschitz) as bound.
  replace (2 / PI * ((constant + 1) / 2 * (PI / 2))) with ((constant + 1) / 2) in bound by (field; lra).
  assert ((constant + 1) / 2 <= constant) by (apply bound; split; nra). lra.
Qed.

(** ** Slopes inside and at the end *)

Lemma slopes_inside (r slope : R) : -1 < r < 1 -> is_derive psi r slope -> Rabs slope < 1.
Proof.
  intros inside is_slope. rewrite (slope_is_unique r slope inside is_slope). pose proof PI_RGT_0.
  pose proof (asin_bound_lt r inside) as angle.
  rewrite Rabs_mult, (Rabs_right (2 / PI)) by (pose proof two_over_pi; lra).
  apply (Rmult_lt_reg_r (PI / 2)); [lra |]. replace (2 / PI * Rabs (asin r) * (PI / 2)) with (Rabs (asin r)) by (field; lra).
  rewrite Rmult_1_l. apply Rabs_def1; lra.
Qed.

(** Secants to the end lie between 2/pi t, from the angle t on, and 1. *)
Lemma secants_at_the_end (t r : R) : 0 <= t < PI / 2 -> sin t < r < 1 -> 2 / PI * t <= (psi 1 - psi r) / (1 - r) <= 1.
Proof.
  intros angle between. pose proof (SIN_bound t). pose proof PI_RGT_0. pose proof two_over_pi.
  assert (sine : 0 <= sin t) by (apply sin_ge_0; lra).
  pose proof (asin_bound r).
  assert (later : t <= asin r).
  { rewrite <- (asin_sin t) by lra. apply asin_rises; lra. }
  pose proof (secant_to_the_end (asin r) ltac:(lra)) as secant. rewrite sin_asin in secant by lra.
  pose proof (cosine_minus_psi_rises r 1 ltac:(lra) ltac:(lra) ltac:(lra)) as rise.
  rewrite psi_at_one in *.
  split; apply (Rmult_le_reg_r (1 - r)); try lra;
    (replace ((1 - psi r) / (1 - r) * (1 - r)) with (1 - psi r) by (field; lra)); [| lra].
  apply Rle_trans with (2 / PI * asin r * (1 - r)); [| exact secant].
  apply Rmult_le_compat_r; [lra |]. apply Rmult_le_compat_l; lra.
Qed.

Lemma slope_at_the_end : filterlim (fun r => (psi 1 - psi r) / (1 - r)) (at_left 1) (locally 1).
Proof.
  apply filterlim_locally. intros [e positive]. pose proof PI_RGT_0.
  set (t := PI / 2 * (1 - Rmin e 1 / 2)).
  pose proof (Rmin_l e 1). pose proof (Rmin_r e 1). assert (0 < Rmin e 1) by (apply Rmin_pos; lra).
  assert (angle : 0 <= t < PI / 2) by (unfold t; split; nra).
  assert (sine : sin t < 1) by (rewrite <- sin_PI2; apply sin_increasing_1; lra).
  exists (mkposreal (1 - sin t) ltac:(lra)). intros r near below. apply Rabs_def2 in near. simpl in near.
  unfold minus, plus, opp in near; simpl in near.
  destruct (secants_at_the_end t r angle ltac:(lra)) as [above at_most].
  replace (2 / PI * t) with (1 - Rmin e 1 / 2) in above by (unfold t; field; lra).
  apply Rabs_def1; unfold minus, plus, opp; simpl; lra.
Qed.

Theorem psi_slopes_proved : psi_slopes.
Proof. exact (conj slopes_inside slope_at_the_end). Qed.

(** ** From below *)

Theorem psi_lower_proved : psi_lower.
Proof.
  intros r cosine. pose proof (cosine_minus_psi_rises r 1 ltac:(lra) ltac:(lra) ltac:(lra)).
  pose proof (cosine_plus_psi_rises (-1) r ltac:(lra) ltac:(lra) ltac:(lra)).
  pose proof psi_at_minus_one. pose proof psi_at_one. apply Rabs_le. lra.
Qed.

(** ** From above: (cos t + t sin t - 1) / sin^2 t rises on (0, pi/2], by three slopes one below the other. *)

Lemma sine_above_its_tangent (t : R) : 0 <= t <= PI / 2 -> 0 <= sin t - t * cos t.
Proof.
  intros. pose proof PI_RGT_0.
  replace 0 with (sin 0 - 0 * cos 0) by (rewrite sin_0; ring).
  apply (rises (fun t => sin t - t * cos t) (fun t => t * sin t)); [lra | |].
  - intros. auto_derive; [easy | ring].
  - intros. apply Rmult_le_pos; [lra | apply sin_ge_0; lra].
Qed.

Lemma numerator_nonnegative (t : R) : 0 <= t <= PI / 2 -> 0 <= 2 - 2 * cos t - t * sin t.
Proof.
  intros. pose proof PI_RGT_0.
  replace 0 with (2 - 2 * cos 0 - 0 * sin 0) by (rewrite cos_0; ring).
  apply (rises (fun t => 2 - 2 * cos t - t * sin t) (fun t => sin t - t * cos t)); [lra | |].
  - intros. auto_derive; [easy | ring].
  - intros. apply sine_above_its_tangent; lra.
Qed.

Lemma quotient_at_most_its_end (t : R) : 0 < t <= PI / 2 -> (cos t + t * sin t - 1) / sin t ^ 2 <= PI / 2 - 1.
Proof.
  intros. pose proof PI_RGT_0.
  replace (PI / 2 - 1) with ((cos (PI / 2) + PI / 2 * sin (PI / 2) - 1) / sin (PI / 2) ^ 2)
    by (rewrite cos_PI2, sin_PI2; field).
  apply (rises (fun t => (cos t + t * sin t - 1) / sin t ^ 2)
           (fun t => cos t * (2 - 2 * cos t - t * sin t) / sin t ^ 3)); [lra | |].
  - intros x inside. assert (0 < sin x) by (apply sin_gt_0; lra).
    auto_derive; [apply Rgt_not_eq; nra |]. field. lra.
  - intros x inside. assert (0 < sin x) by (apply sin_gt_0; lra).
    apply Rmult_le_pos; [apply Rmult_le_pos; [apply cos_ge_0; lra | apply numerator_nonnegative; lra] |].
    apply Rlt_le, Rinv_0_lt_compat, pow_lt; lra.
Qed.

Lemma psi_upper_positive (r : R) : 0 < r <= 1 -> psi r <= 2 / PI + (1 - 2 / PI) * r ^ 2.
Proof.
  intros cosine. pose proof PI_RGT_0. pose proof (asin_bound r).
  assert (angle : 0 < asin r).
  { destruct (Rle_or_lt (asin r) 0) as [left |]; [exfalso | easy].
    assert (sines : sin (asin r) <= sin 0) by (apply sin_incr_1; lra).
    rewrite sin_asin, sin_0 in sines; lra. }
  pose proof (quotient_at_most_its_end (asin r) ltac:(lra)) as quotient.
  rewrite psi_in_the_angle by lra. unfold psi_of_angle. rewrite sin_asin in * by lra.
  assert (cleared : cos (asin r) + asin r * r - 1 <= (PI / 2 - 1) * r ^ 2).
  { apply (Rmult_le_reg_r (/ r ^ 2)); [apply Rinv_0_lt_compat; nra |].
    unfold Rdiv in quotient. eapply Rle_trans; [apply quotient |]. right. field. lra. }
  replace (2 / PI + (1 - 2 / PI) * r ^ 2) with (2 / PI * (1 + (PI / 2 - 1) * r ^ 2)) by (field; lra).
  apply Rmult_le_compat_l; [pose proof two_over_pi |]; lra.
Qed.

Theorem psi_upper_proved : psi_upper.
Proof.
  intros r cosine. destruct (Rtotal_order r 0) as [left | [middle | right]].
  - rewrite <- psi_even_proved. replace (r ^ 2) with ((- r) ^ 2) by ring. apply psi_upper_positive; lra.
  - subst. rewrite psi_at_zero. lra.
  - apply psi_upper_positive; lra.
Qed.

(** ** Wrong variants *)

Theorem psi_values_wrong_middle_refuted : ~ psi_values_wrong_middle.
Proof. intros [wrong _]. rewrite psi_at_zero in wrong. pose proof two_over_pi. lra. Qed.

Theorem psi_values_wrong_one_refuted : ~ psi_values_wrong_one.
Proof. intros (_ & wrong & _). rewrite psi_at_one in wrong. pose proof two_over_pi. lra. Qed.

Theorem psi_values_wrong_end_refuted : ~ psi_values_wrong_end.
Proof. intros (_ & _ & wrong). rewrite psi_at_minus_one in wrong. lra. Qed.

Theorem psi_lower_wrong_factor_refuted : ~ psi_lower_wrong_factor.
Proof. intros wrong. specialize (wrong 1 ltac:(lra)). rewrite psi_at_one, Rabs_R1 in wrong. lra. Qed.

(** At r = 1 the wrong bound is 3/pi, below 1. *)
Theorem psi_upper_wrong_coefficient_refuted : ~ psi_upper_wrong_coefficient.
Proof.
  intros wrong. specialize (wrong 1 ltac:(lra)). rewrite psi_at_one in wrong. pose proof PI2_3_2.
  assert (3 / PI < 1) by (apply (Rmult_lt_reg_r PI); [lra |]; field_simplify; lra).
  replace (2 / PI + 1 / PI * 1 ^ 2) with (3 / PI) in wrong by (field; lra). lra.
Qed.

Theorem psi_lipschitz_wrong_constant_refuted : ~ psi_lipschitz_wrong_constant.
Proof. intros wrong. pose proof (psi_lipschitz_constant_proved _ wrong). lra. Qed.

Theorem psi_lipschitz_constant_wrong_larger_refuted : ~ psi_lipschitz_constant_wrong_larger.
Proof. intros wrong. specialize (wrong 1 psi_lipschitz_proved). lra. Qed.

(** At the angle 19/20 of a quarter turn the slope is 19/20. *)
Theorem psi_slopes_wrong_inside_refuted : ~ psi_slopes_wrong_inside.
Proof.
  intros [wrong _]. pose proof PI_RGT_0. set (t := 19 / 20 * (PI / 2)).
  assert (inside : -1 < sin t < 1).
  { unfold t. split; [apply Rlt_trans with 0; [lra | apply sin_gt_0; lra] |].
    rewrite <- sin_PI2. apply sin_increasing_1; lra. }
  pose proof (wrong _ _ inside (psi_derivative_proved _ inside)) as below.
  rewrite asin_sin in below by (unfold t; lra).
  replace (2 / PI * t) with (19 / 20) in below by (unfold t; field; lra).
  rewrite Rabs_right in below; lra.
Qed.

Theorem psi_slopes_wrong_end_refuted : ~ psi_slopes_wrong_end.
Proof.
  intros [_ wrong]. pose proof two_over_pi.
  pose proof (filterlim_locally_unique _ _ _ wrong slope_at_the_end). lra.
Qed.
