"""The kernel of the activations: its closed form, its expansion, and where it is singular."""
