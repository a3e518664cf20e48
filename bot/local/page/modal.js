// The app's modal: a native <dialog> that follows the top of the person's stack.

import { renderBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { prefill, viewSurface } from "./surfaces.js";

let dialog = null;
let shown = null;
const drafts = new Map();

/** Shows the view, changes what changed, or closes; what was typed and not yet sent is kept. */
export function showModal(view, ctx) {
  if (!view) return shut();
  const signature = JSON.stringify([view.id, view.hash, view.blocks, view.errors, ctx.lang, ctx.person]);
  if (signature === shown) return undefined;
  shown = signature;
  if (!drafts.has(view.id)) drafts.set(view.id, {});
  prefill(view, drafts.get(view.id), ctx);
  const ref = document.activeElement?.dataset?.ref;
  if (!dialog) {
    dialog = h("dialog", { class: "modal", "aria-labelledby": "modal-title" });
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      dialog.querySelector(".modal-close")?.click();
    });
    document.body.append(dialog);
  }
  const scrolled = dialog.dataset.view === view.id ? dialog.querySelector(".modal-body")?.scrollTop : 0;
  const fresh = dialog.dataset.view !== view.id;
  dialog.dataset.view = view.id;
  dialog.replaceChildren(form(view, ctx));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector(".modal-body").scrollTop = scrolled ?? 0;
  focusIn(fresh ? null : ref);
  return undefined;
}

function shut() {
  shown = null;
  drafts.clear();
  dialog?.close();
  dialog?.remove();
  dialog = null;
}

function form(view, ctx) {
  const held = drafts.get(view.id);
  const surface = viewSurface(view, held, ctx);
  const close = () => ctx.send("/ui/close", { person: ctx.person, view_id: view.id });
  const problem = h("div", { class: "problem", id: "modal-problem", role: "alert" });
  if (Object.keys(view.errors ?? {}).length) problem.textContent = ctx.t("fixErrors");
  const submit = view.submit && h("button", { class: "btn primary", type: "submit" }, view.submit);
  const node = h("form", { class: "modal-form", novalidate: true },
    h("header", {}, h("h2", { id: "modal-title", tabindex: "-1" }, view.title ?? ctx.t("openForm")),
      h("button", { type: "button", class: "btn quiet modal-close", "aria-label": view.depth > 1 ? ctx.t("back") : ctx.t("close"), on: { click: close } }, view.depth > 1 ? "←" : "✕")),
    h("div", { class: "modal-body" }, renderBlocks(view.blocks, surface, ctx, view.errors ?? {})),
    h("footer", {}, problem, h("div", { class: "dialog-buttons" },
      h("button", { type: "button", class: "btn", on: { click: close } }, view.close ?? (view.depth > 1 ? ctx.t("back") : ctx.t("cancel"))), submit)));
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!submit || node.getAttribute("aria-busy")) return;
    document.activeElement?.blur?.();
    node.setAttribute("aria-busy", "true");
    const answer = await ctx.send("/ui/submit", { person: ctx.person, view_id: view.id, values: held });
    node.removeAttribute("aria-busy");
    if (answer.ok) drafts.delete(view.id);
    else focusIn(null, true);
  });
  return node;
}

function focusIn(ref, onlyErrors = false) {
  const body = dialog?.querySelector(".modal-body");
  if (!body) return;
  const same = ref && [...dialog.querySelectorAll("[data-ref]")].find((node) => node.dataset.ref === ref);
  const bad = body.querySelector("[aria-invalid=true]");
  const target = bad ?? same ?? (onlyErrors ? null : body.querySelector("[autofocus]") ?? body.querySelector(".input input, .input select, .input textarea"));
  (target ?? dialog.querySelector("#modal-title")).focus();
}

/** Where a failure is shown while a modal is open, or null. */
export const modalProblem = () => dialog?.querySelector("#modal-problem") ?? null;
