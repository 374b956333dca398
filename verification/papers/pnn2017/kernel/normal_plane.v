(** Two normal inputs, one after the other: a turn of their plane changes no mean of a function that grows at most
    quadratically, with slopes that grow at most linearly. *)
From Coq Require Import Reals Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import statements.networks kernel.line_integrals kernel.over_line kernel.gaussian_integral
  kernel.normal_input kernel.fubini kernel.plane_turns.
Local Open Scope R_scope.

(** Its slopes grow no faster than its arguments. *)
Definition slow_pair (C : R) (f : R -> R -> R) : Prop := forall x y x' y', Rabs (f x y - f x' y') <=
  C * (1 + Rabs x + Rabs y + Rabs x' + Rabs y') * (Rabs (x - x') + Rabs (y - y')).
(** The mean over the second input, then over the first. *)
Definition plane_iterated (f : R -> R -> R) (m : R) : Prop :=
  exists inner, (forall x, normal_input_mean (fun y => f x y) (inner x)) /\ normal_input_mean inner m.
Definition weighted (f : R -> R -> R) : R -> R -> R := fun x y => density x * (f x y * density y).

(** The iterated means of f are the iterated integrals of f times the densities. *)
Lemma iterated_over_plane (f : R -> R -> R) (m : R) :
  decaying (weighted f) -> plane_iterated f m <-> over_plane (weighted f) = m.
Proof.
  intros [K decay]. pose proof (fun x => over_line_correct _ _ (section_falls K _ decay x)) as lines. split.
  - intros [inner [first second]]. apply over_line_unique. revert second. apply integral_ext. intros x.
    rewrite Rmult_comm. symmetry. exact (over_line_unique _ _ (integral_scale (density x) _ _ (first x))).
  - intros <-. exists (fun x => / density x * over_line (weighted f x)). split.
    + intros x. apply (integral_ext (fun y => / density x * weighted f x y)).
      * intros y. unfold weighted. pose proof (density_positive x). field. lra.
      * now apply integral_scale.
    + apply (integral_ext (fun x => over_line (weighted f x))).
      * intros x. pose proof (density_positive x). field. lra.
      * exact (over_line_correct _ _ (lines_fall K _ decay)).
Qed.

Lemma slow_pair_continuous (C : R) (f : R -> R -> R) : 0 <= C -> slow_pair C f -> continuous_on_plane f.
Proof.
  intros sign slow x y eps. pose proof (cond_pos eps). pose proof (Rabs_pos x). pose proof (Rabs_pos y).
  set (M := C * (3 + 2 * Rabs x + 2 * Rabs y)). assert (0 <= M) by (apply Rmult_le_pos; lra).
  assert (0 < Rmin 1 (eps / (2 * (M + 1)))) as positive by (apply Rmin_pos; [| apply Rdiv_lt_0_compat]; lra).
  exists (mkposreal _ positive). simpl. intros u v u_near v_near.
  assert (Rmin 1 (eps / (2 * (M + 1))) <= 1) by apply Rmin_l.
  assert (Rmin 1 (eps / (2 * (M + 1))) <= eps / (2 * (M + 1))) by apply Rmin_r.
  set (d := Rmin 1 (eps / (2 * (M + 1)))) in *.
  pose proof (Rabs_triang_inv u x). pose proof (Rabs_triang_inv v y). pose proof (Rabs_pos (u - x)).
  pose proof (Rabs_pos (v - y)).
  apply Rle_lt_trans with (1 := slow u v x y). apply Rle_lt_trans with (M * (2 * d)).
  - apply Rmult_le_compat; try lra; [apply Rmult_le_pos; pose proof (Rabs_pos u); pose proof (Rabs_pos v); lra |].
    apply Rmult_le_compat_l; lra.
  - apply Rlt_le_trans with ((M + 1) * (2 * (eps / (2 * (M + 1))))); [nra | right; field; lra].
Qed.

Lemma slow_pair_bound (C : R) (f : R -> R -> R) (x y : R) : 0 <= C -> slow_pair C f ->
  Rabs (f x y) <= (Rabs (f 0 0) + 3 * C) * (1 + x ^ 2 + y ^ 2).
Proof.
  intros sign slow. pose proof (slow x y 0 0) as grows. rewrite Rabs_R0, !Rminus_0_r, !Rplus_0_r in grows.
  pose proof (Rabs_triang_inv (f x y) (f 0 0)). pose proof (Rabs_pos (f 0 0)).
  rewrite <- (pow2_abs x), <- (pow2_abs y). set (p := Rabs x) in *. set (q := Rabs y) in *.
  assert ((1 + p + q) * (p + q) <= 3 * (1 + p ^ 2 + q ^ 2)).
  { pose proof (pow2_ge_0 (p - q)). pose proof (pow2_ge_0 (p + q - 1)). nra. }
  assert (C * ((1 + p + q) * (p + q)) <= C * (3 * (1 + p ^ 2 + q ^ 2))) by now apply Rmult_le_compat_l.
  pose proof (pow2_ge_0 p). pose proof (pow2_ge_0 q). nra.
