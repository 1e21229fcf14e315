// Two versions of one thing, side by side: only the fields in which they differ.

import { element } from "./dom.js";

/**
 * @param {HTMLElement} form Has a control, or a group of them, named as each member.
 * @param {object} now What is there now.
 * @param {object} mine What the reader typed.
 */
export function comparison(form, now, mine) {
  const differing = Object.keys(mine).filter((name) => textOf(now[name]) !== textOf(mine[name]));
  return element(
    "div", { class: "comparison" },
    ...differing.map((name) => element(
      "section", {},
      element("h3", {}, labelOf(form, name)),
      element("div", { class: "versions" }, version("There now", now[name]), version("Yours", mine[name])),
    )),
  );
}

function version(whose, value) {
  return element("div", {}, element("strong", {}, whose), element("p", {}, textOf(value) || "Nothing"));
}

function labelOf(form, name) {
  const control = form.querySelector(`[name="${name}"]`);
  return (control.labels?.[0] ?? control.querySelector("legend")).textContent;
}

// Tags are words, references have a title and an address.
function textOf(value) {
  return Array.isArray(value)
    ? value.map((one) => (typeof one === "string" ? one : `${one.title}: ${one.url}`)).join("\n")
    : value;
}
