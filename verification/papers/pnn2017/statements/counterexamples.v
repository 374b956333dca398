(** Counterexamples to Theorems 7 and 9 as printed, and a bad minimum beside Theorem 5: definitions and statements, no
    proof. *)
From Coq Require Import Reals.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched.
Local Open Scope R_scope.

(** ** Counterexamples to Theorems 7 and 9 as printed *)

Definition one_and_minus_one (i : nat) : R := if Nat.even i then 1 else -1.
Definition least (k : nat) (L : (nat -> R) -> R) (c : nat -> R) : Prop := global_minimum L c.

(** The value that Theorem 9 promises is q*^T S q* / 4 with S the Schur complement of the target's lines: that of masses
    q, of any sign, without even force on the network's lines. The target's lines are among the first m directions. *)
Definition even_moment (p : problem) (m : nat) (its_line : nat -> nat) (its_c : nat -> R) (r : nat) : R :=
  sum m (fun s => line_sums (target_neurons p) its_line its_c s * psi_kernel p r s).
Definition no_even_force (p : problem) (m : nat) (its_line : nat -> nat) (its_c q : nat -> R) : Prop := forall r,
  (r < lines p)%nat -> sum (lines p) (fun s => q s * psi_kernel p r s) = even_moment p m its_line its_c r.
Definition schur_value (p : problem) (m : nat) (its_line : nat -> nat) (its_c q : nat -> R) : R :=
  / 4 * (sum m (fun r => line_sums (target_neurons p) its_line its_c r * even_moment p m its_line its_c r) -
         sum (lines p) (fun r => q r * even_moment p m its_line its_c r)).
(** The Schur complement of line m after the lines before it, and b with which it is computed. *)
Definition schur_complement (p : problem) (m : nat) (kappa : R) : Prop := exists b : nat -> R,
  (forall r, (r < m)%nat -> sum m (fun s => b s * psi_kernel p r s) = psi_kernel p r m) /\
  kappa = psi_kernel p m m - sum m (fun r => b r * psi_kernel p r m).

(** Without zero weights: three inputs, the lines e1, e2, (3/5, 4/5, 0) and e3 with two neurons each, both signs on the
    first three, two positive weights on e3. The target is 1 and -1 on each of four lines: these, or for Theorem 9
    (5/13, 12/13, 0) in place of the third. Under any law as in Theorem 6 whose kernel on these lines is psi. *)
Definition five_lines (r : nat) : point := fun j =>
  match r, j with
  | O, O | S O, S O | S (S (S O)), S (S O) => 1
  | S (S O), O => 3 / 5
  | S (S O), S O => 4 / 5
  | S (S (S (S _))), O => 5 / 13
  | S (S (S (S _))), S O => 12 / 13
  | _, _ => 0
  end.
Definition in_space (m : nat) (its_line : nat -> nat) : problem := {|
  inputs := 3; lines := m; direction := five_lines; neurons := 8; line := Nat.div2;
  target_neurons := 8; target := fun i j => one_and_minus_one i * five_lines (its_line i) j |}.
Definition three_mixed_lines (p : problem) (c : nat -> R) : Prop :=
  no_zero_weight p c /\ mixed p c 0 /\ mixed p c 1 /\ mixed p c 2 /\ 0 < c 6%nat /\ 0 < c 7%nat.

