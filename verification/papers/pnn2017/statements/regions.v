(** What is proved of minima in regions of given signs (Theorems 5 and 7): definitions and statements, no proof. *)
From Coq Require Import Reals.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.distinct_lines.
Local Open Scope R_scope.

(** ** Regions without bad minima, for any numbers of inputs, lines and neurons *)

(** ours.no-one-signed-line, squared loss: every line has a neuron at or above zero and one at or below. The minimum is
    global even among networks with other numbers of neurons on the lines. *)
Definition no_line_one_signed (p : problem) (c : nat -> R) : Prop :=
  forall r, (r < lines p)%nat ->
    (exists i, (i < neurons p)%nat /\ line p i = r /\ 0 <= c i) /\
    (exists i, (i < neurons p)%nat /\ line p i = r /\ c i <= 0).
Definition minimum_is_global (condition : problem -> (nat -> R) -> Prop) : Prop :=
  forall mean p L c, law (inputs p) mean -> lines_occupied p -> is_risk mean p L ->
  condition p c -> local_minimum (neurons p) L c ->
  forall k its_line its_c value, (forall i, (i < k)%nat -> (its_line i < lines p)%nat) ->
  mean (squared_error p k (fun i j => its_c i * direction p (its_line i) j)) value -> L c <= value.
Definition no_one_signed_line : Prop := minimum_is_global no_line_one_signed.
Definition no_one_signed_line_wrong_without_condition : Prop := minimum_is_global (fun _ _ => True).
Definition no_one_signed_line_wrong_some_line : Prop :=
  minimum_is_global (fun p c => exists r, (r < lines p)%nat /\ mixed p c r).

