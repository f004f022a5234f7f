"""The peer-learning groups of the demo, with what their members say among themselves."""

from datetime import timedelta

from groups.models import Membership, Post, Topic
from tests.factories.groups import MembershipFactory, PeerGroupFactory, PostFactory, TopicFactory

from ..markup import smart
from . import easy_read, inside, networks, paid

GROUPS = [paid.GROUP, easy_read.GROUP, networks.GROUP, inside.GROUP]


def load(world):
    """Make the groups, their members, topics and posts."""
    for group in GROUPS:
        age = group["age"]
        made = PeerGroupFactory(
            slug=group["slug"],
            **{name: smart(group[name]) for name in ("name", "summary", "description", "meets")},
            joining=group.get("joining", "open"),
        )
        type(made).objects.filter(pk=made.pk).update(created_at=world.ago(age))
        made.themes.set(world.themes[slug] for slug in group["themes"].split())
        made.areas.set(world.areas[slug] for slug in group["areas"].split())
        made.works_with.set(world.pages[slug] for slug in group.get("works_with", "").split())
        _add_members(world, made, group)
        for topic in group["topics"]:
            _add_topic(world, made, *topic)


def _add_members(world, made, group):
    """The first member is the facilitator; they join one after the other, but never before they are members here."""
    members = group["members"].split()
    for number, short in enumerate(members):
        role = Membership.Role.MEMBER if number else Membership.Role.FACILITATOR
        _join(world, made, short, group["age"] * (len(members) - number) / len(members), role=role)
    for short in group.get("asked", "").split():
        _join(world, made, short, 2, status=Membership.Status.ASKED)


def _join(world, group, short, days, **fields):
    user = world.people[short]
    membership = MembershipFactory(group=group, user=user, **fields)
    joined_at = max(world.ago(days), user.date_joined + timedelta(hours=2))
    Membership.objects.filter(pk=membership.pk).update(joined_at=joined_at)


def _add_topic(world, group, title, *posts):
    """Each post is (who, days ago, text); an optional fourth part says "removed"."""
    topic = TopicFactory(group=group, title=smart(title), started_by=world.people[posts[0][0]])
    moments = []
    for number, (short, days, text, *removed) in enumerate(posts):
        post = PostFactory(topic=topic, author=world.people[short], text=smart(text))
        # One after the other, also on the same day.
        moments.append(world.ago(days, 8.5 + 1.7 * number) + timedelta(minutes=topic.pk * 13 % 50))
        changes = {"created_at": moments[-1]}
        if removed:
            changes |= {"removed_at": moments[-1] + timedelta(hours=1), "removed_by": world.people[short]}
        Post.objects.filter(pk=post.pk).update(**changes)
    Topic.objects.filter(pk=topic.pk).update(created_at=moments[0], last_post_at=max(moments))
