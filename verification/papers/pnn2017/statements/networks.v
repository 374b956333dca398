(** Porcupine networks, laws of their inputs, risks and minima: what the statements on them are made of, and that such
    laws exist. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel.
Local Open Scope R_scope.

(** ** Networks and their risk

    Vectors are functions of the coordinate, numbers of things are written (i < n)%nat; [sum n f] is
    f 0 + ... + f (n - 1) and [dot d u x] the dot product of d coordinates. *)
Definition point : Type := nat -> R.
Definition relu (t : R) : R := Rmax 0 t.

(** The output of k neurons with weight vectors W; all weights of the second layer are one. *)
Definition network (d k : nat) (W : nat -> point) (x : point) : R := sum k (fun i => relu (dot d (W i) x)).

(** A porcupine network and its target: neuron i lies on line number (line i). The target is any network. *)
Record problem : Type := {
  inputs : nat;
  lines : nat;
  direction : nat -> point;
  neurons : nat;
  line : nat -> nat;
  target_neurons : nat;
  target : nat -> point }.
Definition weights (p : problem) (c : nat -> R) : nat -> point := fun i j => c i * direction p (line p i) j.
Definition lines_occupied (p : problem) : Prop :=
  (forall i, (i < neurons p)%nat -> (line p i < lines p)%nat) /\
  (forall r, (r < lines p)%nat -> exists i, (i < neurons p)%nat /\ line p i = r).
(** Matched: the target's weights lie on the lines too. *)
Definition matched (p : problem) : Prop :=
  exists (its_line : nat -> nat) (its_c : nat -> R), forall i, (i < target_neurons p)%nat ->
    (its_line i < lines p)%nat /\
    forall j, (j < inputs p)%nat -> target p i j = its_c i * direction p (its_line i) j.

(** Degree-one: the lines are the axes. *)
Definition axes (p : problem) : Prop :=
  lines p = inputs p /\ forall r j, (r < lines p)%nat -> (j < inputs p)%nat ->
    direction p r j = if Nat.eqb j r then 1 else 0.

(** A law of the inputs is known by its means: [mean f m] says that f is integrable with the mean m. *)
Definition functional : Type := (point -> R) -> R -> Prop.
Record law (d : nat) (mean : functional) : Prop := {
  mean_ext : forall f g m, (forall x, f x = g x) -> mean f m -> mean g m;
  mean_unique : forall f m n, mean f m -> mean f n -> m = n;
  mean_linear : forall a b f g m n, mean f m -> mean g n -> mean (fun x => a * f x + b * g x) (a * m + b * n);
  mean_nonnegative : forall f m, (forall x, 0 <= f x) -> mean f m -> 0 <= m;
  mean_of_relus : forall u v, exists m, mean (fun x => relu (dot d u x) * relu (dot d v x)) m }.
(** A symmetric law with the covariance 1: the standard normal law is one (normal_law below). *)
Record standard_law (d : nat) (mean : functional) : Prop := {
  is_law : law d mean;
  mean_symmetric : forall f m, mean f m -> mean (fun x => f (fun j => - x j)) m;
  mean_covariance : forall i j, (i < d)%nat -> (j < d)%nat ->
    mean (fun x => x i * x j) (if Nat.eqb i j then 1 else 0) }.

Definition squared_error (p : problem) (k : nat) (W : nat -> point) (x : point) : R :=
  (network (inputs p) k W x - network (inputs p) (target_neurons p) (target p) x) ^ 2.
Definition is_risk (mean : functional) (p : problem) (L : (nat -> R) -> R) : Prop :=
  forall c, mean (squared_error p (neurons p) (weights p c)) (L c).

(** Minima over the coefficients of k neurons. *)
Definition local_minimum (k : nat) (L : (nat -> R) -> R) (c : nat -> R) : Prop :=
  exists radius, 0 < radius /\
    forall c', (forall i, (i < k)%nat -> Rabs (c' i - c i) < radius) -> L c <= L c'.
Definition global_minimum (L : (nat -> R) -> R) (c : nat -> R) : Prop := forall c', L c <= L c'.
Definition bad_minimum (p : problem) (L : (nat -> R) -> R) (w : nat -> R) : Prop :=
  local_minimum (neurons p) L w /\ ~ global_minimum L w.

(** Coefficient i moved by t. *)
Definition moved (w : nat -> R) (i : nat) (t : R) : nat -> R := fun j => if Nat.eqb j i then w j + t else w j.

Definition has_positive (p : problem) (c : nat -> R) (r : nat) : Prop :=
  exists i, (i < neurons p)%nat /\ line p i = r /\ 0 < c i.
Definition has_negative (p : problem) (c : nat -> R) (r : nat) : Prop :=
  exists i, (i < neurons p)%nat /\ line p i = r /\ c i < 0.
Definition mixed (p : problem) (c : nat -> R) (r : nat) : Prop := has_positive p c r /\ has_negative p c r.
Definition no_zero_weight (p : problem) (c : nat -> R) : Prop := forall i, (i < neurons p)%nat -> c i <> 0.

(** Laws as asked for exist, in any number of inputs: sqrt d e_j and its opposite, each with the same chance. *)
Definition axis_point (d i : nat) (sign : R) : point := fun j => if Nat.eqb j i then sign * sqrt (INR d) else 0.
Definition axes_mean (d : nat) : functional := fun f m =>
  m = / (2 * INR d) * sum d (fun i => f (axis_point d i 1) + f (axis_point d i (-1))).
Definition standard_law_instance : Prop := forall d, (0 < d)%nat -> standard_law d (axes_mean d).

(** ** The normal law, from its density *)

(** The point with the coordinate i replaced. *)
Definition with_input (x : point) (i : nat) (t : R) : point := fun j => if Nat.eqb j i then t else x j.

Definition density (t : R) : R := exp (- t ^ 2 / 2) / sqrt (2 * PI).
(** g is integrable against the density of N(0, 1), with this mean. *)
Definition normal_input_mean (g : R -> R) (mean : R) : Prop :=
  is_RInt_gen (fun t => g t * density t) (Rbar_locally m_infty) (Rbar_locally p_infty) mean.
(** N(0, I) of d inputs: one input after another, the last one innermost. *)
Fixpoint normal_mean (d : nat) : functional :=
  match d with
  | O => fun f m => m = f (fun _ => 0)
  | S n => fun f m => exists inner, (forall y, normal_input_mean (fun t => f (with_input y n t)) (inner y)) /\
             normal_mean n inner m
  end.
Definition normal_law : Prop := forall d, standard_law d (normal_mean d).
(** So every network has a risk. *)
Definition normal_risk_exists : Prop := forall p c,
  exists risk, normal_mean (inputs p) (squared_error p (neurons p) (weights p c)) risk.
Definition normal_risk_wrong_covariance : Prop := normal_mean 1 (fun x => x 0%nat * x 0%nat) (1 / 2).
(** Inputs i and i + 1 turned by an angle. That changes no mean of the functions of some class, products of the sizes of
    projections onto their plane among them: psi_from_rotations speaks of this law too. *)
Definition turn (i : nat) (a : R) (x : point) : point :=
  with_input (with_input x i (cos a * x i - sin a * x (S i))) (S i) (sin a * x i + cos a * x (S i)).
Definition normal_law_turned : Prop := forall d i, (S i < d)%nat -> exists integrable mean,
  rotation_invariant point (fun x => x i) (fun x => x (S i)) (turn i) integrable mean /\
  (forall f, integrable f -> normal_mean d f (mean f)) /\
  forall t, integrable (fun x => Rabs (x i) * Rabs (cos t * x i + sin t * x (S i))).
