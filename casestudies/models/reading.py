"""Who reads a story before it is published: two peers of a group, or one editor."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState


class PeerApprovalTask(Task):
    """Is done when so many peers of a group have said yes, or one person who may publish the page."""

    readers = models.ForeignKey(
        Group,
        verbose_name=_("peers"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Its members read stories on the hub; they need no way into the admin."),
    )
    peers_needed = models.PositiveSmallIntegerField(
        _("how many peers"), default=2, validators=[MinValueValidator(1)], help_text=_("One editor is enough as well.")
    )

    admin_form_fields = [*Task.admin_form_fields, "readers", "peers_needed"]

    class Meta:
        verbose_name = _("two peers of a group, or an editor")
        verbose_name_plural = _("two peers of a group, or an editor")

    @classmethod
    def get_description(cls):
        return _(
            "Peers of a group read it and say yes, or one editor does. Nobody approves what they wrote themselves."
        )

    def is_peer(self, user):
        """Return whether `user` is one of those who read for this task."""
        return user.is_active and user.groups.filter(pk=self.readers_id).exists()

    @staticmethod
    def is_editor(page, user):
        """Return whether `user` may publish the page by themselves."""
        return user.is_active and page.permissions_for_user(user).can_publish()

    def may_read(self, page, user):
        """Return whether `user` decides about the page. Not its author, whatever else they may do."""
        return page.owner_id != user.pk and (self.is_peer(user) or self.is_editor(page, user))

    def user_can_access_editor(self, obj, user):
        return self.may_read(obj, user)

    def get_actions(self, obj, user):
        if not self.may_read(obj, user):
            return []
        if self.is_editor(obj, user):
            return [("reject", _("Ask for changes"), True), ("approve", _("Approve and publish"), False)]
        return [("reject", _("Ask for changes"), True), ("approve", _("Say yes"), False)]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        # Which pages an editor may publish is asked of each page. Those who may publish none see none.
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        if self.is_peer(user) or user.is_superuser:
            return waiting
        mine = [state.pk for state in waiting if self.may_read(state.workflow_state.content_object, user)]
        return waiting.filter(pk__in=mine)

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        """Approve at once for an editor; note the yes of a peer, and approve with the last one that is needed.

        Does nothing where somebody else, or the same press before, has decided meanwhile.
        """
        # The page before the task, as everybody who decides takes them, so that no two wait for each other.
        Page.objects.select_for_update(of=("self",)).get(pk=task_state.workflow_state.object_id)
        task_state = TaskState.objects.select_for_update(of=("self",)).get(pk=task_state.pk)
        if task_state.status != TaskState.STATUS_IN_PROGRESS:
            return
        page = task_state.workflow_state.content_object
        if action_name == "approve" and not self.is_editor(page, user):
            PeerApproval.objects.get_or_create(task_state=task_state, user=user)
            if task_state.peer_approvals.count() >= self.peers_needed:
                # In nobody's name: publishing asks what the user may do by themselves. The rows say who said yes.
                super().on_action(task_state, None, action_name, **kwargs)
            return
        super().on_action(task_state, user, action_name, **kwargs)


class PeerApproval(models.Model):
    """A peer has read it and says yes. What is changed afterwards has to be read again: the rows go then."""

    task_state = models.ForeignKey(TaskState, on_delete=models.CASCADE, related_name="peer_approvals")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("yes of a peer")
        verbose_name_plural = _("yeses of peers")
        constraints = [models.UniqueConstraint(fields=["task_state", "user"], name="one_yes_per_peer")]

    def __str__(self):
        return f"{self.user_id} said yes to {self.task_state_id}"
