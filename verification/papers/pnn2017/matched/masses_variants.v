(** The masses at minima on distinct lines: an instance, and what fails on one line in both its directions or if zero is
    a sign. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.regions.
From pnn2017 Require Import statements.distinct_lines statements.counterexamples.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.normal_space landscape.means kernel_matrix.psi_matrix.
From pnn2017 Require Import matched.plane matched.zero_weights matched.minima_variants.
Local Open Scope R_scope.

(** ** Lines of the plane *)

Lemma plane_units (angle : nat -> R) (on k n : nat) (its_line : nat -> nat) (its_c : nat -> R) :
  unit_lines (plane angle on k n its_line its_c).
Proof.
  intros r _. rewrite plane_cosines. pose proof (sin2_cos2 (angle r * PI / 180)) as one. unfold Rsqr in one. lra.
Qed.

Lemma plane_distinct (angle : nat -> R) (on k n : nat) (its_line : nat -> nat) (its_c : nat -> R) :
  (forall r s, (r < on)%nat -> (s < on)%nat -> r <> s ->
    -1 < cosines (plane angle on k n its_line its_c) r s < 1) ->
  distinct_lines 2 on (direction (plane angle on k n its_line its_c)).
Proof. intros inside. apply lines_of_cosines; [exact (plane_units angle on k n its_line its_c) | exact inside]. Qed.

Ltac inside_at_degrees := intros r s r_in s_in other; rewrite plane_cosines; destruct constants as [_ [_ ?]];
  assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia;
  assert (s = 0 \/ s = 1 \/ s = 2)%nat as [-> | [-> | ->]] by lia; try easy; autorewrite with degrees; lra.

(** An instance: the lines at 0, 90 and 30 degrees. *)
Lemma unweighted_distinct : distinct_lines 2 3 (direction unweighted).
Proof. apply plane_distinct. inside_at_degrees. Qed.

Theorem theorem_7_masses_instance_proved : theorem_7_masses_instance.
Proof.
  exists unweighted, unweighted_risk, unweighted_point, Nat.div2, one_and_minus_one.
  split; [exact (plane_units _ 3 6 4 _ _) |]. split; [exact unweighted_distinct |]. split; [apply pairs_occupied |].
  split; [| split; [exact unweighted_is_risk | split; [exact unweighted_span | exact unweighted_minimum]]].
  intros i inside. split; [apply six_on_three; simpl in inside; lia | easy].
Qed.

(** Zero as a negative weight: the counterexample with zero weights, its lines at 0, 60 and 210 degrees. *)
Lemma zero_weights_distinct : distinct_lines 2 3 (direction zero_weights).
Proof. apply plane_distinct. inside_at_degrees. Qed.

Theorem theorem_7_masses_wrong_zero_as_negative_refuted : ~ theorem_7_masses_wrong_zero_as_negative.
Proof.
  intros wrong. destruct zero_weights_bad as [minimum positive].
  assert (on : target_on_lines zero_weights Nat.div2 half_targets)
    by (intros i inside; split; [now apply six_on_three | easy]).
  destruct (wrong zero_weights _ _ _ _ (plane_units _ 3 6 6 _ _) zero_weights_distinct (pairs_occupied _ _ _ _) on
    zero_weights_is_risk zero_weights_span minimum) as [zero _]. lra.
Qed.

(** ** One line in both its directions, at 30 and 210 degrees: the target on one, the network's weights on the other *)

Definition twice_one_line : problem :=
  plane (fun r => match r with 0%nat => 30 | _ => 210 end) 2 4 2 (fun _ => 0%nat) one_and_minus_one.
Definition on_the_other (i : nat) : R := if Nat.ltb i 2 then 0 else one_and_minus_one i.
Definition twice_one_line_risk : (nat -> R) -> R :=
  two_squares (/ 4) (/ 4) psi_kernel twice_one_line (fun _ => 0%nat) one_and_minus_one.

Lemma twice_one_line_is_risk : is_risk (normal_mean 2) twice_one_line twice_one_line_risk.
Proof. apply (plane_risk _ 2 4 2 2); intros i inside; do 4 (destruct i as [| i]; [simpl; lia |]); lia. Qed.

Lemma twice_one_line_kernel (r s : nat) : (r < 2)%nat -> (s < 2)%nat -> psi_kernel twice_one_line r s = 1.
Proof.
  intros r_in s_in. change (psi_kernel twice_one_line r s) with (psi (cosines twice_one_line r s)).
  unfold twice_one_line. rewrite plane_cosines. pose proof w_square as square.
  assert (minus : psi (- (1)) = 1) by (rewrite psi_even_proved; exact psi_at_one).
  assert (r = 0 \/ r = 1)%nat as [-> | ->] by lia; assert (s = 0 \/ s = 1)%nat as [-> | ->] by lia;
    autorewrite with degrees;
    first [ transitivity (psi 1); [f_equal; lra | exact psi_at_one]
          | transitivity (psi (- (1))); [f_equal; lra | exact minus] ].
Qed.

Lemma twice_one_line_value : twice_one_line_risk on_the_other = 0.
Proof.
  assert (sizes : line_sums 4 Nat.div2 on_the_other 0 = 0 /\ line_sums 4 Nat.div2 on_the_other 1 = 2 /\
    line_sums 2 (fun _ => 0%nat) one_and_minus_one 0 = 2 /\ line_sums 2 (fun _ => 0%nat) one_and_minus_one 1 = 0).
  { unfold line_sums, on_the_other, one_and_minus_one. simpl.
    rewrite ?Rabs_R0, ?Rabs_R1, ?(Rabs_left (-1)) by lra. lra. }
  assert (sums : forall j, excess_sum twice_one_line on_the_other j = 0)
    by (intros j; unfold excess_sum, weights; simpl; unfold on_the_other, one_and_minus_one; simpl; ring).
  destruct sizes as [a [b [a' b']]]. unfold twice_one_line_risk, two_squares.
  cbn [neurons target_neurons line lines twice_one_line plane]. cbn [sum].
  rewrite !twice_one_line_kernel, a, b, a', b' by lia. unfold dot.
  rewrite sum_zero by (intros; rewrite sums; ring). ring.
Qed.

Theorem theorem_7_masses_wrong_opposite_lines_refuted : ~ theorem_7_masses_wrong_opposite_lines.
Proof.
  intros wrong.
  destruct (wrong twice_one_line twice_one_line_risk on_the_other (fun _ => 0%nat) one_and_minus_one) as [_ [_ same]].
  - exact (plane_units _ 2 4 2 _ _).
  - intros r s r_in s_in other. exists 0%nat. split; [simpl; lia |]. destruct constants as [_ [_ ?]].
    assert (r = 0 /\ s = 1 \/ r = 1 /\ s = 0)%nat as [[-> ->] | [-> ->]] by (simpl in *; lia);
      simpl; autorewrite with degrees; lra.
  - split; simpl; intros i inside; [do 4 (destruct i as [| i]; [simpl; lia |]); lia |].
    exists (2 * i)%nat. assert (i = 0 \/ i = 1)%nat as [-> | ->] by lia; simpl; lia.
  - intros i inside. split; [simpl; lia | easy].
  - exact twice_one_line_is_risk.
  - intros r inside. exists (fun s => match s with 0%nat => 0 | _ => match r with 0%nat => -1 | _ => 1 end end). split.
    + intros s s_in used. simpl in s_in. assert (s = 1)%nat as -> by (destruct s as [| s]; [now destruct used | lia]).
      split; [exists 2%nat | exists 3%nat]; unfold on_the_other, one_and_minus_one; simpl; repeat split; try lia; lra.
    + intros j _. simpl in *. assert (r = 0 \/ r = 1)%nat as [-> | ->] by lia;
        destruct j as [| [| j]]; simpl; autorewrite with degrees; ring.
  - exists 1. split; [lra |]. intros c _. rewrite twice_one_line_value.
    apply (mean_nonnegative _ _ (is_law _ _ (normal_law_proved 2%nat))
      (squared_error twice_one_line 4 (weights twice_one_line c))); [| apply twice_one_line_is_risk].
    intros x. apply pow2_ge_0.
  - specialize (same 0%nat ltac:(simpl; lia)). unfold line_sums, on_the_other, one_and_minus_one in same. simpl in same.
    rewrite ?Rabs_R0, ?Rabs_R1, ?(Rabs_left (-1)) in same by lra. lra.
Qed.
