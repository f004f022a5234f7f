import factory
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from groups.models import Membership, PeerGroup, Post, Topic

from .members import UserFactory


class PeerGroupFactory(DjangoModelFactory):
    class Meta:
        model = PeerGroup

    name = factory.Sequence(lambda number: f"Group {number}")
    slug = factory.LazyAttribute(lambda group: slugify(group.name))
    summary = factory.Faker("sentence")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    group = factory.SubFactory(PeerGroupFactory)
    user = factory.SubFactory(UserFactory)


class TopicFactory(DjangoModelFactory):
    class Meta:
        model = Topic

    group = factory.SubFactory(PeerGroupFactory)
    title = factory.Sequence(lambda number: f"Topic {number}")
    started_by = factory.SubFactory(UserFactory)


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    topic = factory.SubFactory(TopicFactory)
    author = factory.SubFactory(UserFactory)
    text = factory.Faker("paragraph")
