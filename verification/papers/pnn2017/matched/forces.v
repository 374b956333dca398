(** The mean of one side of a line times the error of a network, by an odd and an even force. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.matched.
From pnn2017 Require Import landscape.means landscape.axes_law scalar.variants.
From pnn2017 Require Import matched.minima matched.risk matched.risk_variants.
Local Open Scope R_scope.

Section Forces.
Variables (mean : functional) (p : problem) (its_line : nat -> nat) (its_c c : nat -> R) (r : nat).
Hypothesis standard : standard_law (inputs p) mean.
Hypothesis kernel : has_kernel mean p (psi_kernel p).
Hypothesis r_in : (r < lines p)%nat.
Let a_law := is_law (inputs p) mean standard.
Let u := dot (inputs p) (direction p r).
Let surplus_of := surplus p its_line its_c c.
Let even := even_part p its_line its_c c.

Lemma sum_times (f : point -> R) (x : point) : f x * even x =
  sum (lines p) (fun t => surplus_of t * (f x * Rabs (dot (inputs p) (direction p t) x))).
Proof. unfold even, even_part. rewrite <- sum_scale. apply sum_ext. intros. unfold surplus_of. ring. Qed.

Lemma direction_times_even_part : mean (fun x => u x * even x) 0.
Proof.
  replace 0 with (sum (lines p) (fun t => surplus_of t * 0)) by (apply sum_zero; intros; ring).
  apply (same_mean _ _ a_law (fun x => sum (lines p) (fun t => surplus_of t *
    (u x * Rabs (dot (inputs p) (direction p t) x))))); [| intros; symmetry; apply (sum_times u)].
  apply (mean_sum_of _ _ a_law). intros t _.
  now apply (mean_scale _ _ a_law), (mean_of_direction_and_size mean p standard).
Qed.

Lemma size_times_even_part :
  mean (fun x => Rabs (u x) * even x) (sum (lines p) (fun t => psi_kernel p r t * surplus_of t)).
Proof.
  rewrite (sum_ext _ _ (fun t => surplus_of t * psi_kernel p r t)) by (intros; ring).
  apply (same_mean _ _ a_law (fun x => sum (lines p) (fun t => surplus_of t *
    (Rabs (u x) * Rabs (dot (inputs p) (direction p t) x)))));
    [| intros; symmetry; apply (sum_times (fun x => Rabs (u x)))].
  apply (mean_sum_of _ _ a_law). intros t t_in. apply (mean_scale _ _ a_law). now apply kernel.
Qed.
End Forces.

Theorem first_order_slopes_proved : first_order_slopes.
Proof.
  intros mean p its_line its_c c r s standard occupied on_lines kernel r_in unit dq.
  set (z := dot (inputs p) (excess_sum p c)). set (even := even_part p its_line its_c c).
  set (v := dot (inputs p) (direction p r)). pose proof (is_law _ _ standard) as a_law.
  pose proof (mean_of_two_directions _ _ standard (direction p r) (excess_sum p c)) as odd_odd.
  pose proof (direction_times_even_part mean p its_line its_c c r standard) as odd_even.
  pose proof (mean_of_direction_and_size mean p standard (excess_sum p c) (direction p r)) as even_odd.
  pose proof (size_times_even_part mean p its_line its_c c r standard kernel r_in) as even_even.
  replace (/ 2 * _) with (/ 4 * s * v (excess_sum p c) + / 4 * s * 0 + / 4 * 0 +
    / 4 * sum (lines p) (fun t => psi_kernel p r t * dq t)) by (unfold v; field).
  apply (same_mean _ _ a_law (fun x => / 4 * s * (v x * z x) + / 4 * s * (v x * even x) +
    / 4 * (z x * Rabs (v x)) + / 4 * (Rabs (v x) * even x))).
  - repeat apply (mean_plus _ _ a_law); now apply (mean_scale _ _ a_law).
  - intros x. rewrite (error_in_halves p its_line its_c occupied on_lines), dot_scale, relu_in_halves.
    fold (z x) (even x) (v x).
    replace (Rabs s) with 1 by (destruct unit as [-> | ->]; [rewrite Rabs_right | rewrite Rabs_left]; lra). field.
Qed.

(** ** Wrong variants, on one input: no weight against a target of weight 1 *)

Lemma claimed_forces (odd even : R) : forces_are odd even -> odd + even = 1.
Proof.
  intros claimed.
  pose (at_one_sign := fun a b (forces : forces_are a b) => forces (axes_mean 1) one_sign (fun _ => 0%nat) (fun _ => 1)
    (fun _ => 0) 0%nat 1 (axes_is_standard 1 Nat.lt_0_1) one_sign_neurons one_sign_on_lines one_sign_has_kernel
    Nat.lt_0_1 (or_introl eq_refl)).
  pose proof (mean_unique _ _ (axes_is_a_law 1 Nat.lt_0_1) _ _ _ (at_one_sign _ _ claimed)
    (at_one_sign _ _ first_order_slopes_proved)) as equal.
  clear at_one_sign. cbv zeta in equal. simpl (sum (lines one_sign) _) in equal. rewrite one_sign_kernel in equal.
  unfold excess_sum, line_sums, dot, weights in equal. simpl in equal. rewrite Rabs_R0, Rabs_R1 in equal. lra.
Qed.

Theorem first_order_slopes_wrong_odd_refuted : ~ first_order_slopes_wrong_odd.
Proof. intros wrong. apply claimed_forces in wrong. lra. Qed.

Theorem first_order_slopes_wrong_even_refuted : ~ first_order_slopes_wrong_even.
Proof. intros wrong. apply claimed_forces in wrong. lra. Qed.
