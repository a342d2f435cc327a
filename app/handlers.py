"""Every module with a job handler, imported once so that the worker knows them all."""

from app.notices import sending as notices

ALL: tuple[object, ...] = (notices,)
