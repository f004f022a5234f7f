"""Words that every text has, by language. They are left out of a question where other words remain."""

STOP_WORDS = {
    "en": frozenset(
        """
        a about above after again all also am an and any anybody anyone anything are as at be because been
        before being below between both but by can could did do does doing don down during each few for from
        further get gets getting go goes going got had has have having he her here hers him his how i if in into
        is it its just let like ll m made make makes making may me might more most much must my myself no nor
        not of off on once only or other our ours out over own please put re s same say says shall she should so
        some somebody someone something such t take taken takes taking tell than that the their theirs them then
        there these they this those through to too took under until up us ve very want wants was we were what
        when where which while who whom whose why will with would you your yours
        """.split()  # noqa: SIM905  read as a text, not as a list
    ),
    "es": frozenset(
        """
        a al algo alguien alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos aqui aquí asi
        así aun aún cada como con cual cuales cuando cuál cuáles cuándo cómo de debe debemos deben debo del
        desde donde dos dónde e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estas este
        esto estos está están fue fueron ha había hace hacemos hacer hacia haga hagan hago han hasta hay hubo la
        las le les lo los mas me mi mis mucho muy más mí nada nadie ni no nos nosotros nuestra nuestras nuestro
        nuestros o os otra otras otro otros para pero poco podemos poder por porque puede pueden puedo pues que
        queremos quien quienes quiere quieren quiero quisiera quién quiénes qué se sea sean ser si sido sin
        sobre son su sus sí también te tenemos tener tengo tiene tienen toda todas todo todos tu tus tú un una
        unas uno unos usted ustedes y ya yo él
        """.split()  # noqa: SIM905  read as a text, not as a list
    ),
    "ar": frozenset(
        """
        أريد أن أنا أنت أنتم أو أي أين إذا إلى إن اذا اريد التي الذي الذين الى ان انت او اي اين ب بعد بعض بين
        تكون تلك ثم حتى حول ذلك على عليه عليها عن عند عندما عندي غير ف في فيه فيها قبل قد كان كانت كانوا كل كما
        كيف ل لا لدي لدينا لقد لكن لم لماذا لن له لها لهم ليس ليست ما ماذا متى مع من منه منها نا نحن نريد هذا
        هذه هل هم هن هناك هو هي و يكون يمكن يمكننا يمكنني
        """.split()  # noqa: SIM905  read as a text, not as a list
    ),
}
