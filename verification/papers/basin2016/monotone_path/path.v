(** Theorem 1 for the squared loss: scales of the last layer along which the loss falls.

    On the ray of a prediction P the loss is (N c^2 - 2 A c + Q) / m, with N = |P|^2, A = <P, Y>, Q = |Y|^2; the scale
    of a level above Q / m is the larger root of a quadratic equation, continuous in P and in the level. *)
From Coq Require Import Reals Lra Lia.
From formal Require Import sums.
From basin2016 Require Import statements.
Local Open Scope R_scope.

Definition norm_squared (n : nat) (P : nat -> R) : R := sum n (fun i => P i * P i).
Definition product (n : nat) (P Y : nat -> R) : R := sum n (fun i => P i * Y i).

Lemma loss_on_a_ray (n : nat) (m : R) (Y P : nat -> R) (c : R) : loss n m Y (times c P) =
  / m * (norm_squared n P * c ^ 2 - 2 * product n P Y * c + norm_squared n Y).
Proof.
  unfold loss, times, norm_squared, product. f_equal.
  rewrite <- !sum_scale_right, <- sum_scale, <- sum_scale_right, <- sum_minus, <- sum_plus. apply sum_ext.
  intros. ring.
Qed.

Lemma loss_of_itself (n : nat) (m : R) (Y P : nat -> R) :
  loss n m Y P = / m * (norm_squared n P - 2 * product n P Y + norm_squared n Y).
Proof.
  replace (loss n m Y P) with (loss n m Y (times 1 P)).
  - rewrite loss_on_a_ray. ring.
  - unfold loss, times. f_equal. apply sum_ext. intros. ring.
Qed.

Lemma loss_of_nothing (n : nat) (m : R) (Y : nat -> R) : loss n m Y nothing = / m * norm_squared n Y.
Proof. unfold loss, nothing, norm_squared. f_equal. apply sum_ext. intros. ring. Qed.

Lemma loss_nonnegative (n : nat) (m : R) (Y P : nat -> R) : 0 < m -> 0 <= loss n m Y P.
Proof.
  intros positive. apply Rmult_le_pos.
  - apply Rlt_le, Rinv_0_lt_compat, positive.
  - apply sum_nonnegative. intros. apply pow2_ge_0.
Qed.

Lemma norm_positive (n : nat) (P : nat -> R) : (exists i, (i < n)%nat /\ P i <> 0) -> 0 < norm_squared n P.
Proof.
  intros [i [inside nonzero]]. apply Rlt_le_trans with (P i * P i).
  - destruct (Rtotal_order (P i) 0) as [| [|]]; [nra | easy | nra].
  - apply (sum_at_least n i (fun i => P i * P i)); [easy | intros; nra].
Qed.

Lemma sum_continuous (n : nat) (f : R -> nat -> R) (s : R) :
  (forall i, (i < n)%nat -> continuity_pt (fun s => f s i) s) -> continuity_pt (fun s => sum n (f s)) s.
Proof.
  induction n as [| n IH]; intros each; simpl.
  - apply continuity_pt_const. intros x y. reflexivity.
  - apply (continuity_pt_plus (fun s => sum n (f s)) (fun s => f s n)); [apply IH; intros; apply each | apply each];
      lia.
Qed.

(** ** The scale of a level *)

Section Ray.
Variables (N A Q m level : R).
Hypothesis N_positive : 0 < N.
Hypothesis m_positive : 0 < m.
Hypothesis above_zero : / m * Q < level.
Definition discriminant : R := A * A + N * (m * level - Q).
Definition scale : R := (A + sqrt discriminant) / N.

Lemma excess_positive : 0 < m * level - Q.
Proof.
  apply (Rmult_lt_compat_l m) in above_zero; [| easy].
  rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l in above_zero by lra. lra.
Qed.

Lemma discriminant_positive : 0 < discriminant.
Proof. unfold discriminant. pose proof excess_positive. pose proof (Rmult_lt_0_compat N (m * level - Q)). nra. Qed.

Lemma root_squared : sqrt discriminant * sqrt discriminant = discriminant.
Proof. apply sqrt_sqrt, Rlt_le, discriminant_positive. Qed.

