(** The integral of |cos t cos(t - th)| around a circle, piece by piece between the zeros of the two cosines. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Local Open Scope R_scope.

Definition primitive (th t : R) : R := / 2 * t * cos th + / 4 * sin (2 * t - th).

Lemma primitive_derivative (th t : R) : is_derive (primitive th) t (cos t * cos (t - th)).
Proof.
  unfold primitive. auto_derive; [easy|].
  replace (2 * t + - th) with (t + (t - th)) by ring.
  replace (cos th) with (cos (t - (t - th))) by (f_equal; ring).
  rewrite cos_minus, cos_plus. field.
Qed.

Lemma integral_of_a_piece (th a b s : R) : a <= b -> (s = 1 \/ s = -1) ->
  (forall t, a < t < b -> 0 <= s * (cos t * cos (t - th))) ->
  is_RInt (fun t => Rabs (cos t * cos (t - th))) a b (s * (primitive th b - primitive th a)).
Proof.
  intros Hab Hs P.
  apply (is_RInt_ext (fun t => s * (cos t * cos (t - th)))).
  - intros t. rewrite Rmin_left, Rmax_right by lra. intros Ht.
    specialize (P t Ht). destruct Hs; subst; [rewrite Rabs_right|rewrite Rabs_left1]; lra.
  - apply (is_RInt_scal (fun t => cos t * cos (t - th))).
    apply (is_RInt_derive (primitive th)).
    + intros; apply primitive_derivative.
    + intros t _. apply (ex_derive_continuous (fun t => cos t * cos (t - th))). auto_derive. easy.
Qed.

(** Signs of the cosine on the half periods that occur. *)
Lemma cos_right (x : R) : - (PI/2) <= x <= PI/2 -> 0 <= cos x.
Proof. intros; apply cos_ge_0; lra. Qed.
Lemma cos_left (x : R) : PI/2 <= x <= 3 * (PI/2) -> cos x <= 0.
Proof. intros; apply cos_le_0; lra. Qed.
Lemma cos_right_next (x : R) : 3 * (PI/2) <= x <= 5 * (PI/2) -> 0 <= cos x.
Proof. intros. replace x with ((x - 2 * PI) + 2 * INR 1 * PI) by (simpl; ring).
  rewrite cos_period. apply cos_right. lra. Qed.
Lemma cos_left_before (x : R) : - (3 * (PI/2)) <= x <= - (PI/2) -> cos x <= 0.
Proof. intros. rewrite <- cos_neg. apply cos_left. lra. Qed.

Lemma signs_pp (a b : R) : 0 <= a -> 0 <= b -> 0 <= 1 * (a * b).
Proof. intros; nra. Qed.
Lemma signs_nn (a b : R) : a <= 0 -> b <= 0 -> 0 <= 1 * (a * b).
Proof. intros; nra. Qed.
Lemma signs_pn (a b : R) : 0 <= a -> b <= 0 -> 0 <= -1 * (a * b).
Proof. intros; nra. Qed.
Lemma signs_np (a b : R) : a <= 0 -> 0 <= b -> 0 <= -1 * (a * b).
Proof. intros; nra. Qed.

Ltac cosine_positive := first [apply cos_right; lra | apply cos_right_next; lra].
Ltac cosine_negative := first [apply cos_left; lra | apply cos_left_before; lra].
Ltac decide_sign := intros; first
  [ apply signs_pp; cosine_positive | apply signs_nn; cosine_negative
  | apply signs_pn; [cosine_positive | cosine_negative] | apply signs_np; [cosine_negative | cosine_positive] ].

(** The primitive at the points where a cosine changes its sign. *)
Lemma sin_3PI_minus x : sin (3 * PI - x) = sin x.
Proof. replace (3 * PI - x) with ((PI - x) + 2 * INR 1 * PI) by (simpl; ring).
  rewrite sin_period. now rewrite sin_PI_x. Qed.
Lemma primitive_at_zero th : primitive th 0 = - / 4 * sin th.
Proof. unfold primitive. replace (2 * 0 - th) with (- th) by ring. rewrite sin_neg. ring. Qed.
Lemma primitive_at_quarter th : primitive th (PI/2) = / 4 * PI * cos th + / 4 * sin th.
Proof. unfold primitive. replace (2 * (PI/2) - th) with (PI - th) by field. rewrite sin_PI_x. field. Qed.
Lemma primitive_at_angle_plus th : primitive th (th + PI/2) = / 2 * (th + PI/2) * cos th - / 4 * sin th.
Proof. unfold primitive. replace (2 * (th + PI/2) - th) with (th + PI) by field. rewrite neg_sin. ring. Qed.
Lemma primitive_at_angle_minus th : primitive th (th - PI/2) = / 2 * (th - PI/2) * cos th - / 4 * sin th.
Proof. unfold primitive. replace (2 * (th - PI/2) - th) with (- (PI - th)) by field.
  rewrite sin_neg, sin_PI_x. ring. Qed.
Lemma primitive_at_three_quarters th : primitive th (3 * (PI/2)) = / 2 * (3 * (PI/2)) * cos th + / 4 * sin th.
Proof. unfold primitive. replace (2 * (3 * (PI/2)) - th) with (3 * PI - th) by field.
  now rewrite sin_3PI_minus. Qed.
Lemma primitive_at_angle_plus_three th :
  primitive th (th + 3 * (PI/2)) = / 2 * (th + 3 * (PI/2)) * cos th - / 4 * sin th.
Proof. unfold primitive. replace (2 * (th + 3 * (PI/2)) - th) with (3 * PI - (- th)) by field.
  rewrite sin_3PI_minus, sin_neg. ring. Qed.
Lemma primitive_at_turn th : primitive th (2 * PI) = PI * cos th - / 4 * sin th.
Proof. unfold primitive. replace (2 * (2 * PI) - th) with (- th + 2 * INR 2 * PI) by (simpl; ring).
  rewrite sin_period, sin_neg. field. Qed.

Theorem integral_around (th : R) : 0 <= th <= PI ->
  is_RInt (fun t => Rabs (cos t * cos (t - th))) 0 (2 * PI)
    (2 * (sin th + (PI / 2 - th) * cos th)).
Proof.
  intros H. pose proof PI_RGT_0.
  destruct (Rle_or_lt th (PI/2)) as [Q|Q].
  - pose proof (integral_of_a_piece th 0 (PI/2) 1) as P1.
    pose proof (integral_of_a_piece th (PI/2) (th + PI/2) (-1)) as P2.
    pose proof (integral_of_a_piece th (th + PI/2) (3*(PI/2)) 1) as P3.
    pose proof (integral_of_a_piece th (3*(PI/2)) (th + 3*(PI/2)) (-1)) as P4.
    pose proof (integral_of_a_piece th (th + 3*(PI/2)) (2 * PI) 1) as P5.
    evar_last.
    eapply is_RInt_Chasles; [apply P1|eapply is_RInt_Chasles; [apply P2|
      eapply is_RInt_Chasles; [apply P3| eapply is_RInt_Chasles; [apply P4|apply P5]]]];
    try lra; try (decide_sign; fail).
    all: try decide_sign.
    unfold plus; simpl.
    rewrite primitive_at_zero, primitive_at_quarter, primitive_at_angle_plus,
      primitive_at_three_quarters, primitive_at_angle_plus_three, primitive_at_turn.
    field.
  - pose proof (integral_of_a_piece th 0 (th - PI/2) (-1)) as P1.
    pose proof (integral_of_a_piece th (th - PI/2) (PI/2) 1) as P2.
    pose proof (integral_of_a_piece th (PI/2) (th + PI/2) (-1)) as P3.
    pose proof (integral_of_a_piece th (th + PI/2) (3*(PI/2)) 1) as P4.
    pose proof (integral_of_a_piece th (3*(PI/2)) (2 * PI) (-1)) as P5.
    evar_last.
    eapply is_RInt_Chasles; [apply P1|eapply is_RInt_Chasles; [apply P2|
      eapply is_RInt_Chasles; [apply P3| eapply is_RInt_Chasles; [apply P4|apply P5]]]];
    try lra; try decide_sign.
    unfold plus; simpl.
    rewrite primitive_at_zero, primitive_at_quarter, primitive_at_angle_plus, primitive_at_angle_minus,
      primitive_at_three_quarters, primitive_at_turn.
    field.
Qed.
