"""Words that every text has, by language. They are left out of a question where other words remain."""

STOP_WORDS = {
    "en": frozenset(
        """
        a about above after again all also am an and any anybody anyone anything are as at be because been before being
        below between both but by can could did do does doing don down during each few for from further get gets getting
        go goes going got had has have having he her here hers him his how i if in into is it its just let like ll m made
        make makes making may me might more most much must my myself no nor not of off on once only or
        other our ours out over own please put re s same say says shall she should so some somebody someone something such t tell than that the their theirs
        them then there these they this those through to too under until up us ve very want wants was we were what when where which
        while who whom whose why will with would you your yours
        """.split()  # noqa: SIM905  read as a text, not as a list
    ),
    "es": frozenset(
        """
        a al algo alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos aqui aquí asi así aun aún
        cada como cómo con cual cuál cuales cuáles cuando cuándo de del desde donde dónde dos e el él ella ellas ellos
        en entre era eran es esa esas ese eso esos esta está están estas este esto estos fue fueron ha hace hacer hacia
        han hasta hay la las le les lo los mas más me mi mí mis mucho muy nada ni no nos nosotros nuestra nuestras
        nuestro nuestros o os otra otras otro otros para pero poco por porque pues que qué quien quién quienes quiénes
        se sea sean ser si sí sido sin sobre son su sus también te tiene tienen toda todas todo todos tu tú tus un una
        unas uno unos usted ustedes y ya yo
        """.split()  # noqa: SIM905  read as a text, not as a list
    ),
    "ar": frozenset(
        """
        في من على إلى الى عن مع هذا هذه ذلك تلك هو هي هم هن أنا نحن أنت انت أنتم كان كانت كانوا يكون تكون أن ان إن أو او
        ثم قد لقد لا لم لن ما ماذا متى أين اين كيف لماذا هل من التي الذي الذين كل بعض غير بين بعد قبل حتى عند عندما إذا
        اذا لكن أي اي كما و ف ب ل ليس ليست
        """.split()  # noqa: SIM905  read as a text, not as a list
    ),
}
