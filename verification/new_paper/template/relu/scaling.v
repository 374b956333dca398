(** The ReLU scales by what is not negative. *)
From Coq Require Import Reals Lra.
From mykey Require Import statements.
Local Open Scope R_scope.

Theorem relu_scales_proved : relu_scales.
Proof.
  intros c x scale. unfold relu. rewrite <- RmaxRmult by assumption. now rewrite Rmult_0_r.
Qed.

(** A negative factor turns an active unit off: relu (-1 * 1) is 0 and - relu 1 is -1. *)
Theorem relu_scales_wrong_sign_refuted : ~ relu_scales_wrong_sign.
Proof.
  intros wrong. specialize (wrong (-1) 1). unfold relu in wrong.
  rewrite Rmax_right, Rmax_left in wrong; lra.
Qed.
