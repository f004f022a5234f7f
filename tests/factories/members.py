import factory
from allauth.account.models import EmailAddress
from factory.django import DjangoModelFactory

from members.models import User


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    name = factory.Faker("name")
    email = factory.Sequence(lambda number: f"member{number}@example.org")

    @classmethod
    def _create(cls, model_class, *args, password=None, **kwargs):
        return model_class.objects.create_user(*args, password=password, **kwargs)


class EmailAddressFactory(DjangoModelFactory):
    """A confirmed address: without one, a person who signs in is first sent a code to confirm theirs."""

    class Meta:
        model = EmailAddress

    user = factory.SubFactory(UserFactory)
    email = factory.SelfAttribute("user.email")
    verified = True
    primary = True
