import pytest
from django.contrib.auth.models import Group

from casestudies import actions
from casestudies.actions.sending import READERS
from tests.factories.casestudies import StoryFactory
from tests.factories.members import UserFactory


@pytest.fixture
def peers(site):
    """Two members of the group that reads stories."""
    group, _made = Group.objects.get_or_create(name=READERS)
    people = [UserFactory(name=name) for name in ("Pam Reader", "Ravi Reader")]
    for person in people:
        person.groups.add(group)
    return people


@pytest.fixture
def draft(alice):
    return StoryFactory(author=alice)


@pytest.fixture
def story(draft, alice, case_studies, peers):
    """A story that was sent and waits for its readers."""
    return actions.send(story=draft, by=alice)


@pytest.fixture
def do(django_capture_on_commit_callbacks):
    """A function that does something and then what it leaves for after the commit."""

    def run(action, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return action(**kwargs)

    return run
