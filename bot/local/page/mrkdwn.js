// Slack's mrkdwn → DOM nodes. Its text arrives escaped: only `&amp; &lt; &gt;`.

import { slackDate } from "./dates.js";
import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";

const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const STYLES = { "*": "strong", _: "em", "~": "s" };
const LIST_LINE = /^(\s*)([•◦▪-]|\d{1,3}[.)])\s+(.*)$/;

/** Whole mrkdwn text: paragraphs, quotes, list lines, fenced code. `ctx` gives people, channels, zone and language. */
export function mrkdwn(text, ctx) {
  const nodes = [];
  text.split(/```\n?([\s\S]*?)\n?```/).forEach((part, index) => {
    if (index % 2) nodes.push(h("pre", { class: "code" }, h("code", {}, unescape(part).replace(/<([^|>]+)(?:\|[^>]*)?>/g, "$1"))));
    else nodes.push(...paragraphs(index ? part.replace(/^\n/, "") : part, ctx));
  });
  return nodes;
}

function paragraphs(text, ctx) {
  const nodes = [];
  let quoted = null;
  let open = null;
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const quote = /^(?:&gt;|>)(?:(?:&gt;|>){2})?\s?/.exec(lines[at]);
    const rest = quote && /^(?:(?:&gt;|>){3})/.test(lines[at]);
    const target = quote ? (quoted ??= push(nodes, h("blockquote"))) : ((quoted = null), null);
    const body = quote ? lines[at].slice(quote[0].length) : lines[at];
    const list = LIST_LINE.exec(body);
    const into = target ?? nodes;
    if (list) {
      open = null;
      push(into, h("div", { class: list[1].length > 1 ? "li deep" : "li" }, h("span", { class: "marker" }, list[2]), h("span", {}, inline(list[3], ctx))));
    } else if (body === "") {
      open = null;
      if (at && at < lines.length - 1) push(into, h("div", { class: "gap" }));
    } else if (open && open.parent === into) open.node.append(h("br"), ...inline(body, ctx));
    else open = { parent: into, node: push(into, h("p", {}, inline(body, ctx))) };
    if (rest) {
      const remainder = lines.slice(at + 1).join("\n");
      if (remainder) target.append(...paragraphs(remainder, ctx));
      return nodes;
    }
  }
  return nodes;
}

function push(into, node) {
  if (Array.isArray(into)) into.push(node);
  else into.append(node);
  return node;
}

/** One line of mrkdwn → nodes: styles, code, entities, emoji. */
export function inline(text, ctx) {
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(unescape(plain));
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const [node, length] = token(text, at, ctx);
    if (node === null) {
      plain += text[at];
      at += 1;
    } else {
      flush();
      nodes.push(node);
      at += length;
    }
  }
  flush();
  return nodes;
}

function token(text, at, ctx) {
  const rest = text.slice(at);
  const code = /^`([^`\n]+)`/.exec(rest);
  if (code) return [h("code", { class: "inline" }, unescape(code[1]).replace(/<([^|>]+)(?:\|[^>]*)?>/g, "$1")), code[0].length];
  const entity = /^<([^<>\n]+)>/.exec(rest);
  if (entity) return [entityNode(entity[1], ctx), entity[0].length];
  const short = /^:([\w+'-]+(?:::skin-tone-\d)?):/.exec(rest);
  const character = short && emoji(short[1]);
  if (character) return [h("span", { class: "emoji", title: short[0] }, character), short[0].length];
  const style = STYLES[text[at]];
  const end = style ? closing(text, at) : -1;
  return end > 0 ? [h(style, {}, inline(text.slice(at + 1, end), ctx)), end - at + 1] : [null, 0];
}

/** Where the style opened at `at` ends, or -1: markers touch words outside neither, and no space inside. */
function closing(text, at) {
  const marker = text[at];
  const next = text[at + 1] ?? " ";
  if (/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ") || /\s/.test(next) || next === marker) return -1;
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === "\n") return -1;
    if (text[end] === "<") end = Math.max(end, text.indexOf(">", end));
    else if (text[end] === "`") end = Math.max(end, text.indexOf("`", end + 1));
    else if (text[end] === marker && end > at + 1 && !/\s/.test(text[end - 1]) && !/[\p{L}\p{N}]/u.test(text[end + 1] ?? " ")) return end;
  }
  return -1;
}

function entityNode(body, ctx) {
  const [target, ...more] = body.split("|");
  const label = more.join("|");
  if (target.startsWith("@")) return mention(target.slice(1), ctx);
  if (target.startsWith("#")) return channelLink(target.slice(1), label, ctx);
  if (target.startsWith("!date^")) {
    const [, seconds, pattern, address] = target.split("^");
    const shown = slackDate(seconds, pattern ?? "", ctx) ?? unescape(label);
    return address ? link(unescape(address), shown) : h("time", { title: unescape(label) }, shown);
  }
  if (target.startsWith("!subteam^")) return h("span", { class: "mention" }, unescape(label) || "@group");
  if (target.startsWith("!")) return h("span", { class: "mention me" }, `@${target.slice(1).split("^")[0]}`);
  return link(unescape(target), unescape(label || target.replace(/^(mailto|tel):/, "")));
}

/** @Name, marked when it is the reader. */
export function mention(id, ctx) {
  return h("span", { class: id === ctx.person ? "mention me" : "mention" }, `@${ctx.nameOf(id)}`);
}

/** #channel as a button that opens it, or a word where the reader cannot. */
export function channelLink(id, label, ctx) {
  const channel = ctx.channel(id);
  if (!channel) return h("span", { class: "mention" }, label ? `#${unescape(label)}` : `🔒 ${ctx.t("privateChannel")}`);
  return h("button", { type: "button", class: "mention link", on: { click: () => ctx.open(id) } }, `#${channel.name}`);
}
