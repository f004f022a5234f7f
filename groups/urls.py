from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from . import views

app_name = "groups"
urlpatterns = [
    path("", views.list_groups, name="list"),
    path("<slug:slug>/", views.show_group, name="group"),
    path("<slug:slug>/edit/", views.edit_group, name="edit"),
    path("<slug:slug>/join/", views.join_group, name="join"),
    path("<slug:slug>/leave/", views.leave_group, name="leave"),
    path("<slug:slug>/works/", views.choose_works, name="works"),
    path("<slug:slug>/works/<number:pk>/remove/", views.remove_work, name="remove-work"),
    path("<slug:slug>/step-down/", views.step_down, name="step-down"),
    path("<slug:slug>/members/<number:pk>/accept/", views.accept_member, name="accept"),
    path("<slug:slug>/members/<number:pk>/decline/", views.decline_member, name="decline"),
    path("<slug:slug>/members/<number:pk>/facilitator/", views.make_facilitator, name="make-facilitator"),
    path("<slug:slug>/topics/new/", views.start_topic, name="start-topic"),
    path("<slug:slug>/topics/<number:pk>/", views.show_topic, name="topic"),
    path("<slug:slug>/posts/<number:pk>/", views.find_post, name="post"),
    path("<slug:slug>/posts/<number:pk>/edit/", views.edit_post, name="edit-post"),
    path("<slug:slug>/posts/<number:pk>/remove/", views.remove_post, name="remove-post"),
]
