"""What a basin is, the partition into cells by signs, and what is assumed of a random start."""
