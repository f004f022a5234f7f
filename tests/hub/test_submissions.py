"""Forms that know when they are sent twice."""

from uuid import UUID, uuid4

import pytest
from django.http import QueryDict

from hub.submissions import SubmissionForm


@pytest.mark.parametrize("sent", ["", "submission_key=", "submission_key=broken"])
def test_a_key_that_did_not_come_back_whole_is_a_new_one_also_when_the_form_is_shown_again(sent):
    form = SubmissionForm(QueryDict(sent))
    assert form.is_valid()
    key = form.cleaned_data["submission_key"]
    assert (type(key), form["submission_key"].value()) == (UUID, str(key))
    again = SubmissionForm(QueryDict(f"submission_key={form['submission_key'].value()}"))
    assert again.is_valid()
    assert again.cleaned_data["submission_key"] == key


def test_a_whole_key_stays():
    key = uuid4()
    form = SubmissionForm(QueryDict(f"submission_key={key}"))
    assert form.is_valid()
    assert (form.cleaned_data["submission_key"], form["submission_key"].value()) == (key, str(key))
