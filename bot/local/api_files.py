"""`files.*` and the bytes behind them."""

from __future__ import annotations

import mimetypes
from typing import Any

from bot.local import happenings
from bot.local.model import Channel, File, Message
from bot.local.ports import JSON
from bot.local.web_api import ApiError, Call, Served
from bot.local.workspace import Workspace


def new_file(workspace: Workspace, name: str, user: str, length: int) -> File:
    """A file whose bytes are still to come."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = File(
        workspace.serial("F"), name, name, user, workspace.now_seconds(), kind, announced_length=length
    )
    with workspace.changing():
        workspace.files[file.id] = file
    return file


def share(workspace: Workspace, file: File, channel: Channel, message: Message) -> Message:
    """Post `message` with the file in the channel."""
    file.channels.append(channel.id)
    message.files = [*message.files, file.as_json(workspace.base_url)]
    message.subtype = "file_share"
    return happenings.put(workspace, channel, message)


def get_upload_url(call: Call) -> JSON:
    """files.getUploadURLExternal."""
    call.required("filename", "length")
    length = call.number("length", 0)
    if length <= 0:
        raise ApiError("invalid_arguments", messages=["[ERROR] must be more than 0 [json-pointer:/length]"])
    file = new_file(call.workspace, call.text("filename"), call.workspace.bot.id, length)
    return {"file_id": file.id, "upload_url": f"{call.workspace.base_url}/upload/{file.id}"}


def complete_upload(call: Call) -> JSON:
    """files.completeUploadExternal: shares in a channel, if one is named; the ts is not in the answer."""
    call.required("files")
    named: Any = call.json("files")
    workspace = call.workspace
    channel = None
    if target := call.text("channel_id") or call.text("channels").partition(",")[0]:
        call.args = {**call.args, "channel_id": target}
        channel = call.writable_channel("channel_id")
    done: list[File] = []
    for entry in named:
        file = workspace.files.get(entry.get("id", ""))
        if file is None or file.content is None:
            raise ApiError("file_not_found")
        file.title = entry.get("title") or file.title
        done.append(file)
    if channel is not None:
        _share_all(call, channel, done)
    return {"files": [f.as_json(workspace.base_url) for f in done]}


def _share_all(call: Call, channel: Channel, files: list[File]) -> None:
    workspace = call.workspace
    message = Message(
        ts=workspace.next_ts(),
        channel=channel.id,
        user=workspace.bot.id,
        text=call.text("initial_comment"),
        team=workspace.team_id,
        bot_id=workspace.bot_id,
        app_id=workspace.app_id,
        blocks=call.blocks(),
        thread_ts=call.text("thread_ts") or None,
        files=[f.as_json(workspace.base_url) for f in files[:-1]],
    )
    for file in files[:-1]:
        file.channels.append(channel.id)
    share(workspace, files[-1], channel, message)


def info(call: Call) -> JSON:
    """files.info: a file of the app's, or in a channel it is in."""
    call.required("file")
    file = call.workspace.files.get(call.text("file"))
    bot = call.workspace.bot.id
    if file is None:
        raise ApiError("file_not_found")
    if file.user != bot and not any(bot in call.workspace.channels[c].members for c in file.channels):
        raise ApiError("file_not_found")
    shown = file.as_json(call.workspace.base_url) | {"channels": list(file.channels)}
    return {"file": shown, "comments": []}


METHODS = {
    "files.getUploadURLExternal": Served(get_upload_url, ("files:write",)),
    "files.completeUploadExternal": Served(complete_upload, ("files:write",)),
    "files.info": Served(info, ("files:read",)),
}
