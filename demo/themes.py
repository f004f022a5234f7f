"""Themes and areas, each in English, Spanish and Arabic under the same slug."""

from hub.models import Area
from tests.factories.hub import AreaFactory, ThemeFactory

from .markup import smart

# slug: (English, Spanish, Arabic, what it is about in each)
THEMES = {
    "paying-people": (
        ("Paying people fairly", "Pagar con justicia", "أجر عادل للمشاركين"),
        (
            "Fees, expenses and benefits: what people get for their time, and how it reaches them.",
            "Honorarios, gastos y prestaciones: qué recibe la gente por su tiempo y cómo le llega.",
            "الأجور والنفقات والإعانات: ما يحصل عليه الناس مقابل وقتهم وكيف يصل إليهم.",
        ),
    ),
    "access": (
        ("Access and easy read", "Accesibilidad y lectura fácil", "إتاحة الوصول والقراءة السهلة"),
        (
            "Rooms, papers and meetings that nobody is shut out of.",
            "Salas, papeles y reuniones de los que nadie queda fuera.",
            "قاعات وأوراق واجتماعات لا يُستبعَد منها أحد.",
        ),
    ),
    "deciding-together": (
        ("Deciding together", "Decidir en común", "اتخاذ القرار معًا"),
        (
            "Who decides what, and how a group can tell.",
            "Quién decide qué, y cómo puede saberlo un grupo.",
            "مَن يقرّر ماذا، وكيف تعرف المجموعة ذلك.",
        ),
    ),
    "volunteering": (
        ("Volunteering", "Voluntariado", "التطوّع"),
        (
            "Finding, welcoming and keeping people who give their time.",
            "Encontrar, acoger y conservar a quienes regalan su tiempo.",
            "إيجاد من يهبون وقتهم والترحيب بهم والحفاظ عليهم.",
        ),
    ),
    "young-people": (
        ("Young people", "Jóvenes", "الشباب"),
        (
            "Work that under-25s lead, and what adults must stop doing.",
            "Trabajo que dirigen menores de 25 años, y lo que los adultos deben dejar de hacer.",
            "عمل يقوده من هم دون الخامسة والعشرين، وما ينبغي أن يكفّ الكبار عن فعله.",
        ),
    ),
    "health-and-care": (
        ("Health and care", "Salud y cuidados", "الصحة والرعاية"),
        (
            "Hospitals, surgeries, care at home and the people who hold it all together.",
            "Hospitales, consultas, cuidados en casa y las personas que lo sostienen todo.",
            "المستشفيات والعيادات والرعاية المنزلية ومن يقوم عليها كلّها.",
        ),
    ),
    "homes-and-streets": (
        ("Homes and streets", "Vivienda y barrio", "السكن والحي"),
        (
            "Repairs, estates, damp, noise and what the neighbours know.",
            "Reparaciones, urbanizaciones, humedad, ruido y lo que sabe el vecindario.",
            "الإصلاحات والمجمّعات السكنية والرطوبة والضجيج وما يعرفه الجيران.",
        ),
    ),
    "funding": (
        ("Funding", "Financiación", "التمويل"),
        (
            "Small grants, shared bids, and funders who let go of the pen.",
            "Pequeñas ayudas, solicitudes conjuntas y financiadores que sueltan el bolígrafo.",
            "مِنَح صغيرة وطلبات مشتركة ومموّلون يتركون القلم لغيرهم.",
        ),
    ),
    "running-a-group": (
        ("Running a group", "Llevar un grupo", "إدارة المجموعات"),
        (
            "Agendas, chairs, ground rules, and the washing up.",
            "Orden del día, presidencia, normas y fregar las tazas.",
            "جداول الأعمال والرئاسة والقواعد المشتركة وغسل الأكواب.",
        ),
    ),
    "councils-and-nhs": (
        ("Councils and the NHS", "Ayuntamientos y sanidad pública", "المجالس المحلية والخدمات الصحية"),
        (
            "Working with public bodies without turning into one.",
            "Trabajar con organismos públicos sin convertirse en uno.",
            "العمل مع الهيئات العامة دون التحوّل إلى واحدة منها.",
        ),
    ),
    "languages": (
        ("Languages and interpreting", "Idiomas e interpretación", "اللغات والترجمة الشفوية"),
        (
            "Meetings in more than one language, signed ones too.",
            "Reuniones en más de un idioma, también en lengua de señas.",
            "اجتماعات بأكثر من لغة، ومنها لغة الإشارة.",
        ),
    ),
    "networks": (
        ("Building networks", "Tejer redes", "بناء الشبكات"),
        (
            "Connecting people and groups without owning them.",
            "Conectar personas y grupos sin adueñarse de ellos.",
            "وصل الناس والمجموعات دون امتلاكهم.",
        ),
    ),
    "sharing-things": (
        ("Sharing rooms and equipment", "Compartir espacios y equipos", "تشارك القاعات والمعدّات"),
        (
            "Halls, vans, display boards and skills that stand idle on a Tuesday.",
            "Salas, furgonetas, paneles y habilidades que un martes están parados.",
            "قاعات وعربات ولوحات عرض ومهارات تبقى بلا عمل يوم الثلاثاء.",
        ),
    ),
    "learning-from-mistakes": (
        ("Learning from mistakes", "Aprender de los errores", "التعلّم من الأخطاء"),
        (
            "What went wrong, told plainly by the people it went wrong for.",
            "Lo que salió mal, contado sin rodeos por quienes lo vivieron.",
            "ما لم ينجح، يرويه بصراحة من جرى معهم.",
        ),
    ),
}

BOROUGH, COUNTY, CITY = Area.AreaKind.BOROUGH, Area.AreaKind.COUNTY, Area.AreaKind.CITY
AREAS = {
    "southwark": ("Southwark", "Southwark", "ساذرك", BOROUGH),
    "barking-and-dagenham": ("Barking and Dagenham", "Barking y Dagenham", "باركينغ وداغنهام", BOROUGH),
    "newham": ("Newham", "Newham", "نيوهام", BOROUGH),
    "wandsworth": ("Wandsworth", "Wandsworth", "واندزورث", BOROUGH),
    "haringey": ("Haringey", "Haringey", "هارينغي", BOROUGH),
    "brent": ("Brent", "Brent", "برنت", BOROUGH),
    "camden": ("Camden", "Camden", "كامدن", BOROUGH),
    "tower-hamlets": ("Tower Hamlets", "Tower Hamlets", "تاور هامليتس", BOROUGH),
    "london": ("All of London", "Todo Londres", "لندن كلّها", CITY),
    "shropshire": ("Shropshire", "Shropshire", "شروبشاير", COUNTY),
}


def load(world, locales):
    """Make the themes and areas in all `locales`; `world` keeps the English ones, which pages are filed under."""
    english, *others = locales
    for slug, (names, descriptions) in THEMES.items():
        theme = ThemeFactory(slug=slug, name=names[0], description=smart(descriptions[0]), locale=english)
        world.themes[slug] = theme
        for locale, name, description in zip(others, names[1:], descriptions[1:], strict=True):
            translation = theme.copy_for_translation(locale)
            translation.name, translation.description = name, description
            translation.save()
    for slug, (*names, kind) in AREAS.items():
        area = AreaFactory(slug=slug, name=names[0], area_kind=kind, locale=english)
        world.areas[slug] = area
        for locale, name in zip(others, names[1:], strict=True):
            translation = area.copy_for_translation(locale)
            translation.name = name
            translation.save()
