(** Weights with given sums on the lines of a network: on each line the first neuron has one sign, all others share the
    other one. *)
From Coq Require Import Reals Lra Lia PeanoNat Bool.
From formal Require Import sums.
Local Open Scope R_scope.

Section Spread.
Variables (k : nat) (line : nat -> nat).

(** Sums over the neurons of a line. *)
Definition on_line (r : nat) (f : nat -> R) : R := sum k (fun i => if (line i =? r)%nat then f i else 0).

Lemma on_line_ext (r : nat) (f g : nat -> R) :
  (forall i, (i < k)%nat -> line i = r -> f i = g i) -> on_line r f = on_line r g.
Proof.
  intros same. apply sum_ext. intros i inside. destruct (Nat.eqb_spec (line i) r); [now apply same | easy].
Qed.

Lemma on_line_linear (r : nat) (a b : R) (f g : nat -> R) :
  on_line r (fun i => a * f i + b * g i) = a * on_line r f + b * on_line r g.
Proof.
  unfold on_line. rewrite <- !sum_scale, <- sum_plus. apply sum_ext. intros i _. destruct (line i =? r)%nat; ring.
Qed.

Lemma on_line_at_least (r j : nat) (f : nat -> R) :
  (j < k)%nat -> line j = r -> (forall i, 0 <= f i) -> f j <= on_line r f.
Proof.
  intros inside on positive.
  pose proof (sum_at_least k j (fun i => if (line i =? r)%nat then f i else 0) inside) as least. cbv beta in least.
  rewrite on, Nat.eqb_refl in least. apply least. intros i _. destruct (line i =? r)%nat; [apply positive | lra].
Qed.

(** Whether line r has a neuron before neuron i. *)
Fixpoint seen (i r : nat) : bool := match i with O => false | S n => (line n =? r)%nat || seen n r end.
Definition first (i : nat) : R := if seen i (line i) then 0 else 1.

Lemma seen_before (i j r : nat) : (i < j)%nat -> line i = r -> seen j r = true.
Proof.
  intros before on. induction j as [| j IH]; [lia |]. simpl. destruct (Nat.eq_dec i j) as [-> | other].
  - now rewrite on, Nat.eqb_refl.
  - rewrite IH by lia. apply orb_true_r.
Qed.

Lemma one_first (n r : nat) :
  sum n (fun i => if (line i =? r)%nat then first i else 0) = if seen n r then 1 else 0.
Proof.
  induction n as [| n IH]; simpl; [easy |]. rewrite IH. unfold first.
  destruct (Nat.eqb_spec (line n) r) as [<- |]; simpl; [destruct (seen n (line n)); ring | ring].
Qed.

Lemma first_exists (n r : nat) : seen n r = true -> exists i, (i < n)%nat /\ line i = r /\ seen i r = false.
Proof.
  induction n as [| n IH]; simpl; [easy |]. intros either. destruct (seen n r) eqn:before.
  - destruct (IH eq_refl) as [i [inside found]]. exists i. split; [lia | easy].
  - rewrite orb_false_r in either. apply Nat.eqb_eq in either. exists n. now split; [lia |].
Qed.

Lemma first_bounds (i : nat) : 0 <= first i <= 1.
Proof. unfold first. destruct (seen i (line i)); lra. Qed.

Definition others (r : nat) : R := on_line r (fun i => 1 - first i).
Definition two_on (r : nat) : Prop := exists i j, (i < j)%nat /\ (j < k)%nat /\ line i = r /\ line j = r.

Lemma first_of_two (r : nat) : two_on r -> on_line r first = 1.
Proof.
  intros [i [j [before [inside [on _]]]]]. unfold on_line. rewrite one_first.
  now rewrite (seen_before i k r) by (easy || lia).
Qed.

Lemma others_of_two (r : nat) : two_on r -> 1 <= others r.
Proof.
  intros [i [j [before [inside [on on']]]]].
  replace 1 with (1 - first j) by (unfold first; rewrite on', (seen_before i j r) by easy; ring).
  apply (on_line_at_least r j (fun i => 1 - first i)); try easy. intros n. pose proof (first_bounds n). lra.
Qed.

(** The sum of the positive weights is A, that of the sizes of the negative ones B. *)
Definition spread (A B : nat -> R) (i : nat) : R :=
  if seen i (line i) then - (B (line i) / others (line i)) else A (line i).

Lemma spread_sum (A B : nat -> R) (r : nat) : two_on r -> on_line r (spread A B) = A r - B r.
Proof.
  intros two. pose proof (others_of_two r two).
  rewrite (on_line_ext r _ (fun i => A r * first i + - (B r / others r) * (1 - first i))).
  - rewrite (on_line_linear r (A r) (- (B r / others r)) first (fun i => 1 - first i)), first_of_two by easy.
    fold (others r). field. lra.
  - intros i _ on. unfold spread, first. rewrite on. destruct (seen i r); ring.
Qed.

Lemma spread_sizes (A B : nat -> R) (r : nat) : two_on r -> 0 <= A r -> 0 <= B r ->
  on_line r (fun i => Rabs (spread A B i)) = A r + B r.
Proof.
  intros two A_sign B_sign. pose proof (others_of_two r two) as some.
  assert (0 <= B r / others r) by (apply Rmult_le_pos; [easy | apply Rlt_le, Rinv_0_lt_compat; lra]).
  rewrite (on_line_ext r _ (fun i => A r * first i + B r / others r * (1 - first i))).
  - rewrite (on_line_linear r (A r) (B r / others r) first (fun i => 1 - first i)), first_of_two by easy.
    fold (others r). field. lra.
  - intros i _ on. unfold spread, first. rewrite on. destruct (seen i r).
    + rewrite Rabs_Ropp, Rabs_right by lra. ring.
    + rewrite Rabs_right by lra. ring.
Qed.

Lemma spread_signs (A B : nat -> R) (i : nat) : two_on (line i) -> 0 < A (line i) -> 0 < B (line i) ->
  if seen i (line i) then spread A B i < 0 else 0 < spread A B i.
Proof.
  intros two A_sign B_sign. pose proof (others_of_two _ two). unfold spread. destruct (seen i (line i)); [| easy].
  assert (0 < B (line i) / others (line i)) by (apply Rdiv_lt_0_compat; lra). lra.
Qed.
End Spread.
