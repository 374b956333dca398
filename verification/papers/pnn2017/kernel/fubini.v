(** Integrals over the plane, over one line after another, of continuous functions of at most K / (1 + x^2 + y^2)^2:
    the order of the lines does not matter. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import kernel.rotations kernel.over_line.
Local Open Scope R_scope.

Definition continuous_on_plane (G : R -> R -> R) : Prop := forall x y, continuity_2d_pt G x y.
Definition transposed (G : R -> R -> R) : R -> R -> R := fun x y => G y x.

Lemma transposed_continuous (G : R -> R -> R) : continuous_on_plane G -> continuous_on_plane (transposed G).
Proof.
  intros everywhere x y eps. destruct (everywhere y x eps) as [d near].
  exists d. intros u v u_near v_near. now apply near.
Qed.

Lemma section_continuous (G : R -> R -> R) (x : R) : continuous_on_plane G -> continuous_everywhere (G x).
Proof.
  intros everywhere y. apply (filterlim_locally (F := locally y)). intros eps.
  destruct (everywhere x y eps) as [d near]. exists d. intros v v_near. apply near; [| exact v_near].
  rewrite Rminus_eq_0, Rabs_R0. apply cond_pos.
Qed.

(** ** Rectangles *)

Definition strip (G : R -> R -> R) (a b : R) (x : R) : R := RInt (G x) a b.

Lemma ordered_strip_continuous (G : R -> R -> R) (a b : R) :
  a <= b -> continuous_on_plane G -> continuous_everywhere (strip G a b).
Proof.
  intros ordered everywhere x. apply (filterlim_locally (F := locally x)). intros eps.
  assert (0 < eps / (b - a + 1)) as small by (apply Rdiv_lt_0_compat; [apply cond_pos | lra]).
  destruct (uniform_continuity_2d_1d' G a b x (fun y _ => everywhere x y) (mkposreal _ small)) as [d near].
  exists d. intros u u_near. change (Rabs (u - x) < d) in u_near. apply Rabs_def2 in u_near. pose proof (cond_pos d).
  pose proof (fun z => continuous_integrable _ a b (section_continuous G z everywhere)) as integrable.
  change (Rabs (RInt (G u) a b - RInt (G x) a b) < eps).
  replace (RInt (G u) a b - RInt (G x) a b) with (RInt (fun y => G u y - G x y) a b)
    by exact (RInt_minus (G u) (G x) a b (integrable u) (integrable x)).
  apply Rle_lt_trans with ((b - a) * (eps / (b - a + 1))).
  - apply abs_RInt_le_const; [easy | now apply (ex_RInt_minus (V := R_NormedModule) (G u) (G x)) |].
    intros y y_in. apply Rlt_le, (near y x y u); try lra. rewrite Rminus_eq_0, Rabs_R0. apply cond_pos.
  - pose proof (cond_pos eps). apply Rlt_le_trans with ((b - a + 1) * (eps / (b - a + 1))).
    + apply Rmult_lt_compat_r; lra.
    + right. field. lra.
Qed.

Lemma strip_continuous (G : R -> R -> R) (a b : R) : continuous_on_plane G -> continuous_everywhere (strip G a b).
Proof.
  intros everywhere. destruct (Rle_or_lt a b) as [ordered | reversed].
  - now apply ordered_strip_continuous.
  - intros x. apply (continuous_ext (fun x => opp (strip G b a x))).
    + intros y. apply (opp_RInt_swap (V := R_CompleteNormedModule)).
      now apply continuous_integrable, section_continuous.
    + apply (continuous_opp (strip G b a)). apply ordered_strip_continuous; [lra | easy].
Qed.

Lemma rectangle (G : R -> R -> R) (a b c d : R) : continuous_on_plane G ->
  RInt (strip G c d) a b = RInt (strip (transposed G) a b) c d.
Proof.
  intros everywhere. pose proof (transposed_continuous G everywhere) as its_transposed.
  pose proof (fun y => section_continuous _ y its_transposed) as across.
  apply (is_RInt_unique (V := R_CompleteNormedModule)).
  replace (RInt (strip (transposed G) a b) c d)
    with (minus (RInt (strip (transposed G) a b) c d) (RInt (strip (transposed G) a a) c d)).
  - apply (is_RInt_derive (fun z => RInt (strip (transposed G) a z) c d)).
    + intros x _.
      assert (forall z y, is_derive (fun u => strip (transposed G) a u y) z (G z y)) as slope.
      { intros z y. apply (is_derive_RInt (transposed G y) _ a z); [| apply across].
        apply filter_forall. intros u. apply (RInt_correct (V := R_CompleteNormedModule)).
        now apply continuous_integrable. }
      evar_last; [apply (is_derive_RInt_param (fun z => strip (transposed G) a z) c d x) |].
      * apply filter_forall. intros z y _. exists (G z y). apply slope.
      * intros y _. apply (continuity_2d_pt_ext G); [| apply everywhere].
        intros u v. symmetry. apply is_derive_unique, slope.
      * apply filter_forall. intros z. now apply continuous_integrable, strip_continuous.
      * apply RInt_ext. intros y _. apply is_derive_unique, slope.
    + intros x _. now apply strip_continuous.
  - rewrite (RInt_ext (strip (transposed G) a a) (fun _ => 0)).
    + rewrite RInt_const. unfold minus, plus, opp, scal; simpl. unfold mult; simpl. ring.
    + intros y _. apply (RInt_point (V := R_CompleteNormedModule)).
Qed.

(** ** The plane *)

Definition decays (K : R) (G : R -> R -> R) : Prop :=
  continuous_on_plane G /\ forall x y, Rabs (G x y) <= K / (1 + x ^ 2 + y ^ 2) ^ 2.
Definition over_plane (G : R -> R -> R) : R := over_line (fun x => over_line (G x)).

Lemma transposed_decays (K : R) (G : R -> R -> R) : decays K G -> decays K (transposed G).
Proof.
  intros [everywhere bound]. split; [now apply transposed_continuous |]. intros x y. unfold transposed.
  replace (1 + x ^ 2 + y ^ 2) with (1 + y ^ 2 + x ^ 2) by ring. apply bound.
Qed.

Section Decays.
Variables (K : R) (G : R -> R -> R).
Hypothesis G_decays : decays K G.
Let everywhere : continuous_on_plane G := proj1 G_decays.

Lemma factor_nonnegative : 0 <= K.
Proof.
  pose proof (proj2 G_decays 0 0) as at_zero. pose proof (Rabs_pos (G 0 0)).
  replace (K / (1 + 0 ^ 2 + 0 ^ 2) ^ 2) with K in at_zero by field. lra.
Qed.

Lemma section_falls (x : R) : falls (K / (1 + x ^ 2)) (G x).
Proof.
  split; [now apply section_continuous |]. intros y. apply Rle_trans with (1 := proj2 G_decays x y).
  pose proof factor_nonnegative. pose proof (pow2_ge_0 x). pose proof (pow2_ge_0 y).
  replace (K / (1 + x ^ 2) / (1 + y ^ 2)) with (K / ((1 + x ^ 2) * (1 + y ^ 2))) by (field; lra).
  apply Rmult_le_compat_l; [easy |]. apply Rinv_le_contravar; [nra |].
  replace ((1 + x ^ 2 + y ^ 2) ^ 2) with ((1 + x ^ 2 + y ^ 2) * (1 + x ^ 2 + y ^ 2)) by ring.
  apply Rmult_le_compat; lra.
Qed.

(** What a strip leaves of the lines, for all of them at once. *)
Lemma strip_close (b x : R) : Rabs (over_line (G x) - strip G (- b) b x) <= K * tail b / (1 + x ^ 2).
Proof.
  replace (K * tail b / (1 + x ^ 2)) with (K / (1 + x ^ 2) * tail b) by (unfold Rdiv; ring).
  exact (piece_close _ _ (section_falls x) b).
Qed.

Lemma strip_close_everywhere (b x : R) : Rabs (over_line (G x) - strip G (- b) b x) <= K * tail b.
Proof.
  apply Rle_trans with (1 := strip_close b x). rewrite <- (Rdiv_1 (K * tail b)) at 2.
  pose proof factor_nonnegative. pose proof (tail_positive b). pose proof (pow2_ge_0 x).
  apply Rmult_le_compat_l; [nra |]. apply Rinv_le_contravar; lra.
Qed.

Lemma lines_continuous : continuous_everywhere (fun x => over_line (G x)).
Proof.
  intros x. apply (filterlim_locally (F := locally x)). intros eps. pose proof (cond_pos eps).
  pose proof factor_nonnegative.
  destruct (tail_vanishes (eps / (3 * (K + 1)))) as [b [_ small]]; [apply Rdiv_lt_0_compat; lra |].
  apply (Rmult_lt_compat_l (3 * (K + 1))) in small; [| lra].
  replace (3 * (K + 1) * (eps / (3 * (K + 1)))) with (pos eps) in small by (field; lra).
  assert (0 < eps / 3) as third by lra.
  destruct (strip_continuous G (- b) b everywhere x (ball (strip G (- b) b x) (mkposreal _ third))
    (locally_ball _ _)) as [d near].
  exists d. intros u u_near. pose proof (near u u_near) as close.
  change (Rabs (strip G (- b) b u - strip G (- b) b x) < eps / 3) in close.
  pose proof (strip_close_everywhere b u) as at_u. pose proof (strip_close_everywhere b x) as at_x.
  change (Rabs (over_line (G u) - over_line (G x)) < eps). pose proof (tail_positive b).
  apply Rabs_def2 in close. apply Rabs_le_between in at_u, at_x. apply Rabs_def1; lra.
Qed.

Lemma lines_fall : falls (K * PI) (fun x => over_line (G x)).
Proof.
  split; [apply lines_continuous |]. intros x.
  replace (K * PI / (1 + x ^ 2)) with (K / (1 + x ^ 2) * PI) by (unfold Rdiv; ring).
  exact (over_line_bound _ _ (section_falls x)).
Qed.

Lemma square_close (b : R) : 0 <= b -> Rabs (over_plane G - RInt (strip G (- b) b) (- b) b) <= 2 * K * PI * tail b.
Proof.
  intros above. pose proof (piece_close _ _ lines_fall b) as outer.
  pose proof (strip_continuous G (- b) b everywhere) as strips.
  assert (falls (K * tail b) (fun x => over_line (G x) - strip G (- b) b x)) as rest.
  { split; [| apply strip_close]. intros x.
    apply (continuous_minus (fun x => over_line (G x)) (strip G (- b) b)); [apply lines_continuous | apply strips]. }
  apply (piece_bound _ _) with (a := - b) (b := b) in rest; [| lra].
  replace (RInt (fun x => over_line (G x) - strip G (- b) b x) (- b) b)
    with (RInt (fun x => over_line (G x)) (- b) b - RInt (strip G (- b) b) (- b) b) in rest.
  - rewrite atan_opp in rest. pose proof (atan_bound b). pose proof (tail_positive b). pose proof factor_nonnegative.
    assert (K * tail b * (atan b - - atan b) <= K * tail b * PI) by (apply Rmult_le_compat_l; nra).
    unfold over_plane in *. apply Rabs_le_between in outer, rest. apply Rabs_le_between. lra.
  - symmetry. apply (RInt_minus (V := R_CompleteNormedModule) (fun x => over_line (G x)) (strip G (- b) b));
      apply continuous_integrable; [apply lines_continuous | exact strips].
Qed.
End Decays.

Theorem over_plane_transposed (K : R) (G : R -> R -> R) : decays K G -> over_plane (transposed G) = over_plane G.
Proof.
  intros decay. apply (equal_by_tail (4 * K * PI)). intros b above.
  pose proof (square_close K G decay b above) as one.
  pose proof (square_close K _ (transposed_decays K G decay) b above) as other.
  rewrite (rectangle G) in one by apply decay.
  apply Rabs_le_between in one, other. apply Rabs_le_between. lra.
Qed.
