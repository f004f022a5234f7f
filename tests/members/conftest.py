import re

import pytest

from tests.factories.members import EmailAddressFactory, UserFactory

PASSWORD = "three quiet green kettles"


@pytest.fixture
def dora(site):
    """A member with a confirmed address and a password."""
    user = UserFactory(name="Dora Quill", email="dora@example.org", password=PASSWORD)
    EmailAddressFactory(user=user)
    return user


@pytest.fixture
def code_in(mailoutbox):
    """Return the code in the newest mail."""
    return lambda: re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{3,})$", mailoutbox[-1].body, re.MULTILINE)[1]
