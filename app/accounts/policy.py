"""Who may do what with people, roles and channel owners. Plain predicates on loaded things, no queries."""

from app.accounts.models import Person, Role, RoleGrant
from app.offices.models import Office

READERS = (Role.ADMINISTRATOR, Role.PROGRAM_OFFICE, Role.AUDITOR)


def can_add_people(viewer: Person) -> bool:
    return viewer.has_role(Role.ADMINISTRATOR)


def can_manage(viewer: Person, person: Person) -> bool:
    """An administrator of the person's office, and of every office where the person holds a role.

    Otherwise the administrator of one office could take over the account of somebody with wider rights.
    """
    places = [person.office, *(grant.office for grant in person.grants)]
    return all(administers(viewer, office) for office in places)


def can_deactivate(viewer: Person, person: Person) -> bool:
    return viewer.id != person.id and can_manage(viewer, person)


def can_grant(viewer: Person, person: Person, office: Office) -> bool:
    """Nobody grants themself."""
    return viewer.id != person.id and administers(viewer, office)


def can_end_grant(viewer: Person, grant: RoleGrant) -> bool:
    """One may lay down a role, but not one that comes with a seat: the program office ends that."""
    return grant.seat_id is None and administers(viewer, grant.office)


def can_name_owner(viewer: Person, office: Office) -> bool:
    return administers(viewer, office)


def administers(viewer: Person, office: Office | None) -> bool:
    """Without an office: only who administers the whole agency."""
    if office is None:
        return viewer.has_role_everywhere(Role.ADMINISTRATOR)
    return viewer.has_role(Role.ADMINISTRATOR, office)
