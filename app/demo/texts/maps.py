"""Process maps of the demo's plans. A step: what, who, work, then waits, right of 100, kind of rule, why, who can change it.

The sums are those of the plans' texts: 72 days of child support are 6, 14, 9, 21, 18 and 4, of which the law asks for 4.
"""

from dataclasses import dataclass

Step = tuple[str, str, str, str, str, str, str, str]


@dataclass(frozen=True)
class MapText:
    """The maps of one plan (key of its story). `observed`: days from the reference day, with what was seen."""

    plan: str
    as_is: tuple[Step, ...]
    to_be: tuple[Step, ...] = ()
    observed: tuple[tuple[int, tuple[Step, ...]], ...] = ()


CHILD_SUPPORT = MapText(
    "running:child-support",
    (
        ("Take the application", "Intake desk", "25 min", "6 d", "92", "habit", "weekly post to the second floor", "Office head"),
        ("Open the file", "Drafting pool", "10 min", "14 d", "80", "policy", "drafters only, policy 4.12", "Region"),
        ("Write the order", "Drafting pool", "40 min", "9 d", "88", "policy", "second review, policy 4.12", "Region"),
        ("Sign at a notary", "Both parents", "15 min", "21 d", "70", "policy", "ink by mail, policy 4.15", "Region"),
        ("Hand the order in", "Court clerk", "20 min", "18 d", "95", "habit", "monthly signing day", "The judge"),
        ("Sign the order", "Judge", "10 min", "4 d", "98", "law", "days to object, may be waived", "Parliament"),
    ),
    (
        ("Write the order with the parents", "Intake desk", "65 min", "3 h", "90", "", "", ""),
        ("Read the order", "Second caseworker", "15 min", "19.5 h", "98", "habit", "the judge signs in the morning", "The judge"),
        ("Sign the order", "Judge", "10 min", "", "98", "", "", ""),
    ),
    (
        (-120, (
            ("Write the order with the parents", "Intake desk", "80 min", "4 h", "86", "", "", ""),
            ("Read the order", "Second caseworker", "20 min", "26 h", "97", "habit", "the judge signs in the morning", "The judge"),
            ("Sign the order", "Judge", "10 min", "", "98", "", "", ""),
        )),
        (-50, (
            ("Write the order with the parents", "Intake desk", "70 min", "2.5 h", "94", "", "", ""),
            ("Read the order", "Second caseworker", "12 min", "20 h", "98", "habit", "the judge signs in the morning", "The judge"),
            ("Sign the order", "Judge", "8 min", "", "98", "", "", ""),
        )),
    ),
)  # fmt: skip

HARLOW = MapText(
    "coming:child-support-harlow",
    (
        ("Take the application", "Intake desk", "30 min", "7 d", "90", "habit", "weekly file run", "Office head"),
        ("Write the order", "Drafting room", "45 min", "41 d", "85", "policy", "drafting unit only, section 3", "Office head"),
        ("Check the order", "Unit head", "10 min", "17 d", "96", "habit", "every order is read", "Unit head"),
        ("Sign the order", "Judge", "10 min", "4 d", "98", "law", "days to object", "Parliament"),
    ),
    (
        ("Write the order with the parent", "Intake desk", "75 min", "2 d", "90", "habit", "unit head reads a sample", "Unit head"),
        ("Sign the order", "Judge", "10 min", "1 d", "98", "", "", ""),
    ),
)  # fmt: skip

NEXT = MapText(
    "coming:child-support",
    (
        ("Send the order to the employer", "Intake desk", "10 min", "9 d", "88", "habit", "post to the registered address", "Our own team"),
        ("Pass it to the payroll", "Employer", "5 min", "15 d", "75", "system", "nobody knows who opens it", "Employer"),
        ("Withhold the payment", "Employer", "5 min", "14 d", "97", "regulation", "begins with a full pay period", "Ministry"),
    ),
)  # fmt: skip

