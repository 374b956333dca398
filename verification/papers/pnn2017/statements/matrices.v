(** Matrices, as functions of row and column of which the first k count: their forms, images, ranks and spectra, of
    which statements on one input and on distinct lines are made. *)
From Coq Require Import Reals.
From formal Require Import sums.
Local Open Scope R_scope.

Definition quadratic (k : nat) (H : nat -> nat -> R) (v : nat -> R) : R :=
  sum k (fun i => sum k (fun j => v i * v j * H i j)).
Definition image (k : nat) (H : nat -> nat -> R) (v : nat -> R) : nat -> R := fun i => sum k (fun j => H i j * v j).
(** Of k coordinates, and m vectors. *)
Definition independent (k m : nat) (basis : nat -> nat -> R) : Prop := forall a,
  (forall i, (i < k)%nat -> sum m (fun t => a t * basis t i) = 0) -> forall t, (t < m)%nat -> a t = 0.
(** The image has a basis of so many vectors. *)
Definition has_rank (k : nat) (H : nat -> nat -> R) (rank : nat) : Prop := exists basis, independent k rank basis /\
  (forall t, (t < rank)%nat -> exists v, forall i, (i < k)%nat -> basis t i = image k H v i) /\
  (forall v, exists a, forall i, (i < k)%nat -> image k H v i = sum rank (fun t => a t * basis t i)).
(** There are k independent eigenvectors, with these eigenvalues. *)
Definition spectrum (k : nat) (H : nat -> nat -> R) (value : nat -> R) : Prop := exists basis,
  independent k k basis /\
  forall t i, (t < k)%nat -> (i < k)%nat -> image k H (basis t) i = value t * basis t i.
