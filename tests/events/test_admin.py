"""The list of who comes: for those with the permission, as a spreadsheet too; nobody leaves it without an action."""

import csv
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Locale, Page

from events.models import Attendee
from tests.factories.events import AttendeeFactory, EventPageFactory
from tests.factories.members import UserFactory

pytestmark = pytest.mark.django_db

INDEX = "/admin/events/attendees/"


@pytest.fixture
def olga(site):
    """An organiser of events."""
    user = UserFactory(name="Olga Reyes", email="olga@example.org")
    user.groups.add(Group.objects.get(name="Event organisers"))
    return user


@pytest.fixture
def organiser(client, olga):
    client.force_login(olga)
    return client


def names(response):
    return [attendee.name for attendee in response.context["object_list"]]


def test_lists_people_with_what_they_need(organiser, take_places):
    take_places("Ana", "Ben", "Cleo")
    response = organiser.get(INDEX)
    assert names(response) == ["Ana", "Ben", "Cleo"]
    for word in ("Ana needs a ramp", "ana@example.org", "Paying people fairly", "On the waiting list"):
        assert word in response.text


def test_filters_by_event_and_status_and_finds_names(organiser, event, events_index, take_places):
    other = EventPageFactory(parent=events_index, title="Another day")
    EventPageFactory(parent=events_index, title="Nobody asked")
    take_places("Ana", "Ben", "Cleo")
    take_places("Dan", event=other)
    assert names(organiser.get(f"{INDEX}?event={other.pk}")) == ["Dan"]
    assert names(organiser.get(f"{INDEX}?status=waiting")) == ["Cleo"]
    assert names(organiser.get(f"{INDEX}?event={event.pk}&status=waiting")) == ["Cleo"]
    assert names(organiser.get(f"{INDEX}?q=dan@example")) == ["Dan"]
    text = organiser.get(INDEX).text
    assert "Another day" in text
    assert "Nobody asked" not in text


def test_only_those_with_the_permission_see_it(client, take_places, edith, mona, alice):
    take_places("Ana")
    attendee = Attendee.objects.get()
    addresses = [INDEX, f"{INDEX}?export=csv", f"{INDEX}take-off/{attendee.pk}/", f"{INDEX}edit/{attendee.pk}/"]
    for address in addresses:
        assert client.get(address).status_code == 302
    for user in (edith, mona, alice):
        client.force_login(user)
        for address in addresses:
            response = client.get(address)
            assert response.status_code == 302
            assert "ramp" not in response.text
        assert client.post(addresses[2]).status_code == 302
    attendee.refresh_from_db()
    assert attendee.status == "confirmed"
    client.force_login(edith)
    assert INDEX not in client.get("/admin/").text


def test_an_organiser_sees_events_and_nothing_else_of_other_rooms(organiser):
    menu = organiser.get("/admin/").text
    assert INDEX in menu
    for address in ("/admin/users/", "/admin/settings/", "/admin/groups/", "/admin/comments/", "/admin/redirects/"):
        assert address not in menu


def test_nobody_is_added_or_deleted_here(client, take_places, olga):
    take_places("Ana")
    olga.is_superuser = True
    olga.save()
    client.force_login(olga)
    attendee = Attendee.objects.get()
    assert f"{INDEX}new/" not in client.get(INDEX).text
    for address in (f"{INDEX}new/", f"{INDEX}delete/{attendee.pk}/"):
        assert client.get(address).status_code == client.post(address).status_code == 302
    assert Attendee.objects.count() == 1


def test_an_organiser_puts_a_name_right(organiser, take_places):
    take_places("Ana")
    attendee = Attendee.objects.get()
    organiser.post(f"{INDEX}edit/{attendee.pk}/", {"name": "Ana Torres", "access_needs": "", "status": "cancelled"})
    attendee.refresh_from_db()
    assert (attendee.name, attendee.access_needs, attendee.status) == ("Ana Torres", "", "confirmed")


def test_takes_somebody_off_the_list_after_asking(organiser, olga, event, take_places, committed, mailoutbox):
    take_places("Ana", "Ben")
    take_places("Cleo")
    ben = Attendee.objects.get(name="Ben")
    address = f"{INDEX}take-off/{ben.pk}/"
    assert address in organiser.get(INDEX).text
    assert "Take Ben off the list of “Paying people fairly”?" in organiser.get(address).text
    assert Attendee.objects.get(name="Ben").status == "confirmed"
    mailoutbox.clear()
    with committed():
        response = organiser.post(address)
        organiser.post(address)
    assert response.url == f"{INDEX}?event={event.pk}"
    ben.refresh_from_db()
    assert (ben.status, ben.cancelled_by) == ("cancelled", olga)
    assert Attendee.objects.get(name="Cleo").status == "confirmed"
    assert [message.to[0] for message in mailoutbox] == ["ana@example.org", "cleo@example.org"]
    assert address not in organiser.get(INDEX).text


