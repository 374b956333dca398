(** The first counterexample to Theorem 7: three mixed lines in a plane leave the direction across it free.

    kappa is the Schur complement of psi[U U^T] for the three planar lines; the bad minimum has the risk
    kappa / (1 + kappa). *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.psi kernel.normal_space kernel.normal_kernel matched.risk.
Local Open Scope R_scope.

(** ** Values of the kernel *)

Definition p : R := psi 0.
Definition r : R := psi (3 / 5).
Definition t : R := psi (4 / 5).

Lemma p_value : p = 2 / PI.
Proof. exact psi_at_zero. Qed.

Lemma r_value : r = 2 / PI * (4 / 5 + 3 / 5 * atan (3 / 4)).
Proof.
  unfold r, psi. replace (1 - (3 / 5) ^ 2) with ((4 / 5) ^ 2) by field.
  rewrite sqrt_pow2 by lra. rewrite asin_atan by lra.
  replace (1 - Rsqr (3 / 5)) with ((4 / 5) ^ 2) by (unfold Rsqr; field).
  rewrite sqrt_pow2 by lra. now replace (3 / 5 / (4 / 5)) with (3 / 4) by field.
Qed.

Lemma t_value : t = 2 / PI * (3 / 5 + 4 / 5 * atan (4 / 3)).
Proof.
  unfold t, psi. replace (1 - (4 / 5) ^ 2) with ((3 / 5) ^ 2) by field.
  rewrite sqrt_pow2 by lra. rewrite asin_atan by lra.
  replace (1 - Rsqr (4 / 5)) with ((3 / 5) ^ 2) by (unfold Rsqr; field).
  rewrite sqrt_pow2 by lra. now replace (4 / 5 / (3 / 5)) with (4 / 3) by field.
Qed.

Lemma kernel_enclosed : 0.63661977236 < p < 0.63661977237 /\ 0.75509513553 < r < 0.75509513554 /\
  0.85423943990 < t < 0.85423943991.
Proof. rewrite p_value, r_value, t_value. repeat split; interval. Qed.

(** ** The Schur complement: A is the kernel's matrix of the planar lines, b solves A b = p (1, 1, 1) *)

Definition det_A : R := 1 + 2 * p * r * t - p ^ 2 - r ^ 2 - t ^ 2.
Definition b1 : R := p * (1 - t ^ 2 - p + r * t + p * t - r) / det_A.
Definition b2 : R := p * (1 - r ^ 2 - p + r * t + p * r - t) / det_A.
Definition b3 : R := p * (1 - p ^ 2 - r + p * t + p * r - t) / det_A.
Definition kappa : R := 1 - p * (b1 + b2 + b3).

Lemma det_A_positive : 0 < det_A.
Proof. destruct kernel_enclosed as [? [? ?]]. unfold det_A. interval. Qed.

Lemma p_bounds : 0 < p < 1.
Proof. destruct kernel_enclosed as [? _]. lra. Qed.

Lemma b_enclosed : 0.3696712 < b1 < 0.3696713 /\ 0.3548379 < b2 < 0.3548380 /\ 0.0543662 < b3 < 0.0543663.
Proof. destruct kernel_enclosed as [? [? ?]]. unfold b1, b2, b3, det_A. repeat split; interval. Qed.

Lemma b_positive : 0 < b1 /\ 0 < b2 /\ 0 < b3.
Proof. destruct b_enclosed as [? [? ?]]. lra. Qed.

Lemma kappa_bounds : 50415 / 100000 < kappa < 50416 / 100000.
Proof. destruct kernel_enclosed as [? _], b_enclosed as [? [? ?]]. unfold kappa. split; interval. Qed.

Lemma first_row : b1 + p * b2 + r * b3 = p.
Proof. pose proof det_A_positive. unfold b1, b2, b3. unfold det_A in *. field. lra. Qed.
Lemma second_row : p * b1 + b2 + t * b3 = p.
Proof. pose proof det_A_positive. unfold b1, b2, b3. unfold det_A in *. field. lra. Qed.
Lemma third_row : r * b1 + t * b2 + b3 = p.
Proof. pose proof det_A_positive. unfold b1, b2, b3. unfold det_A in *. field. lra. Qed.

Definition form_A (y1 y2 y3 : R) : R :=
  y1 ^ 2 + y2 ^ 2 + y3 ^ 2 + 2 * p * y1 * y2 + 2 * r * y1 * y3 + 2 * t * y2 * y3.

Lemma form_A_nonnegative (y1 y2 y3 : R) : 0 <= form_A y1 y2 y3.
Proof.
  pose proof det_A_positive. pose proof p_bounds. assert (0 < 1 - p ^ 2) by nra.
  replace (form_A y1 y2 y3) with ((y1 + p * y2 + r * y3) ^ 2
     + (1 - p ^ 2) * (y2 + (t - p * r) / (1 - p ^ 2) * y3) ^ 2 + det_A / (1 - p ^ 2) * y3 ^ 2)
    by (unfold form_A, det_A; field; lra).
  assert (0 <= det_A / (1 - p ^ 2)) by (apply Rlt_le, Rdiv_lt_0_compat; lra).
  repeat apply Rplus_le_le_0_compat; [apply pow2_ge_0 | |]; apply Rmult_le_pos; try lra; apply pow2_ge_0.
Qed.

(** The form of all four lines, and its completed square. *)
Definition form (q1 q2 q3 q4 : R) : R := form_A q1 q2 q3 + 2 * p * (q1 + q2 + q3) * q4 + q4 ^ 2.

Lemma form_schur (q1 q2 q3 q4 : R) :
  form q1 q2 q3 q4 = form_A (q1 + b1 * q4) (q2 + b2 * q4) (q3 + b3 * q4) + kappa * q4 ^ 2.
Proof.
  assert (expanded : form_A (q1 + b1 * q4) (q2 + b2 * q4) (q3 + b3 * q4) + kappa * q4 ^ 2 = form q1 q2 q3 q4
    + 2 * q4 * (q1 * ((b1 + p * b2 + r * b3) - p) + q2 * ((p * b1 + b2 + t * b3) - p)
                + q3 * ((r * b1 + t * b2 + b3) - p))
    + q4 ^ 2 * (b1 * ((b1 + p * b2 + r * b3) - p) + b2 * ((p * b1 + b2 + t * b3) - p)
                + b3 * ((r * b1 + t * b2 + b3) - p))) by (unfold form, form_A, kappa; ring).
  rewrite expanded, first_row, second_row, third_row. ring.
Qed.

(** ** The risk *)

Lemma kernel_values (i j : nat) : (i < 4)%nat -> (j < 4)%nat -> psi_kernel dependent_lines i j =
  if (i =? j)%nat then 1 else if (i + j =? 2)%nat then r else
  if (i =? 3)%nat then p else if (j =? 3)%nat then p else if (i + j =? 3)%nat then t else p.
Proof.
  intros i_in j_in. unfold psi_kernel, dot, p, r, t.
  assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%nat as [-> | [-> | [-> | ->]]] by lia;
    assert (j = 0 \/ j = 1 \/ j = 2 \/ j = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl;
    first [transitivity (psi 1); [f_equal; field | exact psi_at_one] | f_equal; field].
Qed.

(** Theorem 6's. *)
Definition dependent_risk : (nat -> R) -> R :=
  two_squares (/ 4) (/ 4) psi_kernel dependent_lines Nat.div2 one_and_minus_one.

Lemma pairs_on_four_lines (i : nat) : (i < 8)%nat -> (Nat.div2 i < 4)%nat.
Proof. intros inside. do 8 (destruct i as [| i]; [simpl; lia |]). lia. Qed.

Lemma dependent_risk_is_risk (mean : functional) : standard_law 3 mean ->
  has_kernel mean dependent_lines (psi_kernel dependent_lines) -> is_risk mean dependent_lines dependent_risk.
Proof.
  intros standard kernel.
  apply (theorem_6_proved mean dependent_lines Nat.div2 one_and_minus_one standard pairs_on_four_lines I); [| exact kernel].
  intros i inside. split; [now apply pairs_on_four_lines | easy].
Qed.

Definition size (c : nat -> R) (i : nat) : R := Rabs (c (2 * i)%nat) + Rabs (c (2 * i + 1)%nat) - 2.

Lemma dependent_risk_written_out (c : nat -> R) : dependent_risk c =
  / 4 * (((c 0%nat + c 1%nat) + 3 / 5 * (c 4%nat + c 5%nat)) ^ 2 +
         ((c 2%nat + c 3%nat) + 4 / 5 * (c 4%nat + c 5%nat)) ^ 2 + (c 6%nat + c 7%nat) ^ 2) +
  / 4 * form (size c 0) (size c 1) (size c 2) (size c 3).
Proof.
  unfold dependent_risk, two_squares.
  assert (sizes : forall i, (i < 4)%nat ->
    line_sums 8 Nat.div2 c i - line_sums 8 Nat.div2 one_and_minus_one i = size c i).
  { intros i inside. unfold line_sums, size, one_and_minus_one.
    assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl;
      rewrite ?Rabs_R1, ?(Rabs_left (-1)) by lra; ring. }
  rewrite (sum_ext 4 _ (fun i => sum 4 (fun j => size c i * size c j * psi_kernel dependent_lines i j))).
  2: { intros i i_in. apply sum_ext. intros j j_in. cbn [neurons target_neurons line dependent_lines lines] in *.
       now rewrite !sizes by easy. }
  cbn [sum]. rewrite !kernel_values by lia. cbn [Nat.eqb Nat.add].
  unfold excess_sum, weights, dot, one_and_minus_one. simpl.
  unfold form, form_A, one_and_minus_one. simpl. field.
Qed.

(** Where the neurons across the plane stay positive the risk is at least kappa / (1 + kappa). *)
Lemma risk_at_least (c : nat -> R) : 0 <= c 6%nat -> 0 <= c 7%nat -> kappa / (1 + kappa) <= dependent_risk c.
Proof.
  intros first second. rewrite dependent_risk_written_out, form_schur. pose proof kappa_bounds.
  assert (last : size c 3 = c 6%nat + c 7%nat - 2)
    by (unfold size; simpl; rewrite (Rabs_right (c 6%nat)), (Rabs_right (c 7%nat)) by lra; ring).
  rewrite last.
  pose proof (form_A_nonnegative (size c 0 + b1 * (c 6%nat + c 7%nat - 2)) (size c 1 + b2 * (c 6%nat + c 7%nat - 2))
    (size c 2 + b3 * (c 6%nat + c 7%nat - 2))) as planar.
  pose proof (pow2_ge_0 (c 0%nat + c 1%nat + 3 / 5 * (c 4%nat + c 5%nat))).
  pose proof (pow2_ge_0 (c 2%nat + c 3%nat + 4 / 5 * (c 4%nat + c 5%nat))).
  set (s := c 6%nat + c 7%nat) in *.
  assert (across : 4 * (kappa / (1 + kappa)) <= s ^ 2 + kappa * (s - 2) ^ 2).
  { replace (s ^ 2 + kappa * (s - 2) ^ 2) with
      ((1 + kappa) * (s - 2 * kappa / (1 + kappa)) ^ 2 + 4 * (kappa / (1 + kappa))) by (field; lra).
    assert (0 <= (1 + kappa) * (s - 2 * kappa / (1 + kappa)) ^ 2) by (apply Rmult_le_pos; [lra | apply pow2_ge_0]).
    lra. }
  lra.
Qed.

(** Both signs on the planar lines, kappa / (1 + kappa) twice across. *)
Definition bad (i : nat) : R :=
  match i with
  | 0%nat => 1 + b1 / (1 + kappa) | 1%nat => - (1 + b1 / (1 + kappa))
  | 2%nat => 1 + b2 / (1 + kappa) | 3%nat => - (1 + b2 / (1 + kappa))
  | 4%nat => 1 + b3 / (1 + kappa) | 5%nat => - (1 + b3 / (1 + kappa))
  | _ => kappa / (1 + kappa)
  end.

Lemma bad_sizes : 0 < b1 / (1 + kappa) /\ 0 < b2 / (1 + kappa) /\ 0 < b3 / (1 + kappa) /\ 0 < kappa / (1 + kappa).
Proof.
  pose proof kappa_bounds. destruct b_positive as [? [? ?]]. repeat split; apply Rdiv_lt_0_compat; lra.
Qed.

Lemma bad_value : dependent_risk bad = kappa / (1 + kappa).
Proof.
  rewrite dependent_risk_written_out, form_schur. unfold size. simpl. destruct bad_sizes as [? [? [? ?]]].
  rewrite !Rabs_Ropp, !Rabs_right by lra. pose proof kappa_bounds. unfold form_A. field. lra.
Qed.

Lemma bad_is_a_minimum : local_minimum 8 dependent_risk bad.
Proof.
  destruct bad_sizes as [_ [_ [_ across]]]. exists (kappa / (1 + kappa)). split; [easy |]. intros c near.
  rewrite bad_value. apply risk_at_least.
  - specialize (near 6%nat ltac:(lia)). simpl in near. apply Rabs_def2 in near. lra.
  - specialize (near 7%nat ltac:(lia)). simpl in near. apply Rabs_def2 in near. lra.
Qed.

Lemma value_bounds : 33517 / 100000 < kappa / (1 + kappa) < 33518 / 100000.
Proof.
  pose proof kappa_bounds. split; apply (Rmult_lt_reg_r (1 + kappa)); try lra; field_simplify; lra.
Qed.

(** ** The theorem and its wrong variants *)

Lemma kappa_is_schur : schur_complement dependent_lines 3 kappa.
Proof.
  exists (fun i => match i with 0%nat => b1 | 1%nat => b2 | _ => b3 end). split.
  - intros i inside. cbn [sum]. rewrite !kernel_values by lia. pose proof first_row. pose proof second_row.
    pose proof third_row. assert (i = 0 \/ i = 1 \/ i = 2)%nat as [-> | [-> | ->]] by lia; simpl; lra.
  - cbn [sum]. rewrite !kernel_values by lia. unfold kappa. simpl. ring.
Qed.

(** A point with both signs on three lines and positive weights on the fourth. *)
Lemma signs_on_lines (problem_of : problem) (c : nat -> R) : neurons problem_of = 8%nat -> line problem_of = Nat.div2 ->
  0 < c 0%nat -> c 1%nat < 0 -> 0 < c 2%nat -> c 3%nat < 0 -> 0 < c 4%nat -> c 5%nat < 0 -> 0 < c 6%nat -> 0 < c 7%nat ->
  three_mixed_lines problem_of c.
Proof.
  intros eight lines_are. intros. unfold three_mixed_lines, mixed, has_positive, has_negative, no_zero_weight.
  rewrite eight, lines_are. repeat split; try easy.
  - intros i inside. do 8 (destruct i as [| i]; [lra |]). lia.
  - exists 0%nat. repeat split; (lia || easy).
  - exists 1%nat. repeat split; (lia || easy).
  - exists 2%nat. repeat split; (lia || easy).
  - exists 3%nat. repeat split; (lia || easy).
  - exists 4%nat. repeat split; (lia || easy).
  - exists 5%nat. repeat split; (lia || easy).
Qed.

Lemma value_at_the_target : dependent_risk one_and_minus_one = 0.
Proof.
  rewrite dependent_risk_written_out. unfold size, one_and_minus_one, form, form_A. simpl.
  rewrite ?(Rabs_left (-1)), ?Rabs_R1 by lra. field.
Qed.

(** Risks are known by their values. *)
Lemma same_local_minimum (k : nat) (L L' : (nat -> R) -> R) (c : nat -> R) :
  (forall c, L c = L' c) -> local_minimum k L c -> local_minimum k L' c.
Proof.
  intros same [radius [positive below]]. exists radius. split; [easy |]. intros c' near. rewrite <- !same. now apply below.
Qed.

Theorem theorem_7_dependent_lines_proved : theorem_7_dependent_lines.
Proof.
  intros mean L standard kernel L_is_risk. destruct bad_sizes as [? [? [? ?]]].
  assert (same : forall c, dependent_risk c = L c)
    by (intros c; exact (mean_unique _ _ (is_law _ _ standard) _ _ _ (dependent_risk_is_risk mean standard kernel c) (L_is_risk c))).
  exists bad, kappa.
  split; [apply signs_on_lines; simpl; (easy || lra) |].
  split; [exact kappa_is_schur | split; [exact (same_local_minimum 8 _ _ _ same bad_is_a_minimum) |]]. rewrite <- !same.
  split; [rewrite bad_value; field; pose proof kappa_bounds; lra | split; [exact value_bounds | exact value_at_the_target]].
Qed.

(** The normal law is one of those that the wrong variants speak of. *)
Lemma five_units : unit_lines (other_lines 5).
Proof.
  intros i i_in. simpl in i_in. unfold cosines, dot.
  do 5 (destruct i as [| i]; [simpl; field |]). lia.
Qed.

Lemma wrong_in_space (minimum : nat -> ((nat -> R) -> R) -> (nat -> R) -> Prop) (share reached : R) :
  dependent_minimum minimum share reached ->
  exists c kappa, three_mixed_lines dependent_lines c /\ schur_complement dependent_lines 3 kappa /\
    minimum 8%nat dependent_risk c /\ dependent_risk c = share * kappa / (1 + kappa) /\
    33517 / 100000 < kappa / (1 + kappa) < 33518 / 100000 /\ dependent_risk one_and_minus_one = reached.
Proof.
  intros wrong. pose proof (normal_law_proved 3%nat) as standard.
  assert (kernel : has_kernel (normal_mean 3) dependent_lines (psi_kernel dependent_lines))
    by (intros i j i_in j_in; apply (normal_kernel_proved (other_lines 5) five_units i j); simpl in *; lia).
  exact (wrong _ dependent_risk standard kernel (dependent_risk_is_risk _ standard kernel)).
Qed.

Theorem theorem_7_dependent_lines_wrong_global_refuted : ~ theorem_7_dependent_lines_wrong_global.
Proof.
  intros wrong. destruct (wrong_in_space _ _ _ wrong) as [c [kappa' [[_ [_ [_ [_ [first second]]]]] [_ [below _]]]]].
  specialize (below one_and_minus_one).
  pose proof (risk_at_least c ltac:(lra) ltac:(lra)). pose proof value_bounds. rewrite value_at_the_target in below. lra.
Qed.

Theorem theorem_7_dependent_lines_wrong_value_refuted : ~ theorem_7_dependent_lines_wrong_value.
Proof.
  intros wrong.
  destruct (wrong_in_space _ _ _ wrong) as [c [kappa' [[_ [_ [_ [_ [first second]]]]] [_ [_ [value [bounds _]]]]]]].
  pose proof (risk_at_least c ltac:(lra) ltac:(lra)). pose proof value_bounds. unfold Rdiv in *. lra.
Qed.

Theorem theorem_7_dependent_lines_wrong_reached_refuted : ~ theorem_7_dependent_lines_wrong_reached.
Proof.
  intros wrong. destruct (wrong_in_space _ _ _ wrong) as [c [kappa' [_ [_ [_ [_ [_ reached]]]]]]].
  rewrite value_at_the_target in reached. lra.
Qed.
