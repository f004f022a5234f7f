from django.urls import path

import hub.addresses  # noqa: F401  (for <number:pk>)

from .views import answering, keeping, planning, public, results, settling, starting, team

app_name = "evaluation"
urlpatterns = [
    path("", public.list_questionnaires, name="list"),
    path("lost-link/", starting.lost_link, name="lost-link"),
    path("join/<str:token>/", starting.join, name="join"),
    path("confirm/<str:token>/", starting.confirm, name="confirm"),
    path("reminders/<str:token>/", starting.end_reminders, name="end-reminders"),
    path("mine/<str:token>/", answering.show_mine, name="mine"),
    path("mine/<str:token>/section/<str:key>/", answering.answer_section, name="section"),
    path("mine/<str:token>/team/", team.invite, name="invite"),
    path("mine/<str:token>/team/new-link/", team.renew_invitation, name="renew-invitation"),
    path("mine/<str:token>/team/<number:pk>/remove/", team.remove_person, name="remove-person"),
    path("mine/<str:token>/close/", team.close, name="close"),
    path("mine/<str:token>/differences/", settling.show_differences, name="differences"),
    path("mine/<str:token>/differences/agreed/", settling.settle_agreed, name="settle-agreed"),
    path("mine/<str:token>/differences/<str:key>/", settling.settle, name="settle"),
    path("mine/<str:token>/result/", results.show_result, name="result"),
    path("mine/<str:token>/result/counted/", results.be_counted, name="be-counted"),
    path("mine/<str:token>/plan/", planning.show_plan, name="plan"),
    path("mine/<str:token>/plan/proposed/", planning.take_proposed, name="take-proposed"),
    path("mine/<str:token>/plan/reminders/", planning.change_reminders, name="reminders"),
    path("mine/<str:token>/plan/plan.csv", planning.download_plan_csv, name="plan-csv"),
    path("mine/<str:token>/plan/plan.ics", planning.download_plan_calendar, name="plan-calendar"),
    path("mine/<str:token>/plan/<number:pk>/", planning.change_action, name="action"),
    path("mine/<str:token>/plan/<number:pk>/done/", planning.tick_action, name="tick-action"),
    path("mine/<str:token>/plan/<number:pk>/remove/", planning.remove_action, name="remove-action"),
    path("mine/<str:token>/address/", keeping.change_address, name="address"),
    path("mine/<str:token>/new-link/", keeping.renew_link, name="renew-link"),
    path("mine/<str:token>/again/", keeping.start_again, name="again"),
    path("mine/<str:token>/export/", keeping.show_export, name="export"),
    path("mine/<str:token>/export/all.json", keeping.download_json, name="export-json"),
    path("mine/<str:token>/export/all.csv", keeping.download_csv, name="export-csv"),
    path("mine/<str:token>/delete/", keeping.delete, name="delete"),
    path("<slug:slug>/", public.show_questionnaire, name="questionnaire"),
    path("<slug:slug>/start/", starting.start, name="start"),
    path("<slug:slug>/workbook/", public.print_workbook, name="workbook"),
]
