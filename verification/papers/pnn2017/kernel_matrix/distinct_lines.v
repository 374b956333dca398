(** The functions |u_r.x| of distinct lines are independent, and the matrix of their products' means is definite. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.distinct_lines landscape.means landscape.axes_law.
Local Open Scope R_scope.

(** A common small step. *)
Lemma small_step (n : nat) (a b : nat -> R) :
  exists s, 0 < s /\ forall j, (j < n)%nat -> a j <> 0 -> s * Rabs (b j) < Rabs (a j).
Proof.
  induction n as [| n [s [positive below]]]; [exists 1; split; [lra | intros; lia] |].
  destruct (Req_dec (a n) 0) as [zero | nonzero].
  - exists s. split; [easy |]. intros j inside other.
    destruct (Nat.eq_dec j n) as [-> |]; [easy | apply below; [lia | easy]].
  - pose proof (Rabs_pos (b n)). pose proof (Rabs_pos_lt _ nonzero).
    set (s' := Rabs (a n) / (Rabs (b n) + 1)).
    assert (0 < s') by (apply Rdiv_lt_0_compat; lra).
    assert (last : s' * Rabs (b n) < Rabs (a n)).
    { apply Rlt_le_trans with (s' * (Rabs (b n) + 1)); [apply Rmult_lt_compat_l; lra |].
      right. unfold s'. field. lra. }
    exists (Rmin s s'). split; [now apply Rmin_pos |]. intros j inside other. pose proof (Rabs_pos (b j)).
    destruct (Nat.eq_dec j n) as [-> | before].
    + apply Rle_lt_trans with (s' * Rabs (b n)); [apply Rmult_le_compat_r; [easy | apply Rmin_r] | easy].
    + apply Rle_lt_trans with (s * Rabs (b j)); [apply Rmult_le_compat_r; [easy | apply Rmin_l] |].
      apply below; [lia | easy].
Qed.

(** A step that keeps its sign is no zero. *)
Lemma still_nonzero (a b s : R) : 0 < s -> s * Rabs b < Rabs a -> a + s * b <> 0.
Proof.
  intros positive small zero. replace a with (- (s * b)) in small by lra.
  rewrite Rabs_Ropp, Rabs_mult, (Rabs_right s) in small by lra. lra.
Qed.

(** The kink: a second difference vanishes off zero. *)
Lemma second_difference (a b s : R) : 0 < s -> s * Rabs b < Rabs a -> Rabs (a + s * b) + Rabs (a - s * b) = 2 * Rabs a.
Proof.
  intros positive small. rewrite <- (Rabs_right s), <- Rabs_mult in small by lra. set (c := s * b) in *.
  unfold Rabs in *. destruct (Rcase_abs a), (Rcase_abs (a + c)), (Rcase_abs (a - c)), (Rcase_abs c); lra.
Qed.

(** A point of the hyperplane of u off those of finitely many other lines. *)
Lemma point_off_hyperplanes (d n i : nat) (u : point) (l y : nat -> point) :
  (forall j, (j < n)%nat -> j <> i -> dot d u (y j) = 0 /\ dot d (l j) (y j) <> 0) ->
  exists x, dot d u x = 0 /\ forall j, (j < n)%nat -> j <> i -> dot d (l j) x <> 0.
Proof.
  induction n as [| n IH]; intros each.
  - exists (fun _ => 0). split; [apply sum_zero; intros; ring | intros; lia].
  - destruct IH as [x [on off]]; [intros; apply each; [lia | easy] |].
    destruct (Nat.eq_dec n i) as [-> | last_other].
    { exists x. split; [easy |]. intros j inside other. apply off; [lia | easy]. }
    destruct (each n ltac:(lia) last_other) as [y_on y_off].
    destruct (Req_dec (dot d (l n) x) 0) as [zero | nonzero].
    + destruct (small_step n (fun j => dot d (l j) x) (fun j => dot d (l j) (y n))) as [s [positive below]].
      exists (fun j => x j + s * y n j). split; [rewrite dot_plus, dot_scale_right, on, y_on; ring |].
      intros j inside other. rewrite dot_plus, dot_scale_right. destruct (Nat.eq_dec j n) as [-> | before].
      * rewrite zero, Rplus_0_l. apply Rmult_integral_contrapositive. split; [lra | easy].
      * assert (off_j : dot d (l j) x <> 0) by (apply off; [lia | easy]).
        apply still_nonzero; [easy | apply below; [lia | easy]].
    + exists x. split; [easy |]. intros j inside other.
      destruct (Nat.eq_dec j n) as [-> |]; [easy | apply off; [lia | easy]].
Qed.

(** The part of another line across u_i. *)
Definition across (d : nat) (u w : point) : point := fun j => dot d u u * w j + - dot d u w * u j.

Lemma across_orthogonal (d : nat) (u w : point) : dot d u (across d u w) = 0.
Proof. unfold across. rewrite dot_plus, !dot_scale_right. ring. Qed.

Lemma across_seen (d : nat) (u w : point) : dot d u u <> 0 ->
  (forall a, exists j, (j < d)%nat /\ w j <> a * u j) -> dot d w (across d u w) <> 0.
Proof.
  intros nonzero apart zero. set (y := across d u w) in *.
  assert (square : dot d y y = 0).
  { unfold y at 2, across. rewrite dot_plus, !dot_scale_right, (dot_comm d y w), (dot_comm d y u), zero.
    unfold y. rewrite across_orthogonal. ring. }
  destruct (apart (dot d u w / dot d u u)) as [j [inside other]]. apply other.
  pose proof (dot_square_zero d y square j inside) as vanishes. unfold y, across in vanishes.
  apply (Rmult_eq_reg_l (dot d u u)); [| easy]. field_simplify; [lra | easy].
Qed.

Theorem sizes_independent_proved : sizes_independent.
Proof.
  intros d m u v [nonzero apart] vanishes i i_in.
  assert (norm : 0 < dot d (u i) (u i)).
  { destruct (dot_square_nonnegative d (u i)) as [| zero]; [easy | exfalso].
    destruct (nonzero i i_in) as [j [inside other]]. now apply other, (dot_square_zero d (u i)). }
  destruct (point_off_hyperplanes d m i (u i) u (fun j => across d (u i) (u j))) as [x [on off]].
  { intros j inside other. split; [apply across_orthogonal |]. apply across_seen; [lra |].
    intros a. now apply apart; auto. }
  destruct (small_step m (fun j => dot d (u j) x) (fun j => dot d (u j) (u i))) as [s [positive below]].
  pose proof (vanishes x) as middle. pose proof (vanishes (fun j => x j + s * u i j)) as ahead.
  pose proof (vanishes (fun j => x j + - s * u i j)) as behind. unfold combination in middle, ahead, behind.
  (* the second difference of the sum is that of the term i alone *)
  assert (kink : sum m (fun r => v r * (Rabs (dot d (u r) (fun j => x j + s * u i j)) +
      Rabs (dot d (u r) (fun j => x j + - s * u i j)) - 2 * Rabs (dot d (u r) x))) = 0).
  { rewrite (sum_ext m _ (fun r => v r * Rabs (dot d (u r) (fun j => x j + s * u i j)) +
      v r * Rabs (dot d (u r) (fun j => x j + - s * u i j)) + -2 * (v r * Rabs (dot d (u r) x)))) by (intros; ring).
    rewrite !sum_plus, sum_scale, middle, ahead, behind. ring. }
  rewrite (sum_change_one m i _ (fun _ => 0)) in kink; [| easy |].
  - rewrite sum_zero, !dot_plus, !dot_scale_right, on in kink by easy.
    rewrite !Rplus_0_l, Rabs_R0 in kink.
    replace (- s * dot d (u i) (u i)) with (- (s * dot d (u i) (u i))) in kink by ring.
    rewrite Rabs_Ropp, Rabs_right in kink by nra.
    assert (0 < s * dot d (u i) (u i)) by now apply Rmult_lt_0_compat. nra.
  - intros r r_in other. rewrite !dot_plus, !dot_scale_right.
    pose proof (second_difference _ _ s positive (below r r_in (off r r_in other))) as flat.
    replace (dot d (u r) x + - s * dot d (u r) (u i)) with (dot d (u r) x - s * dot d (u r) (u i)) by ring.
    rewrite flat. ring.
Qed.

Lemma mean_of_sizes_square (mean : functional) (d m : nat) (u : nat -> point) (K : nat -> nat -> R) (v : nat -> R) :
  law d mean ->
  (forall r s, (r < m)%nat -> (s < m)%nat -> mean (fun x => Rabs (dot d (u r) x) * Rabs (dot d (u s) x)) (K r s)) ->
  mean (fun x => combination d m u v x * combination d m u v x) (sum m (fun r => sum m (fun s => v r * v s * K r s))).
Proof.
  intros a_law kernel.
  apply (same_mean d mean a_law (fun x => sum m (fun r => sum m (fun s => v r * v s *
    (Rabs (dot d (u r) x) * Rabs (dot d (u s) x)))))).
  - apply (mean_sum_of d mean a_law m (fun r x => sum m (fun s => v r * v s *
      (Rabs (dot d (u r) x) * Rabs (dot d (u s) x))))). intros r r_in.
    apply (mean_sum_of d mean a_law m (fun s x => v r * v s * (Rabs (dot d (u r) x) * Rabs (dot d (u s) x)))).
    intros s s_in. now apply (mean_scale d mean a_law), kernel.
  - intros x. unfold combination. rewrite <- sum_scale_right. apply sum_ext. intros r _. rewrite <- sum_scale.
    apply sum_ext. intros. ring.
Qed.

Theorem kernel_matrix_definite_proved : kernel_matrix_definite.
Proof.
  intros mean d m u K v a_law distinct kernel definite [r [inside nonzero]].
  pose proof (mean_of_sizes_square mean d m u K v a_law kernel) as square.
  destruct (Rle_lt_or_eq_dec 0 (sum m (fun r => sum m (fun s => v r * v s * K r s)))) as [| zero]; [| easy | exfalso].
  - apply (mean_nonnegative d mean a_law _ _ (fun x => Rle_0_sqr (combination d m u v x)) square).
  - rewrite <- zero in square. apply nonzero.
    exact (sizes_independent_proved d m u v distinct (definite square) r inside).
Qed.

(** A line that occurs twice: the difference of its sizes vanishes. *)
Theorem sizes_independent_wrong_repeated_lines_refuted : ~ sizes_independent_wrong_repeated_lines.
Proof.
  intros wrong. assert (1 = 0); [| lra].
  apply (wrong 1%nat 2%nat (fun _ _ => 1) (fun r => if (r =? 0)%nat then 1 else -1)) with (r := 0%nat); [| | lia].
  - intros r _. exists 0%nat. split; [lia | lra].
  - intros x. unfold combination. simpl. ring.
Qed.

(** ** One input that is 1 or -1 *)

Lemma sizes_of_ones (r s : nat) : axes_mean 1 (fun x => Rabs (dot 1 (fun _ => 1) x) * Rabs (dot 1 (fun _ => 1) x)) 1.
Proof.
  unfold axes_mean, axis_point, dot. simpl. rewrite sqrt_1.
  replace (0 + 1 * (1 * 1)) with 1 by ring. replace (0 + 1 * (-1 * 1)) with (- (1)) by ring.
  rewrite Rabs_Ropp, Rabs_R1. field.
Qed.

Theorem kernel_matrix_definite_wrong_repeated_lines_refuted : ~ kernel_matrix_definite_wrong_repeated_lines.
Proof.
  intros wrong. set (v := fun r => if (r =? 0)%nat then 1 else -1).
  assert (positive : 0 < sum 2 (fun r => sum 2 (fun s => v r * v s * 1)));
    [| unfold v in positive; simpl in positive; lra].
  apply (wrong (axes_mean 1) 1%nat 2%nat (fun _ _ => 1) (fun _ _ => 1) v).
  - apply axes_is_a_law. lia.
  - intros r _. exists 0%nat. split; [lia | lra].
  - intros. now apply sizes_of_ones.
  - intros _ x. unfold combination, v. simpl. ring.
  - exists 0%nat. split; [lia | unfold v; simpl; lra].
Qed.
