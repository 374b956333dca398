(** Integrals over the line, from minus to plus infinity: of sums and multiples, of a function with a primitive, of one
    reflected or moved. Those that exist by a bound on the function are in kernel/over_line.v. *)
From Coq Require Import Reals Lra.
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

Lemma integral_of_primitive (F f : R -> R) (low high : R) :
  (forall t, is_derive F t (f t)) -> continuous_everywhere f ->
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

Lemma integral_moved (a : R) (g : R -> R) (m : R) : integral g m -> integral (fun t => g (t + a)) m.
Proof.
  intros whole near is_near. destruct (whole near is_near) as [P Q [p before] [q after] both].
  apply (Filter_prod _ _ _ (fun x => P (x + a)) (fun x => Q (x + a))).
  - exists (p - a). intros x below. apply before. lra.
  - exists (q - a). intros x above. apply after. lra.
  - intros x y x_in y_in. destruct (both _ _ x_in y_in) as [z [piece z_in]]. exists z. split; [| easy].
    simpl in *. apply (is_RInt_ext (fun t => scal 1 (g (1 * t + a)))).
    + intros t _. unfold scal; simpl. unfold mult; simpl. now rewrite !Rmult_1_l.
    + apply (is_RInt_comp_lin (V := R_CompleteNormedModule) g 1 a x y). now rewrite !Rmult_1_l.
Qed.
