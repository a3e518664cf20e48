"""Those who are given a task, as they are found, and the words that several ways of giving share."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.parsing.dates.lexicon import words
from bot.parsing.intents import Said
from bot.parsing.message import Message

ASKS = words(
    "tolong mohon please pls plz can could bisa boleh harus to will jangan dont minta segera kindly "
    "should must need needs yang tlg"
)

FOR_SOMEONE = words(  # bought or written for a person, who is then not the one to do it
    "flight flights ticket tickets tiket visa hotel room rooms kamar seat kursi passport paspor badge "
    "invitation undangan letter surat gift hadiah birthday lunch dinner makan taxi taksi mobil car train "
    "kereta pesawat penerbangan contract kontrak honor fee"
)


@dataclass
class Owners:
    """Those given the task, and the characters that said so."""

    said: list[Said] = field(default_factory=list)
    cut: list[tuple[int, int]] = field(default_factory=list)
    leading: bool = False  # the text begins by addressing them

    def add(self, said: Said, start: int, end: int) -> None:
        if all(said.text != s.text for s in self.said):
            self.said.append(said)
        self.cut.append((start, end))


def known_member(m: Message, name: str) -> Said | None:
    """The member that the message names so, or by a part of it."""
    for mention in m.members:
        if mention.text.lower() in name.lower() or name.lower() in mention.text.lower():
            return Said(mention.text, mention.matches)
    return None
