(** The means E|u.x||v.x| of the law of plane_law.v are psi's for lines in the plane of the first two inputs and on the
    axes of the others: an instance of what is asked of laws, with the lines of the counterexamples. *)
From Coq Require Import Reals Lra Lia PeanoNat.
From Coquelicot Require Import Coquelicot.
From formal Require Import sums.
From pnn2017 Require Import statements.kernel statements.networks statements.matched statements.regions.
From pnn2017 Require Import statements.counterexamples statements.laws.
From pnn2017 Require Import kernel.psi kernel.bounds landscape.means degree_one.independent_law.
From pnn2017 Require Import matched.circle_integrals matched.plane_law.
Local Open Scope R_scope.

Lemma dot_in_the_plane (others : nat) (u x : point) :
  (forall j, (2 <= j)%nat -> (j < S (S others))%nat -> u j = 0) ->
  dot (S (S others)) u x = u 0%nat * x 0%nat + u 1%nat * x 1%nat.
Proof.
  intros zero. unfold dot. rewrite !sum_first, sum_zero; [ring |].
  intros i inside. rewrite zero by lia. ring.
Qed.

Lemma dot_on_an_axis (d i : nat) (u x : point) : (i < d)%nat ->
  (forall j, (j < d)%nat -> u j = if (j =? i)%nat then 1 else 0) -> dot d u x = x i.
Proof.
  intros inside axis. unfold dot. rewrite <- (sum_delta d i x inside). apply sum_ext. intros j j_in.
  rewrite axis by easy. destruct (j =? i)%nat; ring.
Qed.

Lemma mean_size : three_points Rabs = sqrt (2 / PI).
Proof.
  rewrite <- mean_size_square. symmetry. apply sqrt_square, three_points_nonnegative. intros. apply Rabs_pos.
Qed.

Section Kernel.
Variables (others : nat) (p : problem).
Hypothesis inputs_of : inputs p = S (S others).
Hypothesis units : unit_lines p.
Variables (r s : nat).
Hypothesis r_in : (r < lines p)%nat.
Hypothesis s_in : (s < lines p)%nat.
Definition product_of (x : point) : R :=
  Rabs (dot (inputs p) (direction p r) x) * Rabs (dot (inputs p) (direction p s) x).

Lemma unit_in_the_plane (t : nat) : (t < lines p)%nat -> in_the_plane p t ->
  direction p t 0%nat * direction p t 0%nat + direction p t 1%nat * direction p t 1%nat = 1.
Proof.
  unfold in_the_plane. rewrite inputs_of. intros t_in zero. pose proof (units t t_in) as unit.
  unfold cosines in unit. rewrite inputs_of, (dot_in_the_plane others _ _ zero) in unit. exact unit.
Qed.

Lemma two_in_the_plane : in_the_plane p r -> in_the_plane p s -> plane_mean others product_of (psi_kernel p r s).
Proof.
  intros r_plane s_plane. pose proof (unit_in_the_plane r r_in r_plane) as unit.
  pose proof (unit_in_the_plane s s_in s_plane) as unit'. unfold in_the_plane in *. unfold product_of, psi_kernel.
  rewrite inputs_of in r_plane, s_plane |- *. rewrite (dot_in_the_plane others (direction p r) (direction p s) r_plane).
  set (u := direction p r) in *. set (v := direction p s) in *.
  apply (mean_of_plane_function others _
    (fun a b => Rabs (u 0%nat * a + u 1%nat * b) * Rabs (v 0%nat * a + v 1%nat * b))
    (fun _ => 1) (radius * radius * (PI * psi (u 0%nat * v 0%nat + u 1%nat * v 1%nat)))).
  - intros a b y. rewrite (dot_in_the_plane others u _ r_plane), (dot_in_the_plane others v _ s_plane). simpl. ring.
  - rewrite !Rmult_0_r, Rplus_0_r, Rabs_R0. ring.
  - apply (scaled_integral (radius * radius)
      (fun t => Rabs (u 0%nat * cos t + u 1%nat * sin t) * Rabs (v 0%nat * cos t + v 1%nat * sin t)));
      [| now apply product_integral].
    intros t. pose proof radius_nonnegative.
    replace (u 0%nat * (radius * cos t) + u 1%nat * (radius * sin t)) with
      (radius * (u 0%nat * cos t + u 1%nat * sin t)) by ring.
    replace (v 0%nat * (radius * cos t) + v 1%nat * (radius * sin t)) with
      (radius * (v 0%nat * cos t + v 1%nat * sin t)) by ring.
    rewrite !(Rabs_mult radius), (Rabs_right radius) by lra. ring.
  - rewrite independent_constant, radius_square. field. apply PI_neq0.
Qed.

