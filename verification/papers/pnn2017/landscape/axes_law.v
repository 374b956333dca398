(** The law of 2 d points on the axes: an instance of what is asked of laws, and a bad minimum under it.

    Under it a network's inputs are decoupled, so that risks are sums of squares that can be read off. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From formal Require Import sums.
From pnn2017 Require Import statements.networks landscape.means.
Local Open Scope R_scope.

Section Axes.
Variable d : nat.
Hypothesis some : (0 < d)%nat.

Lemma inputs_positive : 0 < INR d.
Proof. now apply lt_0_INR. Qed.

Lemma opposite_axis_point (i : nat) (sign : R) : (fun j => - axis_point d i sign j) = axis_point d i (- sign).
Proof. apply functional_extensionality. intros j. unfold axis_point. destruct (j =? i)%nat; ring. Qed.

Lemma axes_symmetric (f : point -> R) (m : R) : axes_mean d f m -> axes_mean d (fun x => f (fun j => - x j)) m.
Proof.
  unfold axes_mean. intros ->. f_equal. apply sum_ext. intros i _.
  rewrite !opposite_axis_point. replace (- (-1)) with 1 by ring. replace (- (1)) with (-1) by ring. ring.
Qed.

Lemma axes_covariance (i j : nat) : (i < d)%nat -> (j < d)%nat ->
  axes_mean d (fun x => x i * x j) (if (i =? j)%nat then 1 else 0).
Proof.
  intros i_in j_in. pose proof inputs_positive. unfold axes_mean.
  rewrite (sum_ext d _ (fun r => if (r =? i)%nat then 2 * INR d * (if (r =? j)%nat then 1 else 0) else 0)).
  - rewrite (sum_delta d i (fun r => 2 * INR d * (if (r =? j)%nat then 1 else 0))) by easy.
    destruct (i =? j)%nat; field; lra.
  - intros r _. unfold axis_point. rewrite (Nat.eqb_sym i r), (Nat.eqb_sym j r).
    pose proof (sqrt_sqrt (INR d) ltac:(lra)) as square.
    destruct (r =? i)%nat, (r =? j)%nat; try ring.
    transitivity (2 * (sqrt (INR d) * sqrt (INR d))); [ring | rewrite square; ring].
Qed.

Lemma axes_is_a_law : law d (axes_mean d).
Proof.
  pose proof inputs_positive. split; unfold axes_mean.
  - intros f g m same ->. f_equal. apply sum_ext. intros. now rewrite !same.
  - intros f m n -> ->. reflexivity.
  - intros a b f g m n -> ->.
    set (both := fun (h : point -> R) i => h (axis_point d i 1) + h (axis_point d i (-1))).
    symmetry. change (/ (2 * INR d) * sum d (both (fun x => a * f x + b * g x)) =
      a * (/ (2 * INR d) * sum d (both f)) + b * (/ (2 * INR d) * sum d (both g))).
    replace (sum d (both (fun x => a * f x + b * g x))) with (a * sum d (both f) + b * sum d (both g)); [ring |].
    rewrite <- !sum_scale, <- sum_plus. apply sum_ext. intros. unfold both. ring.
  - intros f m positive ->. apply Rmult_le_pos.
    + apply Rlt_le, Rinv_0_lt_compat. lra.
    + apply sum_nonnegative. intros i _. pose proof (positive (axis_point d i 1)).
      pose proof (positive (axis_point d i (-1))). lra.
  - intros u v. eexists. reflexivity.
Qed.

Lemma axes_is_standard : standard_law d (axes_mean d).
Proof. split; [exact axes_is_a_law | exact axes_symmetric | exact axes_covariance]. Qed.

(** ** Networks under it *)

Lemma neuron_at_axis_point (u : point) (i : nat) (sign : R) :
  (i < d)%nat -> relu (dot d u (axis_point d i sign)) = sqrt (INR d) * relu (sign * u i).
Proof.
  intros inside. unfold dot, axis_point.
  rewrite (sum_ext d _ (fun j => if (j =? i)%nat then u j * (sign * sqrt (INR d)) else 0)).
  - rewrite sum_delta by easy. rewrite <- relu_scale by apply sqrt_pos. f_equal. ring.
  - intros j _. destruct (j =? i)%nat; ring.
Qed.

Lemma network_at_axis_point (k : nat) (W : nat -> point) (i : nat) (sign : R) : (i < d)%nat ->
  network d k W (axis_point d i sign) = sqrt (INR d) * sum k (fun n => relu (sign * W n i)).
Proof.
  intros inside. unfold network. rewrite <- sum_scale. apply sum_ext. intros. now apply neuron_at_axis_point.
Qed.
End Axes.

Theorem standard_law_instance_proved : standard_law_instance.
Proof. exact axes_is_standard. Qed.

(** The squared difference of the masses that two networks have on one side of an axis. *)
Definition side_error (p : problem) (k : nat) (W : nat -> point) (i : nat) (sign : R) : R :=
  (sum k (fun n => relu (sign * W n i)) - sum (target_neurons p) (fun n => relu (sign * target p n i))) ^ 2.
Definition axes_risk (p : problem) (k : nat) (W : nat -> point) : R :=
  / 2 * sum (inputs p) (fun i => side_error p k W i 1 + side_error p k W i (-1)).

Lemma axes_risk_is_mean (p : problem) (k : nat) (W : nat -> point) :
  (0 < inputs p)%nat -> axes_mean (inputs p) (squared_error p k W) (axes_risk p k W).
Proof.
  intros some. pose proof (inputs_positive _ some). unfold axes_mean, axes_risk.
  rewrite (sum_ext (inputs p) (fun i => squared_error p k W (axis_point (inputs p) i 1) + _)
    (fun i => INR (inputs p) * (side_error p k W i 1 + side_error p k W i (-1)))).
  - rewrite sum_scale. field. lra.
  - intros i inside. unfold squared_error, side_error. rewrite !network_at_axis_point by easy.
    pose proof (sqrt_sqrt (INR (inputs p)) ltac:(lra)) as square. set (root := sqrt _) in *. rewrite <- square. ring.
Qed.

(** ** A bad minimum: both signs on input 0, one positive neuron on input 1, the target 1 and -1 on both *)

Definition decoupled : problem := {|
  inputs := 2; lines := 2;
  direction := fun r j => if (j =? r)%nat then 1 else 0;
  neurons := 3; line := fun i => Nat.div2 i;
  target_neurons := 4;
  target := fun i j => (if Nat.even i then 1 else -1) * (if (j =? Nat.div2 i)%nat then 1 else 0) |}.
Definition bad_point : nat -> R := fun i => if Nat.even i then 1 else -1.

Lemma decoupled_occupied : lines_occupied decoupled.
Proof.
  split; simpl.
  - intros i inside. assert (i = 0 \/ i = 1 \/ i = 2)%nat as [-> | [-> | ->]] by lia; simpl; lia.
  - intros r inside. assert (r = 0 \/ r = 1)%nat as [-> | ->] by lia; [exists 0%nat | exists 2%nat]; simpl; lia.
Qed.

Lemma decoupled_matched : matched decoupled.
Proof.
  exists (fun i => Nat.div2 i), (fun i => if Nat.even i then 1 else -1). simpl. intros i inside. split; [| easy].
  assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl; lia.
Qed.

Definition decoupled_risk (c : nat -> R) : R := axes_risk decoupled 3 (weights decoupled c).

Lemma decoupled_is_risk : is_risk (axes_mean 2) decoupled decoupled_risk.
Proof. intros c. apply (axes_risk_is_mean decoupled). simpl. lia. Qed.

Lemma decoupled_target : axes_mean 2 (squared_error decoupled 4 (target decoupled)) 0.
Proof.
  replace 0 with (axes_risk decoupled 4 (target decoupled)).
  - apply (axes_risk_is_mean decoupled). simpl. lia.
  - unfold axes_risk, side_error. simpl. ring.
Qed.

Ltac relu_values := repeat match goal with |- context [relu ?t] =>
  first [rewrite (relu_of_nonnegative t) by lra | rewrite (relu_of_nonpositive t) by lra] end.

(** While the neuron on input 1 is positive the target's negative one there is missed: a loss of 1/2. *)
Lemma missed_mass (c : nat -> R) : 0 < c 2%nat -> / 2 <= decoupled_risk c.
Proof.
  intros positive.
  assert (missed : side_error decoupled 3 (weights decoupled c) 1 (-1) = 1).
  { unfold side_error, weights. simpl.
    relu_values. ring. }
  unfold decoupled_risk, axes_risk. simpl. rewrite missed.
  assert (square : forall i sign, 0 <= side_error decoupled 3 (weights decoupled c) i sign)
    by (intros; apply pow2_ge_0).
  pose proof (square 0%nat 1). pose proof (square 0%nat (-1)). pose proof (square 1%nat 1). lra.
Qed.

Lemma bad_value : decoupled_risk bad_point = / 2.
Proof.
  unfold decoupled_risk, axes_risk, side_error, weights, bad_point. simpl.
  relu_values. field.
Qed.

Lemma bad_minimum : local_minimum 3 decoupled_risk bad_point.
Proof.
  exists 1. split; [lra |]. intros c near. rewrite bad_value. apply missed_mass.
  specialize (near 2%nat ltac:(lia)). unfold bad_point in near. simpl in near. apply Rabs_def2 in near. lra.
Qed.

Lemma bad_point_mixed : mixed decoupled bad_point 0.
Proof. split; [exists 0%nat | exists 1%nat]; repeat split; unfold bad_point; simpl; try lia; lra. Qed.

Lemma decoupled_axes : axes decoupled.
Proof. now split. Qed.
