(** The matrix psi[U U^T] of unit vectors is semidefinite, and definite exactly where their lines are distinct.

    psi is a series in even powers of the cosine with positive coefficients. The matrices of even powers are
    semidefinite, and those of high powers are nearly the unit matrix where the lines are distinct. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matrices statements.distinct_lines.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.series kernel_matrix.powers.
Local Open Scope R_scope.

(** ** Up to the ends: shorter vectors *)

Lemma power_near_one (n : nat) (t : R) : 0 <= t <= 1 -> 1 - INR n * (1 - t) <= t ^ n.
Proof.
  intros inside. induction n as [| n IH]; [simpl; lra |]. rewrite S_INR. simpl. pose proof (pos_INR n).
  apply Rle_trans with (t * (1 - INR n * (1 - t))); [| apply Rmult_le_compat_l; lra].
  assert (0 <= INR n * ((1 - t) * (1 - t))) by (apply Rmult_le_pos; [easy | apply Rle_0_sqr]). lra.
Qed.

Lemma small_multiples (a b : R) : (forall e, 0 < e < 1 -> a <= e * b) -> a <= 0.
Proof.
  intros below. destruct (Rle_or_lt a 0) as [| positive]; [easy | exfalso].
  pose proof (below (/ 2) ltac:(lra)) as half. set (e := a / (2 * (a + b))).
  assert (0 < b) by lra. assert (inside : 0 < e < 1).
  { unfold e. split; [apply Rdiv_lt_0_compat; lra |]. apply (Rmult_lt_reg_r (2 * (a + b))); [lra |].
    field_simplify; lra. }
  pose proof (below e inside). assert (e * b < a); [| lra].
  apply Rlt_le_trans with (e * (2 * (a + b))); [apply Rmult_lt_compat_l; lra |]. right. unfold e. field. lra.
Qed.

Section Units.
Variables (d m : nat) (u : nat -> point).
Hypothesis units : unit_vectors d m u.

Lemma off_the_line (a : R) (r s : nat) : (r < m)%nat -> (s < m)%nat ->
  dot d (fun j => u s j + - a * u r j) (fun j => u s j + - a * u r j) = 1 - 2 * a * dot d (u r) (u s) + a ^ 2.
Proof.
  intros r_in s_in. rewrite dot_plus, dot_scale_right, (dot_comm d _ (u s)), (dot_comm d _ (u r)).
  rewrite !dot_plus, !dot_scale_right, (dot_comm d (u s) (u r)), !units by easy. ring.
Qed.

Lemma cosine_bounds (r s : nat) : (r < m)%nat -> (s < m)%nat -> -1 <= dot d (u r) (u s) <= 1.
Proof.
  intros r_in s_in. pose proof (off_the_line (dot d (u r) (u s)) r s r_in s_in) as square.
  pose proof (dot_square_nonnegative d (fun j => u s j + - dot d (u r) (u s) * u r j)) as positive.
  rewrite square in positive. split; nra.
Qed.

Lemma cosine_inside (r s : nat) : distinct_lines d m u -> (r < m)%nat -> (s < m)%nat -> r <> s ->
  -1 < dot d (u r) (u s) < 1.
Proof.
  intros [_ apart] r_in s_in other. pose proof (off_the_line (dot d (u r) (u s)) r s r_in s_in) as square.
  destruct (dot_square_nonnegative d (fun j => u s j + - dot d (u r) (u s) * u r j)) as [positive | zero].
  - rewrite square in positive. split; nra.
  - exfalso. destruct (apart r s r_in s_in other (dot d (u r) (u s))) as [j [inside differs]]. apply differs.
    pose proof (dot_square_zero d _ (eq_sym zero) j inside) as on. cbv beta in on. lra.
Qed.

Lemma shortened_cosine (r s : nat) (t : R) : (r < m)%nat -> (s < m)%nat -> 0 < t < 1 ->
  -1 < t * dot d (u r) (u s) < 1.
Proof.
  intros r_in s_in inside. pose proof (cosine_bounds r s r_in s_in) as bounds. set (g := dot d (u r) (u s)) in *.
  assert (0 <= t * (g + 1)) by (apply Rmult_le_pos; lra). assert (0 <= t * (1 - g)) by (apply Rmult_le_pos; lra). lra.
Qed.

(** Vectors of the squared length t: each term of the series at t is at most the matrix at 1 and what psi changes. *)
Lemma shortened (k : nat) (v : nat -> R) (t : R) : 0 < t < 1 ->
  psi_coefficient k * t ^ (2 * k) * even_power d m u k v <=
  quadratic m (of_cosines psi d u) v + (1 - t) * sum m (fun r => sum m (fun s => Rabs (v r * v s))).
Proof.
  intros inside. set (short := fun r j => sqrt t * u r j).
  assert (cosine : forall r s, dot d (short r) (short s) = t * dot d (u r) (u s)).
  { intros r s. unfold short. rewrite dot_scale, dot_scale_right, <- Rmult_assoc, sqrt_sqrt by lra. ring. }
  apply Rle_trans with (quadratic m (of_cosines psi d short) v).
  - replace (psi_coefficient k * t ^ (2 * k) * even_power d m u k v) with
      (psi_coefficient k * even_power d m short k v).
    + apply at_least_each_term. intros r s r_in s_in. rewrite cosine. apply (shortened_cosine r s t r_in s_in inside).
    + rewrite Rmult_assoc. f_equal. unfold even_power, quadratic. rewrite <- sum_scale. apply sum_ext. intros r _.
      rewrite <- sum_scale. apply sum_ext. intros s _. rewrite cosine, Rpow_mult_distr, Rpow_mult_distr, (pow_mult t).
      ring.
  - unfold quadratic. rewrite <- sum_scale, <- sum_plus. apply sum_le. intros r r_in.
    rewrite <- sum_scale, <- sum_plus. apply sum_le. intros s s_in. unfold of_cosines. rewrite cosine.
    pose proof (cosine_bounds r s r_in s_in) as bounds. pose proof (shortened_cosine r s t r_in s_in inside).
    set (g := dot d (u r) (u s)) in *.
    assert (change : Rabs (psi (t * g) - psi g) <= 1 - t).
    { apply Rle_trans with (1 * Rabs (t * g - g)); [apply psi_lipschitz_proved; lra |].
      rewrite Rmult_1_l. replace (t * g - g) with ((1 - t) * - g) by ring.
      rewrite Rabs_mult, Rabs_Ropp, (Rabs_right (1 - t)) by lra. rewrite <- (Rmult_1_r (1 - t)) at 2.
      apply Rmult_le_compat_l; [lra | apply Rabs_le; lra]. }
    assert (v r * v s * (psi (t * g) - psi g) <= Rabs (v r * v s) * (1 - t)); [| lra].
    apply Rle_trans with (1 := Rle_abs _). rewrite Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos | exact change].
