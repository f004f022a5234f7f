"""How groups are found by everybody, and what is said in them by their members alone."""

from django.conf import settings
from django.utils.translation import override

from hub.kinds import Kind
from search.registry import EntryData, register, register_audience

from .models import Membership, PeerGroup, Post, Topic


def audience_of(group_id):
    """Return the name of the audience that the active members of a group are."""
    return f"group:{group_id}"


@register_audience
def groups_of(user):
    """Return the audiences of the groups that `user` is an active member of."""
    if not user.is_authenticated:
        return []
    return [audience_of(pk) for pk in Membership.objects.active().filter(user=user).values_list("group_id", flat=True)]


def build_group(group):
    """Return a group as everybody may find it."""
    return EntryData(
        kind=Kind.GROUP,
        language=group.language,
        title=group.name,
        summary=group.summary,
        body="\n".join(filter(None, [group.description, group.meets])),
        url=_address(group),
        themes=tuple(group.themes.all()),
        areas=tuple(group.areas.all()),
        dated_at=group.created_at,
    )


def build_topic(topic):
    """Return a conversation as the members of its group may find it."""
    return EntryData(
        kind=Kind.GROUP,
        language=topic.group.language,
        title=topic.title,
        summary=topic.group.name,
        body="\n".join(post.text for post in topic.posts.all() if post.removed_at is None),
        url=_address(topic),
        dated_at=topic.last_post_at,
        audience=audience_of(topic.group_id),
    )


def _address(thing):
    with override(settings.LANGUAGE_CODE):  # the search puts the reader's language before it
        return thing.get_absolute_url()


register(PeerGroup, build_group, findable=lambda: PeerGroup.objects.open().prefetch_related("themes", "areas"))
register(
    Topic,
    build_topic,
    findable=lambda: Topic.objects.select_related("group").prefetch_related("posts"),
    follows={
        Post: lambda post: [post.topic_id],
        PeerGroup: lambda group: group.topics.values_list("pk", flat=True),
    },
)
