"""What the import can make of documents in this room."""

from hub.imports import ImportKind, register_kind

from .models import CaseStudyPage, Method


def questions_from(text):
    """Return questions as the field keeps them, one a line. Raises ValueError if there are too many."""
    most = CaseStudyPage._meta.get_field("questions_before_copying").max_length
    lines = [line.strip().removeprefix("- ").strip() for line in text.replace("\0", "").splitlines()]
    questions = "\n".join(filter(None, lines))
    if len(questions) > most:
        raise ValueError(f"at most {most} characters fit there")
    return questions


register_kind(
    ImportKind(
        name="case-study",
        model=CaseStudyPage,
        date_field="started_on",
        author_field="organisation",
        terms={"methods": Method},
        pages={"came_from": "casestudies.CaseStudyPage", "toolkits_used": "knowledge.ToolkitPage"},
        columns={"toolkits_used": "toolkit"},
        readers={"questions_before_copying": questions_from},
    )
)
