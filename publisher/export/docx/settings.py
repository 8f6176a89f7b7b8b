"""The settings of a document, and the languages that it is proofed in."""

from publisher.export.docx.elements import put, w
from publisher.model.language import Language, script_of
from publisher.readers.word.elements import Element, qualified

# The children of w:settings, in the order of the schema.
ORDER = tuple(
    """
    writeProtection view zoom removePersonalInformation removeDateAndTime
    doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
    printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts
    saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
    activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
    stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves
    doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps
    showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
    bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
    drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
    doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
    strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
    doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
    doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
    alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars
    rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType
    schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator
    """.split()  # noqa: SIM905 -- a hundred names, a hundred lines
)
# What tells of the template's own past, or would ask, fetch or merge on opening.
DROPPED = (
    "proofState",
    "attachedTemplate",
    "linkStyles",
    "mailMerge",
    "trackRevisions",
    "documentProtection",
    "updateFields",
    "endnotePr",
    "docVars",
    "rsids",
)
EAST_ASIAN = ("Hans", "Hant", "Jpan", "Kore", "Hang")
# The properties of a paragraph up to w:bidi, in the order of the schema.
UP_TO_BIDI = tuple(
    """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
    autoSpaceDN bidi
    """.split()  # noqa: SIM905 -- as above
)


def set_settings(settings: Element, language: Language) -> None:
    """Set what a document in `language` needs, and drop what is the template's own affair."""
    for name in DROPPED:
        for child in settings.findall(qualified(f"w:{name}")):
            settings.remove(child)
    for child in (
        w("zoom", percent="100"),
        w("autoHyphenation"),
        w("consecutiveHyphenLimit", val="2"),
        w("doNotHyphenateCaps"),
        w("footnotePr", w("footnote", id="-1"), w("footnote", id="0")),
        _language("themeFontLang", language),
    ):
        put(settings, child, ORDER)


def set_language(styles: Element, language: Language) -> None:
    """Proof the whole style sheet in `language`, whatever the template was written in."""
    for old in [*styles.iter(qualified("w:lang"), qualified("w:rtl"))]:
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
    defaults = _child(styles, "docDefaults")
    if language.direction == "rtl":
        paragraphs = _child(_child(defaults, "pPrDefault"), "pPr")
        put(paragraphs, w("bidi"), UP_TO_BIDI)
    letters = _child(_child(defaults, "rPrDefault"), "rPr")
    letters.append(_language("lang", language))


def _language(name: str, language: Language) -> Element:
    """Name a language; Word asks for it apart for East Asian letters and for those from the right.

    The languages of letters that do not occur are those that Word itself writes.
    """
    east_asian = script_of(language.tag) in EAST_ASIAN
    from_right = language.direction == "rtl"
    return w(
        name,
        val=language.word,
        eastAsia=language.word if east_asian else "en-US",
        bidi=language.word if from_right else "ar-SA",
    )


def _child(parent: Element, name: str) -> Element:
    """Give the child of that name, put first where it is missing."""
    found = parent.find(qualified(f"w:{name}"))
    if found is None:
        found = w(name)
        parent.insert(0, found)
    return found
