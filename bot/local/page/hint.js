// The first-time hint: three things to try, in the person's language.

import { h } from "./dom.js";

const KEY = "lintas-hint-hidden";

/** The hint, or null once it was dismissed; `fill(text)` puts an example into the composer. */
export function hint(ctx, { fill, openApp, hidden }) {
  if (localStorage.getItem(KEY)) return null;
  const others = ctx.present.filter((person) => !person.bot && person.id !== ctx.person);
  const colleague = others.find((person) => /^rani\b/i.test(person.name)) ?? others.find((person) => !person.guest) ?? others[0];
  const program = ctx.state.channels.some((channel) => /lyon/i.test(channel.name)) ? " #Lyon" : "";
  const name = colleague?.name ?? ctx.state.app.name;
  const app = ctx.state.app.name;
  const example = (text) => h("li", {}, h("button", { type: "button", class: "example", on: { click: () => fill(text) } }, text));
  return h("section", { class: "hint-card", "aria-label": ctx.t("hintTitle") },
    h("header", {}, h("strong", {}, ctx.t("hintTitle")), h("button", {
      type: "button", class: "btn quiet", "aria-label": ctx.t("hintClose"), title: ctx.t("hintClose"),
      on: { click: () => { localStorage.setItem(KEY, "1"); hidden(); } },
    }, "✕")),
    h("ul", {}, example(ctx.t("hintTask", { name, program })), example(ctx.t("hintMention", { app })),
      h("li", {}, h("button", { type: "button", class: "example", on: { click: () => openApp(ctx.t("hintDmText")) } }, ctx.t("hintDm", { app })))),
    h("p", { class: "muted small" }, ctx.t("hintMore")));
}
