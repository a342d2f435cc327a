"""Who answers for a channel."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import policy, queries
from app.accounts.actions import channels
from app.accounts.forms import OwnerForm
from app.accounts.models import Person
from app.accounts.routes.blueprint import NUMBER, bp
from app.core import clock
from app.core.database import LostUpdate
from app.offices import queries as offices
from app.offices.models import Channel
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get(f"/channels/<{NUMBER}:channel_id>/owners/new")
@access.roles("administrator")
def new_owner(channel_id: int) -> str:
    channel = _channel(channel_id)
    return _page(OwnerForm(lock=channel.office.lock, owner=_owner_email(channel)), channel)


@bp.post(f"/channels/<{NUMBER}:channel_id>/owners")
@access.roles("administrator")
def create_owner(channel_id: int) -> Page:
    channel, form = _channel(channel_id), OwnerForm()
    try:
        saved = attempt(form, lambda: _name(channel, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, channel.office)
        return _page(form, channel, differences(form, {"owner": _owner_email(channel)})), 409
    if saved is None:
        return _page(form, channel), 422
    flash(_("Saved."))
    return redirect(url_for("offices.show", slug=channel.office.slug), 303)


def _name(channel: Channel, form: OwnerForm) -> Channel:
    words = str(form.owner.data or "")
    owner: Person | None = queries.pick(words, "owner") if words else None
    channels.name_owner(channel, form.seen_lock, owner=owner, by=access.viewer(), at=clock.now())
    return channel


def _channel(channel_id: int) -> Channel:
    channel = access.found(offices.get_channel(channel_id))
    access.require(policy.can_name_owner(access.viewer(), channel.office) and channel.closed_on is None)
    return channel


def _owner_email(channel: Channel) -> str:
    owner = queries.channels_of(channel.office).get(channel)
    return owner.email if owner else ""


def _page(form: OwnerForm, channel: Channel, lost: object = None) -> str:
    return render_template("accounts/owner_form.html", form=form, channel=channel, lost=lost)
