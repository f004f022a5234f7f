"""Text for the cells of tables that people download and open in a spreadsheet."""

import re

# What a spreadsheet would take for a formula (OWASP, "CSV Injection").
STARTS_A_FORMULA = re.compile(r"^\s*[=+\-@\t\r]")
# What XML, and so XLSX, cannot hold.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain_cell(value):
    """Return text that XLSX can hold; its cells say of themselves that they are text and no formula."""
    return CONTROL_CHARACTERS.sub("", str(value))


def csv_cell(value):
    """Return text that no spreadsheet takes for a formula: an apostrophe before it says that it is text."""
    text = plain_cell(value)
    return f"'{text}" if STARTS_A_FORMULA.match(text) else text
