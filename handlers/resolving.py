"""Which known thing was meant: one, or the nearest offered as buttons; never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.errors import N_, UserError, Way
from bot.parsing.intents import CreateTask, Name, OpenTask, Said, TaskRef
from bot.parsing.names import nearest, same_word, words_of
from bot.parsing.slack_text import MAX_LENGTH, plain
from bot.services.visibility import checking
from handlers.turn import Turn
from handlers.worlds import open_tasks

SURE = 0.6  # the share of words a task must have in common with what was said
CLEAR = 0.15  # and how far it must be ahead of the next


def settle_draft(turn: Turn, draft: CreateTask) -> CreateTask:
    """The draft with every name known; UserError with the nearest five where one is not."""
    world = turn.reading.world
    for owner in draft.owners:
        known_member(turn, owner)
    if draft.program is not None:
        known_program(turn, draft.program)
    if draft.partner is not None:
        draft = _with_known_partner(turn, draft, draft.partner)
    if draft.due_words is not None:
        raise UserError(
            N_("“{words}” is no date that I can read. Write for example “{example}”, or leave it out."),
            words=draft.due_words,
            example=turn.t.day(turn.t.today + timedelta(days=10)),
            field="due",
        )
    if draft.program is None and draft.program_channel is not None:
        linked = turn.parts.worlds.of_channel(turn.session, turn.viewer, draft.program_channel, world)
        if len(linked) > 1:
            said = Said(draft.program_channel, linked)
            raise _several(
                turn, said, "#", N_("Several programs live in that channel. Which one do you mean?")
            )
        return replace(draft, program=Said(linked[0].name, linked)) if linked else draft
    return draft


def _with_known_partner(turn: Turn, draft: CreateTask, said: Said) -> CreateTask:
    """A partner nobody knows is asked about where it was given outright; in a sentence it is words."""
    said = labelled(turn, said)
    if not (said.matches or said.given):
        return replace(draft, partner=None)
    partner = known_partner(turn, said)
    return replace(draft, partner=Said(partner.name, (partner,)))


def known_member(turn: Turn, said: Said) -> Name:
    """The member meant."""
    return _one(
        turn,
        said,
        turn.reading.world.members,
        "@",
        N_("I know nobody called {name} here. {advice}"),
        N_("Mention the person with @, or leave the name out."),
    )


def known_program(turn: Turn, said: Said) -> Name:
    """The program meant."""
    if not said.text:
        raise UserError(
            N_("Which program do you mean?"),
            ways=tuple(
                Way(name.name, f'{command_line(turn)} "{name.name}"')
                for name in turn.reading.world.programs[:5]
            ),
        )
    return _one(
        turn,
        said,
        turn.reading.world.programs,
        "#",
        N_("There is no program {name} that you can see. {advice}"),
        N_("Send “/program list” for the list, or “/program new” to begin one."),
    )


def known_partner(turn: Turn, said: Said) -> Name:
    """The partner meant; “Anna Richter (Goethe-Institut)” says which of several."""
    world = turn.reading.world
    return _one(
        turn,
        labelled(turn, said),
        (*world.organisations, *world.contacts),
        "~",
        N_("There is no partner {name}. {advice}"),
        N_("Add it first, then send this again."),
        Way(N_("Add as a partner"), f"/partner add {said.text}"),
    )


def labelled(turn: Turn, said: Said) -> Said:
    """The person meant by a name with the organisation behind it, where nothing else fits."""
    if said.matches:
        return said
    wanted = said.text.strip('" ').casefold()
    found = [name for name in turn.reading.world.contacts if label_of(name).casefold() == wanted]
    return replace(said, matches=tuple(found)) if len(found) == 1 else said


def label_of(name: Name) -> str:
    """“Anna Richter (Goethe-Institut)”."""
    return f"{name.name} ({name.organisation})" if name.organisation else name.name


def known_task(turn: Turn, ref: TaskRef) -> int:
    """The number of the open task meant by number or by its words."""
    if isinstance(ref, int):
        return ref
    found = _tasks_named(ref, open_tasks(turn.session, turn.viewer))
    close = [(score, task) for score, task in found if score >= SURE]
    if close and (len(close) == 1 or close[0][0] - close[1][0] >= CLEAR):
        assert close[0][1].number is not None
        return close[0][1].number
    offered = [task for _, task in found[:5]]
    if not offered and not turn.viewer.fresh:
        raise checking()
    if not offered:
        raise UserError(
            N_("I find no open task with the words “{words}”. Send “{command}” for the list."),
            words=ref,
            command=N_("/task list"),
        )
    raise UserError(N_("Which task do you mean?"), ways=tuple(_way_to(turn, ref, task) for task in offered))


def _tasks_named(words: str, tasks: Iterable[OpenTask]) -> list[tuple[float, OpenTask]]:
    """The tasks that share words with what was said and how much of it they share (0–1), best first."""
    wanted = words_of(words)
    scored = []
    for task in tasks:
        title = words_of(task.title)
        hits = sum(any(same_word(word, own) for own in title) for word in wanted)
        if hits:
            back = sum(any(same_word(word, own) for word in wanted) for own in title) / len(title)
            scored.append((0.75 * hits / len(wanted) + 0.25 * back, task))
    return sorted(scored, key=lambda entry: -entry[0])


def _one(
    turn: Turn, said: Said, names: Iterable[Name], sigil: str, unknown: str, otherwise: str, *new: Way
) -> Name:
    """The one meant; UserError with the nearest, else with what to do where nothing is near."""
    if said.known is not None:
        return said.known
    if said.matches:
        raise _several(turn, said, sigil)
    if sigil == "#" and not turn.viewer.fresh:
        raise checking()
    offered = tuple(_way(turn, said, name, sigil) for name in nearest(said.text, names))
    advice = N_("Did you mean one of these?") if offered else otherwise
    raise UserError(unknown, advice=advice, name=said.text, ways=(*offered[: 5 - len(new)], *new))


def _several(
    turn: Turn,
    said: Said,
    sigil: str,
    question: str = N_("{name} could be several. Which one do you mean?"),
) -> UserError:
    return UserError(
        question,
        name=said.text,
        ways=tuple(_way(turn, said, name, sigil) for name in said.matches[:5]),
    )


def _way(turn: Turn, said: Said, name: Name, sigil: str) -> Way:
    """The same line again, with the name that was meant in the place of the one that was typed."""
    label = label_of(name)
    exact = f"<@{name.id}>" if sigil == "@" else f'{sigil}"{label}"'
    line = command_line(turn)
    if channel := re.search(rf"<#{re.escape(said.text)}(\|[^>]*)?>", line):
        return Way(label, line.replace(channel[0], exact, 1))
    for typed in (f'{sigil}"{said.text}"', f"{sigil}{said.text}", f"{sigil}{said.text.replace(' ', '-')}"):
        if typed in line:
            return Way(label, line.replace(typed, exact, 1))
    return Way(label, line.replace(said.text, f'"{label}"' if sigil != "@" else exact, 1))


def _way_to(turn: Turn, ref: str, task: OpenTask) -> Way:
    return Way(f"#{task.number} {task.title}", command_line(turn).replace(ref, f"#{task.number}", 1))


def command_line(turn: Turn) -> str:
    """What was typed, as a command that can be run again by a button."""
    call = turn.call
    if call.entrance == "command":
        return f"{call.command} {call.text}".strip()
    return f"/lintas {words_to_the_app(call.text)}"


def to_its_end(turn: Turn, text: str) -> str:
    """What was read of a long message with all that is written behind it: only its beginning was read."""
    whole = plain(words_to_the_app(turn.call.text))
    if len(whole) <= MAX_LENGTH:
        return text
    read = whole[:MAX_LENGTH]
    start = read.rfind(text) if text else -1
    reaches_its_end = start >= 0 and not read[start + len(text) :].strip(" \n,;:.–—-")
    return whole[start:] if reaches_its_end else whole


def words_to_the_app(text: str) -> str:
    """A message without the mention that addresses the app."""
    head, mention, rest = text.partition("<@")
    if not mention or head.strip():
        return text.strip()
    return rest.partition(">")[2].strip(" \t\n,:–-")
