(** What is proved of the risk of a network whose target lies on its lines (Theorems 4, 6 and 8): definitions and
    statements, no proof. *)
From Coq Require Import Reals.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks.
Local Open Scope R_scope.

(** ** The risk of a network whose target lies on its lines (Theorems 4, 6 and 8)

    Lines may have no neuron: those of any target can be put among them. *)

(** The sums of |c| on the lines. *)
Definition line_sums (k : nat) (line : nat -> nat) (c : nat -> R) (r : nat) : R :=
  sum k (fun i => if Nat.eqb (line i) r then Rabs (c i) else 0).
(** The target's neuron i is its_c i times the direction of line (its_line i). *)
Definition target_on_lines (p : problem) (its_line : nat -> nat) (its_c : nat -> R) : Prop :=
  forall i, (i < target_neurons p)%nat -> (its_line i < lines p)%nat /\
    forall j, (j < inputs p)%nat -> target p i j = its_c i * direction p (its_line i) j.
Definition excess_sum (p : problem) (c : nat -> R) : point :=
  fun j => sum (neurons p) (fun i => weights p c i j) - sum (target_neurons p) (fun i => target p i j).
(** The means of |u.x||v.x| over pairs of lines; psi_from_the_density and psi_from_rotations say that they are psi. *)
Definition has_kernel (mean : functional) (p : problem) (kernel : nat -> nat -> R) : Prop :=
  forall r s, (r < lines p)%nat -> (s < lines p)%nat ->
    mean (fun x => Rabs (dot (inputs p) (direction p r) x) * Rabs (dot (inputs p) (direction p s) x)) (kernel r s).
Definition psi_kernel (p : problem) (r s : nat) : R := psi (dot (inputs p) (direction p r) (direction p s)).
Definition two_squares (share share' : R) (kernel : problem -> nat -> nat -> R) (p : problem)
    (its_line : nat -> nat) (its_c c : nat -> R) : R :=
  let dq := fun r => line_sums (neurons p) (line p) c r - line_sums (target_neurons p) its_line its_c r in
  share * dot (inputs p) (excess_sum p c) (excess_sum p c) +
  share' * sum (lines p) (fun r => sum (lines p) (fun s => dq r * dq s * kernel p r s)).
Definition neurons_on_lines (p : problem) : Prop := forall i, (i < neurons p)%nat -> (line p i < lines p)%nat.
Definition risk_is (share share' : R) (kernel : problem -> nat -> nat -> R) (extra : problem -> Prop) : Prop :=
  forall mean p its_line its_c, standard_law (inputs p) mean -> neurons_on_lines p -> extra p ->
  target_on_lines p its_line its_c -> has_kernel mean p (psi_kernel p) ->
  is_risk mean p (two_squares share share' kernel p its_line its_c).

(** pnn.theorem-6, pnn.theorem-8 *)
Definition theorem_6 : Prop := risk_is (/ 4) (/ 4) psi_kernel (fun _ => True).
Definition theorem_6_wrong_first_share : Prop := risk_is (/ 2) (/ 4) psi_kernel (fun _ => True).
Definition theorem_6_wrong_share : Prop := risk_is (/ 4) (/ 2) psi_kernel (fun _ => True).
Definition cosines (p : problem) (r s : nat) : R := dot (inputs p) (direction p r) (direction p s).
Definition theorem_6_wrong_cosines : Prop := risk_is (/ 4) (/ 4) cosines (fun _ => True).
(** pnn.theorem-4: the matrix C has 1 on its diagonal and 2/pi off it. *)
Definition axes_kernel (across : R) (p : problem) (r s : nat) : R := if Nat.eqb r s then 1 else across.
Definition theorem_4 : Prop := risk_is (/ 4) (/ 4) (axes_kernel (2 / PI)) axes.
Definition theorem_4_wrong_first_share : Prop := risk_is (/ 2) (/ 4) (axes_kernel (2 / PI)) axes.
Definition theorem_4_wrong_share : Prop := risk_is (/ 4) (/ 2) (axes_kernel (2 / PI)) axes.
Definition theorem_4_wrong_across : Prop := risk_is (/ 4) (/ 4) (axes_kernel (1 / PI)) axes.

(** ours.first-order-test, slopes: twice the mean of one side of a line times the error is the odd force, to that side,
    and the even force. *)
Definition forces_are (odd even : R) : Prop := forall mean p its_line its_c c r s,
  standard_law (inputs p) mean -> neurons_on_lines p -> target_on_lines p its_line its_c ->
  has_kernel mean p (psi_kernel p) -> (r < lines p)%nat -> s = 1 \/ s = -1 ->
  let dq := fun t => line_sums (neurons p) (line p) c t - line_sums (target_neurons p) its_line its_c t in
  mean (fun x => relu (dot (inputs p) (fun j => s * direction p r j) x) *
      (network (inputs p) (neurons p) (weights p c) x - network (inputs p) (target_neurons p) (target p) x))
    (/ 2 * (s * (odd * dot (inputs p) (direction p r) (excess_sum p c)) +
            even * sum (lines p) (fun t => psi_kernel p r t * dq t))).
Definition first_order_slopes : Prop := forces_are (/ 2) (/ 2).
Definition first_order_slopes_wrong_odd : Prop := forces_are 1 (/ 2).
Definition first_order_slopes_wrong_even : Prop := forces_are (/ 2) 1.

(** For Gaussian inputs of any number the means of |u.x||v.x| are psi, and the risk is that of Theorem 6. *)
Definition unit_lines (p : problem) : Prop := forall r, (r < lines p)%nat -> cosines p r r = 1.
Definition normal_kernel_is (kernel : problem -> nat -> nat -> R) : Prop := forall p,
  unit_lines p -> has_kernel (normal_mean (inputs p)) p (kernel p).
Definition normal_kernel : Prop := normal_kernel_is psi_kernel.
Definition normal_kernel_wrong_cosines : Prop := normal_kernel_is cosines.
Definition normal_risk_is (share share' : R) (kernel : problem -> nat -> nat -> R) : Prop := forall p its_line its_c,
  unit_lines p -> neurons_on_lines p -> target_on_lines p its_line its_c ->
  is_risk (normal_mean (inputs p)) p (two_squares share share' kernel p its_line its_c).
Definition theorem_6_for_the_normal_law : Prop := normal_risk_is (/ 4) (/ 4) psi_kernel.
Definition theorem_6_for_the_normal_law_wrong_first_share : Prop := normal_risk_is (/ 2) (/ 4) psi_kernel.
Definition theorem_6_for_the_normal_law_wrong_share : Prop := normal_risk_is (/ 4) (/ 2) psi_kernel.
Definition theorem_6_for_the_normal_law_wrong_cosines : Prop := normal_risk_is (/ 4) (/ 4) cosines.
