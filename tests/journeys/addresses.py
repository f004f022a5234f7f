"""One page of each type, in each language that it is in. New page types join here."""

TOOLKIT = "/library/a-meeting-everyone-can-take-part-in/"
EVENT = "/events/the-spring-summit/"

IN_EVERY_LANGUAGE = ["/", "/library/", TOOLKIT, "/case-studies/", "/events/", EVENT, "/about/"]
VIEWS_IN_EVERY_LANGUAGE = ["/groups/", "/search/?q=pay", "/search/?q=zzzz", "/account/login/", "/account/signup/"]
IN_ENGLISH = [
    "/library/pay-people-for-their-time/",
    "/library/claim-form/",
    "/library/your-meeting-in-easy-read/",
    "/library/what-75-people-told-us/",
    "/library/online-only-is-not-open/",
    "/library/?theme=funding&kind=template",
    "/library/?theme=nothing-of-the-kind",
    "/case-studies/a-time-bank-that-nobody-drew-from/",
    "/events/listening-in-southwark/",
    "/events/?when=past",
    "/groups/paid-and-fair/",
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

SIGNED_IN_PAGES = [
    "/",
    TOOLKIT,
    "/groups/",
    "/groups/paid-and-fair/",
    "/groups/network-builders/",
    "/members/me/",
    "/account/email/",
    "/ar/groups/network-builders/",
]
