(** The means of |u.x||v.x| for normal inputs of any number and unit vectors u and v are psi of their cosine.

    Turning neighbouring inputs changes no mean. From the last inputs down it brings u onto the first axis, then v into
    the plane of the first two; there psi_from_rotations applies. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.rotations kernel.slow_functions.
From pnn2017 Require Import kernel.normal_space kernel.normal_turned landscape.means.
Local Open Scope R_scope.

(** ** The law of rotations *)

Lemma slow_squares (d i : nat) : (S i < d)%nat -> slow_in_space d (fun x => x i ^ 2 + x (S i) ^ 2).
Proof.
  intros inside. assert (square : forall j, (j < d)%nat -> slow_in_space d (fun x => x j ^ 2)).
  { intros j j_in. replace (fun x : point => x j ^ 2) with (fun x : point => x j * x j)
      by (apply functional_extensionality; intros; ring).
    apply (slow_product d (fun x => x j) (fun x => x j)); now apply coordinate_is_a_factor. }
  apply (slow_sum d (fun x => x i ^ 2) (fun x => x (S i) ^ 2)); apply square; lia.
Qed.

Lemma slow_mean_unique (d : nat) (f : point -> R) (m : R) :
  slow_in_space d f -> normal_mean d f m -> normal_integral d f = m.
Proof. intros f_slow has. exact (normal_mean_unique d f _ _ (slow_has_mean d f f_slow) has). Qed.

Lemma second_moments_of_two (d i : nat) : (S i < d)%nat -> normal_mean d (fun x => x i ^ 2 + x (S i) ^ 2) 2.
Proof.
  intros inside. replace 2 with (1 + 1) by ring.
  replace (fun x : point => x i ^ 2 + x (S i) ^ 2) with (fun x : point => x i * x i + x (S i) * x (S i))
    by (apply functional_extensionality; intros; ring).
  pose proof (normal_covariance d i i ltac:(lia) ltac:(lia)) as first.
  pose proof (normal_covariance d (S i) (S i) inside inside) as second. rewrite Nat.eqb_refl in first, second.
  exact (mean_plus d _ (is_law _ _ (normal_law_proved d)) _ _ _ _ first second).
Qed.

Lemma normal_rotation_invariant (d i : nat) : (S i < d)%nat ->
  rotation_invariant point (fun x => x i) (fun x => x (S i)) (turn i) (slow_in_space d) (normal_integral d).
Proof.
  intros inside. pose proof (is_law _ _ (normal_law_proved d)) as a_law. split.
  - intros. apply turned_first.
  - intros. apply turned_second.
  - apply slow_sum.
  - apply slow_multiple.
  - intros. now apply slow_turned.
  - intros f g f_slow g_slow. apply slow_mean_unique; [now apply slow_sum |].
    apply (mean_plus d _ a_law f g); now apply slow_has_mean.
  - intros a f f_slow. apply slow_mean_unique; [now apply slow_multiple |].
    apply (mean_scale d _ a_law). now apply slow_has_mean.
  - intros f g f_slow g_slow below.
    pose proof (mean_minus d _ a_law g f _ _ (slow_has_mean d g g_slow) (slow_has_mean d f f_slow)) as difference.
    apply normal_mean_nonnegative in difference; [lra |]. intros x. specialize (below x). lra.
  - intros a f f_slow. apply slow_mean_unique; [now apply slow_turned |].
    apply turned_mean; [easy | easy | now apply slow_has_mean].
  - now apply slow_squares.
  - apply slow_mean_unique; [now apply slow_squares | now apply second_moments_of_two].
Qed.

(** One input and a vector of the plane of it and the next. *)
Definition with_axis (i : nat) (v0 v1 : R) (x : point) : R := Rabs (x i) * Rabs (v0 * x i + v1 * x (S i)).

Lemma slow_with_axis (d i : nat) (v0 v1 : R) : (S i < d)%nat -> slow_in_space d (with_axis i v0 v1).
Proof.
  intros inside. set (v := fun j => if (j =? i)%nat then v0 else if (j =? S i)%nat then v1 else 0).
  replace (with_axis i v0 v1) with (fun x => Rabs (x i) * Rabs (dot d v x)).
  - apply (slow_product d (fun x => Rabs (x i)) (fun x => Rabs (dot d v x)));
      (apply contracted_factor; [exact Rabs_R0 | intros; apply Rabs_triang_inv2 |]);
      [apply coordinate_is_a_factor; lia | apply dot_is_a_factor].
  - apply functional_extensionality. intros x. unfold with_axis. do 2 f_equal. unfold dot, v.
    rewrite (sum_ext d _ (fun j => (if (j =? i)%nat then v0 * x j else 0) + (if (j =? S i)%nat then v1 * x j else 0))).
    + rewrite sum_plus, (sum_delta d i (fun j => v0 * x j)), (sum_delta d (S i) (fun j => v1 * x j)); easy || lia.
    + intros j _. destruct (Nat.eqb_spec j i) as [-> |]; [| destruct (j =? S i)%nat; ring].
      destruct (Nat.eqb_spec i (S i)); [lia | ring].
Qed.

Theorem normal_law_turned_proved : normal_law_turned.
Proof.
  intros d i inside. exists (slow_in_space d), (normal_integral d).
  split; [now apply normal_rotation_invariant | split; [apply slow_has_mean |]].
  intros t. now apply (slow_with_axis d i (cos t) (sin t)).
Qed.

Theorem psi_from_rotations_wrong_angle_refuted : ~ psi_from_rotations_wrong_angle.
Proof.
  intros wrong. pose proof PI_RGT_0. pose proof two_over_pi.
  pose proof (normal_rotation_invariant 2 0 Nat.lt_1_2) as invariant.
  pose proof (slow_with_axis 2 0 (cos 0) (sin 0) Nat.lt_1_2) as integrand_slow.
  pose proof (wrong _ _ _ _ _ _ invariant 0 ltac:(lra) integrand_slow) as claimed.
  pose proof (psi_from_rotations_proved _ _ _ _ _ _ invariant 0 ltac:(lra) integrand_slow) as proved.
  cbv beta in claimed, proved. rewrite claimed, sin_0, cos_0, psi_at_zero, psi_at_one in proved. lra.
Qed.

(** ** The plane of the first two inputs *)

Definition in_first (k d : nat) (u : point) : Prop := forall j, (k <= j)%nat -> (j < d)%nat -> u j = 0.

Lemma dot_in_first_two (d : nat) (u x : point) : (1 < d)%nat -> in_first 2 d u ->
  dot d u x = u 0%nat * x 0%nat + u 1%nat * x 1%nat.
Proof.
  intros two plane. destruct d as [| [| d]]; [lia | lia |]. unfold dot. rewrite !sum_first, sum_zero; [ring |].
  intros j inside. rewrite plane by lia. ring.
Qed.

Section Space.
Variable d : nat.
Hypothesis two_inputs : (1 < d)%nat.

(** On the other side of the axis by a turn that takes the vector to the axis. *)
Lemma psi_with_axis (v0 v1 : R) : v0 * v0 + v1 * v1 = 1 -> normal_mean d (with_axis 0 v0 v1) (psi v0).
Proof.
  intros unit. assert (cosine : -1 <= v0 <= 1) by nra.
  set (th := acos v0). pose proof (acos_bound v0) as angle. fold th in angle.
  assert (cos_th : cos th = v0) by now apply cos_acos.
  pose proof (sin2_cos2 th) as one. unfold Rsqr in one.
  assert (has : normal_mean d (with_axis 0 (cos th) (sin th)) (psi (cos th))).
  { rewrite <- (psi_from_rotations_proved _ _ _ _ _ _ (normal_rotation_invariant d 0 two_inputs) th angle
      (slow_with_axis d 0 (cos th) (sin th) two_inputs)). now apply slow_has_mean, slow_with_axis. }
  rewrite <- cos_th. destruct (Rmult_integral (v1 - sin th) (v1 + sin th)) as [side | side].
  - transitivity (v0 * v0 + v1 * v1 - (sin th * sin th + cos th * cos th)); [rewrite cos_th; ring | lra].
  - now replace v1 with (sin th) by lra.
  - replace v1 with (- sin th) by lra.
    apply (turned_mean d 0 th _ _ two_inputs (slow_with_axis d 0 _ _ two_inputs)) in has. revert has.
    apply (mean_ext _ _ (is_law _ _ (normal_law_proved d))). intros x. unfold with_axis.
    rewrite turned_first, turned_second, Rmult_comm. f_equal; f_equal; [| ring].
    transitivity ((sin th * sin th + cos th * cos th) * x 0%nat); [ring | rewrite one; ring].
Qed.

(** ** Any two unit vectors *)

Definition sizes (u v x : point) : R := Rabs (dot d u x) * Rabs (dot d v x).
Definition kernel_is_psi (u v : point) : Prop := normal_mean d (sizes u v) (psi (dot d u v)).

Lemma psi_in_the_plane (u v : point) : in_first 1 d u -> in_first 2 d v -> dot d u u = 1 -> dot d v v = 1 ->
  kernel_is_psi u v.
Proof.
  intros axis plane unit unit'.
  assert (axis_plane : in_first 2 d u) by (intros j above inside; apply axis; lia).
  pose proof (axis 1%nat (le_n 1) two_inputs) as no_second.
  assert (on_axis : forall x, dot d u x = u 0%nat * x 0%nat)
    by (intros; rewrite dot_in_first_two, no_second by easy; ring).
  rewrite on_axis in unit. rewrite dot_in_first_two in unit' by easy. unfold kernel_is_psi. rewrite on_axis.
  assert (ends : u 0%nat = 1 \/ u 0%nat = -1)
    by (destruct (Rmult_integral (u 0%nat - 1) (u 0%nat + 1)); [lra | left | right]; lra).
  assert (size : Rabs (u 0%nat) = 1) by (destruct ends as [-> | ->]; [apply Rabs_R1 | rewrite Rabs_left; lra]).
  replace (psi (u 0%nat * v 0%nat)) with (psi (v 0%nat)).
  - apply (mean_ext _ _ (is_law _ _ (normal_law_proved d)) (with_axis 0 (v 0%nat) (v 1%nat)));
      [| now apply psi_with_axis].
    intros x. unfold sizes, with_axis. now rewrite on_axis, (dot_in_first_two d v), Rabs_mult, size, Rmult_1_l.
  - destruct ends as [-> | ->]; [| rewrite <- psi_even_proved]; f_equal; ring.
Qed.

Lemma dot_turned (i : nat) (a : R) (u x : point) : (S i < d)%nat -> dot d (turn i a u) (turn i a x) = dot d u x.
Proof.
  intros inside. pose proof (sin2_cos2 a) as one. unfold Rsqr in one.
  transitivity (dot d (turn i (- a) (turn i a u)) x).
  - unfold dot. rewrite (sum_turned d i a x (fun j t => turn i a u j * t)) by easy.
    rewrite (sum_turned d i (- a) (turn i a u) (fun j t => t * x j)) by easy.
    rewrite cos_neg, sin_neg. ring.
  - f_equal. apply turn_by_coordinates; rewrite ?turned_first, ?turned_second, ?cos_neg, ?sin_neg.
    + transitivity ((sin a * sin a + cos a * cos a) * u i); [rewrite one |]; ring.
    + transitivity ((sin a * sin a + cos a * cos a) * u (S i)); [rewrite one |]; ring.
    + intros. now rewrite turned_other.
Qed.

Lemma kernel_turned (i : nat) (a : R) (u v : point) : (S i < d)%nat ->
  kernel_is_psi (turn i a u) (turn i a v) -> kernel_is_psi u v.
Proof.
  intros inside has. unfold kernel_is_psi in has. rewrite dot_turned in has by easy.
  apply (turned_mean d i a _ _ inside (slow_sizes d _ _)) in has. revert has.
  apply (mean_ext _ _ (is_law _ _ (normal_law_proved d))). intros x. unfold sizes. now rewrite !dot_turned.
Qed.

(** Some turn brings the second of two coordinates to zero. *)
Lemma turn_to_zero (i : nat) (u : point) : exists a, turn i a u (S i) = 0.
Proof.
  destruct (polar_coordinates (u i) (u (S i))) as [q [s [_ [_ [first second]]]]]. exists (- s).
  rewrite turned_second, first, second, cos_neg, sin_neg. ring.
Qed.

Lemma turned_in_first (k i : nat) (a : R) (u : point) : in_first k d u -> (k <= i)%nat -> (S i < d)%nat ->
  in_first k d (turn i a u).
Proof.
  intros first above inside j beyond j_in. pose proof (first i above ltac:(lia)) as zero.
  pose proof (first (S i) ltac:(lia) inside) as zero'.
  destruct (Nat.eq_dec j i) as [-> |]; [rewrite turned_first, zero, zero'; ring |].
  destruct (Nat.eq_dec j (S i)) as [-> |]; [rewrite turned_second, zero, zero'; ring |].
  rewrite turned_other by easy. now apply first.
Qed.

Lemma fewer_coordinates (i : nat) (a : R) (u : point) :
  in_first (S (S i)) d u -> turn i a u (S i) = 0 -> in_first (S i) d (turn i a u).
Proof.
  intros first zero j beyond j_in. destruct (Nat.eq_dec j (S i)) as [-> |]; [exact zero |].
  rewrite turned_other by lia. apply first; lia.
Qed.

(** The second vector into the plane, past an axis that these turns leave alone. *)
Lemma psi_from_the_axis (n : nat) (u v : point) : (S n < d)%nat -> in_first 1 d u -> in_first (S (S n)) d v ->
  dot d u u = 1 -> dot d v v = 1 -> kernel_is_psi u v.
Proof.
  revert u v. induction n as [| n IH]; intros u v inside axis first unit unit'; [now apply psi_in_the_plane |].
  destruct (turn_to_zero (S n) v) as [a zero]. apply (kernel_turned (S n) a u v inside).
  apply IH; [lia | now apply turned_in_first; try lia | now apply fewer_coordinates |..];
    now rewrite dot_turned.
Qed.

(** The first vector onto the axis. *)
Lemma psi_of_unit_vectors (n : nat) (u v : point) : (n < d)%nat -> in_first (S n) d u ->
  dot d u u = 1 -> dot d v v = 1 -> kernel_is_psi u v.
Proof.
  revert u v. induction n as [| n IH]; intros u v inside first unit unit'.
  - apply (psi_from_the_axis (d - 2)); try easy; [lia |]. intros j beyond j_in. lia.
  - destruct (turn_to_zero n u) as [a zero]. apply (kernel_turned n a u v inside).
    apply IH; [lia | now apply fewer_coordinates |..]; now rewrite dot_turned.
Qed.
End Space.

Lemma psi_of_one_input (u v : point) : dot 1 u u = 1 -> dot 1 v v = 1 -> kernel_is_psi 1 u v.
Proof.
  assert (each : forall w x, dot 1 w x = w 0%nat * x 0%nat) by (intros; unfold dot; simpl; ring).
  unfold kernel_is_psi. rewrite !each. intros unit unit'.
  set (c := u 0%nat * v 0%nat). assert (ends : c = 1 \/ c = -1).
  { assert ((c - 1) * (c + 1) = 0).
    { transitivity (u 0%nat * u 0%nat * (v 0%nat * v 0%nat) - 1); [unfold c; ring | rewrite unit, unit'; ring]. }
    destruct (Rmult_integral (c - 1) (c + 1)); [easy | left | right]; lra. }
  assert (value : psi c = 1).
  { destruct ends as [side | side]; rewrite side; [exact psi_at_one |].
    replace (-1) with (- (1)) by ring. rewrite psi_even_proved. exact psi_at_one. }
  rewrite value.
  apply (mean_ext _ _ (is_law _ _ (normal_law_proved 1%nat)) (fun x => x 0%nat * x 0%nat));
    [| exact (normal_covariance 1 0 0 Nat.lt_0_1 Nat.lt_0_1)].
  intros x. unfold sizes. rewrite !each, <- Rabs_mult.
  replace (u 0%nat * x 0%nat * (v 0%nat * x 0%nat)) with (c * (x 0%nat * x 0%nat)) by (unfold c; ring).
  rewrite Rabs_mult, (Rabs_right (x 0%nat * x 0%nat)) by (apply Rle_ge; nra).
  destruct ends as [side | side]; rewrite side; [rewrite Rabs_R1 | rewrite Rabs_left by lra]; ring.
Qed.

Theorem normal_kernel_proved : normal_kernel.
Proof.
  intros p units r s r_in s_in. pose proof (units r r_in) as unit. pose proof (units s s_in) as unit'.
  unfold cosines in unit, unit'. change (kernel_is_psi (inputs p) (direction p r) (direction p s)).
  destruct (inputs p) as [| [| n]].
  - unfold dot in unit. simpl in unit. lra.
  - now apply psi_of_one_input.
  - apply (psi_of_unit_vectors (S (S n)) ltac:(lia) (S n)); [lia | | easy | easy]. intros j beyond j_in. lia.
Qed.
