(** What is proved of the kernel's matrix of distinct lines: definitions and statements, no proof. *)
From Coq Require Import Reals.
From formal Require Import sums.
From pnn2017 Require Import statements.networks.
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
(** Such a law exists: of one input, 1 and -1 with the same chance. *)
Definition kernel_matrix_instance : Prop := exists mean d m u K,
  law d mean /\ distinct_lines d m u /\ (0 < m)%nat /\
  (forall r s, (r < m)%nat -> (s < m)%nat -> mean (fun x => Rabs (dot d (u r) x) * Rabs (dot d (u s) x)) (K r s)) /\
  forall v, mean (fun x => combination d m u v x * combination d m u v x) 0 -> forall x, combination d m u v x = 0.
