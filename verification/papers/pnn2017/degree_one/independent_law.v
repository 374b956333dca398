(** Independent inputs of three values: in any number of them an instance of what is asked of laws, whose means
    E|x_r||x_s| are psi's of the axes, as of the normal law. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.regions.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.slow_functions matched.risk.
Local Open Scope R_scope.

Definition value : R := sqrt (PI / 2).

Lemma value_square : value * value = PI / 2.
Proof. apply sqrt_sqrt. pose proof PI_RGT_0. lra. Qed.

(** ** One input *)

Lemma three_points_ext (f g : R -> R) : (forall t, f t = g t) -> three_points f = three_points g.
Proof. intros same. unfold three_points. now rewrite !same. Qed.

Lemma three_points_linear (a b : R) (f g : R -> R) :
  three_points (fun t => a * f t + b * g t) = a * three_points f + b * three_points g.
Proof. unfold three_points. ring. Qed.

Lemma three_points_nonnegative (f : R -> R) : (forall t, 0 <= f t) -> 0 <= three_points f.
Proof.
  intros positive. unfold three_points. pose proof two_over_pi. pose proof PI_RGT_0.
  pose proof (positive (sqrt (PI / 2))). pose proof (positive (- sqrt (PI / 2))). pose proof (positive 0).
  assert (0 < / PI) by now apply Rinv_0_lt_compat.
  apply Rplus_le_le_0_compat; apply Rmult_le_pos; lra.
Qed.

Lemma three_points_symmetric (f : R -> R) : three_points (fun t => f (- t)) = three_points f.
Proof. unfold three_points. rewrite Ropp_involutive, Ropp_0. ring. Qed.

Lemma three_points_constant (a : R) : three_points (fun _ => a) = a.
Proof. unfold three_points. field. apply PI_neq0. Qed.

Lemma first_moment : three_points (fun t => t) = 0.
Proof. unfold three_points. ring. Qed.

Lemma second_moment : three_points (fun t => t * t) = 1.
Proof.
  unfold three_points. fold value. replace (- value * - value) with (value * value) by ring. rewrite value_square.
  field.
  apply PI_neq0.
Qed.

Lemma mean_size_square : three_points Rabs * three_points Rabs = 2 / PI.
Proof.
  unfold three_points. fold value. rewrite Rabs_Ropp, Rabs_R0, (Rabs_right value) by apply Rle_ge, sqrt_pos.
  transitivity (4 / (PI * PI) * (value * value)); [field; apply PI_neq0 |]. rewrite value_square. field. apply PI_neq0.
Qed.

(** ** All inputs *)

Lemma independent_ext (d : nat) (f g : point -> R) :
  (forall x, f x = g x) -> three_points_mean d f = three_points_mean d g.
Proof.
  revert f g. induction d as [| d IH]; intros f g same; simpl; [apply same |].
  apply IH. intros x. apply three_points_ext. intros t. apply same.
Qed.

Lemma independent_linear (d : nat) (a b : R) (f g : point -> R) :
  three_points_mean d (fun x => a * f x + b * g x) = a * three_points_mean d f + b * three_points_mean d g.
Proof.
  revert f g. induction d as [| d IH]; intros f g; simpl; [reflexivity |]. rewrite <- IH. apply independent_ext.
  intros x. apply (three_points_linear a b (fun t => f (with_input x d t)) (fun t => g (with_input x d t))).
Qed.

Lemma independent_nonnegative (d : nat) (f : point -> R) : (forall x, 0 <= f x) -> 0 <= three_points_mean d f.
Proof.
  revert f. induction d as [| d IH]; intros f positive; simpl; [apply positive |]. apply IH. intros x.
  apply three_points_nonnegative. intros t. apply positive.
Qed.

Lemma independent_constant (d : nat) (a : R) : three_points_mean d (fun _ => a) = a.
Proof.
  induction d as [| d IH]; simpl; [reflexivity |]. transitivity (three_points_mean d (fun _ => a)); [| exact IH].
  apply independent_ext. intros _. apply three_points_constant.
Qed.

Lemma independent_symmetric (d : nat) (f : point -> R) :
  three_points_mean d (fun x => f (fun j => - x j)) = three_points_mean d f.
Proof.
  revert f. induction d as [| d IH]; intros f; simpl.
  - f_equal. apply functional_extensionality. intros _. ring.
  - rewrite <- (IH (fun x => three_points (fun t => f (with_input x d t)))). apply independent_ext. intros x.
    rewrite <- (three_points_symmetric (fun t => f (with_input (fun j => - x j) d t))). apply three_points_ext.
    intros t. f_equal. apply functional_extensionality. intros j. unfold with_input. now destruct (j =? d)%nat.
Qed.

Lemma mean_of_one_input (d i : nat) (f : R -> R) :
  (i < d)%nat -> three_points_mean d (fun x => f (x i)) = three_points f.
Proof.
  induction d as [| d IH]; intros inside; [lia |]. simpl. destruct (Nat.eq_dec i d) as [-> | other].
  - rewrite <- (independent_constant d (three_points f)). apply independent_ext. intros x. apply three_points_ext.
    intros t. now rewrite here.
  - rewrite <- IH by lia. apply independent_ext. intros x. rewrite <- (three_points_constant (f (x i))).
    apply three_points_ext. intros t. now rewrite elsewhere.
Qed.

Lemma mean_of_two_inputs (d i j : nat) (f g : R -> R) : (i < j)%nat -> (j < d)%nat ->
  three_points_mean d (fun x => f (x i) * g (x j)) = three_points f * three_points g.
Proof.
  intros before. induction d as [| d IH]; intros inside; [lia |]. simpl. destruct (Nat.eq_dec j d) as [-> | other].
  - rewrite <- (mean_of_one_input d i f before).
    replace (three_points_mean d (fun x => f (x i)) * three_points g) with
      (three_points g * three_points_mean d (fun x => f (x i)) + 0 * three_points_mean d (fun x => f (x i))) by ring.
    rewrite <- independent_linear. apply independent_ext. intros x.
    transitivity (three_points (fun t => f (x i) * g t + 0 * g t)).
    + apply three_points_ext. intros t. rewrite here, elsewhere by lia. ring.
    + rewrite three_points_linear. ring.
  - rewrite <- IH by lia. apply independent_ext. intros x. rewrite <- (three_points_constant (f (x i) * g (x j))).
    apply three_points_ext. intros t. now rewrite !elsewhere by lia.
Qed.

Lemma mean_of_product (d i j : nat) (f : R -> R) (square : R) : (i < d)%nat -> (j < d)%nat ->
  three_points (fun t => f t * f t) = square ->
  three_points_mean d (fun x => f (x i) * f (x j)) =
    if (i =? j)%nat then square else three_points f * three_points f.
Proof.
  intros i_in j_in squares. destruct (Nat.eqb_spec i j) as [-> | other].
  - rewrite <- squares. apply (mean_of_one_input d j (fun t => f t * f t) j_in).
  - destruct (Nat.lt_gt_cases i j) as [split _]. destruct (split other) as [before | after].
    + now apply mean_of_two_inputs.
    + rewrite <- (mean_of_two_inputs d j i f f after i_in). apply independent_ext. intros x. ring.
Qed.

Lemma independent_is_a_law (d : nat) : law d (independent_mean d).
Proof.
  split; unfold independent_mean.
  - intros f g m same ->. now apply independent_ext.
  - now intros f m n -> ->.
  - intros a b f g m n -> ->. symmetry. apply independent_linear.
  - intros f m positive ->. now apply independent_nonnegative.
  - intros u v. now eexists.
Qed.

Lemma independent_is_standard (d : nat) : standard_law d (independent_mean d).
Proof.
  split; [apply independent_is_a_law | |]; unfold independent_mean.
  - intros f m ->. symmetry. apply independent_symmetric.
  - intros i j i_in j_in. rewrite (mean_of_product d i j (fun t => t) 1 i_in j_in second_moment), first_moment.
    destruct (i =? j)%nat; ring.
Qed.

Theorem axes_kernel_instance_proved : axes_kernel_instance.
Proof.
  intros p are_axes. split; [apply independent_is_standard |]. intros r s r_in s_in.
  destruct are_axes as [same is_axis].
  assert (along : forall r x, (r < lines p)%nat -> dot (inputs p) (direction p r) x = x r).
  { intros t x t_in. unfold dot. rewrite (sum_ext (inputs p) _ (fun j => if (j =? t)%nat then x j else 0)).
    - apply sum_delta. now rewrite <- same.
    - intros j j_in. rewrite is_axis by easy. destruct (j =? t)%nat; ring. }
  unfold independent_mean. rewrite (independent_ext _ _ (fun x => Rabs (x r) * Rabs (x s)))
    by (intros; now rewrite !along).
  rewrite (mean_of_product (inputs p) r s Rabs 1), mean_size_square; [| now rewrite <- same | now rewrite <- same |].
  - change (psi_kernel p r s) with (psi (cosines p r s)). rewrite axes_cosines by easy.
    destruct (r =? s)%nat; [apply psi_at_one | apply psi_at_zero].
  - rewrite (three_points_ext _ (fun t => t * t)) by (intros t; rewrite <- Rabs_mult; apply Rabs_right; nra).
    exact second_moment.
Qed.
