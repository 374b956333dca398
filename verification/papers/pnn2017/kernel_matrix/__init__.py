"""The matrix of kernel values between lines: definiteness, smallest eigenvalue, Schur complement and risk."""
