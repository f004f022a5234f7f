"""The hub's addresses, and a few that answer in odd ways."""

from django.http import HttpResponse
from django.urls import path

from hub import page_cache
from hub.page_cache import public_page
from hub.urls import urlpatterns as hub_urlpatterns


def plain(request):
    return HttpResponse("not public")


@public_page
def shared(request):
    return HttpResponse(f"shared {request.GET.get('q', '')}")


@public_page
def shared_with_cookie(request):
    response = HttpResponse("for you")
    response.set_cookie("visits", "1")
    return response


@public_page
def shared_no_store(request):
    return HttpResponse("secret", headers={"Cache-Control": "no-store"})


@public_page
def shared_with_note(request):
    page_cache.note_on_page(request, "subject", "weather")
    return HttpResponse("sunny")


urlpatterns = [
    path("plain/", plain),
    path("noted/", shared_with_note),
    path("shared/", shared),
    path("cookie/", shared_with_cookie),
    path("no-store/", shared_no_store),
    *hub_urlpatterns,  # the real ones below: the pages have menus
]
