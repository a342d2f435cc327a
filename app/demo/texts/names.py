"""People: those to try the app as, those that stories name, and names for the rest."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PersonText:
    """A person with a key: the part of their address before the @. `role` is on `scope`, else on nothing."""

    key: str
    name: str
    office: str
    role: str = ""
    scope: str = ""


CAST = (
    PersonText("program", "Tom Beckett", "", "program_office"),
    PersonText("admin", "Victor Lang", "", "administrator"),
    PersonText("leader", "Margaret Okafor", "", "leader"),
    PersonText("auditor", "Ingrid Solheim", "", "auditor"),
    PersonText("program2", "Priya Nair", "", "program_office"),
    PersonText("leader2", "Henry Castellano", "", "leader"),
    PersonText("reviewer", "Grace Lindqvist", "", "reviewer"),
    PersonText("sponsor", "Ruth Alvarez", "north", "sponsor", "north"),
    PersonText("sponsor-south", "Peter Haldane", "south", "sponsor", "south"),
    PersonText("sponsor-central", "Amina Diallo", "central", "sponsor", "central"),
    PersonText("sponsor-abroad", "Claire Fontaine", "abroad", "sponsor", "abroad"),
    PersonText("champion", "Dana Whitfield", "child-support"),
    PersonText("colleague", "Nadia Osei", "child-support"),
    PersonText("owner", "Sam Pruitt", "child-support"),
    PersonText("luis", "Luis Ortega", "child-support"),
    PersonText("bea", "Beatrice Holm", "child-support"),
    PersonText("kofi", "Kofi Mensah", "child-support"),
    PersonText("ellen", "Ellen Marsh", "benefits-line"),
    PersonText("arjun", "Arjun Patel", "benefits-line"),
    PersonText("rosa", "Rosa Jimenez", "disability"),
    PersonText("martin", "Martin Vogel", "disability"),
    PersonText("joyce", "Joyce Adeyemi", "housing"),
    PersonText("liam", "Liam Doyle", "housing"),
    PersonText("helen", "Helen Park", "records"),
    PersonText("oscar", "Oscar Nyberg", "records"),
    PersonText("carla", "Carla Romano", "jobs"),
    PersonText("ben", "Ben Achterberg", "jobs"),
    PersonText("walter", "Walter Quinn", "pensions"),
    PersonText("eleni", "Ελένη Παπαδοπούλου", "thessaloniki"),
    PersonText("nikos", "Νίκος Γεωργίου", "thessaloniki"),
    PersonText("layla", "ليلى حدّاد", "amman"),
    PersonText("omar", "عمر الخطيب", "amman"),
    PersonText("somchai", "สมชาย วงศ์ดี", "chiang-mai"),
    PersonText("malee", "มาลี ศรีสุข", "chiang-mai"),
    PersonText("ayse", "Ayşe Yılmaz", "izmir"),
    PersonText("emre", "Emre Şahin", "izmir"),
    PersonText("limin", "李敏", "chengdu"),
    PersonText("wangtao", "王涛", "chengdu"),
    PersonText("sylvia", "Sylvia Brandt", "child-support-harlow"),
    PersonText("dev", "Dev Chatterjee", "permits"),
    PersonText("maria", "Maria Kowalski", "licences"),
    PersonText("joan", "Joan Whitaker", "child-support-easton"),
    PersonText("abel", "Abel Tesfaye", "child-support-weston"),
)

TRIED = ("champion", "colleague", "leader", "program", "sponsor", "owner", "auditor", "admin")
"""The people to try the app as."""

FIRST = (
    "Alice", "Amara", "Boris", "Caleb", "Chioma", "Diego", "Edith", "Farah", "George", "Hana", "Ibrahim", "Irene",
    "Jonas", "Kamala", "Lars", "Lucia", "Malik", "Mei", "Nora", "Olga", "Paul", "Rashid", "Sara", "Tariq", "Uma",
    "Vera", "Wendy", "Yusuf", "Zoe",
)  # fmt: skip
LAST = (
    "Abbott", "Bakker", "Cole", "Duarte", "Eriksen", "Fischer", "Gupta", "Hughes", "Iversen", "Jensen", "Kim", "Lopez",
    "Moreau", "Novak", "Obi", "Petrov", "Reyes", "Silva", "Tanaka", "Usman", "Varga", "Walsh", "Yates", "Zeller",
)  # fmt: skip

LOCAL = {
    "el": ("Μαρία Αντωνίου", "Γιώργος Ιωάννου", "Κατερίνα Δημητρίου"),
    "ar": ("سلمى الزعبي", "خالد المصري", "رنا العلي"),
    "th": ("วิภา ใจดี", "ประเสริฐ ทองคำ", "กนกวรรณ แสงทอง"),
    "tr": ("Zeynep Kaya", "Mehmet Çelik", "İpek Öztürk"),
    "zh": ("张丽", "陈建国", "刘洋"),
}

SEATS = (
    # cycle, office, champion, deputy
    ("past", "permits", "dev", ""),
    ("past", "jobs", "carla", "ben"),
    ("running", "child-support", "champion", "luis"),
    ("running", "benefits-line", "ellen", "arjun"),
    ("running", "disability", "rosa", "martin"),
    ("running", "housing", "joyce", "liam"),
    ("running", "records", "helen", "oscar"),
    ("running", "jobs", "carla", "ben"),
    ("running", "thessaloniki", "eleni", "nikos"),
    ("running", "amman", "layla", "omar"),
    ("running", "chiang-mai", "somchai", "malee"),
    ("running", "izmir", "ayse", "emre"),
    ("running", "chengdu", "limin", "wangtao"),
    ("coming", "child-support", "champion", "luis"),
    ("coming", "child-support-harlow", "sylvia", ""),
    ("coming", "child-support-easton", "joan", ""),
    ("coming", "child-support-weston", "abel", ""),
    ("coming", "pensions", "walter", ""),
    ("coming", "licences", "maria", ""),
    ("coming", "housing", "joyce", "liam"),
    ("coming", "records", "helen", "oscar"),
    ("coming", "permits", "dev", ""),
)
