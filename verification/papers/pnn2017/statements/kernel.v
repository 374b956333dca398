(** What is proved of the kernel of two lines (arXiv:1710.02196, Section 5.3): definitions and statements, no proof.

    Each statement is a proposition; its proof is the theorem <name>_proved. A wrong variant, <name>_wrong_<how>, is the
    statement with one thing changed; <name>_wrong_<how>_refuted proves that it is false. Read this file and networks.v
    first, then those that you look for. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
Local Open Scope R_scope.

(** ** The kernel of two lines (equation 5.13) *)

(** Of the cosine r of the angle between two unit vectors. *)
Definition psi (r : R) : R := 2 / PI * (sqrt (1 - r ^ 2) + r * asin r).

(** pnn.psi.derivatives: the first derivative; that it is the correlation of two signs is not stated here. *)
Definition psi_derivative : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (2 / PI * asin r).
Definition psi_derivative_wrong_factor : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (1 / PI * asin r).
Definition psi_derivative_wrong_angle : Prop := forall r : R, -1 < r < 1 -> is_derive psi r (2 / PI * acos r).

(** pnn.psi.closed-form: the values at the ends and in the middle. *)
Definition psi_even : Prop := forall r : R, psi (- r) = psi r.
Definition psi_even_wrong_odd : Prop := forall r : R, psi (- r) = - psi r.
Definition psi_values : Prop := psi 0 = 2 / PI /\ psi 1 = 1 /\ psi (-1) = 1.
Definition psi_values_wrong_middle : Prop := psi 0 = 1 / PI /\ psi 1 = 1 /\ psi (-1) = 1.
Definition psi_values_wrong_one : Prop := psi 0 = 2 / PI /\ psi 1 = 2 / PI /\ psi (-1) = 1.
Definition psi_values_wrong_end : Prop := psi 0 = 2 / PI /\ psi 1 = 1 /\ psi (-1) = -1.

(** pnn.psi.lipschitz: with the constant 1, and with no smaller one. *)
Definition lipschitz_on_cosines (constant : R) : Prop :=
  forall a b : R, -1 <= a <= 1 -> -1 <= b <= 1 -> Rabs (psi a - psi b) <= constant * Rabs (a - b).
Definition psi_lipschitz : Prop := lipschitz_on_cosines 1.
Definition psi_lipschitz_constant : Prop := forall constant : R, lipschitz_on_cosines constant -> 1 <= constant.
Definition psi_lipschitz_wrong_constant : Prop := lipschitz_on_cosines (9 / 10).
Definition psi_lipschitz_constant_wrong_larger : Prop :=
  forall constant : R, lipschitz_on_cosines constant -> 11 / 10 <= constant.
(** Slopes are below 1 in size inside; at 1, and by parity at -1, the one-sided slope is 1 in size. *)
Definition slopes_of_psi (inside at_end : R) : Prop :=
  (forall r slope : R, -1 < r < 1 -> is_derive psi r slope -> Rabs slope < inside) /\
  filterlim (fun r => (psi 1 - psi r) / (1 - r)) (at_left 1) (locally at_end).
Definition psi_slopes : Prop := slopes_of_psi 1 1.
Definition psi_slopes_wrong_inside : Prop := slopes_of_psi (9 / 10) 1.
Definition psi_slopes_wrong_end : Prop := slopes_of_psi 1 (2 / PI).

(** pnn.psi.bounds, up to the end points. *)
Definition psi_lower : Prop := forall r : R, -1 <= r <= 1 -> Rabs r <= psi r.
Definition psi_lower_wrong_factor : Prop := forall r : R, -1 <= r <= 1 -> 11 / 10 * Rabs r <= psi r.
Definition psi_upper : Prop := forall r : R, -1 <= r <= 1 -> psi r <= 2 / PI + (1 - 2 / PI) * r ^ 2.
Definition psi_upper_wrong_coefficient : Prop := forall r : R, -1 <= r <= 1 -> psi r <= 2 / PI + 1 / PI * r ^ 2.

(** pnn.psi.closed-form: psi is the mean of |u.x||v.x|. First from the density exp(-(x^2 + y^2)/2)/(2 pi) of a standard
    normal pair, integrated in polar coordinates: around circles, then over their radius. *)
Definition normal_pair_mean (g : R -> R -> R) (mean : R) : Prop :=
  exists around : R -> R,
    (forall r, 0 <= r -> is_RInt (fun t => g (r * cos t) (r * sin t)) 0 (2 * PI) (around r)) /\
    is_RInt_gen (fun r => / (2 * PI) * around r * (r * exp (- r ^ 2 / 2))) (at_point 0) (Rbar_locally p_infty) mean.

(** The density has total mass 1. That a function has at most one mean is a lemma beside the proofs, not stated here. *)
Definition normal_pair_total : Prop := normal_pair_mean (fun _ _ => 1) 1.
Definition normal_pair_total_wrong_mass : Prop := normal_pair_mean (fun _ _ => 1) (2 * PI).
(** The mass of the disc of radius a around zero. *)
Definition disc_masses (mass : R -> R) : Prop := forall a : R, 0 <= a ->
  normal_pair_mean (fun x y => if Rle_dec (x ^ 2 + y ^ 2) (a ^ 2) then 1 else 0) (mass a).
Definition normal_pair_discs : Prop := disc_masses (fun a => 1 - exp (- a ^ 2 / 2)).
Definition normal_pair_discs_wrong_exponent : Prop := disc_masses (fun a => 1 - exp (- a ^ 2)).

Definition product_mean (value : R -> R) : Prop :=
  forall t : R, 0 <= t <= PI -> normal_pair_mean (fun x y => Rabs x * Rabs (cos t * x + sin t * y)) (value t).
Definition psi_from_the_density : Prop := product_mean (fun t => psi (cos t)).
Definition psi_from_the_density_wrong_angle : Prop := product_mean (fun t => psi (sin t)).
Definition psi_from_the_density_wrong_without_root : Prop := product_mean (fun t => 2 / PI * (cos t * asin (cos t))).

(** Then for inputs of any number, from what is known of any law that rotations leave alone: c1 and c2 are coordinates
    of an input along two orthonormal directions, rotate turns their plane. The normal law is one: normal_law_turned in
    networks.v. *)
Record rotation_invariant (Input : Type) (c1 c2 : Input -> R) (rotate : R -> Input -> Input)
    (integrable : (Input -> R) -> Prop) (mean : (Input -> R) -> R) : Prop := {
  rotate_first : forall a x, c1 (rotate a x) = cos a * c1 x - sin a * c2 x;
  rotate_second : forall a x, c2 (rotate a x) = sin a * c1 x + cos a * c2 x;
  integrable_sum : forall f g, integrable f -> integrable g -> integrable (fun x => f x + g x);
  integrable_multiple : forall a f, integrable f -> integrable (fun x => a * f x);
  integrable_rotated : forall a f, integrable f -> integrable (fun x => f (rotate a x));
  mean_sum : forall f g, integrable f -> integrable g -> mean (fun x => f x + g x) = mean f + mean g;
  mean_multiple : forall a f, integrable f -> mean (fun x => a * f x) = a * mean f;
  mean_monotone : forall f g, integrable f -> integrable g -> (forall x, f x <= g x) -> mean f <= mean g;
  mean_rotated : forall a f, integrable f -> mean (fun x => f (rotate a x)) = mean f;
  second_moments_integrable : integrable (fun x => c1 x ^ 2 + c2 x ^ 2);
  second_moments : mean (fun x => c1 x ^ 2 + c2 x ^ 2) = 2 }.

Definition product_mean_by_rotations (value : R -> R) : Prop :=
  forall Input c1 c2 rotate integrable mean, rotation_invariant Input c1 c2 rotate integrable mean ->
  forall t : R, 0 <= t <= PI ->
  integrable (fun x => Rabs (c1 x) * Rabs (cos t * c1 x + sin t * c2 x)) ->
  mean (fun x => Rabs (c1 x) * Rabs (cos t * c1 x + sin t * c2 x)) = value t.
Definition psi_from_rotations : Prop := product_mean_by_rotations (fun t => psi (cos t)).
Definition psi_from_rotations_wrong_angle : Prop := product_mean_by_rotations (fun t => psi (sin t)).
