(** Theorem 5, other regions: what a minimum is where one input has weights of one sign and all others both. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.regions.
From pnn2017 Require Import kernel.psi kernel.bounds landscape.means landscape.slopes matched.minima matched.risk.
Local Open Scope R_scope.

Definition cross : R := 2 / PI.

Section Minimum.
Variables (mean : functional) (p : problem) (L : (nat -> R) -> R) (its_line : nat -> nat) (its_c : nat -> R).
Variables (a : nat) (sign : R) (c : nat -> R).
Hypothesis standard : standard_law (inputs p) mean.
Hypothesis occupied : lines_occupied p.
Hypothesis are_axes : axes p.
Hypothesis on_lines : target_on_lines p its_line its_c.
Hypothesis kernel : has_kernel mean p (psi_kernel p).
Hypothesis L_is_risk : is_risk mean p L.
Hypothesis a_in : (a < lines p)%nat.
Hypothesis unit : sign = 1 \/ sign = -1.
Hypothesis one_signed : forall i, (i < neurons p)%nat -> line p i = a -> 0 < sign * c i.
Hypothesis others : forall r, (r < lines p)%nat -> r <> a -> mixed p c r.
Hypothesis minimum : local_minimum (neurons p) L c.
Let a_law := is_law (inputs p) mean standard.
Let dq := surplus p its_line its_c c.
Let z := excess_sum p c.

Lemma kernel_of_axes (r s : nat) : (r < lines p)%nat -> (s < lines p)%nat ->
  psi_kernel p r s = if (r =? s)%nat then 1 else cross.
Proof.
  intros r_in s_in. change (psi_kernel p r s) with (psi (cosines p r s)). rewrite axes_cosines by easy.
  destruct (r =? s)%nat; [apply psi_at_one | apply psi_at_zero].
Qed.

Lemma along_an_axis (r : nat) (x : point) : (r < lines p)%nat -> dot (inputs p) (direction p r) x = x r.
Proof.
  intros r_in. destruct are_axes as [same is_axis]. unfold dot.
  rewrite (sum_ext (inputs p) _ (fun j => if (j =? r)%nat then x j else 0)).
  - apply sum_delta. now rewrite <- same.
  - intros j j_in. rewrite is_axis by easy. destruct (j =? r)%nat; ring.
Qed.

(** Both half slopes of an axis together are half of the kernel's row times the surplus. *)
Lemma even_force (r : nat) (s s' : R) : (r < lines p)%nat ->
  half_slope (inputs p) mean (error_at p c) (direction p r) 1 s ->
  half_slope (inputs p) mean (error_at p c) (direction p r) (-1) s' ->
  s + s' = / 2 * (cross * sum (lines p) dq + (1 - cross) * dq r).
Proof.
  intros r_in right_side left_side.
  apply (mean_unique _ _ a_law (fun x => error_at p c x * Rabs (dot (inputs p) (direction p r) x))).
  - apply (same_mean _ _ a_law _ _ _ (mean_plus _ _ a_law _ _ _ _ right_side left_side)). intros x.
    rewrite !dot_scale, Rmult_1_l, <- relu_sum. replace (-1 * dot (inputs p) (direction p r) x)
      with (- dot (inputs p) (direction p r) x) by ring. ring.
  - assert (even : mean (fun x => sum (lines p) (fun t => dq t * (Rabs (dot (inputs p) (direction p t) x) *
        Rabs (dot (inputs p) (direction p r) x)))) (sum (lines p) (fun t => dq t * psi_kernel p t r))).
    { apply (mean_sum_of _ _ a_law (lines p) (fun t x => dq t * (Rabs (dot (inputs p) (direction p t) x) *
        Rabs (dot (inputs p) (direction p r) x)))). intros t t_in.
      apply (mean_scale _ _ a_law). now apply kernel. }
    replace (cross * sum (lines p) dq + (1 - cross) * dq r) with (0 + sum (lines p) (fun t => dq t * psi_kernel p t r)).
    + apply (same_mean _ _ a_law _ _ _ (mean_scale _ _ a_law (/ 2) _ _ (mean_plus _ _ a_law _ _ _ _
        (mean_of_direction_and_size mean p standard z (direction p r)) even))).
      intros x. unfold error_at, error.
      rewrite (error_in_halves p its_line its_c (proj1 occupied) on_lines c x).
      rewrite (sum_ext (lines p) _ (fun t => dq t * Rabs (dot (inputs p) (direction p t) x) *
        Rabs (dot (inputs p) (direction p r) x))) by (intros; ring).
      rewrite sum_scale_right. unfold even_part, z, dq. ring.
    + rewrite Rplus_0_l.
      rewrite (sum_ext (lines p) _ (fun t => cross * dq t + (if (t =? r)%nat then (1 - cross) * dq t else 0))).
      * rewrite sum_plus, sum_scale, (sum_delta (lines p) r (fun t => (1 - cross) * dq t)) by easy. ring.
      * intros t t_in. rewrite kernel_of_axes by easy. destruct (t =? r)%nat; ring.
Qed.

Lemma odd_force (r : nat) (s s' : R) : (r < lines p)%nat ->
  half_slope (inputs p) mean (error_at p c) (direction p r) 1 s ->
  half_slope (inputs p) mean (error_at p c) (direction p r) (-1) s' -> s - s' = / 2 * z r.
Proof.
  intros r_in right_side left_side. rewrite <- (along_an_axis r z r_in).
  exact (slopes_differ mean p c standard (direction p r) s s' right_side left_side).
Qed.

Lemma other_inputs (r : nat) : (r < lines p)%nat -> r <> a ->
  z r = 0 /\ cross * sum (lines p) dq + (1 - cross) * dq r = 0.
Proof.
  intros r_in other. destruct (slopes_exist mean p a_law c (direction p r)) as [s [s' [right_side left_side]]].
  destruct (mixed_slopes_zero mean p L c standard L_is_risk minimum r s s' (others r r_in other) right_side left_side)
    as [-> ->].
  pose proof (odd_force r 0 0 r_in right_side left_side). pose proof (even_force r 0 0 r_in right_side left_side). lra.
Qed.

Lemma this_input : cross * sum (lines p) dq + (1 - cross) * dq a + sign * z a = 0.
Proof.
  destruct (slopes_exist mean p a_law c (direction p a)) as [s [s' [right_side left_side]]].
  pose proof (odd_force a s s' a_in right_side left_side). pose proof (even_force a s s' a_in right_side left_side).
  destruct (proj2 occupied a a_in) as [i [i_in on]]. pose proof (one_signed i i_in on) as above. rewrite <- on in *.
  destruct unit as [-> | ->].
  - destruct (slope_of_a_neuron mean p L a_law L_is_risk c i 1 s i_in ltac:(ring) minimum right_side) as [zero _].
    specialize (zero above). lra.
  - destruct (slope_of_a_neuron mean p L a_law L_is_risk c i (-1) s' i_in ltac:(ring) minimum left_side) as [zero _].
    specialize (zero above). lra.
Qed.

(** ** The linear equations *)

Let kappa := kappa_of (inputs p).
Let P := its_mass p its_line its_c a sign.
Let N := its_mass p its_line its_c a (- sign).

Lemma some_inputs : 1 <= INR (inputs p).
Proof. rewrite <- (proj1 are_axes). change 1 with (INR 1). apply le_INR. lia. Qed.

Lemma denominators : 0 < cross < 1 /\ 0 < 1 + cross * (INR (inputs p) - 2) /\ 0 < kappa.
Proof.
  pose proof some_inputs. pose proof two_over_pi as bounds. fold cross in bounds.
  assert (positive : 0 < 1 + cross * (INR (inputs p) - 2)) by nra.
  split; [easy | split; [easy |]]. unfold kappa, kappa_of. fold cross.
  replace (1 - cross ^ 2 * (INR (inputs p) - 1) / (1 + cross * (INR (inputs p) - 2))) with
    ((1 - cross) * (1 + cross * (INR (inputs p) - 1)) / (1 + cross * (INR (inputs p) - 2))) by (field; lra).
  apply Rdiv_lt_0_compat; [| easy]. apply Rmult_lt_0_compat; nra.
Qed.

(** The forces of the other inputs vanish, so that this one's is kappa times its surplus. *)
Lemma force_here : cross * sum (lines p) dq + (1 - cross) * dq a = kappa * dq a.
Proof.
  destruct denominators as [inside [positive _]]. set (T := sum (lines p) dq).
  assert (row : (1 - cross) * T = (1 - cross) * dq a + cross * T - cross * T * INR (lines p)).
  { assert (count : forall n x, sum n (fun _ => x) = INR n * x).
    { intros n x. induction n as [| n IH]; [simpl; ring |]. rewrite S_INR. simpl. rewrite IH. ring. }
    unfold T at 1. rewrite <- sum_scale.
    rewrite (sum_ext (lines p) _ (fun r => - (cross * T) + (if (r =? a)%nat then (1 - cross) * dq a + cross * T else 0))).
    - rewrite sum_plus, count, (sum_delta (lines p) a (fun _ => (1 - cross) * dq a + cross * T)) by easy. ring.
    - intros r r_in. destruct (Nat.eqb_spec r a) as [-> | other]; [ring |].
      destruct (other_inputs r r_in other) as [_ zero]. fold T in zero. lra. }
  rewrite (proj1 are_axes) in row.
  assert (total : T = (1 - cross) * dq a / (1 + cross * (INR (inputs p) - 2))).
  { apply (Rmult_eq_reg_r (1 + cross * (INR (inputs p) - 2))); [| lra]. field_simplify; [lra | lra]. }
  rewrite total. unfold kappa, kappa_of. fold cross. field. lra.
Qed.

Lemma odd_and_even : sign * z a = dq a + 2 * N.
Proof.
  destruct are_axes as [same is_axis]. destruct occupied as [inside _].
  assert (square : sign * sign = 1) by (destruct unit as [-> | ->]; ring).
  unfold z, dq, excess_sum, surplus, line_sums, N, its_mass. rewrite Rmult_minus_distr_l, <- !sum_scale.
  rewrite (sum_ext (neurons p) (fun i => sign * weights p c i a)
    (fun i => if (line p i =? a)%nat then Rabs (c i) else 0)).
  - rewrite (sum_ext (target_neurons p) (fun i => sign * target p i a)
      (fun i => (if (its_line i =? a)%nat then Rabs (its_c i) else 0) -
                2 * (if (its_line i =? a)%nat then relu (- sign * its_c i) else 0))).
    + rewrite sum_minus, sum_scale. ring.
    + intros i i_in. destruct (on_lines i i_in) as [on ->]; [| now rewrite <- same].
      rewrite is_axis by first [exact on | rewrite <- same; exact a_in]. rewrite (Nat.eqb_sym a).
      destruct (its_line i =? a)%nat; [| ring].
      pose proof (relu_sum (sign * its_c i)) as sizes. pose proof (relu_difference (sign * its_c i)) as parts.
      rewrite Rabs_mult in sizes. replace (Rabs sign) with 1 in sizes
        by (destruct unit as [-> | ->]; [now rewrite Rabs_R1 | rewrite Rabs_left; lra]).
      replace (- sign * its_c i) with (- (sign * its_c i)) by ring. lra.
  - intros i i_in. unfold weights. rewrite is_axis by first [now apply inside | rewrite <- same; exact a_in].
    rewrite (Nat.eqb_sym a). destruct (Nat.eqb_spec (line p i) a) as [on |]; [| ring].
    pose proof (one_signed i i_in on). destruct unit as [-> | ->].
    + rewrite Rabs_right by lra. ring.
    + rewrite Rabs_left by lra. ring.
Qed.

Lemma target_sum : line_sums (target_neurons p) its_line its_c a = P + N.
Proof.
  unfold line_sums, P, N, its_mass. rewrite <- sum_plus. apply sum_ext. intros i _.
  destruct (its_line i =? a)%nat; [| ring].
  replace (- sign * its_c i) with (- (sign * its_c i)) by ring. rewrite relu_sum, Rabs_mult.
  destruct unit as [-> | ->]; [rewrite Rabs_R1 | rewrite (Rabs_left (-1)) by lra]; ring.
Qed.

Lemma surplus_here : dq a = - 2 * N / (1 + kappa).
Proof.
  pose proof this_input as zero. rewrite force_here, odd_and_even in zero. destruct denominators as [_ [_ positive]].
  apply (Rmult_eq_reg_r (1 + kappa)); [| lra]. field_simplify; lra.
Qed.

Lemma squares : L c = / 4 * (z a * z a) + / 4 * (kappa * dq a * dq a).
Proof.
  rewrite (mean_unique _ _ a_law _ _ _ (L_is_risk c)
    (mean_of_two_squares mean p its_line its_c standard (proj1 occupied) on_lines kernel c)).
  unfold two_squares. f_equal; f_equal.
  - unfold dot. rewrite (sum_ext (inputs p) _ (fun j => if (j =? a)%nat then z j * z j else 0)).
    + rewrite sum_delta by (rewrite <- (proj1 are_axes); easy). reflexivity.
    + intros j j_in. rewrite <- (proj1 are_axes) in j_in. destruct (Nat.eqb_spec j a) as [| other]; [easy |].
      destruct (other_inputs j j_in other) as [zero _]. fold z. rewrite zero. ring.
  - fold dq. rewrite (sum_ext (lines p) _ (fun r => if (r =? a)%nat then kappa * dq r * dq r else 0)).
    + now rewrite sum_delta.
    + intros r r_in. change (sum (lines p) (fun s => dq r * dq s * psi_kernel p r s) =
        if (r =? a)%nat then kappa * dq r * dq r else 0).
      rewrite (sum_ext (lines p) _ (fun s => dq r * (cross * dq s + (if (s =? r)%nat then (1 - cross) * dq s else 0)))).
      * rewrite sum_scale, sum_plus, sum_scale, (sum_delta (lines p) r (fun s => (1 - cross) * dq s)) by easy.
        destruct (Nat.eqb_spec r a) as [-> | other]; [rewrite force_here; ring |].
        destruct (other_inputs r r_in other) as [_ zero]. rewrite zero. ring.
      * intros s s_in. rewrite kernel_of_axes by easy. rewrite (Nat.eqb_sym s r). destruct (r =? s)%nat; ring.
Qed.

Lemma one_sign_values : L c = one_signed_value kappa P N /\
  line_sums (neurons p) (line p) c a = one_signed_mass kappa P N.
Proof.
  destruct denominators as [_ [_ positive]]. pose proof surplus_here as here. pose proof target_sum as its_sum.
  assert (square : z a * z a = (dq a + 2 * N) * (dq a + 2 * N)).
  { rewrite <- odd_and_even. destruct unit as [-> | ->]; ring. }
  split.
  - rewrite squares, square, here. unfold one_signed_value. field. lra.
  - unfold one_signed_mass. unfold dq, surplus in here. rewrite its_sum in here.
    replace (line_sums (neurons p) (line p) c a) with (- 2 * N / (1 + kappa) + (P + N)) by lra. field. lra.
Qed.
End Minimum.

Theorem theorem_5_one_sign_proved : theorem_5_one_sign.
Proof.
  intros mean p L its_line its_c a sign c standard occupied are_axes on_lines kernel L_is_risk a_in unit one_signed others
    minimum.
  exact (one_sign_values mean p L its_line its_c a sign c standard occupied are_axes on_lines kernel L_is_risk a_in unit
    one_signed others minimum).
Qed.
