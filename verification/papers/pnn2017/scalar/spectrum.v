(** Theorem 3: a basis of eigenvectors of the Hessian with one input, for any number of neurons. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.matrices statements.one_input scalar.hessian.
Local Open Scope R_scope.

(** ** Eigenvectors: the indicators of both signs, and differences of two neurons of one sign *)

Definition indicator (s : nat -> R) (sign : R) (i : nat) : R := (1 + sign * s i) / 2.

Lemma image_of_indicator (k : nat) (s : nat -> R) (sign : R) (n : nat) : sign * sign = 1 -> signs k s ->
  image k (hessian s) (indicator s sign) n = number_of k s sign * indicator s sign n.
Proof.
  intros unit all. rewrite image_of_sums. change (sum k (indicator s sign)) with (number_of k s sign).
  replace (sum k (fun j => s j * indicator s sign j)) with (sign * number_of k s sign).
  - unfold indicator. field.
  - unfold number_of. rewrite <- sum_scale. apply sum_ext. intros j j_in. unfold indicator.
    assert (sign = 1 \/ sign = -1) as [-> | ->] by nra; destruct (all j j_in) as [-> | ->]; field.
Qed.

Lemma number_positive (k i : nat) (s : nat -> R) (sign : R) :
  sign * sign = 1 -> signs k s -> (i < k)%nat -> s i = sign -> 0 < number_of k s sign.
Proof.
  intros unit all inside here. apply Rlt_le_trans with ((1 + sign * s i) / 2); [rewrite here, unit; lra |].
  apply (sum_at_least k i (fun j => (1 + sign * s j) / 2)); [easy |]. intros j j_in.
  assert (sign = 1 \/ sign = -1) as [-> | ->] by nra; destruct (all j j_in) as [-> | ->]; lra.
Qed.

Definition difference (i j n : nat) : R := unit_at i 1 n + unit_at j (-1) n.

Lemma image_of_difference (k : nat) (s : nat -> R) (i j n : nat) :
  (i < k)%nat -> (j < k)%nat -> s i = s j -> image k (hessian s) (difference i j) n = 0.
Proof. intros i_in j_in alike. unfold difference. rewrite image_of_two, alike by easy. ring. Qed.

Lemma image_of_combination (k m : nat) (H : nat -> nat -> R) (a : nat -> R) (basis : nat -> nat -> R) (n : nat) :
  image k H (fun i => sum m (fun t => a t * basis t i)) n = sum m (fun t => a t * image k H (basis t) n).
Proof.
  unfold image. rewrite (sum_ext k _ (fun j => sum m (fun t => a t * (H n j * basis t j)))).
  - rewrite sum_swap. apply sum_ext. intros t _. apply sum_scale.
  - intros j _. rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

(** A combination of eigenvectors that vanishes vanishes with its terms multiplied by the eigenvalues. *)
Lemma eigenvalues_combine (k : nat) (H : nat -> nat -> R) (basis : nat -> nat -> R) (value a : nat -> R) (n : nat) :
  (forall t i, (t < k)%nat -> (i < k)%nat -> image k H (basis t) i = value t * basis t i) ->
  (forall i, (i < k)%nat -> sum k (fun t => a t * basis t i) = 0) -> (n < k)%nat ->
  sum k (fun t => a t * (value t * basis t n)) = 0.
Proof.
  intros eigen zero inside. rewrite (sum_ext k _ (fun t => a t * image k H (basis t) n)) by (intros; now rewrite eigen).
  rewrite <- image_of_combination. apply sum_zero. intros j j_in. rewrite zero by easy. ring.
Qed.

Lemma sum_of_one (k i : nat) (x : R) : (i < k)%nat -> sum k (fun t => if (t =? i)%nat then x else 0) = x.
Proof. exact (sum_delta k i (fun _ => x)). Qed.

Lemma sum_of_two (k i j : nat) (x y : R) : (i < k)%nat -> (j < k)%nat -> i <> j ->
  sum k (fun t => if (t =? i)%nat then x else if (t =? j)%nat then y else 0) = x + y.
Proof.
  intros i_in j_in other. rewrite <- (sum_of_one k i x i_in), <- (sum_of_one k j y j_in), <- sum_plus at 1.
  apply sum_ext. intros t _. destruct (Nat.eqb_spec t i) as [-> |]; [| ring].
  apply Nat.eqb_neq in other as ->. ring.
Qed.

(** ** Both signs: i0 is a positive neuron, j0 a negative one *)

Section BothSigns.
Variables (k : nat) (s : nat -> R) (i0 j0 : nat).
Hypothesis all : signs k s.
Hypothesis (i0_in : (i0 < k)%nat) (j0_in : (j0 < k)%nat) (plus : s i0 = 1) (minus : s j0 = -1).

Definition mate (t : nat) : nat := if Req_EM_T (s t) 1 then i0 else j0.
Definition two_basis (t : nat) : nat -> R :=
  if (t =? i0)%nat then indicator s 1 else if (t =? j0)%nat then indicator s (-1) else difference t (mate t).
Definition two_values (t : nat) : R :=
  if (t =? i0)%nat then 1 * number_of k s 1 else if (t =? j0)%nat then 1 * number_of k s (-1) else 0.

Lemma apart : i0 <> j0.
Proof. intros same. rewrite same in plus. lra. Qed.

Lemma two_eigen (t i : nat) : (t < k)%nat -> (i < k)%nat ->
  image k (hessian s) (two_basis t) i = two_values t * two_basis t i.
Proof.
  intros t_in i_in. unfold two_basis, two_values.
  destruct (t =? i0)%nat; [rewrite image_of_indicator by (try ring; easy); ring |].
  destruct (t =? j0)%nat; [rewrite image_of_indicator by (try ring; easy); ring |].
  rewrite Rmult_0_l. unfold mate. destruct (Req_EM_T (s t) 1) as [same | other].
  - apply image_of_difference; [easy | easy | lra].
  - apply image_of_difference; [easy | easy |]. destruct (all t t_in); [easy | lra].
Qed.

Lemma two_independent : independent k k two_basis.
Proof.
  intros a zero. pose proof apart as other. apply Nat.eqb_neq in other as unlike.
  assert (combined : forall n, (n < k)%nat ->
    a i0 * (number_of k s 1 * indicator s 1 n) + a j0 * (number_of k s (-1) * indicator s (-1) n) = 0).
  { intros n n_in. rewrite <- (eigenvalues_combine k _ two_basis two_values a n two_eigen zero n_in).
    rewrite <- (sum_of_two k i0 j0) by easy. apply sum_ext. intros t _. unfold two_basis, two_values.
    destruct (Nat.eqb_spec t i0) as [-> |]; [ring |]. destruct (Nat.eqb_spec t j0) as [-> |]; ring. }
  pose proof (number_positive k i0 s 1 ltac:(ring) all i0_in plus) as some.
  pose proof (number_positive k j0 s (-1) ltac:(ring) all j0_in minus) as some'.
  assert (first : a i0 = 0).
  { pose proof (combined i0 i0_in) as here. unfold indicator in here. rewrite plus in here.
    apply (Rmult_eq_reg_r (number_of k s 1)); [lra | lra]. }
  assert (second : a j0 = 0).
  { pose proof (combined j0 j0_in) as here. unfold indicator in here. rewrite minus in here.
    apply (Rmult_eq_reg_r (number_of k s (-1))); [lra | lra]. }
  intros n n_in. destruct (Nat.eq_dec n i0) as [-> | not_i]; [easy |].
  destruct (Nat.eq_dec n j0) as [-> | not_j]; [easy |].
  rewrite <- (zero n n_in), <- (sum_delta k n a n_in). apply sum_ext. intros t _. unfold two_basis.
  destruct (Nat.eqb_spec t i0) as [-> |]; [apply Nat.eqb_neq in not_i; rewrite Nat.eqb_sym, not_i, first; ring |].
  destruct (Nat.eqb_spec t j0) as [-> |]; [apply Nat.eqb_neq in not_j; rewrite Nat.eqb_sym, not_j, second; ring |].
  unfold difference, unit_at, mate. apply Nat.eqb_neq in not_i, not_j.
  destruct (Req_EM_T (s t) 1); rewrite ?not_i, ?not_j, (Nat.eqb_sym n t); destruct (t =? n)%nat; ring.
Qed.
End BothSigns.

Theorem theorem_3_spectrum_proved : theorem_3_spectrum.
Proof.
  intros k s [all [[i [i_in plus]] [j [j_in minus]]]]. exists i, j.
  split; [easy | split; [easy | split; [now apply (apart s) |]]].
  exists (two_basis s i j). split; [now apply two_independent | now apply two_eigen].
Qed.

(** ** One sign: the vector of ones, and differences with the first neuron *)

Definition one_basis (t : nat) : nat -> R := if (t =? 0)%nat then fun _ => 1 else difference t 0.

Theorem theorem_3_one_sign_spectrum_proved : theorem_3_one_sign_spectrum.
Proof.
  intros k s condition. destruct (signs_alike k s condition) as [sign [unit alike]]. destruct condition as [some _].
  assert (ones : sum k (fun _ => 1) = INR k).
  { clear. induction k as [| k IH]; [easy |]. rewrite S_INR. simpl. now rewrite IH. }
  assert (eigen : forall t i, (t < k)%nat -> (i < k)%nat -> image k (hessian s) (one_basis t) i =
    (if (t =? 0)%nat then 1 * INR k else 0) * one_basis t i).
  { intros t i t_in i_in. unfold one_basis. destruct (t =? 0)%nat.
    - rewrite image_of_sums, (sum_ext k (fun j => s j * 1) (fun _ => sign * 1)) by (intros; now rewrite alike).
      rewrite sum_scale, ones, alike by easy. replace (/ 2 * _) with (/ 2 * (1 + sign * sign) * INR k) by ring.
      rewrite unit. field.
    - rewrite image_of_difference by (try easy; rewrite !alike; easy). ring. }
  exists 0%nat. split; [easy |]. exists one_basis. split; [| exact eigen]. intros a zero.
  assert (first : a 0%nat = 0).
  { pose proof (eigenvalues_combine k _ one_basis _ a 0%nat eigen zero some) as here. cbv beta in here.
    rewrite (sum_ext k _ (fun t => if (t =? 0)%nat then a 0%nat * INR k else 0)) in here.
    - rewrite sum_of_one in here by easy. apply (Rmult_eq_reg_r (INR k)); [lra |]. apply not_0_INR. lia.
    - intros t _. destruct (Nat.eqb_spec t 0) as [-> |]; unfold one_basis; simpl; ring. }
  intros n n_in. destruct n as [| n]; [easy |].
  rewrite <- (zero (S n) n_in), <- (sum_delta k (S n) a n_in). apply sum_ext. intros t _. unfold one_basis.
  destruct t as [| t]; [simpl; rewrite first; ring |]. unfold difference, unit_at.
  simpl. rewrite (Nat.eqb_sym n t). destruct (t =? n)%nat; ring.
Qed.

(** ** Wrong variants: every eigenvalue is zero or one of the two numbers *)

Lemma number_of_sums (k : nat) (s : nat -> R) (sign : R) : number_of k s sign = / 2 * (INR k + sign * sum k s).
Proof.
  unfold number_of.
  assert (ones : sum k (fun _ => 1) = INR k).
  { induction k as [| k IH]; [easy |]. rewrite S_INR. simpl. now rewrite IH. }
  rewrite <- ones, <- sum_scale, <- sum_plus, <- sum_scale. apply sum_ext. intros. field.
Qed.

(** The sums A and B of an eigenvector: A + B and A - B are multiplied by the two numbers. *)
Lemma eigenvector_sums (k : nat) (s v : nat -> R) (a : R) : signs k s ->
  (forall i, (i < k)%nat -> image k (hessian s) v i = a * v i) ->
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

Definition eigenvalue (k : nat) (H : nat -> nat -> R) (a : R) : Prop :=
  exists v, (exists i, (i < k)%nat /\ v i <> 0) /\ forall i, (i < k)%nat -> image k H v i = a * v i.

Lemma eigenvalues_listed (k : nat) (s : nat -> R) (a : R) : signs k s ->
  eigenvalue k (hessian s) a -> a = 0 \/ a = number_of k s 1 \/ a = number_of k s (-1).
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

(** What a claimed spectrum lists are eigenvalues. *)
Lemma listed_is_eigenvalue (k : nat) (H : nat -> nat -> R) (value : nat -> R) (t : nat) :
  spectrum k H value -> (t < k)%nat -> eigenvalue k H (value t).
Proof.
  intros [basis [free eigen]] inside. exists (basis t). split; [| intros; now apply eigen].
  assert (some : forall n, (exists i, (i < n)%nat /\ basis t i <> 0) \/ forall i, (i < n)%nat -> basis t i = 0).
  { induction n as [| n [[i [i_in found]] | none]]; [right; intros; lia | left; exists i; split; [lia | easy] |].
    destruct (Req_dec (basis t n) 0) as [zero | found]; [right | left; exists n; split; [lia | easy]].
    intros i i_in. destruct (Nat.eq_dec i n) as [-> |]; [easy | apply none; lia]. }
  destruct (some k) as [| none]; [easy | exfalso].
  enough (1 = 0) by lra. rewrite <- (free (fun n => if (n =? t)%nat then 1 else 0)) with (t := t); [| | easy].
  - now rewrite Nat.eqb_refl.
  - intros i i_in. rewrite (sum_ext k _ (fun n => if (n =? t)%nat then basis n i else 0)).
    + rewrite sum_delta by easy. now apply none.
    + intros n _. destruct (n =? t)%nat; ring.
Qed.

Lemma listed_value (k : nat) (s value : nat -> R) (t : nat) : signs k s -> spectrum k (hessian s) value -> (t < k)%nat ->
  value t = 0 \/ value t = number_of k s 1 \/ value t = number_of k s (-1).
Proof. intros all listed inside. apply eigenvalues_listed; [easy |]. now apply listed_is_eigenvalue. Qed.

(** With one neuron of each sign the Hessian is the identity. *)
Lemma apart_numbers : number_of 2 hessian.apart 1 = 1 /\ number_of 2 hessian.apart (-1) = 1.
Proof. unfold number_of, hessian.apart. simpl. split; field. Qed.

Theorem theorem_3_spectrum_wrong_positive_refuted : ~ theorem_3_spectrum_wrong_positive.
Proof.
  intros wrong. destruct (wrong 2%nat _ apart_signs) as [n [m [n_in [_ [_ listed]]]]], apart_numbers as [P N].
  pose proof (listed_value _ _ _ n (proj1 apart_signs) listed n_in) as value. cbv beta in value.
  rewrite Nat.eqb_refl, P, N in value. lra.
Qed.

Theorem theorem_3_spectrum_wrong_negative_refuted : ~ theorem_3_spectrum_wrong_negative.
Proof.
  intros wrong. destruct (wrong 2%nat _ apart_signs) as [n [m [_ [m_in [other listed]]]]], apart_numbers as [P N].
  pose proof (listed_value _ _ _ m (proj1 apart_signs) listed m_in) as value. cbv beta in value.
  rewrite Nat.eqb_refl, P, N in value. apply not_eq_sym, Nat.eqb_neq in other. rewrite other in value. lra.
Qed.

(** With two neurons of each sign the eigenvalues are 2 and 0. *)
Theorem theorem_3_spectrum_wrong_others_refuted : ~ theorem_3_spectrum_wrong_others.
Proof.
  intros wrong. set (s := fun i => if (i <? 2)%nat then 1 else -1).
  assert (all : signs 4 s) by (intros i _; unfold s; destruct (i <? 2)%nat; lra).
  destruct (wrong 4%nat s) as [n [m [n_in [m_in [other listed]]]]].
  { split; [easy |]. split; [exists 0%nat | exists 2%nat]; split; try lia; easy. }
  assert (exists t, (t < 4)%nat /\ t <> n /\ t <> m) as [t [t_in [not_n not_m]]].
  { destruct (Nat.eq_dec n 0), (Nat.eq_dec m 0), (Nat.eq_dec n 1), (Nat.eq_dec m 1);
      first [exists 0%nat; lia | exists 1%nat; lia | exists 2%nat; lia]. }
  pose proof (listed_value _ _ _ t all listed t_in) as value. cbv beta in value.
  apply Nat.eqb_neq in not_n, not_m. rewrite not_n, not_m in value. unfold number_of, s in value. simpl in value. lra.
Qed.

Lemma alike_numbers : number_of 2 (fun _ => 1) 1 = 2 /\ number_of 2 (fun _ => 1) (-1) = 0.
Proof. unfold number_of. simpl. split; field. Qed.

Theorem theorem_3_one_sign_spectrum_wrong_half_refuted : ~ theorem_3_one_sign_spectrum_wrong_half.
Proof.
  intros wrong. destruct (wrong 2%nat _ (alike_signs 2 ltac:(lia))) as [n [n_in listed]], alike_numbers as [P N].
  pose proof (listed_value _ _ _ n (plus_signs 2) listed n_in) as value. cbv beta in value.
  rewrite Nat.eqb_refl, P, N in value. simpl in value. lra.
Qed.

Theorem theorem_3_one_sign_spectrum_wrong_others_refuted : ~ theorem_3_one_sign_spectrum_wrong_others.
Proof.
  intros wrong. destruct (wrong 2%nat _ (alike_signs 2 ltac:(lia))) as [n [n_in listed]], alike_numbers as [P N].
  assert (exists t, (t < 2)%nat /\ t <> n) as [t [t_in other]].
  { destruct (Nat.eq_dec n 0); [exists 1%nat | exists 0%nat]; lia. }
  pose proof (listed_value _ _ _ t (plus_signs 2) listed t_in) as value. cbv beta in value.
  apply Nat.eqb_neq in other. rewrite other, P, N in value. lra.
Qed.
