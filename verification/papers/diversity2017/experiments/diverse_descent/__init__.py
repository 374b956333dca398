"""What descent of the two regularisers does to the smallest singular value, at twice as many units as inputs."""
