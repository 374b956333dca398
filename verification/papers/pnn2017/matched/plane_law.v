(** A law of any number of inputs: the first two uniform on a circle or zero, the others independent of them. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.regions.
From pnn2017 Require Import statements.laws.
From pnn2017 Require Import kernel.bounds kernel.rotations kernel.normal_law landscape.means degree_one.independent_law.
From pnn2017 Require Import matched.circle_integrals.
Local Open Scope R_scope.

Definition radius : R := 2 * sqrt (2 / PI).
Definition circle_input (t : R) (y : point) : point := with_pair (radius * cos t) (radius * sin t) y.

Lemma radius_square : radius * radius = 8 / PI.
Proof.
  unfold radius. replace (2 * sqrt (2 / PI) * (2 * sqrt (2 / PI))) with (4 * (sqrt (2 / PI) * sqrt (2 / PI))) by ring.
  rewrite sqrt_sqrt by (pose proof two_over_pi; lra). field. apply PI_neq0.
Qed.

Lemma radius_nonnegative : 0 <= radius.
Proof. pose proof (sqrt_pos (2 / PI)). unfold radius. lra. Qed.

(** ** Means *)

Lemma plane_mean_of (others : nat) (f : point -> R) (around m : R) :
  is_RInt (fun t => three_points_mean others (fun y => f (circle_input t y))) 0 (2 * PI) around ->
  m = / 8 * around + (1 - PI / 4) * three_points_mean others (fun y => f (with_pair 0 0 y)) -> plane_mean others f m.
Proof. intros has ->. exists around. split; [exact has |]. field. apply PI_neq0. Qed.

(** Of a function of the two inputs that vanishes at 0, times one of the others. *)
Lemma mean_of_plane_function (others : nat) (f : point -> R) (F : R -> R -> R) (g : point -> R) (integral mean : R) :
  (forall a b y, f (with_pair a b y) = F a b * g y) -> F 0 0 = 0 ->
  is_RInt (fun t => F (radius * cos t) (radius * sin t)) 0 (2 * PI) integral ->
  mean = / 8 * integral * three_points_mean others g -> plane_mean others f mean.
Proof.
  intros splits zero has ->.
  assert (factor : forall a b, three_points_mean others (fun y => f (with_pair a b y)) =
    three_points_mean others g * F a b).
  { intros a b. rewrite (independent_ext others _ (fun y => F a b * g y + 0 * g y)) by (intros; rewrite splits; ring).
    rewrite independent_linear. ring. }
  apply (plane_mean_of others f (three_points_mean others g * integral)).
  - apply (scaled_integral _ (fun t => F (radius * cos t) (radius * sin t))); [| exact has]. intros t. apply factor.
  - rewrite factor, zero. ring.
Qed.

(** Of a function of the other inputs alone. *)
Lemma mean_of_the_others (others : nat) (f g : point -> R) :
  (forall a b y, f (with_pair a b y) = g y) -> plane_mean others f (three_points_mean others g).
Proof.
  intros alone.
  assert (same : forall a b, three_points_mean others (fun y => f (with_pair a b y)) = three_points_mean others g)
    by (intros; apply independent_ext; intros; apply alone).
  apply (plane_mean_of others f (2 * PI * three_points_mean others g)).
  - apply (is_RInt_ext (fun _ => three_points_mean others g)); [| apply constant_integral].
    intros t _. symmetry. apply same.
  - rewrite same. field.
Qed.

Lemma three_points_mean_continuous (others : nat) (F : R -> point -> R) :
  (forall y, continuous_everywhere (fun t => F t y)) -> continuous_everywhere (fun t => three_points_mean others (F t)).
Proof.
  revert F. induction others as [| n IH]; intros F each; simpl; [apply each |].
  apply (IH (fun t x => three_points (fun s => F t (with_input x n s)))). intros y t. unfold three_points.
  apply (continuous_plus
    (fun t => / PI * (F t (with_input y n (sqrt (PI / 2))) + F t (with_input y n (- sqrt (PI / 2)))))
    (fun t => (1 - 2 / PI) * F t (with_input y n 0))).
  - apply (continuous_scal_r (/ PI)
      (fun t => F t (with_input y n (sqrt (PI / 2))) + F t (with_input y n (- sqrt (PI / 2))))).
    apply (continuous_plus (fun t => F t (with_input y n (sqrt (PI / 2))))
      (fun t => F t (with_input y n (- sqrt (PI / 2))))); apply each.
  - apply (continuous_scal_r (1 - 2 / PI) (fun t => F t (with_input y n 0))), each.
Qed.

Lemma projection_continuous (d : nat) (u y : point) : continuous_everywhere (fun t => dot d u (circle_input t y)).
Proof.
  induction d as [| d IH]; intros t; unfold dot in *; simpl; [apply continuous_const |].
  apply (continuous_plus (fun t => sum d (fun j => u j * circle_input t y j)) (fun t => u d * circle_input t y d));
    [apply IH |].
  destruct d as [| [| k]]; unfold circle_input; simpl.
  - apply (ex_derive_continuous (fun t => u 0%nat * (radius * cos t))). now auto_derive.
  - apply (ex_derive_continuous (fun t => u 1%nat * (radius * sin t))). now auto_derive.
  - apply continuous_const.
Qed.

Lemma plane_is_a_law (others : nat) : law (S (S others)) (plane_mean others).
Proof.
  pose proof PI_RGT_0. pose proof PI_4. split.
  - intros f g m same [around [has ->]]. exists around. split.
    + revert has. apply is_RInt_ext. intros t _. apply independent_ext. intros. apply same.
    + now rewrite (independent_ext others (fun y => f (with_pair 0 0 y)) (fun y => g (with_pair 0 0 y)))
        by (intros; apply same).
  - intros f m n [around [has ->]] [around' [has' ->]].
    now rewrite <- (is_RInt_unique _ _ _ _ has), (is_RInt_unique _ _ _ _ has').
  - intros a b f g m n [A [A_has ->]] [B [B_has ->]]. exists (a * A + b * B). split.
    + apply (is_RInt_ext (fun t => plus (scal a (three_points_mean others (fun y => f (circle_input t y))))
        (scal b (three_points_mean others (fun y => g (circle_input t y)))))).
      * intros t _. symmetry.
        apply (independent_linear others a b (fun y => f (circle_input t y)) (fun y => g (circle_input t y))).
      * apply (is_RInt_plus (V := R_CompleteNormedModule)); now apply (is_RInt_scal (V := R_CompleteNormedModule)).
    + cbv beta.
      rewrite (independent_linear others a b (fun y => f (with_pair 0 0 y)) (fun y => g (with_pair 0 0 y))). ring.
  - intros f m positive [around [has ->]]. apply Rplus_le_le_0_compat; (apply Rmult_le_pos; [lra |]).
    + apply Rmult_le_pos; [apply Rlt_le, Rinv_0_lt_compat; lra |].
      apply (is_RInt_ge_0 _ 0 (2 * PI) _ ltac:(lra) has). intros. apply independent_nonnegative. intros. apply positive.
    + apply independent_nonnegative. intros. apply positive.
  - intros u v. set (d := S (S others)).
    destruct (continuous_integrable (fun t => three_points_mean others (fun y =>
      relu (dot d u (circle_input t y)) * relu (dot d v (circle_input t y)))) 0 (2 * PI)) as [around has].
    + apply (three_points_mean_continuous others
        (fun t y => relu (dot d u (circle_input t y)) * relu (dot d v (circle_input t y)))). intros y t.
      apply (continuous_mult (fun t => relu (dot d u (circle_input t y))) (fun t => relu (dot d v (circle_input t y))));
        apply relu_continuous, projection_continuous.
    + eexists. exists around. split; [exact has | reflexivity].
Qed.

Lemma opposite_pair (a b : R) (y : point) : (fun j => - with_pair a b y j) = with_pair (- a) (- b) (fun j => - y j).
Proof. apply functional_extensionality. now intros [| [| j]]. Qed.

Lemma plane_is_symmetric (others : nat) (f : point -> R) (m : R) :
  plane_mean others f m -> plane_mean others (fun x => f (fun j => - x j)) m.
Proof.
  assert (turned : forall a b, three_points_mean others (fun y => f (fun j => - with_pair a b y j)) =
    three_points_mean others (fun y => f (with_pair (- a) (- b) y))).
  { intros a b. rewrite <- (independent_symmetric others (fun y => f (with_pair (- a) (- b) y))).
    apply independent_ext. intros y. now rewrite opposite_pair. }
  intros [around [has ->]]. exists around. split.
  - apply (is_RInt_ext (fun t => three_points_mean others (fun y => f (circle_input (t + PI) y)))).
    + intros t _. cbv beta. rewrite turned. apply independent_ext. intros y. unfold circle_input, radius.
      rewrite neg_cos, neg_sin. do 2 f_equal; ring.
    + apply (half_turn (fun t => three_points_mean others (fun y => f (circle_input t y)))); [| exact has].
      intros t. apply independent_ext. intros y. unfold circle_input. now rewrite cosine_periodic, sine_periodic.
  - cbv beta. rewrite turned, Ropp_0. reflexivity.
Qed.

Lemma plane_moment (others : nat) (F : R -> R -> R) (f : point -> R) (primitive : R -> R) (integral : R) :
  (forall a b y, f (with_pair a b y) = F a b) -> (forall r a b, F (r * a) (r * b) = r * r * F a b) ->
  (forall t, is_derive primitive t (F (cos t) (sin t))) -> continuous_everywhere (fun t => F (cos t) (sin t)) ->
  primitive (2 * PI) - primitive 0 = integral -> plane_mean others f (/ PI * integral).
Proof.
  intros alone homogeneous derivative everywhere value.
  apply (mean_of_plane_function others f F (fun _ => 1) (radius * radius * integral)).
  - intros. rewrite alone. ring.
  - replace 0 with (0 * 1) by ring. rewrite homogeneous. ring.
  - apply (scaled_integral (radius * radius) (fun t => F (cos t) (sin t))); [intros; apply homogeneous |].
    now apply (integral_of_primitive _ primitive).
  - rewrite independent_constant, radius_square. field. apply PI_neq0.
Qed.

Lemma ordered_covariance (others i j : nat) : (i <= j)%nat -> (j < S (S others))%nat ->
  plane_mean others (fun x => x i * x j) (if (i =? j)%nat then 1 else 0).
Proof.
  intros ordered j_in. pose proof PI_neq0.
  destruct i as [| [| i]], j as [| [| j]]; try lia; cbn [Nat.eqb].
  - replace 1 with (/ PI * PI) by (field; easy).
    apply (plane_moment others (fun a _ => a * a) _ (fun t => / 2 * (t + sin t * cos t))); try (intros; simpl; ring).
    + intros t. auto_derive; [easy |]. pose proof (sin2_cos2 t). unfold Rsqr in *. nra.
    + intros t. apply (ex_derive_continuous (fun t => cos t * cos t)). now auto_derive.
    + rewrite sin_2PI, sin_0. field.
  - replace 0 with (/ PI * 0) by ring.
    apply (plane_moment others (fun a b => a * b) _ (fun t => / 2 * (sin t * sin t))); try (intros; simpl; ring).
    + intros t. auto_derive; [easy |]. field.
    + intros t. apply (ex_derive_continuous (fun t => cos t * sin t)). now auto_derive.
    + rewrite sin_2PI, sin_0. ring.
  - apply (mean_of_plane_function others _ (fun a _ => a) (fun y => y j) (radius * 0)); try (intros; simpl; ring).
    apply (scaled_integral radius cos); [easy |].
    apply (integral_of_primitive cos sin); [intros t; auto_derive; [easy | ring] | |].
    + intros t. apply (ex_derive_continuous cos). now auto_derive.
    + rewrite sin_2PI, sin_0. ring.
  - replace 1 with (/ PI * PI) by (field; easy).
    apply (plane_moment others (fun _ b => b * b) _ (fun t => / 2 * (t - sin t * cos t))); try (intros; simpl; ring).
    + intros t. auto_derive; [easy |]. pose proof (sin2_cos2 t). unfold Rsqr in *. nra.
    + intros t. apply (ex_derive_continuous (fun t => sin t * sin t)). now auto_derive.
    + rewrite sin_2PI, sin_0. field.
  - apply (mean_of_plane_function others _ (fun _ b => b) (fun y => y j) (radius * 0)); try (intros; simpl; ring).
    apply (scaled_integral radius sin); [easy |]. apply (integral_of_primitive sin (fun t => - cos t)).
    + intros t. auto_derive; [easy | ring].
    + intros t. apply (ex_derive_continuous sin). now auto_derive.
    + rewrite cos_2PI, cos_0. ring.
  - replace (if (i =? j)%nat then 1 else 0) with (three_points_mean others (fun y => y i * y j)).
    + now apply mean_of_the_others.
    + rewrite (mean_of_product others i j (fun t => t) 1 ltac:(lia) ltac:(lia) second_moment), first_moment.
      destruct (i =? j)%nat; ring.
Qed.

Lemma plane_is_standard (others : nat) : standard_law (S (S others)) (plane_mean others).
Proof.
  split; [apply plane_is_a_law | apply plane_is_symmetric |]. intros i j i_in j_in.
  destruct (Nat.le_ge_cases i j) as [ordered | ordered]; [now apply ordered_covariance |]. rewrite Nat.eqb_sym.
  apply (mean_ext _ _ (plane_is_a_law others) (fun x => x j * x i)); [intros; ring | now apply ordered_covariance].
Qed.
