(** Integrals of sizes and of their products around a circle: those of a law on the plane. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import statements.kernel statements.matched kernel.psi kernel.bounds.
From pnn2017 Require Import kernel.circle kernel.rotations kernel.normal_pair kernel.normal_law kernel.normal_kernel.
Local Open Scope R_scope.

Lemma scaled_integral (c : R) (f g : R -> R) (m : R) : (forall t, g t = c * f t) ->
  is_RInt f 0 (2 * PI) m -> is_RInt g 0 (2 * PI) (c * m).
Proof.
  intros same has. apply (is_RInt_ext (fun t => scal c (f t))); [intros t _; now rewrite same |].
  now apply (is_RInt_scal f).
Qed.

Lemma constant_integral (c : R) : is_RInt (fun _ => c) 0 (2 * PI) (2 * PI * c).
Proof. evar_last; [apply is_RInt_const |]. unfold scal; simpl. unfold mult; simpl. ring. Qed.

Lemma integral_of_primitive (f primitive : R -> R) (m : R) : (forall t, is_derive primitive t (f t)) ->
  continuous_everywhere f -> primitive (2 * PI) - primitive 0 = m -> is_RInt f 0 (2 * PI) m.
Proof.
  intros derivative everywhere <-. apply (is_RInt_derive primitive); intros; [apply derivative | apply everywhere].
Qed.

(** The kernel of unit vectors in the plane, from that of the normal pair. *)
Lemma product_integral (u0 u1 v0 v1 : R) : u0 * u0 + u1 * u1 = 1 -> v0 * v0 + v1 * v1 = 1 ->
  is_RInt (fun t => Rabs (u0 * cos t + u1 * sin t) * Rabs (v0 * cos t + v1 * sin t)) 0 (2 * PI)
    (PI * psi (u0 * v0 + u1 * v1)).
Proof.
  intros unit unit'.
  assert (each : forall w0 w1, continuous_everywhere (fun t => Rabs (w0 * cos t + w1 * sin t))).
  { intros w0 w1 t. apply (continuous_comp (fun t => w0 * cos t + w1 * sin t) Rabs); [| apply continuous_Rabs].
    apply combination_continuous. }
  assert (some : exists m : R,
    is_RInt (fun t => Rabs (u0 * cos t + u1 * sin t) * Rabs (v0 * cos t + v1 * sin t)) 0 (2 * PI) m).
  { apply continuous_integrable. intros t.
    apply (continuous_mult (fun t => Rabs (u0 * cos t + u1 * sin t)) (fun t => Rabs (v0 * cos t + v1 * sin t)));
      apply each. }
  destruct some as [m has].
  replace (PI * psi (u0 * v0 + u1 * v1)) with m; [exact has |].
  assert (same : / PI * m = psi (u0 * v0 + u1 * v1)).
  { apply (normal_pair_mean_unique (fun a b => Rabs (u0 * a + u1 * b) * Rabs (v0 * a + v1 * b)));
      [| now apply kernel_of_unit_pair].
    apply uniform_around. intros r r_sign.
    apply (scaled_integral (r ^ 2) (fun t => Rabs (u0 * cos t + u1 * sin t) * Rabs (v0 * cos t + v1 * sin t)));
      [| exact has]. intros t.
    replace (u0 * (r * cos t) + u1 * (r * sin t)) with (r * (u0 * cos t + u1 * sin t)) by ring.
    replace (v0 * (r * cos t) + v1 * (r * sin t)) with (r * (v0 * cos t + v1 * sin t)) by ring.
    rewrite !Rabs_mult, (Rabs_right r) by lra. ring. }
  rewrite <- same. field. apply PI_neq0.
Qed.

Lemma absolute_cosine : is_RInt (fun t => Rabs (cos t)) (- (PI / 2)) (- (PI / 2) + 2 * PI) 4.
Proof.
  pose proof PI_RGT_0. replace 4 with (plus 2 2) by (unfold plus; simpl; ring).
  apply (is_RInt_Chasles (fun t => Rabs (cos t)) _ (PI / 2)).
  - apply (is_RInt_ext cos).
    + intros t. rewrite Rmin_left, Rmax_right by lra. intros inside. rewrite Rabs_right; [easy |].
      apply Rle_ge, cos_ge_0; lra.
    + evar_last; [apply (is_RInt_derive sin cos) |].
      * intros. auto_derive; [easy | ring].
      * intros. apply (ex_derive_continuous cos). now auto_derive.
      * rewrite sin_neg, sin_PI2. unfold minus, plus, opp; simpl. ring.
  - apply (is_RInt_ext (fun t => - cos t)).
    + intros t. rewrite Rmin_left, Rmax_right by lra. intros inside. rewrite Rabs_left1; [easy |].
      apply cos_le_0; lra.
    + evar_last; [apply (is_RInt_derive (fun t => - sin t) (fun t => - cos t)) |].
      * intros. auto_derive; [easy | ring].
      * intros. apply (ex_derive_continuous (fun t => - cos t)). now auto_derive.
      * replace (- (PI / 2) + 2 * PI) with (PI / 2 + PI) by field. rewrite neg_sin, sin_PI2.
        unfold minus, plus, opp; simpl. ring.
Qed.

Lemma size_integral (u0 u1 : R) : u0 * u0 + u1 * u1 = 1 ->
  is_RInt (fun t => Rabs (u0 * cos t + u1 * sin t)) 0 (2 * PI) 4.
Proof.
  intros unit. destruct (polar_coordinates u0 u1) as [q [al [q_sign [q_square [u0_polar u1_polar]]]]].
  assert (q = 1) as -> by nra. rewrite Rmult_1_l in u0_polar, u1_polar.
  assert (shifted : forall t, Rabs (u0 * cos t + u1 * sin t) = Rabs (cos (t - al)))
    by (intros t; rewrite cos_minus, u0_polar, u1_polar; f_equal; ring).
  assert (everywhere : continuous_everywhere (fun t => Rabs (u0 * cos t + u1 * sin t))).
  { intros t. apply (continuous_comp (fun t => u0 * cos t + u1 * sin t) Rabs); [| apply continuous_Rabs].
    apply combination_continuous. }
  assert (period : periodic (fun t => Rabs (u0 * cos t + u1 * sin t)))
    by (intros t; now rewrite cosine_periodic, sine_periodic).
  replace 4 with (RInt (fun t => Rabs (u0 * cos t + u1 * sin t)) 0 (2 * PI));
    [now apply (RInt_correct (V := R_CompleteNormedModule)), continuous_integrable |].
  rewrite <- (period_shifted _ (al - PI / 2) everywhere period). apply is_RInt_unique.
  apply (is_RInt_ext (fun t => scal 1 (Rabs (cos (1 * t + - al))))).
  - intros t _. rewrite shifted. unfold scal; simpl. unfold mult; simpl. rewrite !Rmult_1_l. reflexivity.
  - apply (is_RInt_comp_lin (V := R_CompleteNormedModule) (fun t => Rabs (cos t)) 1 (- al)).
    replace (1 * (al - PI / 2) + - al) with (- (PI / 2)) by ring.
    replace (1 * (al - PI / 2 + 2 * PI) + - al) with (- (PI / 2) + 2 * PI) by ring. exact absolute_cosine.
Qed.
