(** Theorem 5, other regions: when one with weights of one sign on one input has a bad minimizer, for any numbers. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.matched statements.regions.
From pnn2017 Require Import landscape.means matched.risk degree_one.one_sign degree_one.spread degree_one.energy.
Local Open Scope R_scope.

(** ** The sums of a network *)

Section Network.
Variables (mean : functional) (p : problem) (L : (nat -> R) -> R) (its_line : nat -> nat) (its_c : nat -> R).
Hypothesis standard : standard_law (inputs p) mean.
Hypothesis occupied : neurons_on_lines p.
Hypothesis two : two_on_each_line p.
Hypothesis are_axes : axes p.
Hypothesis on_lines : target_on_lines p its_line its_c.
Hypothesis kernel : has_kernel mean p (psi_kernel p).
Hypothesis L_is_risk : is_risk mean p L.
Let k := neurons p.
Let surplus_of := surplus p its_line its_c.
Let positive := fun r => its_mass p its_line its_c r 1.
Let negative := fun r => its_mass p its_line its_c r (-1).

Lemma mass_nonnegative (r : nat) (sign : R) : 0 <= its_mass p its_line its_c r sign.
Proof.
  apply sum_nonnegative. intros i _. destruct (its_line i =? r)%nat; [apply relu_nonnegative | lra].
Qed.

Lemma signed_sum (c : nat -> R) (r : nat) : (r < lines p)%nat ->
  excess_sum p c r = on_line k (line p) r c - (positive r - negative r).
Proof.
  intros r_in. destruct are_axes as [same is_axis]. rewrite same in r_in. unfold excess_sum. f_equal.
  - apply sum_ext. intros i i_in. unfold weights. rewrite is_axis by (easy || now apply occupied).
    rewrite (Nat.eqb_sym r). destruct (line p i =? r)%nat; ring.
  - unfold positive, negative, its_mass. rewrite <- sum_minus. apply sum_ext. intros i i_in.
    destruct (on_lines i i_in) as [on ->]; [| easy]. rewrite is_axis by easy. rewrite (Nat.eqb_sym r).
    destruct (its_line i =? r)%nat; [| ring].
    pose proof (relu_difference (its_c i)) as parts. rewrite Rmult_1_l.
    replace (-1 * its_c i) with (- its_c i) by ring. lra.
Qed.

Lemma sizes_sum (c : nat -> R) (r : nat) :
  surplus_of c r = on_line k (line p) r (fun i => Rabs (c i)) - (positive r + negative r).
Proof.
  unfold surplus_of, surplus. f_equal. unfold line_sums, positive, negative, its_mass. rewrite <- sum_plus.
  apply sum_ext. intros i _. destruct (its_line i =? r)%nat; [| ring]. rewrite <- relu_sum, Rmult_1_l.
  now replace (-1 * its_c i) with (- its_c i) by ring.
Qed.

Lemma risk_is_energy (c : nat -> R) : L c = / 4 * energy (lines p) (excess_sum p c) (surplus_of c).
Proof.
  rewrite (mean_unique _ _ (is_law _ _ standard) _ _ _ (L_is_risk c)
    (mean_of_two_squares mean p its_line its_c standard occupied on_lines kernel c)).
  unfold two_squares, energy, dot. rewrite <- (proj1 are_axes), Rmult_plus_distr_l. f_equal. f_equal.
  rewrite (sum_ext (lines p) _ (fun r => (1 - cross) * (surplus_of c r * surplus_of c r) +
    cross * (sum (lines p) (surplus_of c)) * surplus_of c r)).
  - rewrite sum_plus, !sum_scale. ring.
  - intros r r_in.
    change (sum (lines p) (fun s => surplus_of c r * surplus_of c s * psi_kernel p r s) =
      (1 - cross) * (surplus_of c r * surplus_of c r) + cross * sum (lines p) (surplus_of c) * surplus_of c r).
    rewrite (sum_ext (lines p) _ (fun s => cross * surplus_of c r * surplus_of c s +
      (if (s =? r)%nat then (1 - cross) * surplus_of c r * surplus_of c s else 0))).
    + rewrite sum_plus, sum_scale.
      rewrite (sum_delta (lines p) r (fun s => (1 - cross) * surplus_of c r * surplus_of c s)) by easy. ring.
    + intros s s_in. rewrite (kernel_of_axes p are_axes) by easy. rewrite (Nat.eqb_sym s r).
      destruct (r =? s)%nat; ring.
Qed.

Lemma risk_nonnegative (c : nat -> R) : 0 <= L c.
Proof. rewrite risk_is_energy. pose proof (energy_nonnegative (lines p) (excess_sum p c) (surplus_of c)). lra. Qed.

Lemma two_here (r : nat) : (r < lines p)%nat -> two_on k (line p) r.
Proof. intros r_in. destruct (two r r_in) as [i [j found]]. now exists i, j. Qed.

(** Both signs on every input fit the target. *)
Lemma zero_is_reached : exists c, L c = 0.
Proof.
  exists (spread k (line p) positive negative). rewrite risk_is_energy.
  enough (energy (lines p) (excess_sum p (spread k (line p) positive negative))
    (surplus_of (spread k (line p) positive negative)) = 0) by lra.
  assert (odd : forall r, (r < lines p)%nat -> excess_sum p (spread k (line p) positive negative) r = 0).
  { intros r r_in. rewrite signed_sum, spread_sum by (easy || now apply two_here). ring. }
  assert (even : forall r, (r < lines p)%nat -> surplus_of (spread k (line p) positive negative) r = 0).
  { intros r r_in. rewrite sizes_sum, spread_sizes; [ring | now apply two_here | |]; apply mass_nonnegative. }
  unfold energy. rewrite (sum_zero _ _ even), !(sum_zero (lines p)); [ring | |]; intros r r_in; cbv beta.
  - rewrite even by easy. ring.
  - rewrite odd by easy. ring.
Qed.

(** ** The region *)

Variables (a : nat) (sign : R).
Hypothesis a_in : (a < lines p)%nat.
Hypothesis unit : sign = 1 \/ sign = -1.
Let kappa := kappa_of (inputs p).
Let P := its_mass p its_line its_c a sign.
Let N := its_mass p its_line its_c a (- sign).

Lemma lines_are_occupied : lines_occupied p.
Proof.
  split; [exact occupied |]. intros r r_in. destruct (two r r_in) as [i [j [before [inside [on _]]]]]. exists i.
  split; [unfold k in *; lia | easy].
Qed.

Lemma minimum_in_the_region (c : nat -> R) : one_signed_at p a sign c -> local_minimum k L c ->
  L c = one_signed_value kappa P N /\ line_sums k (line p) c a = one_signed_mass kappa P N.
Proof.
  intros [one_signed others_mixed] minimum.
  exact (theorem_5_one_sign_proved mean p L its_line its_c a sign c standard lines_are_occupied are_axes on_lines kernel
    L_is_risk a_in unit one_signed others_mixed minimum).
Qed.

Lemma region_bounds : 0 < cross < 1 /\ 0 < 1 + cross * (INR (inputs p) - 2) /\ 0 < kappa.
Proof. exact (denominators p a are_axes a_in). Qed.

Lemma only_if (c : nat -> R) : one_signed_at p a sign c -> bad_minimum p L c ->
  0 < N /\ (1 - kappa) * N < (1 + kappa) * P.
Proof.
  intros region [minimum bad]. destruct (minimum_in_the_region c region minimum) as [value mass].
  destruct region_bounds as [_ [_ positive_kappa]]. split.
  - destruct (mass_nonnegative a (- sign)) as [| none]; [easy | exfalso]. apply bad. intros c'.
    rewrite value. unfold one_signed_value, N. rewrite <- none. pose proof (risk_nonnegative c'). simpl. lra.
  - destruct (two_here a a_in) as [i [j [before [inside [on _]]]]].
    assert (some : 0 < line_sums k (line p) c a).
    { apply Rlt_le_trans with (Rabs (c i)).
      - apply Rabs_pos_lt. intros zero. pose proof (proj1 region i ltac:(unfold k in *; lia) on) as here.
        rewrite zero in here. lra.
      - apply (on_line_at_least k (line p) a i (fun i => Rabs (c i))); [lia | easy |]. intros; apply Rabs_pos. }
    rewrite mass in some. unfold one_signed_mass in some.
    replace ((1 - kappa) * N) with ((1 + kappa) * ((1 - kappa) / (1 + kappa) * N)) by (field; lra).
    apply Rmult_lt_compat_l; lra.
Qed.

Hypothesis condition : 0 < N /\ (1 - kappa) * N < (1 + kappa) * P.
Definition mass_here : R := P - (1 - kappa) / (1 + kappa) * N.
Definition added : R := cross * (2 * N) / ((1 + kappa) * (1 + cross * (INR (inputs p) - 2))).
Definition first_share (r : nat) : R := if (r =? a)%nat then sign * (mass_here / 2) else positive r + added / 2.
Definition other_share (r : nat) : R := if (r =? a)%nat then - sign * (mass_here / 2) else negative r + added / 2.
Definition bad_point : nat -> R := spread k (line p) first_share other_share.

Lemma shares_positive : 0 < mass_here /\ 0 < added.
Proof.
  destruct condition as [N_positive enough]. destruct region_bounds as [inside [below positive_kappa]]. split.
  - unfold mass_here. assert ((1 - kappa) / (1 + kappa) * N < P); [| lra].
    apply (Rmult_lt_reg_l (1 + kappa)); [lra |].
    replace ((1 + kappa) * ((1 - kappa) / (1 + kappa) * N)) with ((1 - kappa) * N) by (field; lra). exact enough.
  - unfold added. apply Rdiv_lt_0_compat; [| apply Rmult_lt_0_compat; lra]. apply Rmult_lt_0_compat; lra.
Qed.

Lemma size_on_the_line (i : nat) : (i < k)%nat -> line p i = a ->
  mass_here / 2 / others k (line p) a <= sign * bad_point i.
Proof.
  intros inside on. destruct shares_positive as [some _]. pose proof (others_of_two _ _ a (two_here a a_in)) as count.
  assert (square : sign * sign = 1) by (destruct unit as [e | e]; rewrite e; ring).
  unfold bad_point, spread, first_share, other_share. rewrite on, Nat.eqb_refl. destruct (seen (line p) i a).
  - right. replace (sign * - (- sign * (mass_here / 2) / others k (line p) a)) with
      (sign * sign * (mass_here / 2 / others k (line p) a)) by (field; lra). rewrite square. ring.
  - replace (sign * (sign * (mass_here / 2))) with (sign * sign * (mass_here / 2)) by ring.
    rewrite square, Rmult_1_l. apply (Rmult_le_reg_r (others k (line p) a)); [lra |].
    replace (mass_here / 2 / others k (line p) a * others k (line p) a) with (mass_here / 2) by (field; lra).
    rewrite <- (Rmult_1_r (mass_here / 2)) at 1. apply Rmult_le_compat_l; lra.
Qed.

Lemma step_positive : 0 < mass_here / 2 / others k (line p) a.
Proof.
  destruct shares_positive as [some _]. pose proof (others_of_two _ _ a (two_here a a_in)).
  apply Rdiv_lt_0_compat; lra.
Qed.

Lemma signs_elsewhere (i : nat) : (i < k)%nat -> line p i <> a ->
  if seen (line p) i (line p i) then bad_point i < 0 else 0 < bad_point i.
Proof.
  intros inside other. destruct shares_positive as [_ some]. pose proof (mass_nonnegative (line p i) 1).
  pose proof (mass_nonnegative (line p i) (-1)). apply spread_signs; [now apply two_here, occupied | |];
    unfold first_share, other_share; rewrite (proj2 (Nat.eqb_neq _ _) other); unfold positive, negative; lra.
Qed.

Lemma bad_point_in_the_region : no_zero_weight p bad_point /\ one_signed_at p a sign bad_point.
Proof.
  pose proof step_positive. split; [| split].
  - intros i inside zero. destruct (Nat.eq_dec (line p i) a) as [on | other].
    + pose proof (size_on_the_line i inside on) as size. rewrite zero in size. lra.
    + pose proof (signs_elsewhere i inside other) as signed. rewrite zero in signed. destruct seen; lra.
  - intros i inside on. pose proof (size_on_the_line i inside on). lra.
  - intros r r_in other. destruct (two_here r r_in) as [i [j [before [inside [on on']]]]]. split.
    + destruct (first_exists (line p) k r) as [f [f_in [f_on f_first]]]; [now apply (seen_before _ i); [lia |] |].
      exists f. split; [easy | split; [easy |]]. pose proof (signs_elsewhere f f_in ltac:(congruence)) as signed.
      now rewrite f_on, f_first in signed.
    + exists j. split; [easy | split; [easy |]]. pose proof (signs_elsewhere j inside ltac:(congruence)) as signed.
      now rewrite on', (seen_before (line p) i j r) in signed by easy.
Qed.

(** On a line of one sign the sizes are the signed sum. *)
Lemma one_signed_sizes (c : nat -> R) : (forall i, (i < k)%nat -> line p i = a -> 0 < sign * c i) ->
  surplus_of c a = sign * excess_sum p c a - 2 * N.
Proof.
  intros signed. rewrite sizes_sum, signed_sum by easy.
  rewrite (on_line_ext k (line p) a (fun i => Rabs (c i)) (fun i => sign * c i + 0 * c i)).
  - rewrite on_line_linear. unfold N, positive, negative. destruct unit as [e | e]; rewrite e.
    + change (- (1)) with (-1). ring.
    + replace (- -1) with 1 by ring. ring.
  - intros i inside on. pose proof (signed i inside on) as here. destruct unit as [e | e]; rewrite e in here |- *.
    + rewrite Rabs_right by lra. ring.
    + rewrite Rabs_left by lra. ring.
Qed.

Lemma excess_here : sign * excess_sum p bad_point a = - 2 * N / (1 + kappa) + 2 * N.
Proof.
  destruct region_bounds as [_ [_ positive_kappa]]. rewrite signed_sum by easy. unfold bad_point.
  rewrite spread_sum by now apply two_here. unfold first_share, other_share. rewrite Nat.eqb_refl.
  transitivity (sign * sign * mass_here - (P - N)).
  - unfold P, N, positive, negative. destruct unit as [e | e]; rewrite e; [change (- (1)) with (-1); field |].
    replace (- -1) with 1 by ring. field.
  - replace (sign * sign) with 1 by (destruct unit as [e | e]; rewrite e; ring). unfold mass_here. field. lra.
Qed.

Lemma sums_elsewhere (r : nat) : (r < lines p)%nat -> r <> a ->
  excess_sum p bad_point r = 0 /\ surplus_of bad_point r = added.
Proof.
  intros r_in other. destruct shares_positive as [_ some].
  assert (shares : first_share r = positive r + added / 2 /\ other_share r = negative r + added / 2).
  { unfold first_share, other_share. now rewrite (proj2 (Nat.eqb_neq _ _) other). }
  pose proof (mass_nonnegative r 1). pose proof (mass_nonnegative r (-1)). rewrite signed_sum, sizes_sum by easy.
  unfold bad_point. rewrite spread_sum, spread_sizes by (try (now apply two_here);
    rewrite ?(proj1 shares), ?(proj2 shares); unfold positive, negative; lra).
  rewrite (proj1 shares), (proj2 shares). split; field.
Qed.

Lemma bad_point_is_a_minimum : local_minimum k L bad_point.
Proof.
  destruct region_bounds as [inside [below positive_kappa]].
  assert (square : sign * sign = 1) by (destruct unit as [e | e]; rewrite e; ring).
  exists (mass_here / 2 / others k (line p) a). split; [exact step_positive |]. intros c near.
  assert (signed : forall i, (i < k)%nat -> line p i = a -> 0 < sign * c i).
  { intros i i_in on. pose proof (size_on_the_line i i_in on). specialize (near i i_in). apply Rabs_def2 in near.
    destruct unit as [e | e]; rewrite e in *; lra. }
  pose proof (one_signed_sizes bad_point (proj1 (proj2 bad_point_in_the_region))) as sizes.
  assert (surplus_here : surplus_of bad_point a = - 2 * N / (1 + kappa)) by (rewrite sizes, excess_here; ring).
  rewrite !risk_is_energy. apply Rmult_le_compat_l; [lra |].
  destruct (forces_of_one_surplus (lines p) a a_in (surplus_of bad_point) (- 2 * N / (1 + kappa))) as [none here].
  - now rewrite (proj1 are_axes).
  - intros r r_in. destruct (Nat.eqb_spec r a) as [-> | other]; [exact surplus_here |].
    rewrite (proj2 (sums_elsewhere r r_in other)), (proj1 are_axes). unfold added. field. lra.
  - apply (energy_least (lines p) a sign a_in square).
    + intros r r_in other. split; [now apply sums_elsewhere | now apply none].
    + rewrite here, excess_here, (proj1 are_axes). fold kappa. field. lra.
    + rewrite sizes, (one_signed_sizes c signed). ring.
Qed.

Lemma bad_point_is_bad : bad_minimum p L bad_point.
Proof.
  split; [exact bad_point_is_a_minimum |]. intros global. destruct zero_is_reached as [c zero].
  specialize (global c). rewrite zero in global. destruct region_bounds as [_ [_ positive_kappa]].
  rewrite (proj1 (minimum_in_the_region bad_point (proj2 bad_point_in_the_region) bad_point_is_a_minimum)) in global.
  assert (0 < one_signed_value kappa P N); [| lra]. unfold one_signed_value. destruct condition as [N_positive _].
  apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; lra | now apply pow_lt].
Qed.
End Network.

Theorem theorem_5_bad_regions_proved : theorem_5_bad_regions.
Proof.
  intros mean p L its_line its_c a sign standard occupied two are_axes on_lines kernel L_is_risk a_in unit P N. split.
  - intros [c [region bad]].
    now apply (only_if mean p L its_line its_c standard occupied two are_axes on_lines kernel L_is_risk a sign a_in unit c).
  - intros condition. exists (bad_point p its_line its_c a sign).
    pose proof (bad_point_in_the_region p its_line its_c occupied two are_axes a sign a_in unit condition)
      as [nonzero region].
    split; [easy | split; [easy |]].
    now apply (bad_point_is_bad mean p L its_line its_c standard occupied two are_axes on_lines kernel L_is_risk a sign
      a_in unit condition).
Qed.