def test_after_the_event_the_list_stays_as_it_was(organiser, event, take_places, clock):
    take_places("Ana")
    clock.move_to(event.ends_at.replace(year=2027))
    attendee = Attendee.objects.get()
    organiser.force_login(UserFactory(is_superuser=True))  # signed in anew: a year has gone by
    response = organiser.post(f"{INDEX}take-off/{attendee.pk}/", follow=True)
    assert "This event is over." in response.text
    attendee.refresh_from_db()
    assert attendee.status == "confirmed"


def test_bad_ids(organiser):
    assert organiser.get(f"{INDEX}take-off/999/").status_code == 404
    assert organiser.get(f"{INDEX}?event=999").status_code == 200
    assert organiser.get(f"{INDEX}?event=nonsense&status=nope&p=x").status_code == 200


def test_csv_is_safe_to_open(organiser, event):
    for name, needs in [("=1+1", "+44 123"), ("@SUM(A1)", " =1"), ("Ana", "- ramp\n- \x0bloop"), ("Ben", "")]:
        AttendeeFactory(of_event=event, name=name, access_needs=needs, registration__contact_name="-2")
    response = organiser.get(f"{INDEX}?export=csv")
    assert response.headers["Content-Disposition"] == 'attachment; filename="who-comes.csv"'
    rows = list(csv.reader(StringIO(response.getvalue().decode())))
    assert rows[0] == ["Name", "Status", "Access needs", "Who answers", "E-mail", "Event", "Asked at"]
    assert [row[:4] for row in rows[1:]] == [
        ["'=1+1", "Has a place", "'+44 123", "'-2"],
        ["'@SUM(A1)", "Has a place", "' =1", "'-2"],
        ["Ana", "Has a place", "'- ramp\n- loop", "'-2"],
        ["Ben", "Has a place", "", "'-2"],
    ]


def test_xlsx_is_safe_to_open(organiser, event):
    AttendeeFactory(of_event=event, name="=1+1", access_needs="A \x0b ramp")
    AttendeeFactory(of_event=event, name="Gone", status="cancelled")
    response = organiser.get(f"{INDEX}?export=xlsx&status=confirmed")
    sheet = load_workbook(BytesIO(response.getvalue())).active
    assert [cell.value for cell in sheet[2]][:3] == ["=1+1", "Has a place", "A  ramp"]
    assert sheet["A2"].data_type == "s"
    assert sheet.max_row == 2


def test_the_event_leads_to_its_people(client, organiser, event, edith):
    link = f'href="{INDEX}?event={event.pk}"'
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    assert link in organiser.get(edit).text
    assert link not in organiser.get(reverse("wagtailadmin_pages:edit", args=[event.get_parent().pk])).text
    client.force_login(edith)
    assert link not in client.get(edit).text


def test_the_list_costs_the_same_for_one_and_for_five(organiser, event, django_assert_num_queries):
    AttendeeFactory(of_event=event)
    organiser.get(INDEX)
    with CaptureQueriesContext(connection) as queries:
        organiser.get(INDEX)
        one = len(queries)
    AttendeeFactory.create_batch(4, of_event=event)
    with django_assert_num_queries(one):
        organiser.get(INDEX)


def test_organisers_edit_the_translations_of_the_list_of_events(home, events_index, alice):
    alice.groups.add(Group.objects.get(name="Event organisers"))
    spanish = Locale.objects.create(language_code="es")
    home.copy_for_translation(spanish)
    assert events_index.copy_for_translation(spanish).permissions_for_user(alice).can_add_subpage()


def refused_to_delete(client, page):
    """Whether the admin keeps `page`, whichever way it is asked to delete it, and says why."""
    one = reverse("wagtailadmin_pages:delete", args=[page.pk])
    many = f"/admin/bulk/wagtailcore/page/delete/?id={page.pk}"
    for answer in (client.get(one, follow=True), client.post(one, follow=True), client.post(many, follow=True)):
        if "“Paying people fairly” is not deleted: people have a place or wait for one." not in answer.text:
            return False
    return Page.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize("status", ["confirmed", "waiting"])
def test_an_event_with_people_is_not_deleted(client, event, events_index, status):
    attendee = AttendeeFactory(of_event=event, status=status)
    client.force_login(UserFactory(is_superuser=True))
    assert refused_to_delete(client, event)
    assert refused_to_delete(client, events_index)
    attendee.refresh_from_db()


def test_an_event_that_nobody_comes_to_is_deleted(client, event, home, events_index):
    spanish = Locale.objects.create(language_code="es")
    for page in (home, events_index, event):
        page.copy_for_translation(spanish)
    AttendeeFactory(of_event=event)
    client.force_login(UserFactory(is_superuser=True))
    translated = event.get_translation(spanish)
    client.post(reverse("wagtailadmin_pages:delete", args=[translated.pk]))
    assert not Page.objects.filter(pk=translated.pk).exists()
    Attendee.objects.update(status="cancelled", cancelled_at=event.starts_at)
    client.post(f"/admin/bulk/wagtailcore/page/delete/?id={event.pk}")
    assert not Page.objects.filter(pk=event.pk).exists()
