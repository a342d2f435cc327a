"""Headers that every answer carries, and the guard of writes that come without a session."""

from urllib.parse import urlsplit

from flask import Flask, Response, request, request_started

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SECURE = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
HTML = {"Cache-Control": "no-store"}


def init_app(app: Flask) -> None:
    request_started.connect(_limit_fields, app)
    always = HEADERS | SECURE if app.config["SESSION_COOKIE_SECURE"] else HEADERS

    @app.after_request
    def add_headers(response: Response) -> Response:
        said = {name.lower() for name in response.headers.keys()}  # noqa: SIM118  # iterating it gives pairs
        ours = always | HTML if response.mimetype == "text/html" else always
        for name, value in ours.items():
            if name.lower() not in said:
                response.headers.add(name, value)
        return response


def _limit_fields(app: Flask, **_facts: object) -> None:
    """Fields without files are held in memory at once, which MAX_FORM_MEMORY_SIZE limits for multipart bodies only."""
    if request.mimetype != "multipart/form-data":
        request.max_content_length = app.config["MAX_FORM_MEMORY_SIZE"]


def is_same_origin() -> bool:
    """True where the browser says that our own page sent this write.

    For anonymous intake, which has no session and so no token: Sec-Fetch-Site where the browser sends it, else Origin.
    A request with neither is refused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return bool(origin) and urlsplit(origin or "").netloc == request.host
