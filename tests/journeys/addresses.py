"""One page of each type, in each language that it is in. New page types join here."""

import re
import urllib.request

from knowledge.links import CONFIRM, END

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

FOLLOWED, FOLLOWER, ASKED = "/library/pay-people-for-their-time/", "nadia.f@example.org", "new.reader@example.org"


def pages_behind_mail(hub):
    """Return the addresses of what somebody sees who asks to be told of a toolkit, and opens the links in mail."""
    with urllib.request.urlopen(hub.url + FOLLOWED, timeout=30) as response:
        kit = int(re.search(rb"/toolkits/(\d+)/follow/", response.read())[1])
    links = [f"/toolkits/{kit}/follow/", f"/toolkits/{kit}/follow/sent/"]
    for owner in (FOLLOWER, ASKED, "nobody@example.org"):  # who is told, is asked, and is told no more
        links.append(f"/toolkits/follow/confirm/{CONFIRM.sign(kit, state=owner)}/")
        links.append(f"/toolkits/follow/end/{END.sign(kit, state=owner)}/")
    gone = 10**9
    links += [f"/toolkits/follow/confirm/{CONFIRM.sign(gone, state=FOLLOWER)}/", "/toolkits/follow/confirm/over/"]
    return [prefix + link for prefix in ("", "/es", "/ar") for link in links]


FEEDS = [
    f"{prefix}/search/feed.{ending}?q=summit"
    for prefix in ("", "/es", "/ar")
    for ending in ("atom", "json", "csv", "ics")
]

FACILITATOR_PAGES = ["/groups/paid-and-fair/", "/groups/paid-and-fair/works/", "/groups/paid-and-fair/works/?q=meeting"]

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
