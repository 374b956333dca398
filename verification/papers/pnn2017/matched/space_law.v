(** A law of three inputs under which the lines of the counterexamples in space have psi for their kernel: the circle of
    radius sqrt 2 in the plane, and across it, independently, sqrt 2 and its opposite with the chance 1/4 each, else 0. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.psi kernel.circle kernel.normal_pair kernel.rotations kernel.circle_law.
From pnn2017 Require Import kernel.normal_law landscape.means.
Local Open Scope R_scope.

Definition root : R := sqrt 2.
Ltac real_equation := match goal with |- @eq _ ?u ?v => change (@eq R u v) end.

Lemma root_square : root * root = 2.
Proof. apply sqrt_sqrt. lra. Qed.
Lemma root_positive : 0 < root.
Proof. apply sqrt_lt_R0. lra. Qed.

Definition space_point (t z : R) : point := fun j =>
  match j with O => root * cos t | S O => root * sin t | S (S O) => z | _ => 0 end.
Definition over_heights (f : R -> R) : R := / 4 * f root + / 4 * f (- root) + / 2 * f 0.
Definition around_space (f : point -> R) (t : R) : R := over_heights (fun z => f (space_point t z)).
Definition space_mean : functional := fun f m => is_RInt (around_space f) 0 (2 * PI) (2 * PI * m).

Lemma space_by_integral (f : point -> R) (g : R -> R) (m integral : R) :
  (forall t, around_space f t = g t) -> is_RInt g 0 (2 * PI) integral -> integral = 2 * PI * m -> space_mean f m.
Proof.
  intros same has ->. unfold space_mean. apply (is_RInt_ext g); [| exact has]. intros t _. symmetry. apply same.
Qed.

Lemma dot_in_space (u : point) (t z : R) :
  dot 3 u (space_point t z) = root * u 0%nat * cos t + root * u 1%nat * sin t + u 2%nat * z.
Proof. unfold dot. simpl. ring. Qed.

Lemma relus_integrable (u v : point) :
  exists m, space_mean (fun x => relu (dot 3 u x) * relu (dot 3 v x)) m.
Proof.
  assert (side : forall w z, continuous_everywhere (fun t => relu (dot 3 w (space_point t z)))).
  { intros w z. apply relu_continuous. intros t.
    apply (continuous_ext (fun t => root * w 0%nat * cos t + root * w 1%nat * sin t + w 2%nat * z));
      [intros; now rewrite dot_in_space |].
    apply (continuous_plus (fun t => root * w 0%nat * cos t + root * w 1%nat * sin t) (fun _ => w 2%nat * z));
      [apply combination_continuous | apply continuous_const]. }
  assert (whole : forall y : R, y = 2 * PI * (y / (2 * PI))) by (intros; field; apply PI_neq0).
  set (both := fun z t => relu (dot 3 u (space_point t z)) * relu (dot 3 v (space_point t z))).
  assert (part : forall a z, continuous_everywhere (fun t => a * both z t)).
  { intros a z t. apply (continuous_scal_r a (both z)). unfold both.
    apply (continuous_mult (fun t => relu (dot 3 u (space_point t z))) (fun t => relu (dot 3 v (space_point t z))));
      apply side. }
  destruct (continuous_integrable (around_space (fun x => relu (dot 3 u x) * relu (dot 3 v x))) 0 (2 * PI)) as [m has].
  - intros t. apply (continuous_plus (fun t => / 4 * both root t + / 4 * both (- root) t) (fun t => / 2 * both 0 t));
      [| apply part].
    apply (continuous_plus (fun t => / 4 * both root t) (fun t => / 4 * both (- root) t)); apply part.
  - exists (m / (2 * PI)). apply (space_by_integral _ _ _ m (fun _ => eq_refl) has). apply whole.
Qed.

Lemma space_is_a_law : law 3 space_mean.
Proof.
  pose proof PI_RGT_0. split.
  - intros f g m same has. apply (space_by_integral g _ m (2 * PI * m)) with (2 := has); [| easy].
    intros t. unfold around_space, over_heights. now rewrite !same.
  - intros f m n first second. apply (Rmult_eq_reg_l (2 * PI)); [| lra].
    now rewrite <- (is_RInt_unique _ _ _ _ first), <- (is_RInt_unique _ _ _ _ second).
  - intros a b f g m n f_mean g_mean.
    apply (space_by_integral _ (fun t => plus (scal a (around_space f t)) (scal b (around_space g t))) _
      (plus (scal a (2 * PI * m)) (scal b (2 * PI * n)))).
    + intros t. unfold around_space, over_heights, plus, scal; simpl. unfold mult; simpl. ring.
    + apply (is_RInt_plus (V := R_CompleteNormedModule)); now apply (is_RInt_scal (V := R_CompleteNormedModule)).
    + unfold plus, scal; simpl. unfold mult; simpl. ring.
  - intros f m positive has. apply (Rmult_le_reg_l (2 * PI)); [lra |]. rewrite Rmult_0_r.
    apply (is_RInt_ge_0 _ 0 (2 * PI) _ ltac:(lra) has). intros t _. unfold around_space, over_heights.
    pose proof (positive (space_point t root)). pose proof (positive (space_point t (- root))).
    pose proof (positive (space_point t 0)). lra.
  - apply relus_integrable.
Qed.

(** ** Symmetry and covariance *)

Lemma opposite_point (t z : R) : (fun j => - space_point t z j) = space_point (t + PI) (- z).
Proof. apply functional_extensionality. intros [| [| [| j]]]; simpl; rewrite ?neg_cos, ?neg_sin; ring. Qed.

Lemma turned_point (t z : R) : space_point (t + 2 * PI) z = space_point t z.
Proof.
  apply functional_extensionality. intros [| [| [| j]]]; simpl; now rewrite ?cosine_periodic, ?sine_periodic.
Qed.

Lemma space_is_symmetric (f : point -> R) (m : R) : space_mean f m -> space_mean (fun x => f (fun j => - x j)) m.
Proof.
  intros has. apply (space_by_integral _ (fun t => around_space f (t + PI)) _ (2 * PI * m)); [| | easy].
  - intros t. unfold around_space, over_heights. rewrite !opposite_point, Ropp_involutive, Ropp_0. ring.
  - apply half_turn; [| exact has]. intros t. unfold around_space, over_heights. now rewrite !turned_point.
Qed.

Lemma space_by_primitive (f : point -> R) (g primitive : R -> R) (m : R) :
  (forall t, around_space f t = g t) -> (forall t, is_derive primitive t (g t)) -> continuous_everywhere g ->
  primitive (2 * PI) - primitive 0 = 2 * PI * m -> space_mean f m.
Proof.
  intros same derivative everywhere total. apply (space_by_integral f g m _ same) with (2 := total).
  apply (is_RInt_derive primitive); intros; [apply derivative | apply everywhere].
Qed.

Lemma space_constant (f : point -> R) (m : R) : (forall t, around_space f t = m) -> space_mean f m.
Proof.
  intros same. apply (space_by_integral f (fun _ => m) m (scal (2 * PI - 0) m) same).
  - apply (is_RInt_const (V := R_CompleteNormedModule)).
  - unfold scal; simpl. unfold mult; simpl. ring.
Qed.

Lemma space_covariance (i j : nat) : (i < 3)%nat -> (j < 3)%nat ->
  space_mean (fun x => x i * x j) (if (i =? j)%nat then 1 else 0).
Proof.
  intros i_in j_in. pose proof root_square as square.
  assert (both : forall (g : R -> R) t, (forall u, g u = root * cos u * (root * sin u)) ->
    is_derive (fun t => sin t * sin t) t (g t)).
  { intros g t same. rewrite same. auto_derive; [easy |].
    transitivity (root * root * (cos t * sin t)); [rewrite square | idtac]; ring. }
  assert (i = 0 \/ i = 1 \/ i = 2)%nat as [-> | [-> | ->]] by lia;
    assert (j = 0 \/ j = 1 \/ j = 2)%nat as [-> | [-> | ->]] by lia; simpl;
    try (apply space_constant; intros t; unfold around_space, over_heights, space_point;
         first [field | transitivity (root * root * / 2); [field | rewrite square; field]]).
  - apply (space_by_primitive _ (fun t => root * cos t * (root * cos t)) (fun t => t + sin t * cos t)).
    + intros t. unfold around_space, over_heights, space_point. field.
    + intros t. auto_derive; [easy |]. replace (root * cos t * (root * cos t)) with (root * root * (cos t * cos t)) by ring.
      rewrite square. pose proof (sin2_cos2 t). unfold Rsqr in *. lra.
    + intros t. apply (ex_derive_continuous (fun t => root * cos t * (root * cos t))). now auto_derive.
    + rewrite sin_2PI, sin_0. ring.
  - apply (space_by_primitive _ (fun t => root * cos t * (root * sin t)) (fun t => sin t * sin t)).
    + intros t. unfold around_space, over_heights, space_point. field.
    + intros t. now apply (both (fun t => root * cos t * (root * sin t))).
    + intros t. apply (ex_derive_continuous (fun t => root * cos t * (root * sin t))). now auto_derive.
    + rewrite sin_2PI, sin_0. ring.
  - apply (space_by_primitive _ (fun t => root * sin t * (root * cos t)) (fun t => sin t * sin t)).
    + intros t. unfold around_space, over_heights, space_point. field.
    + intros t. apply (both (fun t => root * sin t * (root * cos t))). intros. ring.
    + intros t. apply (ex_derive_continuous (fun t => root * sin t * (root * cos t))). now auto_derive.
    + rewrite sin_2PI, sin_0. ring.
  - apply (space_by_primitive _ (fun t => root * sin t * (root * sin t)) (fun t => t - sin t * cos t)).
    + intros t. unfold around_space, over_heights, space_point. field.
    + intros t. auto_derive; [easy |]. replace (root * sin t * (root * sin t)) with (root * root * (sin t * sin t)) by ring.
      rewrite square. pose proof (sin2_cos2 t). unfold Rsqr in *. lra.
    + intros t. apply (ex_derive_continuous (fun t => root * sin t * (root * sin t))). now auto_derive.
    + rewrite sin_2PI, sin_0. ring.
Qed.

Lemma space_is_standard : standard_law 3 space_mean.
Proof. split; [exact space_is_a_law | exact space_is_symmetric | exact space_covariance]. Qed.

(** ** The kernel of the five lines *)

(** A line of the plane by its angle. *)
Definition angle (r : nat) : R := match r with 0%nat => 0 | 1%nat => PI / 2 | 2%nat => acos (3 / 5) | _ => acos (5 / 13) end.

Lemma angle_bounds (r : nat) : 0 <= angle r <= PI.
Proof.
  pose proof PI_RGT_0. unfold angle. destruct r as [| [| [| r]]]; try lra; apply acos_bound.
Qed.

Lemma planar_direction (r : nat) : (r < 5)%nat -> r <> 3%nat ->
  five_lines r 0%nat = cos (angle r) /\ five_lines r 1%nat = sin (angle r) /\ five_lines r 2%nat = 0.
Proof.
  assert (of_acos : forall a b, 0 <= a <= 1 -> 0 <= b -> a * a + b * b = 1 -> cos (acos a) = a /\ sin (acos a) = b).
  { intros a b bounds positive unit. rewrite cos_acos, sin_acos by lra. split; [easy |].
    replace (1 - Rsqr a) with (b ^ 2) by (unfold Rsqr; lra). now apply sqrt_pow2. }
  destruct (of_acos (3 / 5) (4 / 5) ltac:(lra) ltac:(lra) ltac:(lra)).
  destruct (of_acos (5 / 13) (12 / 13) ltac:(lra) ltac:(lra) ltac:(lra)).
  intros inside other.
  assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 4)%nat as [-> | [-> | [-> | ->]]] by lia; simpl;
    rewrite ?cos_0, ?sin_0, ?cos_PI2, ?sin_PI2; easy.
