(** Laws of any number of inputs that meet what statements suppose: definitions and statements, no proof. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.regions.
Local Open Scope R_scope.

(** Psi's means for lines in the plane of the first two inputs and on the axes of the others: the first two lie on a
    circle of radius 2 sqrt(2/pi) with chance pi/4, else are 0; the others are independent of them and of each other,
    each sqrt(pi/2) or its opposite with chance 1/pi, else 0. *)
Definition with_pair (a b : R) (y : point) : point := fun j => match j with O => a | S O => b | S (S k) => y k end.
Definition plane_mean (others : nat) : functional := fun f m => exists around,
  is_RInt (fun t => three_points_mean others (fun y =>
    f (with_pair (2 * sqrt (2 / PI) * cos t) (2 * sqrt (2 / PI) * sin t) y))) 0 (2 * PI) around /\
  m = PI / 4 * (/ (2 * PI) * around) + (1 - PI / 4) * three_points_mean others (fun y => f (with_pair 0 0 y)).
Definition in_the_plane (p : problem) (r : nat) : Prop :=
  forall j, (2 <= j)%nat -> (j < inputs p)%nat -> direction p r j = 0.
Definition on_an_axis (p : problem) (r : nat) : Prop := exists i, (2 <= i)%nat /\ (i < inputs p)%nat /\
  forall j, (j < inputs p)%nat -> direction p r j = if Nat.eqb j i then 1 else 0.
Definition plane_kernel_instance : Prop := forall others p, inputs p = S (S others) -> unit_lines p ->
  (forall r, (r < lines p)%nat -> in_the_plane p r \/ on_an_axis p r) ->
  standard_law (inputs p) (plane_mean others) /\ has_kernel (plane_mean others) p (psi_kernel p).

(** Rotations of that plane leave it alone, in any number of inputs from two on. *)
Definition turned (a : R) (x : point) : point := fun j =>
  match j with
  | O => cos a * x 0%nat - sin a * x 1%nat
  | S O => sin a * x 0%nat + cos a * x 1%nat
  | _ => x j
  end.
Definition rotation_invariant_in_space : Prop := forall others, exists integrable mean,
  rotation_invariant point (fun x => x 0%nat) (fun x => x 1%nat) turned integrable mean /\
  (forall f, integrable f -> plane_mean others f (mean f)) /\
  forall t, integrable (fun x => Rabs (x 0%nat) * Rabs (cos t * x 0%nat + sin t * x 1%nat)).