Qed.

Lemma densities (x y : R) : density x * density y = / root * / root * exp (- / 2 * (x * x + y * y)).
Proof. rewrite !density_bell, <- bell_product. ring. Qed.

Lemma densities_fall (x y : R) : density x * density y <= 216 / (1 + x ^ 2 + y ^ 2) ^ 3.
Proof.
  rewrite densities. pose proof root_inverse. pose proof (exp_pos (- / 2 * (x * x + y * y))).
  assert (exp (- / 2 * (x * x + y * y)) <= 216 / (1 + x ^ 2 + y ^ 2) ^ 3).
  { replace (1 + x ^ 2 + y ^ 2) with (1 + (x * x + y * y)) by ring. apply exponential_falls. nra. }
  assert (/ root * / root <= 1) by nra. nra.
Qed.

Lemma weighted_decays (C : R) (f : R -> R -> R) : 0 <= C -> slow_pair C f -> decaying (weighted f).
Proof.
  intros sign slow. exists ((Rabs (f 0 0) + 3 * C) * 216). split.
  - assert (forall t, continuity_pt density t) as smooth
      by (intros; apply continuity_pt_filterlim, density_continuous).
    intros x y. apply continuity_2d_pt_mult; [| apply continuity_2d_pt_mult].
    + apply (continuity_1d_2d_pt_comp density (fun x _ => x)); [apply smooth | apply continuity_2d_pt_id1].
    + now apply slow_pair_continuous with C.
    + apply (continuity_1d_2d_pt_comp density (fun _ y => y)); [apply smooth | apply continuity_2d_pt_id2].
  - intros x y. unfold weighted.
    replace (density x * (f x y * density y)) with (f x y * (density x * density y)) by ring.
    pose proof (density_positive x). pose proof (density_positive y).
    rewrite Rabs_mult, (Rabs_right (density x * density y)) by (apply Rle_ge, Rmult_le_pos; lra).
    assert (0 < 1 + x ^ 2 + y ^ 2) by nra.
    replace ((Rabs (f 0 0) + 3 * C) * 216 / (1 + x ^ 2 + y ^ 2) ^ 2)
      with ((Rabs (f 0 0) + 3 * C) * (1 + x ^ 2 + y ^ 2) * (216 / (1 + x ^ 2 + y ^ 2) ^ 3)) by (field; lra).
    apply Rmult_le_compat; [apply Rabs_pos | apply Rmult_le_pos; lra | now apply slow_pair_bound |].
    apply densities_fall.
Qed.

Lemma weighted_turned (c s : R) (f : R -> R -> R) :
  c ^ 2 + s ^ 2 = 1 -> weighted (turned c s f) = turned c s (weighted f).
Proof.
  intros unit. apply functional_extensionality. intros x. apply functional_extensionality. intros y.
  unfold weighted, turned. set (value := f _ _).
  replace (density x * (value * density y)) with (value * (density x * density y)) by ring.
  replace (density (c * x - s * y) * (value * density (s * x + c * y)))
    with (value * (density (c * x - s * y) * density (s * x + c * y))) by ring.
  rewrite !densities. do 3 f_equal.
  replace ((c * x - s * y) * (c * x - s * y) + (s * x + c * y) * (s * x + c * y))
    with ((c ^ 2 + s ^ 2) * (x * x + y * y)) by ring.
  now rewrite unit, Rmult_1_l.
Qed.

Theorem turned_plane : forall C f a m, 0 <= C -> slow_pair C f -> plane_iterated f m ->
  plane_iterated (fun x y => f (cos a * x - sin a * y) (sin a * x + cos a * y)) m.
Proof.
  intros C f a m sign slow mean. pose proof (weighted_decays C f sign slow) as decay.
  assert (cos a ^ 2 + sin a ^ 2 = 1) as unit by (pose proof (sin2_cos2 a); unfold Rsqr in *; nra).
  apply iterated_over_plane in mean; [| exact decay].
  destruct (over_plane_turned (cos a) (sin a) _ unit decay) as [turned_decay same].
  rewrite <- weighted_turned in turned_decay, same by exact unit.
  apply (iterated_over_plane (turned (cos a) (sin a) f)); [exact turned_decay | now rewrite same].
Qed.
