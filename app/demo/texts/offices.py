"""The agency's offices: the ones that stories are told of, and names to make more of."""

from dataclasses import dataclass

AGENCY = "Department of Family and Work"


@dataclass(frozen=True)
class OfficeText:
    """An office under another. `channels` are (kind, name); the first `owned` have owners."""

    slug: str
    name: str
    parent: str
    staff: int
    language: str = "en"
    zone: str = ""
    channels: tuple[tuple[str, str], ...] = ()
    owned: int = 2


_USUAL = (("counter", ""), ("phone", ""), ("mail", ""))

NAMED = (
    OfficeText("north", "Northern Region", "", 12),
    OfficeText("south", "Southern Region", "", 11),
    OfficeText("central", "Central Services", "", 9),
    OfficeText("abroad", "Offices Abroad", "", 6),
    OfficeText(
        "child-support", "Child Support, Northfield", "north", 34,
        channels=(("phone", "Case line"), ("counter", "Front desk"), ("web", "My case"), ("mail", "")), owned=3,
    ),
    OfficeText(
        "benefits-line", "Benefits Line", "central", 62,
        channels=(("phone", "Benefits line"), ("chat", "Live chat"), ("web", "Answers"), ("email", "")),
    ),
    OfficeText(
        "disability", "Disability Claims", "central", 48,
        channels=(("mail", "Claims by post"), ("phone", ""), ("web", "Claim form")),
    ),
    OfficeText("housing", "Housing Assistance, Riverside", "south", 21, channels=(*_USUAL, ("field", "Home visits"))),
    OfficeText(
        "records", "Records and Certificates", "central", 19,
        channels=(("counter", "Window 4"), ("web", "Order a certificate"), ("phone", "")),
    ),
    OfficeText("jobs", "Job Centre, Millbrook", "north", 27, channels=(*_USUAL, ("web", "Job board"))),
    OfficeText("pensions", "Pension Service, Oakham", "south", 24, channels=_USUAL),
    OfficeText("thessaloniki", "Κέντρο Εξυπηρέτησης Οικογένειας, Θεσσαλονίκη", "abroad", 14, "el", "Europe/Athens", _USUAL),
    OfficeText("amman", "مكتب خدمات الأسرة، عمّان", "abroad", 16, "ar", "Asia/Amman", _USUAL),
    OfficeText("chiang-mai", "สำนักงานบริการครอบครัว เชียงใหม่", "abroad", 12, "th", "Asia/Bangkok", _USUAL),
    OfficeText("izmir", "Aile Hizmetleri Şubesi, İzmir", "abroad", 18, "tr", "Europe/Istanbul", _USUAL),
    OfficeText("chengdu", "成都家庭服务中心", "abroad", 15, "zh", "Asia/Shanghai", _USUAL),
    OfficeText("child-support-harlow", "Child Support, Harlow", "south", 29, channels=(*_USUAL, ("web", "My case"))),
    OfficeText("permits", "Parking and Disability Badges", "central", 13, channels=(*_USUAL, ("web", "Badge form"))),
    OfficeText("licences", "Licences and Registration, Ashford", "south", 17, channels=_USUAL),
    OfficeText("child-support-easton", "Child Support, Easton", "south", 22, channels=_USUAL),
    OfficeText("child-support-weston", "Child Support, Weston", "north", 18, channels=_USUAL),
)  # fmt: skip

SERVICES = (
    "Family Benefits", "Job Centre", "Housing Assistance", "Home Care", "Youth Services", "Heating Aid",
    "Meals and Food Aid", "Disability Support", "Veterans' Desk", "Childcare Places", "Debt Advice", "Family Court Liaison",
)  # fmt: skip
PLACES = (
    "Alder Bay", "Birchwood", "Calder", "Denby", "Elmstead", "Fairlight", "Glenmore", "Hartwell", "Ivybridge", "Juniper",
    "Kingsley", "Larkhill", "Marlow", "Norbury", "Oxley", "Penrose", "Quarry Hill", "Redford", "Stanmore", "Thornton",
    "Upton", "Vale", "Wexford", "Yarrow", "Abbotsford", "Brookside", "Clifton", "Dunmore", "Eastgate", "Foxley",
)  # fmt: skip
REGIONS = ("north", "south", "central")
