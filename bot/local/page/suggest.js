// Suggestions under (or over) a text field: an ARIA combobox with a listbox.

import { h, uid } from "./dom.js";

/**
 * Offers choices while someone types in `field`; answers the list, to be put beside the field.
 * `find()` gives (or promises) [{label, detail?, whole?, ...}]; `choose(item)` takes one. Enter and Tab choose, Esc closes.
 * Where an item says `whole`, what was typed is a whole word already: none is marked, and Enter means what it means without a list.
 */
export function suggest(field, { label, count, find, choose }) {
  const list = h("ul", { id: uid("list"), role: "listbox", class: "suggestions", "aria-label": label, hidden: true });
  let items = [];
  let at = 0;
  let asked = 0;
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    field.setAttribute(name, value);
  }
  const show = (found) => {
    items = found;
    at = items.some((item) => item.whole) ? -1 : 0;
    list.replaceChildren(...items.map((item, index) => h("li", {
      role: "option", id: `${list.id}-${index}`,
      on: { mousedown: (event) => { event.preventDefault(); take(index); } },
    }, h("span", {}, item.label), item.detail && h("small", {}, item.detail))));
    list.hidden = !items.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark();
    if (items.length) count?.(items.length);
  };
  const mark = () => {
    [...list.children].forEach((node, index) => node.setAttribute("aria-selected", String(index === at)));
    if (at >= 0 && items.length) {
      field.setAttribute("aria-activedescendant", `${list.id}-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else field.removeAttribute("aria-activedescendant");
  };
  const take = (index) => {
    const item = items[index];
    show([]);
    choose(item);
  };
  const refresh = async () => {
    const turn = ++asked;
    const found = await find();
    if (turn === asked) show(found);
  };
  field.addEventListener("input", refresh);
  field.addEventListener("blur", () => { asked += 1; show([]); });
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      at = at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length;
      mark();
    } else if (event.key === "Tab") take(Math.max(at, 0));
    else if (event.key === "Enter" && !event.shiftKey && at >= 0) take(at);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  return { list, refresh, hide: () => { asked += 1; show([]); } };
}
