"""News feeds: ninjs, NewsML-G2 and NITF, as agencies and editorial systems send them.

`ninjs` and `xml` are the ways in. Each makes a `Story` of a file and lists apart from that every
run of words in it; `assemble` makes the article, and tells which of the runs are not in it.
"""