Qed.

Lemma at_least_the_power (k : nat) (v : nat -> R) :
  psi_coefficient k * even_power d m u k v <= quadratic m (of_cosines psi d u) v.
Proof.
  set (X := quadratic m (of_cosines psi d u) v). set (q := psi_coefficient k * even_power d m u k v).
  set (M := sum m (fun r => sum m (fun s => Rabs (v r * v s)))).
  assert (positive : 0 <= q).
  { unfold q. apply Rmult_le_pos; [apply Rlt_le, psi_coefficient_bounds | apply even_powers_semidefinite]. }
  enough (q - X <= 0) by lra. apply (small_multiples _ (M + INR (2 * k) * q)). intros e inside.
  pose proof (shortened k v (1 - e) ltac:(lra)) as bound. fold X M in bound.
  replace (psi_coefficient k * (1 - e) ^ (2 * k) * even_power d m u k v) with ((1 - e) ^ (2 * k) * q) in bound
    by (unfold q; ring).
  pose proof (power_near_one (2 * k) (1 - e) ltac:(lra)) as near.
  assert ((1 - INR (2 * k) * (1 - (1 - e))) * q <= (1 - e) ^ (2 * k) * q) by now apply Rmult_le_compat_r. lra.
Qed.
End Units.

Theorem psi_matrix_semidefinite_proved : psi_matrix_semidefinite.
Proof.
  intros d m u v units. apply Rle_trans with (2 := at_least_the_power d m u units 0 v).
  apply Rmult_le_pos; [apply Rlt_le, psi_coefficient_bounds | apply even_powers_semidefinite].
