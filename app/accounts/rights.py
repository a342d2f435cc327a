"""What a person may do, as plain facts: which role on which office, for which cycle, and which channels are theirs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped

from app.offices.places import OnTree, Place

if TYPE_CHECKING:
    from app.accounts.models import ChannelOwnership, Role, RoleGrant

KEPT_RIGHTS = "kept_rights"  # no column: lies beside a person's columns and goes when they expire


@dataclass(frozen=True, slots=True)
class Right:
    """A grant in force: the role, the office with all below it, and the cycle if it is for one."""

    role: "Role"
    office: Place
    cycle_id: int | None

    @property
    def office_id(self) -> int:
        return self.office.id

    def covers(self, office: OnTree | None, cycle_id: int | None) -> bool:
        """True where the right holds for this office and cycle; None asks for any."""
        return (office is None or office.path.startswith(self.office.path)) and (
            cycle_id is None or self.cycle_id in (None, cycle_id)
        )


@dataclass(frozen=True, slots=True)
class Rights:
    """All rights of one person, and the ids of the channels that the person answers for."""

    held: tuple[Right, ...]
    channel_ids: frozenset[int]


NO_RIGHTS = Rights((), frozenset())


class RightsHolder:
    """What a person may do, asked of the rights in force."""

    if TYPE_CHECKING:
        is_active: Mapped[bool]
        grants: Mapped[list["RoleGrant"]]
        ownerships: Mapped[list["ChannelOwnership"]]

    @property
    def rights(self) -> Rights:
        """The rights in force, put together once; they expire with the row, so that a transaction reads them anew.

        Who may not sign in any more has none, also where a request is under way.
        """
        kept: Rights | None = self.__dict__.get(KEPT_RIGHTS)
        return kept or self.keep_rights(_from_rows(self.grants, self.ownerships) if self.is_active else NO_RIGHTS)

    def keep_rights(self, found: Rights) -> Rights:
        """Also for those that were read together with the session."""
        self.__dict__[KEPT_RIGHTS] = found
        return found

    def forget_rights(self) -> None:
        self.__dict__.pop(KEPT_RIGHTS, None)

    def has_role(self, role: str, office: OnTree | None = None, cycle_id: int | None = None) -> bool:
        """True where a grant in force covers the office (its subtree) and, if given, the cycle. No office: anywhere."""
        return any(right.role == role and right.covers(office, cycle_id) for right in self.rights.held)

    def has_any_role(self, *roles: str, office: OnTree | None = None) -> bool:
        return any(self.has_role(role, office) for role in roles)

    def has_role_everywhere(self, role: str) -> bool:
        """True where the role is held on the agency itself: for what belongs to no single office."""
        return any(right.role == role and right.office.parent_id is None for right in self.rights.held)

    @property
    def is_channel_owner(self) -> bool:
        return bool(self.rights.channel_ids)


def _from_rows(grants: "Iterable[RoleGrant]", ownerships: "Iterable[ChannelOwnership]") -> Rights:
    return Rights(tuple(_right(grant) for grant in grants), frozenset(own.channel_id for own in ownerships))


def _right(grant: "RoleGrant") -> Right:
    office = grant.office
    return Right(grant.role, Place(office.id, office.slug, office.name, office.path, office.parent_id), grant.cycle_id)
