"""The home page, the three lists, and the pages of the house: about, accessibility, privacy, cookies, house rules."""

from django.utils.formats import date_format

from tests.factories.hub import StandardPageFactory

from .house_rules import HOUSE_RULES, PRIVACY
from .markup import smart, stream

# slug: what is written on the pages that the migrations made
LISTS = {
    "home": {
        "title": "Common Thread",
        "welcome": "Ask what others tried. Tell them what you did.",
        "summary": "Toolkits, templates, stories and events by people in London who plan services together with "
        "those who use them.",
    },
    "library": {
        "title": "Library",
        "summary": "Toolkits, resources and articles. Each has a name beside it and a day on which it was last "
        "checked.",
    },
    "case-studies": {
        "title": "Case studies",
        "summary": "What people tried, who was paid, what changed and what did not work. We hang up the mistakes "
        "first.",
    },
    "events": {
        "title": "Events",
        "summary": "The summit, workshops, trainings and listening events. Most are free. Tell us what you need to "
        "take part.",
    },
}

ABOUT = """
    Common Thread is a network of people in London, and a few in Shropshire, who plan public services and community work
    together with the people who use them. Some of us are paid for it and some are not. Here we keep what we have tried.

    ## What you find here

    - **Toolkits:** step by step, with the files that you need.
    - **Case studies:** what happened when somebody tried it, mistakes included.
    - **Events:** a summit in spring, workshops all year, and an hour online for everybody who is new.
    - **Groups:** where people with the same task compare notes in private.

    ## Who runs it

    Five people look after the site, none of them full-time. Twelve members decide once a quarter what money is spent
    on. They are paid for it, and the minutes are public. The house belongs to nobody's employer.

    ::: quote Rosa | keeper of the library
    If something here let you down, tell me. That is how it gets better.
    :::

    ## Talk to us

    Write to hello@example.org or ring 020 7946 0127 between ten and four. You can write in English, Spanish, Arabic,
    Bengali, Polish, Turkish or Urdu. A person answers, usually within two days.
"""

ACCESSIBILITY = """
    We want everybody to be able to use this site, and we would rather hear about a fault than not. This statement is
    about the public pages of Common Thread. It was written on {day} and is looked at again every half year.

    ## How accessible it is

    We build to the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. You should be able to

    - read and use every public page with a keyboard alone, or with a screen reader;
    - zoom to 400% without scrolling sideways;
    - use it in the light or the dark, with less movement if your device asks for that;
    - read and fill in everything without JavaScript;
    - read Arabic pages from right to left, as they should be.

    ## What does not work well yet

    - **PDF files** have titles and bookmarks but no tags, so that a screen reader reads tables poorly. Ask us, and we
      send the text.
    - **Films** are on other sites. Each has a transcript here, but not all of them have captions there.
    - **Other languages:** only some pages are in Spanish and Arabic. A page that is not translated says so.
    - **Easy read:** we have it for the papers that decisions depend on, not for everything.
    - **The pages for editors** come from Wagtail, and we have not tested all of them ourselves.

    ## How we test

    Every type of page is checked automatically with axe-core, in three languages, light and dark, on a wide and a
    narrow screen. Members try new things out with a screen reader, with a keyboard and on old telephones. No outside
    firm has audited us.

    ## Tell us, or complain

    Write to hello@example.org or ring 020 7946 0127. Say which page it is and what you wanted to do. We answer within
    five working days and tell you when it will be put right, or why it will not.

    ::: file complaints-zh | How to complain, in Chinese
    :::

    If you are not happy with our answer, write to the chair of the members' panel at the same address; two members
    who do not work on the site then look at it. In Great Britain you can also ask the Equality Advisory and Support
    Service for help.
"""

COOKIES = """
    If you only read, we set none. No counting, no advertising, nothing from other firms.

    ## When we do set one

    ::: table The cookies that there are
    Name | When | What for | How long
    csrftoken | When you open a form | So that nobody else can send it in your name | One year
    sessionid | When you sign in | So that we know it is still you | Two weeks, or until you sign out
    said-useful | When you press “Yes” or “No” below a page | So that pressing twice counts once | One hour
    messages | After you have sent a form | To show you once that it worked | Until it has been shown
    :::

    They are needed for what you asked for, so the law does not require a banner, and we have none. If your browser
    refuses them, you can still read everything.

    ## Films

    Films are on YouTube or Vimeo. Nothing is loaded from there before you press the button beside the film. After
    that their rules hold.
"""

# (slug, title, summary, text, whether it is in the menu, days since it was published, days since it was changed)
HOUSE_PAGES = [
    (
        "about",
        "About us",
        "Who we are, who decides, and how to reach a person.",
        ABOUT,
        True,
        424,
        70,
    ),
    (
        "accessibility",
        "Accessibility",
        "How accessible this site is, what does not work yet, and how to complain.",
        ACCESSIBILITY,
        False,
        424,
        23,
    ),
    (
        "privacy",
        "Privacy",
        "What we know about you, who sees it, and how to have it deleted.",
        PRIVACY,
        False,
        424,
        140,
    ),
    (
        "cookies",
        "Cookies",
        "None, until you sign in or open a form.",
        COOKIES,
        False,
        424,
        140,
    ),
    (
        "house-rules",
        "House rules",
        "How we talk with each other here, and what happens when somebody does not.",
        HOUSE_RULES,
        False,
        420,
        95,
    ),
]


def _write_lists(world):
    """Write the texts of the pages that the migrations made."""
    editor = world.people["rosa"]
    for slug, fields in LISTS.items():
        page = world.home if slug == "home" else world.home.get_children().get(slug=slug).specific
        for name, value in fields.items():
            setattr(page, name, smart(value))
        page.owner = editor
        page.save_revision(user=editor).publish(user=editor)
        page.refresh_from_db()
        world.backdate(page, age=425, edited=200)
        world.pages[slug] = page


def load(world):
    """Write the lists, which need to be there first, and publish the pages of the house."""
    _write_lists(world)
    for slug, title, summary, text, in_menu, age, edited in HOUSE_PAGES:
        world.publish(
            StandardPageFactory,
            parent=world.home,
            by="rosa",
            age=age,
            edited=edited,
            slug=slug,
            title=title,
            summary=summary,
            body=stream(text.replace("{day}", date_format(world.day(-edited), "j F Y")), world),
            show_in_menus=in_menu,
        )
