(** What is proved about the porcupine paper (arXiv:1710.02196): definitions and statements, no proof.

    Each statement is a proposition; its proof is the theorem <name>_proved. A wrong variant, <name>_wrong_<how>, is the
    statement with one thing changed; <name>_wrong_<how>_refuted proves that it is false. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
Local Open Scope R_scope.

(** ** The kernel of two lines (equation 5.13) *)

(** Of the cosine r of the angle between two unit vectors. *)
Definition psi (r : R) : R := 2 / PI * (sqrt (1 - r ^ 2) + r * asin r).

(** pnn.psi.derivatives: the first derivative; that it is the correlation of two signs is not stated here. *)
Definition psi_derivative : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (2 / PI * asin r).
Definition psi_derivative_wrong_factor : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (1 / PI * asin r).
Definition psi_derivative_wrong_angle : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (2 / PI * acos r).

(** pnn.psi.closed-form: the values at the ends and in the middle. *)
Definition psi_even : Prop := forall r : R, psi (- r) = psi r.
Definition psi_even_wrong_odd : Prop := forall r : R, psi (- r) = - psi r.
Definition psi_values : Prop := psi 0 = 2 / PI /\ psi 1 = 1 /\ psi (-1) = 1.
Definition psi_values_wrong_middle : Prop := psi 0 = 1 / PI /\ psi 1 = 1 /\ psi (-1) = 1.
Definition psi_values_wrong_end : Prop := psi 0 = 2 / PI /\ psi 1 = 1 /\ psi (-1) = -1.

(** pnn.psi.lipschitz: with the constant 1, and with no smaller one. *)
Definition lipschitz_on_cosines (constant : R) : Prop :=
  forall a b : R, -1 <= a <= 1 -> -1 <= b <= 1 -> Rabs (psi a - psi b) <= constant * Rabs (a - b).
Definition psi_lipschitz : Prop := lipschitz_on_cosines 1.
Definition psi_lipschitz_constant : Prop := forall constant : R, lipschitz_on_cosines constant -> 1 <= constant.
Definition psi_lipschitz_wrong_constant : Prop := lipschitz_on_cosines (9 / 10).
Definition psi_lipschitz_constant_wrong_larger : Prop :=
  forall constant : R, lipschitz_on_cosines constant -> 11 / 10 <= constant.
(** Slopes are below 1 in size inside; at 1, and by parity at -1, the one-sided slope is 1 in size. *)
Definition slopes_of_psi (inside at_end : R) : Prop :=
  (forall r slope : R, -1 < r < 1 -> is_derive psi r slope -> Rabs slope < inside) /\
  filterlim (fun r => (psi 1 - psi r) / (1 - r)) (at_left 1) (locally at_end).
Definition psi_slopes : Prop := slopes_of_psi 1 1.
Definition psi_slopes_wrong_inside : Prop := slopes_of_psi (9 / 10) 1.
Definition psi_slopes_wrong_end : Prop := slopes_of_psi 1 (2 / PI).

(** pnn.psi.bounds, up to the end points. *)
Definition psi_lower : Prop := forall r : R, -1 <= r <= 1 -> Rabs r <= psi r.
Definition psi_lower_wrong_factor : Prop := forall r : R, -1 <= r <= 1 -> 11 / 10 * Rabs r <= psi r.
Definition psi_upper : Prop := forall r : R, -1 <= r <= 1 -> psi r <= 2 / PI + (1 - 2 / PI) * r ^ 2.
Definition psi_upper_wrong_coefficient : Prop := forall r : R, -1 <= r <= 1 -> psi r <= 2 / PI + 1 / PI * r ^ 2.

(** pnn.psi.closed-form: psi is the mean of |u.x||v.x|. First from the density exp(-(x^2 + y^2)/2)/(2 pi) of a standard
    normal pair, integrated in polar coordinates: around circles, then over their radius. *)
Definition normal_pair_mean (g : R -> R -> R) (mean : R) : Prop :=
  exists around : R -> R,
    (forall r, 0 <= r -> is_RInt (fun t => g (r * cos t) (r * sin t)) 0 (2 * PI) (around r)) /\
    is_RInt_gen (fun r => / (2 * PI) * around r * (r * exp (- r ^ 2 / 2))) (at_point 0) (Rbar_locally p_infty) mean.

(** The density has total mass 1. That a function has at most one mean is a lemma beside the proofs, not stated here. *)
Definition normal_pair_total : Prop := normal_pair_mean (fun _ _ => 1) 1.
Definition normal_pair_total_wrong_mass : Prop := normal_pair_mean (fun _ _ => 1) (2 * PI).

Definition product_mean (value : R -> R) : Prop :=
  forall t : R, 0 <= t <= PI -> normal_pair_mean (fun x y => Rabs x * Rabs (cos t * x + sin t * y)) (value t).
Definition psi_from_the_density : Prop := product_mean (fun t => psi (cos t)).
Definition psi_from_the_density_wrong_angle : Prop := product_mean (fun t => psi (sin t)).
Definition psi_from_the_density_wrong_without_root : Prop := product_mean (fun t => 2 / PI * (cos t * asin (cos t))).

(** Then for inputs of any number, from what is known of any law that rotations leave alone: c1 and c2 are coordinates
    of an input along two orthonormal directions, rotate turns their plane. *)
Record rotation_invariant (Input : Type) (c1 c2 : Input -> R) (rotate : R -> Input -> Input)
    (integrable : (Input -> R) -> Prop) (mean : (Input -> R) -> R) : Prop := {
  rotate_first : forall a x, c1 (rotate a x) = cos a * c1 x - sin a * c2 x;
  rotate_second : forall a x, c2 (rotate a x) = sin a * c1 x + cos a * c2 x;
  integrable_sum : forall f g, integrable f -> integrable g -> integrable (fun x => f x + g x);
  integrable_multiple : forall a f, integrable f -> integrable (fun x => a * f x);
  integrable_rotated : forall a f, integrable f -> integrable (fun x => f (rotate a x));
  mean_sum : forall f g, integrable f -> integrable g -> mean (fun x => f x + g x) = mean f + mean g;
  mean_multiple : forall a f, integrable f -> mean (fun x => a * f x) = a * mean f;
  mean_monotone : forall f g, integrable f -> integrable g -> (forall x, f x <= g x) -> mean f <= mean g;
  mean_rotated : forall a f, integrable f -> mean (fun x => f (rotate a x)) = mean f;
  second_moments_integrable : integrable (fun x => c1 x ^ 2 + c2 x ^ 2);
  second_moments : mean (fun x => c1 x ^ 2 + c2 x ^ 2) = 2 }.

Definition product_mean_by_rotations (value : R -> R) : Prop :=
  forall Input c1 c2 rotate integrable mean, rotation_invariant Input c1 c2 rotate integrable mean ->
  forall t : R, 0 <= t <= PI ->
  integrable (fun x => Rabs (c1 x) * Rabs (cos t * c1 x + sin t * c2 x)) ->
  mean (fun x => Rabs (c1 x) * Rabs (cos t * c1 x + sin t * c2 x)) = value t.
Definition psi_from_rotations : Prop := product_mean_by_rotations (fun t => psi (cos t)).
Definition psi_from_rotations_wrong_angle : Prop := product_mean_by_rotations (fun t => psi (sin t)).
(** Such laws exist: the uniform one on a circle of radius sqrt 2, on continuous functions. *)
Definition rotation_invariant_instance : Prop :=
  exists Input c1 c2 rotate integrable mean, rotation_invariant Input c1 c2 rotate integrable mean /\
    forall t : R, integrable (fun x => Rabs (c1 x) * Rabs (cos t * c1 x + sin t * c2 x)).

(** ** Networks and their risk

    Vectors are functions of the coordinate, numbers of things are written (i < n)%nat; [sum n f] is
    f 0 + ... + f (n - 1) and [dot d u x] the dot product of d coordinates. *)
Definition point : Type := nat -> R.
Definition relu (t : R) : R := Rmax 0 t.

(** The output of k neurons with weight vectors W; all weights of the second layer are one. *)
Definition network (d k : nat) (W : nat -> point) (x : point) : R := sum k (fun i => relu (dot d (W i) x)).

(** A porcupine network and its target: neuron i lies on line number (line i). The target is any network. *)
Record problem : Type := {
  inputs : nat;
  lines : nat;
  direction : nat -> point;
  neurons : nat;
  line : nat -> nat;
  target_neurons : nat;
  target : nat -> point }.
Definition weights (p : problem) (c : nat -> R) : nat -> point := fun i j => c i * direction p (line p i) j.
Definition lines_occupied (p : problem) : Prop :=
  (forall i, (i < neurons p)%nat -> (line p i < lines p)%nat) /\
  (forall r, (r < lines p)%nat -> exists i, (i < neurons p)%nat /\ line p i = r).
(** Matched: the target's weights lie on the lines too. *)
Definition matched (p : problem) : Prop :=
  exists (its_line : nat -> nat) (its_c : nat -> R), forall i, (i < target_neurons p)%nat ->
    (its_line i < lines p)%nat /\
    forall j, (j < inputs p)%nat -> target p i j = its_c i * direction p (its_line i) j.

(** A law of the inputs is known by its means: [mean f m] says that f is integrable with the mean m. *)
Definition functional : Type := (point -> R) -> R -> Prop.
Record law (d : nat) (mean : functional) : Prop := {
  mean_ext : forall f g m, (forall x, f x = g x) -> mean f m -> mean g m;
  mean_unique : forall f m n, mean f m -> mean f n -> m = n;
  mean_linear : forall a b f g m n, mean f m -> mean g n -> mean (fun x => a * f x + b * g x) (a * m + b * n);
  mean_nonnegative : forall f m, (forall x, 0 <= f x) -> mean f m -> 0 <= m;
  mean_of_relus : forall u v, exists m, mean (fun x => relu (dot d u x) * relu (dot d v x)) m }.
(** A symmetric law with the covariance 1: the standard normal law is one (see gaussian below). *)
Record standard_law (d : nat) (mean : functional) : Prop := {
  is_law : law d mean;
  mean_symmetric : forall f m, mean f m -> mean (fun x => f (fun j => - x j)) m;
  mean_covariance : forall i j, (i < d)%nat -> (j < d)%nat ->
    mean (fun x => x i * x j) (if Nat.eqb i j then 1 else 0) }.

Definition squared_error (p : problem) (k : nat) (W : nat -> point) (x : point) : R :=
  (network (inputs p) k W x - network (inputs p) (target_neurons p) (target p) x) ^ 2.
Definition is_risk (mean : functional) (p : problem) (L : (nat -> R) -> R) : Prop :=
  forall c, mean (squared_error p (neurons p) (weights p c)) (L c).

(** Minima over the coefficients of k neurons. *)
Definition local_minimum (k : nat) (L : (nat -> R) -> R) (c : nat -> R) : Prop :=
  exists radius, 0 < radius /\
    forall c', (forall i, (i < k)%nat -> Rabs (c' i - c i) < radius) -> L c <= L c'.