Lemma plane_and_axis : in_the_plane p r -> on_an_axis p s -> plane_mean others product_of (psi_kernel p r s).
Proof.
  intros r_plane [i [above [inside axis]]]. pose proof (unit_in_the_plane r r_in r_plane) as unit.
  unfold in_the_plane in *. unfold product_of, psi_kernel.
  assert (right_angle : dot (inputs p) (direction p r) (direction p s) = 0)
    by (rewrite dot_comm, (dot_on_an_axis _ i _ _ inside axis); exact (r_plane i above inside)).
  rewrite right_angle, psi_at_zero. clear right_angle.
  rewrite inputs_of in r_plane, inside, axis |- *. set (u := direction p r) in *. destruct i as [| [| i]]; try lia.
  apply (mean_of_plane_function others _ (fun a b => Rabs (u 0%nat * a + u 1%nat * b)) (fun y => Rabs (y i))
    (radius * 4)).
  - intros a b y. rewrite (dot_in_the_plane others u _ r_plane).
    now rewrite (dot_on_an_axis _ (S (S i)) _ _ inside axis).
  - rewrite !Rmult_0_r, Rplus_0_r. apply Rabs_R0.
  - apply (scaled_integral radius (fun t => Rabs (u 0%nat * cos t + u 1%nat * sin t))); [| now apply size_integral].
    intros t. pose proof radius_nonnegative.
    replace (u 0%nat * (radius * cos t) + u 1%nat * (radius * sin t)) with
      (radius * (u 0%nat * cos t + u 1%nat * sin t)) by ring.
    rewrite Rabs_mult, (Rabs_right radius) by lra. ring.
  - rewrite (mean_of_one_input others i Rabs) by lia. rewrite mean_size. unfold radius.
    transitivity (sqrt (2 / PI) * sqrt (2 / PI)); [| field].
    symmetry. apply sqrt_sqrt. pose proof two_over_pi. lra.
Qed.

Lemma two_axes : on_an_axis p r -> on_an_axis p s -> plane_mean others product_of (psi_kernel p r s).
Proof.
  intros [i [i_above [i_in axis]]] [j [j_above [j_in axis']]]. unfold psi_kernel.
  rewrite (dot_on_an_axis _ i _ _ i_in axis), axis' by easy.
  destruct i as [| [| i]]; try lia. destruct j as [| [| j]]; try lia. cbn [Nat.eqb].
  replace (psi (if (i =? j)%nat then 1 else 0)) with (three_points_mean others (fun y => Rabs (y i) * Rabs (y j))).
  - apply mean_of_the_others. intros a b y. unfold product_of.
    now rewrite (dot_on_an_axis _ _ _ _ i_in axis), (dot_on_an_axis _ _ _ _ j_in axis').
  - rewrite inputs_of in i_in, j_in. rewrite (mean_of_product others i j Rabs 1), mean_size_square; try lia.
    + destruct (i =? j)%nat; [symmetry; apply psi_at_one | symmetry; apply psi_at_zero].
    + rewrite (three_points_ext _ (fun t => t * t)) by (intros t; rewrite <- Rabs_mult; apply Rabs_right; nra).
      exact second_moment.
Qed.
End Kernel.

Theorem plane_kernel_instance_proved : plane_kernel_instance.
Proof.
  intros others p inputs_of units each. split; [rewrite inputs_of; apply plane_is_standard |]. intros r s r_in s_in.
  destruct (each r r_in) as [r_plane | r_axis], (each s s_in) as [s_plane | s_axis].
  - now apply (two_in_the_plane others p inputs_of units r s).
  - now apply (plane_and_axis others p inputs_of units r s).
  - apply (mean_ext _ _ (plane_is_a_law others) (product_of p s r)); [intros; apply Rmult_comm |].
    unfold psi_kernel. rewrite dot_comm. now apply (plane_and_axis others p inputs_of units s r).
  - now apply (two_axes others p inputs_of r s).
Qed.

(** Of the five lines of the counterexamples in space all but the fourth lie in the plane. *)
Theorem in_space_instance_proved : in_space_instance.
Proof.
  exists (plane_mean 1). apply (plane_kernel_instance_proved 1%nat (other_lines 5) eq_refl).
  - intros r inside. simpl in inside.
    assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 3 \/ r = 4)%nat as cases by lia.
    decompose [or] cases; subst r; unfold cosines, dot; simpl; field.
  - intros r inside. simpl in inside. destruct (Nat.eq_dec r 3) as [-> | other]; [right | left].
    + exists 2%nat. repeat split; simpl; try lia. intros j j_in.
      assert (j = 0 \/ j = 1 \/ j = 2)%nat as cases by lia. now decompose [or] cases; subst j.
    + intros j above j_in. simpl in j_in. replace j with 2%nat by lia.
      assert (r = 0 \/ r = 1 \/ r = 2 \/ r = 4)%nat as cases by lia. now decompose [or] cases; subst r.
Qed.
