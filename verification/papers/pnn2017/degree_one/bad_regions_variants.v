(** Wrong variants of when a region has a bad minimizer, refuted by two neurons on each of one or two inputs. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.matched statements.regions landscape.means.
From pnn2017 Require Import degree_one.bad_regions degree_one.independent_law degree_one.one_sign_variants.
Local Open Scope R_scope.

(** The target has two weights on input 0. *)
Definition two_each (d : nat) (t : nat -> R) : problem := {|
  inputs := d; lines := d; direction := fun r j => if (j =? r)%nat then 1 else 0;
  neurons := 2 * d; line := Nat.div2;
  target_neurons := 2; target := fun i j => t i * (if (j =? 0)%nat then 1 else 0) |}.

(** For it a condition says what the right one says. *)
Lemma same_condition (condition : R -> R -> R -> Prop) (d : nat) (t : nat -> R) :
  (0 < d)%nat -> bad_exactly condition ->
  let P := relu (t 0%nat) + relu (t 1%nat) in let N := relu (- t 0%nat) + relu (- t 1%nat) in
  condition (kappa_of d) P N <-> 0 < N /\ (1 - kappa_of d) * N < (1 + kappa_of d) * P.
Proof.
  intros some claimed P N. set (p := two_each d t).
  assert (are_axes : axes p) by (split; [easy | intros; reflexivity]).
  destruct (axes_kernel_instance_proved p are_axes) as [standard kernel].
  assert (on : neurons_on_lines p).
  { intros i inside. simpl in *. rewrite Nat.div2_div. apply Nat.div_lt_upper_bound; lia. }
  assert (two : two_on_each_line p).
  { intros r inside. simpl in inside. exists (2 * r)%nat, (S (2 * r)). change (line p) with Nat.div2.
    rewrite Nat.div2_double, Nat.div2_succ_double. change (neurons p) with (2 * d)%nat. repeat split; lia. }
  assert (on_lines : target_on_lines p (fun _ => 0%nat) t)
    by (intros i _; split; [exact some | intros j _; reflexivity]).
  assert (masses : its_mass p (fun _ => 0%nat) t 0 1 = P /\ its_mass p (fun _ => 0%nat) t 0 (Ropp 1) = N)
    by (unfold its_mass, P, N; simpl; rewrite !Rplus_0_l; split; f_equal; f_equal; ring).
  set (L := fun c => three_points_mean d (squared_error p (neurons p) (weights p c))).
  assert (is : is_risk (independent_mean (inputs p)) p L) by (intros c; reflexivity).
  pose proof (claimed _ p L _ t 0%nat 1 standard on two are_axes on_lines kernel is some (or_introl eq_refl))
    as [from to].
  pose proof (theorem_5_bad_regions_proved _ p L _ t 0%nat 1 standard on two are_axes on_lines kernel is some
    (or_introl eq_refl)) as [from' to'].
  cbv zeta in from, to, from', to'. rewrite (proj1 masses), (proj2 masses) in from, to, from', to'.
  change (inputs p) with d in *. split; intros met.
  - destruct (to met) as [c [_ bad]]. apply from'. now exists c.
  - destruct (to' met) as [c [_ bad]]. apply from. now exists c.
Qed.

Definition two_weights (x y : R) (i : nat) : R := if (i =? 0)%nat then x else y.

(** No positive mass. *)
Theorem theorem_5_bad_regions_wrong_any_mass_refuted : ~ theorem_5_bad_regions_wrong_any_mass.
Proof.
  intros wrong. pose proof (same_condition _ 1 (two_weights 0 (-1)) Nat.lt_0_1 wrong) as same. cbv zeta in same.
  unfold two_weights in same. simpl Nat.eqb in same. rewrite kappa_of_one in same. cbv iota in same.
  rewrite (relu_of_nonpositive (-1)), (relu_of_nonnegative (- -1)), Ropp_0, (relu_of_nonpositive 0) in same by lra.
  destruct (proj1 same); lra.
Qed.

(** No negative mass. *)
Theorem theorem_5_bad_regions_wrong_other_mass_refuted : ~ theorem_5_bad_regions_wrong_other_mass.
Proof.
  intros wrong. pose proof (same_condition _ 1 (two_weights 0 1) Nat.lt_0_1 wrong) as same. cbv zeta in same.
  unfold two_weights in same. simpl Nat.eqb in same. rewrite kappa_of_one in same. cbv iota in same.
  rewrite (relu_of_nonnegative 1), (relu_of_nonpositive (- (1))), Ropp_0, (relu_of_nonpositive 0) in same by lra.
  destruct (proj1 same); lra.
Qed.

(** Two inputs: a fifth of the other mass is too little. *)
Theorem theorem_5_bad_regions_wrong_kappa_refuted : ~ theorem_5_bad_regions_wrong_kappa.
Proof.
  intros wrong. pose proof (same_condition _ 2 (two_weights (/ 5) (-1)) Nat.lt_0_2 wrong) as same. cbv zeta in same.
  unfold two_weights in same. simpl Nat.eqb in same. cbv iota in same.
  rewrite (relu_of_nonpositive (-1)), (relu_of_nonnegative (- -1)), (relu_of_nonnegative (/ 5)),
    (relu_of_nonpositive (- / 5)) in same by lra.
  assert (small : kappa_of 2 < 0.6) by (unfold kappa_of; simpl INR; interval).
  destruct (proj1 same); lra.
Qed.
