"""A few illustrations, cut out of coloured paper by Pillow, so that the demo needs no files of anybody else's."""

from io import BytesIO
from math import cos, pi, sin

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from wagtail.models import Collection

from tests.factories.hub import HubImageFactory

WIDTH, HEIGHT, SCALE = 1200, 675, 2  # drawn at twice the size, so that edges come out smooth

PAPER, SAND, INK = "#fbf7ef", "#ece0cb", "#221d17"
TEAL, SEA, BLUE, PLUM = "#0b5a55", "#5fa39b", "#23508f", "#7b2461"
OCHRE, BRICK, ROSE, LEAF = "#d9a441", "#a8432b", "#e2a48f", "#6d8f4e"
BRIGHT = [TEAL, OCHRE, PLUM, BRICK, BLUE, SEA, LEAF, ROSE]


class Sheet:
    """A sheet of paper with shapes on it, measured in the pixels of the finished picture."""

    def __init__(self, ground):
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), ground)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, left, top, right, bottom, colour, radius=0):
        area = [value * SCALE for value in (left, top, right, bottom)]
        self.pen.rounded_rectangle(area, radius * SCALE, fill=colour)

    def disc(self, x, y, radius, colour):
        self.pen.ellipse(
            [(x - radius) * SCALE, (y - radius) * SCALE, (x + radius) * SCALE, (y + radius) * SCALE], colour
        )

    def cut(self, points, colour):
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def thread(self, points, colour, width=8):
        for x, y in points:  # round joints, whatever the angle
            self.disc(x, y, width / 2, colour)
        self.pen.line([(x * SCALE, y * SCALE) for x, y in points], fill=colour, width=int(width * SCALE))

    def file(self, name):
        """Return the sheet as a PNG file of few colours."""
        small = self.image.reduce(SCALE).quantize(64, dither=Image.Dither.NONE)
        data = BytesIO()
        small.save(data, "PNG")
        return ContentFile(data.getvalue(), name=f"{name}.png")


def wave(left, right, middle, height, turns):
    """Return the points of a thread that runs from left to right in waves."""
    steps = 160
    return [
        (left + (right - left) * step / steps, middle + height * sin(2 * pi * turns * step / steps))
        for step in range(steps + 1)
    ]


def round_table():
    """Nine people at a table, seen from above."""
    sheet = Sheet(SAND)
    for row in range(0, HEIGHT, 75):
        sheet.box(0, row, WIDTH, row + 2, "#dccdb2")
    x, y = 600, 337
    for seat in range(9):
        angle = 2 * pi * seat / 9 + 0.2
        px, py = x + 320 * cos(angle), y + 256 * sin(angle)
        sheet.disc(px, py, 62, BRIGHT[seat % 8])
        sheet.disc(px - 16 * cos(angle), py - 16 * sin(angle), 32, ["#5b3a29", "#e8c39e", "#8d5b3e"][seat % 3])
    sheet.disc(x, y, 190, "#c9b48d")
    sheet.disc(x, y, 180, PAPER)
    for seat in range(9):
        angle = 2 * pi * seat / 9 + 0.2
        px, py = x + 132 * cos(angle), y + 132 * sin(angle)
        if seat % 3:
            sheet.box(px - 24, py - 16, px + 24, py + 16, "#ffffff", 3)
            sheet.box(px - 16, py - 7, px + 16, py - 4, SEA)
            sheet.box(px - 16, py + 2, px + 8, py + 5, SEA)
        else:
            sheet.disc(px, py, 20, OCHRE)
            sheet.disc(px, py, 13, "#6b3f1d")
    sheet.disc(x, y, 46, LEAF)
    for leaf in range(6):
        sheet.disc(x + 30 * cos(leaf * pi / 3), y + 30 * sin(leaf * pi / 3), 17, TEAL)
    return sheet


def street():
    """A street of narrow houses, and one thread that runs through all of them."""
    sheet = Sheet("#dcebe6")
    sheet.disc(960, 150, 74, OCHRE)
    for number, left in enumerate(range(20, WIDTH - 60, 130)):
        top = 250 + (number * 37) % 90
        colour = [BRICK, OCHRE, TEAL, PLUM, BLUE, SEA][number % 6]
        sheet.cut([(left, top), (left + 60, top - 78), (left + 120, top)], INK if number % 2 else "#4a4238")
        sheet.box(left, top, left + 120, 560, colour)
        for floor in range(top + 30, 405, 92):
            sheet.box(left + 18, floor, left + 50, floor + 54, PAPER, 3)
            sheet.box(left + 70, floor, left + 102, floor + 54, "#f6dfa4" if (floor + number) % 3 else PAPER, 3)
        sheet.box(left + 42, 468, left + 78, 560, PAPER, 4)
        sheet.disc(left + 70, 518, 4, INK)
    sheet.box(0, 560, WIDTH, HEIGHT, "#c9b48d")
    sheet.thread(wave(0, WIDTH, 606, 18, 5), BRICK, 9)
    return sheet


