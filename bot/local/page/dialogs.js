// Small dialogs: a question, a line to edit, a person to pick. Native <dialog> keeps the focus inside.

import { h, uid } from "./dom.js";

/** Shows a dialog with a form; resolves to `read()` when confirmed, null when not. */
function ask({ title, body, confirm, deny, danger, read }) {
  return new Promise((resolve) => {
    const heading = uid("title");
    const form = h("form", { method: "dialog" }, h("h2", { id: heading }, title), body,
      h("div", { class: "dialog-buttons" },
        h("button", { type: "button", class: "btn", on: { click: () => dialog.close() } }, deny),
        h("button", { class: danger ? "btn danger" : "btn primary", value: "yes" }, confirm)));
    const dialog = h("dialog", { class: "small-dialog", "aria-labelledby": heading }, form);
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes" ? read() : null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A yes-or-no question; true when confirmed. */
export const confirmation = async ({ title, body, confirm, deny, danger }) =>
  (await ask({ title, body, confirm, deny, danger, read: () => true })) === true;

/** A text to edit; the new text or null. */
export function edited(title, text, t) {
  const area = h("textarea", { rows: 4, "aria-label": title, value: text });
  return ask({ title, body: area, confirm: t("save"), deny: t("cancel"), read: () => area.value.trim() || null });
}

/** One of some choices ([{value, text}]); its value or null. */
export function chosen(title, choices, confirm, t) {
  const select = h("select", { "aria-label": title }, choices.map(({ value, text }) => h("option", { value }, text)));
  return ask({ title, body: select, confirm, deny: t("cancel"), read: () => select.value });
}
