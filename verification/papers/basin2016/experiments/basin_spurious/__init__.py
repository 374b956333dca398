"""Where descent ends against an orthonormal teacher."""
