"""The words that credit lines are made of, apart from names: labels, notes, marks of a name."""

import re

from publisher.model.agencies import find_supplier

LONGEST = 120  # characters of a part that can be anything; what is longer is a sentence

# A picture, and who makes one, in the languages of the region and of the large agencies.
PICTURE = (
    r"photo(?:s|graphs?|graphy|illustrations?)?|pictures?|pics?|images?|illustrations?|graphics?|"
    r"artworks?|drawings?|maps?|cartoons?|videos?|stills?|infographics?|"
    r"fotos?|fotografij[ae]|fotografi(?:a|ja|je|të|ve)?|fotot|fotografie|fotografías?|fotó|fotoğraf|"
    r"фото|фотографиј[ае]|фотография|фотографія|снимк[аи]|снимак|snima[ck]|snimci|slik[ae]|слик[ае]|"
    r"ilustracij[ae]|илустрациј[ае]|ilustrim|grafika|графика|grafikë|harta|bild|bilder|"
    r"imagen|imagem|immagine|kép|zdjęcie|zdjęcia|obrazek|beeld|φωτογραφία|φωτο|pamje|pamjet|video"
)
MAKER = (
    r"photographers?|fotografi|fotograf|fotografë|fotoreporter|snimi[olt]a?|snimili|снимио|снимила|"
    r"снимили|autor(?:ka)?|аутор(?:ка)?|автор|autori|autorja"
)
ORIGIN = (
    r"credits?|sources?|courtesy|copyright|files?|handout|pool|crédits?|crédito|créditos|crediti|"
    r"izvor|извор|burimi|quelle|fonte|fuente|źródło|источник|копирајт|arhiv[ae]?|архив[ае]?|arkiv"
)
JOIN = (
    r"and|or|of|for|by|cover|main|top|lead|featured|feature|screen|title|naslovna|насловна|"
    r"naslovne|glavna|главна|i|и|dhe|e|et|y|de|stock|press|illustrative|archive|agency|own"
)
PHRASE = rf"(?:(?:{JOIN})\s+){{0,2}}(?:{PICTURE}|{MAKER}|{ORIGIN})"
MORE = rf"(?:[ \u00a0/&+-]+(?:{PICTURE}|{MAKER}|{ORIGIN}|{JOIN})){{0,3}}"

COLON = rf"(?:{PHRASE}){MORE}[ \u00a0]?(?:[:：]|\.\.\.|…)"
GIVEN = r"taken|shot|provided|supplied|submitted|contributed|released|obtained|made|distributed"
BY = (
    rf"(?:(?:handout|file|pool|stock|courtesy)\s+)?(?:{PICTURE})(?:\s+(?:illustrations?|credits?))?"
    rf"(?:\s+(?:{GIVEN}))?\s+by"
)
OF = (
    r"fotot?\s+nga|fotografi(?:a|të)?\s+nga|foto\s+(?:di|de|von|van|door|af|av|od)|photos?\s+de|"
    r"фото\s+на|снимка\s+на|photos?\s+from\s+the\s+archives?\s+of|fot(?:o|ografij[ae])\s+iz\s+arhiv\w+|"
    r"фото(?:графиј[ае])?\s+из\s+архив\w+|fotot?\s+nga\s+arkiv\w+"
)
COURTESY = (
    rf"(?:(?:{PICTURE})[ \u00a0,:]+)?(?:courtesy(?:\s+of)?|by\s+courtesy\s+of|"
    r"ljubaznošću|љубазношћу|me\s+mirësjellje(?:n)?(?:\s+(?:e|të|nga))?|mirësjellje(?:\s+(?:e|nga))?|"
    r"ustupi(?:o|la|li)|уступи(?:о|ла|ли))(?:\s*:)?"
)
RIGHTS = r"(?:©|\(c\)|ⓒ|copyright)(?:\s*(?:©|\(c\)))?(?:\s+by\b)?"
LIST = rf"image\s+source,|image\s+copyright|(?:{GIVEN})\s+by"
BARE = (
    r"(?-i:(?:Fotos?|FOTO|Photos?|PHOTO|Фото|ФОТО)"
    r"(?=\s*/|\s+(?:via\s|©|\(|[^\W\d_a-zа-яђ-џëçčćšžđ])))"
)
LABEL = re.compile(
    rf"(?:{COLON})|(?:{BY}|{OF}|{COURTESY}|{LIST}|by)(?=[\s:])|(?:{RIGHTS})(?!\w)|fot\.(?=\s)|{BARE}",
    re.IGNORECASE,
)

