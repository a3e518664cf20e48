// Block Kit's interactive elements → controls. A *surface* says what they hold and what using them does:
//   held(block, element) → value   hold(block, element, value)   dispatches(block, element) → bool
//   use(block, element, value) → promise of the answer           options(block, element, query) → promise of choices

import { instantOf, localParts, shortDay } from "./dates.js";
import { confirmation } from "./dialogs.js";
import { h, safeUrl, uid } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { menuButton } from "./menu.js";
import { inline, mrkdwn } from "./mrkdwn.js";
import { externalSelect, multiSelect, singleSelect } from "./selects.js";

/** A text object's nodes: mrkdwn or plain with emoji. */
export const textNodes = (text, ctx) => text.type === "mrkdwn" ? mrkdwn(text.text, ctx) : [withEmoji(text.text)];
const oneLine = (text, ctx) => text.type === "mrkdwn" ? inline(text.text, ctx) : [withEmoji(text.text)];

/** The control for an element; `name` is its accessible name where it has none of its own, `id` for a label. */
export function control(element, block, surface, ctx, { name, id } = {}) {
  const make = MAKERS[element.type];
  if (!make) return h("p", { class: "muted" }, ctx.t("unknownBlock", { type: element.type }));
  const shared = {
    id,
    "data-ref": `${block.block_id}/${element.action_id}`,
    "aria-label": id ? null : element.accessibility_label ?? element.placeholder?.text ?? name,
    autofocus: element.focus_on_load,
  };
  return make({ element, block, surface, ctx, shared, changed: changer(element, block, surface, ctx) });
}

/** What a control calls with its new value: confirms, remembers, dispatches. `undo` puts the old value back. */
function changer(element, block, surface, ctx) {
  return async (value, { undo, node } = {}) => {
    if (element.confirm && surface.dispatches(block, element) && !(await confirmed(element.confirm, ctx))) return undo?.();
    surface.hold(block, element, value);
    if (!surface.dispatches(block, element)) return undefined;
    node?.setAttribute("aria-busy", "true");
    await surface.use(block, element, value);
    node?.removeAttribute("aria-busy");
    return undefined;
  };
}

const confirmed = (confirm, ctx) => confirmation({
  title: confirm.title.text, body: h("div", { class: "text" }, textNodes(confirm.text, ctx)),
  confirm: confirm.confirm.text, deny: confirm.deny.text, danger: confirm.style === "danger",
});

function button({ element, shared, changed }) {
  const node = h("button", {
    ...shared, "aria-label": element.accessibility_label ?? null, type: "button",
    class: `btn ${element.style ?? ""}`.trim(),
  }, withEmoji(element.text.text), element.url && h("span", { "aria-hidden": "true" }, " ↗"));
  node.addEventListener("click", async () => {
    if (node.getAttribute("aria-busy")) return;
    const href = element.url && safeUrl(element.url);
    if (href) window.open(href, "_blank", "noopener");
    await changed(undefined, { node });
  });
  return node;
}

function overflow({ element, shared, changed, ctx }) {
  return menuButton({ ...shared, class: "btn quiet", "aria-label": shared["aria-label"] ?? ctx.t("more") }, "⋯", () =>
    element.options.map((option) => ({
      label: withEmoji(option.text.text), detail: option.description?.text,
      choose: () => {
        const href = option.url && safeUrl(option.url);
        if (href) window.open(href, "_blank", "noopener");
        changed(option.value);
      },
    })));
}

function choices({ element, block, surface, ctx, shared, changed }) {
  const several = element.type === "checkboxes";
  const group = uid("group");
  const boxes = element.options.map((option) => {
    const held = surface.held(block, element);
    const input = h("input", { type: several ? "checkbox" : "radio", name: group, value: option.value, "data-ref": `${shared["data-ref"]}/${option.value}` });
    input.checked = several ? (held ?? []).includes(option.value) : held === option.value;
    input.addEventListener("change", () => changed(several ? checkedOf(boxes) : option.value, { undo: () => { input.checked = !input.checked; } }));
    return h("label", { class: "choice" }, input, h("span", {}, oneLine(option.text, ctx),
      option.description && h("small", {}, oneLine(option.description, ctx))));
  });
  return h("div", { id: shared.id, role: several ? "group" : "radiogroup", "aria-label": shared["aria-label"] ?? ctx.t("choose"), class: "choices", tabindex: shared.id ? "-1" : null }, boxes);
}

