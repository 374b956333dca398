(** The means of |u.x||v.x| for one or two normal inputs and any unit vectors u and v are psi of their cosine. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched.
From pnn2017 Require Import kernel.normal_pair kernel.normal_law kernel.circle kernel.rotations.
From pnn2017 Require Import kernel.circle_law.
Local Open Scope R_scope.

(** The integrand of two directions, turned by an angle. *)
Lemma product_around (th a : R) : 0 <= th <= PI ->
  is_RInt (fun s => Rabs (cos (s + a) * cos (s + a - th))) 0 (2 * PI) (2 * (sin th + (PI / 2 - th) * cos th)).
Proof.
  intros angle. pose proof PI_RGT_0. set (f := fun s => Rabs (cos s * cos (s - th))).
  assert (on : on_circle f).
  { split.
    - intros s. apply (continuous_comp (fun s => cos s * cos (s - th)) Rabs); [| apply continuous_Rabs].
      apply (ex_derive_continuous (fun s => cos s * cos (s - th))). now auto_derive.
    - intros s. unfold f. replace (s + 2 * PI - th) with (s - th + 2 * PI) by ring. now rewrite !cosine_periodic. }
  assert (total : RInt (fun s => f (s + a)) 0 (2 * PI) = RInt f 0 (2 * PI)).
  { pose proof (circle_rotated_mean a f on) as same. unfold circle_mean in same.
    apply (Rmult_eq_reg_l (/ (2 * PI))); [exact same |]. apply Rinv_neq_0_compat. lra. }
  pose proof (is_RInt_unique f _ _ _ (integral_around th angle)) as value. rewrite value in total. rewrite <- total.
  apply (RInt_correct (V := R_CompleteNormedModule) (fun s => f (s + a))).
  now apply circle_integrable, circle_rotated.
Qed.

(** A unit vector across from another: v = c u + x u', c and x the cosine and the sine of an angle up to sign. *)
Lemma kernel_of_unit_pair (u0 u1 v0 v1 : R) : u0 * u0 + u1 * u1 = 1 -> v0 * v0 + v1 * v1 = 1 ->
  normal_pair_mean (fun a b => Rabs (u0 * a + u1 * b) * Rabs (v0 * a + v1 * b)) (psi (u0 * v0 + u1 * v1)).
Proof.
  intros unit unit'. set (c := u0 * v0 + u1 * v1). set (x := u0 * v1 - u1 * v0).
  assert (circle : c * c + x * x = 1).
  { replace (c * c + x * x) with ((u0 * u0 + u1 * u1) * (v0 * v0 + v1 * v1)) by (unfold c, x; ring).
    rewrite unit, unit'. ring. }
  assert (cosine : -1 <= c <= 1) by nra.
  set (th := acos c). pose proof (acos_bound c) as angle. fold th in angle.
  assert (cos_th : cos th = c) by now apply cos_acos.
  assert (sin_th : sin th * sin th = x * x).
  { pose proof (sin2_cos2 th) as one. unfold Rsqr in one. rewrite cos_th in one. lra. }
  destruct (polar_coordinates u0 u1) as [q [al [q_sign [q_square [u0_polar u1_polar]]]]].
  assert (q = 1) as -> by nra. rewrite Rmult_1_l in u0_polar, u1_polar.
  assert (v_split : v0 = c * u0 - x * u1 /\ v1 = c * u1 + x * u0).
  { unfold c, x. split.
    - transitivity ((u0 * u0 + u1 * u1) * v0); [rewrite unit |]; ring.
    - transitivity ((u0 * u0 + u1 * u1) * v1); [rewrite unit |]; ring. }
  replace (psi c) with (/ PI * (2 * (sin th + (PI / 2 - th) * cos th)))
    by (rewrite <- cos_th, psi_of_cosine by easy; field; apply PI_neq0).
  apply uniform_around. intros r radius.
  assert (turn : exists a, forall s,
    Rabs (cos (s + a) * cos (s + a - th)) = Rabs ((u0 * cos s + u1 * sin s) * (v0 * cos s + v1 * sin s))).
  { assert (first : forall s, u0 * cos s + u1 * sin s = cos (s - al))
      by (intros s; rewrite cos_minus, u0_polar, u1_polar; ring).
    assert (second : forall s, v0 * cos s + v1 * sin s = c * cos (s - al) + x * sin (s - al)).
    { intros s. rewrite cos_minus, sin_minus, (proj1 v_split), (proj2 v_split), u0_polar, u1_polar. ring. }
    assert (x = sin th \/ x = - sin th) as [side | side].
    { destruct (Rmult_integral (x - sin th) (x + sin th)); [| left | right]; lra. }
    - exists (- al). intros s. rewrite first, second, <- cos_th, side. f_equal. unfold Rminus. f_equal.
      replace (s + - al + - th) with (s - al - th) by ring. rewrite (cos_minus (s - al)).
      replace (s + - al) with (s - al) by ring. ring.
    - exists (th - al). intros s. rewrite first, second, <- cos_th, side.
      replace (s + (th - al) - th) with (s - al) by ring. replace (s + (th - al)) with (s - al + th) by ring.
      rewrite (cos_plus (s - al)). f_equal. ring. }
  destruct turn as [a turned].
  apply (is_RInt_ext (fun s => r ^ 2 * Rabs (cos (s + a) * cos (s + a - th)))).
  - intros s _. rewrite turned. rewrite <- (Rabs_right (r ^ 2)) by (apply Rle_ge, pow2_ge_0).
    rewrite <- !Rabs_mult. f_equal. ring.
  - apply (is_RInt_scal (fun s => Rabs (cos (s + a) * cos (s + a - th)))). now apply product_around.
Qed.

Theorem normal_kernel_proved : normal_kernel.
Proof.
  intros p few units r s r_in s_in. pose proof (units r r_in) as unit. pose proof (units s s_in) as unit'.
  unfold cosines in unit, unit'. unfold normal_mean, psi_kernel. destruct few as [one | two].
  - rewrite one in *. set (u := direction p r 0%nat). set (v := direction p s 0%nat).
    assert (each : forall w y : point, dot 1 w y = w 0%nat * y 0%nat) by (intros; unfold dot; simpl; ring).
    rewrite each in *. fold u v in unit, unit' |- *.
    replace (u * v) with (u * v + 0 * 0) by ring.
    apply (pair_mean_ext (fun a b => Rabs (u * a + 0 * b) * Rabs (v * a + 0 * b))).
    + intros a b. rewrite !each. unfold u, v. simpl. do 2 f_equal; ring.
    + apply kernel_of_unit_pair; lra.
  - rewrite two in *. assert (each : forall w y : point, dot 2 w y = w 0%nat * y 0%nat + w 1%nat * y 1%nat)
      by (intros; unfold dot; simpl; ring).
    rewrite each in *.
    apply (pair_mean_ext (fun a b => Rabs (direction p r 0%nat * a + direction p r 1%nat * b) *
      Rabs (direction p s 0%nat * a + direction p s 1%nat * b))).
    + intros a b. now rewrite !each.
    + now apply kernel_of_unit_pair.
Qed.
