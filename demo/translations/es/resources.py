"""Resources that people are handed, in Spanish."""

WORDS = {
    # Getting paid, in easy read
    "Getting paid for your time, in easy read": "Cobrar por tu tiempo, en lectura fácil",
    "What you can be paid for, how you get the money, and what to do first if you get benefits.": (
        "Por qué te pueden pagar, cómo te llega el dinero y qué hacer antes de nada si recibes prestaciones."
    ),
    "Two pages in easy read, to hand out together with the claim form.": (
        "Dos páginas en lectura fácil, para entregar junto con el formulario de gastos y honorarios."
    ),
    "People have lost benefits because nobody told them to ask first. It says so in six words and a red cross.": (
        "Hay quien ha perdido prestaciones porque nadie le dijo que preguntara antes. Aquí se dice con seis palabras y "
        "una cruz roja."
    ),
    "Five minutes to read together": "Cinco minutos para leerlo en compañía",
    "In other languages": "En otros idiomas",
    "Getting paid for your time, in Chinese": "Cobrar por tu tiempo, en chino",
    "Getting paid for your time, in Polish": "Cobrar por tu tiempo, en polaco",
    "Say It Plain, Haringey": "Say It Plain, Haringey",
    # The claim form
    "Claim form for fees and expenses": "Formulario para cobrar honorarios y gastos",
    "One page for time, travel, care and data. People choose how they are paid, and nobody has to find a printer.": (
        "Una página para tiempo, transporte, cuidados y datos del móvil. Cada persona elige cómo cobra, y nadie tiene "
        "que buscar una impresora."
    ),
    "A claim form that works as a photograph of a piece of paper. There is a line for reading time and one for the "
    "person who looked after your mother.": (
        "Un formulario que sirve como foto de un papel. Hay una línea para el tiempo de lectura y otra para la persona "
        "que cuidó de tu madre."
    ),
    "The form that it replaced had four pages and asked for a supplier number. Of the first thirty-one claims on this "
    "one, thirty were paid within ten working days.": (
        "El anterior tenía cuatro páginas y pedía un número de proveedor. De las primeras treinta y una solicitudes "
        "hechas con este, treinta se pagaron en diez días laborables."
    ),
    "Three minutes": "Tres minutos",
    "Newham Residents' Panel": "Panel vecinal de Newham",
    # Access needs
    "What would make it possible for you to take part? A form": "¿Qué necesitas para poder participar? Un formulario",
    "One page about access needs that asks what helps, never what somebody has. Use it for meetings and for "
    "volunteers.": (
        "Una página sobre necesidades de accesibilidad que pregunta qué ayuda, nunca qué tiene alguien. Sirve para "
        "reuniones y para el voluntariado."
    ),
    "A form that can be printed, read aloud on the telephone, or copied into an e-mail.": (
        "Un formulario que se puede imprimir, leer por teléfono o copiar en un correo."
    ),
    "It is shorter than most, because it was tested on people who hate forms. The last question, about what we should "
    "not do, was added by a man who had been hugged.": (
        "Es más corto que la mayoría, porque se probó con gente que odia los formularios. La última pregunta, sobre "
        "qué no debemos hacer, la añadió un hombre al que habían abrazado."
    ),
    "Five minutes each": "Cinco minutos por persona",
    "What you can ask for, in Chinese": "Qué puedes pedir, en chino",
    # Your meeting, in easy read
    "Your meeting, in easy read": "Tu reunión, en lectura fácil",
    "What happens before, at and after a meeting, and what you can ask for. Large type, a small picture beside each "
    "line.": (
        "Qué pasa antes, durante y después de una reunión, y qué puedes pedir. Letra grande y un dibujo pequeño junto "
        "a cada línea."
    ),
    "Three pages in easy read. Send them with your invitation.": (
        "Tres páginas en lectura fácil. Mándalas con la invitación."
    ),
    "People want to know who will be at the door, when the break is, and whether they have to speak. Almost no "
    "invitation says so.": (
        "La gente quiere saber quién estará en la puerta, cuándo es la pausa y si tendrá que hablar. Casi ninguna "
        "invitación lo dice."
    ),
    # Booking an interpreter
    "Booking an interpreter: a checklist": "Contratar a un intérprete: lista de comprobación",
    "What to arrange for spoken and signed languages four weeks before, one week before and on the day, with what it "
    "costs.": (
        "Qué preparar para lenguas habladas y de señas cuatro semanas antes, una semana antes y el mismo día, y cuánto "
        "cuesta."
    ),
    "A page and a half by eleven community interpreters.": "Página y media de once intérpretes comunitarios.",
    "Most of what goes wrong with interpreting goes wrong before the interpreter arrives. You can print it and give it "
    "to whoever will speak.": (
        "Casi todo lo que falla en una interpretación falla antes de que llegue el intérprete. Puedes imprimirla y "
        "dársela a quien vaya a hablar."
    ),
    "Half an hour, four weeks before": "Media hora, cuatro semanas antes",
    'I had to interpret "blue-sky thinking" into Romanian for a room of people who had come about a leaking roof.': (
        "Tuve que interpretar al rumano «blue-sky thinking» para una sala llena de gente que venía por una gotera."
    ),
    "Ionela Dumitru": "Ionela Dumitru",
    "interpreter": "intérprete",
    "You can ask for an interpreter, in Chinese": "Puedes pedir un intérprete, en chino",
    "Brent Community Interpreters": "Intérpretes comunitarios de Brent",
}
