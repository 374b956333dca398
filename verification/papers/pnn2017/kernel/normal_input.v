(** Means under one input of the law N(0, 1): linear, monotone, the same when the input is reflected; the first moments;
    and every continuous function that grows no faster than a square has a mean. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import statements.networks kernel.rotations kernel.line_integrals kernel.over_line
  kernel.gaussian_integral.
Local Open Scope R_scope.

(** ** Means *)

Definition root : R := sqrt (2 * PI).

Lemma root_positive : 0 < root.
Proof. apply sqrt_lt_R0. pose proof PI_RGT_0. lra. Qed.

Lemma density_bell (t : R) : density t = / root * bell t.
Proof. unfold density. fold (bell t). fold root. unfold Rdiv. ring. Qed.

Lemma density_positive (t : R) : 0 < density t.
Proof.
  rewrite density_bell. apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat, root_positive | apply bell_positive].
Qed.

Lemma density_continuous : continuous_everywhere density.
Proof.
  intros t. apply (continuous_ext (fun t => / root * bell t)); [intros; now rewrite density_bell |].
  apply (continuous_scal_r (/ root) bell), bell_continuous.
Qed.

Lemma root_inverse : 0 < / root <= 1.
Proof.
  split; [apply Rinv_0_lt_compat, root_positive |]. rewrite <- Rinv_1. apply Rinv_le_contravar; [lra |].
  rewrite <- sqrt_1. apply sqrt_le_1_alt. pose proof PI2_1. lra.
Qed.

Lemma density_falls (t : R) : density t <= 216 / (1 + t ^ 2) ^ 3.
Proof.
  assert (bell t <= 216 / (1 + t ^ 2) ^ 3).
  { unfold bell. replace (- t ^ 2 / 2) with (- / 2 * t ^ 2) by field. apply exponential_falls, pow2_ge_0. }
  rewrite density_bell. pose proof root_inverse. pose proof (bell_positive t). nra.
Qed.

Lemma density_even (t : R) : density (- t) = density t.
Proof. now rewrite !density_bell, bell_even. Qed.

Lemma input_mean_of_bell (g : R -> R) (l : R) : integral (fun t => g t * bell t) l -> normal_input_mean g (/ root * l).
Proof.
  intros whole. apply (integral_ext (fun t => / root * (g t * bell t))).
  - intros. rewrite density_bell. ring.
  - now apply integral_scale.
Qed.

Lemma input_mean_unique (g : R -> R) (m n : R) : normal_input_mean g m -> normal_input_mean g n -> m = n.
Proof.
  intros one other. rewrite <- (is_RInt_gen_unique _ _ one). exact (is_RInt_gen_unique _ _ other).
Qed.

Lemma input_mean_ext (g h : R -> R) (m : R) :
  (forall t, g t = h t) -> normal_input_mean g m -> normal_input_mean h m.
Proof.
  intros same whole. apply (integral_ext (fun t => g t * density t)); [| exact whole]. intros. now rewrite same.
Qed.

Lemma input_mean_linear (a b : R) (g h : R -> R) (m n : R) : normal_input_mean g m -> normal_input_mean h n ->
  normal_input_mean (fun t => a * g t + b * h t) (a * m + b * n).
Proof.
  intros first second. apply (integral_ext (fun t => a * (g t * density t) + b * (h t * density t))).
  - intros. ring.
  - apply integral_plus; now apply integral_scale.
Qed.

Lemma input_mean_nonnegative (g : R -> R) (m : R) : (forall t, 0 <= g t) -> normal_input_mean g m -> 0 <= m.
Proof.
  intros positive whole. apply (integral_nonnegative (fun t => g t * density t)); [| exact whole].
  intros t. apply Rmult_le_pos; [easy | apply Rlt_le, density_positive].
Qed.

Lemma input_mean_monotone (g h : R -> R) (m n : R) :
  (forall t, g t <= h t) -> normal_input_mean g m -> normal_input_mean h n -> m <= n.
