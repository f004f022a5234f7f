"""Pictures: known by their content, told of in plain words, and made anew so that nothing hidden stays."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from hub.models import HubImage
from hub.uploads import clean_picture

from .files import bomb, picture, saved, with_exif

PICTURES = {
    "a.jpg": picture(),
    "a.JPEG": picture(),
    "grey.jpg": picture(mode="L", colour=100),
    "print.jpg": picture(mode="CMYK", colour=(10, 20, 30, 40)),
    "a.png": picture("PNG"),
    "clear.png": picture("PNG", mode="RGBA", colour=(1, 2, 3, 4)),
    "palette.png": picture("PNG", mode="P", colour=1),
    "two.png": picture("PNG", mode="1", colour=1),
    "deep.png": picture("PNG", mode="I;16", colour=1000),
    "a.webp": picture("WEBP"),
    "a.gif": picture("GIF"),
    "a.avif": picture("AVIF"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_made_anew(name):
    file = ContentFile(PICTURES[name], name=name)
    cleaned = clean_picture(file)
    assert cleaned.name == name
    with Image.open(cleaned) as made, Image.open(io.BytesIO(PICTURES[name])) as given:
        assert made.size == given.size
        assert made.format == given.format


def test_the_place_and_the_camera_are_taken_out_but_up_stays_up():
    assert b"Camera of Ada" in with_exif()
    cleaned = clean_picture(ContentFile(with_exif(orientation=6), name="a.jpg"))
    assert b"Camera of Ada" not in cleaned.read()
    cleaned.seek(0)
    with Image.open(cleaned) as made:
        assert made.size == (40, 60)  # turned, as the camera said
        assert not made.getexif()


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.gif", "a.jpg", "a.avif"])
def test_nothing_that_was_hidden_in_the_file_stays(name):
    format_name = {"jpg": "JPEG"}.get(name[2:], name[2:].upper())
    options = {"comment": b"SECRET"} if format_name in ("GIF", "JPEG") else {}
    if format_name in ("WEBP", "AVIF"):
        options["xmp"] = b"SECRET"
    if format_name == "PNG":
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", "SECRET")
    content = picture(format_name, **options)
    assert b"SECRET" in content
    content += b"<?php SECRET ?>"
    assert b"SECRET" not in clean_picture(ContentFile(content, name=name)).read()


@pytest.mark.parametrize("format_name", ["GIF", "WEBP"])
def test_films_stay_films_without_their_comments(format_name):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    hidden = {"comment": b"SECRET"} if format_name == "GIF" else {"xmp": b"SECRET"}
    frames[0].save(out, format_name, save_all=True, append_images=frames[1:], duration=50, **hidden)
    cleaned = clean_picture(ContentFile(out.getvalue(), name=f"a.{format_name.lower()}"))
    with Image.open(cleaned) as made:
        assert made.n_frames == 3
    assert b"SECRET" not in cleaned.open().read()


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("a.jpg", b"", "empty", "This file is empty"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "ending", "Save it as JPG or PNG"),
        ("a.heic", b"ftypheic", "ending", "(.heic)"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unreadable", "We cannot read this picture"),
        ("a.png", picture("JPEG"), "content", "but this is a JPEG picture"),
        ("a.jpg", picture("TIFF"), "unreadable", "We cannot read this picture"),
        ("a.jpg", picture(size=(900, 900))[:600], "unreadable", "It may be damaged"),
        ("a.png", bomb(), "too_many_pixels", "more than 60 million dots"),
        ("a.png", bomb(12_000, 9_000), "too_many_pixels", "more than 60 million dots"),
        ("a.png", bomb(10, 10), "unreadable", "It may be damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 16 else "",
)
def test_pictures_that_are_refused(name, content, code, words):
    with pytest.raises(ValidationError) as refusal:
        clean_picture(ContentFile(content, name=name))
    assert refusal.value.code == code
    assert words in refusal.value.messages[0]


def test_a_film_counts_all_its_frames(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2_000_000
    frames = [Image.new("1", (1000, 1000), number % 2) for number in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(ValidationError, match="2 million dots"):
        clean_picture(ContentFile(out.getvalue(), name="a.gif"))


def image_form(upload, user, **data):
    data = {"title": "Us", "collection": Collection.get_first_root_node().pk, "tags": "", **data}
    return get_image_form(HubImage)(data, {"file": upload}, instance=HubImage(), user=user)


def big_upload(name, content):
    """An upload as it arrives when it is larger than 2.5 MB: in a file."""
    upload = TemporaryUploadedFile(name, "image/jpeg", len(content), None)
    upload.write(content)
    upload.seek(0)
    return upload


@pytest.mark.parametrize("make", [SimpleUploadedFile, big_upload])
def test_image_form_keeps_the_picture_that_was_made_anew(edith, make):
    upload = make("us.jpg", with_exif())
    image = saved(image_form(upload, edith))
    upload.close()
    assert (image.width, image.height) == (40, 60)
    with image.file.open() as file:
        content = file.read()
    assert b"Camera of Ada" not in content
    assert image.file_size == len(content)
    assert image.get_rendition("width-20").width == 20


@pytest.mark.parametrize("name", ["a.avif", "a.webp", "a.gif", "palette.png", "print.jpg"])
def test_every_type_can_be_shown_in_other_sizes(edith, name):
    image = saved(image_form(SimpleUploadedFile(name, PICTURES[name]), edith))
    assert image.get_rendition("width-20").width == 20


@pytest.mark.parametrize("content", [bomb(), b"", b"<svg/>", picture(size=(900, 900))[:600]], ids=range(4))
def test_image_form_tells_beside_the_field(edith, content):
    form = image_form(SimpleUploadedFile("us.png", content), edith)
    assert not form.is_valid()
    assert list(form.errors) == ["file"]


def test_many_pictures_at_once_go_through_the_same_check(client, edith):
    client.force_login(edith)
    collection = Collection.get_first_root_node().pk
    data = {"files[]": SimpleUploadedFile("us.jpg", with_exif()), "collection": collection, "title": "Us"}
    assert client.post("/admin/images/multiple/add/", data).json()["success"] is True
    with HubImage.objects.get().file.open() as file:
        assert b"Camera of Ada" not in file.read()
    data = {"files[]": SimpleUploadedFile("us.png", bomb()), "collection": collection, "title": "Us"}
    answer = client.post("/admin/images/multiple/add/", data).json()
    assert answer["success"] is False
    assert "million dots" in answer["error_message"]


def test_a_picture_whose_title_is_to_be_mended_is_made_anew_too(client, edith):
    client.force_login(edith)
    data = {
        "files[]": SimpleUploadedFile("us.jpg", with_exif()),
        "collection": Collection.get_first_root_node().pk,
        "title": "U" * 300,
    }
    upload = client.post("/admin/images/multiple/add/", data).json()["uploaded_file_id"]
    prefix = f"uploaded-image-{upload}"
    data = {f"{prefix}-title": "Us", f"{prefix}-tags": "", f"{prefix}-collection": data["collection"]}
    answer = client.post(f"/admin/images/multiple/create_from_uploaded_image/{upload}/", data).json()
    assert answer["success"] is True
    with HubImage.objects.get().file.open() as file:
        assert b"Camera of Ada" not in file.read()
