(** Rotations of the plane of the first two inputs leave the law of plane_law.v alone: an instance, in any number of
    inputs, of what is asked of rotations. *)
From Coq Require Import Reals Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import statements.kernel statements.networks statements.regions statements.laws.
From pnn2017 Require Import kernel.bounds kernel.rotations kernel.circle_law kernel.normal_law.
From pnn2017 Require Import degree_one.independent_law matched.circle_integrals matched.plane_law.
Local Open Scope R_scope.

Section Turned.
Variable others : nat.

(** The mean over the other inputs, at an angle and at 0. *)
Definition at_angle (f : point -> R) (t : R) : R := three_points_mean others (fun y => f (circle_input t y)).
Definition at_zero (f : point -> R) : R := three_points_mean others (fun y => f (with_pair 0 0 y)).
Definition continuous_around (f : point -> R) : Prop := continuous_everywhere (at_angle f).
Definition mean_around (f : point -> R) : R := PI / 4 * circle_mean (at_angle f) + (1 - PI / 4) * at_zero f.

Lemma at_angle_periodic (f : point -> R) : periodic (at_angle f).
Proof.
  intros t. apply independent_ext. intros y. unfold circle_input. now rewrite cosine_periodic, sine_periodic.
Qed.

Lemma around_is_on_circle (f : point -> R) : continuous_around f -> on_circle (at_angle f).
Proof. intros everywhere. split; [exact everywhere | apply at_angle_periodic]. Qed.

Lemma circle_input_turned (a t : R) (y : point) : turned a (circle_input t y) = circle_input (t + a) y.
Proof.
  apply functional_extensionality. intros [| [| j]]; unfold turned, circle_input; simpl; [| | easy].
  - rewrite cos_plus. ring.
  - rewrite sin_plus. ring.
Qed.

Lemma zero_turned (a : R) (y : point) : turned a (with_pair 0 0 y) = with_pair 0 0 y.
Proof. apply functional_extensionality. intros [| [| j]]; unfold turned; simpl; [ring | ring | easy]. Qed.

Lemma at_angle_turned (a : R) (f : point -> R) (t : R) : at_angle (fun x => f (turned a x)) t = at_angle f (t + a).
Proof. apply independent_ext. intros y. now rewrite circle_input_turned. Qed.

Lemma at_zero_turned (a : R) (f : point -> R) : at_zero (fun x => f (turned a x)) = at_zero f.
Proof. apply independent_ext. intros y. now rewrite zero_turned. Qed.

Lemma sum_over_others (f g : point -> R) :
  three_points_mean others (fun y => f y + g y) = three_points_mean others f + three_points_mean others g.
Proof.
  rewrite (independent_ext others _ (fun y => 1 * f y + 1 * g y)) by (intros; ring). rewrite independent_linear. ring.
Qed.

Lemma multiple_over_others (a : R) (f : point -> R) :
  three_points_mean others (fun y => a * f y) = a * three_points_mean others f.
Proof.
  rewrite (independent_ext others _ (fun y => a * f y + 0 * f y)) by (intros; ring). rewrite independent_linear. ring.
Qed.

Lemma at_angle_sum (f g : point -> R) (t : R) : at_angle (fun x => f x + g x) t = at_angle f t + at_angle g t.
Proof. exact (sum_over_others (fun y => f (circle_input t y)) (fun y => g (circle_input t y))). Qed.

Lemma at_angle_multiple (a : R) (f : point -> R) (t : R) : at_angle (fun x => a * f x) t = a * at_angle f t.
Proof. exact (multiple_over_others a (fun y => f (circle_input t y))). Qed.

Lemma over_others_monotone (f g : point -> R) :
  (forall x, f x <= g x) -> three_points_mean others f <= three_points_mean others g.
Proof.
  intros below. pose proof (independent_nonnegative others (fun y => g y + -1 * f y)) as difference.
  rewrite sum_over_others, multiple_over_others in difference.
  enough (0 <= three_points_mean others g + -1 * three_points_mean others f) by lra. apply difference. intros x.
  pose proof (below x). lra.
Qed.

Lemma circle_mean_ext (f g : R -> R) : (forall t, f t = g t) -> circle_mean f = circle_mean g.
Proof. intros same. unfold circle_mean. f_equal. apply RInt_ext. intros. apply same. Qed.

Lemma circle_mean_constant (a : R) : circle_mean (fun _ => a) = a.
Proof.
  unfold circle_mean. rewrite (is_RInt_unique _ _ _ _ (constant_integral a)). field. apply PI_neq0.
Qed.

Lemma moments_at_an_angle (t : R) : at_angle (fun x => x 0%nat ^ 2 + x 1%nat ^ 2) t = 8 / PI.
Proof.
  unfold at_angle. rewrite <- (independent_constant others (8 / PI)). apply independent_ext. intros y.
  rewrite <- radius_square. unfold circle_input. simpl. pose proof (sin2_cos2 t) as one. unfold Rsqr in one.
  transitivity (radius * radius * (sin t * sin t + cos t * cos t)); [ring | rewrite one; ring].
