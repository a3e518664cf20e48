// The drawer that shows the app's inside: what it understands of the text being typed, its rows and deliveries.

import { get } from "./api.js";
import { h, reconcile } from "./dom.js";

const TABS = ["parse", "rows", "deliveries", "calls"];
let tab = "parse";
let turn = 0;

/** Draws the drawer into `side` for the text being typed; asks the app anew each time. */
export async function showInspect(side, ctx, text, close) {
  const mine = ++turn;
  if (side.dataset.kind !== "inspect" || side.dataset.lang !== ctx.lang) frame(side, ctx, close);
  const found = await get("/ui/inspect", { person: ctx.person, text: text.trim() || undefined });
  if (mine !== turn || side.dataset.kind !== "inspect") return;
  side.found = found;
  fill(side, ctx);
}

function frame(side, ctx, close) {
  side.dataset.kind = "inspect";
  side.dataset.lang = ctx.lang;
  side.setAttribute("aria-label", ctx.t("inspect"));
  const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": ctx.t("inspect") }, TABS.map((name) => h("button", {
    type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "inspect-panel",
    on: { click: () => { tab = name; fill(side, ctx); }, keydown: (event) => step(event) },
  }, ctx.t(name))));
  side.replaceChildren(
    h("header", {}, h("h2", {}, ctx.t("inspect")), h("button", { type: "button", class: "btn quiet", "aria-label": ctx.t("close"), on: { click: close } }, "✕")),
    tabs, h("div", { class: "side-body inspect", id: "inspect-panel", role: "tabpanel", tabindex: "0" }));
  fill(side, ctx);
}

function step(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const tabs = [...event.target.parentNode.children];
  const to = tabs[(tabs.indexOf(event.target) + by + tabs.length) % tabs.length];
  to.focus();
  to.click();
}

function fill(side, ctx) {
  for (const name of TABS) {
    const button = side.querySelector(`#tab-${name}`);
    button.setAttribute("aria-selected", String(name === tab));
    button.tabIndex = name === tab ? 0 : -1;
  }
  const panel = side.querySelector("#inspect-panel");
  panel.setAttribute("aria-labelledby", `tab-${tab}`);
  const found = side.found;
  if (!found) return;
  const entries = found.ok || tab === "calls" ? PANELS[tab](found, ctx) : [note(found.error ?? ctx.t("noInspector"))];
  reconcile(panel, entries.map((build, index) => [`${tab}-${build.key ?? index}`, build.signature, build.node]));
}

const note = (sentence) => ({ key: "note", signature: sentence, node: () => h("p", { class: "muted" }, sentence) });
const PANELS = {
  parse: ({ parse }, ctx) => [parse ? { key: "parse", signature: JSON.stringify(parse), node: () => h("pre", { class: "code" }, JSON.stringify(parse, null, 2)) } : note(ctx.t("parseHint"))],
  rows: ({ rows }, ctx) => {
    const tables = Object.entries(rows ?? {});
    if (!tables.length) return [note(ctx.t("empty"))];
    return tables.map(([name, list]) => ({
      key: name, signature: JSON.stringify([ctx.lang, list]),
      node: () => h("details", {}, h("summary", {}, ctx.t("rowsOf", { table: name, n: list.length })), grid(list, ctx)),
    }));
  },
  deliveries: ({ deliveries }, ctx) => [{ key: "list", signature: JSON.stringify([ctx.lang, deliveries]), node: () => grid(deliveries ?? [], ctx) }],
  calls: ({ api_calls: calls }, ctx) => [{ key: "list", signature: JSON.stringify([ctx.lang, calls]), node: () => grid([...(calls ?? [])].reverse(), ctx) }],
};

function grid(rows, ctx) {
  if (!rows.length) return h("p", { class: "muted" }, ctx.t("empty"));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return h("div", { class: "table-box", tabindex: "0", role: "group", "aria-label": ctx.t("rows") }, h("table", {},
    h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, columns.map((name) => h("td", {}, cell(row[name]))))))));
}

const cell = (value) => value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