Definition global_minimum (L : (nat -> R) -> R) (c : nat -> R) : Prop := forall c', L c <= L c'.

Definition has_positive (p : problem) (c : nat -> R) (r : nat) : Prop :=
  exists i, (i < neurons p)%nat /\ line p i = r /\ 0 < c i.
Definition has_negative (p : problem) (c : nat -> R) (r : nat) : Prop :=
  exists i, (i < neurons p)%nat /\ line p i = r /\ c i < 0.
Definition mixed (p : problem) (c : nat -> R) (r : nat) : Prop := has_positive p c r /\ has_negative p c r.
Definition no_zero_weight (p : problem) (c : nat -> R) : Prop := forall i, (i < neurons p)%nat -> c i <> 0.

(** Laws as asked for exist, in any number of inputs: sqrt d e_j and its opposite, each with the same chance. *)
Definition axis_point (d i : nat) (sign : R) : point := fun j => if Nat.eqb j i then sign * sqrt (INR d) else 0.
Definition axes_mean (d : nat) : functional := fun f m =>
  m = / (2 * INR d) * sum d (fun i => f (axis_point d i 1) + f (axis_point d i (-1))).
Definition standard_law_instance : Prop := forall d, (0 < d)%nat -> standard_law d (axes_mean d).

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

(** pnn.theorem-5: a degree-one network, both signs on every input; zero weights may be there too. *)
Definition axes (p : problem) : Prop :=
  lines p = inputs p /\ forall r j, (r < lines p)%nat -> (j < inputs p)%nat ->
    direction p r j = if Nat.eqb j r then 1 else 0.
