"""The laws of the house, so that nobody has to remember them."""

import ast
import re
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template import engines
from django.template.loader import get_template
from wagtail.models import get_page_models

ROOT = Path(settings.BASE_DIR)
CONTENT_ROOMS = {"knowledge", "casestudies", "events", "groups", "evaluation"}
KNOWN_BY_ALL = {"hub", "members"}
# Known by content rooms; they know only hub and members.
SERVICES = {"comments", "search", "stewardship", "feedback", "consent"}
ROOMS = CONTENT_ROOMS | KNOWN_BY_ALL | SERVICES
# hub/urls.py alone knows every room.
FRONT_DOOR = {"hub/urls.py"}
LAYERS = ["models", "actions", "forms", "views"]
FORBIDDEN_NAMES = {"core", "common", "base", "utils", "helpers", "misc"}


def python_files(*folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def imports_of(path):
    """Yield (room, rest of the module's name, whether at the top of the file, line) of each import of ours."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = path.relative_to(ROOT).parts
    top_level = set(map(id, tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level:
                parents = own[: len(own) - node.level]
                module = ".".join([*parents, module] if module else parents)
            names = [f"{module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            room, _, rest = name.partition(".")
            if room in ROOMS | {"tests", "demo"}:
                yield room, rest, id(node) in top_level, node.lineno


def test_content_rooms_do_not_import_each_other():
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {room}"
        for own in CONTENT_ROOMS
        for path in python_files(own)
        for room, _, _, line in imports_of(path)
        if room in CONTENT_ROOMS - {own}
    ]
    assert wrong == []


def test_hub_and_members_know_no_other_room():
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {room}"
        for own in KNOWN_BY_ALL
        for path in python_files(own)
        if str(path.relative_to(ROOT)) not in FRONT_DOOR
        for room, _, _, line in imports_of(path)
        if room in ROOMS - KNOWN_BY_ALL
    ]
    assert wrong == []


def test_stewardship_and_feedback_know_only_hub_and_members():
    own = {"stewardship", "feedback"}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {room}"
        for path in python_files(*own)
        for room, _, _, line in imports_of(path)
        if room in ROOMS - KNOWN_BY_ALL and room != path.relative_to(ROOT).parts[0]
    ]
    assert wrong == []


def test_hub_does_not_know_members_either():
    assert [
        f"{path.relative_to(ROOT)}:{line} imports {room}"
        for path in python_files("hub")
        if str(path.relative_to(ROOT)) not in FRONT_DOOR
        for room, _, _, line in imports_of(path)
        if room == "members"
    ] == []


def test_consent_knows_only_hub_and_members():
    assert [
        f"{path.relative_to(ROOT)}:{line} imports {room}"
        for path in python_files("consent")
        for room, _, _, line in imports_of(path)
        if room in ROOMS - KNOWN_BY_ALL - {"consent"}
    ] == []


def test_rooms_do_not_import_tests():
    wrong = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in python_files(*ROOMS)
        for room, _, _, line in imports_of(path)
        if room in {"tests", "demo"}
    ]
    assert wrong == []


def test_layers_point_downwards():
    wrong = []
    for path in python_files(*ROOMS):
        own_room = path.relative_to(ROOT).parts[0]
        own_layer = path.relative_to(ROOT).parts[1].removesuffix(".py")
        if own_layer not in LAYERS:
            continue
        for room, rest, _, line in imports_of(path):
            layer = rest.split(".")[0]
            if room == own_room and layer in LAYERS and LAYERS.index(layer) > LAYERS.index(own_layer):
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {room}.{layer}")
    assert wrong == []


def test_an_import_inside_a_function_says_why():
    wrong = []
    for path in python_files(*ROOMS):
        lines = path.read_text(encoding="utf-8").splitlines()
        for room, _, is_top_level, line in imports_of(path):
            around = "\n".join(lines[max(line - 3, 0) : line])
            if not is_top_level and "#" not in around:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {room}")
    assert wrong == []


def test_rooms_keep_pages_private_by_one_mechanism():
    """`hub.private_pages.private_page` says more than Django's own: such pages are for one reader, and kept nowhere."""
    assert [
        str(path.relative_to(ROOT))
        for path in python_files(*ROOMS - {"hub"})
        if "never_cache" in path.read_text(encoding="utf-8")
    ] == []


def test_no_module_has_a_name_that_says_nothing():
    wrong = [
        str(path.relative_to(ROOT))
        for path in python_files(*ROOMS)
        if FORBIDDEN_NAMES & {*path.relative_to(ROOT).parts[:-1], path.stem}
    ]
    assert wrong == []


def test_modules_say_on_top_what_they_are_for():
    wrong = [
        str(path.relative_to(ROOT))
        for path in python_files(*ROOMS)
        if path.read_text(encoding="utf-8").strip()
        and path.name not in {"apps.py", "urls.py", "__init__.py"}
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert wrong == []


def test_class_names_tell_what_they_are():
    wrong = [
        model.__name__
        for model in get_page_models()
        if model._meta.app_label in ROOMS and not model.__name__.endswith("Page")
    ]
    for path in python_files(*ROOMS):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                parents = [getattr(parent, "attr", getattr(parent, "id", "")) for parent in node.bases]
                for ending in ("Block", "QuerySet"):
                    if any(name.endswith(ending) for name in parents) and not node.name.endswith(ending):
                        wrong.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert wrong == []


@pytest.mark.django_db
def test_no_migration_is_missing():
    out = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out)


def test_every_page_type_has_a_template():
    for model in get_page_models():
        if model._meta.app_label in ROOMS and model.is_creatable:
            get_template(model.template)


def template_files():
    return sorted((ROOT / "templates").rglob("*.html"))


def test_every_template_compiles():
    for path in template_files():
        engines["django"].from_string(path.read_text(encoding="utf-8"))


def test_templates_have_no_inline_style_or_script():
    wrong = []
    for path in template_files():
        text = path.read_text(encoding="utf-8")
        if "wagtailadmin" in text:  # the admin has its own policy
            continue
        if re.search(r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\bsrc=)", text):
            wrong.append(str(path.relative_to(ROOT)))
    assert wrong == []


def test_mails_quote_what_people_typed():
    """In plain mail it could pass for what the hub says itself. A line in a list has no line break to do so with."""
    typed = re.compile(r"{{ (?!action\.)[\w.]*\b(?:text|words|reason|comment|decline_reason|wording) }}")
    mails = sorted((ROOT / "templates" / "emails").rglob("*.txt"))
    assert [f"{path.name}: {found}" for path in mails for found in typed.findall(path.read_text())] == []
    assert sum("|quoted" in path.read_text() for path in mails) > 8


def test_templates_are_short():
    assert [
        str(path.relative_to(ROOT))
        for path in template_files()
        if len(path.read_text(encoding="utf-8").splitlines()) > 130
    ] == []


def test_css_has_no_ids_no_important_and_only_logical_sides():
    wrong = []
    for path in sorted((ROOT / "static" / "css").rglob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        for line in text.splitlines():
            if re.search(
                r"!important|(?:margin|padding|border)-(?:left|right|top|bottom)\b|text-align:\s*(?:left|right)", line
            ):
                wrong.append(f"{path.name}: {line.strip()}")
            if re.match(r"\s*#[a-z]", line):
                wrong.append(f"{path.name}: {line.strip()}")
    assert wrong == []
