(** Means of products of networks, for any law of the inputs.

    All proofs about minima rest on the means of (h - h* ) relu(s u.x), s = 1 or -1: half the slopes of the risk. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums calculus.
From pnn2017 Require Import statements.networks.
Local Open Scope R_scope.

Lemma relu_nonnegative (t : R) : 0 <= relu t.
Proof. apply Rmax_l. Qed.

Lemma relu_of_nonnegative (t : R) : 0 <= t -> relu t = t.
Proof. intros. now apply Rmax_right. Qed.

Lemma relu_of_nonpositive (t : R) : t <= 0 -> relu t = 0.
Proof. intros. now apply Rmax_left. Qed.

Lemma relu_difference (t : R) : relu t - relu (- t) = t.
Proof.
  destruct (Rle_or_lt 0 t).
  - rewrite (relu_of_nonnegative t), (relu_of_nonpositive (- t)) by lra. ring.
  - rewrite (relu_of_nonpositive t), (relu_of_nonnegative (- t)) by lra. ring.
Qed.

Lemma relu_sum (t : R) : relu t + relu (- t) = Rabs t.
Proof.
  destruct (Rle_or_lt 0 t).
  - rewrite (relu_of_nonnegative t), (relu_of_nonpositive (- t)), Rabs_right by lra. ring.
  - rewrite (relu_of_nonpositive t), (relu_of_nonnegative (- t)), Rabs_left by lra. ring.
Qed.

Lemma relu_scale (m t : R) : 0 <= m -> relu (m * t) = m * relu t.
Proof.
  intros. destruct (Rle_or_lt 0 t).
  - rewrite !relu_of_nonnegative; nra.
  - rewrite !relu_of_nonpositive; nra.
Qed.

(** A neuron on a line is a positive and a negative part of it. *)
Lemma relu_split (c t : R) : relu (c * t) = relu c * relu t + relu (- c) * relu (- t).
Proof.
  destruct (Rle_or_lt 0 c).
  - rewrite relu_scale, (relu_of_nonnegative c), (relu_of_nonpositive (- c)) by lra. ring.
  - replace (c * t) with (- c * - t) by ring.
    rewrite relu_scale, (relu_of_nonnegative (- c)), (relu_of_nonpositive c) by lra. ring.
Qed.

Section Means.
Variables (d : nat) (mean : functional).
Hypothesis a_law : law d mean.
Definition integrable (f : point -> R) : Prop := exists m, mean f m.

Lemma same_mean (f g : point -> R) (m : R) : mean f m -> (forall x, f x = g x) -> mean g m.
Proof. intros has same. exact (mean_ext _ _ a_law _ _ _ same has). Qed.

Lemma mean_plus (f g : point -> R) (m n : R) : mean f m -> mean g n -> mean (fun x => f x + g x) (m + n).
Proof.
  intros f_mean g_mean. replace (m + n) with (1 * m + 1 * n) by ring.
  apply (same_mean (fun x => 1 * f x + 1 * g x)); [now apply (mean_linear _ _ a_law) | intros; ring].
Qed.

Lemma mean_scale (a : R) (f : point -> R) (m : R) : mean f m -> mean (fun x => a * f x) (a * m).
Proof.
  intros f_mean. replace (a * m) with (a * m + 0 * m) by ring.
  apply (same_mean (fun x => a * f x + 0 * f x)); [now apply (mean_linear _ _ a_law) | intros; ring].
Qed.

Lemma mean_minus (f g : point -> R) (m n : R) : mean f m -> mean g n -> mean (fun x => f x - g x) (m - n).
Proof.
  intros f_mean g_mean. replace (m - n) with (1 * m + -1 * n) by ring.
  apply (same_mean (fun x => 1 * f x + -1 * g x)); [now apply (mean_linear _ _ a_law) | intros; ring].
Qed.

Lemma mean_zero : mean (fun _ => 0) 0.
Proof.
  destruct (mean_of_relus _ _ a_law (fun _ => 0) (fun _ => 0)) as [m has]. replace 0 with (0 * m) by ring.
  apply (same_mean (fun x => 0 * (relu (dot d (fun _ => 0) x) * relu (dot d (fun _ => 0) x)))).
  - now apply mean_scale.
  - intros; ring.
Qed.

Lemma mean_sum_of (n : nat) (f : nat -> point -> R) (m : nat -> R) :
  (forall i, (i < n)%nat -> mean (f i) (m i)) -> mean (fun x => sum n (fun i => f i x)) (sum n m).
Proof.
  induction n as [| n IH]; intros each; simpl; [exact mean_zero |].
  apply mean_plus; [apply IH; intros; apply each; lia | apply each; lia].
Qed.

Lemma integrable_sum_of (n : nat) (f : nat -> point -> R) :
  (forall i, (i < n)%nat -> integrable (f i)) -> integrable (fun x => sum n (fun i => f i x)).
Proof.
  induction n as [| n IH]; intros each; simpl; [exists 0; exact mean_zero |].
  destruct (each n ltac:(lia)) as [last last_mean].
  destruct IH as [rest rest_mean]; [intros; apply each; lia |].
  exists (rest + last). now apply mean_plus.
Qed.

Lemma network_times_relu (k : nat) (W : nat -> point) (v : point) :
  integrable (fun x => network d k W x * relu (dot d v x)).
Proof.
  destruct (integrable_sum_of k (fun i x => relu (dot d (W i) x) * relu (dot d v x))) as [m has].
  - intros. apply (mean_of_relus _ _ a_law).
  - exists m. apply (same_mean _ _ _ has). intros. unfold network. now rewrite sum_scale_right.
Qed.

Lemma network_times_network (k n : nat) (W V : nat -> point) :
  integrable (fun x => network d k W x * network d n V x).
Proof.
  destruct (integrable_sum_of n (fun i x => network d k W x * relu (dot d (V i) x))) as [m has].
  - intros. apply network_times_relu.
  - exists m. apply (same_mean _ _ _ has). intros x. unfold network at 2. now rewrite sum_scale.
Qed.

(** Every network has a risk against every other one. *)
Lemma risk_exists (k n : nat) (W V : nat -> point) :
  integrable (fun x => (network d k W x - network d n V x) ^ 2).
Proof.
  destruct (network_times_network k k W W) as [a own], (network_times_network n n V V) as [b its],
    (network_times_network k n W V) as [c both].
  exists (a - 2 * c + b).
  apply (same_mean _ _ _ (mean_plus _ _ _ _ (mean_minus _ _ _ _ own (mean_scale 2 _ _ both)) its)). intros x. ring.
Qed.

(** ** The error of a network against its target *)

Definition error (k : nat) (W : nat -> point) (ks : nat) (Ws : nat -> point) (x : point) : R :=
  network d k W x - network d ks Ws x.

Lemma error_times_relu (k : nat) (W : nat -> point) (ks : nat) (Ws : nat -> point) (v : point) :
  integrable (fun x => error k W ks Ws x * relu (dot d v x)).
Proof.
  destruct (network_times_relu k W v) as [m has], (network_times_relu ks Ws v) as [n its].
  exists (m - n). apply (same_mean _ _ _ (mean_minus _ _ _ _ has its)). intros. unfold error. ring.
Qed.

(** Half the slope: the mean of the error times one side of a direction. *)
Definition half_slope (F : point -> R) (u : point) (sign s : R) : Prop :=
  mean (fun x => F x * relu (dot d (fun j => sign * u j) x)) s.

Lemma relu_of_a_direction (u : point) (c : R) (x : point) :
  relu (dot d (fun j => c * u j) x) =
  relu c * relu (dot d (fun j => 1 * u j) x) + relu (- c) * relu (dot d (fun j => -1 * u j) x).
Proof.
  rewrite !dot_scale, relu_split, Rmult_1_l. now replace (-1 * dot d u x) with (- dot d u x) by ring.
Qed.

Lemma error_times_neuron (F : point -> R) (u : point) (c s s' : R) :
  half_slope F u 1 s -> half_slope F u (-1) s' ->
  mean (fun x => relu (dot d (fun j => c * u j) x) * F x) (relu c * s + relu (- c) * s').
Proof.
  intros right_side left_side.
  apply (same_mean _ _ _ (mean_plus _ _ _ _
    (mean_scale (relu c) _ _ right_side) (mean_scale (relu (- c)) _ _ left_side))).
  intros x. cbv beta. rewrite (relu_of_a_direction u c). ring.
Qed.

(** A network on lines whose slopes vanish where it has weight is orthogonal to the error. *)
Lemma network_orthogonal (F : point -> R) (k : nat) (u : nat -> point) (c : nat -> R) :
  (forall i, (i < k)%nat -> exists s s', half_slope F (u i) 1 s /\ half_slope F (u i) (-1) s' /\
    relu (c i) * s + relu (- c i) * s' = 0) ->
  mean (fun x => network d k (fun i j => c i * u i j) x * F x) 0.
Proof.
  intros each.
  assert (mean (fun x => sum k (fun i => relu (dot d (fun j => c i * u i j) x) * F x)) 0) as has.
  { rewrite <- (sum_zero k (fun _ => 0)) by easy. apply mean_sum_of. intros i inside.
    destruct (each i inside) as [s [s' [right_side [left_side zero]]]]. rewrite <- zero.
    now apply error_times_neuron. }
  apply (same_mean _ _ _ has). intros. unfold network. now rewrite sum_scale_right.
Qed.

(** Where all slopes of its lines are nonnegative, every network has a nonnegative product with the error. *)
Lemma network_nonnegative (F : point -> R) (k : nat) (u : nat -> point) (c : nat -> R) :
  (forall i, (i < k)%nat -> exists s s', half_slope F (u i) 1 s /\ half_slope F (u i) (-1) s' /\ 0 <= s /\ 0 <= s') ->
  exists m, 0 <= m /\ mean (fun x => network d k (fun i j => c i * u i j) x * F x) m.
Proof.
  induction k as [| k IH]; intros each.
  - exists 0. split; [lra |]. apply (same_mean _ _ _ mean_zero). intros. unfold network. simpl. ring.
  - destruct IH as [m [positive rest]]; [intros; apply each; lia |].
    destruct (each k ltac:(lia)) as [s [s' [right_side [left_side [s_sign s'_sign]]]]].
    exists (m + (relu (c k) * s + relu (- c k) * s')). split.
    + pose proof (relu_nonnegative (c k)). pose proof (relu_nonnegative (- c k)). nra.
    + apply (same_mean _ _ _ (mean_plus _ _ _ _ rest (error_times_neuron F _ _ _ _ right_side left_side))).
      intros. unfold network. simpl. ring.
Qed.
End Means.
