// The `markdown` block (real Markdown, the part apps use) → DOM nodes.

import { h, link } from "./dom.js";
import { withEmoji } from "./emoji.js";

/** Markdown text → block nodes. */
export function markdown(text) {
  return text.split(/```\w*\n?([\s\S]*?)\n?```/).flatMap((part, index) =>
    index % 2 ? h("pre", { class: "code" }, h("code", {}, part)) : blocks(part));
}

function blocks(text) {
  return text.split(/\n{2,}/).filter((chunk) => chunk.trim()).flatMap((chunk) => {
    const lines = chunk.trim().split("\n");
    const nodes = [];
    for (const line of lines) {
      const heading = /^(#{1,6})\s+(.*)$/.exec(line);
      const item = /^(\s*)([-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line);
      const quote = /^>\s?(.*)$/.exec(line);
      if (heading) nodes.push(h(heading[1].length === 1 ? "h3" : "h4", {}, spans(heading[2])));
      else if (/^([-*_])(\s*\1){2,}$/.test(line)) nodes.push(h("hr"));
      else if (item) {
        const marker = /\d/.test(item[2]) ? item[2] : "•";
        nodes.push(h("div", { class: item[1].length > 1 ? "li deep" : "li" }, h("span", { class: "marker" }, marker), h("span", {}, spans(item[3]))));
      } else if (quote) nodes.push(h("blockquote", {}, spans(quote[1])));
      else nodes.push(h("p", {}, spans(line)));
    }
    return nodes;
  });
}

const SPAN = /(`[^`]+`)|\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|\b_(.+?)_\b|~~(.+?)~~|\[([^\]]+)\]\(([^)\s]+)\)/;

function spans(text) {
  const match = SPAN.exec(text);
  if (!match) return [withEmoji(text)];
  const [whole, code, bold, bold2, italic, italic2, strike, label, address] = match;
  const node = code ? h("code", { class: "inline" }, code.slice(1, -1))
    : bold ?? bold2 ? h("strong", {}, spans(bold ?? bold2))
      : italic ?? italic2 ? h("em", {}, spans(italic ?? italic2))
        : strike ? h("s", {}, spans(strike)) : link(address, label);
  return [withEmoji(text.slice(0, match.index)), node, ...spans(text.slice(match.index + whole.length))];
}
