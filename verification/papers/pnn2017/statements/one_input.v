(** What is proved of networks of one input (Section 5.1, Theorems 1 to 3): definitions and statements, no proof. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.matrices.
Local Open Scope R_scope.

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
Definition risk_of_sums (share share' : R) (p : problem) (L : (nat -> R) -> R) : Prop := forall w,
  L w = share * (sum (neurons p) w - sum (target_neurons p) (target_weight p)) ^ 2 +
        share' * (sum (neurons p) (fun i => Rabs (w i)) -
                  sum (target_neurons p) (fun i => Rabs (target_weight p i))) ^ 2.
Definition theorem_1 : Prop := every_one_input (risk_of_sums (/ 4) (/ 4)).
Definition theorem_1_wrong_share : Prop := every_one_input (risk_of_sums (/ 2) (/ 4)).
Definition theorem_1_wrong_second_share : Prop := every_one_input (risk_of_sums (/ 4) (/ 2)).

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
Definition theorem_2_mixed_regions_wrong_negative : Prop := minima_of_risk_zero all_negative.

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
Definition theorem_2_one_signed_regions : Prop := every_one_input (fun p L =>
  (2 <= neurons p)%nat ->
  ((0 < its_positive_mass p /\ 0 < its_negative_mass p) <-> exists w, all_positive p w /\ bad_minimum p L w) /\
  ((0 < its_positive_mass p /\ 0 < its_negative_mass p) <-> exists w, all_negative p w /\ bad_minimum p L w)).
Definition theorem_2_one_signed_regions_wrong_every_target : Prop := every_one_input (fun p L =>
  (2 <= neurons p)%nat ->
  exists w, all_positive p w /\ bad_minimum p L w).
Definition theorem_2_one_signed_regions_wrong_every_target_below : Prop := every_one_input (fun p L =>
  (2 <= neurons p)%nat ->
  exists w, all_negative p w /\ bad_minimum p L w).

(** zero-weights: a minimizer with a zero weight has risk zero. *)
Definition theorem_2_zero_weights : Prop := minima_of_risk_zero (fun p w =>
  exists i, (i < neurons p)%nat /\ w i = 0).
Definition theorem_2_zero_weights_wrong_every_weight : Prop := minima_of_risk_zero (fun _ _ => True).

(** Theorem 2 for a Gaussian input. *)
Definition normal_minimum (p : problem) (L : (nat -> R) -> R) (w : nat -> R) : Prop :=
  one_input p /\ is_risk (normal_mean 1) p L /\ local_minimum (neurons p) L w.
Definition theorem_2_for_the_normal_law : Prop := forall p L w, normal_minimum p L w ->
  (mixed p w 0 \/ (exists i, (i < neurons p)%nat /\ w i = 0) -> L w = 0) /\
  (all_positive p w -> L w = / 2 * its_negative_mass p ^ 2) /\
  (all_negative p w -> L w = / 2 * its_positive_mass p ^ 2).
Definition theorem_2_for_the_normal_law_wrong_masses : Prop := forall p L w, normal_minimum p L w ->
  all_positive p w -> L w = / 2 * its_positive_mass p ^ 2.
Definition theorem_2_for_the_normal_law_wrong_masses_below : Prop := forall p L w, normal_minimum p L w ->
  all_negative p w -> L w = / 2 * its_negative_mass p ^ 2.
Definition theorem_2_for_the_normal_law_wrong_anywhere : Prop := forall p L w, normal_minimum p L w -> L w = 0.

(** pnn.theorem-3: within the region of given signs the second partial derivatives are H_ij = (1 + s_i s_j) / 2. *)
Definition signs (k : nat) (s : nat -> R) : Prop := forall i, (i < k)%nat -> s i = 1 \/ s i = -1.
Definition in_region (k : nat) (s w : nat -> R) : Prop := forall i, (i < k)%nat -> 0 < s i * w i.
Definition second_derivatives (H : (nat -> R) -> nat -> nat -> R) : Prop := every_one_input (fun p L => forall s,
  signs (neurons p) s -> exists slope : nat -> (nat -> R) -> R, forall w, in_region (neurons p) s w ->
  forall i, (i < neurons p)%nat -> is_derive (fun t => L (moved w i t)) 0 (slope i w) /\
    forall j, (j < neurons p)%nat -> is_derive (fun t => slope i (moved w j t)) 0 (H s i j)).
Definition hessian (s : nat -> R) (i j : nat) : R := / 2 * (1 + s i * s j).
Definition theorem_3_hessian : Prop := second_derivatives hessian.
Definition theorem_3_hessian_wrong_share : Prop := second_derivatives (fun s i j => 1 + s i * s j).
Definition theorem_3_hessian_wrong_sign : Prop := second_derivatives (fun s i j => / 2 * (1 - s i * s j)).

(** rank: positive semidefinite; of rank two with both signs, one with one. *)
Definition theorem_3_semidefinite : Prop := forall k s, signs k s -> forall v, 0 <= quadratic k (hessian s) v.
Definition theorem_3_semidefinite_wrong_definite : Prop := forall k s, signs k s ->
  forall v, (exists i, (i < k)%nat /\ v i <> 0) -> 0 < quadratic k (hessian s) v.

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
