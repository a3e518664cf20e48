// The heading of the place one is in, and what stands in the way of writing there.

import { chosen } from "./dialogs.js";
import { h } from "./dom.js";
import { menuButton } from "./menu.js";

/** Draws the heading: the name, a channel's topic and what can be done with it. */
export function showPlace(header, channel, title, ctx) {
  const signature = JSON.stringify([ctx.signature, channel, title]);
  if (header.signature === signature) return;
  header.signature = signature;
  const entries = channel ? channelMenu(channel, ctx) : [];
  header.replaceChildren(h("h1", {}, title), h("span", { class: "topic muted" }, channel?.topic ?? ""),
    entries.length ? menuButton({ class: "btn quiet", "aria-label": ctx.t("more"), title: ctx.t("more") }, "⋯", () => entries) : "");
}

/** What can be done with a channel: [{label, choose}]. */
function channelMenu(channel, ctx) {
  const at = { person: ctx.person, channel: channel.id };
  if (channel.kind === "im") return [];
  return [
    channel.member && !channel.app_member && { label: ctx.t("inviteApp", { name: ctx.state.app.name }), choose: () => ctx.send("/ui/invite", { ...at, user: ctx.state.app.user_id }) },
    channel.member && { label: ctx.t("invitePerson"), choose: async () => {
      const people = ctx.present.filter((person) => !person.bot && person.id !== ctx.person).map((person) => ({ value: person.id, text: person.name }));
      const user = await chosen(ctx.t("invitePerson"), people, ctx.t("invite"), ctx.t);
      if (user) ctx.send("/ui/invite", { ...at, user });
    } },
    channel.member && { label: ctx.t("leave"), choose: () => ctx.send("/ui/leave", at) },
  ].filter(Boolean);
}

/** Why one cannot write here, or why the app does not answer, with the button that mends it; else null. */
export function notice(channel, ctx) {
  if (!channel) return null;
  const at = { person: ctx.person, channel: channel.id };
  const action = (label, path, body) => h("button", { type: "button", class: "btn", on: { click: () => ctx.send(path, body) } }, label);
  if (channel.archived) return h("p", { class: "notice" }, ctx.t("archived"));
  if (!channel.member) return h("p", { class: "notice" }, ctx.t("joinHint"), " ", action(ctx.t("join"), "/ui/join", at));
  if (channel.app_member || channel.kind === "im") return null;
  const { name, user_id: user } = ctx.state.app;
  return h("p", { class: "notice" }, ctx.t("appAbsent", { name }), " ", action(ctx.t("inviteApp", { name }), "/ui/invite", { ...at, user }));
}
