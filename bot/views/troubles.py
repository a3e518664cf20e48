"""What went wrong at Slack, told to somebody who can put it right."""

from __future__ import annotations

from bot.errors import N_
from bot.i18n import Translator
from bot.views.kit import Message, channel, md, message, section

_ARCHIVED = N_(
    "The digest of {channel} could not be posted: the channel is archived. It is paused, and goes on by "
    "itself once the channel is unarchived."
)
_OUTSIDE = N_(
    "The digest of {channel} could not be posted: Lintas is not in the channel any more. It is paused, and "
    "goes on by itself once Lintas is invited there with “{command}”."
)
_RESTRICTED = N_(
    "The digest of {channel} could not be posted: Slack lets only some people post there. It is paused. Ask "
    "whoever manages the channel to let Lintas post, then turn it on again there: `/digest on 09:00`"
)
_WHY = {
    "is_archived": _ARCHIVED,
    "is_inactive": _ARCHIVED,
    "not_in_channel": _OUTSIDE,
    "channel_not_found": _OUTSIDE,
}


def digest_paused(slack_id: str, error: str, t: Translator) -> Message:
    """Why a channel's digest stopped, and what lets it go on; `error` is Slack's word."""
    sentence = _WHY.get(error, _RESTRICTED)
    return message(section(md(t, sentence, channel=channel(slack_id), command="/invite @Lintas")))
