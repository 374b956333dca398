(** The value that Theorem 9 promises in its first counterexample, and that the minimum there misses it. *)
From Coq Require Import Reals Lra Lia PeanoNat List.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.normal_space kernel.normal_kernel matched.dependent_lines mismatched.dependent_lines.
Import ListNotations.
Local Open Scope R_scope.

(** ** The value that Theorem 9 promises *)

Definition schur : R := kappa + 2 * e + 1 - kd - (kappa + e) ^ 2 / kappa.
Definition last_mass : R := 2 * (kappa + e) / kappa.
Definition masses (i : nat) : R := match i with
  | 0%nat => 2 - b1 * (last_mass - 2) + 2 * d0 | 1%nat => 2 - b2 * (last_mass - 2) + 2 * d1
  | 2%nat => - b3 * (last_mass - 2) + 2 * d2 | _ => last_mass end.

Notation moment := (even_moment (other_lines 4) 5 its_lines one_and_minus_one).
Lemma moments (i : nat) : (i < 5)%nat -> moment i = 2 * nth i [1 + p + p + k0; p + 1 + p + k1; r + t + p + k2;
  p + p + 1 + p; k0 + k1 + p + 1] 0.
Proof.
  intros inside. unfold even_moment. cbn [target_neurons other_lines in_space sum].
  rewrite !its_sums, !kernel_of_five by lia.
  assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3 \/ i = 4)%nat as [-> | [-> | [-> | [-> | ->]]]] by lia; simpl; ring.
Qed.

Lemma masses_solve : no_even_force (other_lines 4) 5 its_lines one_and_minus_one masses.
Proof.
  intros i inside. cbn [lines other_lines in_space] in *. cbn [sum]. rewrite moments, !kernel_of_five by lia.
  destruct d_rows as [row0 [row1 row2]]. pose proof first_row as A0. pose proof second_row as A1.
  pose proof third_row as A2. pose proof loads_agree as agree. pose proof kappa_bounds.
  set (z := last_mass - 2). assert (last_mass = 2 + z) as last by (unfold z; ring).
  assert (fourth : kappa * z = 2 * e) by (unfold z, last_mass; field; lra).
  assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl; fold z; rewrite last.
  - transitivity (2 * (1 + p) + 2 * p - z * (b1 + p * b2 + r * b3) + p * z + 2 * (d0 + p * d1 + r * d2)); [ring |].
    rewrite A0, row0. ring.
  - transitivity (2 * (1 + p) + 2 * p - z * (p * b1 + b2 + t * b3) + p * z + 2 * (p * d0 + d1 + t * d2)); [ring |].
    rewrite A1, row1. ring.
  - transitivity (2 * (r + t) + 2 * p - z * (r * b1 + t * b2 + b3) + p * z + 2 * (r * d0 + t * d1 + d2)); [ring |].
    rewrite A2, row2. ring.
  - transitivity (2 + 4 * p + kappa * z + 2 * (p * (d0 + d1 + d2))); [unfold kappa; ring |].
    rewrite fourth, agree. unfold e. ring.
Qed.

