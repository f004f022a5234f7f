"""Wagtail's page editor, for which a workflow button that is pressed a second time, or by two people, is no error."""

from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page, WorkflowState


class PageEditView(EditView):
    """Lets a press decide the task that was shown with the button, where Wagtail decides whichever it finds."""

    is_too_late = is_next_waiting = False

    def post(self, request, *args, **kwargs):
        if "action-workflow-action" not in request.POST:
            return super().post(request, *args, **kwargs)
        with transaction.atomic():
            Page.objects.select_for_update(of=("self",)).get(pk=self.page.pk)
            waiting = WorkflowState.objects.for_instance(self.page).filter(status=WorkflowState.STATUS_IN_PROGRESS)
            keys = [str(key) for key in waiting.values_list("current_task_state", flat=True) if key]
            if request.POST.get("shown-task-state") not in keys:
                self.is_too_late, self.is_next_waiting = True, bool(keys)
                request.POST = request.POST.copy()
                del request.POST["action-workflow-action"]  # it saves a draft then
            return super().post(request, *args, **kwargs)

    def save_action(self):
        if not self.is_too_late:
            return super().save_action()
        if self.has_content_changes:
            messages.warning(self.request, _("This was decided already. What you changed is kept as a draft."))
            return super().save_action()
        if self.is_next_waiting:
            messages.warning(self.request, _("This step was decided already. Look at what is to be decided now."))
        else:
            messages.warning(self.request, _("This was decided already. There is nothing more to do."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)
