"""Small drawings that stand beside the sentences of an easy-read document."""

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, String
from reportlab.lib.colors import HexColor

SIZE = 70
ACCENT, INK, WARM, RED, PAPER = (HexColor(code) for code in ("#0b5257", "#221d17", "#d9a441", "#a8432b", "#ffffff"))


def _line(*points, colour=INK, width=4):
    return Line(*points, strokeColor=colour, strokeWidth=width, strokeLineCap=1)


def _person(x, colour=ACCENT, base=10):
    return [
        Circle(x, base + 38, 9, fillColor=colour, strokeColor=None),
        Rect(x - 12, base, 24, 28, rx=10, ry=10, fillColor=colour, strokeColor=None),
    ]


def _bubble(x, y, colour):
    return [
        Rect(x, y, 40, 26, rx=8, ry=8, fillColor=colour, strokeColor=None),
        Polygon([x + 8, y + 4, x + 20, y + 4, x + 8, y - 10], fillColor=colour, strokeColor=None),
    ]


PICTOGRAMS = {
    "person": lambda: _person(35),
    "people": lambda: [*_person(17, WARM), *_person(53, RED), *_person(35, ACCENT, 4)],
    "clock": lambda: [
        Circle(35, 35, 29, fillColor=PAPER, strokeColor=ACCENT, strokeWidth=4),
        _line(35, 35, 35, 54),
        _line(35, 35, 48, 29),
    ],
    "money": lambda: [
        Rect(4, 17, 62, 38, rx=4, ry=4, fillColor=PAPER, strokeColor=ACCENT, strokeWidth=4),
        Circle(35, 36, 14, fillColor=WARM, strokeColor=None),
        String(35, 29, "£", textAnchor="middle", fontName="Helvetica-Bold", fontSize=20, fillColor=INK),
    ],
    "paper": lambda: [
        Rect(16, 6, 38, 58, fillColor=PAPER, strokeColor=ACCENT, strokeWidth=4),
        *[_line(24, y, 46, y, width=3) for y in (20, 31, 42, 53)],
    ],
    "talk": lambda: [*_bubble(4, 36, ACCENT), *_bubble(26, 14, WARM)],
    "phone": lambda: [
        Rect(20, 4, 30, 62, rx=6, ry=6, fillColor=INK, strokeColor=None),
        Rect(24, 14, 22, 44, fillColor=WARM, strokeColor=None),
    ],
    "door": lambda: [
        Rect(18, 6, 34, 58, fillColor=ACCENT, strokeColor=None),
        Circle(45, 33, 3, fillColor=WARM, strokeColor=None),
        _line(6, 6, 64, 6),
    ],
    "cup": lambda: [
        Rect(14, 12, 34, 30, rx=6, ry=6, fillColor=ACCENT, strokeColor=None),
        Circle(50, 28, 9, fillColor=None, strokeColor=ACCENT, strokeWidth=4),
        _line(24, 50, 24, 60, width=3),
        _line(36, 50, 36, 60, width=3),
    ],
    "yes": lambda: [_line(12, 34, 28, 16, colour=ACCENT, width=8), _line(28, 16, 58, 56, colour=ACCENT, width=8)],
    "no": lambda: [_line(14, 14, 56, 56, colour=RED, width=8), _line(14, 56, 56, 14, colour=RED, width=8)],
}


def draw(name):
    """Return the pictogram as something that can stand on a page."""
    drawing = Drawing(SIZE, SIZE)
    for shape in PICTOGRAMS[name]():
        drawing.add(shape)
    return drawing
