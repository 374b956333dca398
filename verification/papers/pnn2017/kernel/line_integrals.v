(** Integrals of functions over the line: of a function with a primitive, and of one nowhere negative whose integrals over
    intervals stay bounded. *)
From Coq Require Import Reals Lra Classical_Prop.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import kernel.rotations.
Local Open Scope R_scope.

Definition integral (f : R -> R) (l : R) : Prop := is_RInt_gen f (Rbar_locally m_infty) (Rbar_locally p_infty) l.

Lemma integral_ext (f g : R -> R) (l : R) : (forall t, f t = g t) -> integral f l -> integral g l.
Proof.
  intros same whole. apply (is_RInt_gen_ext (V := R_NormedModule) (Fa := Rbar_locally m_infty)
    (Fb := Rbar_locally p_infty) f g l); [| exact whole].
  apply filter_forall. intros. apply same.
Qed.

Lemma integral_scale (a : R) (f : R -> R) (l : R) : integral f l -> integral (fun t => a * f t) (a * l).
Proof. exact (is_RInt_gen_scal (V := R_NormedModule) f a l). Qed.

Lemma integral_plus (f g : R -> R) (l m : R) : integral f l -> integral g m -> integral (fun t => f t + g t) (l + m).
Proof. exact (is_RInt_gen_plus (V := R_NormedModule) f g l m). Qed.

Lemma integral_of_primitive (F f : R -> R) (low high : R) : (forall t, is_derive F t (f t)) -> continuous_everywhere f ->
  is_lim F m_infty low -> is_lim F p_infty high -> integral f (high - low).
Proof.
  intros slope everywhere below above.
  assert (same : forall t, Derive F t = f t) by (intros; now apply is_derive_unique).
  apply (integral_ext (Derive F)); [easy |].
  apply (is_RInt_gen_Derive (Fa := Rbar_locally m_infty) (Fb := Rbar_locally p_infty) F low high);
    [| | exact below | exact above].
  - apply filter_forall. intros ab t _. now exists (f t).
  - apply filter_forall. intros ab t _. apply (continuous_ext f); [easy | apply everywhere].
Qed.

Lemma integral_nonnegative (f : R -> R) (l : R) : (forall t, 0 <= f t) -> integral f l -> 0 <= l.
Proof.
  intros positive whole. apply Rle_trans with (Rabs l); [apply Rabs_pos |].
  apply (RInt_gen_norm (V := R_CompleteNormedModule) (Fa := Rbar_locally m_infty) (Fb := Rbar_locally p_infty) f f l l);
    [| | exact whole | exact whole].
  - apply (Filter_prod _ _ _ (fun a => a < 0) (fun b => 0 < b)); [now exists 0 | now exists 0 |].
    intros a b below above. simpl. lra.
  - apply filter_forall. intros ab t _. right. apply (Rabs_right _ (Rle_ge _ _ (positive t))).
Qed.

Lemma integral_reflected (f : R -> R) (l : R) : integral f l -> integral (fun t => f (- t)) l.
Proof.
  intros whole P near. destruct (whole P near) as [Q S [M below] [N above] parts].
  apply (Filter_prod _ _ _ (fun a => a < - N) (fun b => - M < b)); [now exists (- N) | now exists (- M) |].
  intros a b left right. destruct (parts (- b) (- a)) as [y [part inside]]; [apply below; lra | apply above; lra |].
  exists y. split; [| exact inside]. simpl in *.
  apply (is_RInt_ext (fun t => opp (opp (f (- t))))); [intros; unfold opp; simpl; ring |].
  replace y with (opp (opp y)) by (unfold opp; simpl; ring).
  apply (is_RInt_opp (fun t => opp (f (- t)))), (is_RInt_comp_opp f), (is_RInt_swap f). exact part.
Qed.

(** A function nowhere negative whose integrals stay bounded has one over the line. *)
Lemma longer_interval (f : R -> R) (a' a b b' v w : R) : (forall t, 0 <= f t) -> a' <= a -> a <= b -> b <= b' ->
  is_RInt f a b v -> is_RInt f a' b' w -> v <= w.
