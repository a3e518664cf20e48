"""The JSON API behind the web page of `lintas local`; everything a person can do in the workspace.

The page is `GET /` (`page/index.html`) with its assets at `GET /static/<file>` (files of `page/`).
Only loopback hosts are served and only same-origin posts are taken (403 otherwise). Bodies are JSON
(`/ui/upload`: multipart). A malformed request answers 400 `{"ok": false, "error": "..."}`. Every other answer is
200 with `ok`; `error`, when `ok` is false, is a sentence for the person. A POST answers when the app has
acknowledged and is idle, so the next `GET /ui/state` shows all its effects.

**Reading**

`GET /ui/state?person=U1&channel=C1&since=17` (person, channel, since optional: first person, their first channel)
    `since` equal to the present version answers just `{"ok": true, "version": 17, "unchanged": true}`. Otherwise::

        {"ok": true, "version": 18,
         "team": {"id", "name", "domain"},
         "app": {"id", "user_id", "name",
                 "commands": [{"command", "description", "usage_hint"}],
                 "shortcuts": [{"name", "callback_id", "type": "message" | "global", "description"}]},
         "clock": {"now": "2026-11-24T09:00:00+07:00", "zone": "Asia/Jakarta", "next": ISO | null},
         "person": "U1", "channel": "C1",
         "people": [{"id", "name", "real_name", "title", "lang": "en-US", "tz", "color": "#aabbcc",
                     "bot": false, "guest": false, "deleted": false}],
         "channels": [{"id", "name", "kind": "public" | "private" | "im" | "mpim", "unread": 2, "member": true,
                       "app_member": true, "archived": false, "user": "U2" | null, "topic": ""}],
         "messages": [message, ...], "modal": view | null, "home": view | null}

    `people` includes the app's bot user and deleted users, for names. `channels` are those this person can see; an
    im's `name` is the other person's name and `user` their id. `messages` are those of `channel` as this person sees
    them, ephemerals included, oldest first, thread replies too (by `thread_ts`; a root has `reply_count`)::

        message = {"ts", "time": ISO, "user": {"id", "name", "bot", "color"}, "text", "plain", "blocks": [...],
                   "subtype": null | "channel_join" | "thread_broadcast" | ..., "ephemeral": false, "edited": false,
                   "reactions": [{"name", "count", "mine", "users": ["U1"]}],
                   "files": [{"id", "name", "title", "mimetype", "size", "url"}],
                   "thread_ts": null | ts, "reply_count": 0}

    `text` and `blocks` are Slack's (mrkdwn, `&amp;` escapes, `<@U1>` `<#C1>` `<!date^..>`); `plain` is the whole
    message as a person reads it, blocks included. An ephemeral's `ts` identifies it in `/ui/click` too::

        view = {"id", "type": "modal" | "home", "callback_id", "title": text | null, "submit": text | null,
                "close": text | null, "blocks": [...], "hash", "depth": 1, "plain",
                "errors": {block_id: "sentence"}, "values": {block_id: {action_id: value}}}

    `title`, `submit`, `close` are plain strings. `modal` is the top of the person's stack (`depth` its height).
    `errors` are those of the last submission. `values` is what is filled in now, in the form of *values* below.

`GET /ui/events`
    Server-Sent Events: `event: version`, `data: 18`, once at the start and whenever anything changes.

`GET /ui/inspect?text=...&person=U1` (both optional)
    `{"ok", "rows": {table: [row, ...]}, "deliveries": [row, ...], "parse": {...} | null, "api_calls": [{"method",
    "ok", "error"}]}`; `ok: false` where the app gave no inspector.

**Doing** (`POST`; every answer has `ok` and, if false, `error`)

`/ui/type {person, channel, text, thread_ts?}`
    A message, or a slash command when it begins with `/` and the app has that command. `@Name` and `#channel` become
    mentions, as in Slack's own client. A command typed in a thread is refused, as Slack does.
`/ui/click {person, channel, ts, block_id, action_id, value?}` or `{person, view_id, block_id, action_id, value?}`
    Uses an element of a message, an ephemeral, a modal or Home.
`/ui/options {person, channel + ts | view_id, block_id, action_id, query}`
    Choices of an external select: `{"ok", "options": [{"text", "value"}]}`.
`/ui/submit {person, view_id, values?: {block_id: {action_id: value}}}`
    Submits a modal. A refusal by the app: `{"ok": false, "error": "...", "errors": {block_id: sentence}}`.
`/ui/close {person, view_id}`            closes the modal on top.
`/ui/home {person, tab?: "home" | "messages"}`  opens the app's Home (or its Messages tab); answers `{"ok", "home"}`.
`/ui/react {person, channel, ts, name, remove?: true}`
`/ui/shortcut {person, callback_id, channel?, ts?}`   with `channel` and `ts`: a message shortcut; without: global.
`/ui/edit {person, channel, ts, text}`   `/ui/delete {person, channel, ts}`   own messages only.
`/ui/dm {person, user}`                  opens a direct message: `{"ok", "channel": "D1"}`.
`/ui/join {person, channel}`   `/ui/leave {person, channel}`   `/ui/invite {person, channel, user}`
`/ui/read {person, channel}`             sets unread to 0.
`/ui/clock {move}`                       `"+1h"` (m, h, d, w), `"tomorrow 09:00"`, `"next"` (the app's next event) or
    ISO 8601; forward only. Answers `{"ok", "clock"}` when the app has done what fell due.
`/ui/upload` multipart: `person`, `channel`, `file`, `text?`, `thread_ts?`.   `GET /ui/files/<id>` gives it back.

**Values** in `value` and `values`: button: none. `plain_text_input`, `email_text_input`, `url_text_input`,
`number_input`: string. `static_select`, `external_select`, `radio_buttons`, `overflow`: the option's `value`.
`users_select`, `conversations_select`, `channels_select`: an id. `datepicker`: `"YYYY-MM-DD"`. `timepicker`:
`"HH:MM"`. `datetimepicker`: Unix seconds. `checkboxes` and every `multi_...`: a list of the above. Empty: `null`
(lists: `[]`). Blocks absent from `values` keep what they show.
"""

from __future__ import annotations