def cloth():
    """A piece of woven cloth with one thread left loose."""
    sheet = Sheet(PAPER)
    columns = [(left, BRIGHT[number % 5]) for number, left in enumerate(range(40, WIDTH - 60, 92))]
    rows = [(top, BRIGHT[(number + 3) % 7]) for number, top in enumerate(range(30, HEIGHT - 120, 84))]
    for top, colour in rows:
        sheet.box(0, top, WIDTH, top + 54, colour)
    for column, (left, colour) in enumerate(columns):
        sheet.box(left, 0, left + 58, 26, colour)
        for row, (top, _colour) in enumerate(rows):
            sheet.box(left, top + 58, left + 58, top + 84, colour)
            if (row + column) % 2:
                sheet.box(left, top - 4, left + 58, top + 60, colour)
    sheet.box(0, HEIGHT - 92, WIDTH, HEIGHT, PAPER)
    for left in range(48, WIDTH - 60, 23):
        sheet.box(left, HEIGHT - 100, left + 4, HEIGHT - 44 + (left * 7) % 22, INK)
    sheet.thread([*wave(250, 900, HEIGHT - 44, 16, 2.5), (1010, 560), (1110, 500), (WIDTH, 520)], OCHRE, 11)
    return sheet


def voices():
    """Speech bubbles of many colours that overlap."""
    sheet = Sheet("#f2dfea")
    bubbles = [
        (70, 70, 400, 190, PLUM), (520, 40, 330, 170, OCHRE), (800, 190, 350, 200, TEAL),
        (120, 330, 330, 180, BLUE), (420, 250, 350, 210, BRICK), (690, 440, 330, 160, SEA),
    ]  # fmt: skip
    for number, (left, top, width, height, colour) in enumerate(bubbles):
        foot = left + width * (0.25 if number % 2 else 0.7)
        sheet.cut([(foot, top + height - 30), (foot + 64, top + height - 30), (foot + 6, top + height + 52)], colour)
        sheet.box(left, top, left + width, top + height, colour, 46)
        for line in range(2 + number % 2):
            end = left + width - 60 - (line * 53 + number * 31) % 120
            sheet.box(left + 44, top + 48 + line * 38, end, top + 62 + line * 38, PAPER, 7)
    return sheet


def hall():
    """A village hall between hills, with the lights on."""
    sheet = Sheet("#cfe0ea")
    for x, y, radius, colour in [(180, 760, 420, "#a9bf8a"), (980, 800, 480, "#8fac6e"), (600, 900, 520, LEAF)]:
        sheet.disc(x, y, radius, colour)
    sheet.box(380, 300, 820, 520, "#b8593f")
    sheet.cut([(345, 305), (600, 165), (855, 305)], "#4a2b22")
    sheet.box(560, 380, 640, 520, TEAL, 4)
    for left in (415, 490, 665, 740):
        sheet.box(left, 365, left + 50, 455, "#f6dfa4", 25)
    sheet.disc(600, 255, 27, PAPER)
    sheet.thread([(600, 255), (600, 238)], INK, 4)
    sheet.thread([(600, 255), (613, 262)], INK, 4)
    sheet.cut([(560, 520), (640, 520), (760, HEIGHT), (440, HEIGHT)], "#e4d3b0")
    sheet.thread(wave(0, WIDTH, 110, 22, 1.1), INK, 3)
    for number, (x, y) in enumerate(wave(0, WIDTH, 110, 22, 1.1)[5::12]):
        sheet.cut([(x - 26, y), (x + 26, y), (x, y + 54)], BRIGHT[number % 8])
    return sheet


def spools():
    """Reels of thread on a shelf; their ends run together into one cord."""
    sheet = Sheet("#f5e6c4")
    for number, left in enumerate(range(70, 700, 128)):
        colour = BRIGHT[number]
        sheet.thread([(left + 50, 205), (760, 150 + number * 14), (960, 300 + number * 5)], colour, 7)
        sheet.box(left - 8, 180, left + 108, 206, "#8a6a3f", 6)
        sheet.box(left, 206, left + 100, 394, colour, 4)
        for top in range(216, 392, 17):
            sheet.box(left, top, left + 100, top + 3, INK)
        sheet.box(left - 8, 394, left + 108, 420, "#8a6a3f", 6)
    sheet.box(0, 420, 745, 446, "#5e4526")
    for strand in range(5):
        sheet.thread(wave(955, WIDTH, 312, 16, 3 + strand * 0.1), BRIGHT[strand], 13)
    return sheet


# Short name: (how it is drawn, title, what it shows)
PICTURES = {
    "round-table": (
        round_table,
        "Round the table",
        "Paper cut-out: nine people round a table seen from above, with cups of tea and sheets of paper.",
    ),
    "street": (
        street,
        "One thread down the street",
        "Paper cut-out: a street of narrow houses in many colours, with one red thread running past all the doors.",
    ),
    "cloth": (cloth, "Woven, not finished", "Woven cloth in bright bands, with fringes and one thread left loose."),
    "voices": (voices, "Everybody at once", "Six speech bubbles in different colours that overlap."),
    "hall": (hall, "The hall with its lights on", "Paper cut-out: a village hall between green hills, with bunting."),
    "spools": (
        spools,
        "Five reels, one cord",
        "Five reels of thread on a shelf; their ends run together into one cord.",
    ),
}


def load(world):
    """Draw the pictures."""
    everywhere = Collection.get_first_root_node()
    for name, (draw, title, description) in PICTURES.items():
        world.images[name] = HubImageFactory(
            title=title,
            description=description,
            credit="Common Thread, CC0",
            file=draw().file(name),
            collection=everywhere,
            uploaded_by_user=world.people["rosa"],
        )
