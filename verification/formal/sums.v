(** Finite sums and dot products of real numbers: [sum n f] is f 0 + ... + f (n - 1). *)
From Coq Require Import Reals Lra Lia PeanoNat.
Local Open Scope R_scope.

Fixpoint sum (n : nat) (f : nat -> R) : R := match n with O => 0 | S m => sum m f + f m end.

(** Of two vectors the first d coordinates count. *)
Definition dot (d : nat) (u x : nat -> R) : R := sum d (fun j => u j * x j).

Lemma sum_ext (n : nat) (f g : nat -> R) : (forall i, (i < n)%nat -> f i = g i) -> sum n f = sum n g.
Proof.
  induction n as [| n IH]; intros same; simpl; [easy |].
  rewrite IH, same; [easy | lia | intros; apply same; lia].
Qed.

Lemma sum_plus (n : nat) (f g : nat -> R) : sum n (fun i => f i + g i) = sum n f + sum n g.
Proof. induction n as [| n IH]; simpl; [ring |]. rewrite IH. ring. Qed.

Lemma sum_scale (n : nat) (a : R) (f : nat -> R) : sum n (fun i => a * f i) = a * sum n f.
Proof. induction n as [| n IH]; simpl; [ring |]. rewrite IH. ring. Qed.

Lemma sum_scale_right (n : nat) (a : R) (f : nat -> R) : sum n (fun i => f i * a) = sum n f * a.
Proof. induction n as [| n IH]; simpl; [ring |]. rewrite IH. ring. Qed.

Lemma sum_minus (n : nat) (f g : nat -> R) : sum n (fun i => f i - g i) = sum n f - sum n g.
Proof. induction n as [| n IH]; simpl; [ring |]. rewrite IH. ring. Qed.

Lemma sum_zero (n : nat) (f : nat -> R) : (forall i, (i < n)%nat -> f i = 0) -> sum n f = 0.
Proof.
  intros zero. rewrite (sum_ext n f (fun _ => 0)) by easy. clear zero. induction n; simpl; lra.
Qed.

Lemma sum_nonnegative (n : nat) (f : nat -> R) : (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= sum n f.
Proof.
  induction n as [| n IH]; intros positive; simpl; [lra |].
  assert (0 <= f n) by (apply positive; lia).
  assert (0 <= sum n f) by (apply IH; intros; apply positive; lia). lra.
Qed.

(** A sum of terms that are not negative is at least each of them. *)
Lemma sum_at_least (n i : nat) (f : nat -> R) :
  (i < n)%nat -> (forall j, (j < n)%nat -> 0 <= f j) -> f i <= sum n f.
Proof.
  induction n as [| n IH]; intros inside positive; [lia |]. simpl.
  assert (0 <= f n) by (apply positive; lia).
  destruct (Nat.eq_dec i n) as [-> | other].
  - assert (0 <= sum n f) by (apply sum_nonnegative; intros; apply positive; lia). lra.
  - assert (f i <= sum n f) by (apply IH; [lia | intros; apply positive; lia]). lra.
Qed.

Lemma sum_zero_terms (n i : nat) (f : nat -> R) :
  (i < n)%nat -> (forall j, (j < n)%nat -> 0 <= f j) -> sum n f = 0 -> f i = 0.
Proof.
  intros inside positive zero. pose proof (positive i inside). pose proof (sum_at_least n i f inside positive). lra.
Qed.

Lemma sum_swap (n m : nat) (f : nat -> nat -> R) :
  sum n (fun i => sum m (fun j => f i j)) = sum m (fun j => sum n (fun i => f i j)).
Proof.
  induction n as [| n IH]; simpl; [now rewrite sum_zero |].
  now rewrite IH, <- sum_plus.
Qed.

Lemma sum_first (n : nat) (f : nat -> R) : sum (S n) f = f O + sum n (fun i => f (S i)).
Proof. induction n as [| n IH]; [simpl; ring |]. simpl in *. rewrite IH. ring. Qed.

(** Two sums that differ in one term. *)
Lemma sum_change_one (n i : nat) (f g : nat -> R) :
  (i < n)%nat -> (forall j, (j < n)%nat -> j <> i -> f j = g j) -> sum n f = sum n g + (f i - g i).
Proof.
  induction n as [| n IH]; intros inside same; [lia |]. simpl.
  destruct (Nat.eq_dec i n) as [-> | other].
  - rewrite (sum_ext n f g) by (intros; apply same; lia). ring.
  - rewrite IH, (same n) by (try lia; intros; apply same; lia). ring.
Qed.

Lemma sum_delta (n i : nat) (f : nat -> R) : (i < n)%nat -> sum n (fun j => if (j =? i)%nat then f j else 0) = f i.
Proof.
  intros inside. rewrite (sum_change_one n i _ (fun _ => 0)); [| easy |].
  - rewrite sum_zero, Nat.eqb_refl by easy. ring.
  - intros j _ other. now apply Nat.eqb_neq in other as ->.
Qed.

Lemma dot_ext (d : nat) (u v x : nat -> R) : (forall j, (j < d)%nat -> u j = v j) -> dot d u x = dot d v x.
Proof. intros same. apply sum_ext. intros. now rewrite same. Qed.

Lemma dot_scale (d : nat) (a : R) (u x : nat -> R) : dot d (fun j => a * u j) x = a * dot d u x.
Proof. unfold dot. rewrite <- sum_scale. apply sum_ext. intros. ring. Qed.

Lemma dot_comm (d : nat) (u x : nat -> R) : dot d u x = dot d x u.
Proof. apply sum_ext. intros. ring. Qed.

Lemma dot_plus (d : nat) (u v x : nat -> R) : dot d u (fun j => v j + x j) = dot d u v + dot d u x.
Proof. unfold dot. rewrite <- sum_plus. apply sum_ext. intros. ring. Qed.

Lemma dot_scale_right (d : nat) (a : R) (u x : nat -> R) : dot d u (fun j => a * x j) = a * dot d u x.
Proof. unfold dot. rewrite <- sum_scale. apply sum_ext. intros. ring. Qed.

Lemma dot_opposite (d : nat) (u x : nat -> R) : dot d u (fun j => - x j) = - dot d u x.
Proof.
  replace (- dot d u x) with (-1 * dot d u x) by ring. rewrite <- dot_scale_right. apply sum_ext. intros. ring.
Qed.

(** The dot product with a sum of vectors. *)
Lemma dot_sum (d n : nat) (v : nat -> nat -> R) (x : nat -> R) :
  dot d x (fun j => sum n (fun i => v i j)) = sum n (fun i => dot d x (v i)).
Proof.
  unfold dot. rewrite <- sum_swap. apply sum_ext. intros j _. now rewrite sum_scale.
Qed.

Lemma dot_square_nonnegative (d : nat) (u : nat -> R) : 0 <= dot d u u.
Proof. apply sum_nonnegative. intros. nra. Qed.

Lemma dot_square_zero (d : nat) (u : nat -> R) : dot d u u = 0 -> forall j, (j < d)%nat -> u j = 0.
Proof.
  intros zero j inside. assert (u j * u j = 0); [| nra].
  apply (sum_zero_terms d j (fun j => u j * u j)); [easy | intros; nra | exact zero].
Qed.
