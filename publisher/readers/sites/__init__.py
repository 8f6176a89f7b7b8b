"""Markdown of static sites: Hugo, Jekyll and their relatives.

The front matter gives the head of the article. In the body, shortcodes and Liquid tags that are
understood become HTML; then CommonMark with the site's own HTML becomes HTML as a whole, which is
read as any page is.
"""

from publisher.readers.sites.read import read_site

__all__ = ["read_site"]
