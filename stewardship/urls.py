from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "stewardship"
urlpatterns = [
    path("", views.list_mine, name="mine"),
    path("<number:pk>/answer/", views.answer_own, name="answer"),
    path("hand-over/", views.hand_over, name="hand_over"),
    path("check/<str:token>/", views.answer_check, name="check"),
]
