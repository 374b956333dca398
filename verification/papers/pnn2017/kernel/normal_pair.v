(** psi is the mean of |u.x||v.x| under the density of a standard normal pair in polar coordinates. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import statements.kernel kernel.psi kernel.bounds kernel.circle.
Local Open Scope R_scope.

(** ** Over the radius: the integral of r^3 exp(-r^2/2) is 2, that of r exp(-r^2/2) is 1. *)
Lemma radial_up_to (b : R) : is_RInt (fun r => r ^ 3 * exp (- r ^ 2 / 2)) 0 b
   (2 - (b ^ 2 + 2) * exp (- b ^ 2 / 2)).
Proof.
  evar_last.
  apply (is_RInt_derive (fun r => - (r ^ 2 + 2) * exp (- r ^ 2 / 2))).
  - intros x _. auto_derive; [easy|].
    change (- x ^ 2 / 2) with (- (x * (x * 1)) * / 2).
    set (e := exp _). simpl. field.
  - intros x _. apply (ex_derive_continuous (fun r => r ^ 3 * exp (- r ^ 2 / 2))). auto_derive. easy.
  - unfold minus, plus, opp; simpl. replace (- (0 * (0 * 1)) / 2) with 0 by field. rewrite exp_0. ring.
Qed.

Lemma exponent_falls : is_lim (fun b => - b ^ 2 / 2) p_infty m_infty.
Proof.
  apply (is_lim_ext (fun b => (- / 2) * (b * b))); [intros; simpl; field |].
  evar_last; [apply is_lim_scal_l, is_lim_mult; [apply is_lim_id | apply is_lim_id | easy] |].
  simpl. destruct (Rle_dec 0 (- / 2)); [exfalso; lra | easy].
Qed.

Lemma exponential_vanishes : is_lim (fun b => exp (- b ^ 2 / 2)) p_infty 0.
Proof.
  apply (is_lim_comp exp (fun b => - b ^ 2 / 2) p_infty 0 m_infty).
  - apply is_lim_exp_m.
  - exact exponent_falls.
  - exists 0; intros; discriminate.
Qed.

Lemma radial_limit : is_lim (fun b => 2 - (b ^ 2 + 2) * exp (- b ^ 2 / 2)) p_infty 2.
Proof.
  assert (A : is_lim (fun b => (- b ^ 2 / 2) * exp (- b ^ 2 / 2)) p_infty 0).
  { apply (is_lim_comp (fun y => y * exp y) (fun b => - b ^ 2 / 2) p_infty 0 m_infty).
    apply is_lim_mul_exp_m. exact exponent_falls. exists 0; intros; discriminate. }
  pose proof exponential_vanishes as B.
  apply (is_lim_ext (fun b => 2 - ((-2) * ((- b ^ 2 / 2) * exp (- b ^ 2 / 2)) + 2 * exp (- b ^ 2 / 2)))).
  { intros y. simpl. field. }
  evar_last.
  apply is_lim_minus'. apply is_lim_const.
  apply is_lim_plus'.
  apply (is_lim_scal_l _ (-2) _ 0 A). apply (is_lim_scal_l _ 2 _ 0 B).
  simpl. f_equal. ring.
Qed.

Theorem radial : is_RInt_gen (fun r => r ^ 3 * exp (- r ^ 2 / 2)) (at_point 0) (Rbar_locally p_infty) 2.
Proof.
  unfold is_RInt_gen.
  apply (filterlimi_lim_ext_loc (fun ab : R * R => 2 - (snd ab ^ 2 + 2) * exp (- snd ab ^ 2 / 2))).
  - apply (Filter_prod _ _ _ (fun a => a = 0) (fun _ => True)). easy. exists 0; easy.
    intros x y -> _. simpl. apply radial_up_to.
  - apply (filterlim_comp _ _ _ snd (fun b => 2 - (b ^ 2 + 2) * exp (- b ^ 2 / 2)) _ (Rbar_locally p_infty)).
    apply filterlim_snd. apply radial_limit.
Qed.

Lemma mass_up_to (b : R) : is_RInt (fun r => r * exp (- r ^ 2 / 2)) 0 b (1 - exp (- b ^ 2 / 2)).
Proof.
  evar_last.
  - apply (is_RInt_derive (fun r => - exp (- r ^ 2 / 2))).
    + intros x _. auto_derive; [easy |].
      change (- x ^ 2 / 2) with (- (x * (x * 1)) * / 2). set (e := exp _). simpl. field.
    + intros x _. apply (ex_derive_continuous (fun r => r * exp (- r ^ 2 / 2))). auto_derive. easy.
  - unfold minus, plus, opp; simpl. replace (- (0 * (0 * 1)) / 2) with 0 by field. rewrite exp_0. ring.
Qed.

Lemma mass_limit : is_lim (fun b => 1 - exp (- b ^ 2 / 2)) p_infty 1.
Proof.
  evar_last.
  - apply is_lim_minus'; [apply is_lim_const | apply exponential_vanishes].
  - simpl. f_equal. ring.
Qed.

Lemma mass : is_RInt_gen (fun r => r * exp (- r ^ 2 / 2)) (at_point 0) (Rbar_locally p_infty) 1.
Proof.
  unfold is_RInt_gen.
  apply (filterlimi_lim_ext_loc (fun ab : R * R => 1 - exp (- snd ab ^ 2 / 2))).
  - apply (Filter_prod _ _ _ (fun a => a = 0) (fun _ => True)); [easy | now exists 0 |].
    intros x y -> _. simpl. apply mass_up_to.
  - apply (filterlim_comp _ _ _ snd (fun b => 1 - exp (- b ^ 2 / 2)) _ (Rbar_locally p_infty)).
    + apply filterlim_snd.
    + apply mass_limit.
Qed.

(** ** Means *)

Lemma uniform_around (g : R -> R -> R) (constant : R) :
  (forall r, 0 <= r -> is_RInt (fun t => g (r * cos t) (r * sin t)) 0 (2 * PI) (r ^ 2 * constant)) ->
  normal_pair_mean g (/ PI * constant).
Proof.
  intros around. exists (fun r => r ^ 2 * constant). split; [exact around |].
  apply (is_RInt_gen_ext (fun r => / (2 * PI) * constant * (r ^ 3 * exp (- r ^ 2 / 2)))).
  - apply filter_forall. intros [a b] r _. cbv beta.
    change (@eq R (/ (2 * PI) * constant * (r ^ 3 * exp (- r ^ 2 / 2)))
      (/ (2 * PI) * (r ^ 2 * constant) * (r * exp (- r ^ 2 / 2)))). ring.
  - replace (/ PI * constant) with (/ (2 * PI) * constant * 2) by (field; apply PI_neq0).
    apply (is_RInt_gen_scal (fun r => r ^ 3 * exp (- r ^ 2 / 2))). apply radial.
Qed.

(** psi in the angle between the two directions. *)
Lemma psi_of_cosine (t : R) : 0 <= t <= PI -> psi (cos t) = 2 / PI * (sin t + (PI / 2 - t) * cos t).
Proof.
  intros angle. pose proof PI_RGT_0. pose proof (COS_bound t).
  rewrite psi_in_the_angle by lra. unfold psi_of_angle.
  assert (complement : asin (cos t) = PI / 2 - t) by (rewrite <- sin_shift; apply asin_sin; lra).
  rewrite complement, cos_shift, sin_shift. ring.
Qed.

Theorem psi_from_the_density_proved : psi_from_the_density.
Proof.
  intros t angle.
  replace (psi (cos t)) with (/ PI * (2 * (sin t + (PI / 2 - t) * cos t)))
    by (rewrite psi_of_cosine by easy; field; apply PI_neq0).
  apply uniform_around. intros r radius.
  apply (is_RInt_ext (fun s => r ^ 2 * Rabs (cos s * cos (s - t)))).
  - intros s _. rewrite <- (Rabs_right (r ^ 2)) by (apply Rle_ge, pow2_ge_0).
    rewrite <- !Rabs_mult. f_equal. rewrite cos_minus. ring.
  - apply (is_RInt_scal (fun s => Rabs (cos s * cos (s - t)))). now apply integral_around.
Qed.

Theorem normal_pair_total_proved : normal_pair_total.
Proof.
  exists (fun _ => 2 * PI). split.
  - intros r _. evar_last; [apply is_RInt_const |]. unfold scal; simpl. unfold mult; simpl. ring.
  - apply (is_RInt_gen_ext (fun r => r * exp (- r ^ 2 / 2))); [| apply mass].
    apply filter_forall. intros [a b] r _. cbv beta.
    change (@eq R (r * exp (- r ^ 2 / 2)) (/ (2 * PI) * (2 * PI) * (r * exp (- r ^ 2 / 2)))). field. apply PI_neq0.
Qed.

Theorem normal_pair_discs_proved : normal_pair_discs.
Proof.
  intros a size. exists (fun r => if Rle_dec r a then 2 * PI else 0). split.
  - intros r radius. apply (is_RInt_ext (fun _ => if Rle_dec r a then 1 else 0)).
    + intros t _. replace ((r * cos t) ^ 2 + (r * sin t) ^ 2) with (r ^ 2).
      * destruct (Rle_dec r a), (Rle_dec (r ^ 2) (a ^ 2)); try easy; exfalso; nra.
      * transitivity (r ^ 2 * (Rsqr (sin t) + Rsqr (cos t))); [rewrite sin2_cos2; ring | unfold Rsqr; ring].
    + evar_last; [apply is_RInt_const |]. unfold scal; simpl. unfold mult; simpl. destruct (Rle_dec r a); ring.
  - unfold is_RInt_gen. apply (filterlimi_lim_ext_loc (fun _ => 1 - exp (- a ^ 2 / 2))); [| apply filterlim_const].
    apply (Filter_prod _ _ _ (fun x => x = 0) (fun y => a < y)); [easy | now exists a |].
    intros x y -> above. cbn [fst snd]. replace (1 - exp (- a ^ 2 / 2)) with (plus (1 - exp (- a ^ 2 / 2)) (scal (y - a) 0))
      by (unfold plus, scal; simpl; unfold mult; simpl; ring).
    apply (is_RInt_Chasles (V := R_NormedModule) _ 0 a y).
    + apply (is_RInt_ext (fun r => r * exp (- r ^ 2 / 2))); [| apply mass_up_to].
      intros r. rewrite Rmin_left, Rmax_right by easy. intros inside.
      match goal with |- @eq _ ?u ?v => change (@eq R u v) end. set (e := exp _).
      destruct (Rle_dec r a); [field; apply PI_neq0 | lra].
    + apply (is_RInt_ext (fun _ => 0)); [| apply (is_RInt_const (V := R_NormedModule))].
      intros r. rewrite Rmin_left by lra. intros inside.
      match goal with |- @eq _ ?u ?v => change (@eq R u v) end. set (e := exp _). destruct (Rle_dec r a); [lra | ring].
Qed.

(** ** Wrong variants: a function has one mean. *)

Lemma normal_pair_mean_unique (g : R -> R -> R) (a b : R) : normal_pair_mean g a -> normal_pair_mean g b -> a = b.
Proof.
  intros [around [inner outer]] [around' [inner' outer']].
  rewrite <- (is_RInt_gen_unique _ _ outer). apply is_RInt_gen_unique.
  revert outer'. apply is_RInt_gen_ext.
  apply (Filter_prod _ _ _ (fun x => x = 0) (fun y => 0 < y)); [easy | now exists 0 |].
  intros x y -> positive r. simpl. rewrite Rmin_left by lra. intros [radius _].
  now rewrite <- (is_RInt_unique _ _ _ _ (inner r ltac:(lra))), (is_RInt_unique _ _ _ _ (inner' r ltac:(lra))).
Qed.

Lemma product_mean_is_psi (value : R -> R) (t : R) : product_mean value -> 0 <= t <= PI -> value t = psi (cos t).
Proof.
  intros claimed angle.
  exact (normal_pair_mean_unique _ _ _ (claimed t angle) (psi_from_the_density_proved t angle)).
Qed.

Theorem psi_from_the_density_wrong_angle_refuted : ~ psi_from_the_density_wrong_angle.
Proof.
  intros wrong. pose proof PI_RGT_0. pose proof two_over_pi.
  pose proof (product_mean_is_psi _ 0 wrong ltac:(lra)) as equal. cbv beta in equal.
  rewrite sin_0, cos_0, psi_at_zero, psi_at_one in equal. lra.
Qed.

Theorem psi_from_the_density_wrong_without_root_refuted : ~ psi_from_the_density_wrong_without_root.
Proof.
  intros wrong. pose proof PI_RGT_0. pose proof two_over_pi.
  pose proof (product_mean_is_psi _ (PI / 2) wrong ltac:(lra)) as equal. cbv beta in equal.
  rewrite cos_PI2, psi_at_zero in equal. lra.
Qed.

Theorem normal_pair_total_wrong_mass_refuted : ~ normal_pair_total_wrong_mass.
Proof.
  intros wrong. pose proof (normal_pair_mean_unique _ _ _ wrong normal_pair_total_proved). pose proof PI2_3_2. lra.
Qed.

Theorem normal_pair_discs_wrong_exponent_refuted : ~ normal_pair_discs_wrong_exponent.
Proof.
  intros wrong.
  pose proof (normal_pair_mean_unique _ _ _ (wrong 1 ltac:(lra)) (normal_pair_discs_proved 1 ltac:(lra))) as equal.
  cbv beta in equal. assert (same : exp (- 1 ^ 2) = exp (- 1 ^ 2 / 2)) by lra. apply exp_inv in same. lra.
Qed.
