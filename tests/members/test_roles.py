import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["Editors", "Moderators", "Facilitators", "Event organisers", "Administrators"])
def test_a_role_lets_people_into_the_admin(site, name):
    assert Group.objects.get(name=name).permissions.filter(codename="access_admin").exists()


def test_editors_edit_pages_everywhere_and_moderators_nowhere(site, home, edith, mona):
    assert home.permissions_for_user(edith).can_publish()
    assert not home.permissions_for_user(mona).can_edit()


def test_event_organisers_edit_events_and_nothing_else(home, events_index, library, alice):
    alice.groups.add(Group.objects.get(name="Event organisers"))
    assert events_index.permissions_for_user(alice).can_add_subpage()
    assert not library.permissions_for_user(alice).can_add_subpage()


def test_editors_edit_the_pages_of_every_language(home, edith):
    spanish = home.copy_for_translation(Locale.objects.create(language_code="es"))
    assert spanish.permissions_for_user(edith).can_publish()
