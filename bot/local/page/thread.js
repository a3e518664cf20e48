// A thread in the side panel.

import { h } from "./dom.js";
import { showMessages } from "./messages.js";

const list = h("div", { class: "messages", role: "log", "aria-live": "polite" });

/** Draws the thread under the message `root` into `side`, with its composer. */
export function showThread(side, ctx, root, composer, close) {
  if (side.dataset.kind !== "thread" || side.dataset.lang !== ctx.lang) frame(side, ctx, composer, close);
  const thread = ctx.state.messages.filter((message) => message.ts === root || message.thread_ts === root);
  const known = list.childElementCount;
  showMessages(list, thread, ctx, { inThread: true });
  if (list.childElementCount !== known) list.parentNode.scrollTop = list.parentNode.scrollHeight;
  composer.update(ctx.t("reply"), !ctx.channel(ctx.state.channel)?.member);
}

function frame(side, ctx, composer, close) {
  side.dataset.kind = "thread";
  side.dataset.lang = ctx.lang;
  side.setAttribute("aria-label", ctx.t("thread"));
  list.setAttribute("aria-label", ctx.t("thread"));
  side.replaceChildren(
    h("header", {}, h("h2", {}, ctx.t("thread")), h("button", { type: "button", class: "btn quiet", "aria-label": ctx.t("close"), on: { click: close } }, "✕")),
    h("div", { class: "side-body" }, list), h("div", { class: "foot" }, composer.node));
}