Lemma schur_value_there : schur_value (other_lines 4) 5 its_lines one_and_minus_one masses = schur.
Proof.
  unfold schur_value. cbn [target_neurons lines other_lines in_space sum]. rewrite !its_sums, !moments by lia. simpl.
  destruct d_rows as [row0 [row1 row2]]. pose proof first_row as A0. pose proof second_row as A1.
  pose proof loads_agree as agree. pose proof kappa_bounds.
  set (z := last_mass - 2). assert (last_mass = 2 + z) as last by (unfold z; ring).
  assert (value : schur = 1 - kd - e * z / 2) by (unfold schur, z, last_mass; field; lra).
  rewrite value, last.
  (* A takes d and b to the loads k and p, so that their products with the target's moments are known *)
  assert (d_sums : d0 * (1 + p) + d1 * (p + 1) + d2 * (r + t) = k0 + k1) by (rewrite <- row0, <- row1; ring).
  assert (b_sums : b1 * (1 + p) + b2 * (p + 1) + b3 * (r + t) = 2 * p).
  { transitivity ((b1 + p * b2 + r * b3) + (p * b1 + b2 + t * b3)); [ring |]. rewrite A0, A1. ring. }
  assert (kappa_is : p * (b1 + b2 + b3) = 1 - kappa) by (unfold kappa; ring).
  assert (e_is : b1 * k0 + b2 * k1 + b3 * k2 = p - e) by (unfold e; ring).
  transitivity (1 - (d0 * (1 + p) + d1 * (p + 1) + d2 * (r + t)) - p * (d0 + d1 + d2) - kd + (k0 + k1 + p) +
    z / 2 * (b1 * (1 + p) + b2 * (p + 1) + b3 * (r + t) + p * (b1 + b2 + b3) + (b1 * k0 + b2 * k1 + b3 * k2)
             - (1 + 3 * p))); [unfold kd; field |].
  rewrite d_sums, b_sums, kappa_is, agree, e_is.
  assert (fourth : kappa * z = 2 * e) by (unfold z, last_mass; field; lra). lra.
Qed.

Lemma schur_bounds : 82 / 10000 < schur < 83 / 10000.
Proof. enclosed. unfold schur, kd, e, kappa. split; interval. Qed.

(** Both are those of all masses without even force. *)
Lemma solution_unique (q : nat -> R) : no_even_force (other_lines 4) 5 its_lines one_and_minus_one q ->
  q 3%nat = last_mass /\ schur_value (other_lines 4) 5 its_lines one_and_minus_one q = schur.
Proof.
  intros solved. pose proof kappa_bounds.
  assert (rows : forall i, (i < 4)%nat -> moment i = q 0%nat * psi_kernel (other_lines 4) i 0 +
      q 1%nat * psi_kernel (other_lines 4) i 1 + q 2%nat * psi_kernel (other_lines 4) i 2 +
      q 3%nat * psi_kernel (other_lines 4) i 3)
    by (intros i inside; rewrite <- (solved i inside); cbn [lines other_lines in_space sum]; ring).
  assert (own : forall i, (i < 4)%nat -> moment i = masses 0 * psi_kernel (other_lines 4) i 0 +
      masses 1 * psi_kernel (other_lines 4) i 1 + masses 2 * psi_kernel (other_lines 4) i 2 +
      masses 3 * psi_kernel (other_lines 4) i 3)
    by (intros i inside; rewrite <- (masses_solve i inside); cbn [lines other_lines in_space sum]; ring).
  pose proof first_row as A0. pose proof second_row as A1. pose proof third_row as A2. split.
  - assert (last : forall x : nat -> R, (forall i, (i < 4)%nat -> moment i = x 0%nat * psi_kernel (other_lines 4) i 0 +
        x 1%nat * psi_kernel (other_lines 4) i 1 + x 2%nat * psi_kernel (other_lines 4) i 2 +
        x 3%nat * psi_kernel (other_lines 4) i 3) ->
      kappa * x 3%nat = moment 3 - (b1 * moment 0 + b2 * moment 1 + b3 * moment 2)).
    { intros x x_rows. rewrite !x_rows, !kernel_of_five by lia. simpl.
      transitivity (kappa * x 3%nat + x 0%nat * (p - (b1 + p * b2 + r * b3)) + x 1%nat * (p - (p * b1 + b2 + t * b3)) +
        x 2%nat * (p - (r * b1 + t * b2 + b3))); [rewrite A0, A1, A2; ring | unfold kappa; ring]. }
    apply (Rmult_eq_reg_l kappa); [| lra]. rewrite (last q rows). symmetry. exact (last masses own).
  - rewrite <- schur_value_there. unfold schur_value. cbn [lines other_lines in_space sum]. do 2 f_equal.
    transitivity (q 0%nat * moment 0 + q 1%nat * moment 1 + q 2%nat * moment 2 + q 3%nat * moment 3); [ring |].
    transitivity (masses 0 * moment 0 + masses 1 * moment 1 + masses 2 * moment 2 + masses 3 * moment 3); [| ring].
    transitivity (q 0%nat * (masses 0 * 1 + masses 1 * p + masses 2 * r + masses 3 * p) +
      q 1%nat * (masses 0 * p + masses 1 * 1 + masses 2 * t + masses 3 * p) +
      q 2%nat * (masses 0 * r + masses 1 * t + masses 2 * 1 + masses 3 * p) +
      q 3%nat * (masses 0 * p + masses 1 * p + masses 2 * p + masses 3 * 1)).
    + rewrite !own, !kernel_of_five by lia. simpl. ring.
    + rewrite !rows, !kernel_of_five by lia. simpl. ring.
Qed.

Lemma kappa_unique (kappa' : R) : schur_complement (other_lines 4) 3 kappa' -> kappa' = kappa.
Proof.
  intros [b [rows ->]]. pose proof (rows 0%nat ltac:(lia)) as row0. pose proof (rows 1%nat ltac:(lia)) as row1.
  pose proof (rows 2%nat ltac:(lia)) as row2. cbn [sum] in *. rewrite !kernel_of_five in * by lia. simpl in *.
  assert (same : b 0%nat * p + b 1%nat * p + b 2%nat * p = p * (b1 + b2 + b3)); [| unfold kappa; lra].
  transitivity (b 0%nat * (b1 + p * b2 + r * b3) + b 1%nat * (p * b1 + b2 + t * b3) + b 2%nat * (r * b1 + t * b2 + b3)).
  - rewrite first_row, second_row, third_row. ring.
  - transitivity (b1 * (0 + b 0%nat * 1 + b 1%nat * p + b 2%nat * r) + b2 * (0 + b 0%nat * p + b 1%nat * 1 + b 2%nat * t) +
      b3 * (0 + b 0%nat * r + b 1%nat * t + b 2%nat * 1)); [ring | rewrite row0, row1, row2; ring].
Qed.

Lemma kappa_is_schur_here : schur_complement (other_lines 4) 3 kappa.
Proof.
  exists (fun i => match i with 0%nat => b1 | 1%nat => b2 | _ => b3 end). split.
  - intros i inside. cbn [sum]. rewrite !kernel_of_five by lia. pose proof first_row. pose proof second_row.
    pose proof third_row. assert (i = 0 \/ i = 1 \/ i = 2)%nat as [-> | [-> | ->]] by lia; simpl; lra.
  - cbn [sum]. rewrite !kernel_of_five by lia. unfold kappa. simpl. ring.
Qed.

(** ** The theorem and its wrong variants *)

Lemma excess_over_schur : least_risk = schur + / 4 * kappa * last_mass ^ 2 / (1 + kappa).
Proof. pose proof kappa_bounds. unfold least_risk, schur, last_mass. field. lra. Qed.

Lemma better_point : other_risk one_and_minus_one < 3 / 10.
Proof.
  rewrite other_risk_written_out. unfold mass, planar_square, even_part, form, form_A, one_and_minus_one. simpl.
  rewrite ?(Rabs_left (-1)), ?Rabs_R1 by lra. enclosed. interval.
Qed.

Theorem theorem_9_dependent_lines_proved : theorem_9_dependent_lines.
Proof.
  intros mean L standard kernel L_is_risk.
  assert (same : forall c, other_risk c = L c)
    by (intros c; exact (mean_unique _ _ (is_law _ _ standard) _ _ _ (other_risk_is_risk mean standard kernel c) (L_is_risk c))).
  destruct masses_positive as [? [? [? ?]]]. destruct (solution_unique masses masses_solve) as [last value].
  pose proof least_risk_bounds. pose proof schur_bounds. exists point, masses, kappa.
  split; [apply signs_on_lines; simpl; (easy || lra) |].
  split; [apply Rgt_not_eq; unfold excess_sum, weights; simpl; unfold one_and_minus_one; simpl; lra |].
  split; [exact masses_solve | split; [exact kappa_is_schur_here |]]. cbv zeta. rewrite value, last, <- same, point_value.
  split; [exact (same_local_minimum 8 _ _ _ same point_is_a_minimum) | split; [exact excess_over_schur | split; [easy | split; [lra |]]]].
  exists one_and_minus_one. rewrite <- same. pose proof better_point. lra.
Qed.

(** The law in space is one of those that the wrong variants speak of. *)
Lemma wrong_in_space (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (across : R -> Prop) (share promised : R) :
  other_minimum minimum across share promised ->
  exists c q kappa, three_mixed_lines (other_lines 4) c /\ across (excess_sum (other_lines 4) c 2%nat) /\
    no_even_force (other_lines 4) 5 its_lines one_and_minus_one q /\ schur_complement (other_lines 4) 3 kappa /\
    let schur := schur_value (other_lines 4) 5 its_lines one_and_minus_one q in
    minimum 8%nat other_risk c /\ other_risk c = schur + share * kappa * q 3%nat ^ 2 / (1 + kappa) /\
    3416 / 10000 < other_risk c < 3417 / 10000 /\ promised < schur < promised + 1 / 10000 /\
    exists c', other_risk c' < other_risk c.
Proof.
  intros wrong. pose proof (normal_law_proved 3%nat) as standard.
  pose proof (normal_kernel_proved (other_lines 5) five_units) as kernel.
  exact (wrong _ other_risk standard kernel (other_risk_is_risk _ standard kernel)).
Qed.

Theorem theorem_9_dependent_lines_wrong_global_refuted : ~ theorem_9_dependent_lines_wrong_global.
Proof.
  intros wrong. destruct (wrong_in_space _ _ _ _ wrong) as [c [q [kappa' [_ [_ [_ [_ [below [_ [_ [_ [c' less]]]]]]]]]]]].
  specialize (below c'). lra.
Qed.

Theorem theorem_9_dependent_lines_wrong_orthogonal_refuted : ~ theorem_9_dependent_lines_wrong_orthogonal.
Proof.
  intros wrong. destruct (wrong_in_space _ _ _ _ wrong) as [c [q [kappa' [[_ [_ [_ [_ [first second]]]]] [zero _]]]]].
  unfold excess_sum, weights in zero. simpl in zero. unfold one_and_minus_one in zero. simpl in zero. lra.
Qed.

Theorem theorem_9_dependent_lines_wrong_share_refuted : ~ theorem_9_dependent_lines_wrong_share.
Proof.
  intros wrong.
  destruct (wrong_in_space _ _ _ _ wrong) as [c [q [kappa' [_ [_ [solved [is_schur [_ [value [bounds _]]]]]]]]]].
  cbv zeta in value.
  destruct (solution_unique q solved) as [last promised]. rewrite (kappa_unique _ is_schur), last, promised in value.
  pose proof least_risk_bounds. pose proof schur_bounds. pose proof excess_over_schur.
  replace (/ 2 * kappa * last_mass ^ 2 / (1 + kappa)) with (2 * (/ 4 * kappa * last_mass ^ 2 / (1 + kappa))) in value
    by (field; pose proof kappa_bounds; lra).
  lra.
Qed.

Theorem theorem_9_dependent_lines_wrong_schur_refuted : ~ theorem_9_dependent_lines_wrong_schur.
Proof.
  intros wrong. destruct (wrong_in_space _ _ _ _ wrong) as [c [q [kappa' [_ [_ [solved [_ [_ [_ [_ [bounds _]]]]]]]]]]].
  cbv zeta in bounds.
  destruct (solution_unique q solved) as [_ promised]. rewrite promised in bounds. pose proof schur_bounds. lra.
Qed.
