"""Leaflets in languages that the pages are not in: Chinese, Polish, Bengali. Each hangs on the page it is about."""

from .flow import Document

CHINESE, POLISH, BENGALI = "zh-Hans", "pl", "bn"

DOCUMENTS = {
    "getting-paid-zh": Document(
        "docx",
        "您的时间应当得到报酬",
        "Say It Plain, Haringey",
        "Getting paid for your time, in Chinese",
        """
        您帮助小组做计划，就是在工作。工作就应当有报酬。这张纸告诉您可以领什么钱，怎样领，以及领福利救济金的人先要做什么。

        ## 哪些可以付钱

        - 您开会的时间，一般是每小时 15 英镑
        - 您在家里阅读文件的时间
        - 公共汽车、火车或者出租车的车费
        - 请人照看孩子或老人的费用
        - 手机流量、打印和午饭

        ## 怎样领钱

        填写一页报销单。您可以请人帮忙填写，也可以用手机拍一张照片发给我们。

        您可以选择银行转账、现金或者购物券。没有银行账户的人，可以当场领取现金，签名就行。

        我们在**十个工作日**之内付款。如果到时候没有收到，请给我们打电话。

        ## 如果您领取福利救济金

        请不要先拿钱。先同福利顾问谈一谈，谈话是免费的。顾问会告诉您最多可以领多少，需要向谁申报。

        您也可以不要报酬。不要钱，照样可以来参加，不必说明理由。
        """,
        language=CHINESE,
    ),
    "access-needs-zh": Document(
        "docx",
        "怎样才方便您来参加",
        "Say It Plain, Haringey",
        "Access needs at a meeting, in Chinese",
        """
        您不需要告诉我们您有什么病或者残疾，只要告诉我们什么对您有帮助。只有组织会议的两个人会看，会后四个星期就销毁。

        ## 来的路上

        - 没有台阶的入口，轮椅可以进出
        - 门口附近的停车位
        - 有人到车站接您
        - 出租车接送
        - 通过视频或者电话参加

        ## 在会议室里

        - 普通话或者广东话口译员
        - 手语翻译、助听感应线圈或者实时字幕
        - 大字体的文件，或者简单易读的文件
        - 有扶手的椅子，安静的休息室
        - 清真、素食或者别的饮食要求
        - 陪同您来的人，我们也付给报酬
        - 不要给您拍照

        请在开会前十天告诉我们。当天才想起来也没有关系，打个电话来，我们会尽力安排。
        """,
        language=CHINESE,
    ),
    "consent-zh": Document(
        "docx",
        "您说的话、您的照片，由您决定",
        "Tottenham Peer Researchers",
        "Consent to an interview, in Chinese",
        """
        访问员会到您家门口，问几个关于住房、公共汽车和邻居的问题。您可以同意，也可以拒绝，不需要说明理由。

        ## 同意之前，请先问清楚

        - 是谁在问，为什么要问？
        - 我说的话会写在哪里，谁会看到？
        - 会不会写上我的名字？
        - 要保存多久？

        ## 您的权利

        - 哪个问题不想回答，就不回答。
        - 没有您的同意，我们不录音，也不拍照。
        - 说过的话可以收回。一个月之内告诉我们，我们就删掉。
        - 您的名字和地址不会告诉政府、房东或者别的机构。

        只有一种例外：如果有人，尤其是孩子，正处在危险之中，我们必须告诉能够帮忙的人。我们会先对您说。

        同意书有中文的。您可以带回家慢慢看，同家人商量，第二天再签名。
        """,
        language=CHINESE,
    ),
    "welcome-zh": Document(
        "docx",
        "欢迎新成员",
        "Common Thread",
        "Welcome to Common Thread, in Chinese",
        """
        Common Thread 是伦敦居民的一个网络。我们同使用公共服务的人一起计划这些服务。有的人领报酬，有的人不领。
        欢迎您加入！

        ## 第一次来

        每个月有一次线上见面会，中午十二点半开始，一个小时。没有幻灯片，您也可以不开摄像头。不会用视频的话，可以打电话参加。

        罗莎和温斯顿会介绍我们是谁、做些什么。您愿意的话，可以说说自己关心的事情，有人会告诉您还有谁也在做。

        ## 英语不好怎么办

        没有关系。报名的时候告诉我们，我们去请普通话或者广东话的口译员。您也可以带一位朋友来。请不要让孩子做翻译。

        ## 学习小组

        我们有四个小组：一个谈报酬，一个检查文件是不是容易看懂，一个建立社区网络，还有一个是给在政府和医院里工作的人的。

        前三个小组随时可以加入。在小组里说的话不外传。
        """,
        language=CHINESE,
    ),
    "volunteering-zh": Document(
        "txt",
        "想做义工？参与的几种方式",
        "The Volunteer Desk, Newham",
        "Ways to take part, in Chinese",
        """
        不需要会说很多英语，也不需要经验。您有一个小时吗？我们也有。

        ## 有哪些工作

        - 一次就好：在社区午餐会上泡茶、洗碗，大约一个小时。
        - 每周一次：照料花园，在食物厨房帮忙，陪老人去看医生。
        - 开车接送会员：需要一封推荐信，还有车辆保险。
        - 参加居民小组：开会，提意见。这是有报酬的。
        - 单独同孩子或者需要保护的成年人在一起的工作，要先做无犯罪记录检查。

        ## 您可以期待什么

        七天之内会有人回复您。车费当天用现金报销，您不用自己垫钱。有义工约章标志的团体，会好好照顾义工，也会教您想学的东西。

        ## 到哪里去问

        纽汉区图书馆里的义工服务台，每个星期有三个上午。不用上网登记，有人当面同您谈，还有茶喝。
        """,
        language=CHINESE,
    ),
    "complaints-zh": Document(
        "docx",
        "不满意的时候，怎样投诉",
        "Common Thread",
        "How to complain, in Chinese",
        """
        如果我们的网站、会议或者活动让您失望，请告诉我们。您可以用中文写。投诉不会影响您以后参加活动。

        ## 第一步：告诉我们

        写电子邮件到 hello@example.org，或者在上午十点到下午四点之间打电话 020 7946 0127。请说明是哪一页、
        哪一次会议，发生了什么事，您希望我们怎么做。

        我们在五个工作日之内答复您：什么时候改正，或者为什么不能改正。

        ## 第二步：请别人再看一次

        如果您对答复不满意，请写信给成员委员会的主席。两位不管网站的成员会重新审查。

        ## 第三步：到外面去投诉

        - 关于无障碍和平等：平等咨询与支持服务处
        - 关于个人资料和隐私：信息专员办公室

        我们可以为您请口译员，费用由我们承担。
        """,
        language=CHINESE,
    ),
    "interpreter-zh": Document(
        "docx",
        "您可以要求口译员",
        "Brent Community Interpreters",
        "You can ask for an interpreter, in Chinese",
        """
        开会的时候，您可以用自己的语言说话。口译员的费用由组织会议的人付，您不用花钱。

        ## 开会之前

        - 最好提前四个星期告诉我们。
        - 您说普通话、广东话还是福州话？您看简体字还是繁体字？
        - 您可以要求女口译员，也可以要求不认识的、不住在同一条街上的口译员。
        - 您可以提前十天拿到文件。

        ## 开会的时候

        - 口译员会把所有的话都翻译出来，不增加，也不减少。
        - 口译员不会把您说的话告诉别人。
        - 听不懂就举手，请大家说慢一点。
        - 别人应当看着您说话，而不是看着口译员。

        孩子不应当替父母翻译。看病、谈房子、谈钱的时候更是这样。
        """,
        language=CHINESE,
    ),
    "getting-paid-pl": Document(
        "txt",
        "Za swój czas należy się zapłata",
        "Say It Plain, Haringey",
        "Getting paid for your time, in Polish",
        """
        Kiedy pomagasz grupie coś zaplanować, pracujesz. Za pracę należy się wynagrodzenie.

        ## Za co możesz dostać pieniądze

        - za czas spędzony na spotkaniu,
        - za czytanie dokumentów w domu,
        - za autobus, pociąg albo taksówkę,
        - za opiekę nad dzieckiem lub rodzicem, kiedy ciebie nie ma.

        ## Jak je dostać

        Wypełniasz jedną stronę. Możesz wysłać jej zdjęcie. Wybierasz: przelew, gotówka albo bony. Czekasz najwyżej
        dziesięć dni roboczych.

        ## Jeśli pobierasz zasiłek

        Najpierw porozmawiaj z doradcą, dopiero potem bierz pieniądze. Rozmowa jest bezpłatna. Możesz też odmówić
        zapłaty i dalej przychodzić.
        """,
        language=POLISH,
    ),
    "kitchen-notebook-bn": Document(
        "docx",
        "ভাত বসানো, কথা লেখা",
        "Lime Row Kitchen",
        "How the kitchen takes its notes, in Bengali",
        """
        বুধবারে আমরা একসঙ্গে রান্না করি। ভাত হতে কুড়ি মিনিট লাগে। সেই কুড়ি মিনিটে আমরা স্বাস্থ্যকেন্দ্র নিয়ে একটা বিষয়ে কথা বলি।

        ## খাতায় কী লেখা হয়

        - আজ কী নিয়ে কথা হলো
        - কে কী চেয়েছেন, কিন্তু কারও নাম ছাড়া
        - স্বাস্থ্যকেন্দ্রকে কী জিজ্ঞাসা করা হবে
        - গত সপ্তাহের প্রশ্নের উত্তর

        ## কী বদলেছে

        - টেলিফোনে বাংলা, সিলেটি বা সোমালি ভাষায় ফিরতি ফোন চাইতে পারেন।
        - মহিলাদের ক্লিনিক এখন সকাল এগারোটায় বসে।

        ## মনে রাখবেন

        খাতায় কারও অসুখের কথা নাম দিয়ে লেখা হয় না। সব সময় দুজন লেখেন, যাতে একজন অসুস্থ হলেও কাজ থেমে না যায়। নতুন মানুষ আসতে
        পারেন, শিশুদেরও নিয়ে আসতে পারেন।
        """,
        language=BENGALI,
    ),
}
