(** A turn of the plane changes no integral over it.

    A shear along the inner line moves the line; one along the outer line does so after the lines have changed places
    (kernel/fubini.v). A turn is three shears, half a turn two quarters. *)
From Coq Require Import Reals Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import kernel.line_integrals kernel.over_line kernel.fubini.
Local Open Scope R_scope.

Definition sheared (t : R) (G : R -> R -> R) : R -> R -> R := fun x y => G x (y + t * x).
Definition sheared_across (t : R) (G : R -> R -> R) : R -> R -> R := transposed (sheared t (transposed G)).
(** c and s are the cosine and the sine of the turn. *)
Definition turned (c s : R) (G : R -> R -> R) : R -> R -> R := fun x y => G (c * x - s * y) (s * x + c * y).
Definition decaying (G : R -> R -> R) : Prop := exists K, decays K G.

Lemma sheared_continuous (t : R) (G : R -> R -> R) : continuous_on_plane G -> continuous_on_plane (sheared t G).
Proof.
  intros everywhere x y. apply continuity_2d_pt_filterlim.
  apply (continuous_comp_2 (fun z : R * R => fst z) (fun z : R * R => snd z + t * fst z) G (x, y)).
  - apply continuous_fst.
  - apply (continuous_plus (fun z : R * R => snd z) (fun z : R * R => t * fst z)); [apply continuous_snd |].
    apply (continuous_scal_r t (fun z : R * R => fst z)), continuous_fst.
  - apply (continuity_2d_pt_filterlim G), everywhere.
Qed.

Lemma sheared_decays (t : R) (G : R -> R -> R) : decaying G -> decaying (sheared t G).
Proof.
  intros [K decay]. exists (K * (2 + 2 * t ^ 2) ^ 2). split; [now apply sheared_continuous, decay |].
  intros x y. apply Rle_trans with (1 := proj2 decay x (y + t * x)). set (z := y + t * x).
  assert (0 < 1 + x ^ 2 + z ^ 2) by nra. assert (0 < 1 + x ^ 2 + y ^ 2) by nra.
  assert (1 + x ^ 2 + y ^ 2 <= (2 + 2 * t ^ 2) * (1 + x ^ 2 + z ^ 2)) as compared.
  { replace y with (z - t * x) by (unfold z; ring).
    pose proof (pow2_ge_0 (z + t * x)). pose proof (pow2_ge_0 x). pose proof (pow2_ge_0 t).
    pose proof (pow2_ge_0 z). pose proof (pow2_ge_0 (t * z)). nra. }
  replace (K * (2 + 2 * t ^ 2) ^ 2 / (1 + x ^ 2 + y ^ 2) ^ 2)
    with (K * ((2 + 2 * t ^ 2) ^ 2 / (1 + x ^ 2 + y ^ 2) ^ 2)) by (unfold Rdiv; ring).
  apply Rmult_le_compat_l; [exact (factor_nonnegative K G decay) |].
  apply Rle_trans with ((2 + 2 * t ^ 2) ^ 2 / ((2 + 2 * t ^ 2) * (1 + x ^ 2 + z ^ 2)) ^ 2).
  - right. field. split; nra.
  - apply Rmult_le_compat_l; [apply pow2_ge_0 |].
    apply Rinv_le_contravar; [now apply pow_lt |]. apply pow_incr. lra.
Qed.

Lemma over_plane_sheared (t : R) (G : R -> R -> R) : decaying G -> over_plane (sheared t G) = over_plane G.
Proof.
  intros [K decay]. unfold over_plane. f_equal. apply functional_extensionality. intros x.
  apply over_line_unique, (integral_moved (t * x)).
  exact (over_line_correct _ _ (section_falls K G decay x)).
Qed.

Lemma transposed_decaying (G : R -> R -> R) : decaying G -> decaying (transposed G).
Proof. intros [K decay]. exists K. now apply transposed_decays. Qed.

Lemma over_plane_sheared_across (t : R) (G : R -> R -> R) :
  decaying G -> decaying (sheared_across t G) /\ over_plane (sheared_across t G) = over_plane G.
Proof.
  intros decay. pose proof (sheared_decays t _ (transposed_decaying G decay)) as [K sheared_decay]. split.
  - apply transposed_decaying. now exists K.
  - unfold sheared_across. rewrite (over_plane_transposed K) by easy.
    rewrite over_plane_sheared by now apply transposed_decaying.
    destruct decay as [L decay]. exact (over_plane_transposed L G decay).
Qed.

Lemma three_shears (c s : R) (G : R -> R -> R) : c ^ 2 + s ^ 2 = 1 -> 1 + c <> 0 ->
  turned c s G = let t := - (s / (1 + c)) in sheared_across t (sheared s (sheared_across t G)).
Proof.
  intros unit other. apply functional_extensionality. intros x. apply functional_extensionality. intros y.
  unfold turned, sheared_across, sheared, transposed; simpl.
  assert (s * (s / (1 + c)) = 1 - c) as slope.
  { apply (Rmult_eq_reg_r (1 + c)); [| easy]. field_simplify; [| easy]. lra. }
  assert (s * x + c * y = y + s * (x + - (s / (1 + c)) * y)) as second by nra.
  rewrite <- second. f_equal.
  replace (x + - (s / (1 + c)) * y + - (s / (1 + c)) * (s * x + c * y))
    with (x - s * (s / (1 + c)) * x - (1 + c) * (s / (1 + c)) * y) by ring.
  rewrite slope. field_simplify; [| easy]. lra.
Qed.

Lemma over_plane_turned (c s : R) (G : R -> R -> R) : c ^ 2 + s ^ 2 = 1 -> decaying G ->
  decaying (turned c s G) /\ over_plane (turned c s G) = over_plane G.
Proof.
  assert (forall c s G, c ^ 2 + s ^ 2 = 1 -> 1 + c <> 0 -> decaying G ->
    decaying (turned c s G) /\ over_plane (turned c s G) = over_plane G) as most.
  { clear. intros c s G unit other decay. rewrite three_shears by easy. cbv zeta. set (t := - (s / (1 + c))).
    destruct (over_plane_sheared_across t G decay) as [first_decay first].
    pose proof (sheared_decays s _ first_decay) as second_decay.
    destruct (over_plane_sheared_across t _ second_decay) as [third_decay third]. split; [exact third_decay |].
    now rewrite third, over_plane_sheared. }
  intros unit decay. destruct (Req_dec (1 + c) 0) as [half |]; [| now apply most].
  assert (s = 0) by nra. assert (turned c s G = turned 0 1 (turned 0 1 G)) as ->.
  { apply functional_extensionality. intros x. apply functional_extensionality. intros y.
    unfold turned. f_equal; nra. }
  destruct (most 0 1 G ltac:(ring) ltac:(lra) decay) as [quarter_decay <-].
  apply most; [ring | lra | exact quarter_decay].
Qed.