(** ours.first-order-test, increase: between points c and c' of the closed orthant of signs s the risk grows by slopes,
    each a mean of one side of a neuron's line times the error, and a mean of squares. For any law and any target. *)
Definition side_of (p : problem) (s : nat -> R) (i : nat) (x : point) : R :=
  relu (dot (inputs p) (fun j => s i * direction p (line p i) j) x).
Definition increase_is (factor share : R) (orthant : R -> R -> R -> Prop) : Prop := forall mean p L c c' s F D,
  law (inputs p) mean -> is_risk mean p L ->
  (forall i, (i < neurons p)%nat -> orthant (s i) (c i) (c' i)) ->
  let h := network (inputs p) (neurons p) (weights p c) in let h' := network (inputs p) (neurons p) (weights p c') in
  (forall i, (i < neurons p)%nat ->
    mean (fun x => side_of p s i x * (h x - network (inputs p) (target_neurons p) (target p) x)) (F i)) ->
  mean (fun x => (h' x - h x) ^ 2) D ->
  L c' - L c = sum (neurons p) (fun i => factor * F i * (Rabs (c' i) - Rabs (c i))) + share * D.
Definition one_orthant (s a b : R) : Prop := (s = 1 \/ s = -1) /\ 0 <= s * a /\ 0 <= s * b.
Definition first_order_increase : Prop := increase_is 2 1 one_orthant.
Definition first_order_increase_wrong_half : Prop := increase_is 1 1 one_orthant.
Definition first_order_increase_wrong_without_square : Prop := increase_is 2 0 one_orthant.
Definition first_order_increase_wrong_two_orthants : Prop :=
  increase_is 2 1 (fun s a _ => (s = 1 \/ s = -1) /\ 0 <= s * a).

(** pnn.theorem-5: a degree-one network, both signs on every input; zero weights may be there too. *)
Definition degree_one_minimum (condition : problem -> (nat -> R) -> Prop) : Prop :=
  forall mean p L c, standard_law (inputs p) mean -> lines_occupied p -> axes p -> matched p -> is_risk mean p L ->
  condition p c -> local_minimum (neurons p) L c -> L c = 0.
Definition theorem_5 : Prop := degree_one_minimum (fun p c => forall r, (r < lines p)%nat -> mixed p c r).
Definition theorem_5_wrong_one_input : Prop :=
  degree_one_minimum (fun p c => exists r, (r < lines p)%nat /\ mixed p c r).

(** pnn.theorem-7 as repaired: the mixed lines span what all lines span. A mixed line has a positive and a negative
    weight; any others may be zero. *)
Definition lines_span (chosen : problem -> (nat -> R) -> nat -> Prop) (p : problem) (c : nat -> R) : Prop :=
  forall r, (r < lines p)%nat -> exists a : nat -> R,
    (forall s, (s < lines p)%nat -> a s <> 0 -> chosen p c s) /\
    forall j, (j < inputs p)%nat -> direction p r j = sum (lines p) (fun s => a s * direction p s j).
Definition mixed_lines_span : problem -> (nat -> R) -> Prop := lines_span mixed.
Definition same_sum (p : problem) (c : nat -> R) : Prop :=
  forall j, (j < inputs p)%nat ->
    sum (neurons p) (fun i => weights p c i j) = sum (target_neurons p) (fun i => target p i j).
Definition matched_minimum (condition : problem -> (nat -> R) -> Prop) : Prop :=
  forall mean p L c, standard_law (inputs p) mean -> lines_occupied p -> matched p -> is_risk mean p L ->
  condition p c -> local_minimum (neurons p) L c -> L c = 0 /\ same_sum p c.
Definition theorem_7_repaired : Prop := matched_minimum mixed_lines_span.
Definition theorem_7_repaired_wrong_one_line : Prop :=
  matched_minimum (fun p c => exists r, (r < lines p)%nat /\ mixed p c r).
(** The paper's sign of a zero weight is -1. *)
Definition mixed_or_zero (p : problem) (c : nat -> R) (r : nat) : Prop :=
  has_positive p c r /\ exists i, (i < neurons p)%nat /\ line p i = r /\ c i <= 0.
Definition theorem_7_repaired_wrong_zero_as_negative : Prop := matched_minimum (lines_span mixed_or_zero).

(** Theorem 5, other regions: one input, a, has weights of one sign, all others have both. P and N are the target's masses
    there, of this sign and of the other. *)
Definition its_mass (p : problem) (its_line : nat -> nat) (its_c : nat -> R) (a : nat) (sign : R) : R :=
  sum (target_neurons p) (fun i => if Nat.eqb (its_line i) a then relu (sign * its_c i) else 0).
Definition kappa_of (d : nat) : R := 1 - (2 / PI) ^ 2 * (INR d - 1) / (1 + 2 / PI * (INR d - 2)).
Definition one_signed_input (kappa : nat -> R) (value mass : R -> R -> R -> R) : Prop :=
  forall mean p L its_line its_c a sign c, standard_law (inputs p) mean -> lines_occupied p -> axes p ->
  target_on_lines p its_line its_c -> has_kernel mean p (psi_kernel p) -> is_risk mean p L ->
  (a < lines p)%nat -> sign = 1 \/ sign = -1 ->
  (forall i, (i < neurons p)%nat -> line p i = a -> 0 < sign * c i) ->
  (forall r, (r < lines p)%nat -> r <> a -> mixed p c r) -> local_minimum (neurons p) L c ->
  let P := its_mass p its_line its_c a sign in let N := its_mass p its_line its_c a (- sign) in
  L c = value (kappa (inputs p)) P N /\ line_sums (neurons p) (line p) c a = mass (kappa (inputs p)) P N.
Definition one_signed_value (kappa P N : R) : R := kappa / (1 + kappa) * N ^ 2.
Definition one_signed_mass (kappa P N : R) : R := P - (1 - kappa) / (1 + kappa) * N.
Definition theorem_5_one_sign : Prop := one_signed_input kappa_of one_signed_value one_signed_mass.
Definition theorem_5_one_sign_wrong_kappa : Prop := one_signed_input (fun _ => 1) one_signed_value one_signed_mass.
Definition theorem_5_one_sign_wrong_value : Prop :=
  one_signed_input kappa_of (fun kappa P N => one_signed_value kappa N P) one_signed_mass.
Definition theorem_5_one_sign_wrong_mass : Prop :=
  one_signed_input kappa_of one_signed_value (fun kappa P N => one_signed_mass kappa N P).

(** Laws with the means psi of the axes exist too, in any number of inputs: independent inputs, each sqrt(pi/2) or its
    opposite with chance 1/pi, else 0. *)
Definition three_points (f : R -> R) : R :=
  / PI * (f (sqrt (PI / 2)) + f (- sqrt (PI / 2))) + (1 - 2 / PI) * f 0.
Fixpoint three_points_mean (d : nat) (f : point -> R) : R :=
  match d with
  | O => f (fun _ => 0)
  | S n => three_points_mean n (fun x => three_points (fun t => f (with_input x n t)))
  end.
Definition independent_mean (d : nat) : functional := fun f m => m = three_points_mean d f.
Definition axes_kernel_instance : Prop := forall p, axes p ->
  standard_law (inputs p) (independent_mean (inputs p)) /\ has_kernel (independent_mean (inputs p)) p (psi_kernel p).

(** When a region of one one-signed input has a bad minimizer, with two neurons or more on every input: zero weights are
    admitted where there is none, and not needed where there is one. *)
Definition two_on_each_line (p : problem) : Prop := forall r, (r < lines p)%nat -> exists i j,
  (i < j)%nat /\ (j < neurons p)%nat /\ line p i = r /\ line p j = r.
Definition one_signed_at (p : problem) (a : nat) (sign : R) (c : nat -> R) : Prop :=
  (forall i, (i < neurons p)%nat -> line p i = a -> 0 < sign * c i) /\
  forall r, (r < lines p)%nat -> r <> a -> mixed p c r.
Definition bad_exactly (condition : R -> R -> R -> Prop) : Prop := forall mean p L its_line its_c a sign,
  standard_law (inputs p) mean -> neurons_on_lines p -> two_on_each_line p -> axes p ->
  target_on_lines p its_line its_c -> has_kernel mean p (psi_kernel p) -> is_risk mean p L ->
  (a < lines p)%nat -> sign = 1 \/ sign = -1 ->
  let P := its_mass p its_line its_c a sign in let N := its_mass p its_line its_c a (- sign) in
  ((exists c, one_signed_at p a sign c /\ bad_minimum p L c) -> condition (kappa_of (inputs p)) P N) /\
  (condition (kappa_of (inputs p)) P N ->
   exists c, no_zero_weight p c /\ one_signed_at p a sign c /\ bad_minimum p L c).
Definition theorem_5_bad_regions : Prop := bad_exactly (fun kappa P N => 0 < N /\ (1 - kappa) * N < (1 + kappa) * P).
Definition theorem_5_bad_regions_wrong_any_mass : Prop := bad_exactly (fun kappa P N => 0 < N).
Definition theorem_5_bad_regions_wrong_other_mass : Prop :=
  bad_exactly (fun kappa P N => (1 - kappa) * N < (1 + kappa) * P).
Definition theorem_5_bad_regions_wrong_kappa : Prop := bad_exactly (fun kappa P N => 0 < N /\ 0 < P).

(** Theorem 7 as repaired, for Gaussian inputs of any number. *)
Definition normal_inputs (target : problem -> Prop) (region : problem -> (nat -> R) -> Prop) : Prop := forall p L c,
  lines_occupied p -> target p -> is_risk (normal_mean (inputs p)) p L ->
  region p c -> local_minimum (neurons p) L c -> L c = 0 /\ same_sum p c.
Definition theorem_7_for_the_normal_law : Prop := normal_inputs matched mixed_lines_span.
Definition theorem_7_for_the_normal_law_wrong_any_target : Prop := normal_inputs (fun _ => True) mixed_lines_span.
Definition theorem_7_for_the_normal_law_wrong_zero_as_negative : Prop :=
  normal_inputs matched (lines_span mixed_or_zero).
(** A minimum as supposed, on one line of which all weights are zero. *)
Definition theorem_7_zero_weights_instance : Prop := exists p L c r,
  standard_law (inputs p) (normal_mean (inputs p)) /\ lines_occupied p /\ matched p /\
  is_risk (normal_mean (inputs p)) p L /\ mixed_lines_span p c /\ local_minimum (neurons p) L c /\
  (r < lines p)%nat /\ forall i, (i < neurons p)%nat -> line p i = r -> c i = 0.

(** Of distinct lines the masses are those of the target too; of one line in both its directions they need not be. *)
Definition masses_of_the_target (lines_are : nat -> nat -> (nat -> point) -> Prop)
    (region : problem -> (nat -> R) -> Prop) : Prop := forall p L c its_line its_c,
  unit_lines p -> lines_are (inputs p) (lines p) (direction p) -> lines_occupied p ->
  target_on_lines p its_line its_c -> is_risk (normal_mean (inputs p)) p L ->
  region p c -> local_minimum (neurons p) L c -> L c = 0 /\ same_sum p c /\
  forall r, (r < lines p)%nat ->
    line_sums (neurons p) (line p) c r = line_sums (target_neurons p) its_line its_c r.
Definition theorem_7_masses : Prop := masses_of_the_target distinct_lines mixed_lines_span.
Definition theorem_7_masses_wrong_opposite_lines : Prop := masses_of_the_target distinct_vectors mixed_lines_span.
Definition theorem_7_masses_wrong_zero_as_negative : Prop :=
  masses_of_the_target distinct_lines (lines_span mixed_or_zero).
Definition theorem_7_masses_instance : Prop := exists p L c its_line its_c,
  unit_lines p /\ distinct_lines (inputs p) (lines p) (direction p) /\ lines_occupied p /\
  target_on_lines p its_line its_c /\ is_risk (normal_mean (inputs p)) p L /\ mixed_lines_span p c /\
  local_minimum (neurons p) L c.