Proof.
  intros below first second. enough (0 <= 1 * n + -1 * m) by lra.
  apply (input_mean_nonnegative (fun t => 1 * h t + -1 * g t)); [| now apply input_mean_linear].
  intros t. specialize (below t). lra.
Qed.

Lemma input_mean_reflected (g : R -> R) (m : R) : normal_input_mean g m -> normal_input_mean (fun t => g (- t)) m.
Proof.
  intros whole. apply (integral_ext (fun t => g (- t) * density (- t))); [intros; now rewrite density_even |].
  exact (integral_reflected (fun t => g t * density t) m whole).
Qed.

(** ** Moments *)

Lemma limit_below (F : R -> R) (l : Rbar) : is_lim F p_infty l -> is_lim (fun t => F (- t)) m_infty l.
Proof.
  intros above. apply (is_lim_comp F Ropp m_infty l p_infty); [exact above | | now exists 0].
  apply (is_lim_opp (fun t => t) m_infty m_infty), is_lim_id.
Qed.

Lemma bell_vanishes_below : is_lim bell m_infty 0.
Proof. apply (is_lim_ext (fun t => bell (- t))); [apply bell_even | apply limit_below, bell_vanishes]. Qed.

Lemma area_limit_below : is_lim area m_infty (- sqrt (PI / 2)).
Proof.
  apply (is_lim_ext (fun t => - area (- t))); [intros; rewrite area_odd; ring |].
  apply (is_lim_opp (fun t => area (- t)) m_infty (sqrt (PI / 2))), limit_below, area_limit.
Qed.

Lemma half_root : sqrt (PI / 2) - - sqrt (PI / 2) = root.
Proof.
  unfold root. pose proof PI_RGT_0. replace (2 * PI) with (2 * 2 * (PI / 2)) by field.
  rewrite sqrt_mult, sqrt_square by lra. ring.
Qed.

Lemma bell_integral : integral bell root.
Proof.
  rewrite <- half_root. apply (integral_of_primitive area);
    [apply area_slope | exact bell_continuous | exact area_limit_below | exact area_limit].
Qed.

Lemma input_mean_total : normal_input_mean (fun _ => 1) 1.
Proof.
  assert (whole : normal_input_mean (fun _ => 1) (/ root * root)).
  { apply input_mean_of_bell, (integral_ext bell); [intros; ring | exact bell_integral]. }
  rewrite Rinv_l in whole by (pose proof root_positive; lra). exact whole.
Qed.

Lemma input_mean_first : normal_input_mean (fun t => t) 0.
Proof.
  replace 0 with (/ root * (0 - 0)) by ring. apply input_mean_of_bell.
  apply (integral_of_primitive (fun t => - bell t)).
  - intros t. replace (t * bell t) with (- (- t * bell t)) by ring. apply (is_derive_opp bell), bell_slope.
  - intros t. apply (continuous_mult (fun t => t) bell); [apply continuous_id | apply bell_continuous].
  - rewrite <- Ropp_0. apply (is_lim_opp bell m_infty 0), bell_vanishes_below.
  - rewrite <- Ropp_0. apply (is_lim_opp bell p_infty 0), bell_vanishes.
Qed.

Lemma first_moment_vanishes : is_lim (fun t => t * bell t) p_infty 0.
Proof.
  apply (is_lim_le_le_loc (fun _ => 0) (fun t => 2 * / t)).
  - exists 0. intros t positive. pose proof (bell_positive t) as above. split; [nra |].
    assert (bell t * exp (t ^ 2 / 2) = 1)
      by (unfold bell; rewrite <- exp_plus, <- exp_0; f_equal; field).
    assert (1 + t ^ 2 / 2 <= exp (t ^ 2 / 2)).
    { left. apply exp_ineq1. simpl. nra. }
    apply (Rmult_le_reg_r t); [easy |]. replace (2 * / t * t) with 2 by (field; lra).
    assert (bell t * (1 + t ^ 2 / 2) <= 1) by nra. nra.
  - apply is_lim_const.
  - replace (Finite 0) with (Rbar_mult 2 (Rbar_inv p_infty)) by (simpl; f_equal; ring).
    apply is_lim_scal_l, is_lim_inv; [apply is_lim_id | easy].
