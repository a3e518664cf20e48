// The bar on top: the workspace, the clock that only goes forward, the language, the drawer.

import { clockTime, instantOf, localParts, shortDay } from "./dates.js";
import { h, replaceKeepingFocus } from "./dom.js";
import { place } from "./menu.js";

/** Draws the top bar into `header`. */
export function showTopbar(header, ctx, { inspecting }) {
  const signature = JSON.stringify([ctx.signature, ctx.state.clock, ctx.state.team, inspecting]);
  if (header.signature === signature) return;
  header.signature = signature;
  const open = header.querySelector("#clock-panel")?.matches(":popover-open");
  const content = h("div", { class: "topbar-content" },
    h("button", { type: "button", class: "btn quiet burger", "data-ref": "menu", "aria-label": ctx.t("menu"), on: { click: () => ctx.toggleMenu() } }, "☰"),
    h("div", { class: "brand" }, h("img", { src: "/static/icon.svg", alt: "", width: 24, height: 24 }), h("strong", {}, ctx.state.team.name), h("span", { class: "muted" }, ctx.t("local"))),
    h("div", { class: "spacer" }), clock(ctx), languages(ctx),
    h("button", { type: "button", class: "btn quiet", "data-ref": "inspect", "aria-pressed": String(inspecting), on: { click: () => ctx.toggleInspect() } }, ctx.t("inspect")));
  if (header.firstElementChild) replaceKeepingFocus(header.firstElementChild, content);
  else header.append(content);
  if (open) header.querySelector("[data-ref=clock]").click();
}

const languages = (ctx) => h("div", { class: "languages", role: "group", "aria-label": ctx.t("language") }, ["en", "id"].map((lang) => h("button", {
  type: "button", class: "btn quiet", "data-ref": `lang-${lang}`, lang, "aria-pressed": String(ctx.lang === lang), title: ctx.t("language"),
  on: { click: () => ctx.speak(lang) },
}, lang.toUpperCase())));

function clock(ctx) {
  const { now, zone, next } = ctx.state.clock;
  const tell = (iso) => `${shortDay(new Date(iso), ctx.lang, zone)}, ${clockTime(new Date(iso), ctx.lang, zone)}`;
  const move = async (to) => {
    ctx.say(ctx.t("moving"));
    const answer = await ctx.send("/ui/clock", { move: to });
    if (answer.ok) ctx.say(ctx.t("moved", { when: tell(answer.clock?.now ?? now) }));
  };
  const step = (label, to, detail, disabled) => h("button", { type: "button", class: "btn", "data-ref": `clock-${to}`, disabled, on: { click: () => move(to) } }, label, detail && h("small", {}, ` ${detail}`));
  const wall = h("input", { type: "datetime-local", "aria-label": ctx.t("goTo"), value: localParts(new Date(now), zone), "data-ref": "clock-input" });
  const form = h("form", { class: "row" }, wall, h("button", { class: "btn", "data-ref": "clock-go" }, ctx.t("go")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (wall.value) move(instantOf(wall.value, zone).toISOString());
  });
  const panel = h("div", { id: "clock-panel", class: "panel", popover: "auto", role: "dialog", "aria-label": ctx.t("clock") },
    h("p", {}, ctx.t("clockHint")),
    h("div", { class: "row" }, step(ctx.t("plusHour"), "+1h"), step(ctx.t("plusDay"), "+1d"), step(ctx.t("plusWeek"), "+1w")),
    h("div", { class: "row" }, step(ctx.t("tomorrow9"), "tomorrow 09:00"), step(ctx.t("nextEvent"), "next", next ? tell(next) : ctx.t("nothingDue"), !next)),
    form);
  const button = h("button", { type: "button", class: "btn clock", "data-ref": "clock", "aria-haspopup": "dialog", "aria-expanded": "false", title: zone, on: { click: () => panel.togglePopover() } },
    h("span", { "aria-hidden": "true" }, "🕘 "), h("span", { class: "clock-text" }, tell(now)), h("span", { class: "sr-only" }, ` ${ctx.t("clock")}`));
  panel.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "open") place(panel, button);
  });
  return h("div", { class: "clock-box" }, button, panel);
}
