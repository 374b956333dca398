(** Integrals over the line, from minus to plus infinity, of continuous functions of at most K / (1 + t^2). *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import kernel.rotations kernel.line_integrals.
Local Open Scope R_scope.

Definition over_line (g : R -> R) : R := RInt_gen g (Rbar_locally m_infty) (Rbar_locally p_infty).
Definition falls (K : R) (g : R -> R) : Prop :=
  continuous_everywhere g /\ forall t, Rabs (g t) <= K / (1 + t ^ 2).
(** The integral of 1 / (1 + t^2) outside [-b, b]. *)
Definition tail (b : R) : R := PI - 2 * atan b.

Lemma tail_positive (b : R) : 0 < tail b.
Proof. unfold tail. pose proof (atan_bound b). lra. Qed.

Lemma tail_vanishes (e : R) : 0 < e -> exists b, 0 <= b /\ tail b < e.
Proof.
  intros positive. pose proof PI_RGT_0. set (r := Rmin (PI / 4) (e / 4)).
  assert (0 < r) by (apply Rmin_pos; lra). assert (r <= PI / 4) by apply Rmin_l. assert (r <= e / 4) by apply Rmin_r.
  exists (tan (PI / 2 - r)). split.
  - apply Rlt_le, tan_gt_0; lra.
  - unfold tail. rewrite atan_tan by lra. lra.
Qed.

(** Numbers as close as a multiple of every tail are equal. *)
Lemma equal_by_tail (K m n : R) : (forall b, 0 <= b -> Rabs (m - n) <= K * tail b) -> m = n.
Proof.
  intros close. destruct (Req_dec m n) as [| different]; [easy | exfalso].
  assert (0 < Rabs (m - n)) as apart by (apply Rabs_pos_lt; lra).
  destruct (Rle_or_lt K 0) as [negative | positive].
  - pose proof (close 0 (Rle_refl 0)). pose proof (tail_positive 0). nra.
  - destruct (tail_vanishes (Rabs (m - n) / K)) as [b [above small]]; [now apply Rdiv_lt_0_compat |].
    pose proof (close b above). apply (Rmult_lt_compat_l K) in small; [| easy].
    replace (K * (Rabs (m - n) / K)) with (Rabs (m - n)) in small by (field; lra). lra.
Qed.

Lemma over_line_unique (g : R -> R) (m : R) : integral g m -> over_line g = m.
Proof. exact (is_RInt_gen_unique (V := R_CompleteNormedModule) g m). Qed.

(** ** Pieces *)

Lemma pieces (g : R -> R) (a b c : R) : continuous_everywhere g -> RInt g a b + RInt g b c = RInt g a c.
Proof. intros everywhere. apply (RInt_Chasles (V := R_CompleteNormedModule)); now apply continuous_integrable. Qed.

Lemma weight_integral (K a b : R) : is_RInt (fun t => K / (1 + t ^ 2)) a b (K * (atan b - atan a)).
Proof.
  replace (K * (atan b - atan a)) with (minus (K * atan b) (K * atan a)) by (unfold minus, plus, opp; simpl; ring).
  apply (is_RInt_derive (fun t => K * atan t)); intros t _.
  - apply (is_derive_scal atan t K). evar_last; [apply is_derive_atan |]. unfold Rsqr. f_equal. ring.
  - apply (ex_derive_continuous (fun t => K / (1 + t ^ 2))). auto_derive. pose proof (pow2_ge_0 t). simpl in *. lra.
Qed.

Section Falls.
Variables (K : R) (g : R -> R).
Hypothesis g_falls : falls K g.

Lemma bound_nonnegative : 0 <= K.
Proof.
  destruct g_falls as [_ bound]. pose proof (bound 0) as at_zero. pose proof (Rabs_pos (g 0)).
  replace (K / (1 + 0 ^ 2)) with K in at_zero by field. lra.
Qed.

Lemma piece_bound (a b : R) : a <= b -> Rabs (RInt g a b) <= K * (atan b - atan a).
Proof.
  intros ordered. destruct g_falls as [everywhere bound].
  apply (norm_RInt_le g (fun t => K / (1 + t ^ 2)) a b); [easy | intros; apply bound | | apply weight_integral].
  apply (RInt_correct (V := R_CompleteNormedModule)). now apply continuous_integrable.
Qed.

(** What a larger piece adds. *)
Lemma larger_piece (a b c : R) : a <= - b -> b <= c -> Rabs (RInt g a c - RInt g (- b) b) <= K * tail b.
Proof.
  intros below above. destruct g_falls as [everywhere _].
  rewrite <- (pieces g a (- b) c), <- (pieces g (- b) b c) by easy.
  replace (RInt g a (- b) + (RInt g (- b) b + RInt g b c) - RInt g (- b) b)
    with (RInt g a (- b) + RInt g b c) by ring.
  apply Rle_trans with (1 := Rabs_triang _ _).
  pose proof (piece_bound a (- b) below) as left_bound. pose proof (piece_bound b c above) as right_bound.
  rewrite atan_opp in left_bound. pose proof (atan_bound a). pose proof (atan_bound c). pose proof bound_nonnegative.
  unfold tail. nra.
Qed.

Definition outside (b : R) (ends : R * R) : Prop := fst ends < - b /\ b < snd ends.

Lemma outside_eventually (b : R) : filter_prod (Rbar_locally m_infty) (Rbar_locally p_infty) (outside b).
Proof.
  apply (Filter_prod _ _ _ (fun a => a < - b) (fun c => b < c)); [now exists (- b) | now exists b | easy].
Qed.

Lemma pieces_converge : exists m, filterlim (fun ends => RInt g (fst ends) (snd ends))
  (filter_prod (Rbar_locally m_infty) (Rbar_locally p_infty)) (locally m).
Proof.
  apply (filterlim_locally_cauchy (U := R_CompleteNormedModule)). intros eps. pose proof bound_nonnegative.
  destruct (tail_vanishes (eps / (2 * (K + 1)))) as [b [_ small]].
  { apply Rdiv_lt_0_compat; [apply cond_pos | lra]. }
  exists (outside b). split; [apply outside_eventually |].
  intros u v [u_left u_right] [v_left v_right].
  pose proof (larger_piece _ _ _ (Rlt_le _ _ u_left) (Rlt_le _ _ u_right)) as u_close.
  pose proof (larger_piece _ _ _ (Rlt_le _ _ v_left) (Rlt_le _ _ v_right)) as v_close.
  apply (Rmult_lt_compat_l (2 * (K + 1))) in small; [| lra].
  replace (2 * (K + 1) * (eps / (2 * (K + 1)))) with (pos eps) in small by (field; lra).
  apply Rabs_le_between in u_close, v_close.
  change (Rabs (RInt g (fst v) (snd v) - RInt g (fst u) (snd u)) < eps). pose proof (tail_positive b).
  apply Rabs_def1; lra.
Qed.

Lemma over_line_correct : integral g (over_line g).
Proof.
  apply (RInt_gen_correct (V := R_CompleteNormedModule) g). destruct pieces_converge as [m limit]. exists m.
  apply (filterlimi_lim_ext_loc (fun ends => RInt g (fst ends) (snd ends))); [| exact limit].
  apply filter_forall. intros ends. apply (RInt_correct (V := R_CompleteNormedModule)).
  apply continuous_integrable, g_falls.
Qed.

Lemma piece_close (b : R) : Rabs (over_line g - RInt g (- b) b) <= K * tail b.
Proof.
  apply le_epsilon. intros e positive.
  pose proof (over_line_correct (ball (over_line g) (mkposreal e positive)) (locally_ball _ _)) as near.
  unfold filtermapi in near.
  destruct (filter_ex _ (filter_and _ _ near (outside_eventually b)))
    as [[a c] [[m [piece_value close]] [before after]]].
  simpl in *. apply (is_RInt_unique (V := R_CompleteNormedModule)) in piece_value.
  pose proof (larger_piece a b c (Rlt_le _ _ before) (Rlt_le _ _ after)) as piece. rewrite piece_value in piece.
  apply Rabs_def2 in close. unfold minus, plus, opp in close; simpl in close.
  apply Rabs_le_between in piece. apply Rabs_le_between. lra.
Qed.

Lemma over_line_bound : Rabs (over_line g) <= K * PI.
Proof.
  pose proof (piece_close 0) as close. unfold tail in close. rewrite Ropp_0, atan_0 in close.
  rewrite (RInt_point (V := R_CompleteNormedModule)) in close. unfold zero in close; simpl in close.
  now rewrite Rminus_0_r, Rmult_0_r, Rminus_0_r in close.
Qed.
End Falls.
