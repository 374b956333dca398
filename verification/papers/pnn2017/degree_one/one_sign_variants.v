(** Wrong variants of the minima with one sign on one input: one input, and two normal ones. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.regions.
From pnn2017 Require Import statements.counterexamples.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.normal_space kernel.normal_kernel landscape.means.
From pnn2017 Require Import landscape.axes_law.
From pnn2017 Require Import scalar.variants matched.plane matched.risk_variants degree_one.one_signed.
Local Open Scope R_scope.

(** Two weights 1 against the target 2 and -1. *)
Definition its_weight (i : nat) : R := if (i =? 0)%nat then 2 else -1.

Lemma claimed_of_both_signs (kappa : nat -> R) (value mass : R -> R -> R -> R) : one_signed_input kappa value mass ->
  / 2 = value (kappa 1%nat) 2 1 /\ 2 = mass (kappa 1%nat) 2 1.
Proof.
  intros claimed. destruct ones_are_a_minimum as [region [minimum risk]].
  assert (masses : its_mass both_signs (fun _ => 0%nat) its_weight 0 1 = 2 /\
                   its_mass both_signs (fun _ => 0%nat) its_weight 0 (- 1) = 1)
    by (unfold its_mass, its_weight; simpl; split; relu_values; ring).
  assert (sums_here : line_sums 2 (fun _ => 0%nat) (fun _ => 1) 0 = 2)
    by (unfold line_sums; simpl; rewrite Rabs_R1; ring).
  assert (told : risk_of both_signs (fun _ => 1) = value (kappa 1%nat) (its_mass both_signs (fun _ => 0%nat) its_weight 0 1)
      (its_mass both_signs (fun _ => 0%nat) its_weight 0 (- 1)) /\
    line_sums 2 (fun _ => 0%nat) (fun _ => 1) 0 = mass (kappa 1%nat)
      (its_mass both_signs (fun _ => 0%nat) its_weight 0 1) (its_mass both_signs (fun _ => 0%nat) its_weight 0 (- 1)));
    [| now rewrite risk, sums_here, (proj1 masses), (proj2 masses) in told].
  apply (claimed (axes_mean 1) both_signs (risk_of both_signs) (fun _ => 0%nat) its_weight 0%nat 1 (fun _ => 1)).
  - exact (axes_is_standard 1 Nat.lt_0_1).
  - apply two_neurons_one_input.
  - split; [easy |]. intros r j r_in j_in. simpl in *. replace r with 0%nat by lia. now replace j with 0%nat by lia.
  - intros i i_in. split; [simpl; lia |]. intros j _. simpl. unfold its_weight. ring.
  - intros r s r_in s_in. simpl in r_in, s_in. replace r with 0%nat by lia. replace s with 0%nat by lia.
    change (psi_kernel both_signs 0 0) with (psi_kernel one_sign 0 0). rewrite one_sign_kernel.
    apply (mean_ext _ _ (axes_is_a_law 1 Nat.lt_0_1) (fun x => x 0%nat * x 0%nat)).
    + intros x. unfold dot. simpl. rewrite <- Rabs_mult, Rabs_right by nra. ring.
    + exact (axes_covariance 1 Nat.lt_0_1 0 0 Nat.lt_0_1 Nat.lt_0_1).
  - exact (two_neurons_risk 2 its_weight).
  - simpl. lia.
  - now left.
  - intros. lra.
  - intros r r_in other. simpl in r_in. exfalso. lia.
  - exact minimum.
Qed.

Lemma kappa_of_one : kappa_of 1 = 1.
Proof. unfold kappa_of. change (INR 1) with 1. replace (1 - 1) with 0 by ring. unfold Rdiv. ring. Qed.

Theorem theorem_5_one_sign_wrong_value_refuted : ~ theorem_5_one_sign_wrong_value.
Proof.
  intros wrong. apply claimed_of_both_signs in wrong. rewrite kappa_of_one in wrong. unfold one_signed_value in wrong. lra.
Qed.

Theorem theorem_5_one_sign_wrong_mass_refuted : ~ theorem_5_one_sign_wrong_mass.
Proof.
  intros wrong. apply claimed_of_both_signs in wrong. rewrite kappa_of_one in wrong. unfold one_signed_mass in wrong. lra.
Qed.

(** The minimum of two normal inputs has a risk below 3/8. *)
Theorem theorem_5_one_sign_wrong_kappa_refuted : ~ theorem_5_one_sign_wrong_kappa.
Proof.
  intros wrong. destruct two_axes_risk as [L L_is_risk].
  assert (units : unit_lines axes_at_0_and_90).
  { intros r _. unfold cosines, dot. simpl. pose proof (sin2_cos2 (match r with 0%nat => 0 | _ => 90 end * PI / 180)) as one.
    unfold Rsqr in one. lra. }
  pose proof kappa_bounds as bounds. assert (0 < one_signed.kappa / (1 + one_signed.kappa)) by (apply Rdiv_lt_0_compat; lra).
  assert (0 < 2 / PI / (1 + one_signed.kappa)) by (pose proof PI_RGT_0; repeat apply Rdiv_lt_0_compat; lra).
  unfold one_signed.kappa in *.
  assert (mass : its_mass axes_at_0_and_90 Nat.div2 one_and_minus_one 0 (- 1) = 1).
  { unfold its_mass, one_and_minus_one. simpl. relu_values. ring. }
  assert (claimed : L one_signed_point = one_signed_value 1 (its_mass axes_at_0_and_90 Nat.div2 one_and_minus_one 0 1)
      (its_mass axes_at_0_and_90 Nat.div2 one_and_minus_one 0 (- 1))).
  { apply (wrong (normal_mean 2) axes_at_0_and_90 L Nat.div2 one_and_minus_one 0%nat 1 one_signed_point).
    - exact (normal_law_proved 2%nat).
    - split.
      + intros i inside. simpl in *. do 4 (destruct i as [| i]; [simpl; lia |]). lia.
      + intros r inside. simpl in inside. exists (2 * r)%nat. assert (r = 0 \/ r = 1)%nat as [-> | ->] by lia; simpl; lia.
    - split; [easy |]. intros r j r_in j_in. simpl in r_in, j_in.
      assert (r = 0 \/ r = 1)%nat as [-> | ->] by lia; assert (j = 0 \/ j = 1)%nat as [-> | ->] by lia; simpl;
        autorewrite with degrees; easy.
    - intros i inside. split; [| easy]. simpl in *. do 4 (destruct i as [| i]; [simpl; lia |]). lia.
    - exact (normal_kernel_proved axes_at_0_and_90 units).
    - exact L_is_risk.
    - simpl. lia.
    - now left.
    - intros i inside on. simpl in inside, on. do 2 (destruct i as [| i]; [simpl; lra |]).
      do 2 (destruct i as [| i]; [discriminate |]). lia.
    - intros r inside other. simpl in inside. replace r with 1%nat by lia.
      split; [exists 2%nat | exists 3%nat]; (split; [simpl; lia | split; [easy |]]); simpl; unfold one_and_minus_one; simpl; lra.
    - now apply point_is_a_minimum. }
  rewrite (value_at_the_point L L_is_risk), mass in claimed. pose proof value_bounds. unfold one_signed_value in claimed. lra.
Qed.
