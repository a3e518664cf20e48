"""What is asked where a message does not say enough: one sentence each, English and Indonesian."""

from __future__ import annotations

from bot.errors import N_
from bot.parsing.intents import Lang

WHICH_DATE = N_("Which date do you mean?")
WHICH_TIME = N_("Which day is meant, and in whose time zone?")
WHICH_TASK = N_("Which task do you mean?")
WHICH_THING = N_("Which task or program is this about?")
WHICH_PROGRAM = N_("Which program is this about?")
WHICH_PERSON = N_("Which person do you mean?")
WHAT_IS_DUE = N_("What should be done by then?")
WHO_TAKES_IT = N_("Who should take it?")
NEW_DATE = N_("What is the new date?")
WHAT_TO_DO = N_("What should be done?")

_INDONESIAN = {
    WHICH_DATE: "Tanggal mana yang Anda maksud?",
    WHICH_TIME: "Hari apa yang dimaksud, dan menurut zona waktu mana?",
    WHICH_TASK: "Tugas mana yang Anda maksud?",
    WHICH_THING: "Ini tentang tugas atau program yang mana?",
    WHICH_PROGRAM: "Ini tentang program yang mana?",
    WHICH_PERSON: "Siapa yang Anda maksud?",
    WHAT_IS_DUE: "Apa yang harus selesai pada tanggal itu?",
    WHO_TAKES_IT: "Siapa yang akan mengerjakannya?",
    NEW_DATE: "Tanggal barunya kapan?",
    WHAT_TO_DO: "Apa yang perlu dikerjakan?",
}


def in_language(question: str, lang: Lang) -> str:
    """The question in the reader's language."""
    return _INDONESIAN.get(question, question) if lang == "id" else question
