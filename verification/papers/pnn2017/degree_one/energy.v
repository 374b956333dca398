(** The risk of a degree-one network as a function of signed sums and surpluses: its even force, and where it is least. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From formal Require Import sums.
From pnn2017 Require Import statements.regions kernel.bounds degree_one.one_sign.
Local Open Scope R_scope.

(** Two sums of squares in the signed sums z and the surpluses q. *)
Section Energy.
Variables (n a : nat) (sign : R).
Hypothesis inside : (a < n)%nat.
Hypothesis unit : sign * sign = 1.

Definition even_force (q : nat -> R) (r : nat) : R := cross * sum n q + (1 - cross) * q r.
Definition energy (z q : nat -> R) : R :=
  sum n (fun r => z r * z r) + ((1 - cross) * sum n (fun r => q r * q r) + cross * (sum n q * sum n q)).

Lemma energy_nonnegative (z q : nat -> R) : 0 <= energy z q.
Proof.
  pose proof two_over_pi as bounds. fold cross in bounds. unfold energy.
  assert (0 <= sum n (fun r => z r * z r)) by (apply sum_nonnegative; intros; apply Rle_0_sqr).
  assert (0 <= (1 - cross) * sum n (fun r => q r * q r))
    by (apply Rmult_le_pos; [lra | apply sum_nonnegative; intros; apply Rle_0_sqr]).
  assert (0 <= cross * (sum n q * sum n q)) by (apply Rmult_le_pos; [lra | apply Rle_0_sqr]). lra.
Qed.

Lemma sum_of_one (f g : nat -> R) :
  (forall r, (r < n)%nat -> r <> a -> f r = 0) -> sum n (fun r => f r * g r) = f a * g a.
Proof.
  intros zero. rewrite <- (sum_delta n a (fun r => f r * g r)) by easy. apply sum_ext. intros r r_in.
  destruct (Nat.eqb_spec r a); [easy |]. rewrite zero by easy. ring.
Qed.

Lemma square_of_sum (f g : nat -> R) : sum n (fun r => (f r + g r) * (f r + g r)) =
  sum n (fun r => f r * f r) + 2 * sum n (fun r => f r * g r) + sum n (fun r => g r * g r).
Proof. rewrite <- sum_scale, <- !sum_plus. apply sum_ext. intros. ring. Qed.

Lemma energy_of_sum (z q z' q' : nat -> R) : energy (fun r => z r + z' r) (fun r => q r + q' r) =
  energy z q + energy z' q' + 2 * (sum n (fun r => z r * z' r) + sum n (fun r => even_force q r * q' r)).
Proof.
  unfold energy. rewrite !square_of_sum, sum_plus.
  assert (forces : sum n (fun r => even_force q r * q' r) =
    cross * sum n q * sum n q' + (1 - cross) * sum n (fun r => q r * q' r)).
  { rewrite <- (sum_scale n (cross * sum n q) q'), <- (sum_scale n (1 - cross)), <- sum_plus. apply sum_ext. intros.
    unfold even_force. ring. }
  rewrite forces. ring.
Qed.

(** Without force, except on one input outwards, a change there of one sign gains nothing. *)
Lemma energy_least (z q z' q' : nat -> R) :
  (forall r, (r < n)%nat -> r <> a -> z r = 0 /\ even_force q r = 0) -> sign * z a + even_force q a = 0 ->
  q' a - q a = sign * (z' a - z a) -> energy z q <= energy z' q'.
Proof.
  intros forceless here change.
  assert (same : energy z' q' = energy (fun r => z r + (z' r - z r)) (fun r => q r + (q' r - q r))).
  { unfold energy. f_equal; [| f_equal; f_equal; [| f_equal]]; apply sum_ext; intros; ring. }
  rewrite same, energy_of_sum, (sum_of_one z), (sum_of_one (even_force q)) by (intros; now apply forceless).
  pose proof (energy_nonnegative (fun r => z' r - z r) (fun r => q' r - q r)).
  rewrite change. replace (even_force q a) with (- (sign * z a)) by lra.
  replace (- (sign * z a) * (sign * (z' a - z a))) with (- (sign * sign) * (z a * (z' a - z a))) by ring.
  rewrite unit. lra.
Qed.

(** Where the other surpluses are equal and have no force, the force on this input is kappa times its surplus. *)
Lemma forces_of_one_surplus (q : nat -> R) (here : R) :
  let there := - cross * here / (1 + cross * (INR n - 2)) in 0 < 1 + cross * (INR n - 2) ->
  (forall r, (r < n)%nat -> q r = if (r =? a)%nat then here else there) ->
  (forall r, (r < n)%nat -> r <> a -> even_force q r = 0) /\ even_force q a = kappa_of n * here.
Proof.
  intros there positive values.
  assert (total : sum n q = here + (INR n - 1) * there).
  { rewrite (sum_ext n q (fun r => there + (if (r =? a)%nat then here - there else 0))).
    - rewrite sum_plus, (sum_delta n a (fun _ => here - there)) by easy.
      assert (count : forall m, sum m (fun _ => there) = INR m * there)
        by (intros m; induction m as [| m IH]; [simpl; ring | rewrite S_INR; simpl; rewrite IH; ring]).
      rewrite count. ring.
    - intros r r_in. rewrite values by easy. destruct (r =? a)%nat; ring. }
  unfold even_force. rewrite total. split.
  - intros r r_in other. rewrite values, (proj2 (Nat.eqb_neq r a) other) by easy. unfold there. field. lra.
  - rewrite values, Nat.eqb_refl by easy. unfold there, kappa_of. fold cross. field. lra.
Qed.
End Energy.
