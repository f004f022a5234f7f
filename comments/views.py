"""Where people write, answer, report and take back comments. The threads stand on the pages themselves."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.models import BasePage
from hub.private_pages import private_page

from . import actions
from .actions import CommentError
from .forms import CommentForm, ReportForm
from .models import PageComment, has_comments, why_closed


@private_page
def post_comment(request, page_pk):
    """Add a comment. The form stands on the page itself; this one is shown when something is to be put right."""
    page = get_object_or_404(BasePage, pk=page_pk).as_kind
    if not has_comments(page):
        raise Http404("This page has no comments.")
    if _must_sign_in(request):
        return redirect_to_login(f"{page.url}#comments")
    return _write(request, page, reply_to=None)


@private_page
def reply(request, pk):
    if _must_sign_in(request):
        return redirect_to_login(request.get_full_path())
    comment, page = _get_comment(PageComment.objects.published(), pk)
    if not comment.can_be_answered:
        raise Http404("This comment cannot be answered.")
    return _write(request, page, reply_to=comment)


def _must_sign_in(request):
    """Whether to send the reader to sign in. Who was signed out while they wrote keeps their text before their eyes."""
    return not request.user.is_authenticated and not request.POST.get("text", "").strip()


def _write(request, page, *, reply_to):
    if not page.takes_comments:
        return _say_closed(request, page, reply_to)
    form = CommentForm(request.POST or None)
    is_member = request.user.is_authenticated
    if request.method == "POST" and is_member and form.is_valid():
        if not ratelimit.consume(request, action="post_comment"):
            form.add_error(None, _("You have written many comments in a short time. Try again in an hour."))
        else:
            try:
                comment = actions.post(page=page, reply_to=reply_to, by=request.user, **form.cleaned_data)
            except CommentError as error:
                form.add_error(None, str(error))
            else:
                if comment.is_waiting:
                    messages.success(request, _("Thank you. A moderator reads your first comment before it appears."))
                else:
                    messages.success(request, _("Thank you. Your comment is there."))
                return redirect(_place(page, comment))
    is_newcomer = is_member and actions.is_newcomer(request.user)
    context = {"page": page, "form": form, "reply_to": reply_to, "is_newcomer": is_newcomer}
    return render(request, "comments/write.html", context)


def _say_closed(request, page, reply_to):
    """Send the reader back to the page; who wrote something while the comments closed gets it back to copy."""
    form = CommentForm(request.POST or None)
    # What was sent before is there: sending it again does no harm and says so.
    if request.method == "POST" and request.user.is_authenticated and form.is_valid():
        try:
            comment = actions.post(page=page, reply_to=reply_to, by=request.user, **form.cleaned_data)
        except CommentError:
            pass
        else:
            return redirect(_place(page, comment))
    if not request.POST.get("text", "").strip():
        messages.error(request, why_closed(page))
        return redirect(f"{page.url}#comments")
    form.fields["text"].widget.attrs["readonly"] = True
    context = {"page": page, "form": form, "reply_to": reply_to, "why_closed": why_closed(page)}
    return render(request, "comments/write.html", context)


@private_page
@require_safe
def find_comment(request, pk):
    """Send the reader to the place of a comment on its page."""
    comment, page = _get_comment(PageComment.objects.visible_to(request.user), pk)
    return redirect(_place(page, comment))


@private_page
def report_comment(request, pk):
    comment, page = _get_comment(PageComment.objects.published(), pk)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="report_comment"):
            form.add_error(None, _("You have reported many comments in a short time. Try again in an hour."))
        else:
            by = request.user if request.user.is_authenticated else None
            try:
                actions.report(comment=comment, by=by, **form.cleaned_data)
            except CommentError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("Thank you. A moderator will look at this comment."))
                return redirect(_place(page, comment))
    return render(request, "comments/report.html", {"comment": comment, "page": page, "form": form})


@private_page
@login_required
def remove_comment(request, pk):
    """Let somebody take away what they wrote. Moderators do it in the admin."""
    comment, page = _get_comment(PageComment.objects.filter(user=request.user), pk)
    if request.method == "POST":
        actions.remove(comment=comment, by=request.user)
        messages.success(request, _("Your comment is removed."))
        return redirect(f"{page.url}#comments")
    if comment.is_removed:
        raise Http404("This comment was removed already.")
    return render(request, "comments/remove.html", {"comment": comment, "page": page})


def _get_comment(comments, pk):
    """Return one of `comments` and its page. Raises `Http404` where not everybody can read the page."""
    comment = get_object_or_404(comments.select_related("user"), pk=pk)
    page = comment.page()
    if page is None:
        raise Http404("Its page is not public.")
    return comment, page


def _place(page, comment):
    return f"{page.url}#comment-{comment.pk}"
