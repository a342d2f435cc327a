"""What the office in İzmir reports, answers and plans, in Turkish."""

from app.demo.texts.bank import Bank
from app.demo.texts.kinds import ChangeWords, MeasureText, PlanStory, PlanText, PromiseWords, Series
from app.demo.texts.kinds import ReportText as R

BANK = Bank(
    reports=(
        R("Aileler aynı nüfus kayıt örneğini her başvuruda yeniden getiriyor. Oysa kayda biz de bakabiliyoruz.", "counter", "applying",
          "daily", "21-100", suggestion="Kayda başvuru sırasında bakalım.",
          accepted="Haklısınız, yetkimiz var. Belgeyi listeden çıkarıyoruz.", fixed="Artık kimseden istenmiyor; kayda masada bakıyoruz.",
          declined="Kayıtta son üç ay görünmüyor; kural bir yıl istiyor. Kuralın sahibine yazdık."),
        R("Telefonda sıra bekleyenler {minutes} dakika sonra hattan düşüyor ve baştan arıyor.", "phone", "waiting", "daily", "21-100",
          suggestion="Geri arama seçeneği olsun.", accepted="Geri arama gelecek ay başlıyor.",
          fixed="Numara bırakanları aynı gün arıyoruz.", declined="Santral bunu yapamıyor; yenisi bütçede. Şimdilik sabah iki kişi fazla açıyoruz."),
        R("Mektupta “ilgili birime başvurunuz” yazıyor. İnsanlar hangi birim olduğunu bize soruyor, biz de bilmiyoruz.", "mail",
          "preparing", "weekly", "6-20", suggestion="Odanın adını ve kat numarasını yazalım.",
          accepted="Şablonu değiştiriyoruz: ad, kat, telefon.", fixed="Yeni mektuplarda ad, kat ve telefon var."),
        R("Çocuklu anneler {hour} randevusuna yetişemiyor, okul o saatte bitiyor. Sonra “gelmedi” diye yazılıyor.", "counter", "waiting",
          "weekly", "6-20", accepted="Saat dörtten sonra iki randevu ayırdık.", declined="Bina dörtte kapanıyor; cumartesi sabahını deniyoruz."),
        R("İşitme engelli bir baba üç kez geldi, üçünde de işaret dili bilen yoktu.", "counter", "deciding", "monthly", "1-5",
          suggestion="Görüntülü tercüman.", accepted="Görüntülü tercüman hattı için anlaştık, gelecek hafta başlıyor.",
          fixed="Tablet danışmada duruyor, iki dakikada bağlanıyor."),
        R("Ödemenin yattığını bildiren mesaj yok. Her ayın on beşinde yüzlerce kişi sadece bunu soruyor.", "phone", "receiving", "monthly",
          "more", accepted="Mesaj hazır, banka onayını bekliyoruz.", fixed="Mesaj bu ay ilk kez gitti; aramalar yarıya indi."),
    ),
    acknowledged=("Okudum, teşekkürler. Bu hafta dosyalara bakacağım.", "Aldım. Formun sahibiyle konuşup size yazacağım.",
                  "Ben de gördüm bunu. Kuralın nereden geldiğini araştırıyorum."),
    asked=("Hangi günlerde oldu, iki örnek verebilir misiniz? İsim gerekmez.",),
    facts=("Bu hafta üç kez, hep öğleden önce.",),
    accepted=("Haklısınız, bunu üstleniyoruz.", "Kabul. Dört hafta deneyip öncesini ve sonrasını sayacağız."),
    declined=("İnceledik; şimdi değiştiremiyoruz, çünkü çoğunluk daha uzun bekler. Raporunuz rakamlarıyla duruyor.",),
    fixed=("Pazartesiden beri değişti. Yine görürseniz yazın.",),
    confirmed=("Evet, artık olmuyor.", "Teşekkürler, düzeldi."),
    reopened=("Bu hafta yine oldu.",),
    seen=("Bizde de aynı.", "Ayın başında daha çok.", ""),
    slots={"minutes": ("10", "15", "20"), "hour": ("15.30", "15.45", "16.00")},
)  # fmt: skip

