"""`python -m tests.bench.cpu`: processor time of each page and its floors in one process, which other work on the
machine hardly moves. Takes DATABASE_URL, SECRET_KEY, INSTANCE_DIR and DEMO_PASSWORD of a filled demo. Prints Markdown.
"""

import statistics
import time

from flask.testing import FlaskClient

from tests.bench import floors
from tests.bench.pages import PAGES

TIMES = 40


def main() -> None:
    clients = {who: floors.signed_in(floors.app, who) for who in {page.person for page in PAGES}}
    facts = floors.app.test_client().get("/floor/facts").get_json()["pages"]
    print("| page | queries | CPU ms | of dressed | of bare |\n| --- | --- | --- | --- | --- |")
    for number, (page, fact) in enumerate(zip(PAGES, facts, strict=True)):
        own, dressed, bare = (
            cost(client, path)
            for client, path in (
                (clients[page.person], fact["path"]),
                (floors.app.test_client(), f"/floor/dressed/{number}"),
                (floors.app.test_client(), "/floor/bare/"),
            )
        )
        print(f"| {page.name} | {fact['queries']} | {own:.1f} | {dressed / own:.2f} | {bare / own:.2f} |")


def cost(client: FlaskClient, path: str) -> float:
    """Milliseconds of processor time, the median of many."""
    seconds = []
    for _ in range(TIMES):
        started = time.process_time()
        assert client.get(path).status_code == 200, path
        seconds.append(time.process_time() - started)
    return statistics.median(seconds) * 1000


if __name__ == "__main__":
    main()