Qed.

Lemma planar_dot (r : nat) (t z : R) : (r < 5)%nat -> r <> 3%nat ->
  dot 3 (five_lines r) (space_point t z) = root * cos (t - angle r).
Proof.
  intros inside other. rewrite dot_in_space. destruct (planar_direction r inside other) as [-> [-> ->]].
  rewrite cos_minus. ring.
Qed.

Lemma across_dot (t z : R) : dot 3 (five_lines 3) (space_point t z) = z.
Proof. rewrite dot_in_space. simpl. ring. Qed.

Lemma turned_back (f : R -> R) (a m : R) : on_circle f -> is_RInt f 0 (2 * PI) m -> is_RInt (fun t => f (t - a)) 0 (2 * PI) m.
Proof.
  intros on has. pose proof PI_RGT_0.
  pose proof (circle_integrable _ (circle_rotated (- a) f on)) as integrable.
  pose proof (circle_rotated_mean (- a) f on) as same. unfold circle_mean in same.
  apply Rmult_eq_reg_l in same; [| apply Rinv_neq_0_compat; lra].
  rewrite (is_RInt_unique _ _ _ _ has) in same. rewrite <- same. exact (RInt_correct (V := R_CompleteNormedModule) _ _ _ integrable).
Qed.

Lemma planar_kernel (a b : R) : 0 <= b - a <= PI ->
  is_RInt (fun t => Rabs (root * cos (t - a)) * Rabs (root * cos (t - b))) 0 (2 * PI) (2 * PI * psi (cos (b - a))).
