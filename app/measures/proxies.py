"""Guesses from a measure's name whether it only hints at what customers get. A suggestion; the person decides."""

from functools import cache

from app.core.folding import fold, is_unspaced, runs

WORDS = (
    "call", "calls", "callbacks", "phone calls", "recalls", "ticket", "tickets", "visit", "visits", "visitors",
    "e-mails", "emails", "enquiries", "inquiries", "clicks", "downloads",
    "κλήση", "κλήσεις", "κλήσεων", "τηλεφωνήματα", "τηλεφωνημάτων", "επίσκεψη", "επισκέψεις", "επισκέψεων", "δελτία",
    "arama", "aramalar", "aramaları", "çağrı", "çağrılar", "çağrıları", "ziyaret", "ziyaretler", "ziyaretleri", "bilet",
    "مكالمة", "مكالمات", "المكالمات", "اتصالات", "الاتصالات", "زيارة", "زيارات", "الزيارات",
    "تذاكر", "التذاكر", "تذكرة",
    "สายโทรศัพท์", "โทรศัพท์", "การโทร", "สายเรียกเข้า", "ตั๋ว", "การมาติดต่อ", "การเข้าเยี่ยม", "มาซ้ำ",
    "来电", "电话", "通话", "工单", "来访", "上门次数", "跑腿",
)  # fmt: skip


def is_likely(name: str) -> bool:
    """True where the name counts calls, tickets, visits or the like, in any of our languages."""
    spaced, unspaced = _known()
    folded = fold(name)
    return not spaced.isdisjoint(runs(folded)) or any(word in folded for word in unspaced)


@cache
def _known() -> tuple[frozenset[str], tuple[str, ...]]:
    folded = [fold(word) for word in WORDS]
    return frozenset(word for word in folded if not is_unspaced(word)), tuple(w for w in folded if is_unspaced(w))
