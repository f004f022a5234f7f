"""How documents leave the hub: as files to be kept, never as something that a browser runs."""

from wagtail.documents.views.serve import serve


def serve_document(request, document_id, filename):
    """Serve a document as Wagtail does, with its checks, and in a sandbox should a browser show it all the same."""
    response = serve(request, document_id, filename)
    if response.has_header("Content-Disposition"):
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
