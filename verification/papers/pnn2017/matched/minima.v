(** Theorems 5 and 7: regions of matched networks whose local minima all have risk zero. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.regions.
From pnn2017 Require Import landscape.means landscape.slopes.
Local Open Scope R_scope.

Section Standard.
Variables (d : nat) (mean : functional).
Hypothesis standard : standard_law d mean.
Let a_law := is_law d mean standard.

(** The covariance: the mean of (a.x)(b.x) is a.b. *)
Lemma mean_of_two_directions (a b : point) : mean (fun x => dot d a x * dot d b x) (dot d a b).
Proof.
  assert (has : mean (fun x => sum d (fun i => sum d (fun j => a i * b j * (x i * x j))))
                     (sum d (fun i => sum d (fun j => a i * b j * (if (i =? j)%nat then 1 else 0))))).
  { apply (mean_sum_of _ _ a_law d (fun i x => sum d (fun j => a i * b j * (x i * x j)))). intros i i_in.
    apply (mean_sum_of _ _ a_law d (fun j x => a i * b j * (x i * x j))). intros j j_in.
    now apply (mean_scale _ _ a_law), (mean_covariance _ _ standard). }
  replace (dot d a b) with (sum d (fun i => sum d (fun j => a i * b j * (if (i =? j)%nat then 1 else 0)))).
  - apply (same_mean _ _ a_law _ _ _ has). intros x. unfold dot. rewrite <- sum_scale_right. apply sum_ext. intros i _.
    rewrite <- sum_scale. apply sum_ext. intros. ring.
  - apply sum_ext. intros i i_in. rewrite <- (sum_delta d i (fun j => a i * b j)) by easy. apply sum_ext. intros j _.
    rewrite (Nat.eqb_sym j i). destruct (i =? j)%nat; ring.
Qed.

(** By symmetry a neuron has half of it: relu(a.x) - relu(-a.x) = a.x. *)
Lemma mean_of_neuron_and_direction (a b : point) : mean (fun x => relu (dot d a x) * dot d b x) (/ 2 * dot d a b).
Proof.
  destruct (mean_of_relus _ _ a_law a b) as [m one_side].
  destruct (mean_of_relus _ _ a_law a (fun j => -1 * b j)) as [n other_side].
  assert (has : mean (fun x => relu (dot d a x) * dot d b x) (m - n)).
  { apply (same_mean _ _ a_law _ _ _ (mean_minus _ _ a_law _ _ _ _ one_side other_side)). intros x.
    rewrite dot_scale, <- Rmult_minus_distr_l. replace (-1 * dot d b x) with (- dot d b x) by ring.
    now rewrite relu_difference. }
  pose proof (mean_symmetric _ _ standard _ _ has) as mirrored. cbv beta in mirrored.
  assert (twice : mean (fun x => dot d a x * dot d b x) (m - n + (m - n))).
  { apply (same_mean _ _ a_law _ _ _ (mean_plus _ _ a_law _ _ _ _ has mirrored)). intros x.
    rewrite !dot_opposite.
    replace (dot d a x * dot d b x) with ((relu (dot d a x) - relu (- dot d a x)) * dot d b x)
      by now rewrite relu_difference.
    ring. }
  pose proof (mean_unique _ _ a_law _ _ _ twice (mean_of_two_directions a b)).
  now replace (/ 2 * dot d a b) with (m - n) by lra.
Qed.

Lemma mean_of_network_and_direction (k : nat) (W : nat -> point) (b : point) :
  mean (fun x => network d k W x * dot d b x) (/ 2 * dot d b (fun j => sum k (fun i => W i j))).
Proof.
  rewrite dot_sum, <- sum_scale.
  apply (same_mean _ _ a_law (fun x => sum k (fun i => relu (dot d (W i) x) * dot d b x))).
  - apply (mean_sum_of _ _ a_law k (fun i x => relu (dot d (W i) x) * dot d b x)). intros i _.
    rewrite dot_comm. apply mean_of_neuron_and_direction.
  - intros x. unfold network. now rewrite sum_scale_right.
Qed.
End Standard.

Section Matched.
Variables (mean : functional) (p : problem) (L : (nat -> R) -> R) (c : nat -> R).
Hypothesis standard : standard_law (inputs p) mean.
Hypothesis L_is_risk : is_risk mean p L.
Hypothesis minimum : local_minimum (neurons p) L c.
Let a_law := is_law (inputs p) mean standard.

(** What the sum of the weights has too much. *)
Definition excess : point :=
  fun j => sum (neurons p) (fun i => weights p c i j) - sum (target_neurons p) (fun i => target p i j).

(** The two half slopes of a line differ by half of u.z. *)
Lemma slopes_differ (u : point) (s s' : R) :
  half_slope (inputs p) mean (error_at p c) u 1 s -> half_slope (inputs p) mean (error_at p c) u (-1) s' ->
  s - s' = / 2 * dot (inputs p) u excess.
Proof.
  intros right_side left_side.
  apply (mean_unique _ _ a_law (fun x => error_at p c x * dot (inputs p) u x)).
  - apply (same_mean _ _ a_law _ _ _ (mean_minus _ _ a_law _ _ _ _ right_side left_side)). intros x.
    rewrite !dot_scale, <- Rmult_minus_distr_l, Rmult_1_l.
    replace (-1 * dot (inputs p) u x) with (- dot (inputs p) u x) by ring. now rewrite relu_difference.
  - replace (/ 2 * dot (inputs p) u excess) with
      (/ 2 * dot (inputs p) u (fun j => sum (neurons p) (fun i => weights p c i j)) -
       / 2 * dot (inputs p) u (fun j => sum (target_neurons p) (fun i => target p i j))).
    + apply (same_mean _ _ a_law (fun x => network (inputs p) (neurons p) (weights p c) x * dot (inputs p) u x -
        network (inputs p) (target_neurons p) (target p) x * dot (inputs p) u x)).
      * apply (mean_minus _ _ a_law); now apply mean_of_network_and_direction.
      * intros x. unfold error_at, error. ring.
    + unfold excess, dot. rewrite <- Rmult_minus_distr_l, <- sum_minus. f_equal. apply sum_ext. intros. ring.
Qed.

Lemma mixed_slopes_zero (r : nat) (s s' : R) : mixed p c r ->
  half_slope (inputs p) mean (error_at p c) (direction p r) 1 s ->
  half_slope (inputs p) mean (error_at p c) (direction p r) (-1) s' -> s = 0 /\ s' = 0.
Proof.
  intros [[i [i_in [<- above]]] [j [j_in [same below]]]] right_side left_side.
  destruct (slope_of_a_neuron mean p L a_law L_is_risk c i 1 s i_in ltac:(ring) minimum right_side) as [positive _].
  rewrite <- same in left_side.
  destruct (slope_of_a_neuron mean p L a_law L_is_risk c j (-1) s' j_in ltac:(ring) minimum left_side) as [negative _].
  split; [apply positive; lra | apply negative; lra].
Qed.

(** So the excess is orthogonal to every mixed line. *)
Lemma mixed_line_orthogonal (r : nat) : mixed p c r -> dot (inputs p) (direction p r) excess = 0.
Proof.
  intros is_mixed. destruct (slopes_exist mean p a_law c (direction p r)) as [s [s' [right_side left_side]]].
  pose proof (slopes_differ _ _ _ right_side left_side).
  destruct (mixed_slopes_zero r s s' is_mixed right_side left_side). lra.
Qed.

Lemma spanned_line_orthogonal (r : nat) :
  mixed_lines_span p c -> (r < lines p)%nat -> dot (inputs p) (direction p r) excess = 0.
Proof.
  intros span inside. destruct (span r inside) as [a [only_mixed combination]].
  rewrite (dot_ext _ _ (fun j => sum (lines p) (fun s => a s * direction p s j))) by easy.
  rewrite dot_comm, (dot_sum _ _ (fun s j => a s * direction p s j)). apply sum_zero. intros s s_in.
  rewrite dot_scale_right. destruct (Req_dec (a s) 0) as [-> | used]; [ring |].
  rewrite dot_comm, mixed_line_orthogonal by now apply only_mixed. ring.
Qed.

Hypothesis occupied : lines_occupied p.
Hypothesis is_matched : matched p.

(** The excess is a sum of multiples of the lines; orthogonal to all of them it vanishes. *)
Lemma excess_zero :
  (forall r, (r < lines p)%nat -> dot (inputs p) (direction p r) excess = 0) ->
  forall j, (j < inputs p)%nat -> excess j = 0.
Proof.
  intros orthogonal. apply dot_square_zero. destruct is_matched as [its_line [its_c on_lines]].
  assert (apart : dot (inputs p) excess excess =
    dot (inputs p) excess (fun j => sum (neurons p) (fun i => weights p c i j)) -
    dot (inputs p) excess (fun j => sum (target_neurons p) (fun i => target p i j))).
  { unfold dot. rewrite <- sum_minus. apply sum_ext. intros. unfold excess at 2. ring. }
  rewrite apart, !dot_sum, !sum_zero; [ring | |].
  - intros i inside. destruct (on_lines i inside) as [on same].
    rewrite dot_comm, (dot_ext _ _ (fun j => its_c i * direction p (its_line i) j)) by easy.
    rewrite dot_scale, orthogonal by easy. ring.
  - intros i inside. rewrite dot_comm. unfold weights. rewrite dot_scale, orthogonal by now apply occupied. ring.
Qed.

(** If no half slope is negative, no network on the lines has a smaller risk, and the target is one. *)
Lemma risk_zero : no_slope_falls mean p c -> L c = 0.
Proof.
  intros rising. destruct is_matched as [its_line [its_c on_lines]]. apply Rle_antisym.
  - apply (minimum_where_no_slope_falls mean p L a_law L_is_risk c (target_neurons p) its_line its_c 0 rising minimum).
    + intros i inside. now apply on_lines.
    + apply (same_mean _ _ a_law _ _ _ (mean_zero _ _ a_law)). intros x. unfold squared_error.
      replace (network (inputs p) (target_neurons p) (fun i j => its_c i * direction p (its_line i) j) x)
        with (network (inputs p) (target_neurons p) (target p) x); [ring |].
      apply sum_ext. intros i inside. f_equal. apply dot_ext. intros. now apply on_lines.
  - apply (mean_nonnegative _ _ a_law (squared_error p (neurons p) (weights p c))); [| apply L_is_risk].
    intros x. apply pow2_ge_0.
Qed.

(** With u.z = 0 both half slopes of a line are the same, and not negative as the line has a neuron. *)
Lemma orthogonal_line_rises (r : nat) (s s' : R) : (r < lines p)%nat -> dot (inputs p) (direction p r) excess = 0 ->
  half_slope (inputs p) mean (error_at p c) (direction p r) 1 s ->
  half_slope (inputs p) mean (error_at p c) (direction p r) (-1) s' -> 0 <= s /\ 0 <= s'.
Proof.
  intros inside orthogonal right_side left_side.
  pose proof (slopes_differ _ _ _ right_side left_side) as difference.
  destruct (proj2 occupied r inside) as [i [i_in on]]. rewrite <- on in *.
  destruct (slope_of_a_neuron mean p L a_law L_is_risk c i 1 s i_in ltac:(ring) minimum right_side) as [_ positive].
  destruct (slope_of_a_neuron mean p L a_law L_is_risk c i (-1) s' i_in ltac:(ring) minimum left_side) as [_ negative].
  destruct (Rle_or_lt 0 (c i)).
  - assert (0 <= s) by (apply positive; lra). lra.
  - assert (0 <= s') by (apply negative; lra). lra.
Qed.
End Matched.

Theorem theorem_7_repaired_proved : theorem_7_repaired.
Proof.
  intros mean p L c standard occupied is_matched L_is_risk span minimum.
  pose proof (fun r => spanned_line_orthogonal mean p L c standard L_is_risk minimum r span) as orthogonal.
  split.
  - apply (risk_zero mean p L c standard L_is_risk minimum is_matched). intros r s s' inside.
    apply (orthogonal_line_rises mean p L c standard L_is_risk minimum occupied r s s' inside).
    now apply orthogonal.
  - intros j inside. pose proof (excess_zero p c occupied is_matched orthogonal j inside) as zero.
    unfold excess in zero. lra.
Qed.

Theorem theorem_5_proved : theorem_5.
Proof.
  intros mean p L c standard occupied _ is_matched L_is_risk all_mixed minimum.
  apply (risk_zero mean p L c standard L_is_risk minimum is_matched). intros r s s' inside right_side left_side.
  destruct (mixed_slopes_zero mean p L c standard L_is_risk minimum r s s' (all_mixed r inside) right_side left_side)
    as [-> ->]. lra.
Qed.
