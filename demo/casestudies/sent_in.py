"""Stories that members of the demo send in: one in each state, the readers' group, and what people agreed to."""

from datetime import timedelta

from casestudies.actions import page_drafts, sending
from casestudies.models import Story, StoryNote
from consent.models import Consent, Mending
from tests.factories.casestudies import StoryFactory
from tests.factories.consent import ConsentFactory

from ..markup import smart

PEERS = ["bernadette", "theo", "parveen"]

STORIES = {
    "draft": {
        "author": "alun",
        "days": 2,
        "answers": {
            "what_happened": "On Mondays I drive the minibus past the library van. I asked whether it could stop "
            "where I stop.",
            "what_did_not_work": "I have not asked the council yet.",
        },
    },
    "sent": {
        "author": "dilek",
        "days": 3,
        "answers": {
            "title": "Damp, measured by those who live in it",
            "what_happened": "We gave forty neighbours a little meter and a notebook.\n\nIn six weeks we had more "
            "readings than the landlord has in ten years.",
            "who_took_part": "Forty households in two blocks. We knocked, with a neighbour they knew.",
            "what_changed": "The landlord's surveyor now asks us first. We have his letter.",
            "what_did_not_work": "Nine notebooks came back empty. The print was too small.",
            "what_we_would_do_differently": "Ring people in the second week.",
        },
    },
    "asked": {
        "author": "gwen",
        "days": 8,
        "question": "How did you find somebody to open up at seven in the morning? Everybody here will want to know.",
        "answers": {
            "title": "A hall that opens for the school bus",
            "what_happened": "Children waited for the bus in the rain. The hall is ten yards away. Now it is open.",
            "who_took_part": "Eleven children, and a farmer with a key.",
            "what_changed": "Nobody is wet at school. The teacher told us so.",
            "what_did_not_work": "In the first week the heating was on all day.",
            "what_we_would_do_differently": "Ask the parish about the heating before, and not after.",
        },
    },
    "published": {
        "author": "harjit",
        "days": 21,
        "toolkit": "hold-a-listening-event",
        "answers": {
            "title": "The contract that six carers wrote",
            "where": "West London",
            "organisation": "A London borough",
            "started_on": "2025-03-01",
            "ended_on": "2025-11-01",
            "scale": "organisation",
            "people_count": "6",
            "payment": "paid",
            "payment_note": "£25 an hour, reading time too",
            "cost": "£7,800",
            "time_spent": "Eight months, one evening in two weeks",
            "what_happened": "I buy care for a council. I put the old contract on a table, with six carers and "
            "scissors.\n\nWhat was left over fitted on nine pages.",
            "who_took_part": "Six carers who had complained to me.",
            "how_people_were_found": "From my own folder of complaints.",
            "what_changed": "Visits are never shorter than half an hour.",
            "how_we_know": "The new contract says so, and the carers get the log each month.",
            "what_did_not_work": "Our lawyers put four pages back in the last week, and I let them.",
            "what_we_would_do_differently": "A lawyer at the table from the first evening.",
        },
    },
    "declined": {
        "author": "kofi",
        "days": 30,
        "reason": "Thank you, Kofi. We laughed, and we believe you. But the youth worker can be recognised by "
        "everybody who knows the place, and cannot answer. Would you tell it again without that person?",
        "answers": {
            "title": "The adult who would not leave",
            "what_happened": "We have a rule that adults need a job to do. One of them made a job out of staying.",
            "what_did_not_work": "Hints.",
            "what_we_would_do_differently": "Say it on the first day.",
        },
    },
}  # fmt: skip


def load(world):
    """Write the stories, with the pages that readers have before them."""
    task = sending.story_workflow().tasks[0].specific
    for short in PEERS:
        world.people[short].groups.add(task.readers)
    for state, told in STORIES.items():
        _write(world, state, told)
    _agree(world)


def _write(world, state, told):
    author = world.people[told["author"]]
    answers = {name: smart(text) for name, text in told["answers"].items()}
    story = StoryFactory(
        author=author,
        answers={**answers, "name_shown": "first"},
        door=Story.Door.FULL if "scale" in answers else Story.Door.FIVE,
        toolkit=world.pages[told["toolkit"]] if "toolkit" in told else None,
        version=len(answers),
    )
    day = world.ago(told["days"], 10)
    if state != "draft":
        # Without `send`, which writes to people.
        page_drafts.make_page(story, author)
        sending.story_workflow().start(story.page, None)
        story.status, story.sent_at, story.sent_answers = state, day, story.told
        story.decline_reason = smart(told.get("reason", ""))
        story.decided_at = min(day + timedelta(days=4), world.now) if state in ("published", "declined") else None
        story.save()
    if state == "declined":
        story.page.current_workflow_state.cancel(user=world.people["rosa"])
    if state == "published":
        story.page.current_workflow_state.cancel(user=world.people["rosa"])
        story.page.get_latest_revision().publish(user=world.people["rosa"])
        story.page.refresh_from_db()
    if state != "draft":
        world.backdate(story.page, age=told["days"], edited=told["days"])
        world.pages[story.page.slug] = story.page
    Story.objects.filter(pk=story.pk).update(created_at=day, saved_at=day)
    if "question" in told:
        note = StoryNote.objects.create(
            story=story, by=world.people["bernadette"], is_question=True, text=smart(told["question"])
        )
        StoryNote.objects.filter(pk=note.pk).update(created_at=world.ago(told["days"] - 2, 18))


def _agree(world):
    """Note what people agreed to: one that holds, one that ends soon, one that was taken back."""
    rosa = world.people["rosa"]
    repairs, desk = world.pages["a-repairs-panel-that-could-stop-the-work"], world.pages["the-desk-in-the-library"]
    soup = world.pages["soup-on-a-thursday"]
    ConsentFactory(
        person_name=smart("Bernadette O'Rourke"), contact="bernadette@example.org", covers=Consent.Covers.NAME,
        wording=smart("Bernadette O'Rourke"), pages=[repairs], how=Consent.How.WRITTEN, evidence="Blue folder, page 3",
        agreed_on=world.day(-360), noted_by=rosa,
    )  # fmt: skip
    ConsentFactory(
        person_name="Alun Beddoes", contact="alun@example.org", covers=Consent.Covers.WORDS,
        wording="I have driven these people for six years, and never knew that two of them cannot read the "
        "surgery’s letters.",
        pages=[soup], how=Consent.How.PHONE, agreed_on=world.day(-38), until=world.day(19), noted_by=rosa,
    )  # fmt: skip
    gone = ConsentFactory(
        person_name="A woman from the desk", contact="by post, through Parveen", covers=Consent.Covers.WORDS,
        wording="I only came in to get out of the rain and now they cannot get rid of me.",
        pages=[desk], how=Consent.How.IN_PERSON, agreed_on=world.day(-300), noted_by=rosa,
        gone_at=world.ago(6, 15), reason=Consent.Reason.WITHDRAWN,
    )  # fmt: skip
    Mending.objects.create(consent=gone, page_id=desk.pk, kind=Mending.Kind.GAP)
