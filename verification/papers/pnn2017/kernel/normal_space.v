(** The standard normal law of any number of inputs, one integral after another, is a law as asked for. *)
From Coq Require Import Reals Lra Lia PeanoNat FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks.
From pnn2017 Require Import kernel.normal_input kernel.slow_functions landscape.means.
Local Open Scope R_scope.

Lemma input_mean_constant (a : R) : normal_input_mean (fun _ => a) a.
Proof.
  pose proof (input_mean_linear a 0 _ _ _ _ input_mean_total input_mean_total) as has.
  replace (a * 1 + 0 * 1) with a in has by ring. revert has. apply input_mean_ext. intros. ring.
Qed.

Lemma input_mean_scale (a : R) (g : R -> R) (m : R) :
  normal_input_mean g m -> normal_input_mean (fun t => a * g t) (a * m).
Proof.
  intros has. pose proof (input_mean_linear a 0 _ _ _ _ has has) as both.
  replace (a * m + 0 * m) with (a * m) in both by ring. revert both. apply input_mean_ext. intros. ring.
Qed.

(** ** What linearity and order give *)

Lemma normal_mean_unique (d : nat) (f : point -> R) (m n : R) : normal_mean d f m -> normal_mean d f n -> m = n.
Proof.
  revert f. induction d as [| d IH]; simpl; [now intros f -> -> |].
  intros f [inner [inner_is has]] [inner' [inner'_is has']].
  assert (inner = inner') as <-; [| exact (IH _ has has')].
  apply functional_extensionality. intros y. exact (input_mean_unique _ _ _ (inner_is y) (inner'_is y)).
Qed.

Lemma normal_mean_linear (d : nat) (a b : R) (f g : point -> R) (m n : R) :
  normal_mean d f m -> normal_mean d g n -> normal_mean d (fun x => a * f x + b * g x) (a * m + b * n).
Proof.
  revert f g. induction d as [| d IH]; simpl; [now intros f g -> -> |].
  intros f g [f_inner [f_is f_has]] [g_inner [g_is g_has]].
  exists (fun y => a * f_inner y + b * g_inner y). split; [| now apply IH].
  intros y. now apply (input_mean_linear a b (fun t => f (with_input y d t)) (fun t => g (with_input y d t))).
Qed.

Lemma normal_mean_nonnegative (d : nat) (f : point -> R) (m : R) : (forall x, 0 <= f x) -> normal_mean d f m -> 0 <= m.
Proof.
  revert f. induction d as [| d IH]; simpl; intros f positive; [intros ->; apply positive |].
  intros [inner [inner_is has]]. apply (IH inner); [| exact has].
  intros y. apply (input_mean_nonnegative (fun t => f (with_input y d t))); [intros; apply positive | apply inner_is].
Qed.

Lemma normal_mean_symmetric (d : nat) (f : point -> R) (m : R) :
  normal_mean d f m -> normal_mean d (fun x => f (fun j => - x j)) m.
Proof.
  revert f. induction d as [| d IH]; simpl; intros f.
  - intros ->. f_equal. apply functional_extensionality. intros. ring.
  - intros [inner [inner_is has]]. exists (fun y => inner (fun j => - y j)). split; [| now apply IH].
    intros y. apply (input_mean_ext (fun t => f (with_input (fun j => - y j) d (- t)))).
    + intros t. f_equal. apply functional_extensionality. intros j. unfold with_input. now destruct (j =? d)%nat.
    + now apply (input_mean_reflected (fun t => f (with_input (fun j => - y j) d t))).
Qed.

(** ** Moments *)

Lemma normal_mean_constant (d : nat) (a : R) : normal_mean d (fun _ => a) a.
Proof.
  induction d as [| d IH]; simpl; [easy |]. exists (fun _ => a). split; [| exact IH]. intros. apply input_mean_constant.
Qed.

(** The last input where it does not occur, and where it is a factor. *)
Lemma without_the_last (d : nat) (f : point -> R) (m : R) :
  (forall y t, f (with_input y d t) = f y) -> normal_mean d f m -> normal_mean (S d) f m.
Proof.
  intros free has. exists f. split; [| exact has]. intros y.
  apply (input_mean_ext (fun _ => f y)); [easy | apply input_mean_constant].
Qed.

Lemma last_factor (d : nat) (f : point -> R) (g : R -> R) (m n : R) :
  (forall y t, f (with_input y d t) = f y) -> normal_input_mean g m -> normal_mean d (fun y => m * f y) n ->
  normal_mean (S d) (fun x => f x * g (x d)) n.
Proof.
  intros free has rest. exists (fun y => m * f y). split; [| exact rest]. intros y. rewrite Rmult_comm.
  apply (input_mean_ext (fun t => f y * g t)); [intros t; now rewrite free, here | now apply input_mean_scale].
Qed.

Lemma normal_covariance_below (d i j : nat) : (i <= j)%nat -> (j < d)%nat ->
  normal_mean d (fun x => x i * x j) (if (i =? j)%nat then 1 else 0).
Proof.
  intros ordered. induction d as [| d IH]; intros inside; [lia |].
  destruct (Nat.eq_dec j d) as [-> | other].
  - destruct (Nat.eqb_spec i d) as [-> | below].
    + exists (fun _ => 1). split; [| apply normal_mean_constant]. intros y.
      apply (input_mean_ext (fun t => t * t)); [intros; now rewrite here | exact input_mean_second].
    + apply (last_factor d (fun x => x i) (fun t => t) 0); [| exact input_mean_first |].
      * intros. apply elsewhere. lia.
      * replace (fun y : point => 0 * y i) with (fun _ : point => 0) by (apply functional_extensionality; intros; ring).
        apply normal_mean_constant.
  - apply without_the_last; [| apply IH; lia]. intros. now rewrite !elsewhere by lia.
Qed.

Lemma normal_covariance (d i j : nat) : (i < d)%nat -> (j < d)%nat ->
  normal_mean d (fun x => x i * x j) (if (i =? j)%nat then 1 else 0).
Proof.
  intros i_in j_in. destruct (Nat.le_ge_cases i j) as [ordered | ordered]; [now apply normal_covariance_below |].
  replace (fun x : point => x i * x j) with (fun x : point => x j * x i)
    by (apply functional_extensionality; intros; ring).
  rewrite Nat.eqb_sym. now apply normal_covariance_below.
Qed.

(** ** Slow functions have means *)

Lemma slow_in_the_last (d : nat) (f : point -> R) : slow_in_space (S d) f ->
  forall y, exists C, 0 <= C /\ slow C (fun t => f (with_input y d t)).
Proof.
  intros [C [C_sign f_slow]] y. pose proof (size_nonnegative d y) as y_size.
  exists (C * (1 + 2 * size d y)). split; [nra |]. intros s t.
  eapply Rle_trans; [apply f_slow |]. rewrite !size_with_last, distance_in_last.
  apply Rmult_le_compat_r; [apply Rabs_pos |]. rewrite Rmult_assoc. apply Rmult_le_compat_l; [easy |].
  pose proof (Rabs_pos s). pose proof (Rabs_pos t). nra.
Qed.

(** A bound that grows with the size of the last input is kept by its mean, with three times the constant. *)
Lemma slow_without_the_last (d : nat) (f inner : point -> R) : slow_in_space (S d) f ->
  (forall y, normal_input_mean (fun t => f (with_input y d t)) (inner y)) -> slow_in_space d inner.
Proof.
  intros [C [C_sign f_slow]] inner_is. exists (3 * C). split; [lra |]. intros x y.
  destruct input_mean_absolute as [A [absolute A_bounds]].
  pose proof (size_nonnegative d x). pose proof (size_nonnegative d y).
  pose proof (size_nonnegative d (fun j => x j - y j)) as near. fold (distance d x y) in near.
  set (E := C * distance d x y). set (s := 1 + size d x + size d y).
  assert (E_sign : 0 <= E) by now apply Rmult_le_pos.
  assert (bound : normal_input_mean (fun t => E * s * 1 + 2 * E * Rabs t) (E * s * 1 + 2 * E * A))
    by (apply (input_mean_linear _ _ (fun _ => 1) Rabs); [exact input_mean_total | exact absolute]).
  assert (close : forall t, Rabs (f (with_input x d t) - f (with_input y d t)) <= E * s * 1 + 2 * E * Rabs t).
  { intros t. eapply Rle_trans; [apply f_slow |]. rewrite !size_with_last, distance_in_others.
    right. unfold E, s. ring. }
  assert (one_side : forall a b, a = 1 /\ b = -1 \/ a = -1 /\ b = 1 ->
    a * inner x + b * inner y <= E * s * 1 + 2 * E * A).
  { intros a b signs.
    pose proof (input_mean_linear a b _ _ _ _ (inner_is x) (inner_is y)) as difference.
    apply (input_mean_monotone _ _ _ _) with (2 := difference) (3 := bound).
    intros t. specialize (close t). apply Rabs_le_between in close. destruct signs as [[-> ->] | [-> ->]]; lra. }
  pose proof (one_side 1 (-1) ltac:(left; easy)). pose proof (one_side (-1) 1 ltac:(right; easy)).
  assert (E * A <= E * 1) by (apply Rmult_le_compat_l; easy).
  assert (E * 1 <= E * s) by (apply Rmult_le_compat_l; [easy | unfold s; lra]).
  apply Rle_trans with (E * s * 1 + 2 * E * A); [apply Rabs_le; lra |].
  apply Rle_trans with (3 * (E * s)); [lra | right; unfold E, s; ring].
Qed.

(** The mean as a number, with whatever value where there is none: over one input, then over one after another. *)
Definition input_integral (g : R -> R) : R := iota (fun m : R_CompleteNormedModule => normal_input_mean g m).
Fixpoint normal_integral (d : nat) (f : point -> R) : R :=
  match d with
  | O => f (fun _ => 0)
  | S n => normal_integral n (fun y => input_integral (fun t => f (with_input y n t)))
  end.

Lemma input_integral_correct (g : R -> R) (m : R) : normal_input_mean g m -> normal_input_mean g (input_integral g).
Proof.
  intros has. unfold input_integral.
  apply (iota_correct (V := R_CompleteNormedModule) (fun m => normal_input_mean g m)).
  exists m. split; [exact has |]. intros n. exact (input_mean_unique g m n has).
Qed.

Lemma last_integral (d : nat) (f : point -> R) : slow_in_space (S d) f -> forall y,
  normal_input_mean (fun t => f (with_input y d t)) (input_integral (fun t => f (with_input y d t))).
Proof.
  intros f_slow y. destruct (slow_in_the_last d f f_slow y) as [C [C_sign along]].
  destruct (input_mean_of_slow C _ C_sign along) as [m has]. exact (input_integral_correct _ m has).
Qed.

Lemma slow_has_mean (d : nat) (f : point -> R) : slow_in_space d f -> normal_mean d f (normal_integral d f).
Proof.
  revert f. induction d as [| d IH]; intros f f_slow; [easy |].
  exists (fun y => input_integral (fun t => f (with_input y d t))). split; [exact (last_integral d f f_slow) |].
  apply IH. exact (slow_without_the_last d f _ f_slow (last_integral d f f_slow)).
Qed.

(** ** The law *)

Theorem normal_law_proved : normal_law.
Proof.
  intros d. split; [split |..].
  - intros f g m same has. now replace g with f by now apply functional_extensionality.
  - apply normal_mean_unique.
  - apply normal_mean_linear.
  - apply normal_mean_nonnegative.
  - intros u v. eexists. apply slow_has_mean, slow_neurons.
  - apply normal_mean_symmetric.
  - apply normal_covariance.
Qed.

Theorem normal_risk_exists_proved : normal_risk_exists.
Proof. intros p c. exact (risk_exists _ _ (is_law _ _ (normal_law_proved _)) _ _ _ _). Qed.

Theorem normal_risk_wrong_covariance_refuted : ~ normal_risk_wrong_covariance.
Proof.
  intros wrong. pose proof (normal_mean_unique _ _ _ _ wrong (normal_covariance 1 0 0 Nat.lt_0_1 Nat.lt_0_1)) as equal.
  simpl in equal. lra.
Qed.
