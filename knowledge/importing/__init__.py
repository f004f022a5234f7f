"""Brings documents in: a folder of Markdown with front matter, or a file of JSON lines.

    readers   what is in the folder or file, one document after the other
    fields    what a document says about itself, as the fields of a page
    markup    its text, as clean HTML
    steps     the steps of a toolkit in it
    blocks    the HTML, as the blocks that editors write with
    links     where its links lead: other documents, files, pages that are here
    files     pictures and documents
    pages     the pages themselves, their revisions and redirects
    run       all of it, in order, telling each file's outcome

A document that cannot be used never stops the others: whatever is wrong with it is told in plain words.
"""
