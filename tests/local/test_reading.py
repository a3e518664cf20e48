"""Lists, history and files as the app reads them; typed text as Slack passes it on; screens as read."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.local import happenings
from bot.local.composer import compose
from bot.local.person import Person
from bot.local.rendering import Reader
from bot.local.server import LocalSlack


def pages(call: Any, key: str, **more: Any) -> list[list[Any]]:
    """All pages of a list."""
    found, cursor = [], ""
    while True:
        answer = call(cursor=cursor, **more)
        found.append(answer[key])
        cursor = answer["response_metadata"]["next_cursor"]
        if not cursor:
            return found


def test_lists_come_in_pages(slack: LocalSlack, client: WebClient, maya: Person, rani: Person) -> None:
    sizes = [len(p) for p in pages(client.users_list, "members", limit=3)]
    assert sizes == [3, 1]
    channel = slack.add_channel("c", members=[maya.user, rani.user])
    members = pages(client.conversations_members, "members", channel=channel.id, limit=2)
    assert members == [[maya.id, rani.id], [slack.workspace.bot.id]]
    for number in range(5):
        happenings.say(slack.workspace, channel, maya.user, str(number))
    texts = [
        [m["text"] for m in p]
        for p in pages(client.conversations_history, "messages", channel=channel.id, limit=2)
    ]
    assert texts == [["4", "3"], ["2", "1"], ["0"]]


def test_channels_by_type_and_membership(slack: LocalSlack, client: WebClient, maya: Person) -> None:
    slack.add_channel("in", members=[maya.user])
    slack.add_channel("out", members=[maya.user], app=False)
    slack.add_channel("secret", kind="private", members=[maya.user], app=False)
    slack.add_channel("team", kind="private", members=[maya.user])
    client.conversations_open(users=[maya.id])
    every = "public_channel,private_channel,im,mpim"
    listed = [c.get("name", "im") for c in client.conversations_list(types=every)["channels"]]
    assert listed == ["in", "out", "team", "im"]
    own = [c.get("name", "im") for c in client.users_conversations(types=every)["channels"]]
    assert own == ["in", "team", "im"]
    assert [c["name"] for c in client.users_conversations(user=maya.id)["channels"]] == ["in", "out"]


def test_history_leaves_replies_out_and_counts_them(
    slack: LocalSlack, client: WebClient, maya: Person
) -> None:
    channel = slack.add_channel("c", members=[maya.user])
    root = client.chat_postMessage(
        channel=channel.id, text="root", metadata={"event_type": "card", "event_payload": {"key": "k"}}
    )["ts"]
    client.chat_postMessage(channel=channel.id, text="reply", thread_ts=root)
    client.chat_postMessage(channel=channel.id, text="aloud", thread_ts=root, reply_broadcast=True)
    history = client.conversations_history(channel=channel.id)["messages"]
    assert [m["text"] for m in history] == ["aloud", "root"]
    assert (history[1]["reply_count"], history[1]["thread_ts"]) == (2, root)
    assert "metadata" not in history[1]
    full = client.conversations_history(channel=channel.id, include_all_metadata=True)["messages"]
    assert full[1]["metadata"]["event_payload"] == {"key": "k"}
    replies = client.conversations_replies(channel=channel.id, ts=root)["messages"]
    assert [m["text"] for m in replies] == ["root", "reply", "aloud"]
    since = client.conversations_history(channel=channel.id, oldest=root)["messages"]
    assert [m["text"] for m in since] == ["aloud"]
    assert len(client.conversations_history(channel=channel.id, oldest=root, inclusive=True)["messages"]) == 2


def test_timestamps_are_unique_strings_of_the_movable_clock(slack: LocalSlack) -> None:
    stamps = [slack.workspace.next_ts() for _ in range(3)]
    assert stamps == ["1795485600.000000", "1795485600.000001", "1795485600.000002"]


def test_people_as_the_api_shows_them(slack: LocalSlack, client: WebClient, maya: Person) -> None:
    stranger = slack.add_user("x", is_stranger=True, email="x@y.example", tz=None)
    gone = slack.add_user("gone", deleted=True)
    user = client.users_info(user=maya.id, include_locale=True)["user"]
    assert (user["tz"], user["tz_offset"], user["locale"]) == ("Asia/Jakarta", 25200, "en-US")
    assert user["profile"]["email"] == "maya@lumbung.example"
    assert "email" not in client.users_info(user=stranger.id)["user"]["profile"]
    assert "tz" not in client.users_info(user=gone.id)["user"]
    assert client.users_lookupByEmail(email="MAYA@lumbung.example")["user"]["id"] == maya.id
    assert client.bots_info(bot=slack.workspace.bot_id)["bot"]["user_id"] == slack.workspace.bot.id
    assert client.team_info()["team"]["domain"] == "lumbung"


def test_an_update_with_text_alone_drops_the_blocks(
    slack: LocalSlack, client: WebClient, maya: Person
) -> None:
    channel = slack.add_channel("c", members=[maya.user])
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "block"}}
    ts = client.chat_postMessage(channel=channel.id, text="text", blocks=[block])["ts"]
    assert maya.sees(in_=channel) == ["block"]
    client.chat_update(channel=channel.id, ts=ts, text="new")
    assert maya.sees(in_=channel) == ["new"]
    client.chat_delete(channel=channel.id, ts=ts)
    assert maya.sees(in_=channel) == []


def test_a_file_in_three_steps(slack: LocalSlack, client: WebClient, maya: Person) -> None:
    channel = slack.add_channel("c", members=[maya.user])
    client.files_upload_v2(
        channel=channel.id, content="a,b", filename="plan.csv", title="Plan", initial_comment="See"
    )
    assert maya.sees(in_=channel) == ["See\n[file: Plan]"]
    (file,) = slack.workspace.files.values()
    assert file.content == b"a,b"
    assert client.files_info(file=file.id)["file"]["size"] == 3


def test_a_link_of_the_apps_is_announced_and_unfurled(
    slack: LocalSlack, client: WebClient, maya: Person
) -> None:
    channel = slack.add_channel("c", members=[maya.user])
    heard: list[dict[str, Any]] = []
    slack.workspace.emit = lambda event, channel: heard.append(event)
    maya.says("see https://lintas.example/t/1 and https://other.example", in_=channel)
    (shared,) = [e for e in heard if e["type"] == "link_shared"]
    assert shared["links"] == [{"url": "https://lintas.example/t/1", "domain": "lintas.example"}]
    preview = {"text": "Task 1"}
    client.chat_unfurl(
        channel=channel.id, ts=shared["message_ts"], unfurls={"https://lintas.example/t/1": preview}
    )
    assert maya.sees(in_=channel)[0].endswith("Task 1")


def test_a_mass_mention_is_recorded(slack: LocalSlack, client: WebClient, maya: Person) -> None:
    channel = slack.add_channel("c", members=[maya.user])
    client.chat_postMessage(channel=channel.id, text="&lt;!channel&gt; is harmless")
    assert slack.workspace.pings == []
    client.chat_postMessage(channel=channel.id, text="<!channel> is not")
    assert [m.text for m in slack.workspace.pings] == ["<!channel> is not"]


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<!channel> <@U1>", "&lt;!channel&gt; &lt;@U1&gt;"),
        ("ask @maya", "ask <@MAYA>"),
        ("ask @Maya Sari, please", "ask <@MAYA>, please"),
        ("@Maya's", "<@MAYA>'s"),
        ("to maya@lumbung.example", "to <mailto:maya@lumbung.example|maya@lumbung.example>"),
        ("@nobody and #nowhere", "@nobody and #nowhere"),
        ("in #legal.", "in <#LEGAL>."),
        ("#legalese", "#legalese"),
        ("#142 and #kyoto", "#142 and #kyoto"),
        ("@here @channel", "<!here> <!channel>"),
        ("see https://x.example/a?b=1&c=2.", "see <https://x.example/a?b=1&amp;c=2>."),
        ("@Lintas halo", "<@U0LOCALBOT> halo"),
    ],
)
def test_typed_text(slack: LocalSlack, maya: Person, typed: str, sent: str) -> None:
    slack.add_channel("legal", members=[maya.user], channel_id="C0LEGAL")
    expected = sent.replace("<@MAYA>", f"<@{maya.id}>").replace("LEGAL", "C0LEGAL")
    assert compose(slack.workspace, typed, maya.id) == expected


def test_a_first_name_two_people_share_is_no_mention(slack: LocalSlack, maya: Person) -> None:
    slack.add_user("maya2", real_name="Maya Lestari")
    assert compose(slack.workspace, "@Maya", maya.id) == f"<@{maya.id}>"
    slack.add_user("rani1", real_name="Rani Putri")
    slack.add_user("rani2", real_name="Rani Dewi")
    assert compose(slack.workspace, "@Rani", maya.id) == "@Rani"
    assert compose(slack.workspace, "@Rani Dewi", maya.id).startswith("<@")


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("*bold* _it_ ~no~ `code`", "bold it no code"),
        ("*_both_*", "both"),
        ("a_b_c 2*3*4", "a_b_c 2*3*4"),
        ("&lt;b&gt; &amp; &amp;amp;", "<b> & &amp;"),
        ("<https://x.example|Site> <https://y.example>", "Site https://y.example"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<@U0LOCALBOT> <@U404|gone> <#C404|old>", "@Lintas @gone #old"),
        ("<!here> <!subteam^S1|@team>", "@here @team"),
        ("<!date^1795485600^{date_num} {time}|fallback>", "2026-11-24 09:00"),
        ("<!date^1795485600^{date_short} at {time}^https://x.example|fallback>", "Nov 24, 2026 at 09:00"),
    ],
)
def test_mrkdwn_as_read(slack: LocalSlack, maya: Person, sent: str, read: str) -> None:
    assert Reader(slack.workspace, maya.user).mrkdwn(sent) == read


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def test_a_screen_shows_every_kind_of_block(slack: LocalSlack, client: WebClient, maya: Person) -> None:
    channel = slack.add_channel("c", members=[maya.user])
    text = {"type": "plain_text", "text": "Head"}
    choice = {"text": {"type": "plain_text", "text": "One"}, "value": "1"}
    client.chat_postMessage(
        channel=channel.id,
        text="fallback",
        blocks=[
            {"type": "header", "text": text},
            {"type": "divider"},
            {
                "type": "section",
                "fields": [{"type": "mrkdwn", "text": "*a*"}, {"type": "mrkdwn", "text": "b"}],
            },
            {"type": "context", "elements": [mrkdwn("small")]},
            {"type": "image", "image_url": "https://x.example/i", "alt_text": "a timeline"},
            {
                "type": "actions",
                "elements": [
                    {"type": "button", "text": {"type": "plain_text", "text": "Go"}},
                    {"type": "overflow", "options": [choice]},
                    {"type": "static_select", "options": [choice], "initial_option": choice},
                    {"type": "datepicker", "placeholder": {"type": "plain_text", "text": "When"}},
                    {"type": "checkboxes", "options": [choice]},
                ],
            },
            {
                "type": "table",
                "rows": [[{"type": "raw_text", "text": "x"}, {"type": "raw_text", "text": "y"}]],
            },
        ],
    )
    assert maya.sees(in_=channel) == [
        "Head\n———\na\nb\nsmall\n[image: a timeline]\n[Go] [⋯ One] [One] [When] ( ) One\nx | y"
    ]
    assert maya.screen(channel).startswith("Lintas: Head")
