(** Turning two neighbouring inputs leaves the standard normal law alone: in the two integrals over them, which lie
    within those over the inputs before and around those over the inputs after. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From formal Require Import sums.
From pnn2017 Require Import statements.networks.
From pnn2017 Require Import kernel.normal_input kernel.normal_plane kernel.slow_functions kernel.normal_space.
Local Open Scope R_scope.

Definition with_two (y : point) (n : nat) (s t : R) : point := with_input (with_input y n s) (S n) t.

Lemma turned_pair (n : nat) (a : R) (y : point) (s t : R) :
  turn n a (with_two y n s t) = with_two y n (cos a * s - sin a * t) (sin a * s + cos a * t).
Proof.
  assert (first : forall s t, with_two y n s t n = s)
    by (intros; unfold with_two; rewrite elsewhere by lia; apply here).
  assert (second : forall s t, with_two y n s t (S n) = t) by (intros; apply here).
  apply turn_by_coordinates; rewrite ?first, ?second; try easy.
  intros j other other'. unfold with_two. now rewrite !elsewhere.
Qed.

Lemma slow_in_two (n : nat) (f : point -> R) (y : point) : slow_in_space (S (S n)) f ->
  exists C, 0 <= C /\ slow_pair C (fun s t => f (with_two y n s t)).
Proof.
  intros [C [C_sign f_slow]]. pose proof (size_nonnegative n y) as y_size.
  exists (C * (1 + 2 * size n y)). split; [nra |]. intros s t s' t'.
  eapply Rle_trans; [apply f_slow |]. unfold with_two. rewrite !size_with_last.
  assert (distance (S (S n)) (with_input (with_input y n s) (S n) t) (with_input (with_input y n s') (S n) t') =
    Rabs (s - s') + Rabs (t - t')) as ->.
  { unfold distance, size. cbn [sum]. rewrite !here, !(elsewhere _ (S n) n), !here by lia.
    rewrite sum_zero; [ring |]. intros j inside. rewrite !elsewhere by lia. now rewrite Rminus_eq_0, Rabs_R0. }
  pose proof (Rabs_pos s). pose proof (Rabs_pos t). pose proof (Rabs_pos s'). pose proof (Rabs_pos t').
  pose proof (Rabs_pos (s - s')). pose proof (Rabs_pos (t - t')).
  apply Rmult_le_compat_r; [lra |]. rewrite Rmult_assoc. apply Rmult_le_compat_l; [easy |].
  assert (0 <= size n y * (Rabs s + Rabs t + Rabs s' + Rabs t')) by (apply Rmult_le_pos; lra). lra.
Qed.

(** The two last inputs. *)
Lemma last_two_turned (n : nat) (a : R) (f : point -> R) (m : R) : slow_in_space (S (S n)) f ->
  normal_mean (S (S n)) f m -> normal_mean (S (S n)) (fun x => f (turn n a x)) m.
Proof.
  intros f_slow [last [last_is [inner [inner_is has]]]].
  pose proof (last_integral (S n) _ (slow_turned (S (S n)) n a f (le_n _) f_slow)) as turned_is.
  eexists. split; [exact turned_is |]. exists inner. split; [| exact has]. intros y.
  destruct (slow_in_two n f y f_slow) as [C [C_sign pair]].
  assert (iterated : plane_iterated (fun s t => f (with_two y n s t)) (inner y)).
  { exists (fun s => last (with_input y n s)). split; [intros s; apply last_is | apply inner_is]. }
  destruct (turned_plane C _ a _ C_sign pair iterated) as [along [along_is along_has]].
  apply (input_mean_ext along); [| exact along_has]. intros s.
  apply (input_mean_unique _ _ _ (along_is s)).
  apply (input_mean_ext (fun t => f (turn n a (with_input (with_input y n s) (S n) t)))); [| apply turned_is].
  intros t. now rewrite <- (turned_pair n a y s t).
Qed.

Theorem turned_mean (d i : nat) (a : R) (f : point -> R) (m : R) : (S i < d)%nat -> slow_in_space d f ->
  normal_mean d f m -> normal_mean d (fun x => f (turn i a x)) m.
Proof.
  revert f. induction d as [| d IH]; intros f inside f_slow; [lia |].
  destruct (Nat.eq_dec d (S i)) as [-> | later]; [now apply last_two_turned |].
  intros [inner [inner_is has]]. exists (fun y => inner (turn i a y)). split.
  - intros y. apply (input_mean_ext (fun t => f (with_input (turn i a y) d t))); [| apply inner_is].
    intros t. f_equal. symmetry. apply turn_by_coordinates.
    + rewrite !elsewhere by lia. apply turned_first.
    + rewrite !elsewhere by lia. apply turned_second.
    + intros j other other'. destruct (Nat.eq_dec j d) as [-> |]; [now rewrite !here |].
      rewrite !elsewhere by easy. now apply turned_other.
  - apply IH; [lia | exact (slow_without_the_last d f inner f_slow inner_is) | exact has].
Qed.
