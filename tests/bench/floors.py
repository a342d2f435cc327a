"""The product with two floors beside it, for `gunicorn tests.bench.floors:app`.

/floor/bare is a Flask app of its own: one indexed query of 25 rows by SQLAlchemy Core, a plain template, nothing else.
/floor/dressed/<n> is page n's own template on the values it was given once: no sign-in, no query. Both are made before
gunicorn forks. /floor/facts tells the bench what was found out on the way.
"""

import os
import re
from typing import Any

from flask import Flask, g, jsonify, template_rendered
from flask.testing import FlaskClient
from jinja2 import Template
from sqlalchemy import MetaData, Table, create_engine, event, select
from sqlalchemy.engine import Engine
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from app import create_app
from app.extensions import db
from app.plans import assembling, queries, rendering
from app.plans.models import Plan
from app.web import access
from config import Settings
from tests.bench.pages import NEWEST, PAGES, Page

BARE = """<!doctype html><html lang="en"><title>Bare</title><h1>Bare</h1><table>
{% for row in rows %}<tr><td>{{ row.number }}</td><td>{{ row.title }}</td><td>{{ row.state }}</td></tr>
{% endfor %}</table></html>"""

Worn = dict[int, tuple[Template, dict[str, Any]]]


def bare(url: str) -> Flask:
    """25 newest rows by primary key, in an app that has nothing else."""
    floor = Flask("bare")
    engine = create_engine(url, pool_size=10)
    with engine.connect() as connection:
        point = Table("pain_point", MetaData(), autoload_with=connection)
    engine.dispose()
    page = floor.jinja_env.from_string(BARE)  # once, as a file's template is
    newest = select(point.c.number, point.c.title, point.c.state).order_by(point.c.id.desc()).limit(25)

    @floor.get("/")
    def index() -> str:
        with engine.connect() as connection:
            return page.render(rows=connection.execute(newest).all())

    return floor


def dress(product: Flask) -> None:
    """Add the dressed floors and the facts to the product's own app, then fill them from its real pages."""
    worn: Worn = {}
    facts: dict[str, Any] = {"pages": []}

    @product.get("/floor/dressed/<int:number>")
    @access.public
    def dressed(number: int) -> str:
        g.csrf_token = "constant"
        template, values = worn[number]
        return template.render(values)

    @product.get("/floor/facts")
    @access.public
    def tell() -> Any:
        return jsonify(facts)

    clients = {who: signed_in(product, who) for who in {page.person for page in PAGES}}
    for number, page in enumerate(PAGES):
        path, worn[number], asked = observe(product, clients[page.person], page)
        facts["pages"].append({"path": path, "queries": asked})
    facts |= draft_of_champion(product, clients["champion"])
    with product.app_context():
        db.engine.dispose()  # no connection may be shared by the processes to come


def signed_in(product: Flask, who: str) -> FlaskClient:
    client = product.test_client()
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/sign-in").text)
    assert found, "the sign-in page has no token"
    answer = client.post(
        "/sign-in",
        data={"email": f"{who}@demo.example", "password": os.environ["DEMO_PASSWORD"], "csrf_token": found[1]},
    )
    assert answer.status_code == 303, answer.text
    return client


def observe(product: Flask, client: FlaskClient, page: Page) -> tuple[str, tuple[Template, dict[str, Any]], int]:
    """The page's real address, what its template was given, and how many queries it asks when warm."""
    path = page.path
    if path == NEWEST:
        found = re.search(r'href="(/pain-points/PP-\d+)"', client.get("/pain-points?state=all").text)
        assert found, "there is no pain point"
        path = found[1]
    client.get(path)
    given: list[tuple[Template, dict[str, Any]]] = []
    asked: list[str] = []

    def keep(_sender: Flask, template: Template, context: dict[str, Any], **_more: Any) -> None:
        given.append((template, dict(context)))

    def count(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if not statement.startswith("BEGIN"):  # SQLite's driver is told to; PostgreSQL's does it by itself
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    with template_rendered.connected_to(keep, product):
        answer = client.get(path)
    event.remove(Engine, "before_cursor_execute", count)
    assert answer.status_code == 200, (path, answer.status_code)
    return path, given[-1], len(asked)


def draft_of_champion(product: Flask, client: FlaskClient) -> dict[str, Any]:
    """The champion's plan: address of its draft as PDF, the HTML that is printed, and a plan with a stored PDF."""
    mine = re.findall(r'href="/plans/P-(\d+)"', client.get("/my-plan", follow_redirects=True).text)
    number = int(next(one for one in mine if client.get(f"/plans/P-{one}.pdf?draft=1").status_code == 200))
    stored = re.findall(r'href="/plans/P-(\d+)"', client.get("/plans").text)
    stored_path = next(
        path for path in (f"/plans/P-{one}.pdf" for one in stored) if client.get(path).status_code == 200
    )
    with product.test_request_context():
        plan = db.session.scalars(select(Plan).where(Plan.number == number)).one()
        version = queries.open_version(plan)
        assert version, "the champion has no draft"
        html = rendering.html(assembling.draft_sheet(version))
        db.session.remove()
    return {"draft": f"/plans/P-{number}.pdf?draft=1", "html": html, "stored": stored_path}


def make() -> Flask:
    settings = Settings.from_environ(os.environ)
    product = create_app(settings)
    dress(product)
    product.wsgi_app = DispatcherMiddleware(  # type: ignore[method-assign]
        product.wsgi_app, {"/floor/bare": bare(settings.database_url)}
    )
    return product


app = make()
