"""Blocks to XHTML."""

from typing import assert_never

from markupsafe import Markup

from publisher.model.block import (
    Aside,
    Block,
    Figure,
    Gallery,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.render.figures import set_figure, set_gallery
from publisher.render.inlines import set_run, set_words
from publisher.render.setting import Setting, attributes
from publisher.render.tables import set_table


def set_blocks(blocks: tuple[Block, ...], setting: Setting) -> Markup:
    """Set blocks one below the other."""
    return Markup("\n").join(set_block(block, setting) for block in blocks)


def set_block(  # noqa: C901, PLR0912 -- one case for each kind of block
    block: Block, setting: Setting
) -> Markup:
    """Set one block with all that is in it."""
    match block:
        case Paragraph(content=content):
            return set_run("p", content, setting)
        case Heading():
            return _set_heading(block, setting)
        case Quotation():
            return _set_quotation(block, setting)
        case ItemList():
            return _set_list(block, setting)
        case Table():
            return set_table(block, setting)
        case Figure():
            return set_figure(block, setting)
        case Gallery():
            return set_gallery(block, setting)
        case Aside():
            return _set_aside(block, setting)
        case Separator():
            return Markup('<hr class="separator" />')
        case _:
            assert_never(block)


def _set_heading(heading: Heading, setting: Setting) -> Markup:
    run = heading.content
    level, id_ = setting.descend(heading.level), setting.ids.take(run.segment)
    setting.enter(level, id_, run)
    return Markup("<h{0}{1}>{2}</h{0}>").format(
        str(level), setting.attributes_of(run, id_), set_words(run, setting)
    )


def _set_quotation(quotation: Quotation, setting: Setting) -> Markup:
    inside = set_blocks(quotation.body, setting)
    source = Markup()
    if quotation.source:
        source = set_run("p", quotation.source, setting, "quotation-source") + Markup("\n")
    if quotation.pull:
        return Markup(
            '<aside class="pull-quotation" role="doc-pullquote"{}>\n{}\n{}</aside>'
        ).format(setting.epub_type("pullquote"), inside, source)
    return Markup('<div class="quotation">\n<blockquote>\n{}\n</blockquote>\n{}</div>').format(
        inside, source
    )


def _set_list(items: ItemList, setting: Setting) -> Markup:
    rows = (Markup("<li>{}</li>").format(set_blocks(item.body, setting)) for item in items.items)
    return Markup("<{0}{1}>\n{2}\n</{0}>").format(
        "ol" if items.ordered else "ul", _start(items, setting), Markup("\n").join(rows)
    )


def _start(items: ItemList, setting: Setting) -> Markup:
    """Give the first number twice: the typesetter of the PDF knows only that of the style."""
    if not items.ordered or items.start == 1:
        return Markup()
    style = "" if setting.context.exchange else f"counter-reset: list-item {items.start - 1}"
    return attributes(start=str(items.start), style=style)


def _set_aside(aside: Aside, setting: Setting) -> Markup:
    title, label = Markup(), ""
    if aside.title:
        label = setting.ids.take(aside.title.segment)
        title = Markup('<p class="aside-title"{}>{}</p>\n').format(
            setting.attributes_of(aside.title, label), set_words(aside.title, setting)
        )
    return Markup('<aside class="aside" role="note"{}{}>\n{}{}\n</aside>').format(
        setting.epub_type("sidebar"),
        attributes(**{"aria-labelledby": label}),
        title,
        set_blocks(aside.body, setting),
    )
