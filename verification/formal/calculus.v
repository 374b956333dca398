(** Analysis of one real variable that several proofs share. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Local Open Scope R_scope.

(** A function whose slope is nowhere negative does not fall. *)
Lemma rises (f slope : R -> R) (a b : R) :
  a <= b -> (forall x, a <= x <= b -> is_derive f x (slope x)) -> (forall x, a <= x <= b -> 0 <= slope x) -> f a <= f b.
Proof.
  intros ordered derivative sign.
  destruct (MVT_gen f a b slope) as [c [inside difference]].
  - intros x. rewrite Rmin_left, Rmax_right by lra. intros. apply derivative; lra.
  - intros x. rewrite Rmin_left, Rmax_right by lra. intros.
    apply derivable_continuous_pt. exists (slope x). apply is_derive_Reals, derivative; lra.
  - rewrite Rmin_left, Rmax_right in inside by lra.
    assert (0 <= slope c * (b - a)) by (apply Rmult_le_pos; [apply sign |]; lra). lra.
Qed.

(** A linear term that a square bounds from below near zero, on one side, is not negative. *)
Lemma right_slope_nonnegative (s v e : R) : 0 < e -> (forall t, 0 <= t < e -> 0 <= t * s + t * t * v) -> 0 <= s.
Proof.
  intros positive bound. destruct (Rle_or_lt 0 s) as [| negative]; [easy | exfalso].
  set (t := Rmin (e / 2) (- s / (2 * (Rabs v + 1)))).
  pose proof (Rabs_pos v). pose proof (Rle_abs v).
  assert (small : 0 < - s / (2 * (Rabs v + 1))) by (apply Rdiv_lt_0_compat; lra).
  assert (0 < t) by (apply Rmin_pos; lra).
  assert (t <= e / 2) by apply Rmin_l.
  assert (t * (2 * (Rabs v + 1)) <= - s).
  { apply Rle_trans with (- s / (2 * (Rabs v + 1)) * (2 * (Rabs v + 1))).
    - apply Rmult_le_compat_r; [lra | apply Rmin_r].
    - right. field. lra. }
  assert (0 <= t * s + t * t * v) by (apply bound; lra). nra.
Qed.

Lemma two_sided_slope_zero (s v e : R) : 0 < e -> (forall t, Rabs t < e -> 0 <= t * s + t * t * v) -> s = 0.
Proof.
  intros positive bound. apply Rle_antisym.
  - enough (0 <= - s) by lra. apply (right_slope_nonnegative _ v e positive).
    intros t small. specialize (bound (- t)). rewrite Rabs_Ropp, Rabs_right in bound by lra.
    assert (0 <= - t * s + - t * - t * v) by (apply bound; lra). nra.
  - apply (right_slope_nonnegative _ v e positive).
    intros t small. apply bound. rewrite Rabs_right; lra.
Qed.