Proof.
  intros bounds. rewrite psi_of_cosine by easy.
  set (total := 2 * (sin (b - a) + (PI / 2 - (b - a)) * cos (b - a))).
  replace (2 * PI * (2 / PI * (sin (b - a) + (PI / 2 - (b - a)) * cos (b - a)))) with (scal 2 total)
    by (unfold scal, total; simpl; unfold mult; simpl; field; apply PI_neq0).
  apply (is_RInt_ext (fun t => scal 2 (around (b - a) (t - a)))).
  - intros t _. unfold around, scal; simpl. unfold mult; simpl. replace (t - a - (b - a)) with (t - b) by ring.
    real_equation.
    rewrite !Rabs_mult. rewrite (Rabs_right root) by (apply Rle_ge, Rlt_le, root_positive).
    transitivity (root * root * (Rabs (cos (t - a)) * Rabs (cos (t - b)))); [now rewrite root_square | ring].
  - apply (is_RInt_scal (V := R_CompleteNormedModule)). apply (turned_back (around (b - a)));
      [split; [exact (around_continuous _) | exact (around_periodic _)] | now apply integral_around].
Qed.

Lemma size_of_cosine : is_RInt (fun t => Rabs (cos t)) 0 (2 * PI) 4.
Proof.
  pose proof PI_RGT_0.
  assert (piece : forall a b s, a <= b -> s = 1 \/ s = -1 -> (forall t, a < t < b -> 0 <= s * cos t) ->
    is_RInt (fun t => Rabs (cos t)) a b (s * sin b - s * sin a)).
  { intros a b s ordered unit sign. apply (is_RInt_ext (fun t => s * cos t)).
    - intros t. rewrite Rmin_left, Rmax_right by lra. intros inside. specialize (sign t inside).
      destruct unit; subst; [rewrite Rabs_right | rewrite Rabs_left1]; lra.
    - apply (is_RInt_derive (fun t => s * sin t)); intros t _; [auto_derive; [easy | ring] |].
      apply (ex_derive_continuous (fun t => s * cos t)). now auto_derive. }
  evar_last.
  - eapply is_RInt_Chasles; [apply (piece 0 (PI / 2) 1) |
      eapply is_RInt_Chasles; [apply (piece (PI / 2) (3 * (PI / 2)) (-1)) | apply (piece (3 * (PI / 2)) (2 * PI) 1)]];
      try lra; intros t inside.
    + pose proof (cos_right t). lra.
    + pose proof (cos_left t). lra.
    + pose proof (cos_right_next t). lra.
  - unfold plus; simpl. rewrite sin_0, sin_PI2, sin_3PI2, sin_2PI. ring.
