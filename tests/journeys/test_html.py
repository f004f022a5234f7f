"""The Nu HTML checker finds no error on any page type, in any language."""

import os
import shutil
import subprocess
import urllib.error
import urllib.request

import pytest

from .addresses import PAGES, pages_behind_mail


def read(address):
    """Return what is at an address; a link that counts no more has a page too."""
    try:
        with urllib.request.urlopen(address, timeout=30) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        if error.code != 410:
            raise
        return error.read()


def test_the_nu_html_checker_finds_no_error(hub, tmp_path):
    jar = os.environ.get("VNU_JAR")
    if not jar or not shutil.which("java"):
        pytest.skip("set VNU_JAR to the Nu HTML checker's vnu.jar (npm package vnu-jar) and have a Java; .ci/run does")
    files = {}
    for number, path in enumerate([*PAGES, *pages_behind_mail(hub)]):
        files[f"{number:03}.html"] = path
        (tmp_path / f"{number:03}.html").write_bytes(read(hub.url + path))
    checker = ["java", "-jar", jar, "--errors-only", "--exit-zero-always", "--format", "gnu"]
    pages = sorted(map(str, tmp_path.glob("*.html")))
    result = subprocess.run([*checker, *pages], capture_output=True, text=True, timeout=300)
    errors = result.stderr
    for name, path in files.items():
        errors = errors.replace(f"file:{tmp_path}/{name}", path)
    assert errors == ""
