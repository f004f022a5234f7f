"""The Nu HTML checker finds no error on any page type, in any language, nor on any page that a journey has seen."""

import os
import shutil
import subprocess
import urllib.error
import urllib.request

import pytest

from .addresses import PAGES, pages_behind_mail
from .seen_pages import FOLDER


def read(address):
    """Return what is at an address; a link that counts no more has a page too."""
    try:
        with urllib.request.urlopen(address, timeout=30) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        if error.code != 410:
            raise
        return error.read()


def test_the_nu_html_checker_finds_no_error(hub):
    jar = os.environ.get("VNU_JAR")
    if not jar or not shutil.which("java"):
        pytest.skip("set VNU_JAR to the Nu HTML checker's vnu.jar (npm package vnu-jar) and have a Java; .ci/run does")
    for path in [*PAGES, *pages_behind_mail(hub)]:
        read(hub.url + path)
    folder = hub.data / FOLDER
    assert [path.name for path in folder.glob("*.500.*")] == []
    checker = ["java", "-jar", jar, "--errors-only", "--exit-zero-always", "--format", "gnu"]
    result = subprocess.run([*checker, str(folder)], capture_output=True, text=True, timeout=300)
    assert result.stderr.replace(f"file:{folder}/", "") == ""
