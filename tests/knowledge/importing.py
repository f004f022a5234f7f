"""A folder to import, written by the test that needs it."""

import io

from django.core.management import call_command
from PIL import Image

CARD = """---
title: {title}
{fields}---

{body}
"""


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


class Folder:
    """Writes files into a folder, and imports it."""

    def __init__(self, path):
        self.path = path
        path.mkdir(exist_ok=True)

    def write(self, name, text):
        """Write a text or bytes to the file `name`. Returns its path."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def card(self, name, title="Dot voting", body="Count the dots.", **fields):
        """Write a Markdown file with front matter."""
        lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
        return self.write(name, CARD.format(title=title, fields=lines, body=body))

    def run(self, *args, path=None, **options):
        """Import the folder. Returns what was printed, as a list of lines."""
        out = io.StringIO()
        call_command("import_content", path or self.path, *args, stdout=out, no_color=True, **options)
        return out.getvalue().splitlines()


def body(page):
    """Return the text of a page as (kind of block, value)."""
    return [(block["type"], block["value"]) for block in page.body.raw_data]


def told(lines, name):
    """Return what was told of the file `name`: its line and its notes."""
    start = next(number for number, line in enumerate(lines) if line.split()[1:2] == [name])
    notes = []
    for line in lines[start + 1 :]:
        if not line.startswith("           - "):
            break
        notes.append(line.removeprefix("           - "))
    return " ".join(lines[start].split()), notes


def png(colour="red"):
    out = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(out, "PNG")
    return out.getvalue()
