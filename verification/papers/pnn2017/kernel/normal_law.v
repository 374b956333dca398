(** The standard normal law of one and of two inputs, by its density in polar coordinates, is a law as asked for. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks kernel.normal_pair kernel.rotations landscape.means.
Local Open Scope R_scope.

Lemma pair_mean_ext (g h : R -> R -> R) (m : R) :
  (forall a b, g a b = h a b) -> normal_pair_mean g m -> normal_pair_mean h m.
Proof.
  intros same [around [inner outer]]. exists around. split; [| easy]. intros r radius.
  apply (is_RInt_ext (fun t => g (r * cos t) (r * sin t))); [intros; apply same | now apply inner].
Qed.

Lemma pair_mean_linear (a b : R) (g h : R -> R -> R) (m n : R) : normal_pair_mean g m -> normal_pair_mean h n ->
  normal_pair_mean (fun x y => a * g x y + b * h x y) (a * m + b * n).
Proof.
  intros [A [A_inner A_outer]] [B [B_inner B_outer]]. exists (fun r => a * A r + b * B r). split.
  - intros r radius.
    apply (is_RInt_plus (fun t => a * g (r * cos t) (r * sin t)) (fun t => b * h (r * cos t) (r * sin t))).
    + apply (is_RInt_scal (fun t => g (r * cos t) (r * sin t))). now apply A_inner.
    + apply (is_RInt_scal (fun t => h (r * cos t) (r * sin t))). now apply B_inner.
  - apply (is_RInt_gen_ext (fun r => plus (scal a (/ (2 * PI) * A r * (r * exp (- r ^ 2 / 2))))
      (scal b (/ (2 * PI) * B r * (r * exp (- r ^ 2 / 2)))))).
    + apply filter_forall. intros [x y] r _. unfold plus, scal; simpl. unfold mult; simpl.
      set (e := exp _). set (c := / (2 * PI)). ring.
    + apply (is_RInt_gen_plus (V := R_CompleteNormedModule));
        now apply (is_RInt_gen_scal (V := R_CompleteNormedModule)).
Qed.

Lemma pair_mean_nonnegative (g : R -> R -> R) (m : R) :
  (forall a b, 0 <= g a b) -> normal_pair_mean g m -> 0 <= m.
Proof.
  intros positive [around [inner outer]]. pose proof PI_RGT_0.
  assert (around_positive : forall r, 0 <= r -> 0 <= around r).
  { intros r radius. apply (is_RInt_ge_0 _ 0 (2 * PI) _ ltac:(lra) (inner r radius)). intros; apply positive. }
  assert (integrand : forall r, 0 <= r -> 0 <= / (2 * PI) * around r * (r * exp (- r ^ 2 / 2))).
  { intros r radius. pose proof (exp_pos (- r ^ 2 / 2)).
    repeat apply Rmult_le_pos; try lra; [| now apply around_positive].
    apply Rlt_le, Rinv_0_lt_compat. lra. }
  apply Rle_trans with (Rabs m); [apply Rabs_pos |].
  apply (RInt_gen_norm (V := R_CompleteNormedModule) (Fa := at_point 0) (Fb := Rbar_locally p_infty)
    (fun r => / (2 * PI) * around r * (r * exp (- r ^ 2 / 2)))
    (fun r => / (2 * PI) * around r * (r * exp (- r ^ 2 / 2))) m m); [| | exact outer | exact outer].
  - apply (Filter_prod _ _ _ (fun x => x = 0) (fun y => 0 < y)); [easy | now exists 0 |].
    intros x y -> above. simpl. lra.
  - apply (Filter_prod _ _ _ (fun x => x = 0) (fun y => 0 < y)); [easy | now exists 0 |].
    intros x y -> above r [from _]. change (0 <= r) in from. right.
    apply (Rabs_right _ (Rle_ge _ _ (integrand r from))).
Qed.

(** Half a turn of a circle changes no integral around it. *)
Lemma half_turn (h : R -> R) (m : R) :
  (forall t, h (t + 2 * PI) = h t) -> is_RInt h 0 (2 * PI) m -> is_RInt (fun t => h (t + PI)) 0 (2 * PI) m.
Proof.
  intros period whole. pose proof PI_RGT_0.
  assert (all : ex_RInt h 0 (2 * PI)) by now exists m.
  destruct (ex_RInt_Chasles_1 h 0 PI (2 * PI) ltac:(lra) all) as [first has_first].
  destruct (ex_RInt_Chasles_2 h 0 PI (2 * PI) ltac:(lra) all) as [second has_second].
  assert (total : m = first + second).
  { rewrite <- (is_RInt_unique _ _ _ _ whole). apply is_RInt_unique.
    exact (is_RInt_Chasles _ _ _ _ _ _ has_first has_second). }
  assert (next : is_RInt h (2 * PI) (3 * PI) first).
  { apply (is_RInt_ext (fun t => scal 1 (h (1 * t + - (2 * PI))))).
    - intros t _. unfold scal; simpl. unfold mult; simpl. rewrite <- (period (1 * t + - (2 * PI))). rewrite !Rmult_1_l.
      f_equal. ring.
    - apply (is_RInt_comp_lin (V := R_CompleteNormedModule) h 1 (- (2 * PI)) (2 * PI) (3 * PI)).
      replace (1 * (2 * PI) + - (2 * PI)) with 0 by ring. now replace (1 * (3 * PI) + - (2 * PI)) with PI by ring. }
  apply (is_RInt_ext (fun t => scal 1 (h (1 * t + PI)))).
  - intros t _. unfold scal; simpl. unfold mult; simpl. now rewrite !Rmult_1_l.
  - apply (is_RInt_comp_lin (V := R_CompleteNormedModule) h 1 PI 0 (2 * PI)).
    replace (1 * 0 + PI) with PI by ring. replace (1 * (2 * PI) + PI) with (3 * PI) by ring.
    rewrite total, Rplus_comm. exact (is_RInt_Chasles _ _ _ _ _ _ has_second next).
Qed.

Lemma pair_mean_symmetric (g : R -> R -> R) (m : R) :
  normal_pair_mean g m -> normal_pair_mean (fun a b => g (- a) (- b)) m.
Proof.
  intros [around [inner outer]]. exists around. split; [| easy]. intros r radius.
  apply (is_RInt_ext (fun t => g (r * cos (t + PI)) (r * sin (t + PI)))).
  - intros t _. rewrite neg_cos, neg_sin. f_equal; ring.
  - apply (half_turn (fun t => g (r * cos t) (r * sin t))); [| now apply inner].
    intros t. now rewrite cosine_periodic, sine_periodic.
Qed.

(** A continuous function that grows with the square of the radius has a mean. *)
Lemma pair_mean_of_quadratic (g : R -> R -> R) :
  (forall r a b, 0 <= r -> g (r * a) (r * b) = r ^ 2 * g a b) ->
  continuous_everywhere (fun t => g (cos t) (sin t)) -> exists m, normal_pair_mean g m.
Proof.
  intros homogeneous everywhere.
  destruct (continuous_integrable _ 0 (2 * PI) everywhere) as [constant has].
  exists (/ PI * constant). apply uniform_around. intros r radius.
  apply (is_RInt_ext (fun t => r ^ 2 * g (cos t) (sin t))); [intros; now rewrite homogeneous |].
  now apply (is_RInt_scal (fun t => g (cos t) (sin t))).
Qed.

Lemma relu_continuous (f : R -> R) : continuous_everywhere f -> continuous_everywhere (fun t => relu (f t)).
Proof.
  intros everywhere t. apply (continuous_ext (fun t => / 2 * (f t + Rabs (f t)))).
  - intros x. pose proof (relu_sum (f x)). pose proof (relu_difference (f x)). lra.
  - apply (continuous_scal_r (/ 2) (fun t => f t + Rabs (f t))).
    apply (continuous_plus f (fun t => Rabs (f t))); [apply everywhere |].
    apply (continuous_comp f Rabs); [apply everywhere | apply continuous_Rabs].
Qed.

Lemma combination_continuous (u v : R) : continuous_everywhere (fun t => u * cos t + v * sin t).
Proof. intros t. apply (ex_derive_continuous (fun t => u * cos t + v * sin t)). now auto_derive. Qed.

Lemma pair_mean_of_relus (u0 u1 v0 v1 : R) :
  exists m, normal_pair_mean (fun a b => relu (u0 * a + u1 * b) * relu (v0 * a + v1 * b)) m.
Proof.
  apply pair_mean_of_quadratic.
  - intros r a b radius.
    replace (u0 * (r * a) + u1 * (r * b)) with (r * (u0 * a + u1 * b)) by ring.
    replace (v0 * (r * a) + v1 * (r * b)) with (r * (v0 * a + v1 * b)) by ring.
    rewrite !relu_scale by easy. ring.
  - intros t.
    apply (continuous_mult (fun t => relu (u0 * cos t + u1 * sin t)) (fun t => relu (v0 * cos t + v1 * sin t)));
      apply relu_continuous, combination_continuous.
Qed.

(** ** Second moments *)

Lemma moment (g : R -> R -> R) (primitive : R -> R) (constant : R) :
  (forall r a b, g (r * a) (r * b) = r ^ 2 * g a b) ->
  (forall t, is_derive primitive t (g (cos t) (sin t))) ->
  continuous_everywhere (fun t => g (cos t) (sin t)) ->
  primitive (2 * PI) - primitive 0 = constant -> normal_pair_mean g (/ PI * constant).
Proof.
  intros homogeneous derivative everywhere <-. apply uniform_around. intros r radius.
  apply (is_RInt_ext (fun t => r ^ 2 * g (cos t) (sin t))); [intros; now rewrite homogeneous |].
  apply (is_RInt_scal (fun t => g (cos t) (sin t))).
  apply (is_RInt_derive primitive); intros; [apply derivative | apply everywhere].
Qed.

Lemma first_square : normal_pair_mean (fun a _ => a * a) 1.
Proof.
  replace 1 with (/ PI * PI) by (field; apply PI_neq0).
  apply (moment _ (fun t => / 2 * (t + sin t * cos t))).
  - intros. ring.
  - intros t. auto_derive; [easy |]. pose proof (sin2_cos2 t). unfold Rsqr in *. nra.
  - intros t. apply (ex_derive_continuous (fun t => cos t * cos t)). now auto_derive.
  - rewrite sin_2PI, sin_0. field.
Qed.

Lemma second_square : normal_pair_mean (fun _ b => b * b) 1.
Proof.
  replace 1 with (/ PI * PI) by (field; apply PI_neq0).
  apply (moment _ (fun t => / 2 * (t - sin t * cos t))).
  - intros. ring.
  - intros t. auto_derive; [easy |]. pose proof (sin2_cos2 t). unfold Rsqr in *. nra.
  - intros t. apply (ex_derive_continuous (fun t => sin t * sin t)). now auto_derive.
  - rewrite sin_2PI, sin_0. field.
Qed.

Lemma mixed_moment : normal_pair_mean (fun a b => a * b) 0.
Proof.
  replace 0 with (/ PI * 0) by ring.
  apply (moment _ (fun t => / 2 * (sin t * sin t))).
  - intros. ring.
  - intros t. auto_derive; [easy |]. field.
  - intros t. apply (ex_derive_continuous (fun t => cos t * sin t)). now auto_derive.
  - rewrite sin_2PI, sin_0. ring.
Qed.

(** ** The law *)

Lemma normal_is_a_law (d : nat) : (d = 1 \/ d = 2)%nat -> law d normal_mean.
Proof.
  intros few. split; unfold normal_mean.
  - intros f g m same. apply pair_mean_ext. intros. apply same.
  - intros f m n. apply normal_pair_mean_unique.
  - intros a b f g m n. apply pair_mean_linear.
  - intros f m positive. apply pair_mean_nonnegative. intros. apply positive.
  - intros u v. destruct few as [-> | ->].
    + destruct (pair_mean_of_relus (u 0%nat) 0 (v 0%nat) 0) as [m has]. exists m. revert has. apply pair_mean_ext.
      intros a b.
      assert (one : forall w : point, dot 1 w (pair_point a b) = w 0%nat * a + 0 * b)
        by (intros; unfold dot; simpl; ring).
      now rewrite !one.
    + destruct (pair_mean_of_relus (u 0%nat) (u 1%nat) (v 0%nat) (v 1%nat)) as [m has]. exists m. revert has.
      apply pair_mean_ext. intros a b.
      assert (two : forall w : point, dot 2 w (pair_point a b) = w 0%nat * a + w 1%nat * b)
        by (intros; unfold dot; simpl; ring).
      now rewrite !two.
Qed.

Lemma normal_is_symmetric (f : point -> R) (m : R) : normal_mean f m -> normal_mean (fun x => f (fun j => - x j)) m.
Proof.
  intros has. apply (pair_mean_ext (fun a b => f (pair_point (- a) (- b)))).
  - intros a b. f_equal. apply functional_extensionality. intros [| [| j]]; simpl; ring.
  - exact (pair_mean_symmetric (fun a b => f (pair_point a b)) m has).
Qed.

Lemma normal_covariance (i j : nat) : (i < 2)%nat -> (j < 2)%nat ->
  normal_mean (fun x => x i * x j) (if (i =? j)%nat then 1 else 0).
Proof.
  intros i_in j_in. unfold normal_mean.
  assert (i = 0 \/ i = 1)%nat as [-> | ->] by lia; assert (j = 0 \/ j = 1)%nat as [-> | ->] by lia; simpl.
  - exact first_square.
  - exact mixed_moment.
  - apply (pair_mean_ext (fun a b => a * b)); [intros; ring | exact mixed_moment].
  - exact second_square.
Qed.

Theorem normal_law_proved : normal_law.
Proof.
  split; split; try (apply normal_is_a_law; lia); try exact normal_is_symmetric;
    intros i j i_in j_in; apply normal_covariance; lia.
Qed.

Theorem normal_risk_exists_proved : normal_risk_exists.
Proof.
  intros p c few. unfold squared_error. now apply risk_exists, normal_is_a_law.
Qed.

Theorem normal_risk_wrong_covariance_refuted : ~ normal_risk_wrong_covariance.
Proof. intros wrong. pose proof (normal_pair_mean_unique _ _ _ wrong first_square). lra. Qed.