Definition degree_one_minimum (condition : problem -> (nat -> R) -> Prop) : Prop :=
  forall mean p L c, standard_law (inputs p) mean -> lines_occupied p -> axes p -> matched p -> is_risk mean p L ->
  condition p c -> local_minimum (neurons p) L c -> L c = 0.
Definition theorem_5 : Prop := degree_one_minimum (fun p c => forall r, (r < lines p)%nat -> mixed p c r).
Definition theorem_5_wrong_one_input : Prop :=
  degree_one_minimum (fun p c => exists r, (r < lines p)%nat /\ mixed p c r).

(** pnn.theorem-7 as repaired: no weight is zero and the mixed lines span what all lines span. *)
Definition mixed_lines_span (p : problem) (c : nat -> R) : Prop :=
  forall r, (r < lines p)%nat -> exists a : nat -> R,
    (forall s, (s < lines p)%nat -> a s <> 0 -> mixed p c s) /\
    forall j, (j < inputs p)%nat -> direction p r j = sum (lines p) (fun s => a s * direction p s j).
Definition same_sum (p : problem) (c : nat -> R) : Prop :=
  forall j, (j < inputs p)%nat ->
    sum (neurons p) (fun i => weights p c i j) = sum (target_neurons p) (fun i => target p i j).
Definition matched_minimum (condition : problem -> (nat -> R) -> Prop) : Prop :=
  forall mean p L c, standard_law (inputs p) mean -> lines_occupied p -> matched p -> is_risk mean p L ->
  condition p c -> local_minimum (neurons p) L c -> L c = 0 /\ same_sum p c.
Definition theorem_7_repaired : Prop := matched_minimum (fun p c => no_zero_weight p c /\ mixed_lines_span p c).
Definition theorem_7_repaired_wrong_one_line : Prop :=
  matched_minimum (fun p c => no_zero_weight p c /\ exists r, (r < lines p)%nat /\ mixed p c r).

(** ** One input (Section 5.1) *)

(** One line, with the direction 1: the weights are the coefficients, those of the target its first coordinates. *)
Definition one_input (p : problem) : Prop :=
  inputs p = 1%nat /\ lines p = 1%nat /\ direction p 0%nat 0%nat = 1 /\ lines_occupied p.
Definition target_weight (p : problem) (i : nat) : R := target p i 0%nat.
(** The sum of the positive weights and that of the sizes of the negative ones. *)
Definition positive_mass (k : nat) (w : nat -> R) : R := sum k (fun i => relu (w i)).
Definition negative_mass (k : nat) (w : nat -> R) : R := sum k (fun i => relu (- w i)).
Definition its_positive_mass (p : problem) : R := positive_mass (target_neurons p) (target_weight p).
Definition its_negative_mass (p : problem) : R := negative_mass (target_neurons p) (target_weight p).

Definition every_one_input (claim : problem -> ((nat -> R) -> R) -> Prop) : Prop :=
  forall mean p L, standard_law 1 mean -> one_input p -> is_risk mean p L -> claim p L.

