"""What members are told about their groups. Nothing that was said inside a group leaves it by mail."""

from members import emails
from members.models import User

from .models import Membership


def tell_of_request(membership):
    """Tell the facilitators that somebody asks to join."""
    facilitators = Membership.objects.facilitators().filter(group=membership.group_id)
    emails.send(
        "emails/groups/request.txt",
        to=User.objects.filter(pk__in=facilitators.values("user")),
        group=membership.group,
        person=membership.user,
    )


def tell_of_acceptance(membership):
    """Tell a person that they are in."""
    emails.send("emails/groups/accepted.txt", to=[membership.user], group=membership.group)


def tell_of_reply(post):
    """Tell the others who wrote in the topic of a new post, if they are still members and want such mail."""
    topic = post.topic
    readers = (
        User.objects.filter(
            pk__in=Membership.objects.active().filter(group=topic.group_id).values("user"), wants_reply_mail=True
        )
        .filter(pk__in=topic.posts.filter(removed_at=None).values("author"))
        .exclude(pk=post.author_id)
    )
    emails.send("emails/groups/reply.txt", to=readers, topic=topic, post=post, author=post.author)
