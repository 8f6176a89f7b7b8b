"""The words by which the lines of a copied page are known, in the languages of the house and more.

They are patterns for a whole line or its start, whatever the case of its letters.
"""

import re

from publisher.readers import closing
from publisher.readers.days import CHANGED_WORDS

PUBLISHED = (
    r"(?:first |originally )?(?:published|posted|created|date)|objavljeno|postavljeno|datum"
    r"|објављено|постављено|датум|publikuar|postuar|data|veröffentlicht|erstellt|stand"
    r"|publié|pubblicato|publicado|objavljen[oa]?|објавено|публикувано"
)
DATED = re.compile(
    rf"\W*(?:{PUBLISHED}|{CHANGED_WORDS})\b"
    r"(?:\s+(?:on|at|më|am|le|il|el|em|u|у|dana|дана|:))*\s*:?\s*",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\W*(?:\d+\s*(?:min(?:ute)?s?|minuta|минута|minuta lexim)\b(?:\s*(?:read|čitanja|lexim\w*))?"
    r"|(?:u|at|ora|në orën)?\s*\d{1,2}[:.h]\d{2}(?:\s*(?:[ap]\.?m\.?|h|uhr))?(?:\s*[A-Z]{2,4})?"
    r"|(?:an?|\d+) (?:minute|hour|day|week|month|year)s? ago|pre \d+ \w+|пре \d+ \w+"
    r"|para \d+ \w+|just now)\W*",
    re.IGNORECASE,
)
SECTIONS = re.compile(
    r"\W*(?:home|news|latest|world|region(?:al)?|local|politics|business|economy|sports?|culture"
    r"|opinions?|analysis|interviews?|features?|video|photos?|galler(?:y|ies)|exclusive|breaking"
    r"|breaking news|live|explainer|editorial|commentary|comment|society|science|health"
    r"|technology|travel|europe|balkans|kosovo|serbia|albania|menu|search|log in|sign in|login"
    r"|naslovna|početna|vesti|vijesti|društvo|politika|ekonomija|svet|svijet|region|hronika"
    r"|kultura|zabava|mišljenje|kolumna|komentar|intervju|analiza|stav|srbija|meni|pretraga"
    r"|насловна|почетна|вести|друштво|политика|економија|свет|регион|хроника|спорт|култура"
    r"|мишљење|колумна|коментар|интервју|анализа|србија|косово"
    r"|ballina|kryefaqja|lajme|politikë|ekonomi|botë|bota|rajoni|kosovë|kosova|shqipëri|siguri"
    r"|kulturë|opinione?|intervistë|analizë|kronika|kronikë|shëndetësi|kërko"
    r"|startseite|lokales|politik|wirtschaft|accueil|politique|cronaca|inicio"
    r"|skip to (?:main )?content|back to top|preskoči na sadržaj|kalo te përmbajtja)\W*",
    re.IGNORECASE,
)
CRUMBS = re.compile(r"\S[^.!?]{0,40}(?:\s*[>›»→]\s*|\s/\s)\S[^.!?]*")
ALONE = re.compile(  # leads away from the article, with what follows
    r"\W*(?:related(?: \w+){0,2}|read (?:more|also|next)|see also|also read|more from [\w ]+"
    r"|most (?:read|popular)|trending(?: now)?|recommended(?: for you)?|you (?:may|might) also like"
    r"|what to read next|more stories|latest (?:news|stories)|editors?[’'] picks?"
    r"|pročitajte(?: (?:i|još|više|takođe|i ovo))?|čitajte(?: (?:i|još))?|povezane? \w+"
    r"|slične vesti"
    r"|najčitanije|najnovije(?: vesti)?|preporuč\w+|još iz rubrike|ostale vesti"
    r"|прочитајте(?: (?:и|још|више|такође))?|повезане? \w+|сличне вести|најчитаније"
    r"|најновије(?: вести)?|препоруч\w+|још из рубрике"
    r"|lexo(?:ni)?(?: (?:edhe|më shumë|gjithashtu))?|(?:lajme |artikuj )?të ngjashm[eë]"
    r"|më të lexuarat|të fundit|të rekomanduara|të tjera nga \w+|më shumë nga \w+|lajme të tjera"
    r"|author[’']s selected articles|more (?:by|from) (?:the|this) author|selected articles"
    r"|lesen sie auch|mehr zum thema|à lire aussi"
    r"|leggi anche|comments?|komentari|komente(?:t)?|коментари|tags?|oznake|tagovi|ознаке|etiketa)"
    r"\s*(?:\(\d+\))?\s*[:：]?\W*",
    re.IGNORECASE,
)
COMMENTS = re.compile(
    r"\W*(?:comments?|komentari?|коментари?|komente(?:t)?|leave a (?:comment|reply)|kommentare"
    r"|pošalji komentar|пошаљи коментар)\s*(?:\(?\d+\)?)?\s*:?\W*",
    re.IGNORECASE,
)
NETWORKS = re.compile(
    r"(?:\W*\b(?:facebook|twitter|whatsapp|telegram|viber|linkedin|instagram|youtube|messenger"
    r"|reddit|pinterest|tiktok|x|e-?mail|rss)\b)+\W*",
    re.IGNORECASE,
)
STRONG = re.compile(  # leads away, whatever follows
    r"\W*(?:read (?:more|also|next)|also read|see also|related (?:stories|articles|news|posts)"
    r"|sign up|subscribe|follow us|don.t miss|pročitajte (?:i|još|više|takođe)|procitajte (?:i|jos)"
    r"|(?:bonus )?video ?:|(?:бонус )?видео ?:|opširnije|saznajte više"
    r"|прочитајте (?:и|још|више|такође)|опширније"
    r"|сазнајте више|lexo(?:ni)? (?:edhe|më shumë|gjithashtu)|shih edhe"
    r"|lesen sie auch|à lire aussi|leggi anche)(?!\w)",
    re.IGNORECASE,
)
PROMOTION = re.compile(
    r"\W*(?:sign up|subscribe|follow us|join us|download|get (?:the|our)|pratite|prijavite se"
    r"|pretplatite se|pridružite|пратите|пријавите се|претплатите се|na ndiqni|abonohu"
    r"|our standards)"
    r"\b.{0,200}\b(?:newsletters?|alerts?|inbox|channels?|whatsapp|telegram|viber|facebook|app"
    r"|instagram|youtube|principles|standards|bilten|kanal\w*|aplikacij\w+|билтен|канал\w*"
    r"|апликациј\w+|rrjetet sociale|kanalin)\b.{0,160}",
    re.IGNORECASE,
)
BEFORE_CAPTION = re.compile(
    r"(?:\[\d{1,2}/\d{1,2}\]|(?:item|image|photo|slide) \d+ of \d+:?)\s*", re.IGNORECASE
)
AFTER_LINE = re.compile(
    r"(?<!\s)\s*+(?:purchase licensing rights)?(?:,?\s*+opens (?:in )?(?:a )?new (?:tab|window))?"
    r"\s*+(?:>>\s*+)?$",
    re.IGNORECASE,
)
IMAGE = re.compile(r"image (?P<what>caption|source)\s*[,:]?\s*(?P<words>.*)", re.IGNORECASE)
ROLE = re.compile(
    r".{0,40}\b(?:writer|reporter|correspondent|editor|contributor|columnist|journalist|bureau"
    r"|novinar(?:ka)?|dopisni(?:k|ca)|uredni(?:k|ca)|redakcija|новинар(?:ка)?|дописни(?:к|ца)"
    r"|уредни(?:к|ца)|редакција|gazetar(?:e|ja|i)?|korrespondent(?:e|ja|i)?|redaktor(?:e|i)?)\b.{0,40}",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"\W*(?:sources?|izvori?|извори?|burim(?:i|et)|quelle|fonte|fuente)\s*:\s*\S", re.IGNORECASE
)
TAGS = re.compile(
    r"\W*(?:tags?|keywords|topics|tagovi|oznake|ključne reči|тагови|ознаке|кључне речи"
    r"|etiket[aë]t?|fjalë kyçe|schlagw[oö]rter|mots[- ]clés)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"\W*(?:sign up (?:for|to)|subscribe|follow us|join our|download (?:the|our)|listen to this"
    r"|click here|share (?:this|on|via)|tweet|e-?mail this|print this|view (?:all )?comments"
    r"|leave a (?:comment|reply)|accept (?:all )?cookies|continue reading|show more|load more"
    r"|this article is for subscribers|already a subscriber|support our|donate"
    r"|pratite nas|prijavite se|pretplatite se|preuzmite (?:našu )?aplikaciju|podelite?|podijelite?"
    r"|пратите нас|пријавите се|претплатите се|поделите?"
    r"|na ndiqni|ndiqni|abonohu|regjistrohu|shpërnda\w*|shkarko)\b.{0,60}",
    re.IGNORECASE,
)
NOTE = re.compile(rf"{closing.NOTE.pattern}|^{SOURCE.pattern}", re.IGNORECASE)
MAIL = re.compile(
    r"(?P<key>from|to|cc|bcc|sent|date|subject|reply-to|message-id|mime-version|content-type"
    r"|x-[\w-]+|od|za|šalje|datum|predmet|tema|од|за|датум|предмет|nga|për|data|subjekti|tema"
    r"|von|an|gesendet|betreff|de|à|objet|envoyé)\s?:\s*(?P<value>.*)",
    re.IGNORECASE,
)
SUBJECTS = frozenset({"subject", "predmet", "предмет", "tema", "subjekti", "betreff", "objet"})
DATES = frozenset({"date", "sent", "datum", "датум", "data", "gesendet", "envoyé"})
