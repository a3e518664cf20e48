"""A message that gives a new contact or organisation."""

from __future__ import annotations

from bot.parsing.addresses import EMAIL, PHONE
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import AddPartner, Understood
from bot.parsing.logs import log_of, recognise_log
from bot.parsing.message import Message
from bot.parsing.people import read_partner


def read_addition(m: Message) -> Understood | None:
    """The contact that the message gives; a meeting told beside it comes second."""
    announced = any(m.at(i) not in _FOLLOWS for i, _ in m.places("new_contact")) or _asked_to_add(m)
    labelled = m.at(0) in _KEEPS and ":" in m.masked[: m.end_of(2) + 2]
    details = _addressed(m)
    announced = announced or (labelled and details)
    if not announced and not (details and _describes(m)):
        return None
    if "?" in m.masked and not announced:
        return None
    partner = read_partner(m.masked, m.reading)
    if not (partner.name or partner.organisation):
        return None
    log = recognise_log(m) if m.has("met", "called") else None
    more = (log_of(m),) if log else ()
    sure = (
        announced
        and bool(partner.name or partner.organisation)
        and (details or bool(partner.role) or (m.has("new_contact") and m.places("new_contact")[0][0] <= 2))
    )
    return Understood(partner, 0.72 if sure else 0.62, more=more)


_KEEPS = words("contact kontak narahubung cp pic save simpan catat add tambah store")
_FOLLOWS = words(
    "kartu business nomor pengganti menggantikan successor replaces taking"
)  # of a person, or of a thing


def _asked_to_add(m: Message) -> bool:
    """“Please add Dr. Novak, curator, …”: a verb of keeping, then someone with a role, a house or an
    address."""
    first = next((i for i, w in enumerate(m.words.words[:5]) if w in _ADDS), None)
    addressed = _addressed(m) and _keeps(m)
    if not addressed and (first is None or m.has("task_label") or any(s.when for s in m.strong)):
        return False
    partner = read_partner(m.masked, m.reading)
    if addressed and partner.name and (partner.email or partner.phone):
        return True
    if first is None or not partner.name:
        return False
    described = bool(partner.role) + bool(partner.organisation) + bool(partner.email or partner.phone)
    return m.masked[m.end_of(first) :].lstrip()[:1].isupper() and described >= 2


_ADDS = words("add save register store tambah tambahkan tambahin simpan simpen catat masukkan daftarkan")


def _addressed(m: Message) -> bool:
    """Whether an e-mail address or a telephone number stands in the words."""
    return EMAIL.search(m.masked) is not None or PHONE.search(m.masked) is not None


def _keeps(m: Message) -> bool:
    """Whether an address is to be kept: “nomor Pak Fauzi …, tolong disimpan”, “add ke database: …”."""
    return any(w in _KEEPS or w in _STORED for w in (*m.words.words[:5], *m.words.words[-3:]))


_STORED = words(
    "write keep number nomor nomornya register disimpan dicatat simpen tambahkan tambahin masukkan masukin "
    "daftarkan nitip titip database addressbook"
)


def _describes(m: Message) -> bool:
    """Whether the words beside an address describe its owner, rather than ask to use it."""
    if any(i == 0 for i, _ in m.places("request", "verb")):
        return False
    partner: AddPartner = read_partner(m.masked, m.reading)
    return bool(partner.name and (partner.role or partner.organisation))
