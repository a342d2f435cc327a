"""Words for counts that stop somewhere. Words for roles are in accounts/labels."""

from app.web.figures import number


def capped(count: int, most: int) -> str:
    """A count that stopped at `most`, with a plus where it did."""
    return f"{number(count)}+" if count >= most else number(count)
