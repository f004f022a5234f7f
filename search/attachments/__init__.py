"""Words inside files: text is read out of documents in a process of its own, and kept page by page.

`reading` starts that process; `child` is what runs in it, with `limits` around it and `formats` to read: these three
know neither Django nor the rest of the hub. `tasks`, `signals` and `mending` see to it that every document is read;
`using` tells the search which documents a page uses; `reports` tells editors which files could not be read.
"""