Qed.

Lemma first_moment_vanishes_below : is_lim (fun t => t * bell t) m_infty 0.
Proof.
  apply (is_lim_ext (fun t => - (- t * bell (- t)))); [intros; rewrite bell_even; ring |].
  rewrite <- Ropp_0. apply (is_lim_opp (fun t => - t * bell (- t)) m_infty 0).
  apply (limit_below (fun t => t * bell t)), first_moment_vanishes.
Qed.

Lemma input_mean_second : normal_input_mean (fun t => t * t) 1.
Proof.
  replace 1 with (/ root * (sqrt (PI / 2) - 0 - (- sqrt (PI / 2) - 0)))
    by (rewrite !Rminus_0_r, half_root; field; pose proof root_positive; lra).
  apply input_mean_of_bell, (integral_of_primitive (fun t => area t - t * bell t)).
  - intros t. replace (t * t * bell t) with (bell t - (1 * bell t + t * (- t * bell t))) by ring.
    apply (is_derive_minus area (fun t => t * bell t)); [apply area_slope |].
    apply (is_derive_mult (fun t => t) bell);
      [exact (is_derive_id (K := R_AbsRing) t) | apply bell_slope | intros; apply Rmult_comm].
  - intros t. apply (continuous_mult (fun t => t * t) bell); [| apply bell_continuous].
    apply (ex_derive_continuous (fun t => t * t)). now auto_derive.
  - apply is_lim_minus'; [exact area_limit_below | exact first_moment_vanishes_below].
  - apply is_lim_minus'; [exact area_limit | exact first_moment_vanishes].
Qed.

(** ** What has a mean *)

(** Its slopes are at most a multiple of its arguments, so that it grows no faster than a square. *)
Definition slow (C : R) (g : R -> R) : Prop := forall s t, Rabs (g s - g t) <= C * (1 + Rabs s + Rabs t) * Rabs (s - t).

Lemma slow_close (C : R) (g : R -> R) (t eps : R) : 0 <= C -> slow C g -> 0 < eps ->
  exists delta, 0 < delta /\ forall s, Rabs (s - t) < delta -> Rabs (g s - g t) < eps.
Proof.
  intros positive change small. pose proof (Rabs_pos t).
  set (K := C * (2 + 2 * Rabs t)). assert (0 <= K) by (unfold K; nra).
  exists (Rmin 1 (eps / (K + 1))). split; [apply Rmin_pos; [lra | apply Rdiv_lt_0_compat; lra] |].
  intros s close. pose proof (Rmin_l 1 (eps / (K + 1))). pose proof (Rmin_r 1 (eps / (K + 1))).
  pose proof (Rabs_pos (s - t)). pose proof (Rabs_triang (s - t) t) as size. replace (s - t + t) with s in size by ring.
  apply Rle_lt_trans with (K * Rabs (s - t)).
  - apply (Rle_trans _ _ _ (change s t)). apply Rmult_le_compat_r; [easy |].
    unfold K. apply Rmult_le_compat_l; lra.
  - apply Rle_lt_trans with ((K + 1) * Rabs (s - t)); [apply Rmult_le_compat_r; lra |].
    replace eps with ((K + 1) * (eps / (K + 1))) by (field; lra). apply Rmult_lt_compat_l; lra.
Qed.

Lemma slow_continuous (C : R) (g : R -> R) : 0 <= C -> slow C g -> continuous_everywhere g.
Proof.
  intros positive change t. apply filterlim_locally. intros eps.
  destruct (slow_close C g t eps positive change (cond_pos eps)) as [delta [some close]].
  exists (mkposreal delta some). exact close.
Qed.

