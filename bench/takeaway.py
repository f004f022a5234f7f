"""How long a reader waits for the first byte of a toolkit's ZIP of 50 MB, and how much memory it takes.

`python -m bench.takeaway [--megabytes 50]`: once when nobody made it before, then when it is kept.
"""

import argparse
import os
import resource
import time
from pathlib import Path

from django.core.management import call_command

from .scratch import empty_hub


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=50)
    megabytes = parser.parse_args().megabytes
    with empty_hub("sqlite"):
        call_command("collectstatic", verbosity=0, interactive=False)
        kit = _make_kit(megabytes)
        _take(kit, warm_up=True)
        before = _peak()
        for words in ("made while the reader waits", "kept"):
            first, whole, size = _take(kit)
            print(f"{words:<28} {size / 1e6:.0f} MB, first byte after {first * 1000:.0f} ms, all after {whole:.2f} s")
        print(f"memory: {before} MB before, {_peak()} MB at most")


def _make_kit(megabytes):
    from django.core.files.base import ContentFile
    from wagtail.models import Page

    from knowledge.models import ToolkitFile
    from tests.factories.hub import HubDocumentFactory
    from tests.factories.knowledge import ToolkitPageFactory

    library = Page.objects.get(slug="library").specific
    each = max(1, megabytes // 5)
    documents = [
        HubDocumentFactory(title=f"File {number}", file=ContentFile(b"", name=f"{number}.pdf")) for number in range(5)
    ]
    for document in documents:  # past Django, so that only the product's own memory is measured
        with Path(document.file.path).open("wb") as file:
            for _each in range(each):
                file.write(os.urandom(1_000_000))
        document.file_hash, document.file_size = "", None
        document.get_file_size()
        document.get_file_hash()
        document.save()
    kit = ToolkitPageFactory(parent=library, title="Large", live=False)
    kit.files = [ToolkitFile(document=document) for document in documents]
    kit.save_revision().publish()
    return kit


def _take(kit, *, warm_up=False):
    from django.test import Client
    from django.urls import reverse

    client = Client(headers={"host": "127.0.0.1"})
    if warm_up:
        client.get("/library/large/")
        return None
    begun = time.perf_counter()
    response = client.get(reverse("knowledge:take-away", args=[kit.pk]))
    chunks = iter(response.streaming_content)
    size = len(next(chunks))
    first = time.perf_counter() - begun
    size += sum(map(len, chunks))
    response.close()
    return first, time.perf_counter() - begun, size


def _peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
