(** Wrong variants of the risk as two squares: one input, and two normal ones on the axes. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.normal_space kernel.normal_kernel.
From pnn2017 Require Import landscape.means landscape.axes_law scalar.variants matched.risk.
Local Open Scope R_scope.

(** ** Wrong variants, on one input: no neuron against a target of weight 1, with the risk 1/2 *)

Lemma one_sign_on_lines : target_on_lines one_sign (fun _ => 0%nat) (fun _ => 1).
Proof. intros i _. split; [simpl; lia |]. intros j _. simpl. ring. Qed.

Lemma one_sign_neurons : neurons_on_lines one_sign.
Proof. intros i _. simpl. lia. Qed.

Lemma one_sign_two_squares (share share' : R) (kernel : problem -> nat -> nat -> R) :
  two_squares share share' kernel one_sign (fun _ => 0%nat) (fun _ => 1) (fun _ => 0) =
  share + share' * kernel one_sign 0%nat 0%nat.
Proof. unfold two_squares, excess_sum, dot, weights, line_sums. simpl. rewrite Rabs_R0, Rabs_R1. ring. Qed.

Lemma one_sign_kernel : psi_kernel one_sign 0 0 = 1.
Proof. unfold psi_kernel, dot. simpl. rewrite Rplus_0_l, Rmult_1_r. exact psi_at_one. Qed.

Lemma one_sign_has_kernel : has_kernel (axes_mean 1) one_sign (psi_kernel one_sign).
Proof.
  intros r s r_in s_in. simpl in r_in, s_in. replace r with 0%nat by lia. replace s with 0%nat by lia.
  rewrite one_sign_kernel. apply (mean_ext _ _ (axes_is_a_law 1 Nat.lt_0_1) (fun x => x 0%nat * x 0%nat)).
  - intros x. unfold dot. simpl. rewrite <- Rabs_mult, Rabs_right by nra. ring.
  - exact (axes_covariance 1 Nat.lt_0_1 0 0 Nat.lt_0_1 Nat.lt_0_1).
Qed.

(** A claimed pair of squares gives the risk at zero. *)
Lemma claimed_at_zero (share share' : R) (kernel : problem -> nat -> nat -> R) (extra : problem -> Prop) :
  extra one_sign -> risk_is share share' kernel extra -> / 2 = share + share' * kernel one_sign 0%nat 0%nat.
Proof.
  intros meets claimed. rewrite <- one_sign_two_squares, <- (proj1 zero_against_one_sign).
  apply (mean_unique _ _ (axes_is_a_law 1 Nat.lt_0_1) _ _ _ (two_neurons_risk 1 (fun _ => 1) (fun _ => 0))).
  apply (claimed (axes_mean 1)); [exact (axes_is_standard 1 Nat.lt_0_1) | exact one_sign_neurons | exact meets | |].
  - exact one_sign_on_lines.
  - exact one_sign_has_kernel.
Qed.

Lemma one_sign_axes : axes one_sign.
Proof.
  split; [easy |]. intros r j r_in j_in. simpl in *. replace r with 0%nat by lia. now replace j with 0%nat by lia.
Qed.

Theorem theorem_4_wrong_first_share_refuted : ~ theorem_4_wrong_first_share.
Proof.
  intros wrong. apply claimed_at_zero in wrong; [| exact one_sign_axes]. unfold axes_kernel in wrong. simpl in wrong. lra.
Qed.

Theorem theorem_4_wrong_share_refuted : ~ theorem_4_wrong_share.
Proof.
  intros wrong. apply claimed_at_zero in wrong; [| exact one_sign_axes]. unfold axes_kernel in wrong. simpl in wrong. lra.
Qed.

Theorem theorem_6_wrong_first_share_refuted : ~ theorem_6_wrong_first_share.
Proof. intros wrong. apply claimed_at_zero in wrong; [| easy]. rewrite one_sign_kernel in wrong. lra. Qed.

Theorem theorem_6_wrong_share_refuted : ~ theorem_6_wrong_share.
Proof. intros wrong. apply claimed_at_zero in wrong; [| easy]. rewrite one_sign_kernel in wrong. lra. Qed.

(** ** Two normal inputs, no weight against the target 1 on both axes: the kernel's sum is 2 + 4/pi *)

Definition two_axes : problem := {|
  inputs := 2; lines := 2; direction := fun r j => if (j =? r)%nat then 1 else 0; neurons := 2; line := fun i => i;
  target_neurons := 2; target := fun i j => if (j =? i)%nat then 1 else 0 |}.

Lemma two_axes_are_axes : axes two_axes.
Proof. now split. Qed.

Lemma two_axes_target : target_on_lines two_axes (fun i => i) (fun _ => 1).
Proof. intros i inside. split; [exact inside |]. intros. simpl. ring. Qed.

Lemma two_axes_units : unit_lines two_axes.
Proof. intros r r_in. rewrite axes_cosines, Nat.eqb_refl by (easy || exact two_axes_are_axes). easy. Qed.

Lemma two_axes_two_squares (share share' : R) (kernel : problem -> nat -> nat -> R) :
  two_squares share share' kernel two_axes (fun i => i) (fun _ => 1) (fun _ => 0) =
  share * 2 + share' * (kernel two_axes 0%nat 0%nat + kernel two_axes 0%nat 1%nat +
                        kernel two_axes 1%nat 0%nat + kernel two_axes 1%nat 1%nat).
Proof. unfold two_squares, excess_sum, dot, weights, line_sums. simpl. rewrite Rabs_R0, Rabs_R1. ring. Qed.

Lemma two_axes_kernel (r s : nat) : (r < 2)%nat -> (s < 2)%nat ->
  psi_kernel two_axes r s = if (r =? s)%nat then 1 else 2 / PI.
Proof.
  intros r_in s_in. unfold psi_kernel. fold (cosines two_axes r s).
  rewrite axes_cosines by (easy || exact two_axes_are_axes).
  destruct (r =? s)%nat; [apply psi_at_one | apply psi_at_zero].
Qed.

(** What is claimed of them. *)
Lemma claimed_of_two_axes (share share' : R) (kernel : problem -> nat -> nat -> R) :
  is_risk (normal_mean 2) two_axes (two_squares share share' kernel two_axes (fun i => i) (fun _ => 1)) ->
  share * 2 + share' * (kernel two_axes 0%nat 0%nat + kernel two_axes 0%nat 1%nat +
                        kernel two_axes 1%nat 0%nat + kernel two_axes 1%nat 1%nat) = 1 + / PI.
Proof.
  intros claimed. rewrite <- two_axes_two_squares.
  apply (mean_unique _ _ (is_law _ _ (normal_law_proved 2%nat)) _ _ _ (claimed (fun _ => 0))).
  replace (1 + / PI) with (two_squares (/ 4) (/ 4) psi_kernel two_axes (fun i => i) (fun _ => 1) (fun _ => 0)).
  - apply (theorem_6_for_the_normal_law_proved two_axes); try easy; [exact two_axes_units |].
    exact two_axes_target.
  - rewrite two_axes_two_squares, !two_axes_kernel by lia. simpl. field. apply PI_neq0.
Qed.

Lemma claimed_for_the_normal_law (share share' : R) (kernel : problem -> nat -> nat -> R) :
  normal_risk_is share share' kernel ->
  share * 2 + share' * (kernel two_axes 0%nat 0%nat + kernel two_axes 0%nat 1%nat +
                        kernel two_axes 1%nat 0%nat + kernel two_axes 1%nat 1%nat) = 1 + / PI.
Proof.
  intros claimed. apply claimed_of_two_axes, (claimed two_axes); [exact two_axes_units | easy | exact two_axes_target].
Qed.

Lemma claimed_for_laws (share share' : R) (kernel : problem -> nat -> nat -> R) (extra : problem -> Prop) :
  extra two_axes -> risk_is share share' kernel extra ->
  share * 2 + share' * (kernel two_axes 0%nat 0%nat + kernel two_axes 0%nat 1%nat +
                        kernel two_axes 1%nat 0%nat + kernel two_axes 1%nat 1%nat) = 1 + / PI.
Proof.
  intros meets claimed. apply claimed_of_two_axes, claimed; [apply normal_law_proved | easy | exact meets | |].
  - exact two_axes_target.
  - exact (normal_kernel_proved two_axes two_axes_units).
Qed.

Lemma inverse_of_pi : 0 < / PI < 1 / 2.
Proof.
  pose proof two_over_pi. unfold Rdiv in *. split; [apply Rinv_0_lt_compat, PI_RGT_0 | lra].
Qed.

Theorem theorem_4_wrong_across_refuted : ~ theorem_4_wrong_across.
Proof.
  intros wrong. apply claimed_for_laws in wrong; [| exact two_axes_are_axes]. pose proof inverse_of_pi.
  unfold axes_kernel, Rdiv in wrong. simpl in wrong. lra.
Qed.

Lemma two_axes_cosines (r s : nat) : (r < 2)%nat -> (s < 2)%nat -> cosines two_axes r s = if (r =? s)%nat then 1 else 0.
Proof. intros. apply axes_cosines; [exact two_axes_are_axes | easy | easy]. Qed.

Theorem theorem_6_wrong_cosines_refuted : ~ theorem_6_wrong_cosines.
Proof.
  intros wrong. apply claimed_for_laws in wrong; [| easy]. pose proof inverse_of_pi.
  rewrite !two_axes_cosines in wrong by lia. simpl in wrong. lra.
Qed.

Theorem theorem_6_for_the_normal_law_wrong_cosines_refuted : ~ theorem_6_for_the_normal_law_wrong_cosines.
Proof.
  intros wrong. apply claimed_for_the_normal_law in wrong. pose proof inverse_of_pi.
  rewrite !two_axes_cosines in wrong by lia. simpl in wrong. lra.
Qed.

Theorem theorem_6_for_the_normal_law_wrong_first_share_refuted : ~ theorem_6_for_the_normal_law_wrong_first_share.
Proof.
  intros wrong. apply claimed_for_the_normal_law in wrong. pose proof inverse_of_pi.
  rewrite !two_axes_kernel in wrong by lia. simpl in wrong. unfold Rdiv in wrong. lra.
Qed.

Theorem theorem_6_for_the_normal_law_wrong_share_refuted : ~ theorem_6_for_the_normal_law_wrong_share.
Proof.
  intros wrong. apply claimed_for_the_normal_law in wrong. pose proof inverse_of_pi.
  rewrite !two_axes_kernel in wrong by lia. simpl in wrong. unfold Rdiv in wrong. lra.
Qed.

Theorem normal_kernel_wrong_cosines_refuted : ~ normal_kernel_wrong_cosines.
Proof.
  intros wrong.
  pose proof (wrong two_axes two_axes_units 0%nat 1%nat ltac:(simpl; lia) ltac:(simpl; lia)) as claimed.
  pose proof (normal_kernel_proved two_axes two_axes_units 0%nat 1%nat ltac:(simpl; lia) ltac:(simpl; lia)) as proved.
  pose proof (mean_unique _ _ (is_law _ _ (normal_law_proved 2%nat)) _ _ _ claimed proved) as equal.
  rewrite two_axes_cosines, two_axes_kernel in equal by lia. simpl in equal. pose proof two_over_pi. lra.
Qed.
