"""Findings as a page that holds everything it shows: a table of editions and checks."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from publisher.verify.finding import Verdict
from publisher.verify.reports.text import summary
from publisher.verify.table import CHECKS, Check

PAGE = Markup("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Proof</title>
<style>
body {{ font: 1rem/1.4 sans-serif; margin: 2rem; color: #1a1a1a; background: #fff }}
.table {{ overflow-x: auto }}
table {{ border-collapse: collapse }}
th, td {{ border: 1px solid #999; padding: .2rem .5rem; text-align: center }}
tbody th {{ text-align: left; font-weight: normal }}
.error {{ background: #f6c9c4 }}
.warning {{ background: #fbe7b0 }}
.not {{ color: #666 }}
</style>
</head>
<body>
<main>
<h1>Proof</h1>
<p>{summary}</p>
<div class="table" tabindex="0" role="region" aria-label="Editions and checks">
<table>
<thead>
<tr><th scope="col">Edition</th>{heads}</tr>
</thead>
<tbody>
{rows}
</tbody>
</table>
</div>
{findings}<h2>What the checks mean</h2>
<dl>
{checks}
</dl>
</main>
</body>
</html>
""")
HEAD = Markup('<th scope="col"><a href="#{id}" title="{name}">{id}</a></th>')
LIST = Markup("<h2>What was found</h2>\n<ul>\n{}\n</ul>\n")
ITEM = Markup("<li><strong>{check}</strong> {file}: {message}<br />{hint}</li>")


def report(verdicts: Sequence[Verdict]) -> str:
    """Write the page."""
    lines = Markup("\n").join(_items(verdicts))
    return PAGE.format(
        summary=summary(verdicts),
        heads=Markup().join(HEAD.format(id=one.id, name=one.name) for one in CHECKS.values()),
        rows=Markup("\n").join(map(_row, verdicts)),
        findings=LIST.format(lines) if lines else Markup(),
        checks=Markup("\n").join(map(_explained, CHECKS.values())),
    )


def _row(verdict: Verdict) -> Markup:
    cells = Markup().join(_cell(verdict, check) for check in CHECKS.values())
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(verdict.file, cells)


def _cell(verdict: Verdict, check: Check) -> Markup:
    count = sum(finding.check == check.id for finding in verdict.findings)
    if count:
        return Markup('<td class="{}">{}</td>').format(check.level.value, str(count))
    if not verdict.compared and not check.id.startswith("F"):
        return Markup('<td class="not" title="not checked">–</td>')
    return Markup('<td title="nothing found">✓</td>')


def _items(verdicts: Sequence[Verdict]) -> Iterator[Markup]:
    for verdict in verdicts:
        for finding in verdict.findings:
            yield ITEM.format(
                check=finding.check,
                file=finding.file,
                message=finding.as_diagnostic().message,
                hint=finding.hint,
            )


def _explained(check: Check) -> Markup:
    return Markup('<dt id="{id}">{id} {name}</dt>\n<dd>{means}</dd>').format(
        id=check.id, name=check.name, means=check.means
    )
