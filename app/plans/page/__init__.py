"""The page of a plan, which everybody looks at: all that it says of a version, put together from every feature.

Here because routes alone may read features that stand above plans. What a viewer may do is asked in the route.
"""

from app.plans.page.asked import Ask, asks_of
from app.plans.page.stands import stands_of
from app.plans.page.whole import Page, of

__all__ = ["Ask", "Page", "asks_of", "of", "stands_of"]
