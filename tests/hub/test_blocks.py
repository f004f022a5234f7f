import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale, PageViewRestriction

from events.blocks import ProgrammeStreamBlock
from hub.blocks import BodyStreamBlock
from hub.models import StandardPage
from knowledge.blocks import ToolkitStepsStreamBlock
from tests.factories.hub import HubDocumentFactory, HubImageFactory, StandardPageFactory

BLOCKS = [
    *BodyStreamBlock().child_blocks.values(),
    *ToolkitStepsStreamBlock().child_blocks.values(),
    *ProgrammeStreamBlock().child_blocks.values(),
]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_every_block_tells_editors_what_it_is(block):
    assert block.meta.icon != "placeholder"
    assert str(block.meta.description)
    assert str(block.meta.group)
    assert block.meta.template


@pytest.mark.django_db
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_every_block_has_a_preview_that_renders(block, home):
    HubImageFactory()
    HubDocumentFactory()
    if block.name == "related_pages":
        value = block.to_python({"title": "More", "pages": [home.pk]})
    else:
        value = block.get_preview_value()
    assert block.render(value).strip()


class TestVideo:
    block = BodyStreamBlock().child_blocks["video"]

    @pytest.mark.parametrize(
        ("url", "player"),
        [
            ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
            ("https://www.youtube.com/watch?t=3&v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
            ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
            ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1"),
        ],
    )
    def test_knows_the_player_of_a_film(self, url, player):
        assert self.block.to_python({"url": url, "title": "Film"}).player_url == player

    @pytest.mark.parametrize(
        "url", ["https://evil.example/youtu.be/dQw4w9WgXcQ", "https://vimeo.com.evil.example/1234567"]
    )
    def test_refuses_other_players(self, url):
        with pytest.raises(ValidationError):
            self.block.clean(self.block.to_python({"url": url, "title": "Film", "transcript": ""}))

    def test_contacts_nobody_by_itself(self):
        html = self.block.render(self.block.to_python({"url": "https://youtu.be/dQw4w9WgXcQ", "title": "Film"}))
        assert "<iframe" not in html
        assert "src=" not in html.replace("data-", "")


@pytest.mark.django_db
def test_a_table_is_translated_cell_by_cell(home):
    block = BodyStreamBlock().child_blocks["table"]
    value = block.get_preview_value()
    segments = block.get_translatable_segments(value)
    assert [segment.path for segment in segments] == [
        "caption", "heading-0", "heading-1", "cell-0-0", "cell-0-1", "cell-1-0", "cell-1-1",
    ]  # fmt: skip
    for segment in segments:
        segment.string.data = segment.string.data.upper()
    translated = block.restore_translated_segments(value, segments)
    assert translated.caption == "WHAT PEOPLE WERE PAID"
    assert translated.columns[1]["heading"] == "PAID"
    assert translated.row_data[1]["values"] == ["A DAY", "£90"]


@pytest.mark.django_db
def test_a_body_with_every_block_is_translated_by_wagtail_localize(home):
    from wagtail_localize.models import StringTranslation, Translation, TranslationSource  # models need the registry

    spanish = Locale.objects.create(language_code="es")
    home.copy_for_translation(spanish).save_revision().publish()
    page = StandardPageFactory(
        parent=home,
        body=[("table", BodyStreamBlock().child_blocks["table"].get_preview_value()), ("text", "<p>Hello</p>")],
    )
    page = StandardPage.objects.get(pk=page.pk)
    source, _ = TranslationSource.get_or_create_from_instance(page)
    target = Translation.objects.create(source=source, target_locale=spanish)
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string, locale=spanish, context=segment.context, data=f"ES {segment.string.data}"
        )
    target.save_target(publish=True)
    copy = StandardPage.objects.get(locale=spanish, translation_key=page.translation_key)
    assert copy.body[0].value.caption == "ES What people were paid"
    assert copy.body[0].value.row_data[0]["values"][0] == "ES Two hours"
    assert copy.body[1].value.source == "<p>ES Hello</p>"


@pytest.mark.django_db
def test_related_pages_leave_out_drafts_and_what_one_must_sign_in_for(home, client):
    shown, draft = (
        StandardPageFactory(parent=home, title="Shown"),
        StandardPageFactory(parent=home, title="Draft", live=False),
    )
    hidden = StandardPageFactory(parent=home, title="Hidden", show_in_menus=True)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    value = [("related_pages", {"title": "More", "pages": [hidden, shown, draft]})]
    page = StandardPageFactory(parent=home, title="Page", body=value)
    text = client.get(page.url).text
    assert "Shown" in text
    assert "Draft" not in text
    assert "Hidden" not in text  # neither here nor in the menus
