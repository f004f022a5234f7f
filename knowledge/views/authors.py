"""The page of somebody who writes articles, and what they let it show."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.listings import PAGE_SIZE
from hub.page_cache import public_page
from hub.private_pages import private_page

from ..actions import authors
from ..forms import ShowProfileForm
from ..models import Author, public_articles


@require_safe
@public_page
def show_author(request, pk):
    """Show an author and their public articles. Who has none, or has left the hub, has no page."""
    author = get_object_or_404(Author.objects.with_page().select_related("member"), pk=pk)
    articles = public_articles(get_language()).filter(articlepage__in=author.authorships.values("article"))
    articles = articles.for_cards().order_by("-articlepage__dated_on", "-pk")
    page_obj = Paginator(articles, PAGE_SIZE).get_page(request.GET.get("page"))
    if not page_obj.paginator.count:
        raise Http404("Nothing of theirs is published.")
    page_obj.object_list = [page.as_kind for page in page_obj.object_list]
    address = request.build_absolute_uri(author.get_absolute_url())
    person = {"@context": "https://schema.org", "@type": "Person", "name": str(author), "url": address}
    if author.shown_about:
        person["description"] = author.shown_about
    if author.shown_organisation:
        person["affiliation"] = {"@type": "Organization", "name": author.shown_organisation}
    context = {
        "author": author,
        "page_obj": page_obj,
        "address": address,
        "structured_data": person,
        "is_own": request.user.is_authenticated and author.member_id == request.user.pk,
    }
    return render(request, "knowledge/author.html", context)


@private_page(methods=("POST",))
def show_profile(request, pk):
    """Let a member say whether their author page shows what they say about themselves."""
    author = get_object_or_404(Author.objects.exclude(member=None), pk=pk, member=request.user.pk)
    form = ShowProfileForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Something went wrong on the way. Send it once more."))
        return redirect(author)
    authors.show_profile(author=author, is_shown=form.cleaned_data["is_shown"] == "yes", by=request.user)
    if author.shows_profile:
        messages.success(request, _("Everybody can read now what you say about yourself."))
    else:
        messages.success(request, _("Your author page shows your name and your articles, and nothing else."))
    return redirect(author)
