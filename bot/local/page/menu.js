// A menu that opens under a button: arrows move, Enter chooses, Esc closes and gives the focus back.

import { h, uid } from "./dom.js";

/** A button whose menu holds `items()` → [{label, choose, danger?}] or `null` for a line between. */
export function menuButton(properties, content, items) {
  const id = uid("menu");
  const button = h("button", { type: "button", "aria-haspopup": "menu", "aria-expanded": "false", ...properties }, content);
  button.addEventListener("click", () => (document.getElementById(id) ? close(button, id) : open(button, id, items())));
  button.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      if (!document.getElementById(id)) open(button, id, items());
    }
  });
  return button;
}

function open(button, id, items) {
  const entries = items.map((item) => item === null ? h("hr") : h("button", {
    type: "button", role: "menuitem", tabindex: "-1", class: item.danger ? "danger" : null,
    on: { click: () => { close(button, id); item.choose(); } },
  }, item.label, item.detail && h("small", {}, item.detail)));
  const menu = h("div", { id, role: "menu", class: "menu", popover: "auto", "aria-label": button.getAttribute("aria-label") ?? button.textContent }, entries);
  menu.addEventListener("keydown", (event) => keys(event, button, id));
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "closed") close(button, id, document.activeElement === document.body);
  });
  button.after(menu);
  menu.showPopover();
  place(menu, button);
  button.setAttribute("aria-expanded", "true");
  menu.querySelector("[role=menuitem]")?.focus();
}

function close(button, id, refocus = true) {
  const menu = document.getElementById(id);
  if (!menu) return;
  menu.remove();
  button.setAttribute("aria-expanded", "false");
  if (refocus) button.focus();
}

function keys(event, button, id) {
  const items = [...document.getElementById(id).querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items.at(to % items.length).focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.stopPropagation();
    if (event.key === "Escape") event.preventDefault();
    close(button, id);
  }
}

/** Puts a popover beside its button, inside the window. */
export function place(popover, button) {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = at.bottom + 4 + height <= innerHeight;
  popover.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  popover.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - height - 4)}px`;
}
