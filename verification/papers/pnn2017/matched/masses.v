(** Theorem 7 as repaired, of distinct lines: the masses at a minimum are those of the target. *)
From Coq Require Import Reals Lra.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matrices statements.matched.
From pnn2017 Require Import statements.regions statements.distinct_lines.
From pnn2017 Require Import kernel.normal_space landscape.means kernel_matrix.psi_matrix matched.risk matched.normal.
Local Open Scope R_scope.

(** Distinct unit lines have a definite kernel matrix, so that a risk of zero leaves no difference of masses. *)
Lemma masses_where_risk_vanishes (p : problem) (its_line : nat -> nat) (its_c c : nat -> R) :
  unit_lines p -> distinct_lines (inputs p) (lines p) (direction p) ->
  two_squares (/ 4) (/ 4) psi_kernel p its_line its_c c = 0 -> forall r, (r < lines p)%nat ->
  line_sums (neurons p) (line p) c r = line_sums (target_neurons p) its_line its_c r.
Proof.
  intros units distinct zero r r_in.
  set (dq := fun r => line_sums (neurons p) (line p) c r - line_sums (target_neurons p) its_line its_c r).
  set (even := quadratic (lines p) (of_cosines psi (inputs p) (direction p)) dq).
  change (/ 4 * dot (inputs p) (excess_sum p c) (excess_sum p c) + / 4 * even = 0) in zero.
  pose proof (dot_square_nonnegative (inputs p) (excess_sum p c)).
  enough (dq r = 0) by (unfold dq in *; lra). destruct (Req_dec (dq r) 0) as [| apart]; [easy | exfalso].
  assert (0 < even); [| lra].
  apply (proj2 (psi_matrix_definite_proved _ _ _ units) distinct). now exists r.
Qed.

Theorem theorem_7_masses_proved : theorem_7_masses.
Proof.
  intros p L c its_line its_c units distinct occupied on L_is_risk span minimum.
  assert (is_matched : matched p) by (exists its_line, its_c; exact on).
  destruct (theorem_7_for_the_normal_law_proved p L c occupied is_matched L_is_risk span minimum) as [zero same].
  split; [exact zero | split; [exact same |]]. apply (masses_where_risk_vanishes p its_line its_c c units distinct).
  rewrite <- zero. symmetry.
  apply (mean_unique _ _ (is_law _ _ (normal_law_proved (inputs p))) _ _ _ (L_is_risk c)).
  exact (theorem_6_for_the_normal_law_proved p its_line its_c units (proj1 occupied) on c).
Qed.