YEAR = re.compile(r"(?:1[89]|20)\d\d(?:\s*[-–—,/]\s*(?:(?:1[89]|20)\d\d|\d\d(?!\d)))*(?![\w-])")

PHOTO = r"(?:photos?|images?|photographs?|pictures?|footage|video)"
STATE = r"(?:file|pool|hand-?\s?out|archives?|archival|staff|courtesy|contributed|submitted|stock)"
SCREEN = (
    r"(?:screen\s?shots?|screen\s?grab|video\s?grab|frame\s?grab|video\s+still|print\s?screen|prtscr|"
    r"skrinšot|скриншот|принтскрин|snimak\s+ekrana|pamje\s+nga\s+video|shkrepje\s+ekrani)"
)
NOTES = (
    rf"{STATE}(?:\s+{PHOTO})?",
    r"stringer|staff\s+(?:photographer|writer|illustrator)|contributor|contributing\s+photographer",
    r"freelancer?|photographer|photojournalist|fotograf|uncredited|str|stf|anonymous|undated",
    r"photo\s+illustration|illustration|ilustracija|илустрација|ilustrim|ilustrativna\s+fotografija",
    r"foto[ -]?ilustracija|foto[ -]?arhiva|фото[ -]?архива|foto[ -]?arkiv|ilustrativna",
    r"илустративна",
    SCREEN,
    r"(?:privatna|lična|porodična|приватна|лична|породична)?\s*(?:arhiva|архива|arhiv|архив)",
    r"(?:arkivi?|arkivë|arkiva)(?:\s+(?:personale?|privat|familjar))?|nga\s+arkivi",
    r"(?:private|personal|family)\s+(?:archives?|collection|photo)",
    r"arhivsk[ai]\s+(?:foto\w*|snim\w+)|архивск[аи]\s+(?:фото\w*|сним\w+)|ustupljena\s+fotografija|уступљена\s+фотографија",
    r"public\s+domain|creative\s+commons|gfdl|gnu\s+fdl|cc[ -]?0(?:\s+1\.0)?",
    r"all\s+rights\s+reserved|cropped|edited|modified|editorial\s+use\s+only|no\s+changes",
    r"cc(?:[ -]by(?:[ -](?:sa|nc|nd))*)?(?:[ -]\d\.\d)?(?:[ -][a-z]{2,4})?(?:\s*<\S+>)?",
    r"pdm?(?:\s+1\.0)?",
    r"sva\s+prava\s+zadržana|сва\s+права\s+задржана|used\s+(?:with|by)\s+permission",
    r"(?:ai|computer)[ -]generated|royalty[ -]free|video|видео",
    rf"(?:{YEAR.pattern}|\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?\d{{2,4}}\.?)",
)
NOTE = re.compile("|".join(f"(?:{note})" for note in NOTES), re.IGNORECASE)
NOTE_AFTER = re.compile(
    rf"\s+(?:{SCREEN}|(?:file|pool|hand-?out|archive|staff|stock)(?:\s+{PHOTO})?|(?:1[89]|20)\d\d)$",
    re.IGNORECASE,
)
NOTE_BEFORE = re.compile(rf"{SCREEN}\s+(?=\S)", re.IGNORECASE)

