(** How the risk changes between two points of a closed orthant, for any law of the inputs and any target. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.regions landscape.means landscape.axes_law.
Local Open Scope R_scope.

Lemma relu_in_orthant (s a v : R) : s = 1 \/ s = -1 -> 0 <= s * a -> relu (a * v) = Rabs a * relu (s * v).
Proof.
  intros [-> | ->] side.
  - rewrite Rabs_right, Rmult_1_l by lra. apply relu_scale. lra.
  - rewrite Rabs_left1 by lra. rewrite <- relu_scale by lra. f_equal. ring.
Qed.

Lemma network_in_orthant (p : problem) (s c : nat -> R) (x : point) :
  (forall i, (i < neurons p)%nat -> (s i = 1 \/ s i = -1) /\ 0 <= s i * c i) ->
  network (inputs p) (neurons p) (weights p c) x = sum (neurons p) (fun i => Rabs (c i) * side_of p s i x).
Proof.
  intros orthant. apply sum_ext. intros i inside. destruct (orthant i inside) as [unit side].
  unfold side_of, weights. rewrite !dot_scale. now apply relu_in_orthant.
Qed.

Theorem first_order_increase_proved : first_order_increase.
Proof.
  intros mean p L c c' s F D a_law is_L orthant h h' forces square.
  set (error := fun x => h x - network (inputs p) (target_neurons p) (target p) x).
  set (grown := fun i => Rabs (c' i) - Rabs (c i)).
  assert (difference : forall x, h' x - h x = sum (neurons p) (fun i => grown i * side_of p s i x)).
  { intros x. unfold h, h'.
    rewrite !(network_in_orthant p s) by (intros i inside; now destruct (orthant i inside) as [unit [before after]]).
    rewrite <- sum_minus. apply sum_ext. intros. unfold grown. ring. }
  assert (linear : mean (fun x => sum (neurons p) (fun i => 2 * grown i * (side_of p s i x * error x)))
    (sum (neurons p) (fun i => 2 * grown i * F i))).
  { apply (mean_sum_of _ _ a_law). intros i inside. now apply (mean_scale _ _ a_law), forces. }
  pose proof (mean_plus _ _ a_law _ _ _ _ (is_L c) (mean_plus _ _ a_law _ _ _ _ linear square)) as total.
  assert (change : L c' = L c + (sum (neurons p) (fun i => 2 * grown i * F i) + D)).
  { apply (mean_unique _ _ a_law _ _ _ (is_L c')). apply (same_mean _ _ a_law _ _ _ total). intros x.
    unfold squared_error. fold (h x) (h' x).
    rewrite (sum_ext _ _ (fun i => grown i * side_of p s i x * (2 * error x))) by (intros; ring).
    rewrite sum_scale_right, <- difference. unfold error. ring. }
  rewrite change, (sum_ext _ (fun i => 2 * F i * (Rabs (c' i) - Rabs (c i))) (fun i => 2 * grown i * F i))
    by (intros; unfold grown; ring).
  ring.
Qed.

(** ** Wrong variants: one neuron of one input, and a target of none, under the law of 1 and its opposite *)

Definition one_neuron : problem := {|
  inputs := 1; lines := 1; direction := fun _ _ => 1; neurons := 1; line := fun _ => 0%nat;
  target_neurons := 0; target := fun _ _ => 0 |}.
Definition half_square (c : nat -> R) : R := / 2 * c 0%nat ^ 2.

Lemma relu_squares (a : R) : relu a * relu a + relu (- a) * relu (- a) = a * a.
Proof. pose proof (relu_sum a). pose proof (relu_difference a). pose proof (Rabs_mult a a).
  assert (relu a * relu (- a) = 0).
  { destruct (Rle_or_lt 0 a); [rewrite (relu_of_nonpositive (- a)) | rewrite (relu_of_nonpositive a)]; lra. }
  nra.
Qed.

Lemma one_neuron_output (c : nat -> R) (sign : R) :
  network 1 1 (weights one_neuron c) (axis_point 1 0 sign) = relu (sign * c 0%nat).
Proof.
  unfold network, dot, weights, axis_point. simpl. rewrite sqrt_1, Rplus_0_l. f_equal. ring.
Qed.

Lemma one_neuron_risk : is_risk (axes_mean 1) one_neuron half_square.
Proof.
  intros c. unfold axes_mean, squared_error, half_square. simpl (sum 1 _). simpl (inputs _). simpl (neurons _).
  rewrite !one_neuron_output. unfold network. simpl.
  pose proof (relu_squares (c 0%nat)) as squares. replace (-1 * c 0%nat) with (- c 0%nat) by ring. rewrite Rmult_1_l.
  lra.
Qed.

Lemma one_neuron_side (sign : R) : side_of one_neuron (fun _ => 1) 0 (axis_point 1 0 sign) = relu sign.
Proof. unfold side_of, dot, axis_point. simpl. rewrite sqrt_1. f_equal. ring. Qed.

Lemma relu_one : relu 1 = 1 /\ relu (-1) = 0.
Proof. split; [apply relu_of_nonnegative | apply relu_of_nonpositive]; lra. Qed.

(** What is claimed of the weights 1 and a. *)
Lemma one_neuron_increase (factor share : R) (orthant : R -> R -> R -> Prop) (a : R) :
  increase_is factor share orthant -> orthant 1 1 a ->
  / 2 * a ^ 2 - / 2 = factor * / 2 * (Rabs a - 1) + share * (/ 2 * ((relu a - 1) ^ 2 + relu (- a) ^ 2)).
Proof.
  intros claimed holds. destruct relu_one as [one minus_one].
  pose proof (claimed (axes_mean 1) one_neuron half_square (fun _ => 1) (fun _ => a) (fun _ => 1) (fun _ => / 2)
    (/ 2 * ((relu a - 1) ^ 2 + relu (- a) ^ 2)) (is_law _ _ (standard_law_instance_proved 1%nat Nat.lt_0_1))
    one_neuron_risk) as equal.
  assert (shown : half_square (fun _ => a) - half_square (fun _ => 1) =
    sum 1 (fun i => factor * / 2 * (Rabs a - Rabs 1)) + share * (/ 2 * ((relu a - 1) ^ 2 + relu (- a) ^ 2))).
  { apply equal.
    - intros i _. exact holds.
    - intros i inside. simpl in inside. replace i with 0%nat by lia. unfold axes_mean. simpl (sum 1 _).
      simpl (inputs _). simpl (neurons _).
      rewrite !one_neuron_side, !one_neuron_output. unfold network. simpl. rewrite !Rmult_1_r, one, minus_one. field.
    - unfold axes_mean. simpl (sum 1 _). simpl (inputs _). simpl (neurons _). rewrite !one_neuron_output. simpl.
      rewrite !Rmult_1_r, !Rmult_1_l, one, minus_one. replace (-1 * a) with (- a) by ring. field. }
  unfold half_square in shown. simpl (sum 1 _) in shown. rewrite Rabs_R1 in shown. lra.
Qed.

Theorem first_order_increase_wrong_half_refuted : ~ first_order_increase_wrong_half.
Proof.
  intros wrong. pose proof (one_neuron_increase _ _ _ 2 wrong ltac:(unfold one_orthant; lra)) as equal.
  rewrite Rabs_right, (relu_of_nonnegative 2), (relu_of_nonpositive (- (2))) in equal by lra. lra.
Qed.

Theorem first_order_increase_wrong_without_square_refuted : ~ first_order_increase_wrong_without_square.
Proof.
  intros wrong. pose proof (one_neuron_increase _ _ _ 2 wrong ltac:(unfold one_orthant; lra)) as equal.
  rewrite Rabs_right, (relu_of_nonnegative 2), (relu_of_nonpositive (- (2))) in equal by lra. lra.
Qed.

Theorem first_order_increase_wrong_two_orthants_refuted : ~ first_order_increase_wrong_two_orthants.
Proof.
  intros wrong. pose proof (one_neuron_increase _ _ _ (-1) wrong ltac:(lra)) as equal.
  rewrite Rabs_left, (relu_of_nonpositive (-1)), (relu_of_nonnegative (- -1)) in equal by lra. lra.
Qed.
