"""Every module with a job handler, imported once so that the worker knows them all."""

ALL: tuple[object, ...] = ()
