"""Home, the lists, the toolkit and the summit in Spanish."""

WORDS = {
    # Home and lists
    "Common Thread": "Common Thread",
    "Toolkits, templates, stories and events by people in London who plan services together with those who use them.": (
        "Guías prácticas, plantillas, historias y encuentros de gente de Londres que planifica los servicios "
        "junto con quienes los usan."
    ),
    "Ask what others tried. Tell them what you did.": "Pregunta qué probaron otros. Cuéntales qué hiciste tú.",
    "Library": "Biblioteca",
    "Toolkits, resources and articles. Each has a name beside it and a day on which it was last checked.": (
        "Guías prácticas, recursos y artículos. Cada uno lleva al lado el nombre de quien lo cuida y el día en "
        "que se revisó por última vez."
    ),
    "Case studies": "Casos",
    "What people tried, who was paid, what changed and what did not work. We hang up the mistakes first.": (
        "Qué se probó, a quién se pagó, qué cambió y qué no funcionó. Los errores los colgamos primero."
    ),
    "Events": "Eventos",
    "The summit, workshops, trainings and listening events. Most are free. Tell us what you need to take part.": (
        "La cumbre, los talleres, las formaciones y las jornadas de escucha. Casi todo es gratuito. Dinos qué "
        "necesitas para participar."
    ),
    # About
    "About us": "Quiénes somos",
    "Who we are, who decides, and how to reach a person.": "Quiénes somos, quién decide y cómo hablar con una persona.",
    "Common Thread is a network of people in London, and a few in Shropshire, who plan public services and "
    "community work together with the people who use them. Some of us are paid for it and some are not. Here "
    "we keep what we have tried.": (
        "Common Thread es una red de personas de Londres, y unas cuantas de Shropshire, que planifican los "
        "servicios públicos y el trabajo comunitario junto con quienes los usan. A algunas nos pagan por ello y a "
        "otras no. Aquí guardamos lo que hemos probado."
    ),
    "What you find here": "Qué hay aquí",
    "<b>Toolkits:</b> step by step, with the files that you need.": (
        "<b>Guías prácticas:</b> paso a paso, con los archivos que hacen falta."
    ),
    "<b>Case studies:</b> what happened when somebody tried it, mistakes included.": (
        "<b>Casos:</b> qué pasó cuando alguien lo intentó, errores incluidos."
    ),
    "<b>Events:</b> a summit in spring, workshops all year, and an hour online for everybody who is new.": (
        "<b>Eventos:</b> una cumbre en primavera, talleres todo el año y una hora en línea para quien acaba de llegar."
    ),
    "<b>Groups:</b> where people with the same task compare notes in private.": (
        "<b>Grupos:</b> donde quienes tienen la misma tarea comparan apuntes en privado."
    ),
    "Who runs it": "Quién lo lleva",
    "Five people look after the site, none of them full-time. Twelve members decide once a quarter what money "
    "is spent on. They are paid for it, and the minutes are public. The house belongs to nobody's employer.": (
        "Cinco personas cuidan el sitio, ninguna a jornada completa. Doce miembros deciden cada trimestre en qué "
        "se gasta el dinero. Cobran por hacerlo y las actas son públicas. Esta casa no es de la empresa de nadie."
    ),
    "If something here let you down, tell me. That is how it gets better.": (
        "Si algo de aquí te ha fallado, dímelo. Así es como mejora."
    ),
    "Rosa": "Rosa",
    "keeper of the library": "cuida la biblioteca",
    "Talk to us": "Habla con nosotros",
    "Write to hello@example.org or ring 020 7946 0127 between ten and four. You can write in English, "
    "Spanish, Arabic, Bengali, Polish, Turkish or Urdu. A person answers, usually within two days.": (
        "Escribe a hello@example.org o llama al 020 7946 0127 entre las diez y las cuatro. Puedes escribir en "
        "inglés, español, árabe, bengalí, polaco, turco o urdu. Contesta una persona, normalmente en dos días."
    ),
    # The toolkit
    "A meeting that everyone can take part in": "Una reunión en la que todo el mundo pueda participar",
    "Five steps from the invitation to the thank-you, so that people who are usually left out can come, "
    "follow and be heard.": (
        "Cinco pasos, de la invitación al agradecimiento, para que quienes suelen quedarse fuera puedan venir, "
        "seguir la reunión y ser escuchados."
    ),
    "Paper cut-out: nine people round a table seen from above, with cups of tea and sheets of paper.": (
        "Papel recortado: nueve personas alrededor de una mesa vista desde arriba, con tazas de té y hojas de papel."
    ),
    "Anybody who calls a meeting of five to forty people": "Quien convoque una reunión de cinco a cuarenta personas",
    "Four weeks, about six hours of work in all": "Cuatro semanas, unas seis horas de trabajo en total",
    "Most meetings are planned around the people who came to the last one. This toolkit begins with those who "
    "did not. It was put together by carers, interpreters, wheelchair users and one very patient caretaker, "
    "and it has been tried in church halls, libraries and on video calls.": (
        "Casi todas las reuniones se preparan pensando en quienes vinieron a la anterior. Esta guía empieza por "
        "quienes no vinieron. La hicieron personas cuidadoras, intérpretes, usuarias de silla de ruedas y un "
        "conserje con mucha paciencia, y se ha probado en salones parroquiales, bibliotecas y videollamadas."
    ),
    "Do you only have one hour? Do step 2 and step 5. They cost the least and change the most.": (
        "¿Solo tienes una hora? Haz el paso 2 y el paso 5. Son los que menos cuestan y los que más cambian."
    ),
    "Decide what will be different afterwards": "Decide qué será distinto después",
    "If nothing will be different, send a letter instead.": "Si nada va a ser distinto, mejor manda una carta.",
    "Two people who call the meeting, one of them a resident": (
        "Las dos personas que convocan la reunión; una de ellas vive en el barrio"
    ),
    "Finish this sentence together, in one line: <b>After this meeting, ...</b>": (
        "Terminad juntas esta frase, en una sola línea: <b>Después de esta reunión, ...</b>"
    ),
    "Then write down what has been decided already and cannot be changed. Say it in the invitation. People do "
    "not mind limits. They mind finding out about them in the second hour.": (
        "Después apuntad lo que ya está decidido y no se puede cambiar. Decidlo en la invitación. A la gente no "
        "le molestan los límites. Le molesta enterarse de ellos en la segunda hora."
    ),
    "We were asked to choose the colour of a bus shelter. Nobody had told us that there was no bus.": (
        "Nos pidieron que eligiéramos el color de una marquesina. Nadie nos había dicho que no había autobús."
    ),
    "Winston": "Winston",
    "chair of a residents' panel": "preside un panel vecinal",
    "Ask people what they need": "Pregunta a la gente qué necesita",
    "You cannot guess it, and you do not have to.": "No se puede adivinar, ni hace falta.",
    "One person with a telephone": "Una persona con un teléfono",
    "Ring the people you most want to see, four weeks before. Ask three questions and write down the answers:": (
        "Llama, cuatro semanas antes, a las personas que más quieres que vengan. Haz tres preguntas y apunta las "
        "respuestas:"
    ),
    "What has made a meeting good for you?": "¿Qué ha hecho que una reunión fuera buena para ti?",
    "What would stop you from coming to this one?": "¿Qué te impediría venir a esta?",
    "In which language would you like to speak, and in which would you like to read?": (
        "¿En qué idioma te gustaría hablar y en cuál te gustaría leer?"
    ),
    "Send the form to all others. Only the people who organise the meeting read it.": (
        "A los demás mándales el formulario. Solo lo leen quienes organizan la reunión."
    ),
    "Never ask what somebody has. Ask what helps.": "No preguntes nunca qué tiene alguien. Pregunta qué le ayuda.",
    "Choose the room with your feet": "Elige la sala con los pies",
    "A photograph does not show the step.": "En una foto no se ve el escalón.",
    "The organiser and somebody who uses a wheelchair or a pram": (
        "Quien organiza y alguien que use silla de ruedas o lleve un cochecito"
    ),
    "Walk from the bus stop to the chair. Open every door, the toilet's too. Clap your hands: if it rings, "
    "nobody with a hearing aid will follow a word.": (
        "Recorre el camino desde la parada hasta la silla. Abre todas las puertas, también la del baño. Da una "
        "palmada: si resuena, nadie que lleve audífono entenderá una palabra."
    ),
    "What to look for": "En qué fijarse",
    "Where": "Dónde",
    "Good enough": "Está bien",
    "Not good enough": "No está bien",
    "The way in": "La entrada",
    "The same door for everybody": "La misma puerta para todo el mundo",
    "A ramp by the bins, key from the office": "Una rampa junto a la basura; la llave, en la oficina",
    "The sound": "El sonido",
    "A hearing loop that somebody has tested today": "Un bucle magnético que alguien ha probado hoy",
    "A sticker that says there is one": "Una pegatina que dice que lo hay",
    "The light": "La luz",
    "Faces in the light": "Las caras, a la luz",
    "The speaker in front of a window": "Quien habla, delante de una ventana",
    "A place to rest": "Un sitio para descansar",
    "A small room with a door and two chairs": "Un cuarto pequeño con puerta y dos sillas",
    "The corridor": "El pasillo",
    "Send the papers ten days before": "Manda los papeles diez días antes",
    "Whoever gets them on the evening before has not been invited to decide.": (
        "A quien los recibe la noche antes no se le ha invitado a decidir."
    ),
    "The organiser and one reader who was not there when they were written": (
        "Quien organiza y una persona que los lea y no estuviera cuando se escribieron"
    ),
    "Two pages at most, in type of 14 points or larger. Begin with what people are asked to decide. Give the "
    "same papers to the interpreters.": (
        "Dos páginas como mucho, en letra de 14 puntos o más. Empieza por lo que se pide decidir. Dales los "
        "mismos papeles a los intérpretes."
    ),
    "Does everything have to be in easy read?": "¿Tiene que estar todo en lectura fácil?",
    "No. But whatever is to be decided has to be. A page and a half is usually enough.": (
        "No. Pero lo que haya que decidir, sí. Suele bastar con página y media."
    ),
    "What if the figures only arrive the day before?": "¿Y si las cifras no llegan hasta el día antes?",
    "Then take that point off the agenda. You do this once. After that the figures arrive in time.": (
        "Entonces quita ese punto del orden del día. Se hace una vez. A partir de ahí las cifras llegan a tiempo."
    ),
    "Hold it, thank people, and ring who was missing": "Celébrala, da las gracias y llama a quien faltó",
    "The meeting ends when everybody knows what happens next.": (
        "La reunión termina cuando todo el mundo sabe qué pasa después."
    ),
    "Everybody": "Todo el mundo",
    "Meet people at the door": "Recibe a la gente en la puerta",
    "Names on the first line of the badge, in large letters. No job titles.": (
        "El nombre en la primera línea de la etiqueta, en letra grande. Sin cargos."
    ),
    "Begin with the quietest question": "Empieza por la pregunta más silenciosa",
    "Everybody writes one card before anybody speaks.": "Cada persona escribe una tarjeta antes de que nadie hable.",
    "Stop for fifteen minutes": "Haz una pausa de quince minutos",
    "After forty-five minutes, whatever is going on.": "A los cuarenta y cinco minutos, pase lo que pase.",
    "Read out what was decided": "Lee en voz alta lo que se ha decidido",
    "And who does what, by which day.": "Y quién hace qué, y para qué día.",
    "Pay people before they leave": "Paga a la gente antes de que se vaya",
    "Or tell them the day on which it will be in their account.": "O dile qué día tendrá el dinero en su cuenta.",
    "Within three days send one page of notes, and ring everyone who said they would come and did not. It is "
    "the most useful call you will make.": (
        "En un plazo de tres días manda una página de notas y llama a quienes dijeron que vendrían y no vinieron. "
        "Será la llamada más útil que hagas."
    ),
    "Something will go wrong. Write down what it was, and bring it to the next meeting yourself.": (
        "Algo saldrá mal. Apunta qué fue y llévalo tú a la próxima reunión."
    ),
    # The summit
    "The spring summit": "La cumbre de primavera",
    "One day a year for everybody who plans services together with the people who use them. Bring something "
    "that worked, and something that did not.": (
        "Un día al año para quienes planifican los servicios junto con las personas que los usan. Trae algo que "
        "funcionó y algo que no."
    ),
    "Woven cloth in bright bands, with fringes and one thread left loose.": (
        "Tela tejida en franjas de colores vivos, con flecos y un hilo suelto."
    ),
    "This is the day on which London's co-producers look each other in the eye. There are no keynote "
    "speeches. Every session is led by two people, one of them paid for their work and one who was not until "
    "we asked.": (
        "Es el día en que los coproductores de Londres se miran a los ojos. No hay discursos. Cada sesión la "
        "llevan dos personas: una que cobra por su trabajo y otra que no cobraba hasta que se lo pedimos."
    ),
    "Who should come": "Para quién es",
    "Residents, carers, young people, volunteers, officers, nurses, funders, and anybody who has been told "
    "that they are hard to reach. If you have never been to anything like it, come to the breakfast: somebody "
    "will sit with you.": (
        "Vecinas y vecinos, personas cuidadoras, jóvenes, voluntariado, personal municipal, enfermeras, "
        "financiadores y cualquiera a quien hayan llamado «de difícil acceso». Si nunca has estado en nada "
        "parecido, ven al desayuno: alguien se sentará contigo."
    ),
    "What to bring": "Qué traer",
    "One thing that worked, on a postcard.": "Algo que funcionó, en una postal.",
    "One thing that did not, on another. We hang those up first.": "Algo que no, en otra. Esas las colgamos primero.",
    "Are you worried about fares, care or lost wages? Tell us when you take your place. We pay for them on the day.": (
        "¿Te preocupan el transporte, los cuidados o el sueldo que pierdes? Dínoslo al reservar tu plaza. Lo "
        "pagamos ese mismo día."
    ),
    "I came for the lunch. I left with a job to do.": "Vine por la comida. Me fui con una tarea.",
    "Kofi": "Kofi",
    "youth worker": "trabaja con jóvenes",
    "Breakfast, and a table for people who come alone": "Desayuno, y una mesa para quien viene por su cuenta",
    "Hosts in yellow badges": "Anfitriones con chapa amarilla",
    "The wall of things that did not work": "El muro de lo que no funcionó",
    "Dilek Yılmaz and a commissioner": "Dilek Yılmaz y una persona que contrata servicios para un ayuntamiento",
    "Ten postcards are read aloud. Nobody explains anything.": "Se leen diez postales en voz alta. Nadie explica nada.",
    "First round of workshops": "Primera ronda de talleres",
    "Paid within ten working days": "Cobrar en diez días laborables",
    "A chair who has never chaired": "Presidir sin haber presidido nunca",
    "Easy read with the people who need it": "Lectura fácil con quienes la necesitan",
    "Long break": "Pausa larga",
    "Tea, quiet room, sunshine if there is any.": "Té, sala tranquila y sol, si lo hay.",
    "Who is not in the room?": "¿Quién no está en la sala?",
    "Samuel Osei-Bonsu and Gwen Pritchard": "Samuel Osei-Bonsu y Gwen Pritchard",
    "We map it together on a wall, with wool, and agree who rings whom.": (
        "Lo dibujamos entre todos en una pared, con lana, y acordamos quién llama a quién."
    ),
    "Lunch": "Comida",
    "Lime Row Kitchen": "Lime Row Kitchen",
    "Vegetarian and halal. Tell us what you cannot eat.": "Vegetariana y halal. Dinos qué no puedes comer.",
    "Second round of workshops": "Segunda ronda de talleres",
    "Young people who give out money": "Jóvenes que reparten dinero",
    "When a network has no boss": "Cuando una red no tiene jefe",
    "How to close something well": "Cómo cerrar algo bien",
    "Promises": "Promesas",
    "One thing that you will do before the summer, and the person who will ask you about it.": (
        "Una cosa que harás antes del verano, y la persona que te preguntará por ella."
    ),
    "Cake, and the bus home": "Pastel, y el autobús a casa",
    "Two British Sign Language interpreters and live captions all day. Interpreting in Spanish, Arabic and "
    "Bengali; other languages if you tell us three weeks before. Papers in easy read. A quiet room, long "
    "breaks, and nobody is photographed who does not wear a green dot.": (
        "Dos intérpretes de lengua de señas británica y subtítulos en directo todo el día. Interpretación en "
        "español, árabe y bengalí; otros idiomas, si nos avisas tres semanas antes. Papeles en lectura fácil. Una "
        "sala tranquila, pausas largas, y no se fotografía a nadie que no lleve un punto verde."
    ),
    "Free. Organisations with more than ten paid staff: £60, which pays for other people's fares": (
        "Gratis. Organizaciones con más de diez personas en plantilla: 60 £, que pagan el transporte de otras"
    ),
}
