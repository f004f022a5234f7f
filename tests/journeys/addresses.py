"""One page of each type, in each language that it is in. New page types join here."""

TOOLKIT = "/library/a-meeting-everyone-can-take-part-in/"
EVENT = "/events/the-spring-summit/"

IN_EVERY_LANGUAGE = [
    "/",
    "/library/",
    TOOLKIT,
    f"{TOOLKIT}step/1/",
    f"{TOOLKIT}all/",
    f"{TOOLKIT}versions/",
    "/case-studies/",
    "/events/",
    EVENT,
    "/about/",
]
VIEWS_IN_EVERY_LANGUAGE = [
    "/groups/",
    "/self-evaluation/",
    "/self-evaluation/how-well-do-we-co-produce/",
    "/search/",
    "/search/?q=pay&kind=resource&theme=paying-people",
    "/search/?q=zzzz",
    "/account/login/",
    "/account/signup/",
    "/case-studies/share/",
    "/case-studies/?show=timeline",
]
IN_ENGLISH = [
    "/search/?q=volunter+expences&kind=nothing-of-the-kind",
    "/search/?q=pay&page=99",
    "/search/?kind=event",
    "/library/pay-people-for-their-time/",
    "/library/pay-people-for-their-time/step/write-the-page-that-finance-needs/",
    "/library/pay-people-for-their-time/all/",
    "/library/pay-people-for-their-time/versions/",
    "/library/pay-people-for-their-time/versions/since/1/",
    "/toolkits/follow/end/over/",
    "/library/claim-form/",
    "/library/your-meeting-in-easy-read/",
    "/library/what-75-people-told-us/",
    "/library/online-only-is-not-open/",
    "/library/after-the-volunteer-centre/",
    "/library/what-we-would-ask-of-the-next-one/",
    "/authors/1/",
    "/library/?theme=funding&kind=template",
    "/library/?theme=nothing-of-the-kind",
    "/case-studies/a-time-bank-that-nobody-drew-from/",
    "/case-studies/soup-on-a-thursday/",
    "/case-studies/?method=shared-meals&scale=group&year=1066",
    "/events/listening-in-southwark/",
    "/events/?when=past",
    "/groups/paid-and-fair/",
    "/self-evaluation/how-well-do-we-co-produce/workbook/",
    "/self-evaluation/how-well-do-we-co-produce/start/",
    "/self-evaluation/lost-link/",
    "/accessibility/",
    "/privacy/",
    "/cookies/",
    "/house-rules/",
    "/account/password/reset/",
    "/account/login/code/",
]
PAGES = [
    prefix + path
    for prefix in ("", "/es", "/ar")
    for path in [*IN_EVERY_LANGUAGE, *VIEWS_IN_EVERY_LANGUAGE]
] + IN_ENGLISH  # fmt: skip

FEEDS = [
    f"{prefix}/search/feed.{ending}?q=summit"
    for prefix in ("", "/es", "/ar")
    for ending in ("atom", "json", "csv", "ics")
]

SIGNED_IN_PAGES = [
    "/",
    TOOLKIT,
    "/groups/",
    "/groups/paid-and-fair/",
    "/groups/network-builders/",
    "/members/me/",
    "/case-studies/share/",
    "/case-studies/share/?door=full",
    "/case-studies/stories/",
    "/stewardship/",
    "/stewardship/hand-over/",
    "/feedback/",
    "/account/email/",
    "/ar/groups/network-builders/",
]
