// `rich_text` blocks → DOM nodes.

import { slackDate } from "./dates.js";
import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { channelLink, mention } from "./mrkdwn.js";

/** A rich_text block's elements → nodes. */
export function richText(block, ctx) {
  return block.elements.map((part) => {
    const children = () => part.elements.flatMap((element) => leaf(element, ctx));
    switch (part.type) {
      case "rich_text_list": {
        const items = part.elements.map((item) => h("li", {}, item.elements.flatMap((element) => leaf(element, ctx))));
        const list = h(part.style === "ordered" ? "ol" : "ul", { start: part.offset ? part.offset + 1 : null }, items);
        if (part.indent) list.style.marginInlineStart = `${part.indent * 1.4}em`;
        return list;
      }
      case "rich_text_quote": return h("blockquote", {}, children());
      case "rich_text_preformatted": return h("pre", { class: "code" }, h("code", {}, children()));
      default: return h("p", {}, children());
    }
  });
}

function leaf(element, ctx) {
  switch (element.type) {
    case "text": return styled(lines(element.text), element.style);
    case "link": return styled([link(element.url, element.text || element.url)], element.style);
    case "emoji": return [emoji(element.name) ?? `:${element.name}:`];
    case "user": return [mention(element.user_id, ctx)];
    case "channel": return [channelLink(element.channel_id, "", ctx)];
    case "broadcast": return [h("span", { class: "mention me" }, `@${element.range}`)];
    case "date": return [slackDate(element.timestamp, element.format ?? "{date}", ctx) ?? element.fallback ?? ""];
    default: return [element.text ?? ""];
  }
}

const lines = (text) => text.split("\n").flatMap((line, index) => (index ? [h("br"), line] : [line]));

function styled(nodes, style = {}) {
  for (const [name, tag] of [["code", "code"], ["bold", "strong"], ["italic", "em"], ["strike", "s"], ["underline", "u"]]) {
    if (style?.[name]) nodes = [h(tag, { class: tag === "code" ? "inline" : null }, nodes)];
  }
  return nodes;
}
