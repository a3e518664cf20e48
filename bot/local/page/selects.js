// Block Kit's select menus: one or several of static options, people, conversations, or what the app finds.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { suggest } from "./suggest.js";

/** One choice: a native select. */
export function singleSelect({ element, block, surface, ctx, shared, changed }) {
  const held = surface.held(block, element);
  const groups = choicesOf(element, ctx);
  const empty = h("option", { value: "" }, element.placeholder?.text ?? placeholderFor(element, ctx));
  const node = h("select", { ...shared, "aria-label": shared.id ? null : shared["aria-label"] ?? placeholderFor(element, ctx) }, empty, options(groups));
  node.value = held ?? "";
  let before = node.value;
  node.addEventListener("change", () => {
    const old = before;
    before = node.value;
    changed(node.value || null, { node, undo: () => { node.value = before = old; } });
  });
  return node;
}

/** Several choices: those made as chips that can be taken away, and a native select that adds one. */
export function multiSelect({ element, block, surface, ctx, shared, changed }) {
  const groups = choicesOf(element, ctx);
  const names = new Map(groups.flatMap((group) => group.options).map(({ value, text }) => [value, text]));
  const prompt = element.placeholder?.text ?? ctx.t("add");
  const add = h("select", { ...shared, "aria-label": shared.id ? null : shared["aria-label"] ?? prompt }, h("option", { value: "" }, prompt), options(groups));
  const redraw = chipBox(add, { element, block, surface, ctx, changed, nameOf: (value) => names.get(value) ?? value });
  add.addEventListener("change", () => {
    if (add.value) redraw.add(add.value);
    add.value = "";
  });
  return redraw.box;
}

/** One or several choices that the app finds for what is typed. */
export function externalSelect({ element, block, surface, ctx, shared, changed }) {
  const several = element.type.startsWith("multi_");
  const names = new Map((element.initial_options ?? [element.initial_option]).filter(Boolean).map((option) => [option.value, option.text.text]));
  const field = h("input", { ...shared, "aria-label": shared.id ? null : shared["aria-label"] ?? ctx.t("search"), type: "text", autocomplete: "off", placeholder: element.placeholder?.text ?? ctx.t("search") });
  const held = surface.held(block, element);
  if (!several && held) field.value = names.get(held) ?? held;
  const nameOf = (value) => names.get(value) ?? value;
  const chips = several ? chipBox(field, { element, block, surface, ctx, changed, nameOf }) : null;
  const { list } = suggest(field, {
    label: ctx.t("suggestions"),
    find: async () => {
      if (!several && !field.value) changed(null);
      if (field.value.length < (element.min_query_length ?? 3)) return [];
      const found = await surface.options(block, element, field.value);
      return found.map((option) => ({ value: option.value, label: option.text?.text ?? option.text }));
    },
    choose: ({ value, label }) => {
      names.set(value, label);
      field.value = several ? "" : label;
      if (several) chips.add(value);
      else changed(value);
    },
  });
  return h("div", { class: "suggest-box" }, chips ? chips.box : field, list);
}

function chipBox(adder, { element, block, surface, ctx, changed, nameOf }) {
  let values = [...(surface.held(block, element) ?? [])];
  const chips = h("span", { class: "chips" });
  const set = (next) => {
    values = next;
    draw();
    changed(values);
  };
  const draw = () => chips.replaceChildren(...values.map((value) => h("button", {
    type: "button", class: "chip", "aria-label": ctx.t("remove", { name: nameOf(value) }),
    on: { click: () => { set(values.filter((other) => other !== value)); adder.focus(); } },
  }, nameOf(value), h("span", { "aria-hidden": "true" }, " ×"))));
  draw();
  return {
    box: h("div", { class: "multi" }, chips, adder),
    add: (value) => {
      const room = values.length < (element.max_selected_items ?? 1000);
      if (room && !values.includes(value)) set([...values, value]);
    },
  };
}

function options(groups) {
  return groups.map(({ label, options: entries }) => {
    const nodes = entries.map(({ value, text }) => h("option", { value }, text));
    return label ? h("optgroup", { label }, nodes) : nodes;
  });
}

/** What a select offers: [{label, options: [{value, text}]}]. */
function choicesOf(element, ctx) {
  const kind = element.type.replace("multi_", "");
  if (kind === "users_select") return [{ options: people(ctx) }];
  if (kind === "channels_select") return [{ options: conversations(ctx, ["public"]) }];
  if (kind === "conversations_select") return [{ options: conversations(ctx, element.filter?.include, element.filter?.exclude_bot_users) }];
  const plain = (entries) => entries.map((option) => ({ value: option.value, text: withEmoji(option.text.text) }));
  return element.option_groups
    ? element.option_groups.map((group) => ({ label: group.label.text, options: plain(group.options) }))
    : [{ options: plain(element.options ?? []) }];
}

const people = (ctx) => ctx.present.map((person) => ({ value: person.id, text: person.name }));

function conversations(ctx, kinds = ["public", "private", "im", "mpim"], noBots = false) {
  const bots = new Set(ctx.state.people.filter((person) => person.bot).map((person) => person.id));
  return ctx.state.channels
    .filter((channel) => kinds.includes(channel.kind) && !channel.archived && !(noBots && bots.has(channel.user)))
    .map((channel) => ({ value: channel.id, text: ctx.titleOf(channel) }));
}

function placeholderFor(element, ctx) {
  if (element.type.includes("users")) return ctx.t("choosePerson");
  return element.type.includes("conversations") || element.type.includes("channels") ? ctx.t("chooseChannel") : ctx.t("choose");
}
