// Block Kit blocks → DOM nodes.

import { h, picture, uid } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { control, textNodes } from "./elements.js";
import { markdown } from "./markdown.js";
import { richText } from "./rich_text.js";

/** The nodes of some blocks on a surface (see elements.js); `errors` are a form's, by block_id. */
export function renderBlocks(blocks, surface, ctx, errors = {}) {
  return blocks.map((block) => {
    const draw = BLOCKS[block.type];
    if (!draw) return h("p", { class: "muted" }, ctx.t("unknownBlock", { type: block.type }));
    return draw(block, surface, ctx, errors);
  });
}

function section(block, surface, ctx) {
  const text = block.text ? h("div", { class: "text" }, textNodes(block.text, ctx)) : null;
  const fields = block.fields ? h("div", { class: "fields" }, block.fields.map((field) => h("div", { class: "text" }, textNodes(field, ctx)))) : null;
  const body = h("div", { class: "section-body" }, text, fields);
  if (!block.accessory) return h("div", { class: "block section" }, body);
  const wide = /checkboxes|radio|multi_/.test(block.accessory.type);
  const name = body.textContent.slice(0, 75);
  return h("div", { class: wide ? "block section stacked" : "block section" }, body, h("div", { class: "accessory" }, elementOrImage(block.accessory, block, surface, ctx, name)));
}

function elementOrImage(element, block, surface, ctx, name) {
  if (element.type === "image") return picture(imageAddress(element), element.alt_text, "accessory-image");
  return control(element, block, surface, ctx, { name });
}

const imageAddress = (image) => image.image_url ?? (image.slack_file?.id ? `/ui/files/${encodeURIComponent(image.slack_file.id)}` : image.slack_file?.url ?? "");

function input(block, surface, ctx, errors) {
  const id = uid("field");
  const { element } = block;
  const grouped = /checkboxes|radio_buttons/.test(element.type);
  const made = control(element, block, surface, ctx, { id });
  const field = made.id === id ? made : made.querySelector(`#${id}`) ?? made;
  const label = h(grouped ? "div" : "label", { class: "label", id: `${id}-label`, for: grouped ? null : id }, withEmoji(block.label.text),
    block.optional && h("span", { class: "muted" }, ` (${ctx.t("optional")})`));
  if (grouped) field.setAttribute("aria-labelledby", `${id}-label`);
  const hint = block.hint && h("div", { class: "hint", id: `${id}-hint` }, withEmoji(block.hint.text));
  const error = errors[block.block_id] && h("div", { class: "field-error", id: `${id}-error` }, errors[block.block_id]);
  if (error) field.setAttribute("aria-invalid", "true");
  if (!block.optional && !grouped) field.setAttribute("aria-required", "true");
  const described = [error && error.id, hint && hint.id].filter(Boolean).join(" ");
  if (described) field.setAttribute("aria-describedby", described);
  return h("div", { class: "block input", data: { block: block.block_id } }, label, made, error, hint);
}

function context(block, surface, ctx) {
  return h("div", { class: "block context" }, block.elements.map((element) => element.type === "image"
    ? picture(imageAddress(element), element.alt_text, "context-image")
    : h("div", { class: "text" }, textNodes(element, ctx))));
}

function actions(block, surface, ctx) {
  return h("div", { class: "block actions" }, block.elements.map((element) => control(element, block, surface, ctx)));
}

function image(block, _surface, ctx) {
  return h("figure", { class: "block" }, block.title && h("figcaption", {}, textNodes(block.title, ctx)), picture(imageAddress(block), block.alt_text, "block-image"));
}

function table(block, _surface, ctx) {
  const settings = block.column_settings ?? [];
  const rows = block.rows.map((row, index) => h("tr", {}, row.map((cell, column) => {
    const node = h(index ? "td" : "th", { scope: index ? null : "col", class: settings[column]?.align === "right" ? "right" : null },
      cell.type === "rich_text" ? richText(cell, ctx) : withEmoji(String(cell.text ?? "")));
    return node;
  })));
  return h("div", { class: "block table-box", tabindex: "0", role: "group", "aria-label": block.rows[0]?.map((cell) => cell.text ?? "").join(", ") },
    h("table", {}, h("thead", {}, rows[0]), h("tbody", {}, rows.slice(1))));
}

function alert(block, _surface, ctx) {
  return h("div", { class: `block alert ${block.level ?? ""}`, role: "note" }, textNodes(block.text, ctx));
}

function container(block, surface, ctx, errors) {
  const title = block.title && h("h4", {}, withEmoji(block.title.text));
  return h("div", { class: "block container" }, title, renderBlocks(block.child_blocks ?? [], surface, ctx, errors));
}

function card(block, surface, ctx) {
  return h("div", { class: "block container" },
    block.title && h("h4", {}, textNodes(block.title, ctx)), block.subtitle && h("div", { class: "muted" }, textNodes(block.subtitle, ctx)),
    block.body && h("div", { class: "text" }, textNodes(block.body, ctx)),
    block.actions && h("div", { class: "actions" }, block.actions.map((element) => control(element, block, surface, ctx))));
}

const BLOCKS = {
  section, input, context, actions, image, table, alert, container, card,
  carousel: (block, surface, ctx) => h("div", { class: "block carousel" }, block.elements.map((entry) => card(entry, surface, ctx))),
  context_actions: actions,
  header: (block) => h("h3", { class: "block header" }, withEmoji(block.text.text)),
  divider: () => h("hr", { class: "block" }),
  markdown: (block) => h("div", { class: "block text" }, markdown(block.text)),
  rich_text: (block, _surface, ctx) => h("div", { class: "block text" }, richText(block, ctx)),
};