const checkedOf = (labels) => labels.map((label) => label.querySelector("input")).filter((input) => input.checked).map((input) => input.value);

/** Date and time fields tell of every keystroke: what was entered counts once it is whole and the typing rests. Dates are spelt out beside. */
function moment(type, label, toValue, toShown) {
  return ({ element, block, surface, ctx, shared, changed }) => {
    const node = h("input", { ...shared, "aria-label": shared.id ? null : shared["aria-label"] ?? ctx.t(label), type, value: toShown(surface.held(block, element), ctx) });
    let timer = null;
    let known = node.value;
    const settle = () => {
      clearTimeout(timer);
      if (node.value === known) return;
      const before = known;
      known = node.value;
      changed(node.value ? toValue(node.value, ctx) : null, { node, undo: () => { node.value = known = before; } });
    };
    node.addEventListener("input", () => {
      clearTimeout(timer);
      if (/^0/.test(node.value) && type !== "time") return;
      if (surface.dispatches(block, element)) timer = setTimeout(settle, 700);
      else settle();
    });
    node.addEventListener("blur", settle);
    node.addEventListener("keydown", (event) => { if (event.key === "Enter") settle(); });
    if (type === "time") return node;
    const words = h("small", { "aria-live": "polite" });
    const spell = () => { words.textContent = /^[1-9]/.test(node.value) ? shortDay(new Date(`${node.value.slice(0, 10)}T12:00Z`), ctx.lang, "UTC") : ""; };
    node.addEventListener("input", spell);
    spell();
    return h("span", { class: "row" }, node, words);
  };
}

function textInput({ element, block, surface, ctx, shared, changed }) {
  const type = { email_text_input: "email", url_text_input: "url" }[element.type] ?? "text";
  const many = element.multiline || element.type === "rich_text_input";
  const node = h(many ? "textarea" : "input", {
    ...shared, type: many ? null : type, rows: many ? 4 : null, placeholder: element.placeholder?.text,
    inputmode: element.type === "number_input" ? "decimal" : null, maxlength: element.max_length, value: surface.held(block, element) ?? "",
  });
  const when = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  let timer = null;
  node.addEventListener("input", () => {
    surface.hold(block, element, node.value || null);
    clearTimeout(timer);
    if (when.includes("on_character_entered")) timer = setTimeout(() => changed(node.value || null), 300);
  });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || many || !surface.dispatches(block, element) || !when.includes("on_enter_pressed")) return;
    event.preventDefault();
    changed(node.value || null);
  });
  return node;
}

function feedback({ element, block, surface, ctx }) {
  return h("span", { class: "row" }, ["positive_button", "negative_button"].map((which) =>
    button({ element: { ...element, ...element[which] }, shared: { "data-ref": `${block.block_id}/${which}` }, changed: () => surface.use(block, element, element[which].value), ctx })));
}

function workflow({ element, ctx }) {
  return h("button", { type: "button", class: "btn", disabled: true, title: ctx.t("unknownBlock", { type: "workflow_button" }) }, element.text.text);
}

const same = (value) => value ?? "";
const MAKERS = {
  button, icon_button: button, overflow, feedback_buttons: feedback, workflow_button: workflow,
  checkboxes: choices, radio_buttons: choices,
  datepicker: moment("date", "date", same, same),
  timepicker: moment("time", "time", same, same),
  datetimepicker: moment("datetime-local", "date",
    (wall, ctx) => Math.floor(instantOf(wall, ctx.tz).getTime() / 1000),
    (seconds, ctx) => (seconds ? localParts(new Date(seconds * 1000), ctx.tz) : "")),
  plain_text_input: textInput, email_text_input: textInput, url_text_input: textInput, number_input: textInput, rich_text_input: textInput,
  static_select: singleSelect, users_select: singleSelect, conversations_select: singleSelect, channels_select: singleSelect,
  multi_static_select: multiSelect, multi_users_select: multiSelect, multi_conversations_select: multiSelect, multi_channels_select: multiSelect,
  external_select: externalSelect, multi_external_select: externalSelect,
};
