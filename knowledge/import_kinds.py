"""What the import can make of documents in the library."""

import re

from hub.imports import ImportKind, register_kind

from .licences import LICENCE_URLS, Licence
from .models import ArticlePage, ResourcePage, ToolkitPage

OTHER_NAMES = {
    "cc0": Licence.CC0,
    "publicdomain": Licence.CC0,
    "ccby": Licence.CC_BY,
    "ccbysa": Licence.CC_BY_SA,
    "ccbync": Licence.CC_BY_NC,
    "ogl": Licence.OGL,
    "oglv3": Licence.OGL,
    "ogl30": Licence.OGL,
    "opengovernmentlicence": Licence.OGL,
    "opengovernmentlicencev30": Licence.OGL,
}


def _plain(text):
    return re.sub(r"[^a-z0-9]", "", text.lower())


def licence_from(text):
    """Return the licence that `text` names, by identifier, by name or by address. Raises ValueError for others."""
    names = {_plain(licence.value): licence for licence in Licence}
    names |= {_plain(licence.label): licence for licence in Licence} | OTHER_NAMES
    names |= {_plain(url.split("://")[1]): licence for licence, url in LICENCE_URLS.items()}
    wanted = _plain(text.split("://")[-1].removeprefix("www."))
    names |= {key.removeprefix("www"): licence for key, licence in names.items()}
    if wanted not in names:
        raise ValueError(f"there is no licence “{text}” here")
    return names[wanted].value


WITHOUT_LICENCE = {"licence": (Licence.ALL_RIGHTS_RESERVED.value, "no licence is given: all rights reserved")}

register_kind(
    ImportKind(
        name="resource",
        model=ResourcePage,
        document_field="document",
        readers={"licence": licence_from},
        without=WITHOUT_LICENCE,
    )
)
register_kind(ImportKind(name="article", model=ArticlePage, date_field="dated_on", author_field="byline"))
register_kind(
    ImportKind(
        name="toolkit",
        model=ToolkitPage,
        body="introduction",
        steps="steps",
        file_rows="files",
        columns={"files": "document"},
        readers={"licence": licence_from},
        without=WITHOUT_LICENCE,
    )
)
