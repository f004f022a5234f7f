from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "feedback"
urlpatterns = [
    path("", views.list_mine, name="mine"),
    path("pages/<number:page_pk>/", views.say, name="say"),
    path("pages/<number:page_pk>/press/", views.press, name="press"),
    path("pages/<number:page_pk>/thanks/", views.thank, name="thanks"),
    path("<number:pk>/answer/", views.answer, name="answer"),
    path("<number:pk>/done/", views.mark_done, name="done"),
    path("mail/<str:token>/", views.deal_from_mail, name="from_mail"),
]
