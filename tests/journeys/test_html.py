"""The Nu HTML checker finds no error on any page type, in any language."""

import os
import shutil
import subprocess
import urllib.request

import pytest

from .addresses import PAGES


def test_the_nu_html_checker_finds_no_error(hub, tmp_path):
    jar = os.environ.get("VNU_JAR")
    if not jar or not shutil.which("java"):
        pytest.skip("set VNU_JAR to the Nu HTML checker's vnu.jar (npm package vnu-jar) and have a Java; .ci/run does")
    files = {}
    for number, path in enumerate(PAGES):
        with urllib.request.urlopen(hub.url + path, timeout=30) as response:
            files[f"{number:02}.html"] = path
            (tmp_path / f"{number:02}.html").write_bytes(response.read())
    checker = ["java", "-jar", jar, "--errors-only", "--exit-zero-always", "--format", "gnu"]
    pages = sorted(map(str, tmp_path.glob("*.html")))
    result = subprocess.run([*checker, *pages], capture_output=True, text=True, timeout=300)
    errors = result.stderr
    for name, path in files.items():
        errors = errors.replace(f"file:{tmp_path}/{name}", path)
    assert errors == ""
