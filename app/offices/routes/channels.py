"""The ways in which customers reach an office."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.actions import channels as owners
from app.core import clock
from app.core.database import LostUpdate, transaction
from app.offices import policy, queries
from app.offices.actions import channels
from app.offices.forms import ChannelForm, NewChannelForm
from app.offices.models import Channel, ChannelKind, Office
from app.offices.routes.blueprint import NUMBER, bp
from app.offices.routes.offices import managed
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get("/offices/<slug>/channels/new")
@access.roles(policy.ADMINISTRATOR)
def new_channel(slug: str) -> str:
    office = managed(slug)
    return _page(NewChannelForm(lock=office.lock), office)


@bp.post("/offices/<slug>/channels")
@access.roles(policy.ADMINISTRATOR)
def create_channel(slug: str) -> Page:
    office, form = managed(slug), NewChannelForm()
    try:
        channel = attempt(form, lambda: _add(office, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, office)
        return _page(form, office, lost=[]), 409
    if channel is None:
        return _page(form, office), 422
    flash(_("Channel added. Say who answers for it."))
    return redirect(url_for("accounts.new_owner", channel_id=channel.id), 303)


@bp.get(f"/channels/<{NUMBER}:channel_id>/edit")
@access.roles(policy.ADMINISTRATOR)
def edit_channel(channel_id: int) -> str:
    channel = _channel(channel_id)
    return _page(ChannelForm(lock=channel.office.lock, name=channel.name), channel.office, channel)


@bp.post(f"/channels/<{NUMBER}:channel_id>")
@access.roles(policy.ADMINISTRATOR)
def update_channel(channel_id: int) -> Page:
    channel, form = _channel(channel_id), ChannelForm()
    try:
        saved = attempt(form, lambda: _rename(channel, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, channel.office)
        return _page(form, channel.office, channel, differences(form, {"name": channel.name})), 409
    if saved is None:
        return _page(form, channel.office, channel), 422
    flash(_("Saved."))
    return redirect(url_for("offices.show", slug=channel.office.slug), 303)


@bp.post(f"/channels/<{NUMBER}:channel_id>/closings")
@access.roles(policy.ADMINISTRATOR)
def close_channel(channel_id: int) -> Response:
    """Harmless to repeat."""
    by, at = access.viewer(), clock.now()
    with transaction():
        channel = access.found(queries.get_channel(channel_id))
        if channels.close(channel, by=by, at=at):
            owners.end_of(channel, by=by, at=at)
    flash(_("Channel closed."))
    return redirect(url_for("offices.show", slug=channel.office.slug), 303)


def _add(office: Office, form: NewChannelForm) -> Channel:
    kind, name = ChannelKind(form.kind.data), str(form.name.data or "")
    return channels.add(office, form.seen_lock, kind=kind, name=name, by=access.viewer(), at=clock.now())


def _rename(channel: Channel, form: ChannelForm) -> Channel:
    channels.rename(channel, form.seen_lock, name=str(form.name.data or ""), by=access.viewer(), at=clock.now())
    return channel


def _channel(channel_id: int) -> Channel:
    channel = access.found(queries.get_channel(channel_id))
    access.require(policy.can_manage(access.viewer(), channel.office) and channel.closed_on is None)
    return channel


def _page(form: ChannelForm, office: Office, channel: Channel | None = None, lost: object = None) -> str:
    return render_template("offices/channel.html", form=form, office=office, channel=channel, lost=lost)
