"""What is private comes out for nobody who may not see it: role × kind of private thing × way out × engine's state.

All private things have the word "zeppelin", and each has one of its own, which begins with "vexil" and is in all its
texts. Whatever the hub answers may have those of them that the reader may see, and no others.
"""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction

from knowledge.models import ResourcePage
from search import engines, registry
from search.attachments.keeping import bring_up_to_date
from search.chores import compare_search_server
from search.entries import refresh
from search.models import Behind, Entry, Word
from search.results import find
from search.views import WAYS_TO_FOLLOW
from tests.factories.events import EventPageFactory
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory
from tests.factories.hub import HubDocumentFactory, StandardPageFactory, ThemeFactory
from tests.factories.knowledge import ResourcePageFactory
from tests.factories.members import UserFactory

from ..conftest import refresh_all, text

ROLES = ["anonymous", "member", "asked", "stranger", "editor", "moderator", "superuser"]
SIGNED_IN = set(ROLES) - {"anonymous"}
# Each thing's own word, and who may see it.
MAY_SEE = {
    "vexilpublica": set(ROLES),  # so that there is something to see
    "vexiltopica": {"member"},
    "vexilclosura": {"member"},
    "vexilsignora": SIGNED_IN,
    "vexileditora": {"editor"},
    "vexildrafta": set(),
    "vexilwithdrawa": set(),
    "vexilchangea": set(),
    "vexilpassworda": set(),
    "vexildoubla": {"editor"},  # behind two doors, one of which every signed-in reader may open
    "vexilbelowa": SIGNED_IN,
    "vexilexpira": set(),
    "vexiloutsida": set(),
    "vexildocumenta": set(),
    "vexilremova": set(),
    "vexiljoinlinka": set(),
    "vexilspanisha": set(),
}
OWN_WORD = re.compile(r"vexil[a-z]+a(?![a-z])")


@pytest.fixture(params=["database", "up", "down", "stale", "lost"])
def state(request, settings):
    """What becomes of the search server: there is none, it is well, it is away, it has things as they were and we know,
    it has things as they were and nobody knows."""
    if request.param == "database":
        settings.SEARCH_URL = ""
    else:
        request.getfixturevalue("elasticsearch")
    return request.param


@pytest.fixture
def people(alice, bob, charlie, edith, mona):
    return {
        "anonymous": None,
        "member": alice,
        "asked": bob,
        "stranger": charlie,
        "editor": edith,
        "moderator": mona,
        "superuser": UserFactory(name="Sue", email="sue@example.org", is_superuser=True, is_staff=True),
    }


