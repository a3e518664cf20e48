"""What program officers write, English and Indonesian, as data: tag → phrases.

Phrases are compared word by word on folded text (lower case, no accents, no inner apostrophes, possessive
“'s” dropped); `_` stands for any one word. A word may end in “-nya”/“nya”.
"""

from __future__ import annotations

from bot.parsing.lexicon import changes, news, orders, partners, questions, talk, verbs

PHRASES: dict[str, str] = (
    orders.PHRASES
    | verbs.PHRASES
    | talk.PHRASES
    | questions.PHRASES
    | changes.PHRASES
    | partners.PHRASES
    | news.PHRASES
)
