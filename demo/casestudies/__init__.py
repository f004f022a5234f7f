"""The case studies and stories of the demo, one of them about something that failed."""

from casestudies.models import ToolkitUse
from tests.factories.casestudies import CaseStudyPageFactory, MethodFactory

from ..markup import rich_text, stream
from . import details, family, in_boroughs, neighbours, sent_in, stories

CASE_STUDIES = [*in_boroughs.CASE_STUDIES, *neighbours.CASE_STUDIES, *stories.CASE_STUDIES, *family.FAMILY]
RICH = [
    "who_took_part",
    "how_people_were_found",
    "what_changed",
    "what_did_not_work",
    "what_we_would_do_differently",
    "how_we_know",
    "advice",
    "what_we_adapted",
]


def load(world, index):
    """Publish the case studies below `index`, and write the stories that members send in."""
    methods = {slug: MethodFactory(slug=slug, name=name) for slug, name in details.METHODS.items()}
    for case_study in CASE_STUDIES:
        fields = case_study | details.DETAILS.get(case_study["slug"], {})
        started, ended = fields.pop("when")
        for name in RICH:
            fields[name] = rich_text(fields.get(name, ""), world)
        uses = [
            ToolkitUse(sort_order=number, toolkit_id=world.pages[slug].pk)
            for number, slug in enumerate(fields.pop("toolkits", "").split())
        ]
        fields["came_from"] = world.pages.get(fields.get("came_from", ""))
        fields["methods"] = [methods[slug] for slug in fields.get("methods", "").split()]
        world.publish(
            CaseStudyPageFactory,
            parent=index,
            started_on=world.day(-started),
            ended_on=world.day(-ended) if ended else None,
            body=stream(fields.pop("body"), world),
            toolkits_used=uses,
            **fields,
        )
    sent_in.load(world)
