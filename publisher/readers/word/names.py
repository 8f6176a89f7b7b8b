"""What paragraphs are by the names of their styles, in the languages of word processors.

Word and LibreOffice write the English names of their own styles whatever language they speak, yet
ids, old files, and other programs have local ones.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class Use(Enum):
    """What a paragraph is for."""

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BYLINE = "byline"
    DATE = "date"
    QUOTATION = "quotation"
    SOURCE = "source of a quotation"
    CAPTION = "caption"
    CREDIT = "credit"
    ITEM = "item of a list"
    CONTINUED = "continued item of a list"
    CONTENTS = "table of contents"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a name says; `level` is that of a heading, or of an item of a list, from 1."""

    use: Use
    level: int = 0
    ordered: bool = False


HEADINGS = """
    heading überschrift berschrift titre encabezado título ttulo titolo cabeçalho cabealho naslov
    наслов заголовок nagłówek nagwek nadpis címsor cmsor titlu заглавие επικεφαλίδα başlık balk
    kop rubrik overskrift otsikko titulli titull kreu kryetitull kreja 标题 標題 見出し 제목 عنوان
    כותרת virsraksts antraštė pealkiri izenburua títol međunaslov medjunaslov međunaslovi
    međunaslov međunaslov поднаслов међунаслов nëntitull subhead subheading crosshead zwischentitel
    intertitre zwischenüberschrift section headline
"""
TITLES = """
    title titel titre título ttulo titolo naslov наслов titulli titull titullikryesor название
    заголовок назва tytuł tytu název nzev názov nzov cím cm titlu заглавие τίτλος konubaşlığı
    konubal rubrik otsikko tittel 标题 標題 表題 제목 العنوان عنوان כותרת headline hed
    articletitle articleheadline mainheadline maintitle documenttitle doctitle glavninaslov
    naslovčlanka naslovclanka naslovteksta насловчланка насловтекста
    titulliiartikullit schlagzeile hauptüberschrift pavadinimas nosaukums
"""
SUBTITLES = """
    subtitle untertitel soustitre subtítulo subttulo sottotitolo podnaslov поднаслов nëntitulli
    nëntitull nntitulli nntitull подзаголовок підзаголовок podtytuł podtytu podtitul podtitulok
    podnadpis alcím alcm subtitlu подзаглавие υπότιτλος altyazı altyaz altbaşlık ondertitel
    underrubrik undertitel undertittel alaotsikko 副标题 副標題 副題 부제 deck dek standfirst
    subheadline subdeck
"""
BYLINES = """
    byline author authors autor autori autorka аутор аутори автор auteur autore autorja writer
    autorlinie verfasser autorizeile potpis потпис nënshkrimi
"""
DATES = "date datum датум datë data fecha дата dates publicationdate published dateline"
QUOTATIONS = """
    quote intensequote blocktext blockquote blockquotation quotations quotation pullquote zitat
    intensiveszitat citation citationintense cita citadestacada citazione citazioneintensa citação
    citao citaointensa citat intenzivancitat цитат интензиванцитат naglašencitat navod навод
    наводник citatintenziv citim citimi citimintensiv citimiintensiv cytat cytatintensywny citát
    vrazncitt výraznýcitát idézet idzet kiemeltidézet citatintens цитата2 выделеннаяцитата
    цитата интензивенцитат παράθεση έντονοεισαγωγικό alıntı alnt güçlüalıntı citaat
    duidelijkcitaat starktcitat stærktcitat strktcitat sitat sterktsitat lainaus
    erottuvalainaus 引用 明显引用 引用文 인용 اقتباس ציטוט isticanje истакнутицитат
    preformattedquote jakcitat html-blockquote
"""
SOURCES = "quotesource quotationsource quoteattribution attribution izvorcitata изворцитата"
CAPTIONS = """
    caption beschriftung légende lgende descripción descripcin epígrafe epgrafe leyenda didascalia
    legenda natpis натпис potpissliksa potpisslike potpisispodslike opisslike описслике legjenda
    legjendë legjend diçitura diitura titrat mbishkrim mbishkrimi названиеобъекта подпись підпис
    подписькрисунку titulek popis popisok képaláírás kpalrs legendă legend надпис λεζάντα
    resimyazısı resimyazs bijschrift beskrivning billedtekst bildetekst kuvanotsikko kuvateksti
    题注 標號 図表番号 캡션 illustration figure figur drawing abbildung slika слика imagecaption
    photocaption picturecaption figurecaption cutline bildunterschrift bildlegende fotolegende
    fotonatpis potpisfotografije потписфотографије потписслике përshkrimiifotos tablecaption table
    tabela tabelle gallerycaption
"""
CREDITS = """
    credit credits photocredit creditline imagecredit photographer fotograf fotografi фотограф
    kredit autorfotografije bildnachweis creditphoto fotonachweis
"""
BULLETS = """
    listbullet bulletlist bulletedlist aufzählungszeichen aufzhlungszeichen listepuces listeàpuces
    listaconviñetas listaconvietas puntoelenco commarcadores grafičkeoznake grafikeoznake
    znakovi nabrajanje набрајање listëmepika маркированныйсписок listapunktowana
"""
NUMBERS = """
    listnumber numberedlist numberlist listennummer listenumros listenuméros listaconnúmeros
    listaconnmeros numeroelenco numerada numerisanalista нумерисаналиста listanumerowana
    нумерованныйсписок listëmenumra
"""
CONTINUED = """
    listcontinue listenfortsetzung listecontinue continuarlista elencocontinua nastavakliste
    nastaviliste продолжениесписка
"""
CONTENTS = """
    toc tocheading contents contentsheading tableoffigures tableofcontents inhaltsverzeichnis
    verzeichnis inhaltsverzeichnisüberschrift tm tdc sommario sadržaj sadraj садржај
    tabelailustracija оглавление заголовокоглавления spistreści
    obsah kazalo përmbajtja index indexheading
    tableofauthorities illustrationindex userindex bibliographyheading
"""
CODES = """
    htmlpreformatted preformattedtext sourcecode code codeblock macrotext htmlcode verbatimchar
    htmlkeyboard htmlsample htmltypewriter sourcetext teletype verbatim
"""