Qed.

(** The matrices of even powers tend to the unit matrix. *)
Lemma powers_tend_to_the_unit_matrix (d m : nat) (u : nat -> point) (v : nat -> R) :
  unit_vectors d m u -> distinct_lines d m u -> is_lim_seq (fun k => even_power d m u k v) (sum m (fun r => v r * v r)).
Proof.
  intros units distinct.
  replace (sum m (fun r => v r * v r)) with (quadratic m (fun r s => if (s =? r)%nat then 1 else 0) v).
  - apply (quadratic_limit m (fun r s k => (dot d (u r) (u s) ^ 2) ^ k)). intros r s r_in s_in. cbv beta.
    destruct (Nat.eqb_spec s r) as [-> | other].
    + apply (is_lim_seq_ext (fun _ => 1)); [| apply is_lim_seq_const]. intros k.
      rewrite units by easy. now rewrite !pow1.
    + apply is_lim_seq_geom. pose proof (cosine_inside d m u units r s distinct r_in s_in (not_eq_sym other)).
      rewrite Rabs_right; nra.
  - apply sum_ext. intros r r_in. rewrite <- (sum_delta m r (fun s => v r * v s)) by easy. apply sum_ext.
    intros s _. destruct (s =? r)%nat; ring.
Qed.

(** ** Vectors on one line *)

Lemma some_coordinate (d : nat) (y : point) : dot d y y <> 0 -> exists j, (j < d)%nat /\ y j <> 0.
Proof.
  induction d as [| d IH]; intros nonzero; [now destruct nonzero |].
  destruct (Req_dec (y d) 0) as [zero | other]; [| exists d; split; [lia | easy]].
  destruct IH as [j [inside other]].
  - intros rest. apply nonzero. unfold dot in *. simpl. rewrite rest, zero. ring.
  - exists j. split; [lia | easy].
Qed.

Definition opposite_pair (r s j : nat) : R := (if (j =? r)%nat then 1 else 0) - (if (j =? s)%nat then 1 else 0).

Lemma opposite_pair_nonzero (m r s : nat) :
  (r < m)%nat -> r <> s -> exists t, (t < m)%nat /\ opposite_pair r s t <> 0.
Proof.
  intros r_in other. exists r. split; [easy |]. unfold opposite_pair.
  rewrite Nat.eqb_refl, (proj2 (Nat.eqb_neq r s) other). lra.
Qed.

Lemma image_of_opposite_pair (m r s t : nat) (K : nat -> nat -> R) : (r < m)%nat -> (s < m)%nat ->
  image m K (opposite_pair r s) t = K t r - K t s.
Proof.
  intros r_in s_in. unfold image, opposite_pair.
  rewrite (sum_ext m _ (fun j => (if (j =? r)%nat then K t j else 0) - (if (j =? s)%nat then K t j else 0))).
  - now rewrite sum_minus, !sum_delta.
  - intros j _. destruct (j =? r)%nat, (j =? s)%nat; ring.
Qed.

Lemma zero_image (m : nat) (K : nat -> nat -> R) (v : nat -> R) :
  (forall t, (t < m)%nat -> image m K v t = 0) -> quadratic m K v = 0.
Proof.
  intros zero. apply sum_zero. intros r r_in. rewrite <- (Rmult_0_r (v r)), <- (zero r r_in). unfold image.
  rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

