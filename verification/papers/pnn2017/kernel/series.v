(** psi as a power series of the squared cosine, with positive coefficients.

    Term by term: 2/pi / sqrt(1 - x) has the coefficients [root_coefficient], 2/pi asin r / r of x = r^2 has
    [arcsine_coefficient] and psi, whose slope is 2/pi asin, has [psi_coefficient]. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import statements.kernel kernel.psi kernel.bounds.
Local Open Scope R_scope.

Fixpoint root_coefficient (k : nat) : R :=
  match k with O => 2 / PI | S n => (2 * INR n + 1) / (2 * INR n + 2) * root_coefficient n end.
Definition arcsine_coefficient (k : nat) : R := root_coefficient k / (2 * INR k + 1).
Definition psi_coefficient (k : nat) : R :=
  match k with O => 2 / PI | S n => arcsine_coefficient n / (2 * INR n + 2) end.

Lemma root_coefficient_bounds (k : nat) : 0 < root_coefficient k <= 1.
Proof.
  pose proof two_over_pi. induction k as [| k IH]; simpl; [lra |]. pose proof (pos_INR k).
  assert (0 < (2 * INR k + 1) / (2 * INR k + 2) <= 1); [| nra].
  split; [apply Rdiv_lt_0_compat; lra |]. apply (Rmult_le_reg_r (2 * INR k + 2)); [lra |]. field_simplify; lra.
Qed.

Lemma divided_bounds (a b : R) : 0 < a <= 1 -> 1 <= b -> 0 < a / b <= 1.
Proof.
  intros. split; [apply Rdiv_lt_0_compat; lra |]. apply (Rmult_le_reg_r b); [lra |]. unfold Rdiv.
  rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma arcsine_coefficient_bounds (k : nat) : 0 < arcsine_coefficient k <= 1.
Proof. pose proof (pos_INR k). apply divided_bounds; [apply root_coefficient_bounds | lra]. Qed.

Lemma psi_coefficient_bounds (k : nat) : 0 < psi_coefficient k <= 1.
Proof.
  destruct k as [| k]; [pose proof two_over_pi; simpl; lra |]. pose proof (pos_INR k).
  apply divided_bounds; [apply arcsine_coefficient_bounds | lra].
Qed.

(** Bounded coefficients: the series converge inside the unit interval. *)
Lemma inside_the_radius (a : nat -> R) (x : R) :
  (forall k, 0 < a k <= 1) -> -1 < x < 1 -> Rbar_lt (Rabs x) (CV_radius a).
Proof.
  intros bounds inside. apply Rbar_lt_le_trans with 1.
  - simpl. apply Rabs_def1; lra.
  - apply (CV_radius_bounded a). exists 1. intros n. rewrite pow1, Rmult_1_r, Rabs_right; [apply bounds |].
    pose proof (bounds n). lra.
Qed.

Lemma constant_inside (f : R -> R) (r : R) :
  (forall x, -1 < x < 1 -> is_derive f x 0) -> -1 < r < 1 -> f r = f 0.
Proof.
  intros flat inside. destruct (MVT_gen f 0 r (fun _ => 0)) as [c [_ same]]; [| | lra].
  - intros x between. apply flat. split; [apply Rle_lt_trans with (Rmin 0 r) | apply Rlt_le_trans with (Rmax 0 r)];
      unfold Rmin, Rmax in *; destruct (Rle_dec 0 r); lra.
  - intros x between. apply derivable_continuous_pt. exists 0. apply is_derive_Reals, flat.
    unfold Rmin, Rmax in *; destruct (Rle_dec 0 r); lra.
Qed.

Lemma ex_inside (a : nat -> R) (x : R) : (forall k, 0 < a k <= 1) -> -1 < x < 1 -> ex_pseries a x.
Proof. intros. now apply CV_radius_inside, inside_the_radius. Qed.

Lemma ex_slope_inside (a : nat -> R) (x : R) :
  (forall k, 0 < a k <= 1) -> -1 < x < 1 -> ex_pseries (PS_derive a) x.
Proof. intros. apply CV_radius_inside. rewrite CV_radius_derive. now apply inside_the_radius. Qed.

Lemma square_inside (r : R) : -1 < r < 1 -> -1 < r ^ 2 < 1.
Proof. intros. nra. Qed.

(** ** The inverse root *)

Lemma root_slope (x : R) : -1 < x < 1 ->
  2 * (1 - x) * PSeries (PS_derive root_coefficient) x = PSeries root_coefficient x.
Proof.
  intros inside. set (w := PS_derive root_coefficient).
  assert (terms : PSeries w x = PSeries (PS_plus (PS_scal (/ 2) root_coefficient) (PS_incr_1 w)) x).
  { apply PSeries_ext. intros [| k]; unfold w, PS_plus, PS_scal, PS_incr_1, PS_derive, plus, scal; simpl;
      unfold mult; simpl; [unfold zero; simpl; lra |].
    change (match k with 0%nat => 1 | S _ => INR k + 1 end) with (INR (S k)). rewrite S_INR.
    pose proof (pos_INR k). field. lra. }
  rewrite PSeries_plus, PSeries_scal, PSeries_incr_1 in terms.
  - lra.
  - apply (ex_pseries_scal (/ 2)); [apply Rmult_comm | now apply ex_inside; [apply root_coefficient_bounds |]].
  - apply ex_pseries_incr_1, ex_slope_inside; [apply root_coefficient_bounds | easy].
Qed.

Lemma root_series (x : R) : -1 < x < 1 -> PSeries root_coefficient x = 2 / PI / sqrt (1 - x).
Proof.
  intros inside. assert (positive : forall y, -1 < y < 1 -> 0 < sqrt (1 - y)) by (intros; apply sqrt_lt_R0; lra).
  assert (same : PSeries root_coefficient x * sqrt (1 - x) = PSeries root_coefficient 0 * sqrt (1 - 0)).
  { apply (constant_inside (fun y => PSeries root_coefficient y * sqrt (1 - y))); [| easy]. intros y y_inside.
    pose proof (positive y y_inside) as root. pose proof (root_slope y y_inside) as slope.
    evar_last.
    - apply (is_derive_mult (PSeries root_coefficient) (fun y => sqrt (1 - y)) y
        (PSeries (PS_derive root_coefficient) y) (- / (2 * sqrt (1 - y)))).
      + apply is_derive_PSeries, inside_the_radius; [apply root_coefficient_bounds | easy].
      + auto_derive; [lra |]. unfold Rminus in *. field. lra.
      + intros; apply Rmult_comm.
    - unfold plus, mult; simpl. rewrite <- slope. pose proof (sqrt_sqrt (1 - y) ltac:(lra)) as square.
      set (q := sqrt (1 - y)) in *. replace (1 - y) with (q * q). field. lra. }
  rewrite PSeries_0, Rminus_0_r, sqrt_1, Rmult_1_r in same. simpl in same. rewrite <- same. field.
  apply Rgt_not_eq, positive. lra.
Qed.

(** ** The arcsine *)

Lemma arcsine_terms (x : R) : -1 < x < 1 ->
  PSeries arcsine_coefficient x + 2 * x * PSeries (PS_derive arcsine_coefficient) x = PSeries root_coefficient x.
Proof.
  intros inside.
  rewrite (PSeries_ext root_coefficient
    (PS_plus arcsine_coefficient (PS_scal 2 (PS_incr_1 (PS_derive arcsine_coefficient))))).
  - rewrite PSeries_plus, PSeries_scal, PSeries_incr_1; [ring | |].
    + apply ex_inside; [apply arcsine_coefficient_bounds | easy].
    + apply (ex_pseries_scal 2); [apply Rmult_comm |]. apply ex_pseries_incr_1, ex_slope_inside; [| easy].
      apply arcsine_coefficient_bounds.
  - intros [| k].
    + unfold PS_plus, PS_scal, PS_incr_1, arcsine_coefficient, plus, scal, zero; simpl. unfold mult; simpl. field.
      apply PI_neq0.
    + change (root_coefficient (S k) = root_coefficient (S k) / (2 * INR (S k) + 1) +
        2 * (INR (S k) * (root_coefficient (S k) / (2 * INR (S k) + 1)))). pose proof (pos_INR (S k)). field. lra.
Qed.

Lemma arcsine_series (r : R) : -1 < r < 1 -> r * PSeries arcsine_coefficient (r ^ 2) = 2 / PI * asin r.
Proof.
  intros inside. enough (same : r * PSeries arcsine_coefficient (r ^ 2) - 2 / PI * asin r =
    0 * PSeries arcsine_coefficient (0 ^ 2) - 2 / PI * asin 0) by (rewrite asin_0 in same; lra).
  apply (constant_inside (fun r => r * PSeries arcsine_coefficient (r ^ 2) - 2 / PI * asin r)); [| easy].
  intros y y_inside. pose proof (square_inside y y_inside) as square. evar_last.
  - apply (is_derive_minus (fun r => r * PSeries arcsine_coefficient (r ^ 2)) (fun r => 2 / PI * asin r)).
    + apply (is_derive_mult (fun r => r) (fun r => PSeries arcsine_coefficient (r ^ 2)) y 1
        (2 * y * PSeries (PS_derive arcsine_coefficient) (y ^ 2))).
      * apply (is_derive_id (K := R_AbsRing)).
      * apply (is_derive_comp (PSeries arcsine_coefficient) (fun r => r ^ 2) y).
        -- apply is_derive_PSeries, inside_the_radius; [apply arcsine_coefficient_bounds | easy].
        -- auto_derive; [easy | ring].
      * intros; apply Rmult_comm.
    + apply (is_derive_scal asin y (2 / PI)), asin_derivative, y_inside.
  - unfold minus, plus, opp, mult; simpl. pose proof (arcsine_terms (y ^ 2) square) as terms.
    rewrite root_series in terms by easy. simpl in *. unfold Rdiv in *. lra.
Qed.

(** ** psi *)

Lemma psi_terms (x : R) : 2 * PSeries (PS_derive psi_coefficient) x = PSeries arcsine_coefficient x.
Proof.
  rewrite <- PSeries_scal. apply PSeries_ext. intros k.
  change (2 * (INR (S k) * (arcsine_coefficient k / (2 * INR k + 2))) = arcsine_coefficient k).
  rewrite S_INR. pose proof (pos_INR k). field. lra.
Qed.

Theorem psi_series (r : R) : -1 < r < 1 -> is_pseries psi_coefficient (r ^ 2) (psi r).
Proof.
  intros inside. pose proof (square_inside r inside) as square.
  replace (psi r) with (PSeries psi_coefficient (r ^ 2)).
  { apply PSeries_correct, ex_inside; [apply psi_coefficient_bounds | easy]. }
  enough (same : PSeries psi_coefficient (r ^ 2) - psi r = PSeries psi_coefficient (0 ^ 2) - psi 0).
  { replace (0 ^ 2) with 0 in same by ring. rewrite PSeries_0, psi_at_zero in same.
    change (psi_coefficient 0) with (2 / PI) in same. lra. }
  apply (constant_inside (fun r => PSeries psi_coefficient (r ^ 2) - psi r)); [| easy].
  intros y y_inside. evar_last.
  - apply (is_derive_minus (fun r => PSeries psi_coefficient (r ^ 2)) psi).
    + apply (is_derive_comp (PSeries psi_coefficient) (fun r => r ^ 2) y).
      * apply is_derive_PSeries, inside_the_radius; [apply psi_coefficient_bounds | now apply square_inside].
      * instantiate (1 := 2 * y). auto_derive; [easy | ring].
    + apply psi_derivative_proved, y_inside.
  - pose proof (arcsine_series y y_inside) as arcsine. rewrite <- psi_terms in arcsine.
    unfold minus, plus, opp, scal; simpl in *. unfold mult; simpl. lra.
Qed.
