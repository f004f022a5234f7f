"""One workflow from the start: what somebody writes is read by an editor before it is published."""

from django.db import migrations


def make_workflow(apps, _):
    Workflow, WorkflowTask = apps.get_model("wagtailcore.Workflow"), apps.get_model("wagtailcore.WorkflowTask")
    WorkflowPage, Page = apps.get_model("wagtailcore.WorkflowPage"), apps.get_model("wagtailcore.Page")
    GroupApprovalTask = apps.get_model("wagtailcore.GroupApprovalTask")
    Group, ContentType = apps.get_model("auth.Group"), apps.get_model("contenttypes.ContentType")

    # Wagtail's own asks its moderators of pages. Ours moderate comments.
    WorkflowPage.objects.all().delete()
    Workflow.objects.filter(name="Moderators approval").update(active=False)
    content_type, _ = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    task = GroupApprovalTask.objects.create(name="An editor reads it", content_type=content_type)
    task.groups.set(Group.objects.filter(name__in=["Editors", "Administrators"]))
    workflow = Workflow.objects.create(name="Second pair of eyes")
    WorkflowTask.objects.create(workflow=workflow, task_id=task.pk, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(depth=1))


class Migration(migrations.Migration):
    dependencies = [("members", "0003_wants_reply_mail"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]

    operations = [migrations.RunPython(make_workflow, migrations.RunPython.noop)]
