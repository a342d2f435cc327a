"""What many pages ask again and again: each process keeps it until a stamp in the database says that it may differ.

What was worked out under the same stamp still holds. A stamp is read before what is kept under it, so that an answer
may be newer than its stamp and never older.
"""

from collections.abc import Callable
from functools import wraps
from math import inf
from time import monotonic
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import Executable, event
from sqlalchemy.orm import Session

from app.core import reading
from app.core.database import is_writing
from app.extensions import db

MOST = 2000
SEEN = "groundwork_stamps"

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Stamp:
    """A value in the database that changes with everything that is kept under it; `statement` reads it.

    `longest`: seconds after which an answer is worked out anew, whatever the stamp says. `is_prompt`: it changes with
    the change itself, so that it holds inside a writing transaction too; another one is not asked there. `most`:
    answers that are kept. `largest`: the length beyond which an answer is not kept.
    """

    def __init__(
        self, name: str, statement: Executable, *, longest: float = inf, most: int = MOST, largest: float = inf,
        is_prompt: bool = False,
    ) -> None:  # fmt: skip
        self.name, self.statement, self.is_prompt = name, statement, is_prompt
        self.longest, self.most, self.largest = longest, most, largest
        self._kept: dict[tuple[Any, ...], tuple[str, float, Any]] = {}
        self._beside: list[Stamp] = []

    def few(self, most: int, largest: int) -> "Stamp":
        """The same stamp for long answers: only so many are kept, and none that is longer than `largest`."""
        made = Stamp(
            self.name, self.statement, longest=self.longest, most=most, largest=largest, is_prompt=self.is_prompt
        )
        self._beside.append(made)
        return made

    def now(self) -> str:
        """As it is now. Asked once in a reading transaction, and each time in one that may change it."""
        session = db.session()
        seen: str | None = session.info.get(SEEN, {}).get(self.name)
        if seen is None or is_writing(session):
            seen = str(reading.value(self.statement))
            self.note(seen)
        return seen

    def note(self, token: str | None) -> None:
        """The running transaction has read the stamp along with something else."""
        db.session().info.setdefault(SEEN, {})[self.name] = str(token)

    def keep(self, make: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        """Keep the answers of `make`, each for its arguments, which are positional; it answers with values, not with
        objects of a session, and what it reads is under this stamp alone."""

        @wraps(make)
        def asked(*args: Asked.args, **named: Asked.kwargs) -> Answer:
            return self.recall((make, *args), lambda: make(*args, **named))

        return asked

    def recall(self, key: tuple[Any, ...], make: Callable[[], Answer]) -> Answer:
        """The answer that is kept for this key; where there is none, or it does not hold, that of `make`."""
        if not self.is_prompt and is_writing(db.session()):
            return make()
        now = self.now()
        found = self._kept.get(key)
        if found and found[0] == now and found[1] > monotonic():
            answer: Answer = found[2]
            return answer
        answer = make()
        if self._is_small(answer):
            if len(self._kept) >= self.most:
                self._kept.clear()
            self._kept[key] = (now, monotonic() + self.longest, answer)
        return answer

    def _is_small(self, answer: Any) -> bool:
        return self.largest == inf or answer is None or len(answer) <= self.largest

    def forget(self) -> None:
        """Nothing that is kept holds: another database from here on, or rows that no stamp tells of."""
        self._kept.clear()
        for stamp in self._beside:
            stamp.forget()


@event.listens_for(Session, "after_transaction_end")
def _read_again(session: Session, _transaction: object) -> None:
    session.info.pop(SEEN, None)
