(** A counterexample to Theorem 9 with zero weights on two lines of the plane: the target's third line is moved by two
    degrees. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Interval Require Import Tactic.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.counterexamples.
From pnn2017 Require Import kernel.psi kernel.normal_pair landscape.means.
From pnn2017 Require Import matched.plane matched.zero_weights.
Local Open Scope R_scope.

(** ** The kernel: of the target's line at 28 degrees with those at 0, 60 and 30 *)

Definition al : R := psi (cos (28 * PI / 180)).
Definition be : R := psi (cos (32 * PI / 180)).
Definition ga : R := psi (cos (2 * PI / 180)).

Lemma psi_at_degrees (a : R) : 0 <= a <= 180 ->
  psi (cos (a * PI / 180)) = 2 / PI * (sin (a * PI / 180) + (PI / 2 - a * PI / 180) * cos (a * PI / 180)).
Proof. intros angle. pose proof PI_RGT_0. apply psi_of_cosine. split; [nra |]. unfold Rdiv. nra. Qed.

Lemma al_value : al = 2 / PI * (sin (28 * PI / 180) + (PI / 2 - 28 * PI / 180) * cos (28 * PI / 180)).
Proof. apply psi_at_degrees. lra. Qed.
Lemma be_value : be = 2 / PI * (sin (32 * PI / 180) + (PI / 2 - 32 * PI / 180) * cos (32 * PI / 180)).
Proof. apply psi_at_degrees. lra. Qed.
Lemma ga_value : ga = 2 / PI * (sin (2 * PI / 180) + (PI / 2 - 2 * PI / 180) * cos (2 * PI / 180)).
Proof. apply psi_at_degrees. lra. Qed.

Definition all_lines : problem := plane
  (fun r => match r with 0%nat => 0 | 1%nat => 60 | 2%nat => 30 | _ => 28 end) 4 6 6 third_moved half_targets.

(** Of two lines among 0, 60, 30 and 28 degrees. *)
Definition kernel_table (r s : nat) : R := match r, s with
  | 0%nat, 3%nat | 3%nat, 0%nat => al | 1%nat, 3%nat | 3%nat, 1%nat => be | 2%nat, 3%nat | 3%nat, 2%nat => ga
  | 0%nat, 1%nat | 1%nat, 0%nat => h | _, _ => if (r =? s)%nat then 1 else k end.

Lemma kernel_of_lines (r s : nat) : (r < 4)%nat -> (s < 4)%nat -> psi_kernel moved_line r s = kernel_table r s.
Proof.
  intros r_in s_in. change (psi (cosines all_lines r s) = kernel_table r s). unfold all_lines. rewrite plane_cosines.
  pose proof w_square as square. pose proof (sin2_cos2 (28 * PI / 180)) as one. unfold Rsqr in one.
  assert (sixty : cos (60 * PI / 180) * cos (28 * PI / 180) + sin (60 * PI / 180) * sin (28 * PI / 180) =
    cos (32 * PI / 180)) by (rewrite <- cos_minus; f_equal; field).
  assert (thirty : cos (30 * PI / 180) * cos (28 * PI / 180) + sin (30 * PI / 180) * sin (28 * PI / 180) =
    cos (2 * PI / 180)) by (rewrite <- cos_minus; f_equal; field).
  assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 3)%nat as [-> | [-> | [-> | ->]]] by lia;
    assert (s = 0 \/ s = 1 \/ s = 2 \/ s = 3)%nat as [-> | [-> | [-> | ->]]] by lia; unfold kernel_table; simpl;
    autorewrite with degrees in *; unfold al, be, ga; first [kernel_value | f_equal; lra].
Qed.

(** ** The risk *)

(** Of changes of the sums on the first three lines from the target's. *)
Definition part_of_masses (a0 a1 a2 : R) : R := even_form a0 a1 a2 - 4 * (al * a0 + be * a1 + ga * a2) + 4.

Lemma moved_risk_written_out (L : (nat -> R) -> R) (c : nat -> R) : is_risk (normal_mean 2) moved_line L -> L c =
  / 4 * odd_form (signed c 0 - 1) (signed c 1 - 1) (- signed c 2) +
  / 4 * part_of_masses (absolute c 0 - 1) (absolute c 1 - 1) (absolute c 2).
Proof.
  intros L_is_risk. unfold moved_line in L_is_risk.
  assert (on : forall i, (i < 6)%nat -> (Nat.div2 i < 4)%nat)
    by (intros i inside; do 6 (destruct i as [| i]; [simpl; lia |]); lia).
  assert (its_on : forall i, (i < 6)%nat -> (third_moved i < 4)%nat)
    by (intros i inside; do 6 (destruct i as [| i]; [unfold third_moved; simpl; lia |]); lia).
  rewrite (plane_risk_unique _ 3 6 4 6 third_moved _ on its_on L c L_is_risk). fold all_lines. unfold two_squares.
  assert (sizes : forall i, (i < 4)%nat -> line_sums 6 Nat.div2 c i - line_sums 6 third_moved half_targets i =
    if (i =? 3)%nat then -2 else absolute c i - (if (i =? 2)%nat then 0 else 1)).
  { intros i inside. unfold line_sums, absolute, half_targets, third_moved.
    assert (i = 0 \/ i = 1 \/ i = 2 \/ i = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl;
      rewrite ?Rabs_R1, ?(Rabs_left (-1)), ?(Rabs_right (/ 2)) by lra; field. }
  change (psi_kernel all_lines) with (psi_kernel moved_line).
  cbn [lines all_lines plane neurons line target_neurons]. cbn [sum]. rewrite !sizes, !kernel_of_lines by lia.
  unfold excess_sum, weights, dot, all_lines, signed, third_moved. simpl. autorewrite with degrees.
  unfold odd_form, part_of_masses, even_form, half_targets. pose proof w_square as square.
  match goal with |- _ = ?right => transitivity
    (right + (w * w - 3) / 16 * ((c 2%nat + c 3%nat - 1) ^ 2 + (c 4%nat + c 5%nat) ^ 2)) end; [field | rewrite square; field].
Qed.

(** ** The minimum: x0, x1 and y solve three linear equations *)

Definition de : R := k - w / 2.
Definition total : R := (4 * (al + be) - 4 * de * ga) / (5 + 2 * h - 2 * de ^ 2).
Definition apart : R := 4 * (al - be) / (3 - 2 * h).
Definition x0 : R := (total + apart) / 2.
Definition x1 : R := (total - apart) / 2.
Definition y : R := ga - de * total / 2.

Lemma solved : 4 * x0 + (1 + 2 * h) * x1 + 2 * de * y = 4 * al /\ 4 * x1 + (1 + 2 * h) * x0 + 2 * de * y = 4 * be /\
  2 * y + de * (x0 + x1) = 2 * ga.
Proof.
  pose proof constants. assert (0.02 < de < 0.04) by (unfold de; lra). assert (0 < 5 + 2 * h - 2 * de ^ 2) by nra.
  assert (sum_is : (5 + 2 * h) * total + 4 * de * y = 4 * (al + be)) by (unfold y, total; field; lra).
  assert (difference : (3 - 2 * h) * apart = 4 * (al - be)) by (unfold apart; field; lra).
  unfold x0, x1. repeat split; [| | unfold y; field]; nra.
Qed.

Lemma point_bounds : 0.57 < x0 < 0.58 /\ 0.51 < x1 < 0.52 /\ 0.98 < y < 0.99 /\
  2 * x0 + x1 - w * y < 0 /\ 2 * x1 + x0 - w * y < 0.
Proof.
  unfold x0, x1, y, total, apart, de, h, k, w. rewrite al_value, be_value, ga_value. repeat split; interval.
Qed.

Definition least_risk : R := 1 - / 2 * (al * x0 + be * x1 + ga * y).

Lemma risk_expanded (b0 b1 b2 e0 e1 : R) :
  / 4 * odd_form (x0 + b0 - 2 * e0) (x1 + b1 - 2 * e1) (y + b2) + / 4 * part_of_masses (x0 + b0) (x1 + b1) (y + b2) =
  least_risk + / 4 * odd_form (b0 - 2 * e0) (b1 - 2 * e1) b2 + / 4 * even_form b0 b1 b2 -
  / 2 * (e0 * (2 * x0 + x1 - w * y) + e1 * (2 * x1 + x0 - w * y)).
Proof.
  destruct solved as [first [second third]].
  assert (first' : al = (4 * x0 + (1 + 2 * h) * x1 + 2 * de * y) / 4) by lra.
  assert (second' : be = (4 * x1 + (1 + 2 * h) * x0 + 2 * de * y) / 4) by lra.
  assert (third' : ga = (2 * y + de * (x0 + x1)) / 2) by lra.
  unfold least_risk, part_of_masses. rewrite first', second', third'. clear first second third first' second' third'.
  set (u := x0). set (v := x1). set (z := y). unfold odd_form, even_form, de. field.
Qed.

Lemma risk_around (b0 b1 b2 e0 e1 : R) : 0 <= e0 -> 0 <= e1 -> least_risk <=
  / 4 * odd_form (x0 + b0 - 2 * e0) (x1 + b1 - 2 * e1) (y + b2) + / 4 * part_of_masses (x0 + b0) (x1 + b1) (y + b2).
Proof.
  intros e0_sign e1_sign. rewrite risk_expanded. destruct point_bounds as [_ [_ [_ [first second]]]].
  destruct (forms_nonnegative (b0 - 2 * e0) (b1 - 2 * e1) b2) as [odd _].
  destruct (forms_nonnegative b0 b1 b2) as [_ even].
  assert (0 <= e0 * - (2 * x0 + x1 - w * y)) by (apply Rmult_le_pos; lra).
  assert (0 <= e1 * - (2 * x1 + x0 - w * y)) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma least_risk_bounds : 1806 / 100000 < least_risk < 1808 / 100000.
Proof.
  unfold least_risk, x0, x1, y, total, apart, de, h, k, w. rewrite al_value, be_value, ga_value. split; interval.
Qed.

Definition moved_point (i : nat) : R :=
  match i with 0%nat => 1 + x0 | 2%nat => 1 + x1 | 4%nat | 5%nat => - y / 2 | _ => 0 end.

Section Risk.
Variable L : (nat -> R) -> R.
Hypothesis L_is_risk : is_risk (normal_mean 2) moved_line L.

(** Where the first neurons of two lines are not negative and those of the third not positive. *)
Lemma risk_in_the_region (c : nat -> R) : 0 <= c 0%nat -> 0 <= c 2%nat -> c 4%nat <= 0 -> c 5%nat <= 0 -> least_risk <= L c.
Proof.
  intros. rewrite (moved_risk_written_out L c L_is_risk). unfold signed, absolute. simpl.
  rewrite (Rabs_right (c 0%nat)), (Rabs_right (c 2%nat)), (Rabs_left1 (c 4%nat)), (Rabs_left1 (c 5%nat)) by lra.
  pose proof (Rle_abs (c 1%nat)). pose proof (Rle_abs (c 3%nat)).
  pose proof (risk_around (c 0%nat + Rabs (c 1%nat) - 1 - x0) (c 2%nat + Rabs (c 3%nat) - 1 - x1)
    (- c 4%nat + - c 5%nat - y) ((Rabs (c 1%nat) - c 1%nat) / 2) ((Rabs (c 3%nat) - c 3%nat) / 2) ltac:(lra) ltac:(lra))
    as lower.
  eapply Rle_trans; [exact lower |]. right. f_equal; f_equal; f_equal; field.
Qed.

Lemma value_at_the_point : L moved_point = least_risk.
Proof.
  destruct point_bounds as [? [? [? _]]]. rewrite (moved_risk_written_out L _ L_is_risk).
  transitivity (/ 4 * odd_form (x0 + 0 - 2 * 0) (x1 + 0 - 2 * 0) (y + 0) + / 4 * part_of_masses (x0 + 0) (x1 + 0) (y + 0)).
  - unfold signed, absolute, moved_point. simpl. rewrite Rabs_R0, !(Rabs_right (1 + _)), (Rabs_left (- y / 2)) by lra.
    f_equal; f_equal; f_equal; field.
  - rewrite risk_expanded. unfold odd_form, even_form. ring.
Qed.

Lemma value_at_half_targets : L half_targets = 2 - 2 * ga.
Proof.
  rewrite (moved_risk_written_out L _ L_is_risk). unfold signed, absolute, half_targets. simpl.
  rewrite Rabs_R1, (Rabs_left (-1)), (Rabs_right (/ 2)) by lra. unfold odd_form, part_of_masses, even_form. field.
Qed.

Lemma point_is_a_minimum : local_minimum 6 L moved_point.
Proof.
  destruct point_bounds as [? [? [? _]]]. exists (/ 4). split; [lra |]. intros c near. rewrite value_at_the_point.
  assert (close : forall i, (i < 6)%nat -> - / 4 < c i - moved_point i < / 4).
  { intros i inside. specialize (near i inside). apply Rabs_def2 in near. lra. }
  pose proof (close 0%nat ltac:(lia)). pose proof (close 2%nat ltac:(lia)).
  pose proof (close 4%nat ltac:(lia)). pose proof (close 5%nat ltac:(lia)). simpl in *.
  apply risk_in_the_region; lra.
Qed.
End Risk.

Lemma moved_line_risk : exists L, is_risk (normal_mean 2) moved_line L.
Proof.
  eexists. apply (plane_risk _ 3 6 4 6); intros i inside; do 6 (destruct i as [| i]; [unfold third_moved; simpl; lia |]); lia.
Qed.

Lemma half_targets_bound : 2 - 2 * ga < 2 / 1000.
Proof. rewrite ga_value. interval. Qed.

(** ** The value that Theorem 9 promises *)

Definition sum_of_masses : R := (2 * (al + be) - 4 * k * ga) / (1 + h - 2 * k ^ 2).
Definition difference_of_masses : R := 2 * (al - be) / (1 - h).
Definition promised : R := 1 - / 4 * (al * (sum_of_masses + difference_of_masses) +
  be * (sum_of_masses - difference_of_masses) + 2 * ga * (2 * ga - k * sum_of_masses)).
Definition masses (r : nat) : R := match r with
  | 0%nat => 1 + (sum_of_masses + difference_of_masses) / 2 | 1%nat => 1 + (sum_of_masses - difference_of_masses) / 2
  | _ => 2 * ga - k * sum_of_masses end.

Lemma its_sums (r : nat) : (r < 4)%nat ->
  line_sums 6 third_moved half_targets r = match r with 0%nat | 1%nat => 1 | 2%nat => 0 | _ => 2 end.
Proof.
  intros inside. unfold line_sums, half_targets, third_moved.
  assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 3)%nat as [-> | [-> | [-> | ->]]] by lia; simpl;
    rewrite ?Rabs_R1, ?(Rabs_left (-1)), ?(Rabs_right (/ 2)) by lra; field.
Qed.

Lemma moments (r : nat) : (r < 4)%nat -> even_moment moved_line 4 third_moved half_targets r =
  match r with 0%nat => 1 + h + 2 * al | 1%nat => 1 + h + 2 * be | 2%nat => 2 * k + 2 * ga | _ => al + be + 2 end.
Proof.
  intros inside. unfold even_moment. change (target_neurons moved_line) with 6%nat. cbn [sum].
  rewrite !its_sums, !kernel_of_lines by lia.
  assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 3)%nat as [-> | [-> | [-> | ->]]] by lia; unfold kernel_table; simpl; ring.
Qed.

(** Without even force on three lines: three linear equations. *)
Lemma force_equations (q : nat -> R) : no_even_force moved_line 4 third_moved half_targets q <->
  q 0%nat + h * q 1%nat + k * q 2%nat = 1 + h + 2 * al /\ h * q 0%nat + q 1%nat + k * q 2%nat = 1 + h + 2 * be /\
  k * (q 0%nat + q 1%nat) + q 2%nat = 2 * k + 2 * ga.
Proof.
  unfold no_even_force. change (lines moved_line) with 3%nat. split.
  - intros rows. pose proof (rows 0%nat ltac:(lia)) as row0. pose proof (rows 1%nat ltac:(lia)) as row1.
    pose proof (rows 2%nat ltac:(lia)) as row2. cbn [sum] in *. rewrite !kernel_of_lines, !moments in * by lia.
    unfold kernel_table in *. simpl in *. lra.
  - intros equations r inside. cbn [sum]. rewrite !kernel_of_lines, !moments by lia.
    assert (r = 0 \/ r = 1 \/ r = 2)%nat as [-> | [-> | ->]] by lia; unfold kernel_table; simpl; lra.
Qed.

Lemma coefficients : 0 < 1 + h - 2 * k ^ 2 /\ 0 < 1 - h.
Proof. unfold h, k, w. split; interval. Qed.

Lemma masses_solve : no_even_force moved_line 4 third_moved half_targets masses.
Proof.
  apply force_equations. destruct coefficients as [first second]. unfold masses.
  assert (total_is : (1 + h) * sum_of_masses + 2 * k * (2 * ga - k * sum_of_masses) = 2 * (al + be))
    by (unfold sum_of_masses; field; lra).
  assert (difference : (1 - h) * difference_of_masses = 2 * (al - be)) by (unfold difference_of_masses; field; lra).
  repeat split; lra.
Qed.

Lemma promised_value (q : nat -> R) : no_even_force moved_line 4 third_moved half_targets q ->
  schur_value moved_line 4 third_moved half_targets q = promised.
Proof.
  intros rows. apply force_equations in rows. destruct rows as [row0 [row1 row2]], coefficients as [first second].
  assert (total_is : q 0%nat + q 1%nat - 2 = sum_of_masses).
  { apply (Rmult_eq_reg_l (1 + h - 2 * k ^ 2)); [| lra].
    transitivity (2 * (al + be) - 4 * k * ga); [| unfold sum_of_masses; field; lra].
    replace (q 2%nat) with (2 * k + 2 * ga - k * (q 0%nat + q 1%nat)) in * by lra. lra. }
  assert (difference : q 0%nat - q 1%nat = difference_of_masses).
  { apply (Rmult_eq_reg_l (1 - h)); [| lra]. transitivity (2 * (al - be)); [lra |].
    unfold difference_of_masses. field. lra. }
  unfold schur_value. change (target_neurons moved_line) with 6%nat. change (lines moved_line) with 3%nat. cbn [sum].
  rewrite !its_sums, !moments by lia.
  transitivity (1 - / 4 * (al * (2 * q 0%nat - 2) + be * (2 * q 1%nat - 2) + 2 * ga * q 2%nat) +
    / 4 * (2 * al + 2 * be + 2 + 2 * h - (q 0%nat + h * q 1%nat + k * q 2%nat) - (h * q 0%nat + q 1%nat + k * q 2%nat)));
    [field |].
  rewrite row0, row1. unfold promised. rewrite <- total_is, <- difference.
  replace (2 * ga - k * (q 0%nat + q 1%nat - 2)) with (q 2%nat) by lra. field.
Qed.

Lemma promised_bounds : 23 / 100000 < promised < 25 / 100000.
Proof.
  unfold promised, sum_of_masses, difference_of_masses, h, k, w. rewrite al_value, be_value, ga_value.
  split; interval.
Qed.

(** ** The theorem and its wrong variants *)

Theorem theorem_9_zero_weights_proved : theorem_9_zero_weights.
Proof.
  destruct point_bounds as [? [? [? _]]]. split; [| split; [exact half_targets_bound |]].
  - exists (1 + x0), (1 + x1), y, least_risk. split; [lra | split; [lra | split; [lra |]]]. intros L L_is_risk.
    split; [exact (point_is_a_minimum L L_is_risk) | split; [exact (value_at_the_point L L_is_risk) |]].
    split; [pose proof least_risk_bounds; lra | exact (value_at_half_targets L L_is_risk)].
  - exists masses. split; [exact masses_solve |]. rewrite (promised_value _ masses_solve). pose proof promised_bounds. lra.
Qed.

Theorem theorem_9_zero_weights_wrong_global_refuted : ~ theorem_9_zero_weights_wrong_global.
Proof.
  intros [[m0 [m1 [m2 [value [_ [_ [_ wrong]]]]]]] _]. destruct moved_line_risk as [L L_is_risk].
  destruct (wrong L L_is_risk) as [below [value_is [bounds other]]]. specialize (below half_targets).
  pose proof half_targets_bound. rewrite other, value_is in below. unfold ga in *. lra.
Qed.

Theorem theorem_9_zero_weights_wrong_risk_refuted : ~ theorem_9_zero_weights_wrong_risk.
Proof.
  intros [[m0 [m1 [m2 [value [? [? [? wrong]]]]]]] _]. destruct moved_line_risk as [L L_is_risk].
  destruct (wrong L L_is_risk) as [_ [value_is [bounds _]]]. pose proof least_risk_bounds.
  match type of value_is with L ?c = _ =>
    pose proof (risk_in_the_region L L_is_risk c ltac:(simpl; lra) ltac:(simpl; lra) ltac:(simpl; lra) ltac:(simpl; lra)) end.
  lra.
Qed.

Theorem theorem_9_zero_weights_wrong_promise_refuted : ~ theorem_9_zero_weights_wrong_promise.
Proof.
  intros [_ [_ [q [rows bounds]]]]. rewrite (promised_value q rows) in bounds. pose proof promised_bounds. lra.
Qed.
