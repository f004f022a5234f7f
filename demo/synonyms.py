"""Words that mean the same in this field, by language, as an editor of such a hub would keep them.

The words of a group stand for each other. They are general words of the field: what helps one question alone does not
belong here.
"""

from search.models import Synonyms

SYNONYMS = [
    # Who decides, and how
    (
        "en",
        [
            "steering committee",
            "steering group",
            "advisory group",
            "advisory board",
            "reference group",
        ],
    ),
    ("en", ["terms of reference", "remit", "mandate"]),
    ("en", ["chair", "chairperson", "chairman", "chairwoman"]),
    ("en", ["job description", "role description", "role profile"]),
    ("en", ["code of conduct", "ground rules", "house rules", "group agreement"]),
    ("en", ["kick-off meeting", "kick-off", "first meeting", "inception meeting"]),
    (
        "en",
        ["meeting minutes", "minutes of a meeting", "minutes of the meeting", "notes of a meeting", "meeting notes"],
    ),
    ("en", ["co-production", "coproduction", "co-design", "codesign", "co-creation"]),
    ("en", ["consultation", "listening event", "engagement event"]),
    ("en", ["evaluation", "self-evaluation", "self-assessment"]),
    ("en", ["induction", "orientation", "getting started", "new here"]),
    # Money
    (
        "en",
        ["fee", "honorarium", "remuneration", "stipend", "reward payment", "thank-you payment", "payment for time"],
    ),
    ("en", ["expenses", "out of pocket", "reimburse", "reimbursement", "travel costs", "fares"]),
    ("en", ["benefits", "welfare benefits", "universal credit", "social security", "DWP"]),
    ("en", ["application form", "grant application", "funding application", "bid"]),
    ("en", ["insolvency", "insolvent", "bankrupt", "bankruptcy"]),
    ("en", ["merger", "merge", "join with others"]),
    # Being able to take part
    ("en", ["easy read", "plain language", "plain English", "simple language"]),
    (
        "en",
        ["deaf", "hard of hearing", "hearing loop", "hearing aid", "BSL", "British Sign Language", "sign language"],
    ),
    ("en", ["captions", "subtitles", "speech to text"]),
    ("en", ["wheelchair", "step-free", "ramp", "mobility"]),
    ("en", ["access needs", "reasonable adjustments", "disability access"]),
    ("en", ["interpreter", "translator", "language support"]),
    ("en", ["childcare", "crèche", "babysitting", "care for children"]),
    ("en", ["digital exclusion", "digital divide", "no internet", "no computer", "online only"]),
    # People and houses
    ("en", ["charity", "NGO", "non-profit", "voluntary organisation", "voluntary group"]),
    ("en", ["young people", "youth", "teenagers", "under-25s"]),
    ("en", ["older people", "old people", "seniors", "pensioners", "elders"]),
    ("en", ["carer", "caregiver"]),
    ("en", ["councillor", "elected member", "local politician"]),
    ("en", ["election", "hustings"]),
    ("en", ["health centre", "GP surgery", "GP practice", "doctor's surgery"]),
    ("en", ["patients' group", "patient participation group", "PPG"]),
    ("en", ["social housing", "council housing", "council estate", "council flats"]),
    ("en", ["food bank", "food parcel", "food pantry"]),
    # Safe, and private
    ("en", ["safeguarding", "safe guarding", "child protection", "adult at risk"]),
    ("en", ["criminal record check", "DBS check", "DBS", "CRB check", "police check"]),
    ("en", ["personal data", "GDPR", "data protection", "privacy"]),
    ("en", ["complain", "complaint", "grievance"]),
    # Sharing and connecting
    ("en", ["time bank", "timebank", "skills swap", "skills exchange"]),
    ("en", ["exchange visit", "job shadowing", "work shadowing", "job swap", "swap places"]),
    ("en", ["network map", "network mapping", "stakeholder mapping", "asset mapping"]),
    ("en", ["lend", "borrow", "loan"]),
    # Spanish
    ("es", ["cobrar", "honorarios", "remuneración", "retribución", "pago"]),
    ("es", ["gastos", "reembolso", "dietas", "viáticos"]),
    ("es", ["prestaciones", "ayudas sociales", "subsidio"]),
    ("es", ["lectura fácil", "lenguaje claro", "lenguaje sencillo"]),
    ("es", ["lengua de señas", "lengua de signos", "lenguaje de signos", "persona sorda"]),
    ("es", ["bucle magnético", "bucle de inducción", "audífono"]),
    ("es", ["subtítulos", "transcripción en directo"]),
    ("es", ["intérprete", "traductor", "interpretación"]),
    ("es", ["accesibilidad", "accesible", "necesidades de acceso", "ajustes razonables"]),
    ("es", ["silla de ruedas", "movilidad reducida", "rampa"]),
    ("es", ["cuidados", "persona cuidadora", "cuidador"]),
    ("es", ["acta", "minuta", "notas de la reunión"]),
    ("es", ["transporte", "desplazamiento", "billete de autobús"]),
    ("es", ["foto", "fotografía", "fotografiar"]),
    ("es", ["coproducción", "codiseño", "cocreación"]),
    # Arabic
    ("ar", ["أجر", "مكافأة", "أتعاب"]),
    ("ar", ["نفقات", "مصاريف", "تكاليف"]),
    ("ar", ["استمارة", "نموذج طلب"]),
    ("ar", ["إعانات", "مساعدات اجتماعية", "معونة"]),
    ("ar", ["سهلة القراءة", "القراءة السهلة", "لغة مبسّطة"]),
    ("ar", ["لغة الإشارة", "الصمّ", "ضعاف السمع"]),
    ("ar", ["حلقة سمعية", "سمّاعة أذن"]),
    ("ar", ["مترجم شفوي", "مترجم فوري", "ترجمة شفوية", "ترجمة فورية"]),
    ("ar", ["كرسي متحرّك", "ذوو الإعاقة", "منحدر"]),
    ("ar", ["متطوّع", "تطوّع", "عمل تطوّعي"]),
    ("ar", ["مواصلات", "تنقّل", "أجرة الطريق"]),
    ("ar", ["تصوير", "صورة", "التقاط الصور"]),
]


def load():
    """Keep the groups as an editor would have."""
    Synonyms.objects.bulk_create(Synonyms(language=language, words="\n".join(words)) for language, words in SYNONYMS)
