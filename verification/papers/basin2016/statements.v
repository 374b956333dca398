(** What is proved about the basin paper (arXiv:1511.04210): definitions and statements, no proof.

    Each statement is a proposition; its proof is the theorem <name>_proved. A wrong variant, <name>_wrong_<how>, is the
    statement with one thing changed; <name>_wrong_<how>_refuted proves that it is false. *)
From Coq Require Import Reals.
From formal Require Import sums.
Local Open Scope R_scope.

(** ** Theorem 1 for the squared loss

    A prediction has n entries, samples times outputs; m is the number of samples; Y are the targets. P s is the
    prediction of the network with parameters W(s), and c P s that of the same network with its last layer times c. *)
Definition loss (n : nat) (m : R) (Y P : nat -> R) : R := / m * sum n (fun i => (P i - Y i) ^ 2).
Definition times (c : R) (P : nat -> R) : nat -> R := fun i => c * P i.
Definition nothing : nat -> R := fun _ => 0.
Definition on_the_path (s : R) : Prop := 0 <= s <= 1.

(** A path to a better network, whose start is worse than the prediction zero. *)
Definition path_to_a_better_network (n : nat) (m : R) (Y : nat -> R) (P : R -> nat -> R) : Prop :=
  0 < m /\ (forall i s, (i < n)%nat -> on_the_path s -> continuity_pt (fun s => P s i) s) /\
  loss n m Y nothing < loss n m Y (P 0) /\ loss n m Y (P 1) < loss n m Y (P 0).
(** Condition (1), which for the squared loss says that no prediction vanishes (basin.theorem-1, condition-one). *)
Definition never_zero (n : nat) (P : R -> nat -> R) : Prop :=
  forall s, on_the_path s -> exists i, (i < n)%nat /\ P s i <> 0.

(** Scales c(s) along which the loss falls linearly, and then, at s = 1, scales that fall from c(1) to the last one,
    with the loss falling strictly to that of P 1. *)
Definition falling_path (n : nat) (m : R) (Y : nat -> R) (P : R -> nat -> R) : Prop :=
  exists (c : R -> R) (level last : R),
    c 0 = 1 /\ (forall s, on_the_path s -> continuity_pt c s /\ 0 < c s) /\ level < loss n m Y (P 0) /\
    (forall s, on_the_path s -> loss n m Y (times (c s) (P s)) = (1 - s) * loss n m Y (P 0) + s * level) /\
    0 <= last <= c 1 /\ loss n m Y (times last (P 1)) = loss n m Y (P 1) /\
    (forall a b, last <= a -> a < b -> b <= c 1 -> loss n m Y (times a (P 1)) < loss n m Y (times b (P 1))).
Definition theorem_1_squared_loss : Prop := forall n m Y P,
  path_to_a_better_network n m Y P -> never_zero n P -> falling_path n m Y P.
Definition theorem_1_squared_loss_wrong_through_zero : Prop := forall n m Y P,
  path_to_a_better_network n m Y P -> falling_path n m Y P.
Definition theorem_1_instance : Prop := exists n m Y P, path_to_a_better_network n m Y P /\ never_zero n P.
