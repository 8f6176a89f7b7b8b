"""Laws of reading pages, on pages put together at random."""

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.readers.describe import describe
from publisher.readers.incoming import Incoming, account
from publisher.readers.markdown.write import write_markdown
from publisher.readers.sites import read_site

# What is whole in itself, and loses no word wherever it stands between empty lines.
WHOLE = (
    "Words of a *paragraph* with a [link](https://example.org/a).",
    "## A section {#id}",
    "- one\n- two",
    "1. one\n2. two",
    "> Quoted words.",
    "| A | B |\n|---|---|\n| c | d |",
    "Term\n: What it means.",
    '{{< figure src="a.jpg" title="A title" caption="A *caption*. (Visar Dushi/AP)" foo="b c" >}}',
    '{% include figure.html src="a.jpg" caption="A caption" credit="Tanjug" %}',
    '![What it shows](a.jpg "A title of it")',
    "{% include newsletter.html %}",
    "{{< youtube dQw4 >}}",
    '{{% notice title="A box" %}}\nInside.\n{{% /notice %}}',
    "Called.[^n]\n\n[^n]: The note.",
    "<figure><img src='a.jpg'><figcaption>Words below</figcaption></figure>",
    "{% highlight c %}\nint main\n{% endhighlight %}",
    "Прва реченица у пасусу.\n{: .lead}",
    "***",
)
PIECES = (
    *WHOLE,
    *("{{<", ">}}", "{%", "%}", "{{", "}}", "[", "](", "![", "[^n]", "*", "_", "`", "<b>", "</p>"),
    *("---", "+++", "<!--", "-->", "<svg>", "<script>", "{: .a}", "\x00", "\U000f0000", "\u202e"),
    *("{{< gallery >}}", "{{< /gallery >}}", "{% raw %}", "{% endraw %}", "{{ page.title }}"),
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=8, unique=True))
def test_every_word_of_a_page_is_in_the_article_or_left_by_its_reader(parts: list[str]) -> None:
    text = "---\ntitle: A title of its own\nlayout: post\n---\n\n" + "\n\n".join(parts) + "\n"

    imported = read_site(Incoming(data=text.encode(), name="a.md", language="en"))

    assert imported.article
    assert account(imported) == imported.rest


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=15), st.text(max_size=1))
def test_any_page_is_read_and_can_be_written(parts: list[str], between: str) -> None:
    text = (between or " ").join(parts).encode("utf-8", "ignore")

    imported = read_site(Incoming(data=text, name="a.md", language="en", beside=("a.jpg",)))

    assert imported.article
    assert write_markdown(describe(imported.article)[0]).reading.article
