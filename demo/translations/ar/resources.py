"""Resources that people are handed, in Arabic."""

WORDS = {
    # Getting paid, in easy read
    "Getting paid for your time, in easy read": "أجر عن وقتك، بلغة سهلة القراءة",
    "What you can be paid for, how you get the money, and what to do first if you get benefits.": (
        "عمّا يُدفع لك أجر، وكيف يصلك المال، وما الذي تفعله أوّلًا إن كنت تتلقّى إعانات."
    ),
    "Two pages in easy read, to hand out together with the claim form.": (
        "صفحتان بلغة سهلة القراءة، توزَّعان مع استمارة المطالبة."
    ),
    "People have lost benefits because nobody told them to ask first. It says so in six words and a red cross.": (
        "خسر أناس إعاناتهم لأنّ أحدًا لم يقل لهم أن يسألوا أوّلًا. وهنا يُقال ذلك بستّ كلمات وعلامة حمراء."
    ),
    "Five minutes to read together": "خمس دقائق لقراءتها معًا",
    "In other languages": "بلغات أخرى",
    "Getting paid for your time, in Chinese": "أجر عن وقتك، بالصينية",
    "Getting paid for your time, in Polish": "أجر عن وقتك، بالبولندية",
    "Say It Plain, Haringey": "Say It Plain، هارينغي",
    # The claim form
    "Claim form for fees and expenses": "استمارة المطالبة بالأجر والنفقات",
    "One page for time, travel, care and data. People choose how they are paid, and nobody has to find a printer.": (
        "صفحة واحدة للوقت والمواصلات والرعاية وبيانات الهاتف. يختار كلّ شخص كيف يُدفع له، ولا يحتاج أحد إلى طابعة."
    ),
    "A claim form that works as a photograph of a piece of paper. There is a line for reading time and one for the "
    "person who looked after your mother.": ("استمارة تكفي صورة ورقتها. فيها سطر لوقت القراءة وسطر لمَن اعتنى بوالدتك."),
    "The form that it replaced had four pages and asked for a supplier number. Of the first thirty-one claims on this "
    "one, thirty were paid within ten working days.": (
        "كانت الاستمارة السابقة من أربع صفحات وتطلب رقم مورِّد. ومن أوّل إحدى وثلاثين مطالبة بهذه الاستمارة دُفعت ثلاثون "
        "في غضون عشرة أيّام عمل."
    ),
    "Three minutes": "ثلاث دقائق",
    "Newham Residents' Panel": "لجنة سكّان نيوهام",
    # Access needs
    "What would make it possible for you to take part? A form": "ما الذي يجعل مشاركتك ممكنة؟ استمارة",
    "One page about access needs that asks what helps, never what somebody has. Use it for meetings and for "
    "volunteers.": ("صفحة واحدة عن احتياجات الوصول تسأل عمّا يساعد، لا عمّا يعاني منه أحد. تصلح للاجتماعات وللمتطوّعين."),
    "A form that can be printed, read aloud on the telephone, or copied into an e-mail.": (
        "استمارة تُطبع، أو تُقرأ بصوت عالٍ على الهاتف، أو تُنسخ في رسالة إلكترونية."
    ),
    "It is shorter than most, because it was tested on people who hate forms. The last question, about what we should "
    "not do, was added by a man who had been hugged.": (
        "هي أقصر من غيرها، لأنّها جُرِّبت على أناس يكرهون الاستمارات. أمّا السؤال الأخير، عمّا ينبغي ألّا نفعله، فأضافه "
        "رجل عانقه أحدهم."
    ),
    "Five minutes each": "خمس دقائق لكلّ شخص",
    "What you can ask for, in Chinese": "ما يمكنك أن تطلبه، بالصينية",
    # Your meeting, in easy read
    "Your meeting, in easy read": "اجتماعك، بلغة سهلة القراءة",
    "What happens before, at and after a meeting, and what you can ask for. Large type, a small picture beside each "
    "line.": ("ماذا يحدث قبل الاجتماع وفيه وبعده، وما الذي يمكنك أن تطلبه. حروف كبيرة، ورسم صغير بجانب كلّ سطر."),
    "Three pages in easy read. Send them with your invitation.": "ثلاث صفحات سهلة القراءة. أرسلها مع الدعوة.",
    "People want to know who will be at the door, when the break is, and whether they have to speak. Almost no "
    "invitation says so.": (
        "يريد الناس أن يعرفوا مَن سيكون عند الباب، ومتى الاستراحة، وهل عليهم أن يتكلّموا. وقلّما تذكر الدعوات ذلك."
    ),
    # Booking an interpreter
    "Booking an interpreter: a checklist": "حجز مترجم شفوي: قائمة مراجعة",
    "What to arrange for spoken and signed languages four weeks before, one week before and on the day, with what it "
    "costs.": (
        "ما الذي ترتّبه للغات المنطوقة ولغات الإشارة قبل أربعة أسابيع، وقبل أسبوع، وفي اليوم نفسه، وكم يكلّف ذلك."
    ),
    "A page and a half by eleven community interpreters.": "صفحة ونصف كتبها أحد عشر مترجمًا شفويًّا مجتمعيًّا.",
    "Most of what goes wrong with interpreting goes wrong before the interpreter arrives. You can print it and give it "
    "to whoever will speak.": (
        "معظم ما يتعثّر في الترجمة الشفوية يتعثّر قبل أن يصل المترجم. يمكنك أن تطبع القائمة وتعطيها لمَن سيتكلّم."
    ),
    "Half an hour, four weeks before": "نصف ساعة، قبل أربعة أسابيع",
    'I had to interpret "blue-sky thinking" into Romanian for a room of people who had come about a leaking roof.': (
        "كان عليّ أن أترجم «التفكير خارج السحاب» إلى الرومانية لقاعة من أناس جاؤوا بسبب سقف يتسرّب منه الماء."
    ),
    "Ionela Dumitru": "يونيلا دوميترو",
    "interpreter": "مترجمة شفوية",
    "You can ask for an interpreter, in Chinese": "يمكنك أن تطلب مترجمًا شفويًّا، بالصينية",
    "Brent Community Interpreters": "المترجمون الشفويون المجتمعيون في برنت",
}
