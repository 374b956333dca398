(** Theorems 4, 6 and 8: the risk of a network is two sums of squares. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.normal_space kernel.normal_kernel.
From pnn2017 Require Import landscape.means matched.minima.
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
Variables (mean : functional) (p : problem) (its_line : nat -> nat) (its_c : nat -> R).
Hypothesis standard : standard_law (inputs p) mean.
Hypothesis occupied : neurons_on_lines p.
Hypothesis on_lines : target_on_lines p its_line its_c.
Hypothesis kernel : has_kernel mean p (psi_kernel p).
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
  unfold weights. rewrite (network_in_halves d (neurons p) (lines p) (direction p) (line p) c x) by exact occupied.
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

Lemma mean_of_two_squares :
  mean (squared_error p (neurons p) (weights p c)) (two_squares (/ 4) (/ 4) psi_kernel p its_line its_c c).
Proof.
  pose proof (mean_of_two_directions d mean standard (excess_sum p c) (excess_sum p c)) as odd.
  replace (two_squares (/ 4) (/ 4) psi_kernel p its_line its_c c) with
    (/ 4 * dot d (excess_sum p c) (excess_sum p c) + / 2 * 0 +
     / 4 * sum (lines p) (fun r => sum (lines p) (fun s => surplus r * surplus s * psi_kernel p r s)))
    by (unfold two_squares, surplus, d; ring).
  apply (same_mean _ _ a_law _ _ _ (mean_plus _ _ a_law _ _ _ _ (mean_plus _ _ a_law _ _ _ _
    (mean_scale _ _ a_law (/ 4) _ _ odd) (mean_scale _ _ a_law (/ 2) _ _ mean_across))
    (mean_scale _ _ a_law (/ 4) _ _ mean_of_even_square))).
  intros x. unfold squared_error. fold d. rewrite error_in_halves. field.
Qed.
End Risk.

Theorem theorem_6_proved : theorem_6.
Proof.
  intros mean p its_line its_c standard occupied _ on_lines kernel c.
  exact (mean_of_two_squares mean p its_line its_c standard occupied on_lines kernel c).
Qed.

Lemma axes_cosines (p : problem) (r s : nat) : axes p -> (r < lines p)%nat -> (s < lines p)%nat ->
  cosines p r s = if (r =? s)%nat then 1 else 0.
Proof.
  intros [same is_axis] r_in s_in. unfold cosines. rewrite same in *.
  rewrite <- (sum_delta (inputs p) r (fun j => if (j =? s)%nat then 1 else 0)) by easy.
  apply sum_ext. intros j j_in. rewrite !is_axis by (rewrite ?same; easy). destruct (j =? r)%nat; ring.
Qed.

Theorem theorem_4_proved : theorem_4.
Proof.
  intros mean p its_line its_c standard occupied is_axes on_lines kernel c.
  replace (two_squares _ _ _ _ _ _ _) with (two_squares (/ 4) (/ 4) psi_kernel p its_line its_c c).
  - exact (mean_of_two_squares mean p its_line its_c standard occupied on_lines kernel c).
  - unfold two_squares. f_equal. f_equal. apply sum_ext. intros r r_in. apply sum_ext. intros s s_in. f_equal.
    unfold psi_kernel. fold (cosines p r s). rewrite axes_cosines by easy. unfold axes_kernel.
    destruct (r =? s)%nat; [apply psi_at_one | apply psi_at_zero].
Qed.

Theorem theorem_6_for_the_normal_law_proved : theorem_6_for_the_normal_law.
Proof.
  intros p its_line its_c units on on_lines.
  apply (theorem_6_proved (normal_mean (inputs p)) p its_line its_c); try easy;
    [apply normal_law_proved | now apply normal_kernel_proved].
Qed.
