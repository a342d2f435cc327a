"""What came of a promise: kept, nearly, or short. Pure figures."""

from app.measures.models import Direction

NEARLY = 0.9


def verdict(direction: Direction, before: float | None, promised: float | None, came: float | None) -> str:
    """ "kept" at or past the promise, "nearly" from nine tenths of the way, else "short"; "open" where a figure lacks.

    The way is measured from `before`. For what only had to stay (KEEP, or a promise equal to `before`), kept means not
    worse than promised: a promise below `before` is a floor, any other a ceiling.
    """
    if promised is None or came is None:
        return "open"
    if direction is Direction.KEEP:
        is_kept = came >= promised if before is not None and promised < before else came <= promised
        return "kept" if is_kept else "short"
    is_upward = promised > before if before is not None and promised != before else direction is Direction.UP
    if (came >= promised) if is_upward else (came <= promised):
        return "kept"
    if before is None or promised == before:
        return "short"
    return "nearly" if (came - before) / (promised - before) >= NEARLY else "short"
