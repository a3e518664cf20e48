// Who you are and where you can go.

import { h, replaceKeepingFocus } from "./dom.js";
import { languageOf, WORDS } from "./words.js";
import { clockTime } from "./dates.js";
import { avatar } from "./messages.js";

/** Draws the sidebar into `nav`. */
export function showSidebar(nav, ctx, place) {
  const { people, channels, app } = ctx.state;
  const signature = JSON.stringify([ctx.signature, people, channels, place, ctx.state.clock.now]);
  if (nav.signature === signature) return;
  nav.signature = signature;
  nav.setAttribute("aria-label", ctx.t("menu"));
  const member = channels.filter((channel) => channel.member && !channel.archived);
  const open = (channel) => ({ name: ctx.titleOf(channel).replace(/^#/, ""), unread: channel.unread, current: place === channel.id, go: () => ctx.open(channel.id), sign: signOf(channel, ctx) });
  const appDm = member.find((channel) => channel.kind === "im" && channel.user === app.user_id);
  const direct = member.filter((channel) => ["im", "mpim"].includes(channel.kind) && channel !== appDm);
  const shared = member.filter((channel) => ["public", "private"].includes(channel.kind));
  const others = channels.filter((channel) => !channel.member && !channel.archived);
  const content = h("div", { class: "sidebar-content" },
    personPicker(ctx),
    group(app.name, [
      { name: ctx.t("home"), current: place === "home", go: () => ctx.openHome(), sign: "⌂" },
      { name: ctx.t("messages"), unread: appDm?.unread ?? 0, current: appDm && place === appDm.id, go: () => (appDm ? ctx.open(appDm.id) : ctx.openDm(app.user_id)), sign: "✉" },
    ], ctx),
    group(ctx.t("channels"), shared.map(open), ctx),
    group(ctx.t("direct"), direct.map(open), ctx, newDm(ctx)),
    others.length > 0 && group(ctx.t("other"), others.map(open), ctx));
  if (nav.firstElementChild) replaceKeepingFocus(nav.firstElementChild, content);
  else nav.append(content);
}

function signOf(channel, ctx) {
  if (channel.kind === "im") {
    const other = ctx.personOf(channel.user);
    return avatar({ bot: other?.bot, color: other?.color }, ctx.nameOf(channel.user, channel.name));
  }
  return { public: "#", private: "🔒", mpim: "👥" }[channel.kind];
}

function personPicker(ctx) {
  const me = ctx.personOf(ctx.person);
  const select = h("select", { id: "person", "data-ref": "person", on: { change: (event) => ctx.become(event.target.value) } },
    ctx.present.filter((person) => !person.bot).map((person) => h("option", { value: person.id },
      `${person.name} · ${languageOf(person.lang) === "id" ? "ID" : "EN"} · ${city(person.tz)}${person.guest ? ` · ${ctx.t("guest")}` : ""}`)));
  select.value = ctx.person;
  const facts = [WORDS[languageOf(me.lang)].langName, me.tz && `${me.tz} ${clockTime(ctx.now, ctx.lang, ctx.tz)}`, me.guest && ctx.t("guest")].filter(Boolean);
  return h("div", { class: "person" }, avatar(me, me.name),
    h("div", {}, h("label", { for: "person" }, ctx.t("person")), select, me.title && h("small", {}, me.title), h("small", {}, facts.join(" · "))));
}

const city = (tz) => (tz ?? "UTC").split("/").at(-1).replaceAll("_", " ");

function group(title, entries, ctx, after) {
  return h("section", { class: "group", "aria-label": title }, h("h2", {}, title), h("ul", {}, entries.map((entry) => h("li", {}, h("button", {
    type: "button", "data-ref": `go-${title}-${entry.name}`, class: entry.unread ? "unread" : null, "aria-current": entry.current ? "page" : null,
    "aria-label": entry.unread ? ctx.t("unreadIn", { name: entry.name, n: entry.unread }) : entry.name, on: { click: entry.go },
  }, h("span", { class: "sign", "aria-hidden": "true" }, entry.sign), h("span", { class: "name" }, entry.name), entry.unread > 0 && h("span", { class: "count" }, String(entry.unread)))))), after);
}

function newDm(ctx) {
  const select = h("select", { "aria-label": ctx.t("newDm"), class: "quiet-select", "data-ref": "new-dm" },
    h("option", { value: "" }, ctx.t("newDm")), ctx.present.filter((person) => person.id !== ctx.person).map((person) => h("option", { value: person.id }, person.name)));
  select.addEventListener("change", () => select.value && ctx.openDm(select.value));
  return select;
}
