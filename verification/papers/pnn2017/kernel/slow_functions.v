(** Functions of points that vary no faster than a square: products of two sizes or neurons are among them, and they
    stay among them where two neighbouring coordinates are turned. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From formal Require Import sums.
From pnn2017 Require Import statements.networks.
Local Open Scope R_scope.

(** ** Points with other coordinates *)

Lemma here (x : point) (d : nat) (t : R) : with_input x d t d = t.
Proof. unfold with_input. now rewrite Nat.eqb_refl. Qed.

Lemma elsewhere (x : point) (d i : nat) (t : R) : i <> d -> with_input x d t i = x i.
Proof. intros other. unfold with_input. now rewrite (proj2 (Nat.eqb_neq i d) other). Qed.

Lemma turned_first (i : nat) (a : R) (x : point) : turn i a x i = cos a * x i - sin a * x (S i).
Proof. unfold turn. rewrite elsewhere by lia. apply here. Qed.

Lemma turned_second (i : nat) (a : R) (x : point) : turn i a x (S i) = sin a * x i + cos a * x (S i).
Proof. apply here. Qed.

Lemma turned_other (i j : nat) (a : R) (x : point) : j <> i -> j <> S i -> turn i a x j = x j.
Proof. intros. unfold turn. now rewrite !elsewhere. Qed.

Lemma turn_by_coordinates (i : nat) (a : R) (x y : point) :
  y i = cos a * x i - sin a * x (S i) -> y (S i) = sin a * x i + cos a * x (S i) ->
  (forall j, j <> i -> j <> S i -> y j = x j) -> turn i a x = y.
Proof.
  intros first second others. apply functional_extensionality. intros j.
  destruct (Nat.eq_dec j i) as [-> |]; [now rewrite turned_first |].
  destruct (Nat.eq_dec j (S i)) as [-> |]; [now rewrite turned_second |].
  now rewrite turned_other, others.
Qed.

Lemma sum_with_input (d i : nat) (t : R) (x : point) (f : nat -> R -> R) : (i < d)%nat ->
  sum d (fun j => f j (with_input x i t j)) = sum d (fun j => f j (x j)) + (f i t - f i (x i)).
Proof.
  intros inside. rewrite (sum_change_one d i _ (fun j => f j (x j))); [now rewrite here | easy |].
  intros j _ other. now rewrite elsewhere.
Qed.

(** A sum over the coordinates of a point of which two are turned. *)
Lemma sum_turned (d i : nat) (a : R) (x : point) (f : nat -> R -> R) : (S i < d)%nat ->
  sum d (fun j => f j (turn i a x j)) = sum d (fun j => f j (x j)) +
    (f i (cos a * x i - sin a * x (S i)) - f i (x i)) +
    (f (S i) (sin a * x i + cos a * x (S i)) - f (S i) (x (S i))).
Proof.
  intros inside. unfold turn. rewrite sum_with_input, sum_with_input, elsewhere by lia. ring.
Qed.

(** ** The class *)

Definition size (d : nat) (x : point) : R := sum d (fun j => Rabs (x j)).
Definition distance (d : nat) (x y : point) : R := size d (fun j => x j - y j).
Definition slow_in_space (d : nat) (f : point -> R) : Prop := exists C, 0 <= C /\
  forall x y, Rabs (f x - f y) <= C * (1 + size d x + size d y) * distance d x y.

Lemma size_nonnegative (d : nat) (x : point) : 0 <= size d x.
Proof. apply sum_nonnegative. intros. apply Rabs_pos. Qed.

Lemma coordinate_below_size (d j : nat) (x : point) : (j < d)%nat -> Rabs (x j) <= size d x.
Proof. intros inside. apply (sum_at_least d j (fun j => Rabs (x j)) inside). intros. apply Rabs_pos. Qed.

Lemma dot_below_sizes (d : nat) (u x : point) : Rabs (dot d u x) <= size d u * size d x.
Proof.
  unfold dot, size. induction d as [| d IH]; simpl; [rewrite Rabs_R0; lra |].
  eapply Rle_trans; [apply Rabs_triang |]. rewrite Rabs_mult.
  pose proof (size_nonnegative d u). pose proof (size_nonnegative d x). unfold size in *.
  pose proof (Rabs_pos (u d)). pose proof (Rabs_pos (x d)). nra.
Qed.

Lemma slow_sum (d : nat) (f g : point -> R) :
  slow_in_space d f -> slow_in_space d g -> slow_in_space d (fun x => f x + g x).
Proof.
  intros [C [C_sign f_slow]] [D [D_sign g_slow]]. exists (C + D). split; [lra |]. intros x y.
  specialize (f_slow x y). specialize (g_slow x y).
  replace (f x + g x - (f y + g y)) with (f x - f y + (g x - g y)) by ring.
  eapply Rle_trans; [apply Rabs_triang | lra].
Qed.

Lemma slow_multiple (d : nat) (a : R) (f : point -> R) : slow_in_space d f -> slow_in_space d (fun x => a * f x).
Proof.
  intros [C [C_sign f_slow]]. exists (Rabs a * C). split; [apply Rmult_le_pos; [apply Rabs_pos | easy] |]. intros x y.
  replace (a * f x - a * f y) with (a * (f x - f y)) by ring. rewrite Rabs_mult, !Rmult_assoc.
  apply Rmult_le_compat_l; [apply Rabs_pos |]. rewrite <- Rmult_assoc. apply f_slow.
Qed.

(** ** Products of two factors *)

(** Zero at zero, and no steeper than some constant. *)
Definition factor (d : nat) (f : point -> R) : Prop := exists K, 0 <= K /\
  (forall x, Rabs (f x) <= K * size d x) /\ forall x y, Rabs (f x - f y) <= K * distance d x y.

Lemma slow_product (d : nat) (f g : point -> R) : factor d f -> factor d g -> slow_in_space d (fun x => f x * g x).
Proof.
  intros [K [K_sign [f_size f_steep]]] [M [M_sign [g_size g_steep]]]. exists (K * M). split; [nra |]. intros x y.
  specialize (f_size x). specialize (g_size y). specialize (f_steep x y). specialize (g_steep x y).
  replace (f x * g x - f y * g y) with (f x * (g x - g y) + g y * (f x - f y)) by ring.
  eapply Rle_trans; [apply Rabs_triang |]. rewrite !Rabs_mult.
  pose proof (size_nonnegative d (fun j => x j - y j)) as near. fold (distance d x y) in near.
  pose proof (Rmult_le_compat _ _ _ _ (Rabs_pos _) (Rabs_pos _) f_size g_steep).
  pose proof (Rmult_le_compat _ _ _ _ (Rabs_pos _) (Rabs_pos _) g_size f_steep).
  assert (0 <= K * M * distance d x y) by (repeat apply Rmult_le_pos; easy). lra.
Qed.

Lemma dot_is_a_factor (d : nat) (u : point) : factor d (dot d u).
Proof.
  exists (size d u). split; [apply size_nonnegative |]. split; [apply dot_below_sizes |]. intros x y.
  replace (dot d u x - dot d u y) with (dot d u (fun j => x j - y j)); [apply dot_below_sizes |].
  unfold dot. rewrite <- sum_minus. apply sum_ext. intros. ring.
Qed.

Lemma coordinate_is_a_factor (d j : nat) : (j < d)%nat -> factor d (fun x => x j).
Proof.
  intros inside. exists 1. split; [lra |]. split; intros.
  - rewrite Rmult_1_l. now apply coordinate_below_size.
  - rewrite Rmult_1_l. now apply (coordinate_below_size d j (fun j => x j - y j)).
Qed.

(** Functions of one variable that do not spread values apart, zero at zero: the size, and a neuron. *)
Lemma contracted_factor (d : nat) (h : R -> R) (f : point -> R) :
  h 0 = 0 -> (forall s t, Rabs (h s - h t) <= Rabs (s - t)) -> factor d f -> factor d (fun x => h (f x)).
Proof.
  intros zero contracts [K [K_sign [f_size f_steep]]]. exists K. split; [easy |]. split.
  - intros x. apply Rle_trans with (2 := f_size x). pose proof (contracts (f x) 0) as close.
    now rewrite zero, !Rminus_0_r in close.
  - intros x y. exact (Rle_trans _ _ _ (contracts _ _) (f_steep x y)).
Qed.

Lemma relu_contracts (s t : R) : Rabs (relu s - relu t) <= Rabs (s - t).
Proof. unfold relu, Rmax, Rabs. repeat destruct (Rle_dec _ _); repeat destruct (Rcase_abs _); lra. Qed.

Lemma slow_neurons (d : nat) (u v : point) : slow_in_space d (fun x => relu (dot d u x) * relu (dot d v x)).
Proof.
  apply (slow_product d (fun x => relu (dot d u x)) (fun x => relu (dot d v x)));
    (apply contracted_factor; [now apply Rmax_left, Rle_refl | exact relu_contracts | apply dot_is_a_factor]).
Qed.

Lemma slow_sizes (d : nat) (u v : point) : slow_in_space d (fun x => Rabs (dot d u x) * Rabs (dot d v x)).
Proof.
  apply (slow_product d (fun x => Rabs (dot d u x)) (fun x => Rabs (dot d v x)));
    (apply contracted_factor; [exact Rabs_R0 | intros; apply Rabs_triang_inv2 | apply dot_is_a_factor]).
Qed.

(** ** Turned *)

Lemma two_coordinates_below_size (d i : nat) (x : point) : (S i < d)%nat -> Rabs (x i) + Rabs (x (S i)) <= size d x.
Proof.
  intros inside. pose proof (size_nonnegative d (with_input (with_input x i 0) (S i) 0)) as rest.
  unfold size in rest. rewrite (sum_with_input d (S i) 0 _ (fun _ => Rabs)) in rest by easy.
  rewrite (sum_with_input d i 0 _ (fun _ => Rabs)), elsewhere, Rabs_R0 in rest by lia. cbv beta in rest.
  fold (size d x) in rest. lra.
Qed.

Lemma turned_size (d i : nat) (a : R) (x : point) : (S i < d)%nat -> size d (turn i a x) <= 2 * size d x.
Proof.
  intros inside. pose proof (two_coordinates_below_size d i x inside).
  unfold size at 1. rewrite (sum_turned d i a x (fun _ => Rabs)) by easy. cbv beta. fold (size d x).
  assert (weight : forall b t, -1 <= b <= 1 -> Rabs (b * t) <= Rabs t).
  { intros b t bounds. rewrite Rabs_mult. pose proof (Rabs_pos t). assert (Rabs b <= 1) by now apply Rabs_le. nra. }
  pose proof (weight (cos a) (x i) (COS_bound a)). pose proof (weight (cos a) (x (S i)) (COS_bound a)).
  pose proof (weight (sin a) (x i) (SIN_bound a)). pose proof (weight (sin a) (x (S i)) (SIN_bound a)).
  pose proof (Rabs_triang (cos a * x i) (- (sin a * x (S i)))) as first. rewrite Rabs_Ropp in first.
  fold (cos a * x i - sin a * x (S i)) in first.
  pose proof (Rabs_triang (sin a * x i) (cos a * x (S i))). lra.
Qed.

Lemma slow_turned (d i : nat) (a : R) (f : point -> R) : (S i < d)%nat ->
  slow_in_space d f -> slow_in_space d (fun x => f (turn i a x)).
Proof.
  intros inside [C [C_sign f_slow]]. exists (4 * C). split; [lra |]. intros x y.
  eapply Rle_trans; [apply f_slow |].
  assert (difference : distance d (turn i a x) (turn i a y) = size d (turn i a (fun j => x j - y j))).
  { unfold distance. f_equal. symmetry.
    apply turn_by_coordinates;
      [rewrite !turned_first | rewrite !turned_second | intros; rewrite !turned_other]; easy || ring. }
  rewrite difference. pose proof (turned_size d i a (fun j => x j - y j) inside) as near. fold (distance d x y) in near.
  pose proof (turned_size d i a x inside). pose proof (turned_size d i a y inside).
  pose proof (size_nonnegative d x). pose proof (size_nonnegative d y).
  pose proof (size_nonnegative d (turn i a x)). pose proof (size_nonnegative d (turn i a y)).
  pose proof (size_nonnegative d (turn i a (fun j => x j - y j))).
  replace (4 * C * (1 + size d x + size d y) * distance d x y)
    with (C * (2 * (1 + size d x + size d y)) * (2 * distance d x y)) by ring.
  apply Rmult_le_compat; [apply Rmult_le_pos; lra | easy | apply Rmult_le_compat_l; lra | easy].
Qed.

(** ** One coordinate held or let run *)

Lemma size_with_last (n : nat) (y : point) (t : R) : size (S n) (with_input y n t) = size n y + Rabs t.
Proof.
  unfold size. simpl. rewrite here. f_equal. apply sum_ext. intros j inside. now rewrite elsewhere by lia.
Qed.

Lemma distance_in_last (n : nat) (y : point) (s t : R) :
  distance (S n) (with_input y n s) (with_input y n t) = Rabs (s - t).
Proof.
  unfold distance, size. simpl. rewrite !here, sum_zero; [ring |].
  intros j inside. rewrite !elsewhere by lia. now rewrite Rminus_eq_0, Rabs_R0.
Qed.

Lemma distance_in_others (n : nat) (x y : point) (t : R) :
  distance (S n) (with_input x n t) (with_input y n t) = distance n x y.
Proof.
  unfold distance, size. simpl. rewrite !here, Rminus_eq_0, Rabs_R0, Rplus_0_r.
  apply sum_ext. intros j inside. now rewrite !elsewhere by lia.
Qed.
