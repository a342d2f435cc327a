"""Checking a paper: which version, report or decision has this fingerprint, or this file."""

import hashlib
import re

from flask import render_template, request
from werkzeug.datastructures import FileStorage

from app.reports import verification
from app.reports.forms import VerifyForm
from app.reports.routes.blueprint import bp
from app.web import access

PIECE = 1024 * 1024


@bp.get("/verify")
@access.signed_in
def verify() -> str:
    """Ask with the fingerprint as it prints (16 hex digits, blanks do not matter) or with a whole SHA-256."""
    asked = request.args.get("fingerprint", "")[:200]
    return _page(VerifyForm(formdata=None, fingerprint=asked), asked)


@bp.post("/verify")
@access.signed_in
def verify_file() -> str:
    """Ask with a file, of which only the hash is looked at; nothing is stored."""
    form, file = VerifyForm(), request.files.get("file")
    if isinstance(file, FileStorage) and file.filename:
        return _page(form, _sha256(file))
    return _page(form, form.fingerprint.data or "")


def _page(form: VerifyForm, asked: str) -> str:
    digits = re.sub(r"[^0-9a-f]", "", asked.lower())
    is_whole = len(digits) >= verification.SHORTEST
    found = verification.find(digits, access.viewer()) if is_whole else []
    return render_template(
        "reports/verify.html", form=form, asked=digits, found=found, is_too_short=bool(asked) and not is_whole
    )


def _sha256(file: FileStorage) -> str:
    digest = hashlib.sha256()
    while piece := file.stream.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()
