"""Home, the lists, the toolkit and the summit in Arabic."""

WORDS = {
    # Home and lists
    "Common Thread": "Common Thread",
    "Toolkits, templates, stories and events by people in London who plan services together with those who "
    "use them.": "أدلّة عملية ونماذج وقصص ولقاءات من أناس في لندن يخطّطون الخدمات مع مَن يستعملونها.",
    "Ask what others tried. Tell them what you did.": "اسأل عمّا جرّبه غيرك، وأخبرهم بما فعلت.",
    "Library": "المكتبة",
    "Toolkits, resources and articles. Each has a name beside it and a day on which it was last checked.": (
        "أدلّة عملية وموارد ومقالات. بجانب كلّ منها اسم من يعتني به، ويوم مراجعته الأخيرة."
    ),
    "Case studies": "دراسات الحالة",
    "What people tried, who was paid, what changed and what did not work. We hang up the mistakes first.": (
        "ما الذي جُرِّب، ومَن تقاضى أجرًا، وما الذي تغيّر، وما الذي لم ينجح. والأخطاء نعلّقها أوّلًا."
    ),
    "Events": "الفعاليات",
    "The summit, workshops, trainings and listening events. Most are free. Tell us what you need to take part.": (
        "الملتقى السنوي وورش العمل والدورات التدريبية وجلسات الاستماع. معظمها مجّاني. أخبرنا بما تحتاج إليه كي تشارك."
    ),
    # About
    "About us": "من نحن",
    "Who we are, who decides, and how to reach a person.": "من نحن، ومَن يقرّر، وكيف تصل إلى شخص يجيبك.",
    "Common Thread is a network of people in London, and a few in Shropshire, who plan public services and "
    "community work together with the people who use them. Some of us are paid for it and some are not. Here "
    "we keep what we have tried.": (
        "Common Thread شبكة من أناس في لندن، وقلّة في شروبشاير، يخطّطون الخدمات العامة والعمل المجتمعي مع مَن "
        "يستعملونها. بعضنا يتقاضى أجرًا على ذلك وبعضنا لا. وهنا نحفظ ما جرّبناه."
    ),
    "What you find here": "ماذا تجد هنا",
    "<b>Toolkits:</b> step by step, with the files that you need.": (
        "<b>أدلّة عملية:</b> خطوة بخطوة، مع الملفّات التي تحتاج إليها."
    ),
    "<b>Case studies:</b> what happened when somebody tried it, mistakes included.": (
        "<b>دراسات الحالة:</b> ما حدث حين جرّب أحدهم، بما في ذلك الأخطاء."
    ),
    "<b>Events:</b> a summit in spring, workshops all year, and an hour online for everybody who is new.": (
        "<b>لقاءات:</b> ملتقى في الربيع، وورش عمل طوال السنة، وساعة عبر الإنترنت لكلّ جديد."
    ),
    "<b>Groups:</b> where people with the same task compare notes in private.": (
        "<b>مجموعات:</b> يتبادل فيها أصحاب المهمّة الواحدة خبراتهم بعيدًا عن العلن."
    ),
    "Who runs it": "مَن يديره",
    "Five people look after the site, none of them full-time. Twelve members decide once a quarter what money "
    "is spent on. They are paid for it, and the minutes are public. The house belongs to nobody's employer.": (
        "يعتني بالموقع خمسة أشخاص، لا أحد منهم بدوام كامل. ويقرّر اثنا عشر عضوًا كلّ ثلاثة أشهر فيمَ يُنفَق "
        "المال، ويتقاضون أجرًا على ذلك، والمحاضر متاحة للجميع. وهذا البيت ليس ملكًا لأيّ ربّ عمل."
    ),
    "If something here let you down, tell me. That is how it gets better.": "إن خذلك شيء هنا فأخبرني. هكذا يتحسّن.",
    "Rosa": "روزا",
    "keeper of the library": "أمينة المكتبة",
    "Talk to us": "تحدّث إلينا",
    "Write to hello@example.org or ring 020 7946 0127 between ten and four. You can write in English, "
    "Spanish, Arabic, Bengali, Polish, Turkish or Urdu. A person answers, usually within two days.": (
        "اكتب إلى hello@example.org أو اتّصل بالرقم 020 7946 0127 بين العاشرة والرابعة. يمكنك أن تكتب بالإنجليزية "
        "أو الإسبانية أو العربية أو البنغالية أو البولندية أو التركية أو الأردية. يجيبك إنسان، وغالبًا في غضون "
        "يومين."
    ),
    # The toolkit
    "A meeting that everyone can take part in": "اجتماع يستطيع الجميع المشاركة فيه",
    "Five steps from the invitation to the thank-you, so that people who are usually left out can come, "
    "follow and be heard.": (
        "خمس خطوات من الدعوة إلى كلمة الشكر، كي يتمكّن مَن يُستبعَدون عادةً من الحضور والمتابعة وإسماع صوتهم."
    ),
    "Paper cut-out: nine people round a table seen from above, with cups of tea and sheets of paper.": (
        "قصاصات ورقية: تسعة أشخاص حول طاولة تُرى من الأعلى، وعليها أكواب شاي وأوراق."
    ),
    "Anybody who calls a meeting of five to forty people": "كلّ من يدعو إلى اجتماع يضمّ من خمسة أشخاص إلى أربعين",
    "Four weeks, about six hours of work in all": "أربعة أسابيع، ونحو ستّ ساعات من العمل إجمالًا",
    "Most meetings are planned around the people who came to the last one. This toolkit begins with those who "
    "did not. It was put together by carers, interpreters, wheelchair users and one very patient caretaker, "
    "and it has been tried in church halls, libraries and on video calls.": (
        "تُخطَّط معظم الاجتماعات لمَن حضروا الاجتماع السابق. أمّا هذا الدليل فيبدأ بمَن لم يحضروا. أعدّه مقدّمو "
        "رعاية ومترجمون شفويون ومستعملو كراسيّ متحرّكة وحارس مبنى واسع الصبر، وجُرِّب في قاعات الكنائس وفي "
        "المكتبات وفي مكالمات الفيديو."
    ),
    "Do you only have one hour? Do step 2 and step 5. They cost the least and change the most.": (
        "أليس لديك سوى ساعة واحدة؟ نفّذ الخطوتين 2 و5. فهما الأقلّ كلفة والأكثر أثرًا."
    ),
    "Decide what will be different afterwards": "قرّر ما الذي سيختلف بعد الاجتماع",
    "If nothing will be different, send a letter instead.": "إن لم يكن شيء سيختلف، فأرسل رسالة بدلًا منه.",
    "Two people who call the meeting, one of them a resident": "الشخصان الداعيان إلى الاجتماع، وأحدهما من سكّان الحيّ",
    "Finish this sentence together, in one line: <b>After this meeting, ...</b>": (
        "أكملا معًا هذه الجملة في سطر واحد: <b>بعد هذا الاجتماع، ...</b>"
    ),
    "Then write down what has been decided already and cannot be changed. Say it in the invitation. People do "
    "not mind limits. They mind finding out about them in the second hour.": (
        "ثمّ اكتبا ما تقرّر من قبل ولا يمكن تغييره، واذكراه في الدعوة. فالناس لا تضايقهم الحدود، وإنّما يضايقهم "
        "أن يكتشفوها في الساعة الثانية."
    ),
    "We were asked to choose the colour of a bus shelter. Nobody had told us that there was no bus.": (
        "طُلب منّا أن نختار لون مظلّة موقف الحافلة. ولم يخبرنا أحد أنّه لا توجد حافلة."
    ),
    "Winston": "وينستون",
    "chair of a residents' panel": "رئيس لجنة من السكّان",
    "Ask people what they need": "اسأل الناس عمّا يحتاجون إليه",
    "You cannot guess it, and you do not have to.": "لا يمكنك أن تخمّنه، ولا يلزمك ذلك.",
    "One person with a telephone": "شخص واحد ومعه هاتف",
    "Ring the people you most want to see, four weeks before. Ask three questions and write down the answers:": (
        "اتّصل قبل أربعة أسابيع بمَن تحرص أكثر على حضورهم. اطرح ثلاثة أسئلة واكتب الإجابات:"
    ),
    "What has made a meeting good for you?": "ما الذي جعل اجتماعًا ما جيّدًا في نظرك؟",
    "What would stop you from coming to this one?": "ما الذي قد يمنعك من حضور هذا الاجتماع؟",
    "In which language would you like to speak, and in which would you like to read?": (
        "بأيّ لغة تودّ أن تتكلّم، وبأيّ لغة تودّ أن تقرأ؟"
    ),
    "Send the form to all others. Only the people who organise the meeting read it.": (
        "أرسل الاستمارة إلى سائر المدعوّين. لا يقرؤها إلّا منظّمو الاجتماع."
    ),
    "Never ask what somebody has. Ask what helps.": "لا تسأل أحدًا أبدًا ممّ يعاني. اسأله ما الذي يساعده.",
    "Choose the room with your feet": "اختر القاعة بقدميك",
    "A photograph does not show the step.": "الصورة لا تُظهر الدرجة التي عند الباب.",
    "The organiser and somebody who uses a wheelchair or a pram": (
        "المنظّم وشخص يستعمل كرسيًّا متحرّكًا أو يدفع عربة أطفال"
    ),
    "Walk from the bus stop to the chair. Open every door, the toilet's too. Clap your hands: if it rings, "
    "nobody with a hearing aid will follow a word.": (
        "سِر من موقف الحافلة إلى الكرسيّ. افتح كلّ الأبواب، وباب المرحاض أيضًا. صفّق بيديك: فإن سمعت صدى، فلن "
        "يتابع مَن يضع سمّاعة أذن كلمة واحدة."
    ),
    "What to look for": "إلى ماذا تنظر",
    "Where": "أين",
    "Good enough": "مقبول",
    "Not good enough": "غير مقبول",
    "The way in": "المدخل",
    "The same door for everybody": "باب واحد للجميع",
    "A ramp by the bins, key from the office": "منحدر عند صناديق القمامة، ومفتاحه في المكتب",
    "The sound": "الصوت",
    "A hearing loop that somebody has tested today": "حلقة سمعية جرّبها أحدهم اليوم",
    "A sticker that says there is one": "ملصق يقول إنّها موجودة",
    "The light": "الضوء",
    "Faces in the light": "الوجوه في الضوء",
    "The speaker in front of a window": "المتحدّث واقف أمام نافذة",
    "A place to rest": "مكان للراحة",
    "A small room with a door and two chairs": "غرفة صغيرة لها باب وفيها كرسيّان",
    "The corridor": "الممرّ",
    "Send the papers ten days before": "أرسل الأوراق قبل عشرة أيّام",
    "Whoever gets them on the evening before has not been invited to decide.": (
        "مَن تصله الأوراق عشيّة الاجتماع لم يُدعَ إلى اتّخاذ القرار."
    ),
    "The organiser and one reader who was not there when they were written": "المنظّم وقارئ لم يكن حاضرًا حين كُتبت",
    "Two pages at most, in type of 14 points or larger. Begin with what people are asked to decide. Give the "
    "same papers to the interpreters.": (
        "صفحتان على الأكثر، بخطّ حجمه 14 نقطة أو أكبر. ابدأ بما يُطلب من الناس أن يقرّروه. وأعطِ المترجمين الأوراق نفسها."
    ),
    "Does everything have to be in easy read?": "هل يجب أن يكون كلّ شيء بلغة سهلة القراءة؟",
    "No. But whatever is to be decided has to be. A page and a half is usually enough.": (
        "لا. أمّا ما يُراد اتّخاذ قرار فيه فنعم. وتكفي عادةً صفحة ونصف."
    ),
    "What if the figures only arrive the day before?": "وماذا لو لم تصل الأرقام إلّا في اليوم السابق؟",
    "Then take that point off the agenda. You do this once. After that the figures arrive in time.": (
        "عندئذٍ احذف هذا البند من جدول الأعمال. ستفعل ذلك مرّة واحدة، ثمّ تصل الأرقام في موعدها."
    ),
    "Hold it, thank people, and ring who was missing": "اعقد الاجتماع واشكر الناس واتّصل بمَن غاب",
    "The meeting ends when everybody knows what happens next.": "ينتهي الاجتماع حين يعرف الجميع ما الذي سيحدث بعده.",
    "Everybody": "الجميع",
    "Meet people at the door": "استقبل الناس عند الباب",
    "Names on the first line of the badge, in large letters. No job titles.": (
        "الاسم في السطر الأوّل من البطاقة، وبأحرف كبيرة. بلا مناصب."
    ),
    "Begin with the quietest question": "ابدأ بأهدأ سؤال",
    "Everybody writes one card before anybody speaks.": "يكتب كلّ واحد بطاقة قبل أن يتكلّم أحد.",
    "Stop for fifteen minutes": "توقّفوا خمس عشرة دقيقة",
    "After forty-five minutes, whatever is going on.": "بعد خمس وأربعين دقيقة، أيًّا كان ما يجري.",
    "Read out what was decided": "اقرأ بصوت عالٍ ما تقرّر",
    "And who does what, by which day.": "ومَن يفعل ماذا، وفي أيّ موعد.",
    "Pay people before they leave": "ادفع للناس قبل أن ينصرفوا",
    "Or tell them the day on which it will be in their account.": "أو أخبرهم في أيّ يوم سيصل المال إلى حسابهم.",
    "Within three days send one page of notes, and ring everyone who said they would come and did not. It is "
    "the most useful call you will make.": (
        "أرسل في غضون ثلاثة أيّام صفحة واحدة من الملاحظات، واتّصل بكلّ مَن قال إنّه سيأتي ولم يأتِ. ستكون أنفع مكالمة تجريها."
    ),
    "Something will go wrong. Write down what it was, and bring it to the next meeting yourself.": (
        "سيحدث خطأ ما. اكتب ما هو، واطرحه بنفسك في الاجتماع التالي."
    ),
    # The summit
    "The spring summit": "ملتقى الربيع",
    "One day a year for everybody who plans services together with the people who use them. Bring something "
    "that worked, and something that did not.": (
        "يوم واحد في السنة لكلّ من يخطّط الخدمات مع مَن يستعملونها. أحضِر معك شيئًا نجح وشيئًا لم ينجح."
    ),
    "Woven cloth in bright bands, with fringes and one thread left loose.": (
        "نسيج من أشرطة زاهية الألوان، له أهداب وفيه خيط تُرك سائبًا."
    ),
    "This is the day on which London's co-producers look each other in the eye. There are no keynote "
    "speeches. Every session is led by two people, one of them paid for their work and one who was not until "
    "we asked.": (
        "في هذا اليوم يلتقي وجهًا لوجه أهل الإنتاج المشترك في لندن. لا خطب رئيسية فيه. يقود كلّ جلسة شخصان: "
        "أحدهما يتقاضى أجرًا على عمله، والآخر لم يكن يتقاضى شيئًا حتّى دعوناه."
    ),
    "Who should come": "لمَن هذا اللقاء",
    "Residents, carers, young people, volunteers, officers, nurses, funders, and anybody who has been told "
    "that they are hard to reach. If you have never been to anything like it, come to the breakfast: somebody "
    "will sit with you.": (
        "للسكّان ومقدّمي الرعاية والشباب والمتطوّعين وموظّفي البلديات والممرّضين والمموّلين، ولكلّ من قيل عنه إنّ "
        "الوصول إليه صعب. وإن لم تحضر شيئًا كهذا من قبل، فتعالَ إلى الفطور: سيجلس معك أحدنا."
    ),
    "What to bring": "ماذا تُحضر معك",
    "One thing that worked, on a postcard.": "شيء نجح، مكتوب على بطاقة بريدية.",
    "One thing that did not, on another. We hang those up first.": "شيء لم ينجح، على بطاقة أخرى. وهذه نعلّقها أوّلًا.",
    "Are you worried about fares, care or lost wages? Tell us when you take your place. We pay for them on the day.": (
        "أتقلقك أجرة المواصلات أو رعاية من في بيتك أو الأجر الذي يفوتك؟ أخبرنا عند حجز مكانك، ونحن ندفعها في "
        "اليوم نفسه."
    ),
    "I came for the lunch. I left with a job to do.": "جئت من أجل الغداء، وخرجت بمهمّة عليّ إنجازها.",
    "Kofi": "كوفي",
    "youth worker": "يعمل مع الشباب",
    "Breakfast, and a table for people who come alone": "فطور، وطاولة لمَن يأتون وحدهم",
    "Hosts in yellow badges": "مضيفون بشارات صفراء",
    "The wall of things that did not work": "جدار ما لم ينجح",
    "Dilek Yılmaz and a commissioner": "ديليك يلماز ومسؤول عن التعاقد على الخدمات",
    "Ten postcards are read aloud. Nobody explains anything.": "تُقرأ عشر بطاقات بصوت عالٍ، ولا أحد يشرح شيئًا.",
    "First round of workshops": "الجولة الأولى من ورش العمل",
    "Paid within ten working days": "الدفع في غضون عشرة أيّام عمل",
    "A chair who has never chaired": "رئيس لم يترأّس اجتماعًا قطّ",
    "Easy read with the people who need it": "القراءة السهلة مع مَن يحتاجون إليها",
    "Long break": "استراحة طويلة",
    "Tea, quiet room, sunshine if there is any.": "شاي وغرفة هادئة وشمس إن أشرقت.",
    "Who is not in the room?": "مَن ليس في القاعة؟",
    "Samuel Osei-Bonsu and Gwen Pritchard": "صمويل أوسي بونسو وغوين بريتشارد",
    "We map it together on a wall, with wool, and agree who rings whom.": (
        "نرسم الخريطة معًا على جدار بخيوط الصوف، ونتّفق على مَن يتّصل بمَن."
    ),
    "Lunch": "الغداء",
    "Lime Row Kitchen": "مطبخ لايم رو",
    "Vegetarian and halal. Tell us what you cannot eat.": "نباتي وحلال. أخبرنا بما لا يمكنك أكله.",
    "Second round of workshops": "الجولة الثانية من ورش العمل",
    "Young people who give out money": "شباب يوزّعون المال",
    "When a network has no boss": "حين لا يكون للشبكة رئيس",
    "How to close something well": "كيف تُنهي عملًا نهايةً حسنة",
    "Promises": "وعود",
    "One thing that you will do before the summer, and the person who will ask you about it.": (
        "شيء واحد ستفعله قبل الصيف، والشخص الذي سيسألك عنه."
    ),
    "Cake, and the bus home": "كعك، ثمّ الحافلة إلى البيت",
    "Two British Sign Language interpreters and live captions all day. Interpreting in Spanish, Arabic and "
    "Bengali; other languages if you tell us three weeks before. Papers in easy read. A quiet room, long "
    "breaks, and nobody is photographed who does not wear a green dot.": (
        "مترجمان للغة الإشارة البريطانية ونصّ مباشر لما يُقال طوال اليوم. ترجمة شفوية إلى الإسبانية والعربية "
        "والبنغالية، وإلى لغات أخرى إن أخبرتنا قبل ثلاثة أسابيع. أوراق سهلة القراءة، وغرفة هادئة، واستراحات "
        "طويلة، ولا يُصوَّر إلّا من يضع نقطة خضراء."
    ),
    "Free. Organisations with more than ten paid staff: £60, which pays for other people's fares": (
        "مجّاني. المنظّمات التي لديها أكثر من عشرة موظّفين: 60 جنيهًا إسترلينيًّا، تُدفع بها مواصلات غيرهم"
    ),
}
