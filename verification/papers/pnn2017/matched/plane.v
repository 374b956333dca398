(** Networks in the plane with two normal inputs: their risk, and the kernel at some angles. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.normal_pair kernel.normal_space landscape.means.
From pnn2017 Require Import matched.risk.
Local Open Scope R_scope.

(** ** Cosines and sines *)

Definition w : R := sqrt 3.
Lemma w_square : w * w = 3.
Proof. apply sqrt_sqrt. lra. Qed.

Ltac turn_to angle := match goal with |- ?f ?x = _ => replace x with angle by field end.
Lemma cos_0_degrees : cos (0 * PI / 180) = 1. Proof. turn_to 0. exact cos_0. Qed.
Lemma sin_0_degrees : sin (0 * PI / 180) = 0. Proof. turn_to 0. exact sin_0. Qed.
Lemma cos_30_degrees : cos (30 * PI / 180) = w / 2. Proof. turn_to (PI / 6). exact cos_PI6. Qed.
Lemma sin_30_degrees : sin (30 * PI / 180) = 1 / 2. Proof. turn_to (PI / 6). exact sin_PI6. Qed.
Lemma cos_60_degrees : cos (60 * PI / 180) = 1 / 2. Proof. turn_to (PI / 3). exact cos_PI3. Qed.
Lemma sin_60_degrees : sin (60 * PI / 180) = w / 2. Proof. turn_to (PI / 3). exact sin_PI3. Qed.
Lemma cos_90_degrees : cos (90 * PI / 180) = 0. Proof. turn_to (PI / 2). exact cos_PI2. Qed.
Lemma sin_90_degrees : sin (90 * PI / 180) = 1. Proof. turn_to (PI / 2). exact sin_PI2. Qed.
Lemma cos_120_degrees : cos (120 * PI / 180) = - (1 / 2).
Proof. turn_to (2 * (PI / 3)). rewrite cos_2PI3. field. Qed.
Lemma sin_120_degrees : sin (120 * PI / 180) = w / 2. Proof. turn_to (2 * (PI / 3)). exact sin_2PI3. Qed.
Lemma cos_210_degrees : cos (210 * PI / 180) = - (w / 2).
Proof. turn_to (PI / 6 + PI). now rewrite neg_cos, cos_PI6. Qed.
Lemma sin_210_degrees : sin (210 * PI / 180) = - (1 / 2).
Proof. turn_to (PI / 6 + PI). now rewrite neg_sin, sin_PI6. Qed.

Global Hint Rewrite cos_0_degrees sin_0_degrees cos_30_degrees sin_30_degrees cos_60_degrees sin_60_degrees
  cos_90_degrees sin_90_degrees cos_120_degrees sin_120_degrees cos_210_degrees sin_210_degrees : degrees.

(** ** The kernel *)

Definition h : R := w / PI + 1 / 6.
Definition k : R := 1 / PI + w / 3.

Lemma psi_half : psi (1 / 2) = h.
Proof.
  rewrite <- cos_PI3, psi_of_cosine by (pose proof PI_RGT_0; lra). rewrite cos_PI3, sin_PI3. unfold h, w.
  field. apply PI_neq0.
Qed.

Lemma psi_root : psi (w / 2) = k.
Proof.
  unfold w. rewrite <- cos_PI6, psi_of_cosine by (pose proof PI_RGT_0; lra). rewrite cos_PI6, sin_PI6. unfold k, w.
  field. apply PI_neq0.
Qed.

Lemma constants : 0.71 < h < 0.72 /\ 0.895 < k < 0.896 /\ 1.732 < w < 1.7321.
Proof. unfold h, k, w. repeat split; interval. Qed.

(** Means at the cosines that occur. *)
Ltac kernel_value := first
  [ transitivity (psi 1); [f_equal; lra | exact psi_at_one] | transitivity (psi 0); [f_equal; lra | exact psi_at_zero]
  | rewrite <- psi_half; f_equal; lra | rewrite <- psi_half, <- (psi_even_proved (1 / 2)); f_equal; lra
  | rewrite <- psi_root; f_equal; lra | rewrite <- psi_root, <- (psi_even_proved (w / 2)); f_equal; lra ].

(** ** The risk *)

Section Plane.
Variables (angle : nat -> R) (on neurons m n : nat) (its_line : nat -> nat) (its_c : nat -> R).
Hypothesis on_lines : forall i, (i < neurons)%nat -> (Nat.div2 i < m)%nat.
Hypothesis its_on_lines : forall i, (i < n)%nat -> (its_line i < m)%nat.

Lemma plane_cosines (r s : nat) : cosines (plane angle on neurons n its_line its_c) r s =
  cos (angle r * PI / 180) * cos (angle s * PI / 180) + sin (angle r * PI / 180) * sin (angle s * PI / 180).
Proof. unfold cosines, dot. simpl. ring. Qed.

(** The lines may be all those of network and target. *)
Lemma plane_risk : is_risk (normal_mean 2) (plane angle on neurons n its_line its_c)
  (two_squares (/ 4) (/ 4) psi_kernel (plane angle m neurons n its_line its_c) its_line its_c).
Proof.
  change (is_risk (normal_mean 2) (plane angle m neurons n its_line its_c)
    (two_squares (/ 4) (/ 4) psi_kernel (plane angle m neurons n its_line its_c) its_line its_c)).
  apply (theorem_6_for_the_normal_law_proved (plane angle m neurons n its_line its_c)); [| exact on_lines |].
  - intros r _. unfold cosines, dot. simpl. pose proof (sin2_cos2 (angle r * PI / 180)) as one. unfold Rsqr in one. lra.
  - intros i inside. split; [now apply its_on_lines | easy].
Qed.

Lemma plane_risk_unique (L : (nat -> R) -> R) (c : nat -> R) :
  is_risk (normal_mean 2) (plane angle on neurons n its_line its_c) L ->
  L c = two_squares (/ 4) (/ 4) psi_kernel (plane angle m neurons n its_line its_c) its_line its_c c.
Proof.
  intros L_is_risk. exact (mean_unique _ _ (is_law _ _ (normal_law_proved 2%nat)) _ _ _ (L_is_risk c) (plane_risk c)).
Qed.
End Plane.