class World:
    """Things that everybody could find, most of which are then taken from sight."""

    def __init__(self, home, library, events_index, people):
        self.home, self.library, self.events = home, library, events_index
        self.people = people
        self.pages = {}
        for word in [
            "publica",
            "signora",
            "editora",
            "drafta",
            "withdrawa",
            "passworda",
            "doubla",
            "expira",
            "outsida",
        ]:
            self.pages[word] = self.page(f"vexil{word}")
        self.above = StandardPageFactory(parent=home, title="Above", summary="zeppelin")
        self.page("vexilbelowa", parent=self.above)
        self.changed = ResourcePageFactory(parent=library, title="Changed", summary="nothing")
        self.collection = Collection.get_first_root_node().add_child(name="Minutes")
        document = HubDocumentFactory(
            file=ContentFile(b"zeppelin vexildocumenta", name="vexildocumenta.txt"),
            title="zeppelin vexildocumenta",
            collection=self.collection,
        )
        bring_up_to_date(document.pk)
        link = text(f'<p>Read <a linktype="document" id="{document.pk}">this</a>.</p>')
        ResourcePageFactory(parent=library, title="With a document", summary="nothing", body=[link])
        EventPageFactory(
            parent=events_index, title="Meeting", summary="nothing", joining_link="https://meet.example/vexiljoinlinka"
        )
        spanish = Locale.objects.get_or_create(language_code="es")[0]
        Page.objects.get(depth=2).copy_for_translation(spanish)
        library.copy_for_translation(spanish).save_revision().publish()
        self.spanish = self.pages["publica"].copy_for_translation(spanish)
        self.spanish.title = "zeppelin vexilspanisha"
        self.spanish.save_revision().publish()
        self.groups = [PeerGroupFactory(name="Airships"), PeerGroupFactory(name="Balloons")]
        for group, word in zip(self.groups, ["vexiltopica", "vexilclosura"], strict=True):
            MembershipFactory(group=group, user=people["member"])
            MembershipFactory(group=group, user=people["asked"], status="asked")
            PostFactory(topic=TopicFactory(group=group, title=f"zeppelin {word}"), text=f"zeppelin {word}")
        self.post = PostFactory(topic=TopicFactory(group=self.groups[0], title="Other"), text="zeppelin vexilremova")

    def page(self, word, parent=None):
        return ResourcePageFactory(
            parent=parent or self.library,
            title=f"zeppelin {word}",
            summary=f"zeppelin {word}",
            body=[text(f"<p>zeppelin {word}</p>")],
            themes=[ThemeFactory(name=f"Theme {word.removeprefix('vexil')}")],
        )

    def take_from_sight(self):
        """Do to each thing what makes it private."""
        pages = self.pages
        for word in ("drafta", "withdrawa"):
            pages[word].unpublish()
        pages["drafta"].revisions.all().delete()
        self.changed.title = self.changed.summary = "zeppelin vexilchangea"
        self.changed.save_revision()
        self.door(pages["signora"], "login")
        self.door(self.above, "login")
        self.door(pages["passworda"], "password", password="x")
        self.door(pages["editora"], "groups").groups.add(Group.objects.get(name="Editors"))
        self.door(pages["doubla"], "groups").groups.add(Group.objects.get(name="Editors"))
        self.door(pages["doubla"], "login")
        self.door(self.spanish, "password", password="x")
        page = ResourcePage.objects.get(pk=pages["expira"].pk)
        page.expire_at = timezone.now() - timedelta(minutes=1)
        page.save()
        root = Page.objects.get(depth=1)
        Page.objects.get(pk=pages["outsida"].pk).move(root.add_child(title="Nowhere", slug="nowhere"), pos="last-child")
        CollectionViewRestriction.objects.create(collection=self.collection, restriction_type="login")
        self.groups[1].closed_at = timezone.now() - timedelta(days=1)
        self.groups[1].save()
        self.post.removed_at = timezone.now()
        self.post.save()

    @staticmethod
    def door(page, kind, **options):
        return PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type=kind, **options)


@pytest.fixture
def world(state, settings, home, library, events_index, people, client):
    world = World(home, library, events_index, people)
    refresh_all()
    if server := engines.server():
        words = {"query": {"match": {"title": "zeppelin"}}}
        assert server.client.count(index=server.alias, **words)["count"] > 10
    world.take_from_sight()
    if state in ("stale", "lost"):
        cache.set(engines.ASKED_TO_CATCH_UP, True, timeout=600)  # nothing mends it meanwhile
        for rule in registry.rules():
            refresh(rule.model)
        assert Behind.objects.exists()
        if state == "lost":
            Behind.objects.all().delete()
    else:
        refresh_all()
    where = settings.SEARCH_URL
    if state == "down":
        settings.SEARCH_URL = "http://127.0.0.1:9"
    yield world
    settings.SEARCH_URL = where


def feeds_and_suggestions():
    """Return the addresses of the search that need nothing in them, whatever they are."""
    found = []
    for name in get_resolver().namespace_dict["search"][1].reverse_dict:
        if isinstance(name, str):
            try:
                found.append(reverse(f"search:{name}"))
            except NoReverseMatch:
                continue
    return found


def misspelt(word):
    return word[:6] + word[7] + word[6] + word[8:]


FEED_NAMES = [name for name, *_about in WAYS_TO_FOLLOW]


