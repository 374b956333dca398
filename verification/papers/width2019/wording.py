"""Words and parts that the topics of this wing share."""

from verification.claim import DERIVED, Part, Role, Step


def ours(name: str, says: str) -> Part:
    """A part beyond the paper that an engine proves."""
    return Part(name, says, Role.OURS)


def derived(name: str, says: str, why: str, *steps: Step, role: Role = Role.OURS) -> Part:
    """A part that rests on a written argument."""
    return Part(name, says, role, strength=DERIVED, why=why, argument=steps)


def printed(name: str, says: str, why: str, *steps: Step) -> Part:
    """A printed part that rests on a written argument."""
    return derived(name, says, why, *steps, role=Role.PRINTED)
