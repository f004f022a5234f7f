from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "casestudies"
urlpatterns = [
    path("list.csv", views.download_csv, name="csv"),
    path("list.json", views.download_json, name="json"),
]