Lemma slow_growth (C : R) (g : R -> R) : 0 <= C -> slow C g ->
  forall t, Rabs (g t) <= (Rabs (g 0) + 2 * C) * (1 + t * t).
Proof.
  intros positive change t. specialize (change t 0). rewrite Rminus_0_r, Rabs_R0, Rplus_0_r in change.
  pose proof (Rabs_triang (g t - g 0) (g 0)) as size. replace (g t - g 0 + g 0) with (g t) in size by ring.
  pose proof (Rabs_pos (g 0)). pose proof (Rabs_pos t).
  assert (Rabs t * Rabs t = t * t) by (rewrite <- Rabs_mult; apply Rabs_right; nra).
  assert ((1 + Rabs t) * Rabs t <= 2 * (1 + t * t)) by nra.
  assert (C * (1 + Rabs t) * Rabs t <= 2 * C * (1 + t * t)).
  { rewrite Rmult_assoc. replace (2 * C * (1 + t * t)) with (C * (2 * (1 + t * t))) by ring.
    now apply Rmult_le_compat_l. }
  assert (Rabs (g 0) <= Rabs (g 0) * (1 + t * t)) by nra. lra.
Qed.

Lemma input_mean_of_quadratic_growth (K : R) (g : R -> R) : continuous_everywhere g ->
  (forall t, Rabs (g t) <= K * (1 + t * t)) -> exists m, normal_input_mean g m.
Proof.
  intros everywhere growth. exists (over_line (fun t => g t * density t)).
  apply (over_line_correct (K * 216)). split.
  - intros t. apply (continuous_mult g density); [apply everywhere | apply density_continuous].
  - intros t. pose proof (density_positive t). pose proof (Rabs_pos (g t)). pose proof (growth t).
    pose proof (pow2_ge_0 t). rewrite Rabs_mult, (Rabs_right (density t)) by lra.
    apply Rle_trans with (K * (1 + t * t) * (216 / (1 + t ^ 2) ^ 3)).
    + apply Rmult_le_compat; [easy | lra | easy | apply density_falls].
    + assert (0 <= K) by (pose proof (growth 0); pose proof (Rabs_pos (g 0)); lra).
      replace (K * (1 + t * t) * (216 / (1 + t ^ 2) ^ 3)) with (K * 216 / (1 + t ^ 2) * / (1 + t ^ 2))
        by (field; simpl in *; lra).
      assert (/ (1 + t ^ 2) <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
      assert (0 <= K * 216 / (1 + t ^ 2)) by (apply Rle_mult_inv_pos; lra). nra.
Qed.

Theorem input_mean_of_slow (C : R) (g : R -> R) : 0 <= C -> slow C g -> exists m, normal_input_mean g m.
Proof.
  intros positive change. apply (input_mean_of_quadratic_growth (Rabs (g 0) + 2 * C)).
  - now apply (slow_continuous C).
  - now apply slow_growth.
Qed.

Lemma input_mean_absolute : exists A, normal_input_mean Rabs A /\ 0 <= A <= 1.
Proof.
  destruct (input_mean_of_slow 1 Rabs) as [A has]; [lra | |].
  - intros s t. pose proof (Rabs_triang_inv2 s t). pose proof (Rabs_pos s). pose proof (Rabs_pos t).
    pose proof (Rabs_pos (s - t)). nra.
  - exists A. split; [exact has |]. split; [exact (input_mean_nonnegative _ _ Rabs_pos has) |].
    replace 1 with (/ 2 * 1 + / 2 * 1) by field.
    apply (input_mean_monotone Rabs (fun t => / 2 * 1 + / 2 * (t * t))); [| exact has |].
    + intros t. pose proof (Rabs_pos t).
      assert (Rabs t * Rabs t = t * t) by (rewrite <- Rabs_mult; apply Rabs_right; nra).
      pose proof (Rle_0_sqr (Rabs t - 1)) as square. unfold Rsqr in square. lra.
    + exact (input_mean_linear (/ 2) (/ 2) _ _ _ _ input_mean_total input_mean_second).
Qed.
