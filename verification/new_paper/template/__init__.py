"""A paper of one's own: say here in a line which."""