Theorem psi_matrix_repeated_line_proved : psi_matrix_repeated_line.
Proof.
  intros d m u r s sign r_in s_in other unit on.
  assert (same : forall t, of_cosines psi d u r t = of_cosines psi d u s t).
  { intros t. unfold of_cosines. rewrite (dot_ext d (u s) (fun j => sign * u r j)) by easy. rewrite dot_scale.
    destruct unit as [-> | ->]; [now rewrite Rmult_1_l |].
    replace (-1 * dot d (u r) (u t)) with (- dot d (u r) (u t)) by ring. now rewrite psi_even_proved. }
  split; [exact same |]. exists (opposite_pair r s). split; [now apply opposite_pair_nonzero |].
  intros t _. rewrite image_of_opposite_pair by easy. unfold of_cosines in *.
  rewrite (dot_comm d (u t)), (dot_comm d (u t)), same. ring.
Qed.

(** Cosines strictly inside make lines distinct. *)
Lemma lines_of_cosines (d m : nat) (u : nat -> point) : unit_vectors d m u ->
  (forall r s, (r < m)%nat -> (s < m)%nat -> r <> s -> -1 < dot d (u r) (u s) < 1) -> distinct_lines d m u.
Proof.
  intros units inside. split.
  - intros r r_in. apply some_coordinate. rewrite units by easy. lra.
  - intros r s r_in s_in other a. destruct (some_coordinate d (fun j => u s j + - a * u r j)) as [j [j_in nonzero]].
    + rewrite (off_the_line d m u units a r s r_in s_in). pose proof (inside r s r_in s_in other).
      pose proof (Rle_0_sqr (a - dot d (u r) (u s))). unfold Rsqr in *. set (g := dot d (u r) (u s)) in *.
      assert (0 < (1 - g) * (1 + g)) by (apply Rmult_lt_0_compat; lra). apply Rgt_not_eq. lra.
    + exists j. split; [easy |]. intros same. apply nonzero. rewrite same. ring.
Qed.

Theorem psi_matrix_definite_proved : psi_matrix_definite.
Proof.
  intros d m u units. split.
  - intros positive. apply lines_of_cosines; [easy |]. intros r s r_in s_in other.
    pose proof (cosine_bounds d m u units r s r_in s_in) as bounds. set (g := dot d (u r) (u s)) in *.
    destruct (Req_dec (1 - g * g) 0) as [zero | nonzero]; [exfalso | nra].
    assert (sign : g = 1 \/ g = -1)
      by (assert (product : (g - 1) * (g + 1) = 0) by lra; destruct (Rmult_integral _ _ product); [left | right]; lra).
    destruct (psi_matrix_repeated_line_proved d m u r s g r_in s_in other sign) as [_ [v [some zero_there]]].
    + intros j j_in. pose proof (off_the_line d m u units g r s r_in s_in) as square. fold g in square.
      replace (1 - 2 * g * g + g ^ 2) with 0 in square by lra.
      pose proof (dot_square_zero d _ square j j_in) as on. cbv beta in on. lra.
    + pose proof (positive v some). rewrite (zero_image m _ v zero_there) in *. lra.
  - intros distinct v [r [r_in nonzero]].
    destruct (Rle_or_lt (quadratic m (of_cosines psi d u) v) 0) as [none |]; [exfalso | easy].
    assert (sum m (fun r => v r * v r) <= 0).
    { change (Rbar_le (sum m (fun r => v r * v r)) 0).
      refine (is_lim_seq_le (fun k => even_power d m u k v) (fun _ => 0) _ _ _
        (powers_tend_to_the_unit_matrix d m u v units distinct) (is_lim_seq_const 0)).
      intros k. pose proof (at_least_the_power d m u units k v). pose proof (psi_coefficient_bounds k).
      pose proof (even_powers_semidefinite d m u k v). nra. }
    pose proof (sum_at_least m r (fun r => v r * v r) r_in (fun j _ => Rle_0_sqr (v j))). cbv beta in *.
    assert (0 < v r * v r) by (apply Rsqr_pos_lt; easy). lra.
Qed.
