"""The pages behind the link in the mail: whoever has it may see, change and give up, and nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import Locale, PageViewRestriction

from events.models import Attendee

pytestmark = pytest.mark.django_db


@pytest.fixture
def party(take_places):
    return take_places("Ana", "Ben", "Cleo")


@pytest.fixture
def url(party):
    return party.get_absolute_url()


def person(name):
    return Attendee.objects.get(name=name)


def fields(party, **changes):
    data = {"contact_name": "Ana"}
    for attendee in party.attendees.coming():
        data |= {f"name_{attendee.pk}": attendee.name, f"access_needs_{attendee.pk}": attendee.access_needs}
    return data | changes


def test_shows_who_has_a_place(client, url):
    response = client.get(url)
    assert response.status_code == 200
    assert response.text.count("Has a place") == 2
    assert response.text.count("On the waiting list") == 1
    assert "https://meet.example.org/quokka" in response.text
    assert "Ben needs a ramp" in response.text


def test_the_link_to_join_is_for_those_who_have_a_place(client, party, take_places):
    waiting = take_places("Dan")
    assert "quokka" not in client.get(waiting.get_absolute_url()).text


def test_changes_names_and_access_needs(client, party, url):
    ben = person("Ben")
    data = fields(party, **{f"name_{ben.pk}": "Benedict", f"access_needs_{ben.pk}": "Large print"})
    response = client.post(url, data, follow=True)
    assert response.redirect_chain == [(url, 302)]
    assert "Your changes are saved." in response.text
    ben.refresh_from_db()
    assert (ben.name, ben.access_needs) == ("Benedict", "Large print")


def test_bad_input_is_told_beside_the_field_and_kept(client, party, url):
    ben = person("Ben")
    data = fields(party, **{f"name_{ben.pk}": "", f"access_needs_{ben.pk}": "Large print"})
    response = client.post(url, data)
    assert response.status_code == 200
    assert response.context["form"].errors == {f"name_{ben.pk}": ["Please fill this in."]}
    assert "Large print" in response.text
    ben.refresh_from_db()
    assert ben.access_needs == "Ben needs a ramp"


def test_cannot_change_the_people_of_others(client, party, url, take_places):
    dan = take_places("Dan").attendees.get()
    client.post(url, fields(party, **{f"name_{dan.pk}": "Hacked", f"access_needs_{dan.pk}": ""}))
    assert person("Dan") == dan


def test_gives_up_one_place_after_asking(client, party, url):
    ben = person("Ben")
    give_up = reverse("events:give-up", args=[party.token, ben.pk])
    assert give_up in client.get(url).text
    asked = client.get(give_up)
    assert "<li>Ben</li>" in asked.text
    assert "<li>Ana</li>" not in asked.text
    assert person("Ben").status == "confirmed"
    response = client.post(give_up, follow=True)
    assert response.redirect_chain == [(url, 302)]
    assert "Ben is off the list." in response.text
    assert (person("Ben").status, person("Cleo").status) == ("cancelled", "confirmed")
    assert person("Ben").cancelled_by is None


def test_gives_up_all_after_asking(client, party, url):
    give_up = reverse("events:give-up-all", args=[party.token])
    assert "<li>Cleo</li>" in client.get(give_up).text
    response = client.post(give_up, follow=True)
    assert "You have given up all places." in response.text
    assert set(Attendee.objects.values_list("status", flat=True)) == {"cancelled"}


def test_giving_up_twice_is_safe(client, party, url, committed, mailoutbox):
    mailoutbox.clear()
    one = reverse("events:give-up", args=[party.token, person("Ben").pk])
    every = reverse("events:give-up-all", args=[party.token])
    with committed():
        for address in (one, one, every, every):
            assert client.post(address).url == url
    assert len(mailoutbox) == 3  # Ben went, Cleo moved up, all went
    assert client.get(one).url == client.get(every).url == url


def test_signing_in_makes_no_organiser(client, party, alice):
    client.force_login(alice)
    client.post(reverse("events:give-up-all", args=[party.token]))
    assert person("Ana").cancelled_by is None


def test_strangers_find_nothing(client, party, take_places):
    other = take_places("Dan")
    assert client.get(reverse("events:manage", args=["x" * 43])).status_code == 404
    assert client.get(reverse("events:manage", args=[party.token[:-1]])).status_code == 404
    assert client.get(reverse("events:manage", args=[party.token.swapcase()])).status_code == 404
    for pk in (person("Ana").pk, 10**30):
        foreign = f"/events/registration/{other.token}/give-up/{pk}/"
        assert client.get(foreign).status_code == client.post(foreign).status_code == 404
    assert person("Ana").status == "confirmed"


def test_no_get_changes_anything(client, party, url):
    before = list(Attendee.objects.values())
    for name in ("manage", "give-up-all", "own-calendar"):
        client.get(reverse(f"events:{name}", args=[party.token]))
    client.get(reverse("events:give-up", args=[party.token, person("Ana").pk]))
    assert list(Attendee.objects.values()) == before
    assert client.delete(url).status_code == 405


def test_after_the_event_nothing_can_be_changed(client, party, url, event, clock):
    clock.move_to(event.ends_at + timedelta(days=1))
    response = client.get(url)
    assert "This event is over." in response.text
    assert "<form" not in response.text.partition("<main")[2].partition("</main>")[0]
    assert client.get(reverse("events:give-up-all", args=[party.token])).url == url
    assert client.post(url, fields(party)).status_code == 200
    told = client.post(reverse("events:give-up-all", args=[party.token]), follow=True)
    assert "This event is over." in told.text
    assert person("Ana").status == "confirmed"


def test_after_giving_up_all_the_form_is_refused(client, party, url):
    data = fields(party)
    client.post(reverse("events:give-up-all", args=[party.token]))
    response = client.post(url, data)
    assert response.status_code == 200
    assert person("Ana").name == "Ana"


def test_the_page_outlives_the_event_page(client, party, url, event):
    event.unpublish()
    assert client.get(url).status_code == 200


def test_a_translation_for_some_readers_only_is_not_told(client, event, take_places, mailoutbox):
    home = event.get_parent().get_parent()
    spanish = Locale.objects.create(language_code="es")
    for page in (home, event.get_parent(), event):
        page.specific.copy_for_translation(spanish).save_revision().publish()
    translated = event.get_translation(spanish)
    type(event).objects.filter(pk=translated.pk).update(title="Pagar con justicia")
    assert event.in_language("es") == translated
    PageViewRestriction.objects.create(page=translated.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert event.in_language("es") == event
    party = take_places("Ana", language="es")
    response = client.get(f"/es{party.get_absolute_url()}")
    assert response.status_code == 200
    for text in (response.text, mailoutbox[-1].subject + mailoutbox[-1].body):
        assert "Paying people fairly" in text
        assert "Pagar con justicia" not in text
        assert translated.url not in text


def test_the_secret_stays_here(client, party, url):
    addresses = [
        url,
        reverse("events:give-up-all", args=[party.token]),
        reverse("events:give-up", args=[party.token, person("Ana").pk]),
        reverse("events:own-calendar", args=[party.token]),
    ]
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert response.headers["X-Robots-Tag"] == "noindex"


def test_costs_few_queries(client, url, django_assert_max_num_queries):
    client.get(url)
    with django_assert_max_num_queries(12):
        client.get(url)