Qed.

Lemma across_kernel (a : R) :
  is_RInt (fun t => Rabs (cos (t - a))) 0 (2 * PI) (2 * PI * psi 0).
Proof.
  rewrite psi_at_zero. replace (2 * PI * (2 / PI)) with 4 by (field; apply PI_neq0).
  apply (turned_back (fun t => Rabs (cos t))); [| exact size_of_cosine]. split.
  - intros t. apply (continuous_comp cos Rabs); [| apply continuous_Rabs].
    apply (ex_derive_continuous cos). now auto_derive.
  - intros t. now rewrite cosine_periodic.
Qed.

Definition pair_of_lines (r s : nat) (x : point) : R :=
  Rabs (dot 3 (five_lines r) x) * Rabs (dot 3 (five_lines s) x).

Lemma pair_planar (r s : nat) : (r < 5)%nat -> (s < 5)%nat -> r <> 3%nat -> s <> 3%nat -> angle r <= angle s ->
  space_mean (pair_of_lines r s) (psi (dot 3 (five_lines r) (five_lines s))).
Proof.
  intros r_in s_in r_planar s_planar ordered. pose proof (angle_bounds r). pose proof (angle_bounds s).
  apply (space_by_integral _ _ _ (2 * PI * psi (cos (angle s - angle r)))) with
    (2 := planar_kernel (angle r) (angle s) ltac:(lra)).
  - intros t. unfold around_space, over_heights, pair_of_lines. rewrite !planar_dot by easy. field.
  - do 2 f_equal. unfold dot. simpl. destruct (planar_direction r r_in r_planar) as [-> [-> ->]].
    destruct (planar_direction s s_in s_planar) as [-> [-> ->]]. rewrite cos_minus. ring.
