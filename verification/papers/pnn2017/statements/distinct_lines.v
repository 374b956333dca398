(** What is proved of the kernel's matrix of distinct lines: definitions and statements, no proof. *)
From Coq Require Import Reals.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matrices.
Local Open Scope R_scope.

(** ** Distinct lines (ours.distinct-lines)

    No direction is zero and none is a multiple of another. Then no combination of the functions |u_r.x| vanishes but
    the trivial one, and the matrix of their products' means, psi[U U^T] for the normal law, is positive definite. *)
Definition no_zero_direction (d m : nat) (u : nat -> point) : Prop :=
  forall r, (r < m)%nat -> exists j, (j < d)%nat /\ u r j <> 0.
Definition distinct_lines (d m : nat) (u : nat -> point) : Prop :=
  no_zero_direction d m u /\
  forall r s, (r < m)%nat -> (s < m)%nat -> r <> s -> forall a, exists j, (j < d)%nat /\ u s j <> a * u r j.
Definition combination (d m : nat) (u : nat -> point) (v : nat -> R) (x : point) : R :=
  sum m (fun r => v r * Rabs (dot d (u r) x)).
Definition independent_sizes (lines_are : nat -> nat -> (nat -> point) -> Prop) : Prop := forall d m u v,
  lines_are d m u -> (forall x, combination d m u v x = 0) -> forall r, (r < m)%nat -> v r = 0.
Definition sizes_independent : Prop := independent_sizes distinct_lines.
Definition sizes_independent_wrong_repeated_lines : Prop := independent_sizes no_zero_direction.

(** Asked of the law: a combination whose square has the mean zero vanishes everywhere, as for every law that charges
    all balls. The means of the products are the matrix K. *)
Definition kernel_form_positive (lines_are : nat -> nat -> (nat -> point) -> Prop) : Prop := forall mean d m u K v,
  law d mean -> lines_are d m u ->
  (forall r s, (r < m)%nat -> (s < m)%nat -> mean (fun x => Rabs (dot d (u r) x) * Rabs (dot d (u s) x)) (K r s)) ->
  (mean (fun x => combination d m u v x * combination d m u v x) 0 -> forall x, combination d m u v x = 0) ->
  (exists r, (r < m)%nat /\ v r <> 0) ->
  0 < sum m (fun r => sum m (fun s => v r * v s * K r s)).
Definition kernel_matrix_definite : Prop := kernel_form_positive distinct_lines.
Definition kernel_matrix_definite_wrong_repeated_lines : Prop := kernel_form_positive no_zero_direction.
(** Such laws exist, of any number of inputs and as many lines, the axes. *)
Definition kernel_matrix_instance : Prop := forall d, exists mean u K, law d mean /\ distinct_lines d d u /\
  (forall r s, (r < d)%nat -> (s < d)%nat -> mean (fun x => Rabs (dot d (u r) x) * Rabs (dot d (u s) x)) (K r s)) /\
  forall v, mean (fun x => combination d d u v x * combination d d u v x) 0 -> forall x, combination d d u v x = 0.

(** The matrix psi[U U^T] of unit vectors, without any law: semidefinite (pnn.lemma-1), and definite exactly where no two
    of them lie on one line. *)
Definition unit_vectors (d m : nat) (u : nat -> point) : Prop := forall r, (r < m)%nat -> dot d (u r) (u r) = 1.
Definition of_cosines (kernel : R -> R) (d : nat) (u : nat -> point) (r s : nat) : R := kernel (dot d (u r) (u s)).
Definition definite (m : nat) (K : nat -> nat -> R) : Prop := forall v,
  (exists r, (r < m)%nat /\ v r <> 0) -> 0 < quadratic m K v.
Definition semidefinite_on_units (kernel : R -> R) : Prop := forall d m u v,
  unit_vectors d m u -> 0 <= quadratic m (of_cosines kernel d u) v.
Definition psi_matrix_semidefinite : Prop := semidefinite_on_units psi.
Definition psi_matrix_semidefinite_wrong_acute_angles : Prop := semidefinite_on_units Rabs.
Definition definite_exactly (kernel : R -> R) (lines_are : nat -> nat -> (nat -> point) -> Prop) : Prop := forall d m u,
  unit_vectors d m u -> (definite m (of_cosines kernel d u) <-> lines_are d m u).
Definition psi_matrix_definite : Prop := definite_exactly psi distinct_lines.
Definition distinct_vectors (d m : nat) (u : nat -> point) : Prop :=
  forall r s, (r < m)%nat -> (s < m)%nat -> r <> s -> exists j, (j < d)%nat /\ u s j <> u r j.
Definition psi_matrix_definite_wrong_distinct_vectors : Prop := definite_exactly psi distinct_vectors.
Definition psi_matrix_definite_wrong_independent_vectors : Prop := definite_exactly psi independent.
Definition psi_matrix_definite_wrong_cosines : Prop := definite_exactly (fun t => t) distinct_lines.

(** Two vectors on one line have the same row, and the matrix is singular. *)
Definition repeated_line (kernel : R -> R) : Prop := forall d m u r s sign, (r < m)%nat -> (s < m)%nat -> r <> s ->
  sign = 1 \/ sign = -1 -> (forall j, (j < d)%nat -> u s j = sign * u r j) ->
  (forall t, of_cosines kernel d u r t = of_cosines kernel d u s t) /\
  exists v, (exists t, (t < m)%nat /\ v t <> 0) /\ forall t, (t < m)%nat -> image m (of_cosines kernel d u) v t = 0.
Definition psi_matrix_repeated_line : Prop := repeated_line psi.
Definition psi_matrix_repeated_line_wrong_cosines : Prop := repeated_line (fun t => t).