Qed.

Lemma moments_at_zero : at_zero (fun x => x 0%nat ^ 2 + x 1%nat ^ 2) = 0.
Proof.
  unfold at_zero. simpl. rewrite (independent_ext others _ (fun _ => 0)) by (intros; ring).
  apply independent_constant.
Qed.

Lemma circle_linear_sum (f g : R -> R) : on_circle f -> on_circle g ->
  circle_mean (fun t => f t + g t) = circle_mean f + circle_mean g.
Proof. exact (mean_sum _ _ _ _ _ _ circle_law f g). Qed.

Lemma plane_is_rotation_invariant :
  rotation_invariant point (fun x => x 0%nat) (fun x => x 1%nat) turned continuous_around mean_around.
Proof.
  pose proof PI_RGT_0. pose proof PI_4. split.
  - easy.
  - easy.
  - intros f g f_on g_on t. apply (continuous_ext (fun t => at_angle f t + at_angle g t)).
    + intros. symmetry. apply at_angle_sum.
    + apply (continuous_plus (at_angle f) (at_angle g)); [apply f_on | apply g_on].
  - intros a f f_on t. apply (continuous_ext (fun t => a * at_angle f t)).
    + intros. symmetry. apply at_angle_multiple.
    + apply (continuous_scal_r a (at_angle f)), f_on.
  - intros a f f_on t. apply (continuous_ext (fun t => at_angle f (t + a))).
    + intros. symmetry. apply at_angle_turned.
    + apply (circle_rotated a _ (around_is_on_circle f f_on)).
  - intros f g f_on g_on. unfold mean_around. rewrite (circle_mean_ext _ _ (at_angle_sum f g)).
    rewrite (circle_linear_sum _ _ (around_is_on_circle f f_on) (around_is_on_circle g g_on)). unfold at_zero.
    rewrite (sum_over_others (fun y => f (with_pair 0 0 y)) (fun y => g (with_pair 0 0 y))). ring.
  - intros a f f_on. unfold mean_around. rewrite (circle_mean_ext _ _ (at_angle_multiple a f)).
    rewrite (mean_multiple _ _ _ _ _ _ circle_law a _ (around_is_on_circle f f_on)). unfold at_zero.
    rewrite (multiple_over_others a (fun y => f (with_pair 0 0 y))). ring.
  - intros f g f_on g_on below. unfold mean_around. apply Rplus_le_compat; apply Rmult_le_compat_l; try lra.
    + apply (mean_monotone _ _ _ _ _ _ circle_law _ _ (around_is_on_circle f f_on) (around_is_on_circle g g_on)).
      intros t. apply over_others_monotone. intros. apply below.
    + apply over_others_monotone. intros. apply below.
  - intros a f f_on. unfold mean_around. rewrite (circle_mean_ext _ _ (at_angle_turned a f)), at_zero_turned.
    now rewrite (circle_rotated_mean a _ (around_is_on_circle f f_on)).
  - intros t. apply (continuous_ext (fun _ => 8 / PI)); [intros; symmetry; apply moments_at_an_angle |].
    apply continuous_const.
  - unfold mean_around. rewrite (circle_mean_ext _ _ moments_at_an_angle), circle_mean_constant, moments_at_zero. field.
    lra.
Qed.

Lemma products_around (t : R) :
  continuous_around (fun x => Rabs (x 0%nat) * Rabs (cos t * x 0%nat + sin t * x 1%nat)).
Proof.
  apply (three_points_mean_continuous others (fun s y => Rabs (circle_input s y 0%nat) *
    Rabs (cos t * circle_input s y 0%nat + sin t * circle_input s y 1%nat))). intros y s. unfold circle_input. simpl.
  apply (continuous_mult (fun s => Rabs (radius * cos s))
    (fun s => Rabs (cos t * (radius * cos s) + sin t * (radius * sin s)))).
  - apply (continuous_comp (fun s => radius * cos s) Rabs); [| apply continuous_Rabs].
    apply (ex_derive_continuous (fun s => radius * cos s)). now auto_derive.
  - apply (continuous_comp (fun s => cos t * (radius * cos s) + sin t * (radius * sin s)) Rabs);
      [| apply continuous_Rabs].
    apply (ex_derive_continuous (fun s => cos t * (radius * cos s) + sin t * (radius * sin s))). now auto_derive.
Qed.

Lemma mean_is_the_law (f : point -> R) : continuous_around f -> plane_mean others f (mean_around f).
Proof.
  intros f_on. exists (RInt (at_angle f) 0 (2 * PI)). split; [| reflexivity].
  apply (RInt_correct (V := R_CompleteNormedModule) (at_angle f)). now apply continuous_integrable.
Qed.
End Turned.

Theorem rotation_invariant_in_space_proved : rotation_invariant_in_space.
Proof.
  intros others. exists (continuous_around others), (mean_around others).
  exact (conj (plane_is_rotation_invariant others) (conj (mean_is_the_law others) (products_around others))).
Qed.
