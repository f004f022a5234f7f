"""The indexes of the entries: one a language, all under one alias, and those that a rebuild fills beside them."""

from django.utils import timezone
from elasticsearch.helpers import streaming_bulk

from ..terms import EngineError
from .documents import MAPPINGS, SETTINGS

BATCH = 500


class Indexes:
    """The indexes under `alias`. What changes them may take longer than what a reader waits for."""

    def __init__(self, client, alias):
        self.alias = alias
        self.client = client.options(request_timeout=30)

    def make(self, language, stamp):
        """Make an empty index, which no alias names yet, and return its name."""
        name = f"{self.alias}_{language.lower()}_{stamp}"
        self.client.indices.create(index=name, settings=SETTINGS, mappings=MAPPINGS)
        return name

    def by_language(self):
        """Return the names of all indexes by language: the living ones, and those that a rebuild is filling."""
        found = {}
        for name in self.client.indices.get(index=f"{self.alias}_*"):
            found.setdefault(name.removeprefix(f"{self.alias}_").rpartition("_")[0], []).append(name)
        return found

    def write(self, operations):
        """Write documents and remove them, in batches. Raises EngineError if one of them was refused."""
        for is_done, item in streaming_bulk(self.client, operations, chunk_size=BATCH, raise_on_error=False):
            [result] = item.values()
            # 404: there was nothing to delete. 409: something newer is there already.
            if not is_done and result.get("status") not in (404, 409):
                raise EngineError(str(result.get("error")))


def stamp():
    """Return what tells indexes of one language apart: the moment they are made."""
    return f"{timezone.now():%Y%m%d%H%M%S%f}"