# Words that stand in names of bodies, and not in names of persons.
BODY = re.compile(
    r"\b(?:agenc(?:y|ies)|agjencia|agencija|агенција|news|press|presse|media|medija|медиј\w*|photos?|"
    r"images?|pictures|studios?|productions?|tv|televi[sz]\w+|телевизија|radio|радио|museums?|muzej|"
    r"музеј|muzeu|ministry|ministarstv\w+|министарств\w+|ministria|offices?|government|vlad[ae]|"
    r"влад[ае]|qeveria|police|policij[ae]|полициј[ае]|policia|army|vojsk[ae]|војск[ае]|navy|"
    r"forces?|university|univerzitet|универзитет|universiteti|institut\w*|институт|cent(?:er|re|ar)|"
    r"центар|qendra|foundation|fond\w*|фонд\w*|archives?|arhiv\w*|архив\w*|arkivi|library|"
    r"bibliote\w+|библиотека|gallery|galerij[ae]|галериј[ае]|galeria|company|corp|inc|ltd|llc|gmbh|"
    r"times|post|daily|weekly|gazette|gazeta|herald|tribune|journal|magazine|insight|portal\w*|"
    r"online|newspaper|opštin[ae]|општин[ае]|općina|komun[ae]|municipality|department|services?|"
    r"služb[ae]|служб[ае]|clubs?|klub|клуб|federation|savez|савез|federata|association|društvo|"
    r"udruženje|shoqata|party|council|savet|савет|kuvendi|parliament|skupštin[ae]|скупштин[ае]|"
    r"commission|committee|embassy|ambasad[ae]|амбасад[ае]|presiden(?:cy|ca)|kabinet|кабинет|"
    r"kancelarij[ae]|канцелариј[ае]|zyra|republik\w+|републик\w+|mup|муп|agence|agencia|agenzia|"
    r"agentur|zeitung|verlag|nasa|space|satellite|technologies|vesti|вести|novine|новине|list|"
    r"pool|gov|team|group|grupa|ngo|nvo|нво|unit|command|corps|brigade|division|collections?|koleksion\w*|zbirk\w*|"
    r"kolekcij\w*|збирк\w*|колекциј\w*)\b",
    re.IGNORECASE,
)
TITLED = re.compile(r"(?:The|THE) [A-Z]")
DOMAIN = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}(?:/\S*)?", re.ASCII)
SHORT = re.compile(r"(?=.*[^\W\d_])(?:[^\W_a-zа-яђ-џ]{2,6})(?:[ -]?\d+)?")
INNER = re.compile(r"\w*[a-zа-яђ-џ]+[A-ZЂ-ШČĆŠŽĐ]+\w*|[A-ZЂ-Ш]{2,}[a-zа-яђ-џ]+\w*")
PARTICLE = re.compile(
    r"v[ao]n|de[rlns]?|di|d[aou]s?|af|av|el|al|bin|ibn|la|le|du|den|ten|ter|zu|und|and|&|i|и|dhe|y|e|"
    r"et|a|[а-я]ан",
)
NAME_WORD = re.compile(r"(?:[dlO]['’]|al-|el-)?[^\W\d_][\w.'’´`ʼ-]*")
PERSON = range(2, 6)  # words of a person's name, with title and middle names
PERSON_WORDS = 12  # of the names of several persons


def is_note(text: str) -> bool:
    """Tell whether a part of a credit says something else than a name."""
    return len(text) <= LONGEST and NOTE.fullmatch(text) is not None


def is_body(text: str) -> bool:
    """Tell whether a name is that of an agency, a paper or another body.

    >>> is_body("Ministry of Defence"), is_body("BIRN"), is_body("KoSSev"), is_body("Arta Lila")
    (True, True, True, False)
    """
    if len(text) > LONGEST:
        return False
    if find_supplier(text) or BODY.search(text) or TITLED.match(text) or DOMAIN.fullmatch(text):
        return True
    return bool(SHORT.fullmatch(text) or INNER.fullmatch(text))


def is_person(text: str) -> bool:
    """Tell whether a name has the form of a person's, or of several persons'.

    >>> is_person("Arta van der Lila"), is_person("С. Лукин"), is_person("the bridge")
    (True, True, False)
    """
    if len(text) > LONGEST or find_supplier(text) or BODY.search(text):
        return False
    words = text.replace(",", " & ").split()
    names = [word for word in words if not PARTICLE.fullmatch(word)]
    if not names or len(words) > PERSON_WORDS or words[0] not in names or words[-1] not in names:
        return False
    if len(names) not in PERSON and len(names) == len(words):
        return False
    return len(names) > 1 and all(NAME_WORD.fullmatch(n) and n[:1] in n[:1].upper() for n in names)