(** The root is above |A|, so that the scale is positive. *)
Lemma scale_positive : 0 < scale.
Proof.
  apply Rdiv_lt_0_compat; [| easy]. pose proof root_squared as squared. pose proof (sqrt_pos discriminant).
  pose proof excess_positive. pose proof (Rmult_lt_0_compat N (m * level - Q)).
  unfold discriminant in squared at 3. nra.
Qed.

Lemma level_reached : / m * (N * scale ^ 2 - 2 * A * scale + Q) = level.
Proof.
  pose proof root_squared as squared. unfold scale. set (root := sqrt discriminant) in *.
  replace (N * ((A + root) / N) ^ 2 - 2 * A * ((A + root) / N) + Q) with ((root * root - A * A) / N + Q)
    by (field; lra).
  rewrite squared. unfold discriminant. field. lra.
Qed.

Lemma scale_right_of_vertex : A <= N * scale.
Proof.
  unfold scale. replace (N * ((A + sqrt discriminant) / N)) with (A + sqrt discriminant) by (field; lra).
  pose proof (sqrt_pos discriminant). lra.
Qed.
End Ray.

(** Right of its vertex the loss on a ray rises. *)
Lemma ray_rises (N A Q m a b : R) : 0 < N -> 0 < m -> A <= N * a -> a < b ->
  / m * (N * a ^ 2 - 2 * A * a + Q) < / m * (N * b ^ 2 - 2 * A * b + Q).
Proof.
  intros N_positive m_positive right_of_it less. apply Rmult_lt_compat_l; [now apply Rinv_0_lt_compat |].
  assert (0 < (b - a) * (N * a - A + (N * b - A))); [| nra].
  assert (N * a < N * b) by now apply Rmult_lt_compat_l. apply Rmult_lt_0_compat; lra.
Qed.

Section Path.
Variables (n : nat) (m : R) (Y : nat -> R) (P : R -> nat -> R) (level : R).
Hypothesis better : path_to_a_better_network n m Y P.
Hypothesis nonzero : never_zero n P.
Hypothesis level_above_zero : loss n m Y nothing < level.
Let Q := norm_squared n Y.
Definition level_at (s : R) : R := (1 - s) * loss n m Y (P 0) + s * level.
Definition scale_at (s : R) : R := scale (norm_squared n (P s)) (product n (P s) Y) Q m (level_at s).

