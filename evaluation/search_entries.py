"""How questionnaires are found. What organisations answer is in no index."""

from django.conf import settings
from django.utils.translation import override

from search.registry import EntryData, register

from .models import Questionnaire, QuestionnaireVersion


def build_questionnaire(questionnaire):
    """Return a questionnaire as everybody may find it: as it was last published."""
    version = questionnaire.newest
    if version is None:
        return None
    sections = version.content.sections
    with override(settings.LANGUAGE_CODE):  # the search puts the reader's language before it
        url = questionnaire.get_absolute_url()
    return EntryData(
        kind=questionnaire.kind,
        language=questionnaire.language,
        title=questionnaire.title,
        summary=questionnaire.summary,
        headings="\n".join(section.title for section in sections),
        body="\n".join(filter(None, [questionnaire.introduction, *_texts(sections)])),
        keywords="self-evaluation self-assessment",
        url=url,
        is_easy_read=all(question.easy for section in sections for question in section.questions),
        dated_at=version.frozen_at,
    )


def _texts(sections):
    for section in sections:
        yield from (section.easy, section.introduction)
        for question in section.questions:
            yield from (question.text, question.easy, question.help)


register(
    Questionnaire,
    build_questionnaire,
    findable=lambda: Questionnaire.objects.published(),
    follows={QuestionnaireVersion: lambda version: [version.questionnaire_id]},
)
