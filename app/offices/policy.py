"""Who may change offices, channels and rules. Plain predicates; offices know roles only by their names."""

from typing import Protocol

from app.offices.models import Office

ADMINISTRATOR = "administrator"
PROGRAM_OFFICE = "program_office"


class Member(Protocol):
    """What is asked of a person."""

    @property
    def id(self) -> int: ...

    def has_any_role(self, *roles: str, office: Office | None = None) -> bool: ...


def can_manage(viewer: Member, office: Office) -> bool:
    """Add, change, move and close offices below; their channels."""
    return viewer.has_any_role(ADMINISTRATOR, office=office)


def can_set_rules(viewer: Member, office: Office) -> bool:
    """The rules for reports are the program office's too."""
    return viewer.has_any_role(ADMINISTRATOR, PROGRAM_OFFICE, office=office)
