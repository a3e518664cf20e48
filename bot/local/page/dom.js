// Building DOM nodes. Text only ever becomes text nodes: nothing here or elsewhere parses markup.

let serial = 0;

/** A page-unique element id. */
export const uid = (prefix = "e") => `${prefix}-${++serial}`;

/**
 * An element with properties and children (strings become text; null, undefined and false are left out).
 * `class`, `data` (dataset), `on` (listeners) and plain attributes are understood; `true` sets an empty attribute.
 */
export function h(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  append(node, children);
  return node;
}

/** Adds children, flattening lists. */
export function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

/** The address if it is one a person may safely follow, else null. */
export function safeUrl(address) {
  try {
    const url = new URL(address, location.href);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A link, or just its label where the address is not safe. */
export function link(address, ...label) {
  const href = safeUrl(address);
  if (!href) return h("span", {}, ...label);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...label);
}

/** An image of this server; one from elsewhere stays a link, since the page fetches nothing from outside. */
export function picture(address, alt, className) {
  const href = safeUrl(address);
  if (href && new URL(href).origin === location.origin) {
    return h("img", { src: href, alt, class: className, loading: "lazy" });
  }
  return h("span", { class: "image-link" }, "🖼 ", link(address, alt || address));
}

/** Replaces the children of `parent` by `wanted` ([key, signature, build]), keeping nodes that did not change. */
export function reconcile(parent, wanted) {
  const before = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  let cursor = parent.firstElementChild;
  for (const [key, signature, build] of wanted) {
    let node = before.get(key);
    before.delete(key);
    if (!node || node.signature !== signature) {
      const fresh = build();
      fresh.dataset.key = key;
      fresh.signature = signature;
      if (node) {
        if (cursor === node) cursor = node.nextElementSibling;
        replaceKeepingFocus(node, fresh, focused);
      }
      node = fresh;
    }
    if (node === cursor) cursor = cursor.nextElementSibling;
    else if (node.nextElementSibling !== cursor || !node.parentNode) parent.insertBefore(node, cursor);
  }
  for (const node of before.values()) node.remove();
}

/** Puts `fresh` in the place of `old`; focus goes to the control with the same `data-ref`, if it was inside. */
export function replaceKeepingFocus(old, fresh, focused = document.activeElement) {
  const inside = focused && old.contains(focused) ? focused : null;
  const ref = inside?.dataset.ref;
  old.replaceWith(fresh);
  if (!inside) return;
  const same = [...fresh.querySelectorAll("[data-ref]")].find((node) => node.dataset.ref === ref);
  (same ?? fresh.querySelector("button, [href], input, select, textarea"))?.focus();
}
