"""The words with which pages lead away from an article, in the languages of the house.

They are patterns, each matched from the start of a line.
"""

import re

ENGLISH = (
    r"read (?:more|also|next|on|this next)",
    r"also read|see also",
    r"related(?: (?:stories|articles|news|posts|content|topics|coverage))?",
    r"more (?:on|from|stories|about)",
    r"recommended|you (?:may|might) also|don.t miss|most (?:read|popular)|trending",
    r"tags?|topics|share(?: this)?|comments?|follow us|sign up|subscribe",
    r"advertisement|sponsored|watch(?: also)?:",
)
SERBIAN = (
    r"pročitajte(?: (?:i|još|više|takođe))?|procitajte|čitajte|opširnije|saznajte više",
    r"pogledajte(?: (?:i|još|video))?|bonus video|video:",
    r"povezan[eio](?: \w+)?|slične vesti|najčitanije|najnovije(?: vesti)?|preporuč\w+",
    r"oznake|tagovi|komentari|podelite|podijelite|oglas|reklama|još iz rubrike|pratite nas",
    r"прочитајте(?: (?:и|још|више|такође))?|читајте|опширније|сазнајте више",
    r"погледајте(?: (?:и|још|видео))?|бонус видео|видео:",
    r"повезан[еио](?: \w+)?|сличне вести|најчитаније|најновије(?: вести)?|препоруч\w+",
    r"ознаке|тагови|коментари|поделите|оглас|реклама|још из рубрике|пратите нас",
)
ALBANIAN = (
    r"lexo(?:ni)?(?: (?:edhe|më shumë|gjithashtu))?|shiko(?:ni)?(?: edhe)?|shih edhe",
    r"(?:lajme |artikuj )?të ngjashm[eë]|më të lexuarat|të fundit|ju rekomandojmë|rekomandim\w*",
    r"etiketa|komente|shpërndaj(?:e|eni)?|reklamë?|na ndiqni",
)
ADVERTISEMENTS = (
    r"(?:skip |continue reading below )?advertisements?|ads?|sponsored(?: content)?|promoted",
    r"article continues below(?: advertisement)?|story continues below(?: advertisement)?",
    r"oglasi?|reklam[aeë]|nastavak (?:teksta )?ispod oglasa|оглас|реклама",
    r"vazhdon pas reklamës|lexo pas reklamës|promo",
)
TOOLS = (
    r"copy link|print(?: this page)?|listen(?: to this article)?|save(?: article)?|share|bookmark",
    r"(?:od)?štampaj(?: stranu)?|kopiraj (?:link|vezu)|podeli|podijeli|sačuvaj|poslušaj",
    r"(?:од)?штампај(?: страну)?|копирај (?:линк|везу)|подели|сачувај|послушај",
    r"kopjo linkun|printo(?: faqen)?|shpërnda(?:je|j)?|ruaj|dëgjo",
)
ASKING = (  # what a page asks of its readers, in a line or a short paragraph
    r"follow (?:us|\S.{0,50})\bon (?:facebook|x\b|twitter|instagram|tiktok|whatsapp|bluesky)",
    r"(?:like|join|find) us\b.{0,60}(?:facebook|instagram|whatsapp|telegram|viber)",
    r"do you have (?:a |any )?(?:story|tip|information|news)",
    r"send (?:us )?your (?:story|stories|tip|news)|support (?:our|independent|us)\b",
    r"download (?:our|the) app|get (?:our|the) (?:newsletter|app)",
    r"kakvo je (?:tvoje|vaše) mišljenje|učestvuj(?:te)? u diskusiji|koje je vaše mišljenje",
    r"какво је (?:твоје|ваше) мишљење|учествуј(?:те)? у дискусији|what do you think\?",
    r"ako imate (?:priču|neku priču|informacij|fotografij|predlog)|(?:za)?pratite nas\b",
    r"podržite (?:nas|nezavisn|rad|slobodn)|budite u toku",
    r"pridružite (?:nam )?se\b.{0,60}(?:viber|telegram|grup|kanal)",
    r"preuzmite (?:našu |besplatnu )?\w* ?aplikacij",
    r"prijavite se (?:na|za) .{0,30}(?:njuzleter|newsletter|bilten)",
    r"ако имате (?:причу|неку причу|информациј|фотографиј|предлог)|(?:за)?пратите нас\b",
    r"подржите (?:нас|независн|рад|слободн)|будите у току",
    r"придружите (?:нам )?се\b.{0,60}(?:вајбер|телеграм|груп|канал)",
    r"преузмите (?:нашу |бесплатну )?\w* ?апликациј",
    r"пријавите се (?:на|за) .{0,30}(?:њузлетер|билтен)",
    r"na ndiqni\b|bashkohu(?:ni)?\b.{0,60}(?:viber|telegram|whatsapp|facebook|grup|kanal)",
    r"nëse keni (?:një )?(?:histori|informacion|ide)|abonohu(?:ni)?\b",
    r"shkarko(?:ni)? aplikacionin|mbështet(?:ni)? (?:gazetarinë|na)\b",
)
NOTICING = (  # what a page says of its own machinery, wherever it stands
    r"your browser does not support|this video (?:requires|cannot)|to view this video",
    r"ovaj video zahteva|vaš pregledač ne|bonus video\b|овај видео захтева|ваш прегледач не",
    r"бонус видео\b|reklama po ngarkohet|ky video kërkon|shfletuesi juaj nuk",
)
BEFORE = r"[^\w\"'“”„«»‘’]*"  # nothing that someone says
APPEALS = re.compile(rf"{BEFORE}(?:{'|'.join(ASKING)})", re.IGNORECASE)
NOTICES = re.compile(rf"{BEFORE}(?:{'|'.join(NOTICING)})", re.IGNORECASE)
ABOUT_PAGE = re.compile(
    r"©|\bcopyright\b|all rights reserved|\bsva prava|\bсва права|të gjitha të drejtat|\bcookies?\b"
    r"|kolačić|колачић|\bprivacy\b|privatnost|приватност|privatësi|\bimpressum\b|^\W*izdavač\b"
    r"|^\W*издавач\b|matični broj|матични број",
    re.IGNORECASE,
)
LEADING_AWAY = re.compile(
    rf"[\W_]*(?:{'|'.join((*ENGLISH, *SERBIAN, *ALBANIAN))})\b", re.IGNORECASE
)
LABELS = re.compile(rf"[\W_]*(?:{'|'.join((*ADVERTISEMENTS, *TOOLS))})\b", re.IGNORECASE)
ADVERT = re.compile(rf"[\W_]*(?:{'|'.join((*ADVERTISEMENTS, *TOOLS))})[\W_]*", re.IGNORECASE)