GREEK = MapText(
    "running:thessaloniki",
    (
        ("Αίτηση", "Μητέρα", "30 min", "40 d", "60", "policy", "ληξιαρχική πράξη από την ίδια, εγκύκλιος 2011", "Διεύθυνση"),
        ("Έλεγχος", "Υπάλληλος", "25 min", "12 d", "85", "habit", "συμπληρωματικά έγγραφα", "Προϊστάμενος"),
        ("Πληρωμή", "Ταμείο", "5 min", "6 d", "99", "regulation", "πληρωμές δύο φορές τον μήνα", "Υπουργείο"),
    ),
    (("Αίτηση στον έβδομο μήνα", "Υπάλληλος", "30 min", "9 d", "92", "", "", ""), ("Πληρωμή", "Ταμείο", "5 min", "23 h", "99", "", "", "")),
)  # fmt: skip

ARABIC = MapText(
    "running:amman",
    (
        ("تقديم الطلب", "الشباك", "20 min", "5 d", "80", "policy", "ختم الاستعلام، تعليمات 2003", "المديرية"),
        ("جمع الأختام", "الأم", "2 h", "8 d", "55", "policy", "ختم من طابقين", "المديرية"),
        ("مراجعة الملف", "المراجع", "15 min", "6 d", "90", "habit", "درج المراجعة", "رئيس القسم"),
        ("تحديد الموعد", "القاضي", "10 min", "2 d", "97", "law", "مهلة التبليغ", "البرلمان"),
    ),
    (("تحديد الموعد أمام الأم", "الشباك", "30 min", "2 d", "92", "law", "مهلة التبليغ", "البرلمان"),),
)  # fmt: skip

THAI = MapText(
    "running:chiang-mai",
    (
        ("ยื่นเรื่อง", "ผู้ยื่นคำขอ", "30 min", "45 d", "58", "policy", "ขอเอกสารที่เปิดดูในระบบได้เอง", "สำนักงาน"),
        ("ตรวจเอกสาร", "เจ้าหน้าที่", "2 h", "14 d", "88", "habit", "รอประชุมประจำเดือน", "หัวหน้าสำนักงาน"),
        ("จ่ายเงิน", "การเงิน", "15 min", "5 d", "99", "regulation", "รอบการจ่ายเงิน", "กระทรวง"),
    ),
    (("ยื่นเรื่องและตรวจทันที", "เจ้าหน้าที่", "1 h", "10 d", "93", "", "", ""), ("จ่ายเงิน", "การเงิน", "15 min", "5 d", "99", "regulation", "รอบการจ่ายเงิน", "กระทรวง")),
)  # fmt: skip

TURKISH = MapText(
    "running:izmir",
    (
        ("Başvuru", "Aile", "20 min", "26 d", "62", "policy", "kendi kontrol listemiz, 2009", "Şube"),
        ("Üst kata gönderim", "Evrak", "10 min", "9 d", "85", "habit", "dosya iki kat arasında dolaşır", "Müdür"),
        ("Karar", "İnceleme", "4 h", "6 d", "95", "regulation", "tebliğ süresi", "Bakanlık"),
    ),
    (("Başvuru ve karar aynı masada", "Memur", "45 min", "6 d", "94", "regulation", "tebliğ süresi", "Bakanlık"),),
)  # fmt: skip

CHINESE = MapText(
    "running:chengdu",
    (
        ("申请", "家长", "20 min", "38 d", "55", "policy", "二〇一二年的材料清单", "本局"),
        ("传到二楼", "窗口", "10 min", "10 d", "90", "habit", "两个科室之间传递", "科长"),
        ("审核签字", "审核员", "2 h", "2 d", "96", "habit", "等签字", "科长"),
    ),
    (("窗口当面写决定", "窗口", "40 min", "1 d", "93", "", "", ""), ("复核签字", "审核员", "20 min", "2 d", "98", "habit", "第二天签字", "科长")),
)  # fmt: skip

ALL = (CHILD_SUPPORT, HARLOW, NEXT, GREEK, ARABIC, THAI, TURKISH, CHINESE)
