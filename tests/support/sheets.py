"""Plans to print in tests, one per script: the story of the 72 days that became 1, in six languages."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.plans.sheet import Change, Channel, Measure, Milestone, Observation, PainPoint, PlanSheet, Step

START, END = date(2026, 10, 1), date(2027, 9, 30)
WOBBLE = (0, 2, -2, 3, 1, -3, 2, -1, 4, -1, -3, 2, 0, 3, -2, -1, 2, -4, 1, 3, -3, -2, 2, -3)


def observations(around: float, spread: float) -> tuple[Observation, ...]:
    """24 months before the plan's year, wobbling around a value."""
    months = [date(2024 + (9 + number) // 12, (9 + number) % 12 + 1, 28) for number in range(24)]
    return tuple(
        Observation(day, round(around + wobble * spread, 2)) for day, wobble in zip(months, WOBBLE,
        strict=True)
    )


FIGURES: tuple[dict[str, Any], ...] = (
    {"baseline": 72, "target": 1, "direction": "down", "observations": observations(72, 1.4), "unit": ""},
    {"baseline": 6, "target": 80, "direction": "up", "observations": observations(6, 0.3), "unit": "%"},
    {"baseline": 33, "target": 8, "direction": "down", "observations": observations(33, 0.8), "unit": ""},
    {"baseline": 9, "target": 9, "direction": "keep", "observations": observations(9, 0.5), "unit": "%"},
)
DUE = (
    date(2026, 10, 15), date(2026, 11, 5), date(2026, 12, 1), date(2027, 2, 1),
    date(2027, 3, 20), date(2027, 6, 1), date(2027, 8, 28),
)  # fmt: skip
DAYS = (19, 12, 24, 16, 1)


def _measures(*rows: tuple[str, str, str, str]) -> tuple[Measure, ...]:
    return tuple(
        Measure(name=name, kind=kind, source=source, owner=owner, target_day=END, **figures)
        for (name, kind, source, owner), figures in zip(rows, FIGURES, strict=True)
    )


def _milestones(*rows: tuple[str, str]) -> tuple[Milestone, ...]:
    return tuple(
        Milestone(name, owner, due, is_decision_point=number == 5)
        for number, ((owner, name), due) in enumerate(zip(rows, DUE, strict=True))
    )


def _steps(*rows: tuple[str, str]) -> tuple[Step, ...]:
    return tuple(
        Step(lane, days, why, is_law=number == 4)
        for number, ((lane, why), days) in enumerate(zip(rows, DAYS, strict=True))
    )


def _points(*rows: tuple[str, str]) -> tuple[PainPoint, ...]:
    counts = ((31, 61, 690), (7, 48, 460), (52, 23, 130))
    return tuple(
        PainPoint(f"PP-{number:02}", channel, words, reports, customers)
        for (channel, words), (number, reports, customers) in zip(rows, counts, strict=True)
    )


def _sheet(**texts: Any) -> PlanSheet:
    return PlanSheet(
        ref="P-12", cycle_start=START, cycle_end=END, version=3, dated=date(2026, 9, 14),
        fingerprint="7c1f92ae04bde6d3", today_days=72, after_days=1, **texts,
    )  # fmt: skip


ENGLISH = _sheet(
    language="en",
    title="A child-support order in one day, not seventy-two",
    office="Marlow County Office of Child Support",
    champion="Teresa Quill",
    deputy="Sam Oyelaran",
    sponsor="D. Okafor, county director",
    outcome="A parent who asks for child support goes home the same day with a signed order, and money can come with "
    "the next payday.",
    mission="children are supported from the week their parent asks.",
    customers="About 1,150 families a year. Their journey begins before they reach us, in the month the rent is due "
    "and the other household has stopped paying.",
    problem="Parents take a day off work to apply, then hear nothing for ten weeks. The work takes four hours; the "
    "rest is queues we made ourselves. One in nine gives up.",
    pain_points=_points(
        ("Counter", "We both agreed at the counter. Why ten weeks?"),
        ("Phone", "Nobody can tell me who has my file."),
        ("Mail", "In June I was told the letter had come back."),
    ),
    today="A file passes five hands. Each is quick; between them it waits.",
    after="Parents and caseworker write the order together, a duty lawyer reads it within the hour, the judge signs. "
    "The law’s own step stays; 71 days of waiting go.",
    steps=_steps(
        ("Legal unit", "in the queue for a lawyer · policy 4.12"),
        ("Supervisor", "for a second signature · habit"),
        ("Both parents", "letter out and back · habit"),
        ("Court desk", "until the weekly batch · habit"),
        ("Judge", "to sign · law, section 14"),
    ),
    changes=(
        Change("Policy", "Orders both parents agree to are written at the first appointment. Only contested ones go to "
               "the legal unit.", "Director, policy 4.12", "Nil"),
        Change("Policy", "The second signature, for which we found no rule, ends for agreed orders.",
               "Director (a habit)", "Nil"),
        Change("Process", "One duty lawyer a day, by the present roster, reads drafts within the hour.",
               "Head of legal unit", "Within resources"),
        Change("Technology", "Orders are e-filed the same afternoon; the weekly batch to the court ends.",
               "Clerk of court", "Within resources"),
    ),
    measures=_measures(
        ("Days to a signed order", "Outcome · median", "Case system", "D. Reyes"),
        ("Agreed at the first appointment", "Process", "Case system", "D. Reyes"),
        ("“Where is my file?” calls", "Process · per 100 cases", "Phone log", "A. Lindqvist"),
        ("Orders reopened within six months", "Balancing", "Court list", "M. Osei"),
    ),
    milestones=_milestones(
        ("Director", "Policy 4.12 amended"),
        ("Legal unit", "Order template and one-page guide"),
        ("T. Quill", "First desk writes orders on the spot"),
        ("T. Quill", "All six desks"),
        ("Clerk of court", "E-filing replaces the weekly batch"),
        ("T. Quill", "Data to the sponsor: go on or stop"),
        ("County auditor", "Outside check of the results"),
    ),
    channels=(
        Channel("Counter", "A. Lindqvist"), Channel("Phone", "R. Bautista"), Channel("Court e-filing", "J. Haddad"),
        Channel("Mail", "S. Novak"), Channel("Web", "I. Castell"),
    ),
    risks="**Agreed in haste.** Either parent may withdraw within ten days; reopened orders are counted monthly.\n\n"
    "**Duty lawyer overrun.** Eight drafts a day at most; the rest are read by 10 the next morning.\n\n"
    "**Roll-back.** If reopened orders pass 12% for two months, the Director withdraws the amendment by memo. The old "
    "route runs again the next day.",
    people="Six counter caseworkers, four lawyers by the present roster, the court’s e-filing desk. 60 hours of "
    "training inside working time. Union informed 2 September.",
)  # fmt: skip

GREEK = replace(
    ENGLISH,
    language="el",
    title="Απόφαση διατροφής σε μία ημέρα, όχι σε εβδομήντα δύο",
    office="Γραφείο Διατροφής Τέκνων Μάρλοου",
    champion="Θηρεσία Κουίλ",
    deputy="Σάββας Ωραίος",
    sponsor="Δ. Οικονόμου, διευθυντής",
    outcome="Ο γονέας που ζητά διατροφή φεύγει την ίδια ημέρα με υπογεγραμμένη απόφαση, και τα χρήματα μπορούν να "
    "έρθουν με τον επόμενο μισθό.",
    mission="τα παιδιά να στηρίζονται από την εβδομάδα που το ζητά ο γονέας τους.",
    customers="Περίπου 1.150 οικογένειες τον χρόνο. Η διαδρομή τους αρχίζει πριν φτάσουν σε εμάς, τον μήνα που λήγει "
    "το ενοίκιο και το άλλο νοικοκυριό έπαψε να πληρώνει.",
    problem="Οι γονείς χάνουν ένα μεροκάματο για να κάνουν αίτηση και μετά δεν ακούν τίποτα για δέκα εβδομάδες. Τα "
    "υπόλοιπα είναι ουρές που φτιάξαμε εμείς.",
    pain_points=_points(
        ("Γκισέ", "Συμφωνήσαμε στο γκισέ. Γιατί δέκα εβδομάδες;"),
        ("Τηλέφωνο", "Κανείς δεν ξέρει ποιος έχει τον φάκελό μου."),
        ("Ταχυδρομείο", "Τον Ιούνιο έμαθα ότι το γράμμα γύρισε πίσω."),
    ),
    today="Ο φάκελος περνά από πέντε χέρια. Το καθένα είναι γρήγορο· ανάμεσά τους περιμένει.",
    after="Γονείς και υπάλληλος γράφουν μαζί την απόφαση, ο δικηγόρος υπηρεσίας τη διαβάζει μέσα στην ώρα, ο δικαστής "
    "υπογράφει. Φεύγουν 71 ημέρες αναμονής.",
    steps=_steps(
        ("Νομική μονάδα", "στην ουρά για δικηγόρο · κανόνας 4.12"),
        ("Προϊστάμενος", "για δεύτερη υπογραφή · συνήθεια"),
        ("Οι δύο γονείς", "γράμμα πέρα δώθε · συνήθεια"),
        ("Γραμματεία", "ως την εβδομαδιαία δέσμη"),
        ("Δικαστής", "για υπογραφή · νόμος, άρθρο 14"),
    ),
    changes=(
        Change("Κανόνας", "Οι συμφωνημένες αποφάσεις γράφονται στο πρώτο ραντεβού.", "Διευθυντής, 4.12", "Κανένα"),
        Change("Κανόνας", "Η δεύτερη υπογραφή καταργείται όπου υπάρχει συμφωνία.", "Διευθυντής", "Κανένα"),
        Change("Διαδικασία", "Ένας δικηγόρος υπηρεσίας την ημέρα διαβάζει τα σχέδια.", "Νομική μονάδα", "Εντός πόρων"),
    ),
    measures=_measures(
        ("Ημέρες ως την απόφαση", "Αποτέλεσμα · διάμεσος", "Σύστημα", "Δ. Ρήγας"),
        ("Συμφωνία στο πρώτο ραντεβού", "Διαδικασία", "Σύστημα", "Δ. Ρήγας"),
        ("Κλήσεις «πού είναι ο φάκελος;»", "Διαδικασία", "Τηλέφωνα", "Α. Λίντα"),
        ("Αποφάσεις που άνοιξαν ξανά", "Εξισορρόπηση", "Δικαστήριο", "Μ. Όσης"),
    ),
    milestones=_milestones(
        ("Διευθυντής", "Αλλαγή του κανόνα 4.12"),
        ("Νομική μονάδα", "Υπόδειγμα και οδηγός μίας σελίδας"),
        ("Θ. Κουίλ", "Το πρώτο γκισέ γράφει αποφάσεις"),
        ("Θ. Κουίλ", "Και τα έξι γκισέ"),
        ("Γραμματέας", "Ηλεκτρονική κατάθεση"),
        ("Θ. Κουίλ", "Στοιχεία στον χορηγό: συνέχεια ή τέλος"),
        ("Ελεγκτής", "Έλεγχος από έξω"),
    ),
    channels=(Channel("Γκισέ", "Α. Λίντα"), Channel("Τηλέφωνο", "Ρ. Μπαουτίστα"), Channel("Ταχυδρομείο", "Σ. Νόβακ")),
    risks="**Βιαστική συμφωνία.** Κάθε γονέας μπορεί να αποσυρθεί μέσα σε δέκα ημέρες.\n\n**Επιστροφή.** Αν οι "
    "αποφάσεις που ξανανοίγουν περάσουν το 12%, ο παλιός δρόμος ισχύει από την επομένη.",
    people="Έξι υπάλληλοι στα γκισέ, τέσσερις δικηγόροι, το γραφείο κατάθεσης του δικαστηρίου.",
)

TURKISH = replace(
    ENGLISH,
    language="tr",
    title="Nafaka kararı yetmiş iki günde değil, bir günde",
    office="Marlow İlçesi Çocuk Nafakası Bürosu",
    champion="Tülay Kılıç",
    deputy="Şükrü Oğuz",
    sponsor="D. Işık, müdür",
    outcome="Nafaka isteyen ebeveyn aynı gün imzalı kararla evine döner; para bir sonraki maaşla gelebilir.",
    mission="çocuklar, ebeveynlerinin istediği haftadan başlayarak desteklensin.",
    customers="Yılda yaklaşık 1.150 aile. Yolculukları bize ulaşmadan önce, kiranın geldiği ayda başlar.",
    problem="Vatandaşlar başvurmak için bir gün izin alır, sonra on hafta hiçbir şey duymaz. İşin kendisi dört saat "
    "sürer; gerisi kendi yarattığımız kuyruklardır.",
    pain_points=_points(
        ("Gişe", "Gişede anlaştık. Neden on hafta?"),
        ("Telefon", "Dosyamın kimde olduğunu kimse bilmiyor."),
        ("Posta", "Haziranda mektubun geri döndüğünü öğrendim."),
    ),
    today="Dosya beş elden geçer. Her biri hızlıdır; aralarında bekler.",
    after="Ebeveynler ve görevli kararı birlikte yazar, nöbetçi avukat bir saat içinde okur, hâkim imzalar.",
    steps=_steps(
        ("Hukuk birimi", "avukat sırasında · yönerge 4.12"),
        ("Şef", "ikinci imza için · alışkanlık"),
        ("Anne ve baba", "mektup gidiş dönüş · alışkanlık"),
        ("Mahkeme kalemi", "haftalık toplu gönderim"),
        ("Hâkim", "imza · kanun, madde 14"),
    ),
    changes=(
        Change("Yönerge", "İki tarafın anlaştığı kararlar ilk görüşmede yazılır.", "Müdür, 4.12", "Yok"),
        Change("Süreç", "Her gün bir nöbetçi avukat taslakları bir saat içinde okur.", "Hukuk birimi", "Eldekiyle"),
    ),
    measures=_measures(
        ("İmzalı karara kadar gün", "Sonuç · ortanca", "Dosya sistemi", "D. Reis"),
        ("İlk görüşmede anlaşma", "Süreç", "Dosya sistemi", "D. Reis"),
        ("“Dosyam nerede?” aramaları", "Süreç", "Telefon kaydı", "A. Çağlar"),
        ("Yeniden açılan kararlar", "Denge", "Mahkeme", "M. Öz"),
    ),
    milestones=_milestones(
        ("Müdür", "4.12 değişir"),
        ("Hukuk birimi", "Örnek karar ve bir sayfalık kılavuz"),
        ("T. Kılıç", "İlk gişe kararı yerinde yazar"),
        ("T. Kılıç", "Altı gişenin tümü"),
        ("Mahkeme kalemi", "Elektronik gönderim başlar"),
        ("T. Kılıç", "Veriler yöneticiye: devam mı, dur mu"),
        ("Denetçi", "Dışarıdan denetim"),
    ),
    channels=(Channel("Gişe", "A. Çağlar"), Channel("Telefon", "R. Şahin"), Channel("Posta", "S. Gündoğdu")),
    risks="**Acele anlaşma.** Her ebeveyn on gün içinde vazgeçebilir.\n\n**Geri dönüş.** Oran iki ay %12’yi aşarsa "
    "eski yol ertesi gün yeniden işler.",
    people="Altı gişe görevlisi, dört avukat, mahkemenin elektronik gönderim masası.",
)

ARABIC = replace(
    ENGLISH,
    language="ar",
    title="أمر النفقة في يوم واحد لا في ٧٢",
    office="مكتب نفقة الأطفال، مقاطعة مارلو",
    champion="تيريزا كويل",
    deputy="سامي العمر",
    sponsor="د. أوكافور، مدير المقاطعة",
    outcome="من يطلب نفقة طفله يعود إلى بيته في اليوم نفسه ومعه أمر موقَّع، وقد تصل أول دفعة مع الراتب القادم.",
    mission="يُعال الأطفال منذ الأسبوع الذي يطلب فيه أحد والديهم النفقة.",
    customers="نحو ١١٥٠ أسرة في السنة. تبدأ رحلتهم قبل أن يصلوا إلينا، يوم يتوقف الدفع.",
    problem="يترك الوالدان العمل يومًا كاملًا لتقديم الطلب ثم لا يسمعان شيئًا عشرة أسابيع. العمل نفسه أربع ساعات، "
    "والباقي طوابير صنعناها بأنفسنا.",
    pain_points=_points(
        ("الشباك", "اتفقنا عند الشباك، فلماذا عشرة أسابيع؟"),
        ("الهاتف", "لا أحد يعرف أين ملفي."),
        ("البريد", "قيل لي في يونيو إن الرسالة قد عادت."),
    ),
    today="يمر الملف بخمس أيدٍ. كل منها سريعة، وبينها ينتظر.",
    after="يكتب الوالدان والموظف الأمر معًا، ويقرؤه المحامي المناوب خلال ساعة، ويوقّعه القاضي.",
    steps=_steps(
        ("الوحدة القانونية", "انتظار دور المحامي · السياسة ٤-١٢"),
        ("المشرف", "لتوقيع ثانٍ · عادة"),
        ("الوالدان", "رسالة تذهب وتعود · عادة"),
        ("مكتب المحكمة", "حتى الدفعة الأسبوعية · عادة"),
        ("القاضي", "للتوقيع · القانون، المادة ١٤"),
    ),
    changes=(
        Change("سياسة", "الأوامر المتفق عليها تُكتب في الموعد الأول.", "المدير، السياسة ٤-١٢", "بلا كلفة"),
        Change("سياسة", "يُلغى التوقيع الثاني في الأوامر المتفق عليها.", "المدير (عادة)", "بلا كلفة"),
        Change("إجراء", "محامٍ مناوب كل يوم يقرأ المسودات خلال ساعة.", "رئيس الوحدة القانونية", "ضمن الموارد"),
    ),
    measures=_measures(
        ("الأيام حتى توقيع الأمر", "نتيجة · الوسيط", "نظام القضايا", "د. رييس"),
        ("اتفاق في الموعد الأول", "إجراء", "نظام القضايا", "د. رييس"),
        ("مكالمات «أين ملفي؟»", "إجراء · لكل مئة قضية", "سجل الهاتف", "أ. ليند"),
        ("أوامر أعيد فتحها", "موازِن", "قائمة المحكمة", "م. أوسي"),
    ),
    milestones=_milestones(
        ("المدير", "تعديل السياسة ٤-١٢"),
        ("الوحدة القانونية", "نموذج الأمر ودليل في صفحة"),
        ("ت. كويل", "أول مكتب يكتب الأوامر فورًا"),
        ("ت. كويل", "المكاتب الستة كلها"),
        ("كاتب المحكمة", "الإرسال الإلكتروني"),
        ("ت. كويل", "البيانات للراعي: نستمر أو نتوقف"),
        ("مدقق المقاطعة", "مراجعة خارجية للنتائج"),
    ),
    channels=(Channel("الشباك", "أ. ليند"), Channel("الهاتف", "ر. باوتيستا"), Channel("البريد", "س. نوفاك")),
    risks="**اتفاق متعجل.** لكل من الوالدين التراجع خلال عشرة أيام.\n\n**العودة.** إن تجاوزت الأوامر المعاد فتحها "
    "١٢٪ شهرين، يعود الطريق القديم في اليوم التالي.",
    people="ستة موظفي شباك، وأربعة محامين، ومكتب المحكمة. ستون ساعة تدريب ضمن الدوام.",
)

THAI = replace(
    ENGLISH,
    language="th",
    title="คำสั่งค่าเลี้ยงดูบุตรในวันเดียว",
    office="สำนักงานค่าเลี้ยงดูบุตร มาร์โลว์",
    champion="ธีรสา ควิลล์",
    deputy="สมชาย โอเย",
    sponsor="ด. โอกาฟอร์ ผู้อำนวยการ",
    outcome="ผู้ปกครองที่มาขอค่าเลี้ยงดูบุตรกลับบ้านในวันเดียวกันพร้อมคำสั่งที่ลงนามแล้ว",
    mission="เด็กได้รับการดูแลตั้งแต่สัปดาห์ที่พ่อหรือแม่มาขอ",
    customers="ปีละประมาณ 1,150 ครอบครัว การเดินทางของเขาเริ่มก่อนมาถึงเรา ในเดือนที่ต้องจ่ายค่าเช่า",
    problem="ผู้ปกครองลางานหนึ่งวันเพื่อยื่นคำขอ แล้วไม่ได้ข่าวสิบสัปดาห์ งานจริงใช้สี่ชั่วโมง ที่เหลือคือคิวที่เราสร้างเอง",
    pain_points=_points(
        ("เคาน์เตอร์", "ตกลงกันที่เคาน์เตอร์แล้ว ทำไมต้องสิบสัปดาห์"),
        ("โทรศัพท์", "ไม่มีใครบอกได้ว่าแฟ้มอยู่กับใคร"),
        ("ไปรษณีย์", "เดือนมิถุนายนเพิ่งรู้ว่าจดหมายตีกลับ"),
    ),
    today="แฟ้มผ่านห้ามือ แต่ละมือเร็ว แต่ระหว่างมือต้องรอ",
    after="พ่อแม่และเจ้าหน้าที่เขียนคำสั่งร่วมกัน ทนายเวรอ่านภายในหนึ่งชั่วโมง ผู้พิพากษาลงนาม",
    steps=_steps(
        ("ฝ่ายกฎหมาย", "รอคิวทนาย · ระเบียบ 4.12"),
        ("หัวหน้างาน", "รอลายเซ็นที่สอง · ความเคยชิน"),
        ("พ่อและแม่", "จดหมายไปกลับ · เคยชิน"),
        ("งานศาล", "รอส่งรายสัปดาห์ · เคยชิน"),
        ("ผู้พิพากษา", "ลงนาม · กฎหมาย มาตรา 14"),
    ),
    changes=(
        Change("ระเบียบ", "คำสั่งที่ทั้งสองฝ่ายตกลงเขียนในนัดแรก", "ผู้อำนวยการ ข้อ 4.12", "ไม่มี"),
        Change("กระบวนการ", "ทนายเวรวันละหนึ่งคนอ่านร่างภายในชั่วโมง", "หัวหน้าฝ่ายกฎหมาย", "ในงบที่มี"),
    ),
    measures=_measures(
        ("วันจนถึงคำสั่งที่ลงนาม", "ผลลัพธ์ · มัธยฐาน", "ระบบคดี", "ด. เรเยส"),
        ("ตกลงได้ในนัดแรก", "กระบวนการ", "ระบบคดี", "ด. เรเยส"),
        ("สายถาม “แฟ้มอยู่ไหน”", "กระบวนการ", "บันทึกโทรศัพท์", "อ. ลินด์"),
        ("คำสั่งที่เปิดใหม่", "ถ่วงดุล", "ศาล", "ม. โอเซ"),
    ),
    milestones=_milestones(
        ("ผู้อำนวยการ", "แก้ระเบียบ 4.12"),
        ("ฝ่ายกฎหมาย", "แบบคำสั่งและคู่มือหนึ่งหน้า"),
        ("ธ. ควิลล์", "โต๊ะแรกเขียนคำสั่งทันที"),
        ("ธ. ควิลล์", "ครบหกโต๊ะ"),
        ("งานศาล", "ยื่นทางอิเล็กทรอนิกส์"),
        ("ธ. ควิลล์", "ข้อมูลถึงผู้สนับสนุน ไปต่อหรือหยุด"),
        ("ผู้ตรวจสอบ", "ตรวจผลจากภายนอก"),
    ),
    channels=(Channel("เคาน์เตอร์", "อ. ลินด์"), Channel("โทรศัพท์", "ร. เบาติสตา"), Channel("ไปรษณีย์", "ส. โนวัก")),
    risks="**ตกลงเร็วเกินไป** พ่อหรือแม่ถอนได้ภายในสิบวัน\n\n**การย้อนกลับ** หากเกินร้อยละ 12 สองเดือน ใช้ทางเดิมในวันรุ่งขึ้น",
    people="เจ้าหน้าที่เคาน์เตอร์หกคน ทนายสี่คน โต๊ะยื่นเอกสารของศาล",
)

CHINESE = replace(
    ENGLISH,
    language="zh",
    title="抚养费裁定，一天办结",
    office="马洛县子女抚养费办公室",
    champion="Teresa Quill",
    deputy="林晓",
    sponsor="欧卡福县长",
    outcome="申请抚养费的家长，当天就能拿着签好的裁定回家，下一个发薪日就可能收到第一笔钱。",
    mission="孩子从父母开口求助的那一周起就有人供养。",
    customers="每年约1,150个家庭。他们的经历在找到我们之前就开始了：房租到期，而另一方已经停止付款。",
    problem="家长请一天假来申请，然后十个星期没有音讯。真正的工作只要四个小时，其余都是我们自己造成的排队。",
    pain_points=_points(
        ("窗口", "我们在窗口就谈妥了，为什么还要十个星期？"),
        ("电话", "没有人说得出我的案卷在谁手里。"),
        ("邮寄", "到了六月才告诉我信被退回来了。"),
    ),
    today="一份案卷经过五双手。每双手都很快，等待都在中间。",
    after="家长和经办人一起写裁定，值班律师一小时内审阅，法官签署。法律要求的一步仍在，七十一天的等待没有了。",
    steps=_steps(
        ("法务组", "排队等律师・规定4.12"),
        ("主管", "等第二个签名・习惯"),
        ("双方家长", "信寄出，信寄回・习惯"),
        ("法院窗口", "等每周一批・习惯"),
        ("法官", "签署・法律第14条"),
    ),
    changes=(
        Change("规定", "双方同意的裁定在首次面谈时写成，只有有争议的才送法务组。", "主任，规定4.12", "无"),
        Change("流程", "每天一名值班律师，按现有排班，一小时内审阅草稿。", "法务组组长", "现有资源内"),
    ),
    measures=_measures(
        ("到签署裁定的天数", "结果・中位数", "案件系统", "D. Reyes"),
        ("首次面谈即达成", "流程", "案件系统", "D. Reyes"),
        ("“我的案卷在哪里”来电", "流程", "电话记录", "A. Lindqvist"),
        ("重新打开的裁定", "平衡", "法院名单", "M. Osei"),
    ),
    milestones=_milestones(
        ("主任", "修改规定4.12"),
        ("法务组", "裁定范本和一页指南"),
        ("T. Quill", "第一张桌子当场写裁定"),
        ("T. Quill", "六张桌子全部"),
        ("法院书记官", "电子立案代替每周一批"),
        ("T. Quill", "数据交主管：继续还是停止"),
        ("县审计员", "外部核查结果"),
    ),
    channels=(Channel("窗口", "A. Lindqvist"), Channel("电话", "R. Bautista"), Channel("邮寄", "S. Novak")),
    risks="**仓促同意。** 任何一方十天内可以撤回。\n\n"
    "**退回。** 若重新打开的裁定连续两个月超过12%，次日恢复原来的做法。",
    people="六名窗口经办人，四名律师，法院电子立案窗口。六十小时培训，都在工作时间内。",
)

SHEETS = {sheet.language: sheet for sheet in (ENGLISH, GREEK, TURKISH, ARABIC, THAI, CHINESE)}
"""By language code."""
