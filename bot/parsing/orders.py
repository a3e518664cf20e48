"""Words that order by their form alone: Indonesian “-kan” and “-in”, an English verb before its object."""

from __future__ import annotations

from bot.parsing.dates.lexicon import words

_NOUNS_KAN = words(
    """akan ikan bukan makan pekan rekan bahkan sedangkan misalkan melainkan berdasarkan asalkan seakan
    jangankan gerakan tindakan masakan cetakan masukan tembakan kotakan tolakan ledakan percetakan
    pergerakan perbaikan perusakan silakan silahkan kebijakan kerusakan kenaikan kebaikan kebakaran
    kekacauan umpamakan alamakan tekan bikan lakan arakan pijakan cekikan desakan injakan letakan
    sidikan usikan colokan pasokan rujukan pelukan tebakan gebrakan lonjakan anjakan hentakan benturkan"""
)
_NOUNS_IN = words(
    """admin mesin resin ingin mungkin kemarin lain main yakin izin ijin dingin angin cermin disiplin vaksin
    kantin latin kain rutin miskin batin senin domain asin begin within again captain chairman berlin dublin
    berikutnya hairpin margin origin plugin pumpkin robin ruin satin train villain vitamin violin main raisin
    curtain certain contain explain maintain mountain obtain remain retain sustain bargain captain fountain
    britain join coin cabin cousin basin login admin stain chain brain grain plain drain gain pain rain main
    rukin jamin pimpin pemimpin cemin poin koin kucing dolfin penguin toksin urin heroin dekin lilin permen
    berain desain alin kafein protein bensin insulin doktrin marin bikin"""
)
_PREFIXES = ("me", "ter", "pem", "pen", "pel", "peg", "di", "se", "ke", "ber")
_KEPT = words(  # roots that begin like a prefix
    """keluarkan kembalikan kerjakan kemukakan kenakan kendalikan keringkan kecilkan kencangkan kemaskan
    kerahkan kelompokkan serahkan selesaikan sebarkan sebutkan sediakan sewakan sertakan segerakan
    sesuaikan seberangkan berikan beritahukan beresin selesaiin selipkan semprotkan dinginkan dirikan
    diamkan terangkan terapkan terjemahkan teruskan tertibkan terbitkan menangkan mesankan"""
)

_OBJECTS = words(
    "the a an our my your their his her this these those all every each any some another both last it them"
)
PARTICLES = words("out up off down away back together")
_NO_ORDER = words(
    """a about above across actually after again all almost along already also although always am among an and
    another any anyone anything anyway are around as at be because been before behind being below besides
    between both but by came did do does down during each either else even ever every everyone everything
    except fell few first for found from gave good got great had half happy has have he hello hence her here
    hey hi his hope how however i if in indeed inside instead into is it its just kept knew last lately least
    left less like lost love lots made many maybe me mean meanwhile met might mine miss more most much my near
    neither never new next nice no nobody none nor not nothing now of off often on once one only onto or other
    our out outside over own past perhaps per plenty quite rather read really right said same saw says see
    seems sent several shall she should since so some someone something sometimes soon sorry still such sure
    than thank thanks that the their them then there these they think this those though thought three through
    till to together told tomorrow tonight too took towards two under unless until up upon us used very via
    was we well went were what when where whether which while who whom whose why will with within without
    won wonder would wow yes yesterday yet you your lunch dinner breakfast coffee traffic photo video news
    guess believe imagine remember forget wish enjoy know looks look sounds sound feels feel hats shame pity
    credit kudos cheers welcome congrats congratulations hooray yay oh ah well done back up down minus plus
    despite regarding re fwd fw fyi btw today monday tuesday wednesday thursday friday saturday sunday half
    lol haha hahaha hehe wkwk omg wow ugh hmm eh loh
    best worst worth true false big small long short early late full empty open dear part both rest days"""
)


def orders(word: str) -> bool:
    """Whether an Indonesian word orders by its ending: “asuransikan”, “cetakin”, not “percetakan”."""
    if len(word) < 6 or word in _NOUNS_KAN or word in _NOUNS_IN:
        return False
    if word[-3:] == "kan" or (word[-2:] == "in" and word[-3] not in "ao" and word.isascii()):
        return word in _KEPT or not word.startswith(_PREFIXES)
    return False


def before_its_object(said: tuple[str, ...], i: int) -> bool:
    """Whether an English word that no list has stands as a verb before its object: “dig out the forms”."""
    word = said[i]
    if len(word) < 3 or not word.isascii() or not word.isalpha() or word in _NO_ORDER:
        return False
    if word.endswith(("ed", "ing", "ly")) or (word.endswith("s") and not word.endswith("ss")):
        return False
    rest = said[i + 1 : i + 3]
    if rest and rest[0] in PARTICLES:
        return len(rest) > 1 and (rest[1] in _OBJECTS or rest[1] in ("three", "two", "four", "ten"))
    return bool(rest) and rest[0] in _OBJECTS
