"""The case studies and stories of the demo, one of them about something that failed."""

from casestudies.models import ToolkitUse
from tests.factories.casestudies import CaseStudyPageFactory

from ..markup import rich_text, stream
from . import in_boroughs, neighbours, stories

CASE_STUDIES = [*in_boroughs.CASE_STUDIES, *neighbours.CASE_STUDIES, *stories.CASE_STUDIES]
RICH = [
    "who_took_part",
    "how_people_were_found",
    "what_changed",
    "what_did_not_work",
    "what_we_would_do_differently",
]


def load(world, index):
    """Publish the case studies below `index`."""
    for case_study in CASE_STUDIES:
        fields = dict(case_study)
        started, ended = fields.pop("when")
        for name in RICH:
            fields[name] = rich_text(fields[name], world)
        uses = [
            ToolkitUse(sort_order=number, toolkit_id=world.pages[slug].pk)
            for number, slug in enumerate(fields.pop("toolkits", "").split())
        ]
        world.publish(
            CaseStudyPageFactory,
            parent=index,
            started_on=world.day(-started),
            ended_on=world.day(-ended) if ended else None,
            body=stream(fields.pop("body"), world),
            toolkits_used=uses,
            **fields,
        )
