(** A law that rotations leave alone: a uniform angle on the circle of radius sqrt 2, whose second moments are those of a
    normal pair; and what it refutes. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From formal Require Import calculus.
From pnn2017 Require Import statements.kernel kernel.psi kernel.bounds kernel.rotations.
Local Open Scope R_scope.

Definition on_circle (f : R -> R) : Prop := continuous_everywhere f /\ periodic f.
Definition circle_mean (f : R -> R) : R := / (2 * PI) * RInt f 0 (2 * PI).

Lemma circle_integrable (f : R -> R) : on_circle f -> ex_RInt f 0 (2 * PI).
Proof. intros [everywhere _]. now apply continuous_integrable. Qed.

Lemma circle_sum (f g : R -> R) : on_circle f -> on_circle g -> on_circle (fun x => f x + g x).
Proof.
  intros [f_everywhere f_period] [g_everywhere g_period]. split.
  - intros x. apply (continuous_plus f g); [apply f_everywhere | apply g_everywhere].
  - intros x. now rewrite f_period, g_period.
Qed.

Lemma circle_multiple (a : R) (f : R -> R) : on_circle f -> on_circle (fun x => a * f x).
Proof.
  intros [everywhere period]. split.
  - intros x. apply (continuous_scal_r a f), everywhere.
  - intros x. now rewrite period.
Qed.

Lemma circle_rotated (a : R) (f : R -> R) : on_circle f -> on_circle (fun x => f (x + a)).
Proof.
  intros [everywhere period]. split.
  - intros x. apply (continuous_comp (fun x => x + a) f); [| apply everywhere].
    apply (continuous_plus (fun x => x) (fun _ => a)); [apply continuous_id | apply continuous_const].
  - intros x. rewrite <- (period (x + a)). f_equal. ring.
Qed.

Lemma circle_rotated_mean (a : R) (f : R -> R) : on_circle f -> circle_mean (fun x => f (x + a)) = circle_mean f.
Proof.
  intros [everywhere period]. unfold circle_mean. f_equal.
  rewrite <- (period_shifted f a everywhere period).
  replace (RInt f a (a + 2 * PI)) with (RInt f (1 * 0 + a) (1 * (2 * PI) + a)) by (f_equal; ring).
  rewrite <- (RInt_comp_lin f 1 a 0 (2 * PI)) by now apply continuous_integrable.
  apply RInt_ext. intros x _. unfold scal; simpl. unfold mult; simpl. now rewrite !Rmult_1_l.
Qed.

Lemma circle_constant : circle_mean (fun x => (sqrt 2 * cos x) ^ 2 + (sqrt 2 * sin x) ^ 2) = 2.
Proof.
  unfold circle_mean. rewrite (RInt_ext _ (fun _ => 2)).
  - rewrite RInt_const. unfold scal; simpl. unfold mult; simpl. field. apply PI_neq0.
  - intros x _. pose proof (sin2_cos2 x). pose proof (sqrt_sqrt 2 ltac:(lra)). unfold Rsqr in *. nra.
Qed.

Lemma circle_law :
  rotation_invariant R (fun x => sqrt 2 * cos x) (fun x => sqrt 2 * sin x) (fun a x => x + a) on_circle circle_mean.
Proof.
  split.
  - intros a x. rewrite cos_plus. ring.
  - intros a x. rewrite sin_plus. ring.
  - exact circle_sum.
  - exact circle_multiple.
  - exact circle_rotated.
  - intros f g f_on g_on. unfold circle_mean. rewrite (RInt_plus f g) by now apply circle_integrable.
    unfold plus; simpl. ring.
  - intros a f on. unfold circle_mean. rewrite (RInt_scal f) by now apply circle_integrable.
    unfold scal; simpl. unfold mult; simpl. ring.
  - intros f g f_on g_on below. unfold circle_mean. pose proof PI_RGT_0. apply Rmult_le_compat_l.
    + apply Rlt_le, Rinv_0_lt_compat. lra.
    + apply RInt_le; try lra; try now apply circle_integrable. intros; apply below.
  - exact circle_rotated_mean.
  - split.
    + intros x. apply (ex_derive_continuous (fun x => (sqrt 2 * cos x) ^ 2 + (sqrt 2 * sin x) ^ 2)). now auto_derive.
    + intros x. now rewrite cosine_periodic, sine_periodic.
  - exact circle_constant.
Qed.

Lemma circle_product (t : R) :
  on_circle (fun x => Rabs (sqrt 2 * cos x) * Rabs (cos t * (sqrt 2 * cos x) + sin t * (sqrt 2 * sin x))).
Proof.
  split.
  - intros x. apply (continuous_mult (fun x => Rabs (sqrt 2 * cos x))
      (fun x => Rabs (cos t * (sqrt 2 * cos x) + sin t * (sqrt 2 * sin x)))).
    + apply (continuous_comp (fun x => sqrt 2 * cos x) Rabs); [| apply continuous_Rabs].
      apply (ex_derive_continuous (fun x => sqrt 2 * cos x)). now auto_derive.
    + apply (continuous_comp (fun x => cos t * (sqrt 2 * cos x) + sin t * (sqrt 2 * sin x)) Rabs);
        [| apply continuous_Rabs].
      apply (ex_derive_continuous (fun x => cos t * (sqrt 2 * cos x) + sin t * (sqrt 2 * sin x))). now auto_derive.
  - intros x. now rewrite cosine_periodic, sine_periodic.
Qed.

Theorem rotation_invariant_instance_proved : rotation_invariant_instance.
Proof.
  exists R, (fun x => sqrt 2 * cos x), (fun x => sqrt 2 * sin x), (fun a x => x + a), on_circle, circle_mean.
  split; [exact circle_law | exact circle_product].
Qed.

Theorem psi_from_rotations_wrong_angle_refuted : ~ psi_from_rotations_wrong_angle.
Proof.
  intros wrong. pose proof PI_RGT_0. pose proof two_over_pi.
  pose proof (wrong _ _ _ _ _ _ circle_law 0 ltac:(lra) (circle_product 0)) as claimed.
  pose proof (psi_from_rotations_proved _ _ _ _ _ _ circle_law 0 ltac:(lra) (circle_product 0)) as proved.
  cbv beta in claimed, proved. rewrite claimed, sin_0, cos_0, psi_at_zero, psi_at_one in proved. lra.
Qed.
