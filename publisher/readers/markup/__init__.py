"""HTML, from wherever it comes, as blocks and inlines of the model.

`read_blocks` in `flow` is the way in; `parse` makes elements of text, `seen` tells what of them a
reader sees.
"""
