// Builds elements. Text is always set as text, never as markup, so nothing from the API can become an element.

/**
 * @param {string} name Tag name.
 * @param {Object<string, unknown>} attributes `on*` functions become listeners; `true` and `false` set and leave out; the rest
 *   are attributes.
 * @param {...(Node|string|null|undefined|false)} children
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (value === true) {
      node.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, String(value));
    }
  }

  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A button with a label and what it does. */
export function button(label, act, { style = "", ...attributes } = {}) {
  return element("button", { type: "button", class: `button ${style}`.trim(), onclick: act, ...attributes }, label);
}

/** The element with this id; a page without it is a mistake of ours. */
export function byId(id) {
  return document.getElementById(id);
}

/** The address if it leads to a web page, else null: `javascript:` and its kin never become a link. */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

let lastId = 0;

/** An id that no other element of the page has. */
export function newId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
