import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale

from members.models import User
from members.roles import who_may
from tests.factories.members import UserFactory

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


def test_who_may_do_something(alice, bob, charlie, edith, mona):
    """By a role or by themselves; neither who left nor administrators, whose role does not say so."""
    permission = Permission.objects.get(content_type__app_label="consent", codename="change_consent")
    alice.user_permissions.add(permission)
    edith.user_permissions.add(permission)  # and by her role
    bob.user_permissions.add(permission)
    bob.is_active = False
    bob.save()
    UserFactory(is_superuser=True)
    namesake = Permission.objects.create(
        content_type=ContentType.objects.get_for_model(User), codename="change_consent", name="of another room"
    )
    charlie.user_permissions.add(namesake)
    assert set(who_may("consent.change_consent")) == {alice, edith}
    assert list(who_may("django_comments.can_moderate")) == [mona]