def ways_out(client, role):
    """Yield (name, answer) of everything that shows what the index has. Feeds answer all alike as nobody: who has
    signed in asks them fewer questions."""
    questions = {
        "results": {"q": "zeppelin"},
        "all of a kind": {"kind": ["resource", "group", "page", "event"]},
        "of a date": {"date": "2026"},
        "operators": {"q": "zeppelin kind:resource -nothing"},
        "phrase": {"q": '"zeppelin vexilspanisha" OR zeppelin'},
        "mistakes": {"q": " ".join(map(misspelt, MAY_SEE))},
        "beginning": {"q": "vexil"},
    }
    feeds = {reverse(f"search:{name}") for name in FEED_NAMES}
    for address in feeds_and_suggestions():
        for name, query in questions.items():
            if name == "phrase":
                continue  # repeats what was typed
            if address in feeds and role != "anonymous" and name not in ("results", "all of a kind"):
                continue
            for language in ("", "/es"):
                if not language or name == "results":
                    yield f"{language}{address} {name}", client.get(f"{language}{address}", query)
    yield "sitemap", client.get("/sitemap.xml")
    yield "a page with related ones", client.get("/library/zeppelin-vexilpublica/")
    yield "a group's page", client.get("/groups/balloons/")


def said(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode()


@pytest.mark.long
def test_nothing_private_comes_out(world, people, client, state):
    shown, counted, allowed = {}, {}, {}
    for role in ROLES:
        may_see = {word for word, roles in MAY_SEE.items() if role in roles}
        if people[role]:
            client.force_login(people[role])
        for way, response in ways_out(client, role):
            secrets = (set(OWN_WORD.findall(said(response))) & MAY_SEE.keys()) - may_see
            if way == "sitemap":
                secrets -= {"vexilexpira"}  # its page is there until Wagtail takes it down
            if secrets:
                shown[role, way] = secrets
        results = client.get("/search/", {"q": "zeppelin"}).context
        found = Entry.objects.in_bulk([result["entry"].pk for result in results["results"]])
        own = {word for entry in found.values() for word in OWN_WORD.findall(entry.title)}
        counted[role] = (own, results["total"], {**results["findings"].facets["theme"]})
        themes = may_see & {"vexilpublica", "vexilsignora", "vexileditora", "vexildoubla", "vexilbelowa"}
        above = {"Above"} if people[role] else set()
        allowed[role] = (may_see, len(may_see | above), {f"theme-{word.removeprefix('vexil')}": 1 for word in themes})
        client.logout()
    assert shown == {}
    assert counted == allowed
    nothing_private_is_suggested()
    what_a_member_found_is_not_told_to_others(people["member"], client)
    if state in ("stale", "lost"):
        the_server_is_mended()


def the_server_is_mended():
    """What a search finds to be out of date is written anew by the next task, and all the rest by the chore."""
    cache.delete(engines.ASKED_TO_CATCH_UP)
    find("zeppelin", user=AnonymousUser(), language="en")  # asks for it
    compare_search_server(dry_run=False)
    assert compare_search_server(dry_run=False) == ""
    findings = find("zeppelin", user=AnonymousUser(), language="en")
    assert (findings.engine, findings.total) == ("elasticsearch", 1)


def nothing_private_is_suggested():
    assert set(Word.objects.filter(word__startswith="vexil").values_list("word", flat=True)) == {"vexilpublica"}
    for word in MAY_SEE:
        meant = find(misspelt(word), user=AnonymousUser(), language="en").asked.corrections
        assert set(" ".join(meant.values()).split()) <= {"vexilpublica"}


def what_a_member_found_is_not_told_to_others(member, client):
    """Earlier searches are offered to everybody: not those that found something for some alone."""
    client.force_login(member)
    for _time in range(5):
        assert client.get("/search/", {"q": "vexiltopica"}).context["total"] == 1
    client.logout()
    for address in feeds_and_suggestions():
        response = client.get(address, {"q": "vexilt"})
        assert "vexiltopica" not in said(response)
