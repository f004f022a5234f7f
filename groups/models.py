"""Peer-learning groups: who is in them, and what they talk about among themselves."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hub.kinds import Kind
from hub.models import Area, Theme


class PeerGroupQuerySet(models.QuerySet):
    def open(self):
        """Return the groups that are still going."""
        return self.filter(closed_at=None)

    def with_member_count(self):
        """Annotate `member_count`, the number of active members."""
        return self.annotate(
            member_count=models.Count("memberships", filter=models.Q(memberships__status=Membership.Status.ACTIVE))
        )


class PeerGroup(models.Model):
    """A group of peers. Everybody may read what it is for; what is said inside is for its members alone."""

    kind = Kind.GROUP

    class Joining(models.TextChoices):
        OPEN = "open", _("Anyone with an account may join")
        ON_REQUEST = "on-request", _("A facilitator says yes to each person")

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("address part"), max_length=100, unique=True)
    summary = models.CharField(_("summary"), max_length=300, help_text=_("One or two plain sentences."))
    description = models.TextField(_("what the group does"), blank=True, max_length=4000)
    meets = models.CharField(
        _("when it meets"),
        max_length=160,
        blank=True,
        help_text=_("Such as: first Tuesday of the month, 10am, online."),
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    joining = models.CharField(_("how to join"), max_length=20, choices=Joining, default=Joining.OPEN)

    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="peer_groups")
    areas = models.ManyToManyField(Area, verbose_name=_("areas"), blank=True, related_name="peer_groups")

    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    objects = PeerGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("peer-learning group")
        verbose_name_plural = _("peer-learning groups")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("groups:group", args=[self.slug])


class MembershipQuerySet(models.QuerySet):
    def active(self):
        """Return the memberships that let a person in."""
        return self.filter(status=Membership.Status.ACTIVE, user__is_active=True)

    def asked(self):
        """Return the requests that wait for a facilitator."""
        return self.filter(status=Membership.Status.ASKED, user__is_active=True)


class Membership(models.Model):
    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        FACILITATOR = "facilitator", _("Facilitator")

    class Status(models.TextChoices):
        ASKED = "asked", _("Asked to join")
        ACTIVE = "active", _("Member")

    group = models.ForeignKey(PeerGroup, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.MEMBER)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ACTIVE)
    joined_at = models.DateTimeField(_("joined at"), auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["group", "user"], name="one_membership_per_person")]

    def __str__(self):
        return f"{self.user} – {self.group}"


class TopicQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Return the topics of the groups that `user` is an active member of; none for anybody else, staff included."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            models.Exists(Membership.objects.active().filter(group=models.OuterRef("group"), user=user.pk))
        )


class Topic(models.Model):
    """A conversation inside a group; its first post opens it."""

    group = models.ForeignKey(PeerGroup, on_delete=models.CASCADE, related_name="topics")
    title = models.CharField(_("title"), max_length=140)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="topics_started"
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    last_post_at = models.DateTimeField(_("last post at"), auto_now_add=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["-last_post_at", "-pk"]
        indexes = [models.Index(fields=["group", "-last_post_at"])]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("groups:topic", args=[self.group.slug, self.pk])


class Post(models.Model):
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="posts")
    reply_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replies")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="posts")
    text = models.TextField(_("text"), max_length=8000)
    # Set by the form when it is shown, so that sending it twice makes one post.
    submission_key = models.UUIDField(null=True, unique=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    edited_at = models.DateTimeField(_("edited at"), null=True, blank=True)
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["topic", "created_at"])]

    def __str__(self):
        return self.text[:60]