LEVEL = re.compile(r"^(.*?)\s*([1-9])$")
EDGE = re.compile(r"[^\w]+|_")


def _keys(words: str, named: Named) -> Mapping[str, Named]:
    return {_key(word): named for word in words.split()}


def _key(name: str) -> str:
    return EDGE.sub("", unicodedata.normalize("NFC", name).casefold())


PLAIN: Mapping[str, Named] = MappingProxyType(
    {
        **_keys(HEADINGS, Named(use=Use.HEADING, level=1)),
        **_keys(SOURCES, Named(use=Use.SOURCE)),
        **_keys(CREDITS, Named(use=Use.CREDIT)),
        **_keys(CAPTIONS, Named(use=Use.CAPTION)),
        **_keys(BULLETS, Named(use=Use.ITEM, level=1)),
        **_keys(NUMBERS, Named(use=Use.ITEM, level=1, ordered=True)),
        **_keys(CONTINUED, Named(use=Use.CONTINUED, level=1)),
        **_keys(QUOTATIONS, Named(use=Use.QUOTATION)),
        **_keys(DATES, Named(use=Use.DATE)),
        **_keys(BYLINES, Named(use=Use.BYLINE)),
        **_keys(SUBTITLES, Named(use=Use.SUBTITLE)),
        **_keys(TITLES, Named(use=Use.TITLE)),
        **_keys(CODES, Named(use=Use.CODE)),
        **_keys(CONTENTS, Named(use=Use.CONTENTS)),
    }
)
LEVELLED: Mapping[str, Named] = MappingProxyType(
    {
        **PLAIN,
        **_keys(TITLES + HEADINGS, Named(use=Use.HEADING)),  # `Naslov` is a title, `Naslov 1` none
    }
)


def use_of(name: str) -> Named | None:
    """Say what a style is for by its name, or by its id; None where the name says nothing.

    >>> use_of("heading 2").level, use_of("Naslov 1").use, use_of("Naslov").use
    (2, <Use.HEADING: 'heading'>, <Use.TITLE: 'title'>)
    >>> use_of("berschrift3").level, use_of("My Style")
    (3, None)
    """
    numbered = LEVEL.match(name.strip())
    if numbered is None:
        return PLAIN.get(_key(name))
    found = LEVELLED.get(_key(numbered[1])) or PLAIN.get(_key(name))
    if found is None or found.use not in {Use.HEADING, Use.ITEM, Use.CONTINUED}:
        return found
    return Named(use=found.use, level=int(numbered[2]), ordered=found.ordered)
