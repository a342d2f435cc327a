"""Settings: read from the environment once, validated, frozen.

What belongs here: every knob an operator can turn, with its rule. What does not: anything a person sets in the
app (rules for reports, cycles), which lives in the database.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent
LANGUAGES = ("en", "el", "ar", "th", "tr", "zh")
WEAK_KEYS = frozenset({"", "dev", "secret", "change-me", "changeme", "test"})
SHORTEST_KEY = 32
HOST = re.compile(r"\w[\w.-]*|[\da-fA-F:.]*:[\da-fA-F:.]*|\[[\da-fA-F:.]+\]")
MAILBOX = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@[\w-]+(\.[\w-]+)*", re.ASCII)
ONE_LINE = re.compile(r"[^\r\n]+")
WHOLE = re.compile(r"[0-9]{1,9}")
"""Plain digits: what a shell and other programs read from the same setting, they read as we do."""
WEB_ADDRESS = re.compile(r"https?://([\w.-]+|\[[\da-fA-F:.]+\])(:\d+)?(/[^\s?#]*)?")


class SettingsError(ValueError):
    """A setting is missing or cannot be used; the message names it and says what it takes."""


@dataclass(frozen=True)
class Settings:
    """Everything the environment decides. Paths are absolute; database URLs are SQLAlchemy's."""

    env: str
    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    owner_database_url: str = field(repr=False)
    instance: Path
    host: str
    port: int
    web_processes: int
    web_threads: int
    base_url: str
    agency_name: str
    demo: bool
    demo_password: str = field(repr=False)
    debug: bool
    proxy_hops: int
    languages: tuple[str, ...]
    mail_server: str
    mail_port: int
    mail_username: str
    mail_password: str = field(repr=False)
    mail_starttls: bool
    mail_sender: str
    job_lease_seconds: int = 30

    @property
    def is_production(self) -> bool:
        return self.env == "production"

    @property
    def is_postgresql(self) -> bool:
        return self.database_url.startswith("postgresql")

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> "Settings":
        """Read every setting. Raises SettingsError, naming the setting, for what cannot be used."""
        instance = Path(_given(environ, "INSTANCE_DIR") or ROOT / "instance").resolve()
        database_url = _database_url(environ, "DATABASE_URL", f"sqlite:///{instance}/groundwork.db")
        settings = cls(
            env=_one_of(environ, "APP_ENV", ("development", "production"), "development"),
            secret_key=_given(environ, "SECRET_KEY"),
            database_url=database_url,
            owner_database_url=_database_url(environ, "OWNER_DATABASE_URL", database_url),
            instance=instance,
            host=_like(environ, "HOST", "127.0.0.1", HOST, "a name or an address").strip("[]"),
            port=_number(environ, "PORT", 8000, 1, 65535),
            web_processes=_number(environ, "WEB_CONCURRENCY", os.cpu_count() or 2, 1, 256),
            web_threads=_number(environ, "WEB_THREADS", 8, 1, 256),
            base_url=_base_url(environ),
            agency_name=_like(environ, "AGENCY_NAME", "", ONE_LINE, "one line"),
            demo=_flag(environ, "DEMO", False),
            demo_password=environ.get("DEMO_PASSWORD", ""),
            debug=_flag(environ, "FLASK_DEBUG", False),
            proxy_hops=_number(environ, "PROXY_HOPS", 0, 0, 5),
            languages=_languages(_given(environ, "LANGUAGES") or " ".join(LANGUAGES)),
            mail_server=_like(environ, "MAIL_SERVER", "", HOST, "a name or an address"),
            mail_port=_number(environ, "MAIL_PORT", 25, 1, 65535),
            mail_username=environ.get("MAIL_USERNAME", ""),
            mail_password=environ.get("MAIL_PASSWORD", ""),
            mail_starttls=_flag(environ, "MAIL_STARTTLS", False),
            mail_sender=_like(environ, "MAIL_SENDER", "groundwork@localhost", MAILBOX, "like name@agency.example"),
            job_lease_seconds=_number(environ, "JOB_LEASE_SECONDS", 30, 1, 3600),
        )
        _check(settings)
        return settings


def _check(settings: Settings) -> None:
    if not settings.secret_key:
        raise SettingsError("SECRET_KEY is not set. Make one: python3 -c 'import secrets; print(secrets.token_hex())'")
    if not settings.is_production:
        return
    if settings.secret_key.lower() in WEAK_KEYS or len(settings.secret_key) < SHORTEST_KEY:
        raise SettingsError(f"SECRET_KEY is too weak for production: it takes {SHORTEST_KEY} random characters.")
    if len(set(settings.secret_key)) < SHORTEST_KEY // 4:
        raise SettingsError("SECRET_KEY is too weak for production: it repeats a few characters.")
    if settings.debug:
        raise SettingsError("FLASK_DEBUG must be off in production.")
    if settings.demo:
        raise SettingsError("DEMO must be off in production: the demo's people have a shared password.")


def _database_url(environ: Mapping[str, str], name: str, default: str) -> str:
    """SQLAlchemy's URL for what operators write; only files of SQLite and PostgreSQL are known."""
    url = _given(environ, name) or default
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    if url.startswith("postgresql+psycopg://") or (url.startswith("sqlite:///") and url[10:] not in ("", ":memory:")):
        return url
    raise SettingsError(f"{name} must begin with sqlite:/// and a path, or with postgresql://.")


def _base_url(environ: Mapping[str, str]) -> str:
    default = "http://127.0.0.1:8000"
    return _checked(environ, "BASE_URL", default, _is_web_address, "like https://name.example").rstrip("/")


def _is_web_address(value: str) -> bool:
    """What a browser could open."""
    try:
        return WEB_ADDRESS.fullmatch(value) is not None and urlsplit(value).port != 0
    except ValueError:  # the port is too large
        return False


def _one_of(environ: Mapping[str, str], name: str, choices: tuple[str, ...], default: str) -> str:
    value = _given(environ, name) or default
    if value not in choices:
        raise SettingsError(f"{name} must be one of: {', '.join(choices)}; it is {value!r}.")
    return value


def _flag(environ: Mapping[str, str], name: str, default: bool) -> bool:
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    value = _given(environ, name).lower()
    if not value:
        return default
    if value not in words:
        raise SettingsError(f"{name} must be 1 or 0; it is {value!r}.")
    return words[value]


def _number(environ: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    def is_good(value: str) -> bool:
        return WHOLE.fullmatch(value) is not None and least <= int(value) <= most

    return int(_checked(environ, name, str(default), is_good, f"a whole number from {least} to {most}"))


def _like(environ: Mapping[str, str], name: str, default: str, pattern: re.Pattern[str], takes: str) -> str:
    return _checked(environ, name, default, lambda value: pattern.fullmatch(value) is not None, takes)


def _checked(
    environ: Mapping[str, str], name: str, default: str, is_good: Callable[[str], bool], takes: str
) -> str:  # fmt: skip
    value = _given(environ, name)
    if value and not is_good(value):
        raise SettingsError(f"{name} must be {takes}; it is {value!r}.")
    return value or default


def _languages(raw: str) -> tuple[str, ...]:
    chosen = tuple(raw.replace(",", " ").split())
    unknown = [code for code in chosen if code not in LANGUAGES]
    if unknown or not chosen:
        raise SettingsError(f"LANGUAGES takes any of: {' '.join(LANGUAGES)}; not {' '.join(unknown) or 'nothing'}.")
    return chosen


def _given(environ: Mapping[str, str], name: str) -> str:
    """What a setting says; an empty one counts as not set."""
    return environ.get(name, "").strip()
