"""The case behind the secret link, the ledger in the admin, and that no name of the ledger comes out."""

import pytest

from casestudies.models import CaseStudyPage
from consent import actions
from consent.links import address_for, path_for
from consent.models import Consent, Mending
from consent.today import ending, to_mend
from search.entries import refresh
from tests.factories.consent import ConsentFactory

pytestmark = pytest.mark.django_db


def test_opening_the_link_changes_nothing_and_pressing_the_button_does(client, case, consent):
    url = path_for(consent)
    response = client.get(url)
    assert "They never asked us before the doors were painted." in response.text
    assert "Painted doors" in response.text
    assert (response["Cache-Control"], response["Referrer-Policy"], response["X-Robots-Tag"]) == (
        "private, no-store", "same-origin", "noindex",
    )  # fmt: skip
    assert client.head(url).status_code == 200
    assert not Consent.objects.get().is_gone
    assert client.post(url).url == url
    assert Consent.objects.get().is_gone
    response = client.get(url)
    assert "It is gone from this site since" in response.text
    assert "asked us" not in response.text
    assert client.post(url).url == url  # a second time
    assert client.put(url).status_code == 405


@pytest.mark.parametrize("token", ["x", "x:y:z", "%20", "a" * 900])
def test_a_broken_link_says_what_to_do(client, site, token):
    response = client.get(f"/consent/{token}/")
    assert response.status_code == 404
    assert "This link does not count" in response.text
    assert client.post(f"/consent/{token}/").status_code == 404


def test_pages_that_are_hidden_are_not_named(client, case, consent):
    case.unpublish()
    assert "Painted doors" not in client.get(path_for(consent)).text


WAYS_OUT = [
    "/case-studies/painted-doors/", "/case-studies/", "/case-studies/list.csv", "/case-studies/list.json", "/",
    "/search/?q=doors", "/search/feed.atom?q=doors", "/search/feed.json?q=doors", "/search/suggestions/?q=secretive",
    "/sitemap.xml", "/members/",
]  # fmt: skip


@pytest.mark.parametrize("url", WAYS_OUT)
def test_the_ledger_comes_out_nowhere(client, consent, bob, url):
    refresh(CaseStudyPage)
    for person in (None, bob):
        if person:
            client.force_login(person)
        response = client.get(url)
        text = b"".join(response).decode() if response.streaming else response.text
        assert "Secretive" not in text
        assert consent.contact not in text


LEDGER = ["/admin/consents/", "/admin/consents/new/", "/admin/consents/edit/{}/"]


@pytest.mark.parametrize("url", LEDGER)
def test_the_ledger_is_for_those_who_keep_it(client, consent, edith, mona, alice, url):
    url = url.format(consent.pk)
    assert client.get(url).status_code == 302
    for person in (alice, mona):
        client.force_login(person)
        response = client.get(url)
        assert response.status_code in (302, 403)
    client.force_login(edith)
    assert client.get(url).status_code == 200


VERBS = ["withdraw", "link", "renew"]


@pytest.mark.parametrize("verb", VERBS)
def test_verbs_in_the_admin_are_buttons_of_those_who_keep_it(client, consent, edith, mona, verb):
    url = f"/admin/consent/{consent.pk}/{verb}/"
    client.force_login(mona)
    assert client.post(url).status_code == 302
    consent.refresh_from_db()
    assert not consent.is_gone
    client.force_login(edith)
    assert client.get(url).status_code == 405
    assert client.post(url).url == f"/admin/consents/edit/{consent.pk}/"
    assert client.post("/admin/consent/99999/link/").status_code == 404
    consent.refresh_from_db()
    assert consent.is_gone == (verb == "withdraw")


def test_an_editor_notes_a_consent(client, case, edith):
    client.force_login(edith)
    data = {
        "person_name": "Amina Bah", "contact": "", "language": "en", "covers": "name", "wording": "Amina Bah",
        "agreed_on": "2026-01-01", "until": "", "how": "phone", "evidence": "", "uses-TOTAL_FORMS": "1",
        "uses-INITIAL_FORMS": "0", "uses-MIN_NUM_FORMS": "1", "uses-MAX_NUM_FORMS": "1000", "uses-0-page": case.pk,
        "uses-0-id": "", "uses-0-DELETE": "",
    }  # fmt: skip
    assert client.post("/admin/consents/new/", {**data, "wording": ""}).status_code == 200
    response = client.post("/admin/consents/new/", {**data, "uses-0-page": ""})
    told = "Choose at least one page on which it stands."
    assert response.context["form"].formsets["uses"].non_form_errors() == [told]
    assert told in response.text
    assert client.post("/admin/consents/new/", data).status_code == 302
    consent = Consent.objects.get()
    assert (consent.noted_by, consent.uses.get().page_id) == (edith, case.pk)


def test_what_waits_for_editors(rf, client, case, consent, edith, alice):
    ConsentFactory(wording="x", until=consent.agreed_on)
    actions.withdraw(consent=consent)
    request = rf.get("/admin/")
    request.user = edith
    heap = to_mend(request)
    [waiting] = heap.things
    assert (heap.count, waiting.title) == (1, "Painted doors")
    assert ending(request).count == 1
    client.force_login(edith)
    assert "Painted doors" in client.get(f"/admin/consents/edit/{consent.pk}/").text
    assert client.post(waiting.actions[0].url, {"next": "https://evil.example/"}).url == "/admin/"
    assert Mending.objects.get().done_by == edith
    assert to_mend(request).count == 0
    request.user = alice
    assert (to_mend(request), ending(request)) == (None, None)


def test_an_editor_copies_the_link_by_a_button(client, consent, edith, time_machine):
    time_machine.move_to("2026-03-03 12:00Z", tick=False)  # the second is signed with it
    client.force_login(edith)
    text = client.get(f"/admin/consents/edit/{consent.pk}/").text
    assert f'data-w-clipboard-target="value">{address_for(consent)}</textarea>' in text
    assert 'data-action="w-clipboard#copy">Copy the link</button>' in text
