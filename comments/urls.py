from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "comments"
urlpatterns = [
    path("pages/<number:page_pk>/", views.post_comment, name="post"),
    path("<number:pk>/", views.find_comment, name="comment"),
    path("<number:pk>/reply/", views.reply, name="reply"),
    path("<number:pk>/report/", views.report_comment, name="report"),
    path("<number:pk>/remove/", views.remove_comment, name="remove"),
]