Proof.
  intros positive left ordered right part whole.
  assert (all : ex_RInt f a' b') by now exists w.
  destruct (ex_RInt_Chasles_1 f a' a b' ltac:(lra) all) as [first has_first].
  destruct (ex_RInt_Chasles_2 f a' b b' ltac:(lra) all) as [last has_last].
  assert (total : w = first + v + last).
  { rewrite <- (is_RInt_unique _ _ _ _ whole). apply is_RInt_unique.
    exact (is_RInt_Chasles _ _ _ _ _ _ (is_RInt_Chasles _ _ _ _ _ _ has_first part) has_last). }
  pose proof (is_RInt_ge_0 _ _ _ _ left has_first ltac:(easy)).
  pose proof (is_RInt_ge_0 _ _ _ _ right has_last ltac:(easy)). lra.
Qed.

Lemma part_at_most_whole (f : R -> R) (a b v l : R) : (forall t, 0 <= f t) -> a <= b ->
  is_RInt f a b v -> integral f l -> v <= l.
Proof.
  intros positive ordered part whole. destruct (Rle_or_lt v l) as [| larger]; [easy | exfalso].
  assert (near : locally l (fun y => y < v)).
  { exists (mkposreal (v - l) ltac:(lra)). intros y close.
    apply (Rabs_def2 (y - l) (v - l)) in close. lra. }
  destruct (whole _ near) as [Q S [M below] [N above] parts].
  destruct (parts (Rmin a M - 1) (Rmax b N + 1)) as [w [long smaller]].
  - apply below. pose proof (Rmin_r a M). lra.
  - apply above. pose proof (Rmax_r b N). lra.
  - simpl in long. pose proof (Rmin_l a M). pose proof (Rmax_l b N).
    enough (v <= w) by lra. apply (longer_interval f (Rmin a M - 1) a b (Rmax b N + 1)); easy || lra.
Qed.

Lemma bounded_parts_integrable (f : R -> R) (bound : R) : continuous_everywhere f -> (forall t, 0 <= f t) ->
  (forall a b v, a <= b -> is_RInt f a b v -> v <= bound) -> exists l, integral f l.
Proof.
  intros everywhere positive bounded.
  assert (is_part : forall a b, is_RInt f a b (RInt f a b))
    by (intros; apply (RInt_correct f); now apply continuous_integrable).
  pose (parts := fun v => exists a b, a <= b /\ v = RInt f a b).
  destruct (completeness parts) as [l [upper least]].
  - exists bound. intros v [a [b [ordered ->]]]. now apply (bounded a b).
  - exists (RInt f 0 0), 0, 0. split; [lra | easy].
  - exists l. intros P [eps near].
    assert (exists a b, a <= b /\ l - eps < RInt f a b) as [a [b [ordered close]]].
    { destruct (classic (exists a b, a <= b /\ l - eps < RInt f a b)) as [| none]; [easy | exfalso].
      assert (l <= l - eps); [| pose proof (cond_pos eps); lra].
      apply least. intros v [a [b [ordered ->]]]. apply Rnot_lt_le. intros larger. apply none. now exists a, b. }
    apply (Filter_prod _ _ _ (fun a' => a' < a) (fun b' => b < b')); [now exists a | now exists b |].
    intros a' b' left right. exists (RInt f a' b'). split; [apply is_part |]. apply near.
    assert (RInt f a' b' <= l) by (apply upper; exists a', b'; split; [lra | easy]).
    assert (RInt f a b <= RInt f a' b')
      by (apply (longer_interval f a' a b b'); first [apply is_part | easy | lra]).
    apply (Rabs_def1 (RInt f a' b' - l) eps); lra.
Qed.

Lemma dominated_integrable (f h : R -> R) (l : R) : continuous_everywhere f -> continuous_everywhere h ->
  (forall t, 0 <= f t <= h t) -> integral h l -> exists m, integral f m.
Proof.
  intros f_everywhere h_everywhere between whole.
  apply (bounded_parts_integrable f l); [easy | intros; apply between |]. intros a b v ordered part.
  destruct (continuous_integrable h a b h_everywhere) as [w larger]. apply Rle_trans with w.
  - apply (is_RInt_le f h a b); [easy | easy | easy | intros; apply between].
  - apply (part_at_most_whole h a b); [| easy | easy | easy]. intros t. specialize (between t). lra.
Qed.
