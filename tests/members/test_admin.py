import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.urls import reverse

from members.models import User
from tests.factories.members import EmailAddressFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(site):
    return UserFactory(name="Rosa Root", email="root@example.org", is_superuser=True)


@pytest.fixture
def adam(site):
    """Somebody with the role of administrators, not a superuser."""
    user = UserFactory(name="Adam Admin", email="adam@example.org")
    user.groups.add(Group.objects.get(name="Administrators"))
    return user


def data(**changes):
    return {
        "name": "Nia Osei",
        "email": "Nia@Example.org",
        "language": "es",
        "password1": "",
        "password2": "",
        **changes,
    }


def edited(user, **changes):
    return {
        "name": user.name, "email": user.email, "organisation": "", "about": "", "language": "en",
        "password1": "", "password2": "", "is_active": "on", **changes,
    }  # fmt: skip


def test_lists_and_searches_by_name_and_address(client, root, alice, bob):
    client.force_login(root)
    url = reverse("wagtailusers_users:index")
    assert "Alice Okafor" in client.get(url).text
    for query in ("okafor", "alice@"):
        text = client.get(url, {"q": query}).text
        assert "Alice Okafor" in text
        assert "Bob Marsh" not in text
    for ordering in ("name", "-name", "email", "-last_login"):
        assert client.get(url, {"ordering": ordering}).status_code == 200


def test_creates_a_member_without_a_password(client, root):
    client.force_login(root)
    url = reverse("wagtailusers_users:add")
    assert "First Name" not in client.get(url).text
    editors = Group.objects.get(name="Editors")
    assert client.post(url, data(groups=[editors.pk])).status_code == 302
    user = User.objects.get(email="nia@example.org")
    assert (user.name, user.language, user.has_usable_password()) == ("Nia Osei", "es", False)
    assert list(user.groups.all()) == [editors]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "ALICE@example.org"}, "email"),
        ({"password1": "one thing or so", "password2": "another thing"}, "password2"),
    ],
)
def test_says_what_is_wrong(client, root, alice, changes, field):
    client.force_login(root)
    response = client.post(reverse("wagtailusers_users:add"), data(**changes))
    assert response.status_code == 200
    assert field in response.context["form"].errors


def test_changes_a_member_and_forgets_the_old_address(client, root, alice):
    EmailAddressFactory(user=alice)
    client.force_login(root)
    url = reverse("wagtailusers_users:edit", args=[alice.pk])
    assert "Alice Okafor" in client.get(url).text
    assert client.post(url, edited(alice, name="Alice O.", email="alice@new.example")).status_code == 302
    alice.refresh_from_db()
    assert (alice.name, alice.email) == ("Alice O.", "alice@new.example")
    assert not EmailAddress.objects.filter(user=alice).exists()


def test_who_is_not_a_superuser_makes_and_changes_none(client, adam, root, alice):
    client.force_login(adam)
    client.post(reverse("wagtailusers_users:edit", args=[alice.pk]), edited(alice, is_superuser="on"))
    assert not User.objects.get(pk=alice.pk).is_superuser
    client.post(reverse("wagtailusers_users:add"), data(is_superuser="on"))
    assert not User.objects.get(email="nia@example.org").is_superuser
    url = reverse("wagtailusers_users:edit", args=[root.pk])
    assert client.get(url).status_code == 302
    client.post(url, edited(root, name="Taken over"))
    assert User.objects.get(pk=root.pk).name == "Rosa Root"


def test_a_superuser_makes_another(client, root, alice):
    client.force_login(root)
    client.post(reverse("wagtailusers_users:edit", args=[alice.pk]), edited(alice, is_superuser="on"))
    assert User.objects.get(pk=alice.pk).is_superuser


def test_editors_have_no_way_in(client, edith, alice):
    client.force_login(edith)
    assert client.get(reverse("wagtailusers_users:index")).status_code == 302


def test_ones_own_page_in_the_admin(client, edith):
    client.force_login(edith)
    url = reverse("wagtailadmin_account")
    page = client.get(url)
    assert 'value="Edith Lam"' in page.text
    form = {"name_email-name": "Edith L.", "locale-preferred_language": "", "locale-current_time_zone": "",
            "theme-theme": "system", "theme-density": "default", "theme-contrast": "system"}  # fmt: skip
    response = client.post(url, form)
    assert response.status_code == 302
    assert User.objects.get(pk=edith.pk).name == "Edith L."


def test_deleting_a_member(client, root, alice):
    client.force_login(root)
    assert client.post(reverse("wagtailusers_users:delete", args=[alice.pk])).status_code == 302
    assert not User.objects.filter(pk=alice.pk).exists()
