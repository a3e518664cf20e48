// The app's Home tab.

import { renderBlocks } from "./blocks.js";
import { h, replaceKeepingFocus } from "./dom.js";
import { viewSurface } from "./surfaces.js";

const drafts = new Map();

/** Draws Home into `parent`, again only when it changed. */
export function showHome(parent, view, ctx) {
  const signature = JSON.stringify([view, ctx.lang, ctx.person]);
  const old = parent.querySelector(".home");
  if (old?.signature === signature) return;
  if (view && !drafts.has(view.id)) drafts.set(view.id, {});
  const node = h("section", { class: "home", "aria-label": ctx.t("homeOf", { name: ctx.state.app.name }) },
    view ? renderBlocks(view.blocks, viewSurface(view, drafts.get(view.id), ctx), ctx)
      : h("p", { class: "muted" }, ctx.t("homeEmpty", { name: ctx.state.app.name })));
  node.signature = signature;
  if (old) replaceKeepingFocus(old, node);
  else parent.replaceChildren(node);
}
