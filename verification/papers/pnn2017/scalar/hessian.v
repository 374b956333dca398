(** Theorem 3: the Hessian of the risk with one input and its rank, for any number of neurons. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.networks statements.matrices statements.one_input.
From pnn2017 Require Import landscape.means landscape.axes_law scalar.masses scalar.minima scalar.variants.
Local Open Scope R_scope.

(** ** Derivatives: within a region each mass changes linearly with one weight *)

Definition slope_of (a b : R) (k : nat) (s : nat -> R) (i : nat) (w : nat -> R) : R :=
  (1 + s i) / 2 * (positive_mass k w - a) - (1 - s i) / 2 * (negative_mass k w - b).

Lemma masses_near (k : nat) (s w : nat -> R) (i : nat) : signs k s -> in_region k s w -> (i < k)%nat ->
  locally 0 (fun t => positive_mass k (moved w i t) = positive_mass k w + (1 + s i) / 2 * t /\
                      negative_mass k (moved w i t) = negative_mass k w - (1 - s i) / 2 * t).
Proof.
  intros all inside i_in. specialize (inside i i_in).
  assert (size : 0 < Rabs (w i)) by (apply Rabs_pos_lt; intros zero; rewrite zero in inside; lra).
  exists (mkposreal _ size). intros t near. apply Rabs_def2 in near. unfold minus, plus, opp in near; simpl in near.
  rewrite positive_mass_moved, negative_mass_moved by easy.
  destruct (all i i_in) as [sign | sign]; rewrite sign in *.
  - rewrite Rabs_right in near by lra. rewrite !relu_of_nonnegative, !relu_of_nonpositive by lra. lra.
  - rewrite Rabs_left in near by lra.
    rewrite (relu_of_nonpositive (w i + t)), (relu_of_nonpositive (w i)), (relu_of_nonnegative (- (w i + t))),
      (relu_of_nonnegative (- w i)) by lra. lra.
Qed.

Theorem theorem_3_hessian_proved : theorem_3_hessian.
Proof.
  intros mean p L standard scalar L_is_risk s all.
  pose proof (risk_of_masses mean p L standard scalar L_is_risk) as formula.
  set (k := neurons p) in *. set (a := its_positive_mass p) in *. set (b := its_negative_mass p) in *.
  exists (slope_of a b k s). intros w inside i i_in. split; [| intros j j_in].
  - apply (is_derive_ext_loc (fun t => / 2 * (positive_mass k w + (1 + s i) / 2 * t - a) ^ 2 +
                                       / 2 * (negative_mass k w - (1 - s i) / 2 * t - b) ^ 2)).
    + apply (filter_imp _ _ (F := locally 0)) with (2 := masses_near k s w i all inside i_in).
      intros t [P N]. now rewrite formula, P, N.
    + auto_derive; [easy |]. unfold slope_of. set (P := positive_mass k w). set (N := negative_mass k w). field.
  - apply (is_derive_ext_loc (fun t => (1 + s i) / 2 * (positive_mass k w + (1 + s j) / 2 * t - a) -
                                       (1 - s i) / 2 * (negative_mass k w - (1 - s j) / 2 * t - b))).
    + apply (filter_imp _ _ (F := locally 0)) with (2 := masses_near k s w j all inside j_in).
      intros t [P N]. unfold slope_of. now rewrite P, N.
    + auto_derive; [easy |]. unfold hessian. field.
Qed.

Lemma product_of_sums (k : nat) (f g : nat -> R) :
  sum k f * sum k g = sum k (fun i => sum k (fun j => f i * g j)).
Proof. rewrite <- sum_scale_right. apply sum_ext. intros. now rewrite sum_scale. Qed.

(** ** Rank *)

(** H v is (A + s B) / 2 with A the sum of v and B that of s v. *)
Lemma image_of_sums (k : nat) (s v : nat -> R) (i : nat) :
  image k (hessian s) v i = / 2 * (sum k v + s i * sum k (fun j => s j * v j)).
Proof.
  unfold image, hessian. rewrite <- sum_scale, <- sum_plus, <- sum_scale. apply sum_ext. intros. ring.
Qed.

Lemma quadratic_of_sums (k : nat) (s v : nat -> R) : quadratic k (hessian s) v =
  / 2 * (sum k v * sum k v) + / 2 * (sum k (fun j => s j * v j) * sum k (fun j => s j * v j)).
Proof.
  rewrite !product_of_sums. unfold quadratic, hessian. rewrite <- !sum_scale, <- sum_plus. apply sum_ext. intros i _.
  rewrite <- !sum_scale, <- sum_plus. apply sum_ext. intros. ring.
Qed.

Definition unit_at (i : nat) (a : R) : nat -> R := fun j => if (j =? i)%nat then a else 0.

Lemma sum_of_unit (k i : nat) (f : nat -> R) (a : R) : (i < k)%nat -> sum k (fun j => f j * unit_at i a j) = f i * a.
Proof.
  intros inside. rewrite <- (sum_delta k i (fun j => f j * a)) by easy. apply sum_ext. intros j _.
  unfold unit_at. destruct (j =? i)%nat; ring.
Qed.

Lemma image_of_two (k : nat) (s : nat -> R) (i j n : nat) (a b : R) : (i < k)%nat -> (j < k)%nat ->
  image k (hessian s) (fun t => unit_at i a t + unit_at j b t) n =
  / 2 * (a + b + s n * (s i * a + s j * b)).
Proof.
  intros i_in j_in. rewrite image_of_sums.
  rewrite (sum_ext k (fun t => s t * (unit_at i a t + unit_at j b t))
    (fun t => s t * unit_at i a t + s t * unit_at j b t))
    by (intros; ring).
  rewrite (sum_ext k (fun t => unit_at i a t + unit_at j b t) (fun t => 1 * unit_at i a t + 1 * unit_at j b t))
    by (intros; ring).
  rewrite !sum_plus, !sum_of_unit by easy. ring.
Qed.

Lemma signs_alike (k : nat) (s : nat -> R) : with_one_sign k s ->
  exists sign, sign * sign = 1 /\ forall i, (i < k)%nat -> s i = sign.
Proof.
  intros [_ [all [none | none]]]; [exists (-1) | exists 1]; (split; [ring |]); intros i inside;
    destruct (all i inside); try easy; exfalso; apply none; now exists i.
Qed.

Theorem theorem_3_semidefinite_proved : theorem_3_semidefinite.
Proof. intros k s _ v. rewrite quadratic_of_sums. set (A := sum k v). set (B := sum k _). nra. Qed.

Theorem theorem_3_rank_two_proved : theorem_3_rank_two.
Proof.
  intros k s [_ [[i [i_in plus_sign]] [j [j_in minus_sign]]]].
  exists (fun t n => if (t =? 0)%nat then 1 else s n). repeat split.
  - intros a zero t inside. pose proof (zero i i_in) as at_i. pose proof (zero j j_in) as at_j.
    simpl in at_i, at_j. rewrite plus_sign in at_i. rewrite minus_sign in at_j.
    assert (t = 0 \/ t = 1)%nat as [-> | ->] by lia; lra.
  - intros t inside. assert (t = 0 \/ t = 1)%nat as [-> | ->] by lia; simpl.
    + exists (fun t => unit_at i 1 t + unit_at j 1 t). intros.
      rewrite image_of_two, plus_sign, minus_sign by easy. field.
    + exists (fun t => unit_at i 1 t + unit_at j (-1) t). intros.
      rewrite image_of_two, plus_sign, minus_sign by easy. field.
  - intros v. exists (fun t => if (t =? 0)%nat then / 2 * sum k v else / 2 * sum k (fun j => s j * v j)).
    intros n _. rewrite image_of_sums. simpl. ring.
Qed.

Theorem theorem_3_rank_one_proved : theorem_3_rank_one.
Proof.
  intros k s condition. destruct (signs_alike k s condition) as [sign [unit alike]]. destruct condition as [some _].
  exists (fun _ _ => 1). repeat split.
  - intros a zero t inside. specialize (zero 0%nat some). simpl in zero. replace t with 0%nat by lia. lra.
  - intros t _. exists (fun t => unit_at 0 1 t + unit_at 0 0 t). intros n n_in.
    rewrite image_of_two, !alike by easy. replace (/ 2 * _) with (/ 2 * (1 + sign * sign)) by ring. rewrite unit. field.
  - intros v. exists (fun _ => / 2 * (sum k v + sign * sum k (fun j => s j * v j))). intros n n_in.
    rewrite image_of_sums, alike by easy. simpl. ring.
Qed.

(** ** Wrong variants, with two neurons *)

Lemma plus_signs (k : nat) : signs k (fun _ => 1).
Proof. intros i _. now left. Qed.

Definition apart (i : nat) : R := if (i =? 0)%nat then 1 else -1.
Lemma apart_signs : with_both_signs 2 apart.
Proof.
  split; [| split].
  - intros i _. unfold apart. destruct (i =? 0)%nat; lra.
  - exists 0%nat. split; [lia | easy].
  - exists 1%nat. split; [lia | easy].
Qed.

Lemma alike_signs (k : nat) : (0 < k)%nat -> with_one_sign k (fun _ => 1).
Proof. intros some. split; [easy | split; [apply plus_signs |]]. right. intros [i [_ equal]]. lra. Qed.

Theorem theorem_3_semidefinite_wrong_definite_refuted : ~ theorem_3_semidefinite_wrong_definite.
Proof.
  intros wrong. specialize (wrong 2%nat (fun _ => 1) (plus_signs 2) apart).
  assert (0 < 0); [| lra].
  assert (value : quadratic 2 (hessian (fun _ => 1)) apart = 0) by (unfold quadratic, hessian, apart; simpl; ring).
  rewrite <- value at 2. apply wrong. exists 0%nat. split; [lia | unfold apart; simpl; lra].
Qed.

(** The Hessian of one positive and one negative neuron is the identity, which one vector does not span. *)
Theorem theorem_3_rank_two_wrong_one_refuted : ~ theorem_3_rank_two_wrong_one.
Proof.
  intros wrong. destruct (wrong 2%nat apart apart_signs) as [basis [_ [_ spanned]]].
  destruct (spanned (unit_at 0 1)) as [a first]. destruct (spanned (unit_at 1 1)) as [b second].
  pose proof (first 0%nat ltac:(lia)) as one. pose proof (first 1%nat ltac:(lia)) as zero.
  pose proof (second 1%nat ltac:(lia)) as one'.
  unfold image, hessian, apart, unit_at in *. simpl in *.
  assert (none : basis 0%nat 1%nat = 0).
  { apply (Rmult_eq_reg_l (a 0%nat)); [lra |]. intros vanishes. rewrite vanishes in one. lra. }
  rewrite none in one'. lra.
Qed.

(** That of two positive neurons maps every vector to equal entries. *)
Theorem theorem_3_rank_one_wrong_two_refuted : ~ theorem_3_rank_one_wrong_two.
Proof.
  intros wrong. destruct (wrong 2%nat _ (alike_signs 2 ltac:(lia))) as [basis [free [images _]]].
  assert (equal : forall t, (t < 2)%nat -> basis t 1%nat = basis t 0%nat).
  { intros t inside. destruct (images t inside) as [v image_of]. rewrite !image_of by lia. easy. }
  set (x := basis 0%nat 0%nat). set (y := basis 1%nat 0%nat).
  assert (none : forall i, (i < 2)%nat -> sum 2 (fun t => (if (t =? 0)%nat then y else - x) * basis t i) = 0).
  { intros i inside. assert (i = 0 \/ i = 1)%nat as [-> | ->] by lia; simpl; rewrite ?equal by lia;
      fold x y; ring. }
  pose proof (free _ none 1%nat ltac:(lia)) as x_zero. simpl in x_zero.
  assert (alone : forall i, (i < 2)%nat -> sum 2 (fun t => (if (t =? 0)%nat then 1 else 0) * basis t i) = 0).
  { intros i inside. assert (i = 0 \/ i = 1)%nat as [-> | ->] by lia; simpl; rewrite ?equal by lia; fold x y; lra. }
  pose proof (free _ alone 0%nat ltac:(lia)) as one. simpl in one. lra.
Qed.

(** Two positive neurons against the target 1: the second derivative in the first weight is 1. *)
Lemma second_derivative_unique (H : (nat -> R) -> nat -> nat -> R) : second_derivatives H ->
  H (fun _ => 1) 0%nat 0%nat = 1.
Proof.
  intros claimed. pose proof (fun w => proj1 (at_one_sign _ corollary_1_proved w)) as formula. cbv beta in formula.
  destruct one_sign_masses as [positive negative]. rewrite positive, negative in formula.
  destruct (at_one_sign _ claimed (fun _ => 1) (plus_signs 2)) as [slope derivatives].
  assert (risk : forall x t, 0 < x -> - x < t -> risk_of one_sign (moved (moved (fun _ => 1) 0 (x - 1)) 0 t) =
    / 2 * (x + t) ^ 2).
  { intros x t above near. rewrite formula. unfold positive_mass, negative_mass, moved. simpl. relu_values. field. }
  assert (slopes : forall x, 0 < x -> slope 0%nat (moved (fun _ => 1) 0 (x - 1)) = x).
  { intros x above. assert (inside : in_region 2 (fun _ => 1) (moved (fun _ => 1) 0 (x - 1)))
      by (intros i _; unfold moved; destruct (i =? 0)%nat; lra).
    destruct (derivatives _ inside 0%nat ltac:(simpl; lia)) as [derivative _].
    apply is_derive_unique in derivative. rewrite <- derivative. apply is_derive_unique.
    apply (is_derive_ext_loc (fun t => / 2 * (x + t) ^ 2)).
    - exists (mkposreal x above). intros t near. apply Rabs_def2 in near.
      unfold minus, plus, opp in near; simpl in near. symmetry. apply risk; lra.
    - auto_derive; [easy | field]. }
  assert (start : in_region 2 (fun _ => 1) (fun _ => 1)) by (intros i _; lra).
  destruct (derivatives _ start 0%nat ltac:(simpl; lia)) as [_ second].
  specialize (second 0%nat ltac:(simpl; lia)).
  apply is_derive_unique in second. rewrite <- second. apply is_derive_unique.
  apply (is_derive_ext_loc (fun t => 1 + t)); [| auto_derive; [easy | ring]].
  exists (mkposreal 1 Rlt_0_1). intros t near. apply Rabs_def2 in near. unfold minus, plus, opp in near; simpl in near.
  rewrite <- (slopes (1 + t)) by lra. do 2 f_equal. ring.
Qed.

Theorem theorem_3_hessian_wrong_share_refuted : ~ theorem_3_hessian_wrong_share.
Proof. intros wrong. apply second_derivative_unique in wrong. lra. Qed.

Theorem theorem_3_hessian_wrong_sign_refuted : ~ theorem_3_hessian_wrong_sign.
Proof. intros wrong. apply second_derivative_unique in wrong. lra. Qed.
