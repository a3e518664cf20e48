"""`auth.*`, `team.*`, `bots.*`, `users.*`, `apps.*`, `oauth.*` and `api.test`."""

from __future__ import annotations

from bot.local.ports import JSON
from bot.local.web_api import APP, NOBODY, ApiError, Call, Served


def api_test(call: Call) -> JSON:
    """api.test: echoes its arguments."""
    if error := call.text("error"):
        raise ApiError(error)
    return {"args": dict(call.args)}


def auth_test(call: Call) -> JSON:
    """auth.test."""
    workspace = call.workspace
    return {
        "url": f"{workspace.base_url}/",
        "team": workspace.team_name,
        "user": workspace.bot.name,
        "team_id": workspace.team_id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot_id,
        "is_enterprise_install": False,
    }


def auth_revoke(call: Call) -> JSON:
    """auth.revoke: the token is dead afterwards."""
    if not call.flag("test"):
        with call.workspace.changing():
            call.workspace.installed = False
    return {"revoked": not call.flag("test")}


def team_info(call: Call) -> JSON:
    """team.info."""
    workspace = call.workspace
    if call.text("team") not in ("", workspace.team_id):
        raise ApiError("team_not_found")
    team = {"id": workspace.team_id, "name": workspace.team_name, "domain": workspace.domain}
    return {"team": team | {"url": f"{workspace.base_url}/", "email_domain": "", "icon": {}}}


def bots_info(call: Call) -> JSON:
    """bots.info: the app's own bot, or another's."""
    wanted = call.text("bot", call.workspace.bot_id)
    user = next((u for u in call.workspace.users.values() if u.bot_id == wanted), None)
    if user is None:
        raise ApiError("bot_not_found")
    bot = {"id": wanted, "deleted": user.deleted, "name": user.real_name, "user_id": user.id}
    return {"bot": bot | {"app_id": call.workspace.app_id, "updated": user.updated, "icons": {}}}


def can_see_email(call: Call) -> bool:
    """Whether addresses are shown."""
    return "users:read.email" in call.workspace.manifest.bot_scopes


def users_list(call: Call) -> JSON:
    """users.list: everybody, deleted ones and bots included."""
    shown, cursor = call.page(list(call.workspace.users.values()))
    locale = call.flag("include_locale")
    return {
        "members": [u.as_json(with_email=can_see_email(call), with_locale=locale) for u in shown],
        "cache_ts": call.workspace.now_seconds(),
        "response_metadata": {"next_cursor": cursor},
    }


def users_info(call: Call) -> JSON:
    """users.info."""
    user = call.user()
    locale = call.flag("include_locale")
    return {"user": user.as_json(with_email=can_see_email(call), with_locale=locale)}


def profile(call: Call) -> JSON:
    """users.profile.get."""
    return {"profile": call.user().profile(with_email=can_see_email(call))}


def by_email(call: Call) -> JSON:
    """users.lookupByEmail."""
    call.required("email")
    wanted = call.text("email").casefold()
    for user in call.workspace.users.values():
        if user.email and user.email.casefold() == wanted and not (user.deleted or user.is_stranger):
            return {"user": user.as_json(with_email=True)}
    raise ApiError("users_not_found")


def open_connection(call: Call) -> JSON:
    """apps.connections.open: a WebSocket address that works once."""
    return {"url": call.open_socket()}


def oauth_access(call: Call) -> JSON:
    """oauth.v2.access: any code but `bad-code` installs the app."""
    call.required("code")
    if call.text("code") == "bad-code":
        raise ApiError("invalid_code")
    workspace = call.workspace
    with workspace.changing():
        workspace.installed = True
    return {
        "access_token": workspace.bot_token,
        "token_type": "bot",
        "scope": ",".join(sorted(workspace.manifest.bot_scopes)),
        "bot_user_id": workspace.bot.id,
        "app_id": workspace.app_id,
        "team": {"id": workspace.team_id, "name": workspace.team_name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": next(u.id for u in workspace.users.values() if u.bot_id is None)},
    }


METHODS = {
    "api.test": Served(api_test, token=NOBODY),
    "auth.test": Served(auth_test),
    "auth.revoke": Served(auth_revoke),
    "team.info": Served(team_info, ("team:read",)),
    "bots.info": Served(bots_info, ("users:read",)),
    "users.list": Served(users_list, ("users:read",)),
    "users.info": Served(users_info, ("users:read",)),
    "users.profile.get": Served(profile, ("users.profile:read",)),
    "users.lookupByEmail": Served(by_email, ("users:read.email",)),
    "apps.connections.open": Served(open_connection, token=APP),
    "oauth.v2.access": Served(oauth_access, token=NOBODY),
}
