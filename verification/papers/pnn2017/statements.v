(** What is proved about the porcupine paper (arXiv:1710.02196): definitions and statements, no proof.

    Each statement is a proposition; its proof is the theorem <name>_proved. A wrong variant, <name>_wrong_<how>, is the
    statement with one thing changed; <name>_wrong_<how>_refuted proves that it is false. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
Local Open Scope R_scope.

(** ** The kernel of two lines (equation 5.13) *)

(** Of the cosine r of the angle between two unit vectors. *)
Definition psi (r : R) : R := 2 / PI * (sqrt (1 - r ^ 2) + r * asin r).

Definition psi_derivative : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (2 / PI * asin r).
Definition psi_derivative_wrong_factor : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (1 / PI * asin r).
Definition psi_derivative_wrong_angle : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (2 / PI * acos r).

Definition psi_even : Prop := forall r : R, psi (- r) = psi r.
Definition psi_even_wrong_odd : Prop := forall r : R, psi (- r) = - psi r.
