"""Other names that people give to the sections of a plan, in six languages. The page's own names come from the
catalogues, and a cycle's own from its rules; these come on top."""

WORDS: dict[str, tuple[str, ...]] = {
    "title": (
        "Plan title", "Name of the plan", "Project name", "Başlık", "Plan adı", "Τίτλος", "Τίτλος σχεδίου",
        "العنوان", "عنوان الخطة", "ชื่อแผน", "ชื่อเรื่อง", "标题", "计划名称", "题目",
    ),
    "outcome": (
        "Outcome", "Outcomes", "Goal", "Goals", "Objective", "Result", "Expected result", "What the customer gets",
        "What will the customer get", "Promise", "Hedef", "Beklenen sonuç", "Müşteri ne elde ediyor",
        "Vatandaş ne elde ediyor", "Στόχος", "Στόχοι", "Αποτελέσματα", "Τι κερδίζει ο πολίτης", "الهدف",
        "الأهداف", "النتائج", "ما يحصل عليه العميل", "เป้าหมาย", "วัตถุประสงค์", "ผลที่คาดหวัง", "目标", "结果",
        "预期成果", "服务对象得到什么",
    ),
    "mission": (
        "Mission", "Our mission", "Why it matters", "Purpose", "Misyon", "Neden önemli", "Αποστολή", "Σκοπός",
        "الرسالة", "الغاية", "الغرض", "พันธกิจ", "ความสำคัญ", "使命", "宗旨", "目的",
    ),
    "problem": (
        "Problem", "The problem", "Problem statement", "Pain points", "Pain point", "What is wrong", "Issue",
        "Complaints", "Background", "Sorun", "Sorunlar", "Şikâyetler", "Πρόβλημα", "Προβλήματα", "Παράπονα",
        "المشكلة", "المشكلات", "الشكاوى", "ปัญหา", "ข้อร้องเรียน", "问题", "痛点", "投诉",
    ),
    "customers": (
        "Customer", "Our customers", "Who are our customers", "Users", "Clients", "Target group", "Müşteriler",
        "Hedef kitle", "Πελάτες", "Οι πολίτες", "Ποιους αφορά", "العميل", "المستفيدون", "المتعاملون", "ลูกค้า",
        "กลุ่มเป้าหมาย", "ประชาชน", "客户", "顾客", "用户", "群众",
    ),
    "changes": (
        "Changes", "What will change", "What we will change", "Solution", "Solutions", "Actions",
        "Proposed changes", "Measures taken", "Değişiklikler", "Çözüm", "Αλλαγές", "Λύση", "Ενέργειες",
        "التغييرات", "الحل", "الإجراءات", "การเปลี่ยนแปลง", "แนวทางแก้ไข", "改变", "变更", "措施", "解决方案",
    ),
    "today": (
        "Today", "Now", "Current situation", "Current state", "As is", "How it works today", "Current process",
        "Mevcut durum", "Bugün", "Σήμερα", "Υφιστάμενη κατάσταση", "Πώς γίνεται σήμερα", "الوضع الحالي",
        "اليوم", "สถานการณ์ปัจจุบัน", "ปัจจุบัน", "วันนี้", "现状", "目前", "今天",
    ),
    "after": (
        "After", "Then", "Future state", "To be", "How it will work", "New process", "Gelecek durum", "Sonra",
        "Μετά", "Μελλοντική κατάσταση", "Πώς θα γίνεται", "الوضع المستقبلي", "بعد ذلك", "สถานการณ์ในอนาคต",
        "อนาคต", "หลังจากนี้", "未来", "以后", "将来",
    ),
    "people": (
        "People", "Team", "The team", "Who is involved", "Staff", "Resources", "Responsible", "Ekip",
        "Katılanlar", "Sorumlular", "Ομάδα", "Συμμετέχοντες", "Υπεύθυνοι", "الفريق", "المشاركون", "المسؤولون",
        "ทีมงาน", "ผู้รับผิดชอบ", "ผู้เกี่ยวข้อง", "团队", "人员", "负责人",
    ),
    "risks": (
        "Risks", "Risk", "Roll back", "Rollback", "Risks and mitigation", "What could go wrong", "Riskler",
        "Κίνδυνοι", "Ρίσκα", "المخاطر", "مخاطر", "ความเสี่ยง", "风险", "风险与应对",
    ),
}  # fmt: skip
