(** Theorems 4 and 6: the risk of a matched network is two sums of squares. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements kernel.psi landscape.means landscape.axes_law matched.minima.
From pnn2017 Require Import scalar.masses scalar.minima.
Local Open Scope R_scope.

(** max(c t, 0) is half of c t + |c||t|. *)
Lemma relu_in_halves (c t : R) : relu (c * t) = / 2 * (c * t + Rabs c * Rabs t).
Proof. rewrite <- Rabs_mult. pose proof (relu_sum (c * t)). pose proof (relu_difference (c * t)). lra. Qed.

(** Sums over neurons, line by line. *)
Lemma line_by_line (k m : nat) (line : nat -> nat) (c f : nat -> R) : (forall i, (i < k)%nat -> (line i < m)%nat) ->
  sum k (fun i => Rabs (c i) * f (line i)) = sum m (fun r => line_sums k line c r * f r).
Proof.
  intros on. unfold line_sums.
  rewrite (sum_ext m _ (fun r => sum k (fun i => if (line i =? r)%nat then Rabs (c i) * f r else 0))).
  - rewrite <- sum_swap. apply sum_ext. intros i inside.
    rewrite <- (sum_delta m (line i) (fun r => Rabs (c i) * f r)) by now apply on.
    apply sum_ext. intros r _. now rewrite Nat.eqb_sym.
  - intros r _. rewrite <- sum_scale_right. apply sum_ext. intros i _. destruct (line i =? r)%nat; ring.
Qed.

Lemma network_in_halves (d k m : nat) (u : nat -> point) (line : nat -> nat) (c : nat -> R) (x : point) :
  (forall i, (i < k)%nat -> (line i < m)%nat) ->
  network d k (fun i j => c i * u (line i) j) x =
  / 2 * (dot d (fun j => sum k (fun i => c i * u (line i) j)) x +
         sum m (fun r => line_sums k line c r * Rabs (dot d (u r) x))).
Proof.
  intros on. rewrite <- (line_by_line k m line c (fun r => Rabs (dot d (u r) x))) by easy.
  rewrite dot_comm, (dot_sum d k (fun i j => c i * u (line i) j)), <- sum_plus, <- sum_scale.
  apply sum_ext. intros i _. rewrite (dot_comm d x), dot_scale. apply relu_in_halves.
Qed.

Section Risk.
Variables (mean : functional) (p : problem) (L : (nat -> R) -> R) (its_line : nat -> nat) (its_c : nat -> R).
Hypothesis standard : standard_law (inputs p) mean.
Hypothesis occupied : lines_occupied p.
Hypothesis on_lines : target_on_lines p its_line its_c.
Hypothesis kernel : has_kernel mean p (psi_kernel p).
Hypothesis L_is_risk : is_risk mean p L.
Variable c : nat -> R.
Let a_law := is_law (inputs p) mean standard.
Let d := inputs p.
Definition surplus (r : nat) : R :=
  line_sums (neurons p) (line p) c r - line_sums (target_neurons p) its_line its_c r.
Definition even_part (x : point) : R := sum (lines p) (fun r => surplus r * Rabs (dot (inputs p) (direction p r) x)).

Lemma error_in_halves (x : point) :
  network d (neurons p) (weights p c) x - network d (target_neurons p) (target p) x =
  / 2 * (dot d (excess_sum p c) x + even_part x).
Proof.
  replace (network d (target_neurons p) (target p) x) with
    (network d (target_neurons p) (fun i j => its_c i * direction p (its_line i) j) x).
  2: { apply sum_ext. intros i inside. f_equal. apply dot_ext. intros j j_in. symmetry. now apply on_lines. }
  unfold weights. rewrite (network_in_halves d (neurons p) (lines p) (direction p) (line p) c x) by apply occupied.
  rewrite (network_in_halves d (target_neurons p) (lines p) (direction p) its_line its_c x)
    by now intros; apply on_lines.
  rewrite <- Rmult_minus_distr_l. f_equal.
  replace (even_part x) with
    (sum (lines p) (fun r => line_sums (neurons p) (line p) c r * Rabs (dot d (direction p r) x)) -
     sum (lines p) (fun r => line_sums (target_neurons p) its_line its_c r * Rabs (dot d (direction p r) x)))
    by (rewrite <- sum_minus; apply sum_ext; intros; unfold surplus, d; ring).
  replace (dot d (excess_sum p c) x) with
    (dot d (fun j => sum (neurons p) (fun i => c i * direction p (line p i) j)) x -
     dot d (fun j => sum (target_neurons p) (fun i => its_c i * direction p (its_line i) j)) x); [ring |].
  unfold dot. rewrite <- sum_minus. apply sum_ext. intros j j_in. unfold excess_sum, weights.
  rewrite (sum_ext (target_neurons p) (fun i => target p i j) (fun i => its_c i * direction p (its_line i) j))
    by now intros; apply on_lines.
  ring.
Qed.

(** The odd part and the even part are orthogonal. *)
Lemma mean_of_direction_and_size (a u : point) : mean (fun x => dot d a x * Rabs (dot d u x)) 0.
Proof.
  pose proof (mean_of_neuron_and_direction d mean standard u a) as one_side.
  pose proof (mean_of_neuron_and_direction d mean standard (fun j => -1 * u j) a) as other_side.
  replace 0 with (/ 2 * dot d u a + / 2 * dot d (fun j => -1 * u j) a) by (rewrite dot_scale; ring).
  apply (same_mean _ _ a_law _ _ _ (mean_plus _ _ a_law _ _ _ _ one_side other_side)). intros x.
  rewrite dot_scale, <- relu_sum. replace (-1 * dot d u x) with (- dot d u x) by ring. ring.
Qed.

Lemma mean_across : mean (fun x => dot d (excess_sum p c) x * even_part x) 0.
Proof.
  assert (has : mean (fun x => sum (lines p) (fun r => surplus r * (dot d (excess_sum p c) x *
      Rabs (dot d (direction p r) x)))) (sum (lines p) (fun r => surplus r * 0))).
  { apply (mean_sum_of _ _ a_law (lines p) (fun r x => surplus r * (dot d (excess_sum p c) x *
      Rabs (dot d (direction p r) x)))).
    intros r _. apply (mean_scale _ _ a_law), mean_of_direction_and_size. }
  replace 0 with (sum (lines p) (fun r => surplus r * 0)) by (apply sum_zero; intros; ring).
  apply (same_mean _ _ a_law _ _ _ has). intros x. unfold even_part, d. rewrite <- sum_scale. apply sum_ext.
  intros. ring.
Qed.

Lemma mean_of_even_square : mean (fun x => even_part x * even_part x)
  (sum (lines p) (fun r => sum (lines p) (fun s => surplus r * surplus s * psi_kernel p r s))).
Proof.
  assert (has : mean (fun x => sum (lines p) (fun r => sum (lines p) (fun s => surplus r * surplus s *
      (Rabs (dot d (direction p r) x) * Rabs (dot d (direction p s) x)))))
    (sum (lines p) (fun r => sum (lines p) (fun s => surplus r * surplus s * psi_kernel p r s)))).
  { apply (mean_sum_of _ _ a_law (lines p) (fun r x => sum (lines p) (fun s => surplus r * surplus s *
      (Rabs (dot d (direction p r) x) * Rabs (dot d (direction p s) x))))). intros r r_in.
    apply (mean_sum_of _ _ a_law (lines p) (fun s x => surplus r * surplus s *
      (Rabs (dot d (direction p r) x) * Rabs (dot d (direction p s) x)))). intros s s_in.
    now apply (mean_scale _ _ a_law), kernel. }
  apply (same_mean _ _ a_law _ _ _ has). intros x. unfold even_part, d. rewrite <- sum_scale_right. apply sum_ext.
  intros r _. rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

Lemma risk_in_halves : L c = / 4 * dot d (excess_sum p c) (excess_sum p c) +
  / 4 * sum (lines p) (fun r => sum (lines p) (fun s => surplus r * surplus s * psi_kernel p r s)).
Proof.
  apply (mean_unique _ _ a_law (squared_error p (neurons p) (weights p c))); [apply L_is_risk |].
  pose proof (mean_of_two_directions d mean standard (excess_sum p c) (excess_sum p c)) as odd.
  replace (/ 4 * dot d (excess_sum p c) (excess_sum p c)) with
    (/ 4 * dot d (excess_sum p c) (excess_sum p c) + / 2 * 0) by ring.
  apply (same_mean _ _ a_law _ _ _ (mean_plus _ _ a_law _ _ _ _ (mean_plus _ _ a_law _ _ _ _
    (mean_scale _ _ a_law (/ 4) _ _ odd) (mean_scale _ _ a_law (/ 2) _ _ mean_across))
    (mean_scale _ _ a_law (/ 4) _ _ mean_of_even_square))).
  intros x. unfold squared_error. fold d. rewrite error_in_halves. field.
Qed.
End Risk.

Theorem theorem_6_proved : theorem_6.
Proof.
  intros mean p L its_line its_c standard occupied _ on_lines kernel L_is_risk c dq.
  exact (risk_in_halves mean p L its_line its_c standard occupied on_lines kernel L_is_risk c).
Qed.

Theorem theorem_4_proved : theorem_4.
Proof.
  intros mean p L its_line its_c standard occupied [same is_axis] on_lines kernel L_is_risk c dq.
  rewrite (risk_in_halves mean p L its_line its_c standard occupied on_lines kernel L_is_risk c).
  f_equal. f_equal. apply sum_ext. intros r r_in. apply sum_ext. intros s s_in. f_equal.
  unfold psi_kernel, axes_kernel. replace (dot _ _ _) with (if (r =? s)%nat then 1 else 0).
  - destruct (r =? s)%nat; [apply psi_at_one | apply psi_at_zero].
  - rewrite same in *. rewrite <- (sum_delta (inputs p) r (fun j => if (j =? s)%nat then 1 else 0)) by easy.
    apply sum_ext. intros j j_in. rewrite !is_axis by (rewrite ?same; easy). destruct (j =? r)%nat; ring.
Qed.

(** ** Wrong variants, on one input: no neuron against a target of weight 1, with the risk 1/2 *)

Lemma one_sign_on_lines : target_on_lines one_sign (fun _ => 0%nat) (fun _ => 1).
Proof. intros i _. split; [simpl; lia |]. intros j _. simpl. ring. Qed.

Lemma one_sign_kernel : has_kernel (axes_mean 1) one_sign (psi_kernel one_sign).
Proof.
  intros r s r_in s_in. unfold psi_kernel. simpl. unfold axes_mean, axis_point, dot. simpl.
  replace (0 + 1 * 1) with 1 by ring. rewrite psi_at_one, sqrt_1.
  replace (0 + 1 * (1 * 1)) with 1 by ring. replace (0 + 1 * (-1 * 1)) with (- (1)) by ring.
  rewrite Rabs_Ropp, Rabs_R1. field.
Qed.

Lemma one_sign_at_zero : risk_of one_sign (fun _ => 0) = / 2.
Proof.
  rewrite (at_one_sign _ theorem_1_proved). unfold target_weight. simpl. rewrite Rabs_R0, Rabs_R1. field.
Qed.

(** A claimed share and kernel give the risk at zero. *)
Lemma claimed_at_zero (share : R) (kernel : problem -> nat -> nat -> R) (extra : problem -> Prop) :
  extra one_sign -> risk_is share kernel extra -> / 2 = / 4 + share * kernel one_sign 0%nat 0%nat.
Proof.
  intros meets claimed.
  pose proof (claimed (axes_mean 1) one_sign (risk_of one_sign) (fun _ => 0%nat) (fun _ => 1)
    (axes_is_standard 1 Nat.lt_0_1) (proj2 (proj2 (proj2 (two_neurons_one_input 1 (fun _ => 1))))) meets
    one_sign_on_lines one_sign_kernel (two_neurons_risk 1 (fun _ => 1)) (fun _ => 0)) as equal.
  cbv zeta in equal. rewrite one_sign_at_zero in equal.
  unfold excess_sum, dot, weights, line_sums in equal. simpl in equal. rewrite Rabs_R0, Rabs_R1 in equal. lra.
Qed.

Lemma one_sign_axes : axes one_sign.
Proof.
  split; [easy |]. intros r j r_in j_in. simpl in *. replace r with 0%nat by lia. now replace j with 0%nat by lia.
Qed.

Theorem theorem_4_wrong_share_refuted : ~ theorem_4_wrong_share.
Proof.
  intros wrong. apply claimed_at_zero in wrong; [| exact one_sign_axes].
  unfold axes_kernel in wrong. simpl in wrong. lra.
Qed.

Theorem theorem_6_wrong_share_refuted : ~ theorem_6_wrong_share.
Proof.
  intros wrong. apply claimed_at_zero in wrong; [| easy]. unfold psi_kernel, dot in wrong. simpl in wrong.
  replace (0 + 1 * 1) with 1 in wrong by ring. rewrite psi_at_one in wrong. lra.
Qed.

Theorem theorem_6_wrong_cosines_refuted : ~ theorem_6_wrong_cosines.
Proof. intros wrong. apply claimed_at_zero in wrong; [| easy]. unfold dot in wrong. simpl in wrong. lra. Qed.
