"""Text out of documents, one module for each family of formats. Nothing here knows Django."""
