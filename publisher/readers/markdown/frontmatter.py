"""The front matter of an article: which keys there are, and what they become."""

from collections.abc import Collection, Mapping
from datetime import date

import yaml

from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.inline import Prose, prose
from publisher.model.language import language, parse_tag
from publisher.readers.base import Findings, Lines, Spot, Syntax, did_you_mean
from publisher.readers.markdown.days import parse_day
from publisher.readers.markdown.fields import Field, FieldReader
from publisher.readers.markdown.leftovers import report_markup
from publisher.readers.markdown.source import Source

FIRST_LINE = 2  # after the fence
KEYS = (
    "title",
    "lang",
    "subtitle",
    "summary",
    "keywords",
    "byline",
    "dateline",
    "published",
    "updated",
    "rights",
    "source",
    "note",
)
CONTRIBUTOR_KEYS = ("name", "role")
WEB = ("https://", "http://")
ROLES = {role.value: role for role in ContributorRole}


def read_front(
    source: Source, slug: str, findings: Findings, lines: Lines, serbian: str
) -> Article | None:
    """Read the front matter to an article without a body; None where an error stopped it."""
    if source.front is None:
        return None
    reader = FieldReader(source.front, FIRST_LINE, findings)
    fields = reader.read()
    if fields is None:
        return None
    return _Front(reader, fields, findings, lines).article(slug, serbian)


class _Front:
    """Turns fields into the parts of an article."""

    def __init__(
        self, reader: FieldReader, fields: Mapping[str, Field], findings: Findings, lines: Lines
    ) -> None:
        self._reader = reader
        self._fields = fields
        self._findings = findings
        self._lines = lines

    def article(self, slug: str, serbian: str) -> Article | None:
        self._refuse_unknown(self._fields, KEYS, "key")
        tag, title = self._language(serbian), self._run("title", required=True)
        published, updated = self._days()
        subtitle, summary, dateline = map(self._run, ("subtitle", "summary", "dateline"))
        rights, note, source = self._run("rights"), self._run("note"), self._source()
        byline, keywords = self._byline(), self._keywords()
        if title is None or not tag:
            return None
        return self._findings.attempt(
            1,
            "article",
            lambda: Article(
                slug=slug,
                language=tag,
                title=title,
                subtitle=subtitle,
                byline=byline,
                dateline=dateline,
                published=published,
                updated=updated,
                keywords=keywords,
                summary=summary,
                rights=rights,
                source=source,
                note=note,
            ),
        )

    def _refuse_unknown(
        self, fields: Mapping[str, Field], known: Collection[str], what: str
    ) -> None:
        # An error, for with a misspelt key its text would be missing from every edition.
        for field in fields.values():
            if field.key not in known:
                self._findings.error(
                    field.line,
                    "front-matter-unknown",
                    f"the front matter has no {what} `{field.key}`",
                    did_you_mean(field.key, known, f"there are {', '.join(known)}"),
                )

    def _text(self, key: str, *, required: bool = False) -> str:
        """Give the text at `key`; empty where there is none, which is reported if `required`."""
        field = self._fields.get(key)
        text = self._reader.text(field.node, f"`{key}`") if field else ""
        if required and text == "":
            self._findings.error(
                self._line(key),
                "front-matter-required",
                f"`{key}` is empty" if field else f"the front matter has no `{key}`",
                f"add a line `{key}: …`",
            )
        return text or ""

    def _line(self, key: str) -> int:
        return self._fields[key].line if key in self._fields else 1

    def _run(self, key: str, *, required: bool = False) -> Prose | None:
        text = self._text(key, required=required)
        return self._prose(text, self._fields[key].node, f"`{key}`") if text else None

    def _prose(self, text: str, node: yaml.Node, what: str) -> Prose:
        line, written = self._reader.line(node), self._reader.written(node)
        report_markup(text, line, what, self._findings)
        return self._lines.mark(prose(text), Spot(line=line, written=written, syntax=Syntax.YAML))

    def _language(self, serbian: str) -> str:
        text = self._text("lang", required=True)
        if not text:
            return ""
        line = self._line("lang")
        known = self._findings.attempt(
            line, "language", lambda: language(parse_tag(text, serbian=serbian))
        )
        return known.tag if known else ""

    def _days(self) -> tuple[date | None, date | None]:
        published, updated = self._day("published"), self._day("updated")
        if published and updated and updated < published:
            self._findings.error(
                self._line("updated"),
                "date-order",
                f"updated {updated} is before published {published}",
                "correct one of the two",
            )
            return published, None
        return published, updated

    def _day(self, key: str) -> date | None:
        text = self._text(key)
        if not text:
            return None
        return self._findings.attempt(self._line(key), "date", lambda: parse_day(text))

    def _source(self) -> str:
        text = self._text("source")
        if text and not text.lower().startswith(WEB):
            self._findings.error(
                self._line("source"),
                "link-address",
                f"the source {text!r} is not a web address",
                "write it from https:// on",
            )
            return ""
        return text

    def _items(self, key: str) -> list[yaml.Node]:
        """List what stands at `key`: the items of a list, or the one value."""
        field = self._fields.get(key)
        if field is None or (isinstance(field.node, yaml.ScalarNode) and not field.node.value):
            return []
        return field.node.value if isinstance(field.node, yaml.SequenceNode) else [field.node]

    def _item(self, node: yaml.Node, what: str) -> Prose | None:
        text, line = self._reader.text(node, what), self._reader.line(node)
        if text == "":
            self._findings.error(
                line, "front-matter-empty", f"{what} is empty", "fill it in, or delete it"
            )
        return self._prose(text, node, what) if text else None

    def _keywords(self) -> tuple[Prose, ...]:
        field = self._fields.get("keywords")
        if field and isinstance(field.node, yaml.ScalarNode) and field.node.value:
            self._findings.error(
                field.line,
                "front-matter-value",
                "`keywords` is not a list",
                f"write `keywords: [{field.node.value}]`",
            )
            return ()
        found = (self._item(node, "a keyword") for node in self._items("keywords"))
        return tuple(keyword for keyword in found if keyword)

    def _byline(self) -> tuple[Contributor, ...]:
        found = (self._contributor(node) for node in self._items("byline"))
        return tuple(contributor for contributor in found if contributor)

    def _contributor(self, node: yaml.Node) -> Contributor | None:
        if not isinstance(node, yaml.MappingNode):
            name = self._item(node, "a name in the byline")
            return Contributor(name=name) if name else None
        fields = self._reader.fields(node)
        self._refuse_unknown(fields, CONTRIBUTOR_KEYS, "key of a contributor")
        if "name" not in fields:
            self._findings.error(
                self._reader.line(node),
                "front-matter-required",
                "a contributor has no name",
                "write {name: …, role: …}",
            )
            return None
        name = self._item(fields["name"].node, "a name in the byline")
        role = self._role(fields.get("role"))
        return Contributor(name=name, role=role) if name else None

    def _role(self, field: Field | None) -> ContributorRole:
        if field is None:
            return ContributorRole.TEXT
        text = self._reader.text(field.node, "a role")
        if text is None:
            return ContributorRole.TEXT
        if text not in ROLES:
            self._findings.error(
                field.line,
                "byline-role",
                f"there is no role {text!r} in a byline",
                did_you_mean(text, ROLES, f"there are {', '.join(ROLES)}"),
            )
        return ROLES.get(text, ContributorRole.TEXT)