PLAN = PlanText(
    title="Yardım kararı altı günde, tek ziyarette",
    outcome="Bir aile tek bir ziyarette başvurur ve altı gün içinde kararını öğrenir.",
    mission="Çocuklar karar beklerken değil, ihtiyaç varken desteklensin diye.",
    problem="Karar **41 gün** sürüyor. Yüz dosyayı izledik: 26 gün, ailenin zaten elimizde olan belgeleri yeniden getirmesini "
    "bekliyoruz; 9 gün dosya iki kat arasında dolaşıyor; inceleme yarım gün sürüyor.\n\nKanun bu belgeleri istemiyor. Onları "
    "2009'da hazırlanmış kendi kontrol listemiz istiyor.",
    customers="Yılda yaklaşık 1.900 aile. Yolculukları işten çıkarıldıkları veya hastalandıkları gün başlar; bizi komşudan duyarlar.",
    today="Başvuru, eksik belge mektubu, ikinci ziyaret, üst kata gönderim, karar.",
    after="Memur kayda başvuru sırasında bakar. Dosya kat değiştirmez, karar aynı masada yazılır.",
    days=(41, 6),
    people="Ayşe Yılmaz, Emre Şahin, dört başvuru memuru, iki inceleme uzmanı.",
    risks="**Hatalı karar:** her onuncu dosyayı ikinci kişi okur; yüzde beşi geçerse eski listeye döneriz. **Kayıt kapalı olursa:** "
    "belge o gün için yine istenebilir.",
    changes=(
        ChangeWords("Kontrol listesinden, kayıtta görebildiğimiz yedi belgeyi çıkarmak.", "policy", "Şube müdürü"),
        ChangeWords("Karar başvuru masasında yazılır, dosya üst kata gitmez.", "process", "Kendi ekibimiz"),
        ChangeWords("İki uzman sabahları başvuru katında oturur.", "people", "Şube müdürü", "within_resources"),
    ),
    channels=("counter", "phone"),
    milestones=(
        PromiseWords("Yeni kontrol listesi imzalandı", "Ayşe Yılmaz", "İmzalı sayfa", -225, (("done", -228, "İmzalandı, yedi belge çıktı.", 0),)),
        PromiseWords("Uzmanlar başvuru katında", "Emre Şahin", "Oturma planı", -195, (("start", -210, "", 0), ("done", -190, "Beş gün geç: masa beklendi.", 0))),
        PromiseWords("Devam mı, geri mi", "Ayşe Yılmaz", "Altı ayın sayıları", -70, (("done", -71, "Devam kararı alındı.", 0),), True),
        PromiseWords("Muhtarlarla bilgilendirme toplantısı", "Emre Şahin", "Katılım listesi", -12, (("replan", -40, "Seçim nedeniyle ertelendi.", 18),)),
    ),
    measures=(
        MeasureText("Başvurudan karara kadar gün", "outcome", "days", "down", "Dosya kayıt sistemi",
                    Series(41, 6, 3.5, changed=-228, ramp=3, decimals=1), definition="Takvim günü, ayın kararlarının ortancası.",
                    coverage="Bütün yeni başvurular.", change="Yeni kontrol listesi", baseline=41, target=6, promised=20),
        MeasureText("İkinci kez gelen aileler", "process", "percent", "down", "Sıra numarası sistemi",
                    Series(63, 14, 4, changed=-228, ramp=3), definition="Aynı dosya için ikinci ziyaret payı.", coverage="Danışma ve masalar.",
                    change="Yeni kontrol listesi", baseline=63, target=15, promised=20),
        MeasureText("Geri dönen kararlar", "balancing", "per_100", "keep", "İtiraz defteri", Series(3.1, 3.0, 0.8, decimals=1),
                    definition="İtirazla değişen karar, yüz kararda.", coverage="Bütün kararlar.", change="Yeni kontrol listesi",
                    baseline=3.1, target=5, promised=20),
    ),
    reports=(
        R("Bir anne aynı belge için dördüncü kez geldi. Belge bizim bilgisayarda açık duruyordu.", "counter", "applying", "weekly", "21-100",
          suggestion="Listeyi değiştirelim.", accepted="Bu cümleniz planın ilk satırı oldu.", fixed="Liste değişti, yedi belge artık istenmiyor.",
          confirmed="Evet, masamda kuyruk kalmadı.", seen=("Her gün en az on kişi.", "Köyden gelen için yol parası demek."), minutes=90),
        R("Karar ne zaman çıkar diye soranlara cevap veremiyorum, dosya üst katta.", "phone", "waiting", "daily", "6-20",
          accepted="Dosya artık kat değiştirmeyecek.", seen=("Bana da soruyorlar.",), minutes=10),
    ),
)  # fmt: skip

STORY = PlanStory("izmir", "running", PLAN, started=-296, submitted=-283, decided=-270, verdict="accept")
