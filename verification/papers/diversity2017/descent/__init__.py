"""Where descent of the regularisers ends at twice as many units as inputs."""
