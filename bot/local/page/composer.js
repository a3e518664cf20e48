// Where messages and commands are typed: in a channel, or in a thread (`threadTs`).

import { upload } from "./api.js";
import { append, h } from "./dom.js";
import { menuButton } from "./menu.js";
import { suggest } from "./suggest.js";

/** A composer; `current()` answers the present ctx, `threadTs()` the thread or null. `update()` renews its words;
 * `typed(text)` and `sent()` are told of what happens. */
export function composer({ id, current, threadTs = () => null, typed = () => {}, sent = () => {} }) {
  const area = h("textarea", { id, rows: 1, autocomplete: "off", spellcheck: "true" });
  const problem = h("div", { class: "problem", role: "alert" });
  const usage = h("div", { class: "usage", "aria-live": "polite" });
  const buttons = h("div", { class: "composer-buttons" });
  const picker = h("input", { type: "file", hidden: true, tabindex: "-1", "aria-hidden": "true" });
  const suggestions = suggest(area, {
    label: "…", find: () => completions(area, current()),
    count: (n) => current().say(current().t("nSuggestions", { n }), { quietly: true }), choose: (item) => insert(area, item),
  });
  const node = h("form", { class: "composer", autocomplete: "off" }, problem, suggestions.list, h("div", { class: "composer-box" }, area, buttons), usage, picker);

  const grow = () => {
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight + 2, 200)}px`;
  };
  const complain = (sentence) => { problem.textContent = sentence ?? ""; };
  const send = async () => {
    const text = area.value.trim();
    if (!text) return;
    const ctx = current();
    suggestions.hide();
    complain();
    area.value = "";
    grow();
    showUsage(usage, "", ctx);
    typed("");
    sent();
    const thread = threadTs();
    const answer = await ctx.send("/ui/type", { person: ctx.person, channel: ctx.state.channel, text, ...(thread ? { thread_ts: thread } : {}) }, { complain });
    if (!answer.ok && !area.value) {
      area.value = text;
      grow();
    }
  };
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  area.addEventListener("input", () => {
    grow();
    showUsage(usage, area.value, current());
    typed(area.value);
  });
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
    area.focus();
  });
  picker.addEventListener("change", async () => {
    const ctx = current();
    const [file] = picker.files;
    picker.value = "";
    if (!file) return;
    const text = area.value.trim();
    const answer = await ctx.run(upload({ person: ctx.person, channel: ctx.state.channel, file, text: text || null, thread_ts: threadTs() }, ctx.t("failed")), { complain });
    if (answer.ok && text) area.value = "";
  });
  let words = null;
  const update = (label, disabled) => {
    const ctx = current();
    area.disabled = disabled;
    if (words === ctx.lang + label + disabled) return;
    words = ctx.lang + label + disabled;
    area.placeholder = label;
    area.setAttribute("aria-label", label);
    suggestions.list.setAttribute("aria-label", ctx.t("suggestions"));
    buttons.replaceChildren();
    append(buttons, [
      h("button", { type: "button", class: "btn quiet", disabled, "aria-label": ctx.t("attach"), title: ctx.t("attach"), on: { click: () => picker.click() } }, "📎"),
      ctx.state.app.shortcuts.some((shortcut) => shortcut.type === "global") && menuButton({ class: "btn quiet", "aria-label": ctx.t("shortcuts"), title: ctx.t("shortcuts") }, "⚡", () => shortcuts(current())),
      h("button", { type: "submit", class: "btn primary", disabled, title: ctx.t("sendHint") }, ctx.t("send")),
    ]);
  };
  const fill = (text) => {
    area.value = text;
    area.focus();
    area.setSelectionRange(text.length, text.length);
    area.dispatchEvent(new Event("input"));
    suggestions.hide();
  };
  return { node, area, update, fill, complain };
}

const shortcuts = (ctx) => ctx.state.app.shortcuts.filter((shortcut) => shortcut.type === "global").map((shortcut) => ({
  label: shortcut.name, detail: shortcut.description, choose: () => ctx.send("/ui/shortcut", { person: ctx.person, callback_id: shortcut.callback_id }),
}));

function showUsage(node, text, ctx) {
  const command = /^(\/\S+)\s/.exec(text)?.[1];
  const known = ctx.state.app.commands.find((entry) => entry.command === command);
  node.textContent = known ? `${known.command} ${known.usage_hint ?? ""}` : "";
}

/** What completes the word at the cursor: commands at the start, then people after `@`, channels after `#`. */
function completions(area, ctx) {
  const before = area.value.slice(0, area.selectionStart);
  const command = /^\/\S*$/.exec(before)?.[0];
  if (command) {
    return ctx.state.app.commands.filter((entry) => entry.command.startsWith(command) && entry.command !== command)
      .map((entry) => ({ label: entry.command, detail: [entry.usage_hint, entry.description].filter(Boolean).join(" · "), insert: `${entry.command} `, from: 0 }));
  }
  const name = /(?:^|[\s(])([@#])([^\s@#]*)$/u.exec(before);
  if (!name) return [];
  const [, sigil, part] = name;
  const from = before.length - part.length - 1;
  const wanted = part.toLocaleLowerCase();
  const wordsOf = (text) => [text ?? "", ...(text ?? "").split(/[\s-]+/)].map((word) => word.toLocaleLowerCase());
  const starts = (text) => wordsOf(text).some((word) => word.startsWith(wanted));
  const found = sigil === "@"
    ? ctx.present.filter((person) => starts(person.name) || starts(person.real_name))
      .map((person) => ({ label: `@${person.name}`, detail: person.title || (person.bot ? ctx.t("app") : ""), insert: `@${person.name} `, from }))
    : ctx.state.channels.filter((channel) => ["public", "private"].includes(channel.kind) && starts(channel.name))
      .map((channel) => ({ label: `#${channel.name}`, detail: channel.topic, insert: `#${channel.name} `, from }));
  return found.filter((item) => item.label.slice(1).toLocaleLowerCase() !== wanted).slice(0, 8)
    .map((item) => ({ ...item, whole: wordsOf(item.label.slice(1)).includes(wanted) }));
}

function insert(area, item) {
  const after = area.value.slice(area.selectionStart).replace(/^ /, "");
  area.value = area.value.slice(0, item.from) + item.insert + after;
  const at = item.from + item.insert.length;
  area.setSelectionRange(at, at);
  area.dispatchEvent(new Event("input"));
}
