// Messages: one article each, in a list that keeps what did not change.

import { renderBlocks } from "./blocks.js";
import { clockTime, localDate, longDay, shortDay } from "./dates.js";
import { confirmation, edited } from "./dialogs.js";
import { append, h, picture, reconcile, safeUrl } from "./dom.js";
import { emoji, QUICK } from "./emoji.js";
import { menuButton } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { messageSurface } from "./surfaces.js";

const GROUP_SECONDS = 300;

/** Fills `list` with the messages; `inThread` leaves out what leads to the thread. */
export function showMessages(list, messages, ctx, { inThread = false } = {}) {
  const wanted = [];
  let before = null;
  for (const message of messages) {
    const date = new Date(message.time);
    const day = localDate(date, ctx.tz);
    const previousDay = before && localDate(new Date(before.time), ctx.tz);
    if (day !== previousDay) wanted.push([`day-${day}`, ctx.signature + ctx.today, () => dayLine(date, ctx)]);
    const compact = day === previousDay && follows(message, before);
    wanted.push([message.ts, JSON.stringify([message, compact, ctx.signature]), () => article(message, ctx, { compact, inThread })]);
    before = message;
  }
  reconcile(list, wanted);
}

const follows = (message, before) => before.user.id === message.user.id && !before.subtype && !message.subtype
  && before.ephemeral === message.ephemeral && Number(message.ts) - Number(before.ts) < GROUP_SECONDS;

function dayLine(date, ctx) {
  const day = localDate(date, ctx.tz);
  const name = day === ctx.today ? ctx.t("today") : longDay(date, ctx.lang, ctx.tz);
  return h("div", { class: "day", role: "separator", "aria-label": name }, h("span", {}, name));
}

const SYSTEM = new Set(["channel_join", "channel_leave", "group_join", "group_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive", "channel_unarchive", "pinned_item"]);

function article(message, ctx, { compact, inThread }) {
  const date = new Date(message.time);
  const time = h("time", { datetime: message.time, title: `${shortDay(date, ctx.lang, ctx.tz)} ${clockTime(date, ctx.lang, ctx.tz)}` }, clockTime(date, ctx.lang, ctx.tz));
  const name = ctx.nameOf(message.user.id, message.user.name);
  if (SYSTEM.has(message.subtype)) {
    return h("article", { class: "message system", "aria-label": `${name}, ${time.textContent}` }, h("span", { class: "text" }, mrkdwn(message.text, ctx)), " ", time);
  }
  const classes = ["message", compact && "compact", message.ephemeral && "ephemeral", message.user.bot && "from-app"].filter(Boolean).join(" ");
  const node = h("article", { class: classes, "aria-label": `${name}, ${time.textContent}`, tabindex: "-1" },
    compact ? h("div", { class: "gutter" }, time) : avatar(message.user, name),
    h("div", { class: "message-body" },
      message.ephemeral && h("div", { class: "only-you" }, `👁 ${ctx.t("onlyYou")}`),
      !compact && h("div", { class: "byline" }, h("strong", {}, name), message.user.bot && h("span", { class: "tag" }, ctx.t("app")), time),
      message.subtype === "thread_broadcast" && !inThread && h("div", { class: "muted small" }, ctx.t("inThread")),
      content(message, ctx), files(message, ctx), reactions(message, ctx), !inThread && threadLink(message, ctx)),
    message.ephemeral ? null : tools(message, ctx, inThread));
  return node;
}

/** A square with initials; the hue is the person's, the tone one that white letters stand out from. */
export function avatar(user, name) {
  const letters = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();
  const node = h("div", { class: user.bot ? "avatar bot" : "avatar", "aria-hidden": "true" }, user.bot ? "" : letters);
  if (!user.bot) node.style.backgroundColor = `hsl(${hue(user.color)} 38% 40%)`;
  return node;
}

function hue(color = "#888888") {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) || 0);
  return Math.round((Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI + 360) % 360;
}

function content(message, ctx) {
  const typed = !message.user.bot && message.blocks?.length === 1 && message.blocks[0].type === "rich_text";
  const body = h("div", { class: "content" });
  if (message.blocks?.length && !typed) append(body, renderBlocks(message.blocks, messageSurface(message, ctx), ctx));
  else append(body, [h("div", { class: "text" }, mrkdwn(message.text ?? "", ctx))]);
  if (message.edited) body.append(h("span", { class: "muted small" }, ` ${ctx.t("edited")}`));
  return body;
}

