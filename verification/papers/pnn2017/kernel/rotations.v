(** psi is the mean of |u.x||v.x| under every law that rotations of their plane leave alone.

    The mean of f is the mean of its average over n rotations by 2 pi h, h = 1/n. At a point with polar coordinates
    (q, s) that average is q^2 times a Riemann sum of a Lipschitz function of the angle, hence within 2 pi h q^2 of q^2
    times its integral. Neither Fubini's theorem nor a change of variables is used. *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From formal Require Import calculus.
From pnn2017 Require Import statements.kernel.
From pnn2017 Require Import kernel.psi kernel.bounds kernel.circle kernel.normal_pair.
Local Open Scope R_scope.

(** ** Integrals of periodic functions *)

Definition periodic (f : R -> R) : Prop := forall x, f (x + 2 * PI) = f x.
Definition continuous_everywhere (f : R -> R) : Prop := forall x, continuous f x.

Lemma continuous_integrable (f : R -> R) (a b : R) : continuous_everywhere f -> ex_RInt f a b.
Proof. intros everywhere. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros; apply everywhere. Qed.

Lemma period_shifted (f : R -> R) (s : R) :
  continuous_everywhere f -> periodic f -> RInt f s (s + 2 * PI) = RInt f 0 (2 * PI).
Proof.
  intros everywhere period. pose proof (fun a b => continuous_integrable f a b everywhere) as integrable.
  assert (last : RInt f (2 * PI) (s + 2 * PI) = RInt f 0 s).
  { replace (2 * PI) with (1 * 0 + 2 * PI) at 1 by ring. replace (s + 2 * PI) with (1 * s + 2 * PI) by ring.
    rewrite <- (RInt_comp_lin f 1 (2 * PI) 0 s) by apply integrable.
    apply RInt_ext. intros x _. unfold scal; simpl. unfold mult; simpl. rewrite !Rmult_1_l. apply period. }
  pose proof (RInt_Chasles f 0 s (s + 2 * PI) (integrable _ _) (integrable _ _)).
  pose proof (RInt_Chasles f 0 (2 * PI) (s + 2 * PI) (integrable _ _) (integrable _ _)).
  unfold plus in *; simpl in *. lra.
Qed.

(** ** Riemann sums around the circle *)

Section Product.
Variable th : R.
Hypothesis Hth : 0 <= th <= PI.
Definition around (t : R) : R := Rabs (cos t * cos (t - th)).
Definition integral : R := 2 * (sin th + (PI / 2 - th) * cos th).

Lemma cosine_lipschitz (a b : R) : a <= b -> Rabs (cos b - cos a) <= b - a.
Proof.
  intros H. apply Rabs_le. split.
  - assert (a + cos a <= b + cos b); [|lra].
    apply (rises (fun t => t + cos t) (fun t => 1 - sin t)); [easy| |].
    intros; auto_derive; [easy|ring]. intros x _. pose proof (SIN_bound x); lra.
  - assert (a - cos a <= b - cos b); [|lra].
    apply (rises (fun t => t - cos t) (fun t => 1 + sin t)); [easy| |].
    intros; auto_derive; [easy|ring]. intros x _. pose proof (SIN_bound x); lra.
Qed.

Lemma around_lipschitz (a b : R) : a <= b -> Rabs (around b - around a) <= b - a.
Proof.
  intros H. unfold around. eapply Rle_trans. apply Rabs_triang_inv2.
  assert (P : forall t, cos t * cos (t - th) = / 2 * (cos th + cos (2 * t - th))).
  { intros t. replace (2 * t - th) with (t + (t - th)) by ring.
    replace (cos th) with (cos (t - (t - th))) by (f_equal; ring).
    generalize (t - th). intros b0. rewrite cos_minus, cos_plus. field. }
  rewrite !P. replace (/ 2 * (cos th + cos (2 * b - th)) - / 2 * (cos th + cos (2 * a - th)))
    with (/ 2 * (cos (2 * b - th) - cos (2 * a - th))) by ring.
  rewrite Rabs_mult, (Rabs_right (/ 2)) by lra.
  pose proof (cosine_lipschitz (2 * a - th) (2 * b - th) ltac:(lra)). lra.
Qed.

Lemma around_continuous (t : R) : continuous around t.
Proof.
  unfold around. apply (continuous_comp (fun t => cos t * cos (t - th)) Rabs).
  apply (ex_derive_continuous (fun t => cos t * cos (t - th))). auto_derive. easy.
  apply continuous_Rabs.
Qed.
Lemma around_integrable (a b : R) : ex_RInt around a b.
Proof. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros; apply around_continuous. Qed.

Lemma step_close (s h : R) : 0 <= h -> Rabs (RInt around s (s + h) - h * around s) <= h * h.
Proof.
  intros H. replace (RInt around s (s + h) - h * around s) with (RInt (fun t => around t - around s) s (s + h)).
  - eapply Rle_trans. apply (abs_RInt_le_const _ s (s + h) h). lra.
    apply (ex_RInt_minus around (fun _ => around s)). apply around_integrable. apply ex_RInt_const.
    intros t Ht. pose proof (around_lipschitz s t ltac:(lra)). lra. lra.
  - rewrite (RInt_minus around (fun _ => around s)). rewrite RInt_const.
    unfold minus, plus, opp, scal; simpl. unfold mult; simpl. ring.
    apply around_integrable. apply ex_RInt_const.
Qed.

Fixpoint riemann (n : nat) (h s : R) : R := match n with O => 0 | S m => riemann m h s + around (s + INR m * h) end.

Lemma riemann_close (n : nat) (s h : R) : 0 <= h ->
  Rabs (RInt around s (s + INR n * h) - h * riemann n h s) <= INR n * (h * h).
Proof.
  intros H. induction n as [|n IH].
  - simpl. replace (s + 0 * h) with s by ring. rewrite RInt_point. unfold zero; simpl.
    rewrite Rmult_0_r, Rminus_0_r, Rabs_R0. lra.
  - rewrite S_INR. pose proof (step_close (s + INR n * h) h H) as B.
    replace (s + (INR n + 1) * h) with (s + INR n * h + h) by ring.
    rewrite <- (RInt_Chasles around s (s + INR n * h) _ (around_integrable _ _) (around_integrable _ _)).
    unfold plus; simpl riemann; simpl.
    apply Rabs_le_between in IH. apply Rabs_le_between in B. apply Rabs_le_between. lra.
Qed.

Lemma around_periodic : periodic around.
Proof.
  intros t. unfold around. replace (t + 2 * PI - th) with ((t - th) + 2 * INR 1 * PI) by (simpl; ring).
  replace (t + 2 * PI) with (t + 2 * INR 1 * PI) by (simpl; ring). now rewrite !cos_period.
Qed.

Lemma around_integral (s : R) : RInt around s (s + 2 * PI) = integral.
Proof.
  rewrite (period_shifted _ _ around_continuous around_periodic).
  apply is_RInt_unique, integral_around, Hth.
Qed.

Lemma polar_coordinates (x y : R) : exists q s, 0 <= q /\ q ^ 2 = x ^ 2 + y ^ 2 /\ x = q * cos s /\ y = q * sin s.
Proof.
  pose (q := sqrt (x ^ 2 + y ^ 2)). assert (Q : q ^ 2 = x ^ 2 + y ^ 2) by (apply pow2_sqrt; nra).
  assert (Q0 : 0 <= q) by apply sqrt_pos.
  destruct (Req_dec q 0) as [Z|NZ].
  { exists 0, 0. rewrite Z in Q. assert (x = 0 /\ y = 0) as [-> ->] by nra. repeat split; lra. }
  assert (B : -1 <= x / q <= 1).
  { split; apply (Rmult_le_reg_r q); try lra; field_simplify; try lra; nra. }
  assert (Sn : Rabs y = q * sin (acos (x / q))).
  { rewrite sin_acos by easy. rewrite <- (sqrt_pow2 q) by easy. rewrite <- sqrt_mult_alt by nra.
    rewrite sqrt_pow2 by easy. rewrite <- sqrt_Rsqr_abs. f_equal. unfold Rsqr. field_simplify; [|lra]. nra. }
  destruct (Rle_or_lt 0 y).
  - exists q, (acos (x / q)). repeat split; try easy. rewrite cos_acos by easy. field. lra.
    rewrite Rabs_right in Sn by lra. easy.
  - exists q, (- acos (x / q)). repeat split; try easy. rewrite cos_neg, cos_acos by easy. field. lra.
    rewrite Rabs_left in Sn by lra. rewrite sin_neg. lra.
Qed.

(** ** The mean *)

Variables (Input : Type) (c1 c2 : Input -> R) (rotate : R -> Input -> Input).
Variables (integrable : (Input -> R) -> Prop) (mean : (Input -> R) -> R).
Hypothesis law : rotation_invariant Input c1 c2 rotate integrable mean.
Definition product (x : Input) : R := Rabs (c1 x) * Rabs (cos th * c1 x + sin th * c2 x).
Hypothesis product_integrable : integrable product.
Definition square (x : Input) : R := c1 x ^ 2 + c2 x ^ 2.
Let law_rotate_first := rotate_first _ _ _ _ _ _ law.
Let law_rotate_second := rotate_second _ _ _ _ _ _ law.
Let law_integrable_multiple := integrable_multiple _ _ _ _ _ _ law.
Let law_integrable_sum := integrable_sum _ _ _ _ _ _ law.
Let law_integrable_rotated := integrable_rotated _ _ _ _ _ _ law.
Let law_mean_multiple := mean_multiple _ _ _ _ _ _ law.
Let law_mean_sum := mean_sum _ _ _ _ _ _ law.
Let law_mean_monotone := mean_monotone _ _ _ _ _ _ law.
Let law_mean_rotated := mean_rotated _ _ _ _ _ _ law.
Let law_second_moments_integrable := second_moments_integrable _ _ _ _ _ _ law.
Let law_second_moments := second_moments _ _ _ _ _ _ law.

Fixpoint rotations_sum (n : nat) (h : R) (x : Input) : R :=
  match n with O => 0 * product x | S m => rotations_sum m h x + product (rotate (INR m * h) x) end.
Lemma sum_mean (n : nat) (h : R) : integrable (rotations_sum n h) /\ mean (rotations_sum n h) = INR n * mean product.
Proof.
  induction n as [|n [IH1 IH2]].
  - split; [now apply law_integrable_multiple |]. simpl rotations_sum.
    change (mean (fun x => 0 * product x) = INR 0 * mean product). now rewrite law_mean_multiple.
  - split. apply (law_integrable_sum _ _ IH1 (law_integrable_rotated (INR n * h) _ product_integrable)).
    change (mean (fun x => rotations_sum n h x + product (rotate (INR n * h) x)) = INR (S n) * mean product).
    rewrite (law_mean_sum _ _ IH1 (law_integrable_rotated (INR n * h) _ product_integrable)).
    rewrite IH2, law_mean_rotated, S_INR by easy. ring.
Qed.

Lemma sum_is_riemann (n : nat) (h q s : R) (x : Input) : 0 <= q -> c1 x = q * cos s -> c2 x = q * sin s ->
  rotations_sum n h x = q ^ 2 * riemann n h s.
Proof.
  intros Hq A B. induction n as [|n IH]; simpl rotations_sum; simpl riemann. ring.
  rewrite IH. unfold product. rewrite law_rotate_first, law_rotate_second, A, B. unfold around. set (al := INR n * h).
  replace (cos al * (q * cos s) - sin al * (q * sin s)) with (q * cos (s + al)) by (rewrite cos_plus; ring).
  replace (cos th * (q * cos (s + al)) + sin th * (sin al * (q * cos s) + cos al * (q * sin s)))
    with (q * cos (s + al - th)) by (rewrite cos_minus, sin_plus; ring).
  rewrite <- Rabs_mult. replace (q * cos (s + al) * (q * cos (s + al - th)))
    with (q ^ 2 * (cos (s + al) * cos (s + al - th))) by ring.
  rewrite (Rabs_mult (q ^ 2)), (Rabs_right (q ^ 2)) by (apply Rle_ge, pow2_ge_0). ring.
Qed.

Lemma pointwise_close (n : nat) (x : Input) : (0 < n)%nat ->
  let h := 2 * PI / INR n in
  (integral - 2 * PI * h) * square x <= h * rotations_sum n h x <= (integral + 2 * PI * h) * square x.
Proof.
  intros some h. pose proof PI_RGT_0. assert (0 < INR n) by now apply lt_0_INR.
  assert (step : 0 <= h) by (apply Rlt_le, Rdiv_lt_0_compat; lra).
  assert (turn : INR n * h = 2 * PI) by (unfold h; field; lra).
  destruct (polar_coordinates (c1 x) (c2 x)) as [q [s [radius [squares [first second]]]]].
  rewrite (sum_is_riemann n h q s x radius first second). unfold square. rewrite <- squares.
  pose proof (riemann_close n s h step) as close. rewrite turn, around_integral in close.
  replace (INR n * (h * h)) with (2 * PI * h) in close by (rewrite <- turn; ring).
  apply Rabs_le_between in close. pose proof (pow2_ge_0 q). nra.
Qed.

Lemma mean_close (n : nat) : (0 < n)%nat ->
  Rabs (2 * PI * mean product - 2 * integral) <= 2 * (2 * PI * (2 * PI / INR n)).
Proof.
  intros some. pose proof (fun x => pointwise_close n x some) as close. cbv zeta in close.
  assert (0 < INR n) by now apply lt_0_INR.
  assert (turn : INR n * (2 * PI / INR n) = 2 * PI) by (field; lra).
  set (h := 2 * PI / INR n) in *. destruct (sum_mean n h) as [sum_in sum_value].
  assert (rotated : mean (fun x => h * rotations_sum n h x) = 2 * PI * mean product)
    by (rewrite law_mean_multiple, sum_value by easy; rewrite <- turn; ring).
  pose proof (law_mean_monotone _ _ (law_integrable_multiple (integral - 2 * PI * h) _ law_second_moments_integrable)
    (law_integrable_multiple h _ sum_in) (fun x => proj1 (close x))) as below.
  pose proof (law_mean_monotone _ _ (law_integrable_multiple h _ sum_in)
    (law_integrable_multiple (integral + 2 * PI * h) _ law_second_moments_integrable)
    (fun x => proj2 (close x))) as above.
  unfold square in below, above.
  rewrite rotated, law_mean_multiple, law_second_moments in below, above by exact law_second_moments_integrable.
  apply Rabs_le_between. lra.
Qed.

Lemma mean_of_the_product : mean product = psi (cos th).
Proof.
  pose proof PI_RGT_0.
  assert (zero : 2 * PI * mean product - 2 * integral = 0).
  { destruct (Req_dec (2 * PI * mean product - 2 * integral) 0) as [|NZ]; [easy|exfalso].
    assert (P : 0 < Rabs (2 * PI * mean product - 2 * integral)) by now apply Rabs_pos_lt.
    set (e := Rabs _) in *.
    destruct (archimed_cor1 (e / (16 * PI * PI))) as [n [Hn Hn0]].
    { apply Rdiv_lt_0_compat; nra. }
    pose proof (mean_close n Hn0) as C. cbv zeta in C. fold e in C.
    assert (0 < INR n) by now apply lt_0_INR.
    replace (2 * (2 * PI * (2 * PI / INR n))) with (8 * PI * PI * / INR n) in C by (field; lra).
    assert (8 * PI * PI * / INR n < 8 * PI * PI * (e / (16 * PI * PI))) by (apply Rmult_lt_compat_l; nra).
    replace (8 * PI * PI * (e / (16 * PI * PI))) with (e / 2) in * by (field; lra). lra. }
  rewrite psi_of_cosine by easy. unfold integral in zero.
  apply (Rmult_eq_reg_l (2 * PI)); [| lra]. field_simplify; lra.
Qed.
End Product.

Theorem psi_from_rotations_proved : psi_from_rotations.
Proof.
  intros Input c1 c2 rotate integrable mean law t angle product_integrable.
  exact (mean_of_the_product t angle _ _ _ _ _ _ law product_integrable).
Qed.
