(** The matrices of even powers of dot products are semidefinite, and psi's matrix is at least each term of its series
    where all cosines are strictly inside. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matrices statements.distinct_lines.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.series.
Local Open Scope R_scope.

Lemma sum_le (n : nat) (f g : nat -> R) : (forall i, (i < n)%nat -> f i <= g i) -> sum n f <= sum n g.
Proof.
  intros below. assert (0 <= sum n (fun i => g i - f i)); [| rewrite sum_minus in *; lra].
  apply sum_nonnegative. intros i inside. specialize (below i inside). lra.
Qed.

Lemma sum_product (n m : nat) (a b : nat -> R) : sum n (fun i => sum m (fun j => a i * b j)) = sum n a * sum m b.
Proof. rewrite <- sum_scale_right. apply sum_ext. intros i _. apply sum_scale. Qed.

Lemma sum_limit (n : nat) (f : nat -> nat -> R) (l : nat -> R) :
  (forall i, (i < n)%nat -> is_lim_seq (f i) (l i)) -> is_lim_seq (fun k => sum n (fun i => f i k)) (sum n l).
Proof.
  induction n as [| n IH]; intros each; simpl; [apply is_lim_seq_const |].
  apply is_lim_seq_plus'; [apply IH; intros; apply each; lia | apply each; lia].
Qed.

Lemma quadratic_limit (m : nat) (F : nat -> nat -> nat -> R) (K : nat -> nat -> R) (v : nat -> R) :
  (forall r s, (r < m)%nat -> (s < m)%nat -> is_lim_seq (F r s) (K r s)) ->
  is_lim_seq (fun k => quadratic m (fun r s => F r s k) v) (quadratic m K v).
Proof.
  intros each. apply (sum_limit m (fun r k => sum m (fun s => v r * v s * F r s k))). intros r r_in.
  apply (sum_limit m (fun s k => v r * v s * F r s k)). intros s s_in.
  apply (is_lim_seq_scal_l (F r s) (v r * v s) (K r s)). now apply each.
Qed.

Lemma quadratic_of_sums (m n : nat) (a : nat -> R) (G : nat -> nat -> nat -> R) (v : nat -> R) :
  quadratic m (fun r s => sum n (fun k => a k * G k r s)) v = sum n (fun k => a k * quadratic m (G k) v).
Proof.
  unfold quadratic. rewrite (sum_ext m _ (fun r => sum n (fun k => a k * sum m (fun s => v r * v s * G k r s)))).
  - rewrite sum_swap. apply sum_ext. intros. apply sum_scale.
  - intros r _. rewrite (sum_ext m _ (fun s => sum n (fun k => a k * (v r * v s * G k r s)))).
    + rewrite sum_swap. apply sum_ext. intros. apply sum_scale.
    + intros s _. rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

Lemma quadratic_ext (m : nat) (K K' : nat -> nat -> R) (v : nat -> R) :
  (forall r s, (r < m)%nat -> (s < m)%nat -> K r s = K' r s) -> quadratic m K v = quadratic m K' v.
Proof. intros same. apply sum_ext. intros r r_in. apply sum_ext. intros s s_in. now rewrite same. Qed.

(** ** Powers of the cosines *)

Section Powers.
Variables (d m : nat) (u : nat -> point).

Lemma powers_semidefinite (k : nat) (v : nat -> R) : 0 <= quadratic m (fun r s => dot d (u r) (u s) ^ k) v.
Proof.
  revert v. induction k as [| k IH]; intros v.
  - replace (quadratic m _ v) with (sum m v * sum m v); [apply Rle_0_sqr |].
    rewrite <- sum_product. apply sum_ext. intros r _. apply sum_ext. intros s _. simpl. ring.
  - replace (quadratic m _ v) with
      (sum d (fun j => 1 * quadratic m (fun r s => dot d (u r) (u s) ^ k) (fun r => v r * u r j))).
    + apply sum_nonnegative. intros j _. rewrite Rmult_1_l. apply IH.
    + transitivity (sum d (fun j => 1 * quadratic m (fun r s => u r j * u s j * dot d (u r) (u s) ^ k) v)).
      * apply sum_ext. intros j _. f_equal. apply sum_ext. intros r _. apply sum_ext. intros s _. ring.
      * rewrite <- (quadratic_of_sums m d (fun _ => 1) (fun j r s => u r j * u s j * dot d (u r) (u s) ^ k)).
        apply quadratic_ext. intros r s _ _. simpl. unfold dot at 2. rewrite <- sum_scale_right.
        apply sum_ext. intros. ring.
Qed.

Definition even_power (k : nat) (v : nat -> R) : R := quadratic m (fun r s => (dot d (u r) (u s) ^ 2) ^ k) v.

Lemma even_powers_semidefinite (k : nat) (v : nat -> R) : 0 <= even_power k v.
Proof.
  unfold even_power.
  rewrite (quadratic_ext m _ (fun r s => dot d (u r) (u s) ^ (2 * k))); [apply powers_semidefinite |].
  intros. now rewrite pow_mult.
Qed.

(** Where all cosines are strictly inside, psi's matrix is at least each term of its series. *)
Lemma at_least_each_term (k : nat) (v : nat -> R) :
  (forall r s, (r < m)%nat -> (s < m)%nat -> -1 < dot d (u r) (u s) < 1) ->
  psi_coefficient k * even_power k v <= quadratic m (of_cosines psi d u) v.
Proof.
  intros inside.
  assert (limit : is_lim_seq (fun n => sum (S n) (fun k => psi_coefficient k * even_power k v))
    (quadratic m (of_cosines psi d u) v)).
  { apply (is_lim_seq_ext (fun n => quadratic m
      (fun r s => sum (S n) (fun k => psi_coefficient k * (dot d (u r) (u s) ^ 2) ^ k)) v)).
    - intros n. apply (quadratic_of_sums m (S n) psi_coefficient (fun k r s => (dot d (u r) (u s) ^ 2) ^ k)).
    - apply (quadratic_limit m (fun r s n => sum (S n) (fun k => psi_coefficient k * (dot d (u r) (u s) ^ 2) ^ k))).
      intros r s r_in s_in. pose proof (proj1 (is_pseries_R _ _ _) (psi_series _ (inside r s r_in s_in))) as series.
      apply (is_lim_seq_ext (sum_n (fun k => psi_coefficient k * (dot d (u r) (u s) ^ 2) ^ k))); [| exact series].
      intros n. induction n as [| n IH]; [rewrite sum_O; simpl; ring |]. rewrite sum_Sn, IH. reflexivity. }
  change (Rbar_le (psi_coefficient k * even_power k v) (quadratic m (of_cosines psi d u) v)).
  refine (is_lim_seq_le_loc (fun _ => psi_coefficient k * even_power k v) _ _ _ _ (is_lim_seq_const _) limit).
  exists k. intros n after. apply (sum_at_least (S n) k (fun k => psi_coefficient k * even_power k v)); [lia |].
  intros i _. apply Rmult_le_pos; [apply Rlt_le, psi_coefficient_bounds | apply even_powers_semidefinite].
Qed.
End Powers.