Definition dependent_lines : problem := in_space 4 Nat.div2.
Definition dependent_minimum (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (share reached : R) : Prop :=
  forall mean L, standard_law 3 mean -> has_kernel mean dependent_lines (psi_kernel dependent_lines) ->
  is_risk mean dependent_lines L ->
  exists c kappa, three_mixed_lines dependent_lines c /\ schur_complement dependent_lines 3 kappa /\
    minimum 8%nat L c /\ L c = share * kappa / (1 + kappa) /\
    33517 / 100000 < kappa / (1 + kappa) < 33518 / 100000 /\ L one_and_minus_one = reached.
Definition theorem_7_dependent_lines : Prop := dependent_minimum local_minimum 1 0.
Definition theorem_7_dependent_lines_wrong_global : Prop := dependent_minimum least 1 0.
Definition theorem_7_dependent_lines_wrong_value : Prop := dependent_minimum local_minimum (/ 2) 0.
Definition theorem_7_dependent_lines_wrong_reached : Prop := dependent_minimum local_minimum 1 (1 / 100).

Definition its_lines (i : nat) : nat := match Nat.div2 i with 2%nat => 4%nat | r => r end.
Definition other_lines (m : nat) : problem := in_space m its_lines.
Definition other_minimum (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (across : R -> Prop)
    (share promised : R) : Prop :=
  forall mean L, standard_law 3 mean -> has_kernel mean (other_lines 5) (psi_kernel (other_lines 5)) ->
  is_risk mean (other_lines 4) L ->
  exists c q kappa, three_mixed_lines (other_lines 4) c /\ across (excess_sum (other_lines 4) c 2%nat) /\
    no_even_force (other_lines 4) 5 its_lines one_and_minus_one q /\ schur_complement (other_lines 4) 3 kappa /\
    let schur := schur_value (other_lines 4) 5 its_lines one_and_minus_one q in
    minimum 8%nat L c /\ L c = schur + share * kappa * q 3%nat ^ 2 / (1 + kappa) /\
    3416 / 10000 < L c < 3417 / 10000 /\ promised < schur < promised + 1 / 10000 /\ exists c', L c' < L c.
Definition not_zero (z : R) : Prop := z <> 0.
Definition theorem_9_dependent_lines : Prop := other_minimum local_minimum not_zero (/ 4) (82 / 10000).
Definition theorem_9_dependent_lines_wrong_global : Prop := other_minimum least not_zero (/ 4) (82 / 10000).
Definition theorem_9_dependent_lines_wrong_orthogonal : Prop :=
  other_minimum local_minimum (fun z => z = 0) (/ 4) (82 / 10000).
Definition theorem_9_dependent_lines_wrong_share : Prop := other_minimum local_minimum not_zero (/ 2) (82 / 10000).
Definition theorem_9_dependent_lines_wrong_schur : Prop := other_minimum local_minimum not_zero (/ 4) (3416 / 10000).
(** In the plane, for two normal inputs: lines at angles in degrees; two neurons on each of the first ones in turn,
    neuron i of the target on its line. *)
Definition at_degrees (a : R) : point := fun j =>
  match j with O => cos (a * PI / 180) | S O => sin (a * PI / 180) | _ => 0 end.
Definition plane (angle : nat -> R) (on k n : nat) (its_line : nat -> nat) (its_c : nat -> R) : problem := {|
  inputs := 2; lines := on; direction := fun r => at_degrees (angle r); neurons := k; line := Nat.div2;
  target_neurons := n; target := fun i j => its_c i * at_degrees (angle (its_line i)) j |}.
(** The risk at a minimum, and at another point. *)
Definition minimum_at (p : problem) (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (c : nat -> R)
    (value below above : R) (other : nat -> R) (its_value : R) : Prop := forall L, is_risk (normal_mean 2) p L ->
  minimum (neurons p) L c /\ L c = value /\ below < value < above /\ L other = its_value.

(** The second counterexample to Theorem 7 as printed. Two lines have a positive weight and a zero one, whose sign counts
    as -1; the target's weights, on the same lines, are among those of the network and have risk zero. *)
Definition half_targets (i : nat) : R := match i with 4%nat => 1 | 5%nat => -1 | _ => / 2 end.
Definition zero_weights : problem :=
  plane (fun r => match r with 0%nat => 0 | 1%nat => 60 | _ => 210 end) 3 6 6 Nat.div2 half_targets.
Definition arc_cosine (t : R) : R := sin t + (PI - t) * cos t.
Definition zero_x : R := arc_cosine (PI / 6) / (PI + arc_cosine (PI / 3) - 2 * arc_cosine (5 * PI / 6) ^ 2 / PI).
Definition zero_y : R := 1 - 2 * arc_cosine (5 * PI / 6) * zero_x / PI.
Definition zero_weights_point (i : nat) : R :=
  match i with 0%nat | 2%nat => 1 + zero_x | 4%nat | 5%nat => zero_y / 2 | _ => 0 end.
Definition zero_weights_minimum (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (factor least : R) : Prop :=
  0 < zero_x /\ 0 < zero_y /\ minimum_at zero_weights minimum zero_weights_point
    (/ 2 - factor * zero_x * (/ 2 + 5 * sqrt 3 * PI / 12) / PI) (17652 / 1000000) (17653 / 1000000) half_targets least.
Definition theorem_7_zero_weights : Prop := zero_weights_minimum local_minimum 1 0.
Definition theorem_7_zero_weights_wrong_global : Prop := zero_weights_minimum least 1 0.
Definition theorem_7_zero_weights_wrong_value : Prop := zero_weights_minimum local_minimum 2 0.
Definition theorem_7_zero_weights_wrong_least : Prop := zero_weights_minimum local_minimum 1 (1 / 100).

(** Theorem 5, other-regions: the axes, two positive weights on the first, both signs on the second, the target 1 and -1
    on both. *)
Definition axes_at_0_and_90 : problem := plane (fun r => match r with 0%nat => 0 | _ => 90 end) 2 4 4 Nat.div2 one_and_minus_one.
Definition one_signed_kappa : R := 1 - 4 / PI ^ 2.
Definition one_signed_point (i : nat) : R := match i with
  | 0%nat | 1%nat => one_signed_kappa / (1 + one_signed_kappa)
  | _ => one_and_minus_one i * (1 + 2 / PI / (1 + one_signed_kappa)) end.
Definition one_signed_minimum (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (share reached : R) : Prop :=
  minimum_at axes_at_0_and_90 minimum one_signed_point (share * one_signed_kappa / (1 + one_signed_kappa))
    (372 / 1000) (373 / 1000) one_and_minus_one reached.
Definition theorem_5_one_signed_input : Prop := one_signed_minimum local_minimum 1 0.
Definition theorem_5_one_signed_input_wrong_global : Prop := one_signed_minimum least 1 0.
Definition theorem_5_one_signed_input_wrong_value : Prop := one_signed_minimum local_minimum (1 / 2) 0.
Definition theorem_5_one_signed_input_wrong_reached : Prop := one_signed_minimum local_minimum 1 (1 / 100).

(** Zero weights in Theorem 9 as printed: the target's third line, at 28 degrees, is none of the network's. *)
Definition third_moved (i : nat) : nat := match Nat.div2 i with 2%nat => 3%nat | r => r end.
Definition moved_line : problem := plane
  (fun r => match r with 0%nat => 0 | 1%nat => 60 | 2%nat => 30 | _ => 28 end) 3 6 6 third_moved half_targets.
Definition moved_line_minimum (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (about promised : R) : Prop :=
  (exists m0 m1 m2 value, 0 < m0 /\ 0 < m1 /\ 0 < m2 /\ minimum_at moved_line minimum
     (fun i => match i with 0%nat => m0 | 2%nat => m1 | 4%nat | 5%nat => - m2 / 2 | _ => 0 end)
     value (about - 1 / 100000) (about + 1 / 100000) half_targets (2 - 2 * psi (cos (2 * PI / 180)))) /\
  2 - 2 * psi (cos (2 * PI / 180)) < 2 / 1000 /\
  exists q, no_even_force moved_line 4 third_moved half_targets q /\
    promised - 1 / 100000 < schur_value moved_line 4 third_moved half_targets q < promised + 1 / 100000.
Definition theorem_9_zero_weights : Prop := moved_line_minimum local_minimum (1807 / 100000) (24 / 100000).
Definition theorem_9_zero_weights_wrong_global : Prop := moved_line_minimum least (1807 / 100000) (24 / 100000).
Definition theorem_9_zero_weights_wrong_risk : Prop := moved_line_minimum local_minimum (24 / 100000) (24 / 100000).
Definition theorem_9_zero_weights_wrong_promise : Prop :=
  moved_line_minimum local_minimum (1807 / 100000) (1807 / 100000).

(** A line without weight, in Theorem 9 as printed: a global minimum there misses its value. *)
Definition zero_line : problem := plane (fun r => match r with 0%nat => 0 | 1%nat => 60 | 2%nat => 120 | _ => 30 end)
  3 6 2 (fun _ => 3%nat) one_and_minus_one.
Definition zero_line_mass : R := 2 * (1 / PI + 1 / sqrt 3) / (7 / 6 + sqrt 3 / PI).
Definition zero_line_point (i : nat) : R := if Nat.ltb i 4 then one_and_minus_one i * zero_line_mass / 2 else 0.
Definition zero_line_minimum (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (factor schur schur' : R) : Prop :=
  minimum_at zero_line minimum zero_line_point
    (1 - factor * (1 / PI + 1 / sqrt 3) ^ 2 / (7 / 6 + sqrt 3 / PI)) (661 / 10000) (662 / 10000) (fun _ => 0) 1 /\
  exists q, no_even_force zero_line 4 (fun _ => 3%nat) one_and_minus_one q /\
    schur < schur_value zero_line 4 (fun _ => 3%nat) one_and_minus_one q < schur'.
Definition theorem_9_zero_line : Prop := zero_line_minimum least 2 (347 / 10000) (348 / 10000).
Definition theorem_9_zero_line_wrong_value : Prop := zero_line_minimum least 4 (347 / 10000) (348 / 10000).
Definition theorem_9_zero_line_wrong_schur : Prop := zero_line_minimum least 2 (661 / 10000) (662 / 10000).
(** Neurons of a line can change places. *)
Definition alone_least (k : nat) (L : (nat -> R) -> R) (c : nat -> R) : Prop :=
  forall c', (exists i, (i < k)%nat /\ c' i <> c i) -> L c < L c'.
Definition theorem_9_zero_line_wrong_alone : Prop := zero_line_minimum alone_least 2 (347 / 10000) (348 / 10000).
