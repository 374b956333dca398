(** The integral of exp(-t^2/2) from 0 upwards is sqrt(pi/2): its square, with an integral over a fixed interval that
    vanishes far out, stays the same. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From pnn2017 Require Import kernel.normal_pair.
Local Open Scope R_scope.

Definition bell (t : R) : R := exp (- t ^ 2 / 2).

Lemma bell_positive (t : R) : 0 < bell t.
Proof. apply exp_pos. Qed.

Lemma bell_even (t : R) : bell (- t) = bell t.
Proof. unfold bell. f_equal. field. Qed.

Lemma bell_slope (t : R) : is_derive bell t (- t * bell t).
Proof.
  unfold bell. auto_derive; [easy |]. change (- t ^ 2 / 2) with (- (t * (t * 1)) * / 2). set (e := exp _). field.
Qed.

Lemma bell_continuous (t : R) : continuous bell t.
Proof. apply (ex_derive_continuous bell). exists (- t * bell t). apply bell_slope. Qed.

Lemma bell_product (s t : R) : bell s * bell t = exp (- / 2 * (s * s + t * t)).
Proof. unfold bell. rewrite <- exp_plus. f_equal. field. Qed.

(** ** The integral from 0 to t *)

Definition area (t : R) : R := RInt bell 0 t.

Lemma is_area (t : R) : is_RInt bell 0 t (area t).
Proof. apply (RInt_correct bell), (ex_RInt_continuous bell). intros. apply bell_continuous. Qed.

Lemma area_slope (t : R) : is_derive area t (bell t).
Proof.
  apply (is_derive_RInt bell area 0 t); [| apply bell_continuous]. apply (filter_forall (F := locally t)), is_area.
Qed.

Lemma area_zero : area 0 = 0.
Proof. apply (RInt_point 0 bell). Qed.

Lemma area_odd (t : R) : area (- t) = - area t.
Proof.
  apply is_RInt_unique. apply (is_RInt_ext (fun s => opp (opp (bell (- s))))).
  - intros s _. rewrite bell_even. unfold opp; simpl. ring.
  - apply (is_RInt_opp (fun s => opp (bell (- s)))), (is_RInt_comp_opp bell).
    replace (- 0) with 0 by ring. rewrite Ropp_involutive. apply is_area.
Qed.

Lemma area_nonnegative (t : R) : 0 <= t -> 0 <= area t.
Proof.
  intros positive. apply RInt_ge_0; [easy | exists (area t); apply is_area |].
  intros. apply Rlt_le, bell_positive.
Qed.

(** ** What its square lacks *)

Definition slice (u x : R) : R := exp (- / 2 * (u * u) * (1 + x * x)) * / (1 + x * x).
Definition lacking (u : R) : R := RInt (slice u) 0 1.

Lemma slice_slope (u x : R) : is_derive (fun u => slice u x) u (- u * exp (- / 2 * (u * u) * (1 + x * x))).
Proof. unfold slice. auto_derive; [easy |]. set (e := exp _). field. nra. Qed.

Lemma slice_slope_continuous (u x : R) :
  continuity_2d_pt (fun u x => - u * exp (- / 2 * (u * u) * (1 + x * x))) u x.
Proof.
  apply continuity_2d_pt_mult; [apply continuity_2d_pt_opp, continuity_2d_pt_id1 |].
  apply (continuity_1d_2d_pt_comp exp); [apply derivable_continuous_pt, derivable_pt_exp |].
  repeat first [apply continuity_2d_pt_mult | apply continuity_2d_pt_plus | apply continuity_2d_pt_const |
    apply continuity_2d_pt_id1 | apply continuity_2d_pt_id2].
Qed.

Lemma is_lacking (u : R) : is_RInt (slice u) 0 1 (lacking u).
Proof.
  apply (RInt_correct (slice u)), (ex_RInt_continuous (slice u)). intros x _. apply (ex_derive_continuous (slice u)).
  unfold slice. auto_derive. nra.
Qed.

Lemma lacking_slope (u : R) : is_derive lacking u (- bell u * area u).
Proof.
  assert (slopes : forall v x, Derive (fun u => slice u x) v = - v * exp (- / 2 * (v * v) * (1 + x * x)))
    by (intros; apply is_derive_unique, slice_slope).
  evar_last; [apply (is_derive_RInt_param slice 0 1 u) |].
  - apply filter_forall. intros v x _. eexists. apply slice_slope.
  - intros x _. apply (continuity_2d_pt_ext (fun u x => - u * exp (- / 2 * (u * u) * (1 + x * x)))).
    + intros v y. now rewrite slopes.
    + apply slice_slope_continuous.
  - apply filter_forall. intros v. exists (lacking v). apply is_lacking.
  - apply is_RInt_unique. apply (is_RInt_ext (fun x => scal (- bell u) (scal u (bell (u * x + 0))))).
    + intros x _. rewrite slopes. unfold scal; simpl. unfold mult; simpl.
      replace (- / 2 * (u * u) * (1 + x * x)) with (- / 2 * (u * u + (u * x + 0) * (u * x + 0))) by ring.
      rewrite <- bell_product. ring.
    + apply (is_RInt_scal (fun x => scal u (bell (u * x + 0)))), (is_RInt_comp_lin bell).
      rewrite Rmult_0_r, Rplus_0_r, Rmult_1_r, Rplus_0_r. apply is_area.
Qed.

Lemma lacking_zero : lacking 0 = PI / 4.
Proof.
  apply is_RInt_unique. replace (PI / 4) with (minus (atan 1) (atan 0))
    by (rewrite atan_1, atan_0; unfold minus, plus, opp; simpl; field).
  apply (is_RInt_ext (fun x => / (1 + x * x))).
  - intros x _. unfold slice. replace (- / 2 * (0 * 0) * (1 + x * x)) with 0 by ring.
    rewrite exp_0. symmetry. apply Rmult_1_l.
  - apply (is_RInt_derive atan (fun x => / (1 + x * x))).
    + intros x _. apply is_derive_Reals. replace (x * x) with (x ^ 2) by ring. apply derivable_pt_lim_atan.
    + intros x _. apply (ex_derive_continuous (fun x => / (1 + x * x))). auto_derive. nra.
Qed.

Lemma area_squared (u : R) : 0 < u -> area u * area u = PI / 2 - 2 * lacking u.
Proof.
  intros positive. pose (whole := fun u => area u * area u + 2 * lacking u).
  assert (same : whole 0 = whole u).
  { apply (eq_is_derive whole); [| easy]. intros t _.
    replace (@zero R_NormedModule) with ((bell t * area t + area t * bell t) + 2 * (- bell t * area t))
      by (unfold zero; simpl; ring).
    apply (is_derive_plus (fun u => area u * area u) (fun u => 2 * lacking u)).
    - apply (is_derive_mult area area); [apply area_slope | apply area_slope | intros; apply Rmult_comm].
    - apply (is_derive_scal lacking), lacking_slope. }
  unfold whole in same. rewrite area_zero, lacking_zero in same. lra.
Qed.

Lemma slice_bounds (u x : R) : 0 <= slice u x <= bell u.
Proof.
  unfold slice. pose proof (exp_pos (- / 2 * (u * u) * (1 + x * x))).
  assert (0 < / (1 + x * x) <= 1).
  { split; [apply Rinv_0_lt_compat; nra |]. rewrite <- Rinv_1 at 2. apply Rinv_le_contravar; nra. }
  assert (exp (- / 2 * (u * u) * (1 + x * x)) <= bell u).
  { unfold bell. destruct (Req_dec (u * x) 0) as [zero | other].
    - right. f_equal. transitivity (- u ^ 2 / 2 - / 2 * (u * x) * (u * x)); [field | rewrite zero; ring].
    - left. apply exp_increasing. enough (0 < (u * x) * (u * x)) by (simpl; lra). nra. }
  split; nra.
Qed.

Lemma lacking_bounds (u : R) : 0 <= lacking u <= bell u.
Proof.
  split.
  - apply (is_RInt_ge_0 (slice u) 0 1); [lra | apply is_lacking | intros; apply slice_bounds].
  - replace (bell u) with (scal (1 - 0) (bell u)) by (unfold scal; simpl; unfold mult; simpl; ring).
    apply (is_RInt_le (slice u) (fun _ => bell u) 0 1); [lra | apply is_lacking | | intros; apply slice_bounds].
    apply (is_RInt_const 0 1 (bell u)).
Qed.

Lemma bell_vanishes : is_lim bell p_infty 0.
Proof. exact exponential_vanishes. Qed.

Theorem area_limit : is_lim area p_infty (sqrt (PI / 2)).
Proof.
  assert (is_lim lacking p_infty 0) as vanishes.
  { apply (is_lim_le_le_loc (fun _ => 0) bell); [| apply is_lim_const | apply bell_vanishes].
    exists 0. intros. apply lacking_bounds. }
  apply (is_lim_ext_loc (fun u => sqrt (PI / 2 - 2 * lacking u))).
  - exists 0. intros u positive. rewrite <- area_squared by easy. apply sqrt_square, area_nonnegative. lra.
  - apply (filterlim_comp _ _ _ (fun u => PI / 2 - 2 * lacking u) sqrt _ (locally (PI / 2))).
    + change (is_lim (fun u => PI / 2 - 2 * lacking u) p_infty (PI / 2)).
      replace (Finite (PI / 2)) with (Finite (PI / 2 - 2 * 0)) by (f_equal; ring).
      apply is_lim_minus'; [apply is_lim_const |]. apply (is_lim_scal_l lacking 2 p_infty 0), vanishes.
    + apply continuous_sqrt.
Qed.

(** How fast the exponential falls. *)
Lemma exponential_falls (r : R) : 0 <= r -> exp (- / 2 * r) <= 216 / (1 + r) ^ 3.
Proof.
  intros positive. replace (- / 2 * r) with (- (r / 6 + r / 6 + r / 6)) by field. rewrite exp_Ropp, !exp_plus.
  replace (216 / (1 + r) ^ 3) with (/ ((1 + r) / 6 * ((1 + r) / 6) * ((1 + r) / 6))) by (field; lra).
  pose proof (exp_ineq1_le (r / 6)).
  apply Rinv_le_contravar; [repeat apply Rmult_lt_0_compat; lra |].
  repeat apply Rmult_le_compat; try lra; apply Rmult_le_pos; lra.
Qed.
