(** What is proved about this paper: definitions and statements, no proof. *)
From Coq Require Import Reals.
Local Open Scope R_scope.

Definition relu (x : R) : R := Rmax x 0.

Definition relu_scales : Prop := forall c x : R, 0 <= c -> relu (c * x) = c * relu x.
Definition relu_scales_wrong_sign : Prop := forall c x : R, relu (c * x) = c * relu x.
