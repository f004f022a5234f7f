"""The settings as a server sees them: started in a process of its own, with nothing but the variables named here."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTION = {
    "SECRET_KEY": "only-for-this-test-" * 4,
    "SITE_URL": "https://hub.example",
}


@pytest.fixture
def run(tmp_path):
    """Run Python with these variables; an empty one counts as not set, and hides what a .env may say."""

    def run_it(*arguments, **variables):
        unset = dict.fromkeys(_variables(), "")
        environment = {"PATH": os.environ["PATH"], **unset, "DATA": str(tmp_path), "TIME_ZONE": "Europe/London"}
        environment |= {"PAGE_CACHE_SECONDS": "600", "TRUSTED_PROXIES": "0", "SECURE_SSL_REDIRECT": "1"}
        environment |= {"SEARCHES_PER_MINUTE": "120", "SUGGESTIONS_PER_MINUTE": "600", "EVALUATION_KEPT_MONTHS": "26"}
        environment |= {"DEFAULT_FROM_EMAIL": "Hub <hub@hub.example>", "SEARCH_INDEX_PREFIX": "hub_"}
        environment |= {"SECURITY_CONTACT": "mailto:a@hub.example", "ALLOWED_HOSTS": "hub.example", **variables}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )

    return run_it


def _variables():
    text = (ROOT / "hub" / "settings.py").read_text()
    return set(re.findall(r'(?:env(?:\.\w+)?|required_in_production)\(\s*"([A-Z_]+)"', text))


def test_every_variable_is_in_the_example():
    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^# ([A-Z_]+)=", example, flags=re.MULTILINE)) == _variables()


def test_the_example_sets_nothing_by_itself():
    lines = (ROOT / ".env.example").read_text().splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []


def test_production_passes_the_deployment_check(run):
    result = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert (result.returncode, result.stderr) == (0, "")
    assert "no issues" in result.stdout


@pytest.mark.parametrize("name", PRODUCTION)
def test_a_missing_secret_stops_the_start_with_a_line_that_says_what_to_set(run, name):
    result = run("manage.py", "check", **PRODUCTION | {name: ""})
    assert result.returncode != 0
    assert result.stderr.splitlines()[-1].endswith(
        f"{name} is not set. Set it in the environment or in .env (see .env.example)."
    )


PRINT = "import json; from django.conf import settings as s; print(json.dumps([str(v) for v in ({})]))"


def values(run, expression, **variables):
    result = run("-c", PRINT.format(expression), DJANGO_SETTINGS_MODULE="hub.settings", **variables)  # loads no apps
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout.splitlines()[-1])


def test_a_laptop_needs_no_variable(run, tmp_path):
    expression = "s.DATABASES['default']['NAME'], s.CACHES['default']['LOCATION'], s.EMAIL_FILE_PATH, s.MEDIA_ROOT"
    assert values(run, expression, DEBUG="1") == [
        str(tmp_path / name) for name in ("db.sqlite3", "cache", "mail", "media")
    ]


def test_sqlite_is_set_up_for_many_writers(run):
    expression = (
        "s.DATABASES['default']['OPTIONS']['transaction_mode'], s.DATABASES['default']['OPTIONS']['init_command']"
    )
    mode, command = values(run, expression, DEBUG="1")
    assert mode == "IMMEDIATE"
    assert "journal_mode=WAL" in command


def test_servers_come_by_address(run):
    expression = (
        "s.DATABASES['default']['ENGINE'], s.CACHES['default']['BACKEND'], "
        "s.SEARCH_URL, s.MAIL_BACKEND, s.EMAIL_USE_TLS"
    )
    assert values(
        run,
        expression,
        **PRODUCTION,
        DATABASE_URL="postgres://hub:x@127.0.0.1:5433/hub",
        CACHE_URL="redis://127.0.0.1:6380/0",
        SEARCH_URL="http://127.0.0.1:9209",
        EMAIL_URL="smtp+tls://user:x@mail.example:587",
    ) == [
        "django.db.backends.postgresql",
        "hub.caches.ForgivingRedisCache",
        "http://127.0.0.1:9209",
        "django.core.mail.backends.smtp.EmailBackend",
        "True",
    ]


def test_tasks_and_mail_go_through_the_queue(run):
    expression = "s.TASKS['default']['BACKEND'], s.EMAIL_BACKEND, s.MAIL_BACKEND"
    queue = ["hub.queue.DatabaseQueue", "hub.mail_queue.MailQueueBackend"]
    assert values(run, expression, DEBUG="1") == [*queue, "hub.mail_files.MailFilesBackend"]
    assert values(run, expression, **PRODUCTION, EMAIL_URL="smtp://mail.example") == [
        *queue,
        "django.core.mail.backends.smtp.EmailBackend",
    ]


def test_cookies_and_hsts_follow_the_address(run):
    expression = "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0, s.SECURE_SSL_REDIRECT"
    assert values(run, expression, **PRODUCTION) == ["True"] * 4
    assert values(run, expression, **PRODUCTION | {"SITE_URL": "http://hub.example"}) == ["False"] * 4


def test_a_relative_folder_is_inside_the_project(run):
    (path,) = values(run, "s.DATA,", DEBUG="1", DATA=".cache/test-data")
    assert path == str(ROOT / ".cache" / "test-data")