Qed.

Lemma pair_across (r : nat) : (r < 5)%nat -> r <> 3%nat ->
  space_mean (pair_of_lines r 3) (psi (dot 3 (five_lines r) (five_lines 3))).
Proof.
  intros r_in planar. pose proof root_square. pose proof root_positive.
  apply (space_by_integral _ _ _ (2 * PI * psi 0)) with (2 := across_kernel (angle r)).
  - intros t. unfold around_space, over_heights, pair_of_lines. rewrite !across_dot, !planar_dot by easy.
    rewrite Rabs_Ropp, Rabs_R0, Rabs_mult, (Rabs_right root) by lra.
    transitivity (root * root * / 2 * Rabs (cos (t - angle r))); [field | rewrite root_square; field].
  - do 2 f_equal. unfold dot. simpl. destruct (planar_direction r r_in planar) as [_ [_ ->]]. ring.
Qed.

Lemma pair_upright : space_mean (pair_of_lines 3 3) (psi (dot 3 (five_lines 3) (five_lines 3))).
Proof.
  replace (dot 3 (five_lines 3) (five_lines 3)) with 1 by (unfold dot; simpl; ring). rewrite psi_at_one.
  apply space_constant. intros t. pose proof root_square. pose proof root_positive.
  unfold around_space, over_heights, pair_of_lines. rewrite !across_dot, Rabs_Ropp, Rabs_R0, (Rabs_right root) by lra. lra.
Qed.

Lemma pairs_swapped (r s : nat) : space_mean (pair_of_lines r s) (psi (dot 3 (five_lines r) (five_lines s))) ->
  space_mean (pair_of_lines s r) (psi (dot 3 (five_lines s) (five_lines r))).
Proof.
  rewrite (dot_comm 3 (five_lines s)). apply (mean_ext _ _ space_is_a_law). intros x. apply Rmult_comm.
Qed.

Lemma space_kernel (r s : nat) : (r < 5)%nat -> (s < 5)%nat ->
  space_mean (pair_of_lines r s) (psi (dot 3 (five_lines r) (five_lines s))).
Proof.
  intros r_in s_in. destruct (Nat.eq_dec r 3) as [-> | r_planar], (Nat.eq_dec s 3) as [-> | s_planar].
  - exact pair_upright.
  - now apply pairs_swapped, pair_across.
  - now apply pair_across.
  - destruct (Rle_or_lt (angle r) (angle s)); [now apply pair_planar |].
    apply pairs_swapped, pair_planar; try easy. lra.
Qed.

Theorem in_space_instance_proved : in_space_instance.
Proof. exists space_mean. split; [exact space_is_standard |]. intros r s r_in s_in. now apply space_kernel. Qed.