function files(message, ctx) {
  if (!message.files?.length) return null;
  return h("div", { class: "files" }, message.files.map((file) => {
    const href = safeUrl(file.url);
    const label = file.title || file.name;
    if (!href) return h("span", {}, label);
    const inner = file.mimetype?.startsWith("image/") ? picture(file.url, label, "file-image") : h("span", { class: "file-icon", "aria-hidden": "true" }, "📄");
    return h("a", { href, class: "file", download: file.name, "aria-label": ctx.t("download", { name: label }) }, inner, h("span", {}, h("strong", {}, label), h("small", {}, size(file.size))));
  }));
}

const size = (bytes = 0) => bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;

const react = (message, ctx, name, remove) =>
  ctx.send("/ui/react", { person: ctx.person, channel: ctx.state.channel, ts: message.ts, name, ...(remove ? { remove: true } : {}) });

function reactions(message, ctx) {
  if (!message.reactions?.length) return null;
  return h("div", { class: "reactions" }, message.reactions.map(({ name, count, mine, users }) => h("button", {
    type: "button", class: "reaction", "aria-pressed": String(mine), "data-ref": `react-${name}`,
    title: (users ?? []).map((id) => ctx.nameOf(id)).join(", "),
    "aria-label": ctx.t(mine ? "removeReaction" : "addReaction", { name, n: count }),
    on: { click: () => react(message, ctx, name, mine) },
  }, emoji(name) ?? `:${name}:`, " ", String(count))));
}

function threadLink(message, ctx) {
  if (!message.reply_count) return null;
  return h("button", { type: "button", class: "thread-link", "data-ref": "thread", on: { click: () => ctx.openThread(message.ts) } },
    message.reply_count === 1 ? ctx.t("oneReply") : ctx.t("replies", { n: message.reply_count }));
}

function tools(message, ctx, inThread) {
  const mine = message.user.id === ctx.person;
  const done = message.reactions?.some(({ name, mine: own }) => own && name === "white_check_mark");
  return h("div", { class: "tools" },
    h("button", { type: "button", "data-ref": "done", "aria-label": ctx.t("done"), title: ctx.t("done"), "aria-pressed": String(Boolean(done)), on: { click: () => react(message, ctx, "white_check_mark", done) } }, "✅"),
    menuButton({ "data-ref": "react", "aria-label": ctx.t("react"), title: ctx.t("react") }, "☺", () =>
      QUICK.map((name) => ({ label: emoji(name), detail: name, choose: () => react(message, ctx, name) }))),
    !inThread && h("button", { type: "button", "data-ref": "reply", "aria-label": ctx.t("reply"), title: ctx.t("reply"), on: { click: () => ctx.openThread(message.thread_ts ?? message.ts) } }, "💬"),
    menuButton({ "data-ref": "more", "aria-label": ctx.t("more"), title: ctx.t("more") }, "⋯", () => moreOf(message, ctx, mine)));
}

function moreOf(message, ctx, mine) {
  const at = { person: ctx.person, channel: ctx.state.channel, ts: message.ts };
  const shortcuts = ctx.state.app.shortcuts.filter((shortcut) => shortcut.type === "message").map((shortcut) => ({
    label: shortcut.name, detail: ctx.state.app.name, choose: () => ctx.send("/ui/shortcut", { ...at, callback_id: shortcut.callback_id }),
  }));
  const own = [
    { label: ctx.t("editMessage"), choose: async () => {
      const text = await edited(ctx.t("editMessage"), message.plain ?? message.text, ctx.t);
      if (text) ctx.send("/ui/edit", { ...at, text });
    } },
    { label: ctx.t("deleteMessage"), danger: true, choose: async () => {
      const sure = await confirmation({ title: ctx.t("deleteMessage"), body: ctx.t("deleteSure"), confirm: ctx.t("deleteMessage"), deny: ctx.t("cancel"), danger: true });
      if (sure) ctx.send("/ui/delete", at);
    } },
  ];
  return mine ? [...shortcuts, ...(shortcuts.length ? [null] : []), ...own] : shortcuts.length ? shortcuts : [{ label: ctx.t("reply"), choose: () => ctx.openThread(message.thread_ts ?? message.ts) }];
}
