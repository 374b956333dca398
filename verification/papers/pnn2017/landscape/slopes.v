(** Slopes of the risk at a local minimum, for any law of the inputs and any target. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums calculus.
From pnn2017 Require Import statements.networks statements.regions landscape.means.
Local Open Scope R_scope.

Lemma moved_near (c : nat -> R) (i j : nat) (t radius : R) :
  0 < radius -> Rabs t < radius -> Rabs (moved c i t j - c j) < radius.
Proof.
  intros positive small. unfold moved. destruct (j =? i)%nat.
  - now replace (c j + t - c j) with t by ring.
  - replace (c j - c j) with 0 by ring. now rewrite Rabs_R0.
Qed.

Lemma turned (sign a t v : R) : sign * sign = 1 -> (sign * a + t) * (sign * v) = (a + sign * t) * v.
Proof. intros unit. assert (sign = 1 \/ sign = -1) as [-> | ->] by nra; ring. Qed.

Lemma twice_turned (sign a v : R) : sign * sign = 1 -> sign * a * (sign * v) = a * v.
Proof. intros unit. assert (sign = 1 \/ sign = -1) as [-> | ->] by nra; ring. Qed.

Section Slopes.
Variables (mean : functional) (p : problem) (L : (nat -> R) -> R).
Hypothesis a_law : law (inputs p) mean.
Hypothesis L_is_risk : is_risk mean p L.

(** The error of the network with coefficients c. *)
Definition error_at (c : nat -> R) : point -> R :=
  error (inputs p) (neurons p) (weights p c) (target_neurons p) (target p).

(** Neuron i outwards by t on the side where it lies, or on either side of zero. *)
Lemma error_moved (c : nat -> R) (i : nat) (sign t : R) (x : point) :
  (i < neurons p)%nat -> sign * sign = 1 -> 0 <= sign * c i -> 0 <= sign * c i + t ->
  error_at (moved c i (sign * t)) x =
    error_at c x + t * relu (dot (inputs p) (fun j => sign * direction p (line p i) j) x).
Proof.
  intros inside unit before after. unfold error_at, error, network.
  rewrite (sum_change_one _ i _ (fun j => relu (dot (inputs p) (weights p c j) x))); [| easy |].
  - unfold weights, moved. rewrite Nat.eqb_refl, !dot_scale. set (v := dot _ _ _).
    replace ((c i + sign * t) * v) with ((sign * c i + t) * (sign * v)) by now apply turned.
    replace (c i * v) with (sign * c i * (sign * v)) by now apply twice_turned.
    rewrite (relu_scale (sign * c i + t)), (relu_scale (sign * c i)) by easy. ring.
  - intros j _ other. unfold weights, moved. now apply Nat.eqb_neq in other as ->.
Qed.

(** The risk is quadratic in t. *)
Lemma risk_moved (c : nat -> R) (i : nat) (sign s : R) :
  (i < neurons p)%nat -> sign * sign = 1 ->
  half_slope (inputs p) mean (error_at c) (direction p (line p i)) sign s ->
  exists v, forall t, 0 <= sign * c i -> 0 <= sign * c i + t ->
    L (moved c i (sign * t)) = L c + t * (2 * s) + t * t * v.
Proof.
  intros inside unit slope. set (u := fun j => sign * direction p (line p i) j).
  destruct (mean_of_relus _ _ a_law u u) as [v square]. exists v. intros t before after.
  apply (mean_unique _ _ a_law (squared_error p (neurons p) (weights p (moved c i (sign * t)))));
    [apply L_is_risk |].
  apply (same_mean _ _ a_law (fun x =>
    squared_error p (neurons p) (weights p c) x + (2 * t) * (error_at c x * relu (dot (inputs p) u x)) +
    t * t * (relu (dot (inputs p) u x) * relu (dot (inputs p) u x)))).
  - replace (t * (2 * s)) with (2 * t * s) by ring.
    repeat apply (mean_plus _ _ a_law); [apply L_is_risk | |]; now apply (mean_scale _ _ a_law).
  - intros x. pose proof (error_moved c i sign t x inside unit before after) as moved_error.
    unfold squared_error. unfold error_at, error in *. rewrite moved_error. fold u. ring.
Qed.

Lemma slope_of_a_neuron (c : nat -> R) (i : nat) (sign s : R) :
  (i < neurons p)%nat -> sign * sign = 1 -> local_minimum (neurons p) L c ->
  half_slope (inputs p) mean (error_at c) (direction p (line p i)) sign s ->
  (0 < sign * c i -> s = 0) /\ (0 <= sign * c i -> 0 <= s).
Proof.
  intros inside unit [radius [positive minimum]] slope.
  destruct (risk_moved c i sign s inside unit slope) as [v quadratic].
  assert (size : forall t, Rabs (sign * t) = Rabs t).
  { intros t. assert (sign = 1 \/ sign = -1) as [-> | ->] by nra; [f_equal; ring |].
    replace (-1 * t) with (- t) by ring. apply Rabs_Ropp. }
  assert (bound : forall t, Rabs t < radius -> 0 <= sign * c i -> 0 <= sign * c i + t -> 0 <= t * (2 * s) + t * t * v).
  { intros t small before after. enough (L c <= L (moved c i (sign * t))) by (rewrite quadratic in * by easy; lra).
    apply minimum. intros. apply moved_near; [easy | now rewrite size]. }
  split; intros side.
  - enough (2 * s = 0) by lra.
    apply (two_sided_slope_zero _ v (Rmin radius (sign * c i))); [now apply Rmin_pos |].
    intros t small. pose proof (Rmin_l radius (sign * c i)). pose proof (Rmin_r radius (sign * c i)).
    apply bound; [lra | lra |]. apply Rabs_def2 in small. lra.
  - enough (0 <= 2 * s) by lra. apply (right_slope_nonnegative _ v radius positive).
    intros t small. apply bound; [rewrite Rabs_right; lra | easy | lra].
Qed.

(** Both half slopes of a line exist. *)
Lemma slopes_exist (c : nat -> R) (u : point) : exists s s',
  half_slope (inputs p) mean (error_at c) u 1 s /\ half_slope (inputs p) mean (error_at c) u (-1) s'.
Proof.
  destruct (error_times_relu _ _ a_law (neurons p) (weights p c) (target_neurons p) (target p) (fun j => 1 * u j))
    as [s right_side].
  destruct (error_times_relu _ _ a_law (neurons p) (weights p c) (target_neurons p) (target p) (fun j => -1 * u j))
    as [s' left_side].
  now exists s, s'.
Qed.

(** At a local minimum the network is orthogonal to its error. *)
Lemma minimum_orthogonal (c : nat -> R) : local_minimum (neurons p) L c ->
  mean (fun x => network (inputs p) (neurons p) (weights p c) x * error_at c x) 0.
Proof.
  intros minimum. apply (network_orthogonal _ _ a_law _ _ (fun i => direction p (line p i))).
  intros i inside. destruct (slopes_exist c (direction p (line p i))) as [s [s' [right_side left_side]]].
  exists s, s'. split; [easy | split; [easy |]].
  destruct (slope_of_a_neuron c i 1 s inside ltac:(ring) minimum right_side) as [zero _].
  destruct (slope_of_a_neuron c i (-1) s' inside ltac:(ring) minimum left_side) as [zero' _].
  destruct (Rtotal_order (c i) 0) as [negative | [none | positive]].
  - rewrite (relu_of_nonpositive (c i)), zero' by lra. ring.
  - rewrite none, Ropp_0, (relu_of_nonpositive 0) by lra. ring.
  - rewrite (relu_of_nonpositive (- c i)), zero by lra. ring.
Qed.

(** On a line with a neuron at or above zero and one at or below both half slopes are nonnegative. *)
Lemma slopes_nonnegative (c : nat -> R) (r : nat) (s s' : R) : local_minimum (neurons p) L c ->
  (exists i, (i < neurons p)%nat /\ line p i = r /\ 0 <= c i) ->
  (exists i, (i < neurons p)%nat /\ line p i = r /\ c i <= 0) ->
  half_slope (inputs p) mean (error_at c) (direction p r) 1 s ->
  half_slope (inputs p) mean (error_at c) (direction p r) (-1) s' -> 0 <= s /\ 0 <= s'.
Proof.
  intros minimum [i [i_in [<- above]]] [j [j_in [same below]]] right_side left_side.
  destruct (slope_of_a_neuron c i 1 s i_in ltac:(ring) minimum right_side) as [_ positive].
  rewrite <- same in left_side.
  destruct (slope_of_a_neuron c j (-1) s' j_in ltac:(ring) minimum left_side) as [_ negative].
  split; [apply positive; lra | apply negative; lra].
Qed.

(** No half slope of a line is negative. *)
Definition no_slope_falls (c : nat -> R) : Prop := forall r s s', (r < lines p)%nat ->
  half_slope (inputs p) mean (error_at c) (direction p r) 1 s ->
  half_slope (inputs p) mean (error_at c) (direction p r) (-1) s' -> 0 <= s /\ 0 <= s'.

Lemma minimum_where_no_slope_falls
    (c : nat -> R) (k : nat) (its_line : nat -> nat) (its_c : nat -> R) (value : R) :
  no_slope_falls c -> local_minimum (neurons p) L c ->
  (forall i, (i < k)%nat -> (its_line i < lines p)%nat) ->
  mean (squared_error p k (fun i j => its_c i * direction p (its_line i) j)) value -> L c <= value.
Proof.
  intros condition minimum on_lines its_risk.
  destruct (network_nonnegative _ _ a_law (error_at c) k (fun i => direction p (its_line i)) its_c)
    as [m [positive product]].
  { intros i inside. destruct (slopes_exist c (direction p (its_line i))) as [s [s' [right_side left_side]]].
    exists s, s'. destruct (condition _ s s' (on_lines i inside) right_side left_side). now repeat split. }
  set (W := fun i j => its_c i * direction p (its_line i) j) in *.
  (* value - L c is twice the mean of (h' - h) times the error, and the mean of (h' - h)^2 *)
  assert (square : mean (fun x => (network (inputs p) k W x - network (inputs p) (neurons p) (weights p c) x) ^ 2)
                        (value - L c - (2 * m - 2 * 0))).
  { apply (same_mean _ _ a_law (fun x => squared_error p k W x - squared_error p (neurons p) (weights p c) x -
      (2 * (network (inputs p) k W x * error_at c x) -
       2 * (network (inputs p) (neurons p) (weights p c) x * error_at c x)))).
    - repeat apply (mean_minus _ _ a_law); [exact its_risk | apply L_is_risk | |];
        apply (mean_scale _ _ a_law); [exact product | now apply minimum_orthogonal].
    - intros x. unfold squared_error, error_at, error. ring. }
  assert (0 <= value - L c - (2 * m - 2 * 0)).
  { apply (mean_nonnegative _ _ a_law _ _ (fun x => pow2_ge_0 _) square). }
  lra.
Qed.
End Slopes.

Theorem no_one_signed_line_proved : no_one_signed_line.
Proof.
  intros mean p L c a_law _ L_is_risk condition minimum k its_line its_c value.
  apply (minimum_where_no_slope_falls mean p L a_law L_is_risk); [| easy]. intros r s s' inside.
  destruct (condition r inside). now apply (slopes_nonnegative mean p L a_law L_is_risk).
Qed.
