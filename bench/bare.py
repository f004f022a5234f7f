"""The measure: the smallest Django project there can be. No middleware, one view, which returns bytes it was given."""

import json
import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(
    SECRET_KEY="bare", ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[], INSTALLED_APPS=[], USE_TZ=True
)

FOLDER = Path(os.environ["BENCH_PAGES"])
PAGES = [
    ((FOLDER / f"{number}.body").read_bytes(), json.loads((FOLDER / f"{number}.json").read_text()))
    for number in range(len(list(FOLDER.glob("*.body"))))
]


def page(request, number):
    body, headers = PAGES[number]
    return HttpResponse(body, headers=headers)


urlpatterns = [path("<int:number>/", page)]
application = get_wsgi_application()
