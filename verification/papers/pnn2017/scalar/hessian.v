(** Theorem 3: the Hessian of the risk with one input, its rank and its eigenvalues, for any number of neurons. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements landscape.means landscape.axes_law scalar.masses scalar.minima.
Local Open Scope R_scope.

(** ** The expansion: within a region both masses are linear *)

Lemma masses_in_a_region (k : nat) (s w : nat -> R) : signs k s -> in_region k s w ->
  positive_mass k w = sum k (fun i => (1 + s i) / 2 * w i) /\
  negative_mass k w = sum k (fun i => - (1 - s i) / 2 * w i).
Proof.
  intros all inside. split; apply sum_ext; intros i i_in; specialize (inside i i_in);
    destruct (all i i_in) as [sign | sign]; rewrite sign in *.
  - rewrite relu_of_nonnegative by lra. field.
  - rewrite relu_of_nonpositive by lra. field.
  - rewrite relu_of_nonpositive by lra. field.
  - rewrite relu_of_nonnegative by lra. field.
Qed.

Lemma product_of_sums (k : nat) (f g : nat -> R) :
  sum k f * sum k g = sum k (fun i => sum k (fun j => f i * g j)).
Proof. rewrite <- sum_scale_right. apply sum_ext. intros. now rewrite sum_scale. Qed.

Theorem theorem_3_hessian_proved : theorem_3_hessian.
Proof.
  intros mean p L standard scalar L_is_risk s w all inside.
  pose proof (risk_of_masses mean p L standard scalar L_is_risk) as formula.
  destruct (masses_in_a_region _ s w all inside) as [P N].
  set (k := neurons p) in *. set (a := its_positive_mass p) in *. set (b := its_negative_mass p) in *.
  exists (fun i => (positive_mass k w - a) * ((1 + s i) / 2) + (negative_mass k w - b) * (- (1 - s i) / 2)).
  intros v still. destruct (masses_in_a_region _ s _ all still) as [P' N'].
  set (Pv := sum k (fun i => (1 + s i) / 2 * v i)). set (Nv := sum k (fun i => - (1 - s i) / 2 * v i)).
  assert (P_moved : positive_mass k (fun i => w i + v i) = positive_mass k w + Pv).
  { rewrite P', P. unfold Pv. rewrite <- sum_plus. apply sum_ext. intros. ring. }
  assert (N_moved : negative_mass k (fun i => w i + v i) = negative_mass k w + Nv).
  { rewrite N', N. unfold Nv. rewrite <- sum_plus. apply sum_ext. intros. ring. }
  assert (linear : sum k (fun i => ((positive_mass k w - a) * ((1 + s i) / 2) +
      (negative_mass k w - b) * (- (1 - s i) / 2)) * v i) =
    (positive_mass k w - a) * Pv + (negative_mass k w - b) * Nv).
  { unfold Pv, Nv. rewrite <- !sum_scale, <- sum_plus. apply sum_ext. intros. ring. }
  assert (squares : quadratic k (hessian (/ 2) s) v = Pv * Pv + Nv * Nv).
  { unfold Pv, Nv, quadratic, hessian. rewrite !product_of_sums, <- sum_plus. apply sum_ext. intros i _.
    rewrite <- sum_plus. apply sum_ext. intros. field. }
  rewrite linear, squares, !formula, P_moved, N_moved. field.
Qed.

(** ** Rank *)

(** H v is (A + s B) / 2 with A the sum of v and B that of s v. *)
Lemma image_of_sums (k : nat) (s v : nat -> R) (i : nat) :
  image k (hessian (/ 2) s) v i = / 2 * (sum k v + s i * sum k (fun j => s j * v j)).
Proof.
  unfold image, hessian. rewrite <- sum_scale, <- sum_plus, <- sum_scale. apply sum_ext. intros. ring.
Qed.

Lemma quadratic_of_sums (k : nat) (s v : nat -> R) : quadratic k (hessian (/ 2) s) v =
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
  image k (hessian (/ 2) s) (fun t => unit_at i a t + unit_at j b t) n =
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

Lemma rank_two (k : nat) (s : nat -> R) : has_sign k s 1 -> has_sign k s (-1) -> has_rank k (hessian (/ 2) s) 2.
Proof.
  intros [i [i_in plus_sign]] [j [j_in minus_sign]].
  exists (fun t n => if (t =? 0)%nat then 1 else s n). repeat split.
  - intros t inside. assert (t = 0 \/ t = 1)%nat as [-> | ->] by lia; simpl.
    + exists (fun t => unit_at i 1 t + unit_at j 1 t). intros.
      rewrite image_of_two, plus_sign, minus_sign by easy. field.
    + exists (fun t => unit_at i 1 t + unit_at j (-1) t). intros.
      rewrite image_of_two, plus_sign, minus_sign by easy. field.
  - intros v. exists (fun t => if (t =? 0)%nat then / 2 * sum k v else / 2 * sum k (fun j => s j * v j)).
    intros n _. rewrite image_of_sums. simpl. ring.
  - intros a zero t inside. pose proof (zero i i_in) as at_i. pose proof (zero j j_in) as at_j.
    simpl in at_i, at_j. rewrite plus_sign in at_i. rewrite minus_sign in at_j.
    assert (t = 0 \/ t = 1)%nat as [-> | ->] by lia; lra.
Qed.

Lemma rank_one (k : nat) (s : nat -> R) (sign : R) : (0 < k)%nat -> sign * sign = 1 ->
  (forall i, (i < k)%nat -> s i = sign) -> has_rank k (hessian (/ 2) s) 1.
Proof.
  intros some unit alike. exists (fun _ _ => 1). repeat split.
  - intros t _. exists (fun t => unit_at 0 1 t + unit_at 0 0 t). intros n n_in.
    rewrite image_of_two, !alike by easy. replace (/ 2 * _) with (/ 2 * (1 + sign * sign)) by ring. rewrite unit. field.
  - intros v. exists (fun _ => / 2 * (sum k v + sign * sum k (fun j => s j * v j))). intros n n_in.
    rewrite image_of_sums, alike by easy. simpl. ring.
  - intros a zero t inside. specialize (zero 0%nat some). simpl in zero. replace t with 0%nat by lia. lra.
Qed.

Theorem theorem_3_rank_proved : theorem_3_rank.
Proof.
  intros k s all. split; [| split].
  - intros v. rewrite quadratic_of_sums. set (A := sum k v). set (B := sum k _). nra.
  - now apply rank_two.
  - intros some [no_plus | no_minus].
    + apply (rank_one k s (-1)); [easy | ring |]. intros i inside. destruct (all i inside); [| easy].
      exfalso. apply no_plus. now exists i.
    + apply (rank_one k s 1); [easy | ring |]. intros i inside. destruct (all i inside); [easy |].
      exfalso. apply no_minus. now exists i.
Qed.

(** ** Eigenvalues *)

Lemma number_of_sums (k : nat) (s : nat -> R) (sign : R) : number_of k s sign = / 2 * (INR k + sign * sum k s).
Proof.
  unfold number_of.
  assert (ones : sum k (fun _ => 1) = INR k).
  { induction k as [| k IH]; [easy |]. rewrite S_INR. simpl. now rewrite IH. }
  rewrite <- ones, <- sum_scale, <- sum_plus, <- sum_scale. apply sum_ext. intros. field.
Qed.

(** The sums A and B of an eigenvector: A + B and A - B are multiplied by the two numbers. *)
Lemma eigenvector_sums (k : nat) (s v : nat -> R) (a : R) : signs k s ->
  (forall i, (i < k)%nat -> image k (hessian (/ 2) s) v i = a * v i) ->
  a * sum k v = / 2 * (INR k * sum k v + sum k s * sum k (fun j => s j * v j)) /\
  a * sum k (fun j => s j * v j) = / 2 * (sum k s * sum k v + INR k * sum k (fun j => s j * v j)).
Proof.
  intros all equal. set (A := sum k v) in *. set (B := sum k (fun j => s j * v j)) in *.
  assert (ones : sum k (fun _ => 1) = INR k).
  { clear. induction k as [| k IH]; [easy |]. rewrite S_INR. simpl. now rewrite IH. }
  split.
  - unfold A at 1. rewrite <- sum_scale.
    rewrite (sum_ext k _ (fun i => / 2 * A * 1 + / 2 * B * s i)).
    + rewrite sum_plus, !sum_scale, ones. ring.
    + intros i i_in. rewrite <- equal, image_of_sums by easy. fold A B. ring.
  - unfold B at 1. rewrite <- sum_scale.
    rewrite (sum_ext k _ (fun i => / 2 * A * s i + / 2 * B * 1)).
    + rewrite sum_plus, !sum_scale, ones. ring.
    + intros i i_in. replace (a * (s i * v i)) with (s i * (a * v i)) by ring. rewrite <- equal, image_of_sums by easy.
      fold A B. destruct (all i i_in) as [-> | ->]; ring.
Qed.

Lemma eigenvalues_listed (k : nat) (s : nat -> R) (a : R) : signs k s ->
  eigenvalue k (hessian (/ 2) s) a -> a = 0 \/ a = number_of k s 1 \/ a = number_of k s (-1).
Proof.
  intros all [v [[i [inside nonzero]] equal]]. destruct (Req_dec a 0) as [| a_nonzero]; [now left | right].
  destruct (eigenvector_sums k s v a all equal) as [first second].
  pose proof (equal i inside) as here. rewrite image_of_sums in here. rewrite !number_of_sums.
  set (A := sum k v) in *. set (B := sum k (fun j => s j * v j)) in *. set (S := sum k s) in *.
  destruct (Req_dec (A + B) 0) as [opposite | apart].
  - right. assert (A - B <> 0).
    { intros alike. assert (A = 0 /\ B = 0) as [A_zero B_zero] by lra. rewrite A_zero, B_zero in here.
      apply nonzero, (Rmult_eq_reg_l a); [lra | easy]. }
    apply (Rmult_eq_reg_r (A - B)); [lra | easy].
  - left. apply (Rmult_eq_reg_r (A + B)); [lra | easy].
Qed.

Lemma eigenvector_of_a_sign (k : nat) (s : nat -> R) (sign : R) : sign * sign = 1 -> signs k s ->
  has_sign k s sign -> eigenvalue k (hessian (/ 2) s) (number_of k s sign).
Proof.
  intros unit all [i [inside here]]. exists (fun j => (1 + sign * s j) / 2). split.
  - exists i. split; [easy |]. rewrite here, unit. lra.
  - intros n n_in. rewrite image_of_sums.
    change (sum k (fun j => (1 + sign * s j) / 2)) with (number_of k s sign).
    replace (sum k (fun j => s j * ((1 + sign * s j) / 2))) with (sign * number_of k s sign).
    + field.
    + unfold number_of. rewrite <- sum_scale. apply sum_ext. intros j j_in.
      assert (sign = 1 \/ sign = -1) as [-> | ->] by nra; destruct (all j j_in) as [-> | ->]; field.
Qed.

Theorem theorem_3_spectrum_proved : theorem_3_spectrum.
Proof.
  intros k s all. split; [| split].
  - intros a. now apply eigenvalues_listed.
  - apply eigenvector_of_a_sign; [ring | easy].
  - apply eigenvector_of_a_sign; [ring | easy].
Qed.

(** ** Wrong variants, with two positive neurons *)

Lemma plus_signs (k : nat) : signs k (fun _ => 1).
Proof. intros i _. now left. Qed.

Theorem theorem_3_rank_wrong_definite_refuted : ~ theorem_3_rank_wrong_definite.
Proof.
  intros wrong. specialize (wrong 2%nat (fun _ => 1) (plus_signs 2) (fun i => if (i =? 0)%nat then 1 else -1)).
  assert (0 < 0); [| lra].
  assert (value : quadratic 2 (hessian (/ 2) (fun _ => 1)) (fun i => if (i =? 0)%nat then 1 else -1) = 0)
    by (unfold quadratic, hessian; simpl; ring).
  rewrite <- value at 2. apply wrong. exists 0%nat. split; [lia | simpl; lra].
Qed.

(** Two positive neurons and a negative one: the difference of the first two is mapped to zero. *)
Theorem theorem_3_spectrum_wrong_without_zero_refuted : ~ theorem_3_spectrum_wrong_without_zero.
Proof.
  intros wrong. set (s := fun i => if (i =? 2)%nat then -1 else 1).
  assert (all : signs 3 s) by (intros i _; unfold s; destruct (i =? 2)%nat; lra).
  destruct (wrong 3%nat s all) as [listed _]. destruct (listed 0) as [equal | [equal | equal]].
  - exists (fun i => if (i =? 0)%nat then 1 else if (i =? 1)%nat then -1 else 0). split.
    + exists 0%nat. split; [lia | simpl; lra].
    + intros i _. unfold image, hessian, s. simpl. ring.
  - lra.
  - unfold number_of, s in equal. simpl in equal. lra.
  - unfold number_of, s in equal. simpl in equal. lra.
Qed.

(** The second difference along one of two positive neurons is the square of the step. *)
Theorem theorem_3_hessian_wrong_share_refuted : ~ theorem_3_hessian_wrong_share.
Proof.
  intros wrong. pose proof (fun w => proj1 (at_one_sign _ corollary_1_proved w)) as formula. cbv beta in formula.
  destruct one_sign_masses as [positive negative]. rewrite positive, negative in formula.
  destruct (at_one_sign _ wrong (fun _ => 1) (fun _ => 1) (plus_signs 2)) as [slope expanded];
    [intros i _; lra |].
  pose proof (expanded (fun i => if (i =? 0)%nat then / 2 else 0)) as right_step.
  pose proof (expanded (fun i => if (i =? 0)%nat then - / 2 else 0)) as left_step.
  rewrite !formula in right_step, left_step. unfold positive_mass, negative_mass, quadratic, hessian in *. simpl in *.
  assert (right_in : in_region 2 (fun _ => 1) (fun i => 1 + (if (i =? 0)%nat then / 2 else 0)))
    by (intros i _; destruct (i =? 0)%nat; lra).
  assert (left_in : in_region 2 (fun _ => 1) (fun i => 1 + (if (i =? 0)%nat then - / 2 else 0)))
    by (intros i _; destruct (i =? 0)%nat; lra).
  specialize (right_step right_in). specialize (left_step left_in).
  rewrite (relu_of_nonnegative (1 + / 2)), (relu_of_nonnegative (1 + 0)), (relu_of_nonpositive (- (1 + / 2))),
    (relu_of_nonpositive (- (1 + 0))), (relu_of_nonnegative 1), (relu_of_nonpositive (- (1))) in right_step by lra.
  rewrite (relu_of_nonnegative (1 + - / 2)), (relu_of_nonnegative (1 + 0)), (relu_of_nonpositive (- (1 + - / 2))),
    (relu_of_nonpositive (- (1 + 0))), (relu_of_nonnegative 1), (relu_of_nonpositive (- (1))) in left_step by lra.
  lra.
Qed.