Lemma level_at_above_zero (s : R) : on_the_path s -> / m * Q < level_at s.
Proof.
  intros [from up_to]. destruct better as [_ [_ [start _]]]. pose proof level_above_zero as above.
  rewrite loss_of_nothing in start, above. fold Q in start, above.
  unfold level_at. set (z := / m * Q) in *. set (l := loss n m Y (P 0)) in *.
  destruct (Req_dec s 0) as [-> |]; [lra |]. assert (0 < s) by lra.
  assert (0 <= (1 - s) * (l - z)) by (apply Rmult_le_pos; lra).
  assert (0 < s * (level - z)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Lemma norms_continuous (s : R) : on_the_path s ->
  continuity_pt (fun s => norm_squared n (P s)) s /\ continuity_pt (fun s => product n (P s) Y) s.
Proof.
  intros on. destruct better as [_ [continuous _]]. split.
  - apply (sum_continuous n (fun s i => P s i * P s i)). intros i inside.
    apply (continuity_pt_mult (fun s => P s i) (fun s => P s i)); now apply continuous.
  - apply (sum_continuous n (fun s i => P s i * Y i)). intros i inside.
    apply (continuity_pt_mult (fun s => P s i) (fun _ => Y i)); [now apply continuous |].
    apply continuity_pt_const. intros x y. reflexivity.
Qed.

Lemma level_continuous (s : R) : continuity_pt level_at s.
Proof. unfold level_at. reg. Qed.

Lemma scale_continuous (s : R) : on_the_path s -> continuity_pt scale_at s.
Proof.
  intros on. destruct (norms_continuous s on) as [N_continuous A_continuous]. pose proof (level_continuous s) as levels.
  pose proof (norm_positive n (P s) (nonzero s on)) as N_positive. destruct better as [m_positive _].
  assert (constant : forall a, continuity_pt (fun _ : R => a) s)
    by (intros; apply continuity_pt_const; intros x y; reflexivity).
  unfold scale_at, scale, Rdiv.
  apply (continuity_pt_mult (fun s => product n (P s) Y + sqrt (discriminant (norm_squared n (P s)) (product n (P s) Y)
    Q m (level_at s))) (fun s => / norm_squared n (P s))).
  - apply (continuity_pt_plus (fun s => product n (P s) Y) (fun s => sqrt (discriminant (norm_squared n (P s))
      (product n (P s) Y) Q m (level_at s)))); [exact A_continuous |].
    apply (continuity_pt_comp (fun s => discriminant (norm_squared n (P s)) (product n (P s) Y) Q m (level_at s)) sqrt).
    + unfold discriminant.
      apply (continuity_pt_plus (fun s => product n (P s) Y * product n (P s) Y)
        (fun s => norm_squared n (P s) * (m * level_at s - Q))).
      * now apply (continuity_pt_mult (fun s => product n (P s) Y) (fun s => product n (P s) Y)).
      * apply (continuity_pt_mult (fun s => norm_squared n (P s)) (fun s => m * level_at s - Q));
          [exact N_continuous |].
        apply (continuity_pt_minus (fun s => m * level_at s) (fun _ => Q)); [| apply constant].
        now apply (continuity_pt_mult (fun _ => m) level_at).
    + apply continuity_pt_sqrt, Rlt_le, discriminant_positive; [easy | easy |]. now apply level_at_above_zero.
  - apply (continuity_pt_inv (fun s => norm_squared n (P s))); [exact N_continuous | lra].
Qed.

Lemma scale_at_reaches (s : R) : on_the_path s -> 0 < scale_at s /\
  loss n m Y (times (scale_at s) (P s)) = level_at s /\ product n (P s) Y <= norm_squared n (P s) * scale_at s.
Proof.
  intros on. pose proof (norm_positive n (P s) (nonzero s on)). pose proof (level_at_above_zero s on).
  destruct better as [m_positive _]. rewrite loss_on_a_ray. fold Q.
  split; [| split]; [now apply scale_positive | now apply level_reached | now apply scale_right_of_vertex].
Qed.

(** At the start the scale is 1: there P itself has the level. *)
Lemma scale_at_start : scale_at 0 = 1.
Proof.
  assert (on : on_the_path 0) by (unfold on_the_path; lra).
  pose proof (norm_positive n (P 0) (nonzero 0 on)) as N_positive. destruct better as [m_positive [_ [start _]]].
  rewrite loss_of_nothing, loss_of_itself in start. fold Q in start.
  assert (ahead : 2 * product n (P 0) Y < norm_squared n (P 0)).
  { apply (Rmult_lt_compat_l m) in start; [| easy]. rewrite <- !Rmult_assoc, Rinv_r, !Rmult_1_l in start by lra. lra. }
  unfold scale_at, scale, level_at. rewrite loss_of_itself. fold Q.
  set (N := norm_squared n (P 0)) in *. set (A := product n (P 0) Y) in *.
  replace (discriminant N A Q m ((1 - 0) * (/ m * (N - 2 * A + Q)) + 0 * level)) with ((N - A) * (N - A))
    by (unfold discriminant; field; lra).
  rewrite sqrt_square by nra. field. lra.
Qed.
End Path.

Theorem theorem_1_squared_loss_proved : theorem_1_squared_loss.
Proof.
  intros n m Y P better nonzero.
  assert (on : on_the_path 1) by (unfold on_the_path; lra).
  pose proof (norm_positive n (P 1) (nonzero 1 on)) as N_positive.
  pose proof better as [m_positive [_ [start falls]]].
  destruct (Rlt_le_dec (loss n m Y nothing) (loss n m Y (P 1))) as [above | below].
  - (* the level of P 1 is reached at once *)
    destruct (scale_at_reaches n m Y P (loss n m Y (P 1)) better nonzero above 1 on) as [positive [reached _]].
    exists (scale_at n m Y P (loss n m Y (P 1))), (loss n m Y (P 1)), (scale_at n m Y P (loss n m Y (P 1)) 1).
    repeat split; try lra.
    + now apply scale_at_start.
    + now apply scale_continuous.
    + now apply scale_at_reaches.
    + intros s on_s. now apply scale_at_reaches.
    + rewrite reached. unfold level_at. ring.
    + intros a b from less up_to. exfalso. lra.
  - (* first to a level half way to that of zero, then down the ray of P 1 *)
    set (level := (loss n m Y (P 0) + loss n m Y nothing) / 2).
    assert (above : loss n m Y nothing < level) by (unfold level; lra).
    destruct (scale_at_reaches n m Y P level better nonzero above 1 on) as [positive [reached right_of_vertex]].
    set (c := scale_at n m Y P level) in *. set (N := norm_squared n (P 1)) in *. set (A := product n (P 1) Y) in *.
    set (last := Rmax 1 (2 * A / N - 1)).
    assert (last_right : A <= N * last).
    { unfold last. pose proof (Rmax_l 1 (2 * A / N - 1)). pose proof (Rmax_r 1 (2 * A / N - 1)).
      set (x := Rmax _ _) in *. assert (N * (2 * A / N - 1) = 2 * A - N) by (field; lra).
      assert (N * 1 <= N * x) by (apply Rmult_le_compat_l; lra).
      assert (N * (2 * A / N - 1) <= N * x) by (apply Rmult_le_compat_l; lra). lra. }
    assert (last_value : loss n m Y (times last (P 1)) = loss n m Y (P 1)).
    { rewrite loss_on_a_ray, loss_of_itself. fold N A. f_equal. unfold last, Rmax. destruct (Rle_dec _ _); field. lra. }
    assert (last_below : last <= c 1).
    { destruct (Rle_or_lt last (c 1)) as [| beyond]; [easy | exfalso].
      pose proof (ray_rises N A (norm_squared n Y) m (c 1) last N_positive m_positive right_of_vertex beyond) as rises.
      unfold N, A in rises. rewrite <- !loss_on_a_ray, last_value, reached in rises. unfold level_at in rises. lra. }
    exists c, level, last. repeat split; try lra.
    + now apply scale_at_start.
    + now apply scale_continuous.
    + now apply scale_at_reaches.
    + unfold level. lra.
    + intros s on_s. now apply scale_at_reaches.
    + unfold last. pose proof (Rmax_l 1 (2 * A / N - 1)). lra.
    + intros a b from less _. rewrite !loss_on_a_ray. apply ray_rises; try easy. fold N A.
      apply Rle_trans with (N * last); [easy | apply Rmult_le_compat_l; lra].
Qed.

(** ** An instance, and a path through zero *)

Lemma line_continuous (a b s : R) : continuity_pt (fun s => a + b * s) s.
Proof. reg. Qed.

Theorem theorem_1_instance_proved : theorem_1_instance.
Proof.
  exists 1%nat, 1, (fun _ => 1), (fun s _ => -2 + 1 * s). split.
  - repeat split; [lra | intros; apply line_continuous | |]; unfold loss, nothing; simpl; lra.
  - intros s [from up_to]. exists 0%nat. split; [lia | lra].
Qed.

Theorem theorem_1_squared_loss_wrong_through_zero_refuted : ~ theorem_1_squared_loss_wrong_through_zero.
Proof.
  intros wrong.
  destruct (wrong 1%nat 1 (fun _ => 1) (fun s _ => -2 + 3 * s)) as [c [level [last [_ [_ [_ [along _]]]]]]].
  - repeat split; [lra | intros; apply line_continuous | |]; unfold loss, nothing; simpl; lra.
  - pose proof (along (2 / 3) ltac:(unfold on_the_path; lra)) as at_zero.
    pose proof (along 1 ltac:(unfold on_the_path; lra)) as at_end.
    pose proof (loss_nonnegative 1 1 (fun _ => 1) (times (c 1) (fun _ => -2 + 3 * 1)) Rlt_0_1).
    unfold loss, times in *. simpl in *. nra.
Qed.