(** pnn.theorem-1 *)
Definition risk_of_sums (share : R) (p : problem) (L : (nat -> R) -> R) : Prop := forall w,
  L w = share * (sum (neurons p) w - sum (target_neurons p) (target_weight p)) ^ 2 +
        / 4 * (sum (neurons p) (fun i => Rabs (w i)) -
               sum (target_neurons p) (fun i => Rabs (target_weight p i))) ^ 2.
Definition theorem_1 : Prop := every_one_input (risk_of_sums (/ 4)).
Definition theorem_1_wrong_share : Prop := every_one_input (risk_of_sums (/ 2)).

(** pnn.corollary-1 *)
Definition same_positive (p : problem) (w : nat -> R) : Prop := positive_mass (neurons p) w = its_positive_mass p.
Definition same_negative (p : problem) (w : nat -> R) : Prop := negative_mass (neurons p) w = its_negative_mass p.
Definition risk_of_masses (share share' : R) (zero : problem -> (nat -> R) -> Prop) : Prop :=
  every_one_input (fun p L => forall w,
    L w = share * (positive_mass (neurons p) w - its_positive_mass p) ^ 2 +
          share' * (negative_mass (neurons p) w - its_negative_mass p) ^ 2 /\ (L w = 0 <-> zero p w)).
Definition same_masses (p : problem) (w : nat -> R) : Prop := same_positive p w /\ same_negative p w.
Definition corollary_1 : Prop := risk_of_masses (/ 2) (/ 2) same_masses.
Definition corollary_1_wrong_share : Prop := risk_of_masses (/ 4) (/ 2) same_masses.
Definition corollary_1_wrong_negative_share : Prop := risk_of_masses (/ 2) (/ 4) same_masses.
Definition corollary_1_wrong_one_mass : Prop := risk_of_masses (/ 2) (/ 2) same_positive.
Definition corollary_1_wrong_negative_mass : Prop := risk_of_masses (/ 2) (/ 2) same_negative.

(** pnn.theorem-2, mixed-regions; the other weights may be zero. *)
Definition all_positive (p : problem) (w : nat -> R) : Prop := forall i, (i < neurons p)%nat -> 0 < w i.
Definition all_negative (p : problem) (w : nat -> R) : Prop := forall i, (i < neurons p)%nat -> w i < 0.
Definition minima_of_risk_zero (region : problem -> (nat -> R) -> Prop) : Prop := every_one_input (fun p L =>
  forall w, region p w -> local_minimum (neurons p) L w -> L w = 0).
Definition theorem_2_mixed_regions : Prop := minima_of_risk_zero (fun p w => mixed p w 0).
Definition theorem_2_mixed_regions_wrong_positive : Prop := minima_of_risk_zero all_positive.

(** bad-sets: the local minimizers of the two one-signed regions for a target with weights of both signs, by the sum
    of the weights, and their value; P and N are the target's masses. *)
Definition minima_in (region : problem -> (nat -> R) -> Prop) (total value : R -> R -> R) : Prop :=
  every_one_input (fun p L => let P := its_positive_mass p in let N := its_negative_mass p in
    0 < P -> 0 < N -> forall w, region p w ->
    (local_minimum (neurons p) L w <-> sum (neurons p) w = total P N) /\
    (local_minimum (neurons p) L w -> L w = value P N)).
Definition theorem_2_bad_sets : Prop := minima_in all_positive (fun P N => P) (fun P N => / 2 * N ^ 2).
Definition theorem_2_bad_sets_wrong_total : Prop := minima_in all_positive (fun P N => N) (fun P N => / 2 * N ^ 2).
Definition theorem_2_bad_sets_wrong_value : Prop := minima_in all_positive (fun P N => P) (fun P N => / 2 * P ^ 2).
Definition theorem_2_bad_negative : Prop := minima_in all_negative (fun P N => - N) (fun P N => / 2 * P ^ 2).
Definition theorem_2_bad_negative_wrong_total : Prop := minima_in all_negative (fun P N => - P) (fun P N => / 2 * P ^ 2).
Definition theorem_2_bad_negative_wrong_value : Prop := minima_in all_negative (fun P N => - N) (fun P N => / 2 * N ^ 2).

(** one-signed-regions: with two neurons or more they hold bad minimizers if the target has both signs, none if not. *)
Definition bad_minimum (p : problem) (L : (nat -> R) -> R) (w : nat -> R) : Prop :=
  local_minimum (neurons p) L w /\ ~ global_minimum L w.
Definition theorem_2_one_signed_regions : Prop := every_one_input (fun p L =>
  (2 <= neurons p)%nat ->
  ((0 < its_positive_mass p /\ 0 < its_negative_mass p) <-> exists w, all_positive p w /\ bad_minimum p L w) /\
  ((0 < its_positive_mass p /\ 0 < its_negative_mass p) <-> exists w, all_negative p w /\ bad_minimum p L w)).
Definition theorem_2_one_signed_regions_wrong_every_target : Prop := every_one_input (fun p L =>
  (2 <= neurons p)%nat ->
  exists w, all_positive p w /\ bad_minimum p L w).

(** zero-weights: a minimizer with a zero weight has risk zero. *)
Definition theorem_2_zero_weights : Prop := minima_of_risk_zero (fun p w =>
  exists i, (i < neurons p)%nat /\ w i = 0).
Definition theorem_2_zero_weights_wrong_every_weight : Prop := minima_of_risk_zero (fun _ _ => True).

(** ** The risk of a network whose target lies on its lines (Theorems 4, 6 and 8)

    Lines may have no neuron: those of any target can be put among them. *)

(** The sums of |c| on the lines. *)
Definition line_sums (k : nat) (line : nat -> nat) (c : nat -> R) (r : nat) : R :=
  sum k (fun i => if Nat.eqb (line i) r then Rabs (c i) else 0).
(** The target's neuron i is its_c i times the direction of line (its_line i). *)
Definition target_on_lines (p : problem) (its_line : nat -> nat) (its_c : nat -> R) : Prop :=
  forall i, (i < target_neurons p)%nat -> (its_line i < lines p)%nat /\
    forall j, (j < inputs p)%nat -> target p i j = its_c i * direction p (its_line i) j.
Definition excess_sum (p : problem) (c : nat -> R) : point :=
  fun j => sum (neurons p) (fun i => weights p c i j) - sum (target_neurons p) (fun i => target p i j).
(** The means of |u.x||v.x| over pairs of lines; psi_from_the_density and psi_from_rotations say that they are psi. *)
Definition has_kernel (mean : functional) (p : problem) (kernel : nat -> nat -> R) : Prop :=
  forall r s, (r < lines p)%nat -> (s < lines p)%nat ->
    mean (fun x => Rabs (dot (inputs p) (direction p r) x) * Rabs (dot (inputs p) (direction p s) x)) (kernel r s).
Definition psi_kernel (p : problem) (r s : nat) : R := psi (dot (inputs p) (direction p r) (direction p s)).
Definition two_squares (share share' : R) (kernel : problem -> nat -> nat -> R) (p : problem)
    (its_line : nat -> nat) (its_c c : nat -> R) : R :=
  let dq := fun r => line_sums (neurons p) (line p) c r - line_sums (target_neurons p) its_line its_c r in
  share * dot (inputs p) (excess_sum p c) (excess_sum p c) +
  share' * sum (lines p) (fun r => sum (lines p) (fun s => dq r * dq s * kernel p r s)).
Definition neurons_on_lines (p : problem) : Prop := forall i, (i < neurons p)%nat -> (line p i < lines p)%nat.
Definition risk_is (share share' : R) (kernel : problem -> nat -> nat -> R) (extra : problem -> Prop) : Prop :=
  forall mean p its_line its_c, standard_law (inputs p) mean -> neurons_on_lines p -> extra p ->
  target_on_lines p its_line its_c -> has_kernel mean p (psi_kernel p) ->
  is_risk mean p (two_squares share share' kernel p its_line its_c).

(** pnn.theorem-6, pnn.theorem-8 *)
Definition theorem_6 : Prop := risk_is (/ 4) (/ 4) psi_kernel (fun _ => True).
Definition theorem_6_wrong_first_share : Prop := risk_is (/ 2) (/ 4) psi_kernel (fun _ => True).
Definition theorem_6_wrong_share : Prop := risk_is (/ 4) (/ 2) psi_kernel (fun _ => True).
Definition cosines (p : problem) (r s : nat) : R := dot (inputs p) (direction p r) (direction p s).
Definition theorem_6_wrong_cosines : Prop := risk_is (/ 4) (/ 4) cosines (fun _ => True).
(** pnn.theorem-4: the matrix C has 1 on its diagonal and 2/pi off it. *)
Definition axes_kernel (across : R) (p : problem) (r s : nat) : R := if Nat.eqb r s then 1 else across.
Definition theorem_4 : Prop := risk_is (/ 4) (/ 4) (axes_kernel (2 / PI)) axes.
Definition theorem_4_wrong_first_share : Prop := risk_is (/ 2) (/ 4) (axes_kernel (2 / PI)) axes.
Definition theorem_4_wrong_share : Prop := risk_is (/ 4) (/ 2) (axes_kernel (2 / PI)) axes.
Definition theorem_4_wrong_across : Prop := risk_is (/ 4) (/ 4) (axes_kernel (1 / PI)) axes.

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

(** ** For the normal law, from its density: the two theorems as a reader knows them *)

(** The first coordinates of a standard normal pair: the law N(0, 1) of one input, N(0, I) of two. *)
Definition pair_point (a b : R) : point := fun j => match j with O => a | S O => b | _ => 0 end.
Definition normal_mean : functional := fun f mean => normal_pair_mean (fun a b => f (pair_point a b)) mean.
Definition normal_law : Prop := standard_law 1 normal_mean /\ standard_law 2 normal_mean.
(** So every network has a risk. *)
Definition few_inputs (p : problem) : Prop := inputs p = 1%nat \/ inputs p = 2%nat.
Definition normal_risk_exists : Prop := forall p c, few_inputs p ->
  exists risk, normal_mean (squared_error p (neurons p) (weights p c)) risk.
Definition normal_risk_wrong_covariance : Prop := normal_mean (fun x => x 0%nat * x 0%nat) (1 / 2).

(** The means of |u.x||v.x| are psi, and the risk is that of Theorem 6, for one and for two Gaussian inputs. *)
Definition unit_lines (p : problem) : Prop := forall r, (r < lines p)%nat -> cosines p r r = 1.
Definition normal_kernel_is (kernel : problem -> nat -> nat -> R) : Prop := forall p,
  few_inputs p -> unit_lines p -> has_kernel normal_mean p (kernel p).
Definition normal_kernel : Prop := normal_kernel_is psi_kernel.
Definition normal_kernel_wrong_cosines : Prop := normal_kernel_is cosines.
Definition normal_risk_is (share share' : R) (kernel : problem -> nat -> nat -> R) : Prop := forall p its_line its_c,
  few_inputs p -> unit_lines p -> neurons_on_lines p -> target_on_lines p its_line its_c ->
  is_risk normal_mean p (two_squares share share' kernel p its_line its_c).
Definition theorem_6_for_the_normal_law : Prop := normal_risk_is (/ 4) (/ 4) psi_kernel.
Definition theorem_6_for_the_normal_law_wrong_first_share : Prop := normal_risk_is (/ 2) (/ 4) psi_kernel.
Definition theorem_6_for_the_normal_law_wrong_share : Prop := normal_risk_is (/ 4) (/ 2) psi_kernel.
Definition theorem_6_for_the_normal_law_wrong_cosines : Prop := normal_risk_is (/ 4) (/ 4) cosines.

(** Theorem 2 for Gaussian inputs. *)
Definition theorem_2_for_the_normal_law : Prop := forall p L w, one_input p -> is_risk normal_mean p L ->
  local_minimum (neurons p) L w ->
  (mixed p w 0 \/ (exists i, (i < neurons p)%nat /\ w i = 0) -> L w = 0) /\
  (all_positive p w -> L w = / 2 * its_negative_mass p ^ 2) /\
  (all_negative p w -> L w = / 2 * its_positive_mass p ^ 2).
Definition theorem_2_for_the_normal_law_wrong_masses : Prop := forall p L w, one_input p -> is_risk normal_mean p L ->
  local_minimum (neurons p) L w -> all_positive p w -> L w = / 2 * its_positive_mass p ^ 2.

(** Theorem 7 as repaired, for two Gaussian inputs; for more of them theorem_7_repaired asks for the law's means. *)
Definition two_normal_inputs (target : problem -> Prop) : Prop := forall p L c,
  inputs p = 2%nat -> lines_occupied p -> target p -> is_risk normal_mean p L ->
  no_zero_weight p c -> mixed_lines_span p c -> local_minimum (neurons p) L c -> L c = 0 /\ same_sum p c.
Definition theorem_7_for_the_normal_law : Prop := two_normal_inputs matched.
Definition theorem_7_for_the_normal_law_wrong_any_target : Prop := two_normal_inputs (fun _ => True).

(** pnn.theorem-3: within the region of given signs the second partial derivatives are H_ij = (1 + s_i s_j) / 2. *)
Definition signs (k : nat) (s : nat -> R) : Prop := forall i, (i < k)%nat -> s i = 1 \/ s i = -1.
Definition in_region (k : nat) (s w : nat -> R) : Prop := forall i, (i < k)%nat -> 0 < s i * w i.
Definition moved (w : nat -> R) (i : nat) (t : R) : nat -> R := fun j => if Nat.eqb j i then w j + t else w j.
Definition second_derivatives (H : (nat -> R) -> nat -> nat -> R) : Prop := every_one_input (fun p L => forall s,
  signs (neurons p) s -> exists slope : nat -> (nat -> R) -> R, forall w, in_region (neurons p) s w ->
  forall i, (i < neurons p)%nat -> is_derive (fun t => L (moved w i t)) 0 (slope i w) /\
    forall j, (j < neurons p)%nat -> is_derive (fun t => slope i (moved w j t)) 0 (H s i j)).
Definition hessian (s : nat -> R) (i j : nat) : R := / 2 * (1 + s i * s j).
Definition theorem_3_hessian : Prop := second_derivatives hessian.
Definition theorem_3_hessian_wrong_share : Prop := second_derivatives (fun s i j => 1 + s i * s j).
Definition theorem_3_hessian_wrong_sign : Prop := second_derivatives (fun s i j => / 2 * (1 - s i * s j)).

(** rank: positive semidefinite; of rank two with both signs, one with one: the image has a basis of so many vectors. *)
Definition quadratic (k : nat) (H : nat -> nat -> R) (v : nat -> R) : R :=
  sum k (fun i => sum k (fun j => v i * v j * H i j)).
Definition theorem_3_semidefinite : Prop := forall k s, signs k s -> forall v, 0 <= quadratic k (hessian s) v.
Definition theorem_3_semidefinite_wrong_definite : Prop := forall k s, signs k s ->
  forall v, (exists i, (i < k)%nat /\ v i <> 0) -> 0 < quadratic k (hessian s) v.

Definition image (k : nat) (H : nat -> nat -> R) (v : nat -> R) : nat -> R := fun i => sum k (fun j => H i j * v j).
(** Of k coordinates, and m vectors. *)
Definition independent (k m : nat) (basis : nat -> nat -> R) : Prop := forall a,
  (forall i, (i < k)%nat -> sum m (fun t => a t * basis t i) = 0) -> forall t, (t < m)%nat -> a t = 0.
Definition has_rank (k : nat) (H : nat -> nat -> R) (rank : nat) : Prop := exists basis, independent k rank basis /\
  (forall t, (t < rank)%nat -> exists v, forall i, (i < k)%nat -> basis t i = image k H v i) /\
  (forall v, exists a, forall i, (i < k)%nat -> image k H v i = sum rank (fun t => a t * basis t i)).
Definition has_sign (k : nat) (s : nat -> R) (sign : R) : Prop := exists i, (i < k)%nat /\ s i = sign.
Definition with_both_signs (k : nat) (s : nat -> R) : Prop := signs k s /\ has_sign k s 1 /\ has_sign k s (-1).
Definition with_one_sign (k : nat) (s : nat -> R) : Prop :=
  (0 < k)%nat /\ signs k s /\ (~ has_sign k s 1 \/ ~ has_sign k s (-1)).
Definition rank_is (rank : nat) (condition : nat -> (nat -> R) -> Prop) : Prop :=
  forall k s, condition k s -> has_rank k (hessian s) rank.
Definition theorem_3_rank_two : Prop := rank_is 2 with_both_signs.
Definition theorem_3_rank_two_wrong_one : Prop := rank_is 1 with_both_signs.
Definition theorem_3_rank_one : Prop := rank_is 1 with_one_sign.
Definition theorem_3_rank_one_wrong_two : Prop := rank_is 2 with_one_sign.

(** spectrum: of k independent eigenvectors one has as its eigenvalue the number of positive weights, one that of
    negative ones, all others zero; with one sign one has k, all others zero. *)
Definition spectrum (k : nat) (H : nat -> nat -> R) (value : nat -> R) : Prop := exists basis,
  independent k k basis /\
  forall t i, (t < k)%nat -> (i < k)%nat -> image k H (basis t) i = value t * basis t i.
Definition number_of (k : nat) (s : nat -> R) (sign : R) : R := sum k (fun i => (1 + sign * s i) / 2).
Definition two_and_others (share share' other : R) : Prop := forall k s, with_both_signs k s -> exists n m,
  (n < k)%nat /\ (m < k)%nat /\ n <> m /\ spectrum k (hessian s) (fun t =>
    if Nat.eqb t n then share * number_of k s 1 else if Nat.eqb t m then share' * number_of k s (-1) else other).
Definition theorem_3_spectrum : Prop := two_and_others 1 1 0.
Definition theorem_3_spectrum_wrong_positive : Prop := two_and_others (/ 2) 1 0.
Definition theorem_3_spectrum_wrong_negative : Prop := two_and_others 1 (/ 2) 0.
Definition theorem_3_spectrum_wrong_others : Prop := two_and_others 1 1 1.
Definition one_and_others (share other : R) : Prop := forall k s, with_one_sign k s -> exists n, (n < k)%nat /\
  spectrum k (hessian s) (fun t => if Nat.eqb t n then share * INR k else other).
Definition theorem_3_one_sign_spectrum : Prop := one_and_others 1 0.
Definition theorem_3_one_sign_spectrum_wrong_half : Prop := one_and_others (/ 2) 0.
Definition theorem_3_one_sign_spectrum_wrong_others : Prop := one_and_others 1 1.

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
    (5/13, 12/13, 0) in place of the third. The risk is written as Theorem 6 has it; theorem_6 proves that it is the mean
    of the squared error. *)
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
Definition dependent_risk : (nat -> R) -> R :=
  two_squares (/ 4) (/ 4) psi_kernel dependent_lines Nat.div2 one_and_minus_one.
Definition dependent_minimum (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (share reached : R) : Prop :=
  exists c kappa, three_mixed_lines dependent_lines c /\ schur_complement dependent_lines 3 kappa /\
    minimum 8%nat dependent_risk c /\ dependent_risk c = share * kappa / (1 + kappa) /\
    33517 / 100000 < kappa / (1 + kappa) < 33518 / 100000 /\ dependent_risk one_and_minus_one = reached.
Definition theorem_7_dependent_lines : Prop := dependent_minimum local_minimum 1 0.
Definition theorem_7_dependent_lines_wrong_global : Prop := dependent_minimum least 1 0.
Definition theorem_7_dependent_lines_wrong_value : Prop := dependent_minimum local_minimum (/ 2) 0.
Definition theorem_7_dependent_lines_wrong_reached : Prop := dependent_minimum local_minimum 1 (1 / 100).

Definition its_lines (i : nat) : nat := match Nat.div2 i with 2%nat => 4%nat | r => r end.
Definition other_lines (m : nat) : problem := in_space m its_lines.
Definition other_risk : (nat -> R) -> R := two_squares (/ 4) (/ 4) psi_kernel (other_lines 5) its_lines one_and_minus_one.
Definition other_minimum (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (share promised : R) : Prop :=
  exists c q kappa, three_mixed_lines (other_lines 4) c /\ excess_sum (other_lines 4) c 2%nat <> 0 /\
    no_even_force (other_lines 4) 5 its_lines one_and_minus_one q /\ schur_complement (other_lines 4) 3 kappa /\
    let schur := schur_value (other_lines 4) 5 its_lines one_and_minus_one q in
    minimum 8%nat other_risk c /\ other_risk c = schur + share * kappa * q 3%nat ^ 2 / (1 + kappa) /\
    3416 / 10000 < other_risk c < 3417 / 10000 /\ promised < schur < promised + 1 / 10000 /\
    exists c', other_risk c' < other_risk c.
Definition theorem_9_dependent_lines : Prop := other_minimum local_minimum (/ 4) (82 / 10000).
Definition theorem_9_dependent_lines_wrong_global : Prop := other_minimum least (/ 4) (82 / 10000).
Definition theorem_9_dependent_lines_wrong_share : Prop := other_minimum local_minimum (/ 2) (82 / 10000).
Definition theorem_9_dependent_lines_wrong_schur : Prop := other_minimum local_minimum (/ 4) (3416 / 10000).

(** In the plane, for two normal inputs: lines at angles in degrees: two neurons on each of the first ones in turn, neuron i of the target on its line. *)
Definition at_degrees (a : R) : point := fun j =>
  match j with O => cos (a * PI / 180) | S O => sin (a * PI / 180) | _ => 0 end.
Definition plane (angle : nat -> R) (on k n : nat) (its_line : nat -> nat) (its_c : nat -> R) : problem := {|
  inputs := 2; lines := on; direction := fun r => at_degrees (angle r); neurons := k; line := Nat.div2;
  target_neurons := n; target := fun i j => its_c i * at_degrees (angle (its_line i)) j |}.
(** The risk at a minimum, and at another point. *)
Definition minimum_at (p : problem) (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (c : nat -> R)
    (value below above : R) (other : nat -> R) (its_value : R) : Prop := forall L, is_risk normal_mean p L ->
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
Definition zero_line_minimum (factor schur schur' : R) : Prop :=
  minimum_at zero_line least zero_line_point
    (1 - factor * (1 / PI + 1 / sqrt 3) ^ 2 / (7 / 6 + sqrt 3 / PI)) (661 / 10000) (662 / 10000) (fun _ => 0) 1 /\
  exists q, no_even_force zero_line 4 (fun _ => 3%nat) one_and_minus_one q /\
    schur < schur_value zero_line 4 (fun _ => 3%nat) one_and_minus_one q < schur'.
Definition theorem_9_zero_line : Prop := zero_line_minimum 2 (347 / 10000) (348 / 10000).
Definition theorem_9_zero_line_wrong_value : Prop := zero_line_minimum 4 (347 / 10000) (348 / 10000).
Definition theorem_9_zero_line_wrong_schur : Prop := zero_line_minimum 2 (661 / 10000) (662 / 10000).

(** ** Distinct lines (ours.distinct-lines)

    No direction is zero and none is a multiple of another. Then no combination of the functions |u_r.x| vanishes but
    the trivial one, and the matrix of their products' means, psi[U U^T] for the normal law, is positive definite. *)
Definition no_zero_direction (d m : nat) (u : nat -> point) : Prop :=
  forall r, (r < m)%nat -> exists j, (j < d)%nat /\ u r j <> 0.
Definition distinct_lines (d m : nat) (u : nat -> point) : Prop :=
  no_zero_direction d m u /\
  forall r s, (r < m)%nat -> (s < m)%nat -> r <> s -> forall a, exists j, (j < d)%nat /\ u s j <> a * u r j.
Definition combination (d m : nat) (u : nat -> point) (v : nat -> R) (x : point) : R :=
  sum m (fun r => v r * Rabs (dot d (u r) x)).
Definition independent_sizes (lines_are : nat -> nat -> (nat -> point) -> Prop) : Prop := forall d m u v,
  lines_are d m u -> (forall x, combination d m u v x = 0) -> forall r, (r < m)%nat -> v r = 0.
Definition sizes_independent : Prop := independent_sizes distinct_lines.
Definition sizes_independent_wrong_repeated_lines : Prop := independent_sizes no_zero_direction.

(** Asked of the law: a combination whose square has the mean zero vanishes everywhere, as for every law that charges
    all balls. The means of the products are the matrix K. *)
Definition kernel_form_positive (lines_are : nat -> nat -> (nat -> point) -> Prop) : Prop := forall mean d m u K v,
  law d mean -> lines_are d m u ->
  (forall r s, (r < m)%nat -> (s < m)%nat -> mean (fun x => Rabs (dot d (u r) x) * Rabs (dot d (u s) x)) (K r s)) ->
  (mean (fun x => combination d m u v x * combination d m u v x) 0 -> forall x, combination d m u v x = 0) ->
  (exists r, (r < m)%nat /\ v r <> 0) ->
  0 < sum m (fun r => sum m (fun s => v r * v s * K r s)).
Definition kernel_matrix_definite : Prop := kernel_form_positive distinct_lines.
Definition kernel_matrix_definite_wrong_repeated_lines : Prop := kernel_form_positive no_zero_direction.
(** Such a law exists: of one input, 1 and -1 with the same chance. *)
Definition kernel_matrix_instance : Prop := exists mean d m u K,
  law d mean /\ distinct_lines d m u /\ (0 < m)%nat /\
  (forall r s, (r < m)%nat -> (s < m)%nat -> mean (fun x => Rabs (dot d (u r) x) * Rabs (dot d (u s) x)) (K r s)) /\
  forall v, mean (fun x => combination d m u v x * combination d m u v x) 0 -> forall x, combination d m u v x = 0.
